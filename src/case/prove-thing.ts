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
import {
  CONSENT_SCOPES,
  type ConsentScope,
  hasAgreed,
  isTextPassage,
  type Statement,
} from "../statements/index.ts";
import { StatementRecorded } from "./act-bodies.ts";
import type { OpenCase } from "./case-handle.ts";
import { findAct } from "./find-act.ts";
import { readBody } from "./read-body.ts";
import { isRestricted, requireNotForTeam, restrictedError, sourceForTeam } from "./restricted.ts";
import { isForTeam } from "./source-access.ts";

export interface ThingProof extends ActProof {
  /** Keys of the log that signed checkpoint and act, to be handed over by another way than the file. */
  readonly keys: readonly string[];
}

/**
 * The proof of the act that a word means (`findAct`), against the newest checkpoint that a witness cosigned and
 * that covers it, else against today's.
 *
 * @param audience - to whom it goes: words whose speaker agreed to fewer are not handed over.
 * @throws InquestError "case/no-such-act"; "case/not-covered" (locked) when no signed checkpoint covers the act yet;
 *   "case/withheld", "case/restricted" (decision) for words that may not leave the case.
 */
export function proveThing(
  opened: Pick<OpenCase, "dir" | "ledger" | "state" | "closed">,
  word: string,
  audience: ConsentScope = "public",
): ThingProof {
  const { ledger, closed } = opened;
  const leafIndex = findAct(opened, word);
  requireMayLeave(opened, leafIndex, audience);
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
function requireMayLeave(
  { ledger, state }: Pick<OpenCase, "ledger" | "state">,
  leafIndex: number,
  audience: ConsentScope,
): void {
  const { id, kind, body } = ledger.read(leafIndex);
  requireSourceNotForTeam(state, leafIndex);
  if (kind !== "statement.recorded") return;
  const { statement } = readBody(StatementRecorded, body, kind, leafIndex);
  // Of what was corrected since, the newest says to whom its words may go.
  const newest = state.statements.findRecorded(state.consents.newestOf(statement.id))?.statement;
  if (newest !== undefined && isRestricted(state, newest))
    throw restrictedError(newest.key ?? newest.id, newest);
  if (newest !== undefined) requireNotForTeam(state, newest);
  if (isRestricted(state, statement)) throw restrictedError(statement.key ?? statement.id, statement);
  requireNotForTeam(state, statement);
  if (state.consents.areWordsWithheld(statement))
    throw new InquestError({
      code: "case/withheld",
      reaction: "decision",
      message: `Act ${id} holds words whose speaker took their consent back or gave it for a time that is over: it is not handed over.`,
      evidence: { leafIndex },
    });
  requireAgreed(state.consents.scopeOf(statement), audience, statement);
  const neighbour = closedNeighbour(state, statement, audience);
  if (neighbour === undefined) return;
  throw new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `The words of ${statement.key ?? statement.id}, or those kept around its quote to find it again, are part of a statement that is restricted, or whose speaker did not agree to this or takes it back (${neighbour.key ?? neighbour.id}): a proof would hand them over.`,
    evidence: { leafIndex, neighbour: neighbour.id },
  });
}

/** The acts that seal a source or import its rows name its file, its title and its columns. */
function requireSourceNotForTeam(state: OpenCase["state"], leafIndex: number): void {
  const named = [
    ...[...state.sources.values()].map((source) => ({ leaf: source.leafIndex, source: source.value.id })),
    ...state.everyImport().map((imported) => ({ leaf: imported.leafIndex, source: imported.value.source })),
  ].find(({ leaf }) => leaf === leafIndex);
  if (named !== undefined && isForTeam(state, named.source)) throw sourceForTeam(named.source);
}

/** @throws InquestError "case/consent-scope" (decision) where the speaker agreed to fewer than it is for. */
function requireAgreed(scope: ConsentScope | null, audience: ConsentScope, { key, id }: Statement): void {
  if (scope === null || hasAgreed(scope, audience)) return;
  const remedy =
    scope === "internal"
      ? "it does not leave the case"
      : `say to whom it goes (--for ${CONSENT_SCOPES.slice(1, CONSENT_SCOPES.indexOf(scope) + 1).join("|")}), or record a wider consent`;
  throw new InquestError({
    code: "case/consent-scope",
    reaction: "decision",
    message: `Whoever spoke the words of ${key ?? id} agreed to the scope "${scope}", and this is for "${audience}": ${remedy}.`,
    evidence: { id, scope, audience },
  });
}

/** Another statement of the source whose words stand in the context of a passage and may not be told. */
function closedNeighbour(
  state: OpenCase["state"],
  { id, source, passage }: Statement,
  audience: ConsentScope,
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
        (!hasAgreed(consents.scopeOf(other), audience) ||
          consents.areWordsWithheld(other) ||
          isRestricted(state, other)),
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
