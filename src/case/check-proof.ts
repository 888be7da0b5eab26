/** Checking a proof file without the case, and reading the keys that a person trusts. */
import { InquestError } from "../core/index.ts";
import {
  type Cosignature,
  type NoteKey,
  parseVerifierKey,
  parseWitnessKey,
  type RecordedAct,
  type VerifiedProof,
  verifyProof,
  type WitnessKey,
} from "../ledger/index.ts";

export type { Cosignature, RecordedAct, VerifiedProof, WitnessKey };

export interface ProofFiles {
  /** The name that messages give. */
  readonly name: string;
  readonly proof: Uint8Array;
  readonly act: Uint8Array;
  /** Null where there is no `.leaf` beside the proof: an open case. */
  readonly leaf: Uint8Array | null;
}

export interface TrustedKeys {
  /** Verifier keys of the log. Empty: those in the file are tried, and the reader must compare them. */
  readonly keys: readonly string[];
  readonly witnesses: readonly WitnessKey[];
}

/**
 * What a proof shows.
 *
 * @throws InquestError "case/proof-invalid" (verification), with the ledger's own code, both sides and the reason
 *   in its evidence; "case/verifier-key" (usage).
 */
export function checkProof({ name, ...files }: ProofFiles, { keys, witnesses }: TrustedKeys): VerifiedProof {
  const verdict = verifyProof({ ...files, origin: null, keys: keys.map(readLogKey), witnesses });
  const found = verdict.ok ? verdict.found : null;
  const wrong = found?.cosignatures.find(({ standing }) => standing === "wrong");
  if (found !== null && wrong === undefined) return found;
  const fault = verdict.ok
    ? {
        code: "ledger/cosignature-invalid",
        text: `The cosignature of ${wrong?.name} does not hold.`,
        expected: wrong?.key ?? null,
        actual: wrong?.line ?? null,
      }
    : verdict.fault;
  throw new InquestError({
    code: "case/proof-invalid",
    reaction: "verification",
    message: `${name} does not hold: ${fault.text} (${fault.code}) Ask for the files again, byte by byte.`,
    evidence: { name, ...fault },
  });
}

/** @throws InquestError "case/verifier-key" (usage). */
export function readWitnessKeys(texts: readonly string[]): WitnessKey[] {
  return texts.map((text) => {
    const key = parseWitnessKey(text);
    if (key !== null) return key;
    throw noKey(text, "a witness's verifier key: name+id+base64 of type 04");
  });
}

function readLogKey(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (key !== null) return key;
  throw noKey(text, "a verifier key as inquest verify prints it: name+id+base64 of type 01");
}

function noKey(text: string, what: string): InquestError {
  return new InquestError({
    code: "case/verifier-key",
    reaction: "usage",
    message: `"${text}" is not ${what}. Copy it whole.`,
    evidence: { text },
  });
}
