/** Checking a proof file and the act beside it, without the case (docs/formats/proof.md, "What a checker does"). */
import { type Act, parseEntry } from "../act.ts";
import { toDeviceId, toPublicKey } from "../actor-key.ts";
import { toOrigin } from "../checkpoint.ts";
import { isSignedBy, isWeak } from "../key-ring.ts";
import { hashLeaf, toHex } from "../merkle/hash.ts";
import { verifyInclusion } from "../merkle/verify-inclusion.ts";
import { type NoteKey, type NoteSignature, toVerifierKey, verifyNote } from "../signed-note.ts";
import { openLeaf } from "./closed-leaf.ts";
import { type Cosignature, readCosignatures, type WitnessKey } from "./cosignature.ts";
import { readExtra } from "./proof-extra.ts";
import { parseTlogProof, type ReadTlogProof } from "./tlog-proof.ts";

export interface ProofClaim {
  /** Bytes of the `.tlog-proof` file. */
  readonly proof: Uint8Array;
  /** Bytes of the `.act.json` file. */
  readonly act: Uint8Array;
  /** Bytes of the `.leaf` file of a closed case; null in an open one, where the act itself is the entry. */
  readonly leaf: Uint8Array | null;
  /** The log that is asked for; null takes the one that the file names. */
  readonly origin: string | null;
  /** Keys of the log that the reader trusts. Empty: those that the file offers are tried, and trust stays open. */
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly WitnessKey[];
}

export type ProofFaultCode =
  | "ledger/proof-file"
  | "ledger/proof-origin"
  | "ledger/proof-signature"
  | "ledger/proof-malformed"
  | "ledger/proof-root"
  | "ledger/proof-act"
  | "ledger/proof-leaf-key";

export interface ProofFault {
  readonly code: ProofFaultCode;
  readonly text: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

export interface VerifiedProof {
  readonly act: Act;
  readonly leafIndex: number;
  readonly treeSize: number;
  /** Root of the checkpoint, hexadecimal. */
  readonly root: string;
  readonly origin: string;
  /** Verifier key that signed the checkpoint. */
  readonly signedBy: string;
  /** Verifier key that signed the act. */
  readonly actKey: string;
  /** Both keys were given by the reader; false: they stand only in the file and must be compared. */
  readonly isTrusted: boolean;
  readonly cosignatures: readonly Cosignature[];
}

export type ProofVerdict =
  | { readonly ok: true; readonly found: VerifiedProof }
  | { readonly ok: false; readonly fault: ProofFault };

/** Checks everything that the files can show. Never throws, whatever they hold. */
export function verifyProof(claim: ProofClaim): ProofVerdict {
  const parsed = parseTlogProof(claim.proof);
  if ("fault" in parsed) return fault("ledger/proof-file", `The proof file cannot be read: ${parsed.fault}.`);
  const { proof } = parsed;
  const { checkpoint } = proof;
  const origin = claim.origin ?? checkpoint.origin;
  if (checkpoint.origin !== origin)
    return fault("ledger/proof-origin", "The proof is of another log.", origin, checkpoint.origin);

  const { keys: offered, leafKey } = readExtra(proof.extra);
  const trusted = claim.keys.filter((key) => !isWeak(key.publicKey));
  const signed = verifyCheckpoint(proof, trusted.length > 0 ? trusted : offered);
  if ("code" in signed) return { ok: false, fault: signed };

  const entry = claim.leaf ?? claim.act;
  const included = verifyInclusion({
    leaf: hashLeaf(entry),
    proof: { leafIndex: proof.leafIndex, treeSize: checkpoint.treeSize, path: proof.path },
    root: checkpoint.root,
  });
  if (included.code !== null) {
    const text =
      included.code === "ledger/proof-root"
        ? "The entry does not lead to the root of the checkpoint: it is not what was logged at this place."
        : "The path cannot belong to this index and size.";
    return fault(included.code, text, included.expected, included.actual);
  }
  if (claim.leaf !== null) {
    const opened =
      leafKey === null ? { fault: "the proof file has no leafKey" } : openLeaf(claim.leaf, leafKey);
    if ("fault" in opened)
      return fault("ledger/proof-leaf-key", `The sealed entry does not open: ${opened.fault}.`);
    if (Buffer.compare(opened.entry, claim.act) !== 0)
      return fault("ledger/proof-leaf-key", "The sealed entry opens to another act than the one beside it.");
  }
  const judged = judgeAct(claim.act, origin, [...trusted, ...offered]);
  if ("code" in judged) return { ok: false, fault: judged };
  const isTrusted = [signed.key, judged.key].every((key) => trusted.some((known) => isSameKey(known, key)));
  return {
    ok: true,
    found: {
      act: judged.act,
      leafIndex: proof.leafIndex,
      treeSize: checkpoint.treeSize,
      root: toHex(checkpoint.root),
      origin,
      signedBy: toVerifierKey(signed.key),
      actKey: toVerifierKey(judged.key),
      isTrusted,
      cosignatures: readCosignatures(signed.note, signed.others, claim.witnesses),
    },
  };
}

interface SignedBy {
  readonly key: NoteKey;
  readonly note: { readonly text: string };
  readonly others: readonly NoteSignature[];
}

function verifyCheckpoint(
  { note, checkpoint }: ReadTlogProof,
  keys: readonly NoteKey[],
): SignedBy | ProofFault {
  const own = keys.filter((key) => key.name === checkpoint.origin);
  const report = verifyNote(Buffer.from(note, "utf8"), own);
  const [first] = report.verified;
  const key = own.find((known) => first !== undefined && isKeyOf(known, first));
  if (report.ok && report.note !== null && key !== undefined)
    return { key, note: report.note, others: report.unverified };
  return {
    code: "ledger/proof-signature",
    text: `The checkpoint's signature does not hold: ${report.fault}.`,
    expected: own.map(toVerifierKey).join(", ") || null,
    actual: report.unverified.map(({ name, keyId }) => `${name}+${toHex(keyId)}`).join(", ") || null,
  };
}

/** The act of an entry, if it is of this log and signed by one of the keys. */
function judgeAct(
  entry: Uint8Array,
  origin: string,
  keys: readonly NoteKey[],
): { readonly act: Act; readonly key: NoteKey } | ProofFault {
  const parsed = parseEntry(entry);
  if ("fault" in parsed) return actFault(`The entry is no act: ${parsed.fault}.`, null, null);
  const { act } = parsed;
  if (toOrigin(act.case) !== origin)
    return actFault("The act is of another case.", origin, toOrigin(act.case));
  const key = keys.find(({ publicKey }) => toDeviceId(publicKey) === act.device);
  if (key === undefined) return actFault("No key at hand is that of the act's device.", act.device, null);
  if (!isSignedBy(act, toPublicKey(key.publicKey)))
    return actFault("The act's signature is not that of its key.", act.device, act.sig);
  return { act, key };
}

function isKeyOf(key: NoteKey, { name, keyId }: NoteSignature): boolean {
  return toVerifierKey(key).startsWith(`${name}+${toHex(keyId)}+`);
}

function isSameKey(one: NoteKey, other: NoteKey): boolean {
  return Buffer.compare(one.publicKey, other.publicKey) === 0;
}

function actFault(text: string, expected: string | null, actual: string | null): ProofFault {
  return { code: "ledger/proof-act", text, expected, actual };
}

function fault(
  code: ProofFaultCode,
  text: string,
  expected: string | null = null,
  actual: string | null = null,
): ProofVerdict {
  return { ok: false, fault: { code, text, expected, actual } };
}
