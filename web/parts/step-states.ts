/** The four states of whatever the program does by itself: an empty list alone never tells which one it is. */
export type StepStateName = "not-run" | "failed" | "nothing" | "candidates";

export interface StepFacts {
  /** Whether a result of it stands. */
  readonly isRun: boolean;
  /** Whether it failed when it was last tried. */
  readonly hasFailed: boolean;
  /** How many things it found that a person may look at. */
  readonly found: number;
}

/** What was found stays to be looked at, though a later attempt failed; after a failure nobody can say that nothing is there. */
export function stepStateOf({ isRun, hasFailed, found }: StepFacts): StepStateName {
  if (isRun && found > 0) return "candidates";
  if (hasFailed) return "failed";
  return isRun ? "nothing" : "not-run";
}

/** Each state by its own shape, beside its word. */
export const STEP_SIGNS: Readonly<Record<StepStateName, string>> = {
  "not-run": "○",
  failed: "✗",
  nothing: "∅",
  candidates: "●",
};
