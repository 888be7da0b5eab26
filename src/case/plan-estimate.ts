/** The plan of an estimate over linked lists, as somebody states it without a file: it becomes part of what the case is. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { LocalTextSchema } from "../statements/index.ts";
import { type EstimatePlan, PlanId, PlanMethods } from "./config.ts";
import { configurationDrafts } from "./configure-case.ts";
import { isAssumption } from "./estimate-plans.ts";
import { findImport } from "./find-list.ts";
import type { CaseHandle } from "./handle.ts";

export const EstimatePlanGiven = z.strictObject({
  /** The plan of the same id is replaced. */
  id: PlanId.default("linked-lists"),
  /** Names of imported lists; all that are linked when left out. */
  lists: z.array(z.string().min(1)).min(2).optional(),
  methods: PlanMethods.default("all"),
  /** What must hold for the number to mean anything, in the words of whoever asks, in one language or more. */
  assumption: LocalTextSchema,
});
export type EstimatePlanGiven = z.infer<typeof EstimatePlanGiven>;

export interface PlannedAnew {
  readonly plan: EstimatePlan;
  /** What stood before, as it would be sent to let it stand again; null where nothing did that can be sent so. */
  readonly before: EstimatePlanBefore | null;
}

export interface EstimatePlanBefore {
  readonly id: string;
  readonly lists?: readonly string[];
  readonly methods: "all" | readonly string[];
  readonly assumption: { readonly en?: string | undefined; readonly fa?: string | undefined };
}

/**
 * Records a plan. The assumption is that of the case, and takes the place of the words that stood, in every language:
 * old words beside new ones would state two assumptions.
 *
 * @returns the plan that stands now, and the one before it; nothing is recorded where it stood already.
 * @throws InquestError "case/estimate-assumption" (input) for blanks or a word or two; "case/not-found" for a list
 *   that was not imported; "case/config" (input) for what could not be read back.
 */
export async function planEstimate(handle: CaseHandle, given: EstimatePlanGiven): Promise<PlannedAnew> {
  const stated = Object.values(given.assumption).filter((text) => text !== undefined);
  if (stated.length === 0 || !stated.every(isAssumption)) {
    throw new InquestError({
      code: "case/estimate-assumption",
      reaction: "input",
      message:
        "Say in a sentence what must hold for the estimate to mean anything, such as how the lists came about and who could not be on any.",
      evidence: { at: "assumption" },
    });
  }
  for (const list of given.lists ?? []) findImport(handle.state, list);
  const plan: EstimatePlan = {
    id: given.id,
    from: "clusters",
    ...(given.lists === undefined
      ? {}
      : { lists: given.lists.map((name): `list:${string}` => `list:${name}`) }),
    methods: given.methods,
  };
  const { estimates } = handle.config;
  const before = standingPlan(handle, given.id);
  const wanted = {
    ...handle.config,
    estimates: inPlace(estimates, plan),
    identifyingAssumption: given.assumption,
  };
  await handle.record(configurationDrafts(wanted, handle.config));
  return { plan, before };
}

/** A plan that a file stated with more than can be sent is none of these: sent again it would be another. */
function standingPlan({ config }: CaseHandle, id: string): EstimatePlanBefore | null {
  const standing = config.estimates.find((each) => each.id === id);
  const assumption = config.identifyingAssumption;
  if (standing === undefined || assumption === undefined) return null;
  const { from, lists, methods, id: _, ...more } = standing;
  if (from !== "clusters" || methods === undefined || Object.values(more).some((each) => each !== undefined))
    return null;
  return {
    id,
    ...(lists === undefined ? {} : { lists: lists.map((list) => list.replace(/^list:/u, "")) }),
    methods,
    assumption,
  };
}

/** A plan stated again stays where it stood: their order is that of the answers. */
function inPlace(plans: readonly EstimatePlan[], plan: EstimatePlan): EstimatePlan[] {
  return plans.some(({ id }) => id === plan.id)
    ? plans.map((each) => (each.id === plan.id ? plan : each))
    : [...plans, plan];
}
