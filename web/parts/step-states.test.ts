import { describe, expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { fa } from "../messages/fa.ts";
import { STEP_SIGNS, type StepFacts, type StepStateName, stepStateOf } from "./step-states.ts";

const STATES: readonly StepStateName[] = ["not-run", "failed", "nothing", "candidates"];

describe("the state of an automatic step", () => {
  it.each<[StepStateName, string, StepFacts]>([
    ["not-run", "while nobody ran it", { isRun: false, hasFailed: false, found: 0 }],
    ["failed", "when its first attempt failed", { isRun: false, hasFailed: true, found: 0 }],
    ["failed", "when it found nothing and then failed", { isRun: true, hasFailed: true, found: 0 }],
    ["nothing", "when it ran and found nothing", { isRun: true, hasFailed: false, found: 0 }],
    ["candidates", "when it ran and found something", { isRun: true, hasFailed: false, found: 3 }],
    [
      "candidates",
      "when what it found stands and it failed later",
      { isRun: true, hasFailed: true, found: 3 },
    ],
  ])("is %s %s", (state, _, facts) => {
    expect(stepStateOf(facts)).toBe(state);
  });

  it("has a sign and words of its own in each state, in English and Persian", () => {
    for (const told of [
      STATES.map((state) => STEP_SIGNS[state]),
      STATES.map((state) => en[`state.${state}`]),
      STATES.map((state) => fa[`state.${state}`]),
    ])
      expect(new Set(told).size).toBe(STATES.length);
  });
});
