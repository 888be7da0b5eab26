/** The plan of an estimate over linked lists, as somebody states it without a file: it becomes part of what the case is. */
import { z } from "zod";
import { InquestError, type JsonValue, type LocalText, toCanonicalJson } from "../core/index.ts";
import { ALL_METHODS } from "../estimate/index.ts";
import { LocalTextSchema } from "../statements/index.ts";
import type { CaseConfig, EstimatePlan } from "./config.ts";
import { isAssumption } from "./estimate-plans.ts";
import type { CaseHandle } from "./handle.ts";

export const EstimatePlanGiven = z.strictObject({
  /** The plan of the same id is replaced. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be lower-case ASCII words joined by hyphens")
    .default("linked-lists"),
  /** Names of imported lists; all that are linked when left out. */
  lists: z.array(z.string().min(1)).min(2).optional(),
  methods: z.union([z.literal("all"), z.array(z.enum(ALL_METHODS)).min(1)]).default("all"),
  /** What must hold for the number to mean anything, in the words of whoever asks, in one language or more. */
  assumption: LocalTextSchema,
});
export type EstimatePlanGiven = z.infer<typeof EstimatePlanGiven>;

/**
 * Records a plan. The assumption is that of the case: words given in a language take the place of those that stood.
 *
 * @returns the plan that stands now; nothing is recorded where it stood already.
 * @throws InquestError "case/estimate-assumption" (input) for blanks or a word or two; "case/not-found" for a list
 *   that was not imported.
 */
export async function planEstimate(handle: CaseHandle, given: EstimatePlanGiven): Promise<EstimatePlan> {
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
  for (const list of given.lists ?? []) requireList(handle, list);
  const plan: EstimatePlan = {
    id: given.id,
    from: "clusters",
    ...(given.lists === undefined
      ? {}
      : { lists: given.lists.map((name): `list:${string}` => `list:${name}`) }),
    methods: given.methods,
  };
  const { estimates, identifyingAssumption } = handle.config;
  const wanted: CaseConfig = {
    ...handle.config,
    estimates: [...estimates.filter(({ id }) => id !== plan.id), plan],
    identifyingAssumption: merged(identifyingAssumption ?? {}, given.assumption),
  };
  const [config, current] = [plain(wanted), plain(handle.config)];
  if (toCanonicalJson(config) !== toCanonicalJson(current))
    await handle.record([{ kind: "case.configured", body: { config } }]);
  return plan;
}

/** Words of one language stay when only another is given: they may say the same, and a person sees both. */
function merged(before: LocalText, given: LocalText): LocalText {
  return { ...before, ...given };
}

function requireList({ state }: CaseHandle, name: string): void {
  if (state.lists.has(name)) return;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No list "${name}" was imported. There are: ${[...state.lists.keys()].join(", ") || "none"}.`,
    evidence: { name },
  });
}

function plain(value: unknown): JsonValue {
  const copy: JsonValue = JSON.parse(JSON.stringify(value));
  return copy;
}
