/** Proving a thing of a case to someone who does not have the case. */
import { InquestError } from "../core/index.ts";
import {
  type ActProof,
  listReleased,
  type NoteKey,
  proveAct,
  readCheckpointNote,
  readReleased,
  type SignedCheckpoint,
  toHex,
  toVerifierKey,
  verifyNote,
} from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { findAct } from "./find-act.ts";

export interface ThingProof extends ActProof {
  /** Keys of the log that signed checkpoint and act, to be handed over by another way than the file. */
  readonly keys: readonly string[];
}

/**
 * The proof of the act that a word means (`findAct`), against the newest checkpoint that a witness cosigned and
 * that covers it, else against today's.
 *
 * @throws InquestError "case/no-such-act"; "case/not-covered" (locked) when no signed checkpoint covers the act yet.
 */
export function proveThing(
  opened: Pick<OpenCase, "dir" | "ledger" | "state" | "closed">,
  word: string,
): ThingProof {
  const { ledger, closed } = opened;
  const leafIndex = findAct(opened, word);
  requireConsent(opened, leafIndex);
  const keys = ledger.noteKeys;
  const checkpoint = findCosigned(opened, keys, leafIndex) ?? ledger.checkpoint();
  if (checkpoint === null || checkpoint.treeSize <= leafIndex) throw notCovered(leafIndex, checkpoint);
  const sealed = closed === null ? {} : { leafKeyOf: closed.leafKeyOf };
  const proof = proveAct({ log: ledger, leafIndex, checkpoint, ...sealed });
  return { ...proof, keys: keys.map(toVerifierKey) };
}

/** A proof hands over the act with its quote: not without consent. @throws InquestError "case/withheld" (decision). */
function requireConsent({ ledger, state }: Pick<OpenCase, "ledger" | "state">, leafIndex: number): void {
  if (state.consents.areAllOpen()) return;
  const recorded = state.statements.recorded().find((each) => each.leafIndex === leafIndex);
  if (recorded === undefined || !state.consents.isWithheld(recorded.statement)) return;
  throw new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `Act ${ledger.read(leafIndex).id} holds words whose speaker took their consent back or gave it for a time that is over: it is not handed over.`,
    evidence: { leafIndex },
  });
}

/** The newest released checkpoint that covers the leaf and bears a line that is not by a key of the log. */
function findCosigned(
  { dir, ledger }: Pick<OpenCase, "dir" | "ledger">,
  keys: readonly NoteKey[],
  leafIndex: number,
): SignedCheckpoint | null {
  for (const treeSize of listReleased(dir).reverse()) {
    const bytes = treeSize <= leafIndex || treeSize > ledger.size ? null : readReleased(dir, treeSize);
    if (bytes === null) continue;
    const read = readCheckpointNote(bytes, { caseId: ledger.caseId, keys });
    if ("fault" in read || read.checkpoint.treeSize !== treeSize) continue;
    if (verifyNote(bytes, keys).unverified.length === 0) continue;
    const { origin, root } = read.checkpoint;
    return { origin, treeSize, rootHash: toHex(root), note: new TextDecoder().decode(bytes) };
  }
  return null;
}

function notCovered(leafIndex: number, checkpoint: SignedCheckpoint | null): InquestError {
  const covered = checkpoint?.treeSize ?? 0;
  return new InquestError({
    code: "case/not-covered",
    reaction: "locked",
    message: `Leaf ${leafIndex} is under no signed checkpoint yet: the one on disk covers ${covered} acts. Let the process that writes this case end, or run inquest checkpoint.`,
    evidence: { leafIndex, covered },
  });
}
