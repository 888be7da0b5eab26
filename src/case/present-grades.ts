/** Grades as the faces show them, beside what they are about. */

import { sourceCalled } from "./find-source.ts";
import { findSubject } from "./find-subject.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import type { GradeView } from "./views.ts";

/** Of a source or speaker, by its id: one for each topic. */
export function presentGrades(
  { grades }: Pick<CaseState, "grades">,
  of: string,
  { translate, day }: Pick<Presenter, "translate" | "day">,
): GradeView[] {
  return grades.of(of).map(({ topic = null, reliability, reason, by, at }) => ({
    topic,
    grade: reliability,
    gradeText: translate(`grade.${reliability}`),
    reason,
    by,
    on: day(at.slice(0, 10)),
  }));
}

/** Of one statement; null without any. */
export function presentCredibility(
  { grades }: Pick<CaseState, "grades">,
  statement: string,
  { translate, day }: Pick<Presenter, "translate" | "day">,
): GradeView | null {
  const grade = grades.ofStatement(statement);
  if (grade === null) return null;
  const { credibility, reason, by, at } = grade;
  const gradeText = translate(`grade.${credibility}`);
  return { topic: null, grade: credibility, gradeText, reason, by, on: day(at.slice(0, 10)) };
}

/** Of whatever somebody names. @throws InquestError "case/not-found", "case/ambiguous-name". */
export function findGrades(state: CaseState, word: string, presenter: Presenter): GradeView[] {
  const statement = state.statements.find(word)?.statement.id;
  if (statement !== undefined) {
    const credibility = presentCredibility(state, statement, presenter);
    return credibility === null ? [] : [credibility];
  }
  const source = sourceCalled(state, word)?.value.id;
  const of = source ?? findSubject(state, { word, kinds: ["speaker"] }).id;
  return presentGrades(state, of, presenter);
}
