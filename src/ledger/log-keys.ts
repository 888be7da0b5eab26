/** The keys that `closed.json` names, so that a stranger can check the checkpoint of a closed case. */
import type { LogState } from "./log-state.ts";
import type { VerifyProblem } from "./problem.ts";
import { type NoteKey, parseVerifierKey, toVerifierKey } from "./signed-note.ts";

const PATH = "closed.json";

/** The keys among the texts, and a problem for each that is no key of this log. */
export function parseLogKeys(
  logKeys: readonly string[],
  origin: string,
): { readonly keys: readonly NoteKey[]; readonly problems: readonly VerifyProblem[] } {
  const keys: NoteKey[] = [];
  const problems: VerifyProblem[] = [];
  for (const text of logKeys) {
    const key = parseVerifierKey(text);
    if (key?.name === origin) keys.push(key);
    else problems.push(invalid(text, origin));
  }
  return { keys, problems };
}

/** A problem for each key that the log itself does not enrol: known only to those who can open the acts. */
export function unenrolled(keys: readonly NoteKey[], { ring }: LogState): VerifyProblem[] {
  const enrolled = new Set(ring.keys.map(({ publicKey }) => Buffer.from(publicKey).toString("hex")));
  return keys
    .filter(({ publicKey }) => !enrolled.has(Buffer.from(publicKey).toString("hex")))
    .map((key) => ({
      path: PATH,
      code: "ledger/log-key-unenrolled",
      expected: "a key that the log enrols",
      actual: toVerifierKey(key),
      text: "closed.json names a key for the checkpoint that no act enrols.",
    }));
}

function invalid(text: string, origin: string): VerifyProblem {
  return {
    path: PATH,
    code: "ledger/log-key-invalid",
    expected: `a verifier key of ${origin}`,
    actual: text,
    text: "closed.json names a key that is none of this log.",
  };
}
