/** Proving a thing of a case to someone who does not have the case. */
import { countCodePoints, InquestError } from "../core/index.ts";
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
import { isTextPassage, type Statement } from "../statements/index.ts";
import { StatementRecorded } from "./act-bodies.ts";
import type { OpenCase } from "./case-handle.ts";
import { findAct } from "./find-act.ts";
import { readBody } from "./read-body.ts";
import { isRestricted, requireNotForTeam, restrictedError } from "./restricted.ts";

export interface ThingProof extends ActProof {
  /** Keys of the log that signed checkpoint and act, to be handed over by another way than the file. */
  readonly keys: readonly string[];
}

/**
 * The proof of the act that a word means (`findAct`), against the newest checkpoint that a witness cosigned and
 * that covers it, else against today's.
 *
 * @throws InquestError "case/no-such-act"; "case/not-covered" (locked) when no signed checkpoint covers the act yet;
 *   "case/withheld", "case/restricted" (decision) for words that may not leave the case.
 */
export function proveThing(
  opened: Pick<OpenCase, "dir" | "ledger" | "state" | "closed">,
  word: string,
): ThingProof {
  const { ledger, closed } = opened;
  const leafIndex = findAct(opened, word);
  requireMayLeave(opened, leafIndex);
  const keys = ledger.noteKeys;
  const checkpoint = findCosigned(opened, keys, leafIndex) ?? ledger.checkpoint();
  if (checkpoint === null || checkpoint.treeSize <= leafIndex) throw notCovered(leafIndex, checkpoint);
  const sealed = closed === null ? {} : { leafKeyOf: closed.leafKeyOf };
  const proof = proveAct({ log: ledger, leafIndex, checkpoint, ...sealed });
  return { ...proof, keys: keys.map(toVerifierKey) };
}

/**
 * A proof hands over the act with its quote: not without consent, and no allegation before two people released it. Of
 * what is encrypted the act holds nothing that could be read.
 *
 * @throws InquestError "case/withheld", "case/restricted" (decision).
 */
function requireMayLeave({ ledger, state }: Pick<OpenCase, "ledger" | "state">, leafIndex: number): void {
  const { id, kind, body } = ledger.read(leafIndex);
  if (kind !== "statement.recorded") return;
  const { statement } = readBody(StatementRecorded, body, kind, leafIndex);
  if (isRestricted(state, statement)) throw restrictedError(statement.key ?? statement.id, statement);
  requireNotForTeam(statement);
  const neighbour = closedNeighbour(state, statement);
  if (neighbour !== undefined)
    throw new InquestError({
      code: "case/withheld",
      reaction: "decision",
      message: `The words kept around the quote of ${statement.key ?? statement.id}, to find it again, are part of a statement that is restricted or whose consent is missing (${neighbour.key ?? neighbour.id}): a proof would hand them over.`,
      evidence: { leafIndex, neighbour: neighbour.id },
    });
  if (!state.consents.isWithheld(statement)) return;
  throw new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `Act ${id} holds words whose speaker took their consent back or gave it for a time that is over: it is not handed over.`,
    evidence: { leafIndex },
  });
}

/** Another statement of the source whose words stand in the context of a passage and may not be told. */
function closedNeighbour(
  state: OpenCase["state"],
  { id, source, passage }: Statement,
): Statement | undefined {
  if (!isTextPassage(passage)) return undefined;
  const from = passage.start - countCodePoints(passage.prefix);
  const to = passage.end + countCodePoints(passage.suffix);
  const { statements, consents } = state;
  return [...statements.recorded(), ...statements.corrected()]
    .map(({ statement }) => statement)
    .find(
      (other) =>
        other.id !== id &&
        other.source === source &&
        isTextPassage(other.passage) &&
        other.passage.start < to &&
        from < other.passage.end &&
        // Words that the proven passage itself quotes are told with its own consent.
        !(other.passage.start >= passage.start && other.passage.end <= passage.end) &&
        (consents.areWordsWithheld(other) || isRestricted(state, other)),
    );
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
