/**
 * Grades of sources, speakers and statements (the Admiralty code, NATO AJP-2.1). Optional, given by people with their
 * reason, and shown beside what they are about: no answer, count or finding is computed from them.
 */
import { z } from "zod";
import { SubjectId } from "./subject.ts";

/** A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** 1 confirmed by others … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** `source.graded`: how far a source or a speaker is relied on, for one topic or in general. */
export const SourceGraded = z.strictObject({
  of: z.union([
    z.string().regex(/^src-[0-9a-f]{32}$/u),
    SubjectId.refine((id) => id.startsWith("speaker:"), "of the subjects only a speaker is graded"),
  ]),
  topic: z.string().trim().min(1).optional(),
  reliability: z.enum(RELIABILITIES),
  reason: z.string().trim().min(1),
});
export type SourceGraded = z.infer<typeof SourceGraded>;

/** `statement.graded`: how credible one statement is held to be. */
export const StatementGraded = z.strictObject({
  statement: z.string().regex(/^st-[0-9a-f]{32}$/u),
  credibility: z.enum(CREDIBILITIES),
  reason: z.string().trim().min(1),
});
export type StatementGraded = z.infer<typeof StatementGraded>;

/** A grade, and who gave it when. */
export type Graded<Body> = Body & { readonly by: string; readonly at: string };

export interface Grades {
  gradeSource(grade: Graded<SourceGraded>): void;
  gradeStatement(grade: Graded<StatementGraded>): void;
  /** Of a source or a speaker, the one given last on each topic, in the order in which topics came up. */
  of(subject: string): readonly Graded<SourceGraded>[];
  /** The one given last. */
  ofStatement(id: string): Graded<StatementGraded> | null;
}

export function createGrades(): Grades {
  const bySubject = new Map<string, Map<string, Graded<SourceGraded>>>();
  const byStatement = new Map<string, Graded<StatementGraded>>();
  return {
    gradeSource(grade) {
      const topics = bySubject.get(grade.of) ?? new Map<string, Graded<SourceGraded>>();
      topics.set(grade.topic ?? "", grade);
      bySubject.set(grade.of, topics);
    },
    gradeStatement(grade) {
      byStatement.set(grade.statement, grade);
    },
    of: (subject) => [...(bySubject.get(subject)?.values() ?? [])],
    ofStatement: (id) => byStatement.get(id) ?? null,
  };
}
