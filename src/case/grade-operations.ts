/** Grading sources, speakers and statements. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { SourceGraded, StatementGraded } from "../statements/index.ts";
import { sourceCalled } from "./find-source.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";

/** A grade as somebody gives it. */
export const GradeGiven = z.strictObject({
  /** A source, statement or speaker, by id, key or name. */
  word: z.string(),
  /** A to F for a source or speaker, 1 to 6 for a statement. */
  grade: z.string(),
  topic: z.string().optional(),
  reason: z.string().optional(),
});
export type GradeGiven = z.infer<typeof GradeGiven>;

/**
 * Records what somebody thinks of a source, a speaker or a statement.
 *
 * @returns the id of what was graded.
 * @throws InquestError "case/not-found"; "case/grade" (input) for a grade of the other kind, or without its reason.
 */
export async function recordGrade(handle: CaseHandle, given: GradeGiven): Promise<string> {
  const { word, grade, topic, reason } = given;
  const statement = handle.state.statements.find(word)?.statement.id;
  const about = { ...(topic === undefined ? {} : { topic }), reason };
  if (statement !== undefined) {
    const parsed = StatementGraded.safeParse({ statement, credibility: grade, ...about });
    if (!parsed.success) throw gradeError(given, "A statement is graded 1 to 6, without a topic");
    await handle.record([{ kind: "statement.graded", body: { ...parsed.data } }]);
    return statement;
  }
  const of = findGraded(handle, word);
  const parsed = SourceGraded.safeParse({ of, reliability: grade, ...about });
  if (!parsed.success) throw gradeError(given, "A source or speaker is graded A to F");
  await handle.record([{ kind: "source.graded", body: { ...parsed.data } }]);
  return of;
}

function findGraded({ state }: CaseHandle, word: string): string {
  return sourceCalled(state, word)?.value.id ?? findSubject(state, { word, kinds: ["speaker"] }).id;
}

function gradeError({ word, grade, reason }: GradeGiven, rule: string): InquestError {
  return new InquestError({
    code: "case/grade",
    reaction: "input",
    message: `${word} cannot be graded ${grade}${reason === undefined ? " without a reason" : ""}. ${rule}, with the reason: --why "…".`,
    evidence: { word, grade },
  });
}
