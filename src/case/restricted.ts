/** What is read only at its source, and what is said to whoever asks for it elsewhere. */
import { InquestError } from "../core/index.ts";
import {
  isAllegation,
  isForAnswers,
  isReleasable,
  isTextPassage,
  type RecordedStatement,
  type Statement,
  toFragment,
} from "../statements/index.ts";
import { isForTeam } from "./source-access.ts";
import type { CaseState } from "./state.ts";

/** Whether a statement is in no answer, no search and no export: closed by its access, or an allegation that nobody released. */
export function isRestricted(state: CaseState, statement: Statement): boolean {
  if (isForAnswers(statement)) return false;
  return state.allegationRelease(statement.id) === undefined || !isReleasable(statement);
}

/** @throws InquestError "case/team-only" (decision): words for the team, by themselves or by their source, leave the case in no bundle. */
export function requireNotForTeam(state: CaseState, statement: Statement): void {
  if (isForTeam(state, statement.source)) throw sourceForTeam(statement.source);
  if (statement.access !== "team") return;
  throw new InquestError({
    code: "case/team-only",
    reaction: "decision",
    message: `The statement ${statement.key ?? statement.id} is for the team: it is used in answers and leaves the case in no proof and no export. Record it anew with access: open, if whoever spoke agrees.`,
    evidence: { id: statement.id },
  });
}

export function sourceForTeam(source: string): InquestError {
  return new InquestError({
    code: "case/team-only",
    reaction: "decision",
    message: `The source ${source} is for the team: it leaves the case in no proof and no export. Whoever may decide that opens it: inquest access ${source} --to open --why "…".`,
    evidence: { source },
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
  const sources = [...new Set(statements.map(({ source }) => source))];
  // What is corrected now stands no more.
  const keys = new Set(statements.flatMap(({ key }) => key ?? []));
  const standing = (of: (source: string) => readonly RecordedStatement[]) =>
    sources
      .flatMap(of)
      .map(({ statement }) => statement)
      .filter(({ key }) => key === undefined || !keys.has(key));
  const fresh = statements.filter((statement) => isRestricted(state, statement));
  const known = standing(state.statements.closedOf).filter((statement) => isRestricted(state, statement));
  requireApart(state, statements, [...known, ...fresh]);
  // Other things may be closed though their words are known, as for the sake of who says them; an allegation is its words.
  const accusing = fresh.filter(isAllegation);
  if (accusing.length > 0) requireApart(state, standing(state.statements.ofSource), accusing);
}

function requireApart(
  state: CaseState,
  statements: readonly Statement[],
  closed: readonly Statement[],
): void {
  if (closed.length === 0) return;
  for (const statement of statements) {
    if (isRestricted(state, statement)) continue;
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
