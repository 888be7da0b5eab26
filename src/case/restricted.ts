/** What is read only at its source, and what is said to whoever asks for it elsewhere. */
import { InquestError } from "../core/index.ts";
import { isAllegation, isReleasable, type Statement } from "../statements/index.ts";
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
