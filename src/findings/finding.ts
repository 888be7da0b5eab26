/** Findings: what the keepers of a case hold to be established, by which standard, on which statements. */
import { z } from "zod";
import {
  LocalTextSchema,
  type RecordedStatement,
  STANDARDS_OF_PROOF,
  type StandardOfProof,
} from "../statements/index.ts";
import { ceilingOf, isAbove, type Support, type SupportContext, supportOf } from "./support.ts";

const StatementId = z.string().regex(/^st-[0-9a-f]{32}$/u);

export const Finding = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be lower-case ASCII words joined by hyphens"),
  question: z.enum(["howMany", "who", "where", "offices"]),
  text: LocalTextSchema,
  standard: z.enum(STANDARDS_OF_PROOF),
  supports: z.array(StatementId).min(1),
  contradicts: z.array(StatementId),
  /** What the finding does not say, and what it cannot know. */
  limitations: LocalTextSchema,
  reviewers: z.array(z.string().trim().min(1)).min(1),
  /** Who answers for a standard above what the support bears by itself, and why. */
  above: z.strictObject({ by: z.string().trim().min(1), why: z.string().trim().min(1) }).optional(),
});

/** Why a finding does not hold together; null when it does. */
export function faultOfFinding({ supports, contradicts, reviewers, above }: Finding): string | null {
  const both = supports.find((id) => contradicts.includes(id));
  if (both !== undefined) return `${both} stands both under "supports" and under "contradicts"`;
  if (above !== undefined && !reviewers.includes(above.by))
    return `"${above.by}", who answers for the standard, is not among its reviewers`;
  return null;
}
export type Finding = z.infer<typeof Finding>;

export interface JudgedFinding {
  readonly finding: Finding;
  readonly support: Support;
  readonly ceiling: StandardOfProof | null;
  /** ok: borne by its support; answered: a reviewer answers for it; above: its support has fallen below it. */
  readonly standing: "ok" | "answered" | "above";
  readonly supports: readonly RecordedStatement[];
  readonly contradicts: readonly RecordedStatement[];
  /** Statements that it names and that stand in no view any more: superseded, restricted or without consent. */
  readonly lost: number;
  /** Statements without any one of which it could not stand as high. */
  readonly hangsOn: readonly string[];
}

export interface JudgeFinding extends SupportContext {
  /** Null for a statement that is in no view. */
  readonly find: (id: string) => RecordedStatement | null;
}

/** A finding beside what supports it today. */
export function judgeFinding(finding: Finding, context: JudgeFinding): JudgedFinding {
  const take = (ids: readonly string[]) => ids.flatMap((id) => context.find(id) ?? []);
  const [supports, contradicts] = [take(finding.supports), take(finding.contradicts)];
  const support = supportOf(supports, context);
  const ceiling = ceilingOf(support);
  const tooHigh = isAbove(finding.standard, ceiling);
  const answered = finding.above === undefined ? "above" : "answered";
  const hangsOn = supports.filter((each) => {
    const rest = supportOf(
      supports.filter((other) => other !== each),
      context,
    );
    return isAbove(finding.standard, ceilingOf(rest));
  });
  return {
    finding,
    support,
    ceiling,
    standing: tooHigh ? answered : "ok",
    supports,
    contradicts,
    lost: finding.supports.length + finding.contradicts.length - supports.length - contradicts.length,
    // One that a reviewer carries hangs on the reviewer.
    hangsOn: tooHigh ? [] : hangsOn.map(({ statement }) => statement.id),
  };
}
