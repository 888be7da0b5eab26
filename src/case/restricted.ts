/** What is read only at its source, and what is said to whoever asks for it elsewhere. */
import { InquestError } from "../core/index.ts";
import {
  isAllegation,
  isReleasable,
  isTextPassage,
  type Statement,
  toFragment,
} from "../statements/index.ts";
import type { CaseState } from "./state.ts";

/** Whether a statement is in no answer, no search and no export: closed by its access, or an allegation that nobody released. */
export function isRestricted(state: CaseState, statement: Statement): boolean {
  const { access } = statement;
  if ((access === "open" || access === "team") && !isAllegation(statement)) return false;
  return state.allegationRelease(statement.id) === undefined || !isReleasable(statement);
}

/** @throws InquestError "case/team-only" (decision): the words of a statement for the team leave the case in no bundle. */
export function requireNotForTeam(statement: Statement): void {
  if (statement.access !== "team") return;
  throw new InquestError({
    code: "case/team-only",
    reaction: "decision",
    message: `The statement ${statement.key ?? statement.id} is for the team: it is used in answers and leaves the case in no proof and no export. Record it anew with access: open, if whoever spoke agrees.`,
    evidence: { id: statement.id },
  });
}

/** @param word - as it was asked for. */
export function restrictedError(word: string, statement: Statement): InquestError {
  const remedy = isReleasable(statement)
    ? ` Two people release an allegation: inquest propose allegation.released ${word} --why "…".`
    : "";
  return new InquestError({
    code: "case/restricted",
    reaction: "decision",
    message: `The statement ${word} is restricted: it is in no answer and no export, and is read only at its source in the workbench.${remedy}`,
    evidence: { id: word },
  });
}

/**
 * No open statement quotes all the words of one that is closed: it would tell them.
 *
 * @param statements - about to be recorded; closed ones among them count too.
 * @throws InquestError "case/restricted" (decision) naming both.
 */
export function requireNoClosedWords(state: CaseState, statements: readonly Statement[]): void {
  const sources = new Set(statements.map(({ source }) => source));
  const known = [...sources].flatMap((source) => state.statements.ofSource(source));
  // What is corrected now stands no more.
  const keys = new Set(statements.flatMap(({ key }) => key ?? []));
  const standing = known
    .map(({ statement }) => statement)
    .filter(({ key }) => key === undefined || !keys.has(key));
  const closed = [...standing, ...statements].filter((statement) => isRestricted(state, statement));
  if (closed.length === 0) return;
  requireApart(state, statements, closed);
  // Other things may be closed though their words are known, as for the sake of who says them; an allegation is its words.
  requireApart(state, standing, statements.filter(isAllegation));
}

function requireApart(
  state: CaseState,
  statements: readonly Statement[],
  closed: readonly Statement[],
): void {
  if (closed.length === 0) return;
  for (const statement of statements) {
    // What is about an encrypted source will be encrypted, whatever it says itself.
    const isEncrypted = state.sources.get(statement.source)?.value.sealed !== undefined;
    if (isEncrypted || isRestricted(state, statement)) continue;
    const told = closed.find((other) => other.source === statement.source && holds(statement, other));
    if (told === undefined) continue;
    throw new InquestError({
      code: "case/restricted",
      reaction: "decision",
      message: `${statement.key ?? "A statement"} quotes all the words of ${told.key ?? told.id}, which is restricted: it would tell them in answers. Quote fewer words, or record it with access: restricted; one that stands already is corrected first. Nothing was recorded.`,
      evidence: { key: statement.key ?? null, restricted: told.id },
    });
  }
}

function holds({ passage: outer }: Statement, { passage: inner }: Statement): boolean {
  if (isTextPassage(outer) && isTextPassage(inner))
    return outer.start <= inner.start && inner.end <= outer.end;
  // Cells, pages and seconds: the same place.
  return !isTextPassage(outer) && !isTextPassage(inner) && toFragment(outer) === toFragment(inner);
}

/** @param word - as it was asked for. */
export function withheldError(word: string): InquestError {
  return new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `The statement ${word} is withheld: whoever spoke took their consent back, or gave it for a time that is over. It is in no answer and is told to nobody.`,
    evidence: { id: word },
  });
}
