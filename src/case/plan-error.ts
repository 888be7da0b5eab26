/** A plan of an estimate that cannot be carried out. */
import { InquestError } from "../core/index.ts";
import type { EstimatePlan } from "./config.ts";

export function planError(plan: EstimatePlan, problem: string): InquestError {
  return new InquestError({
    code: "case/estimate-plan",
    reaction: "input",
    message: `The estimate "${plan.id}" cannot be made: ${problem}.`,
    evidence: { plan: plan.id },
  });
}
