/** Which method's posteriors are added up over groups or carried through linkages: one that all of them have. */
import { ENSEMBLE_MEMBERS, hullOf } from "./ensemble.ts";
import type { Interval } from "./log-normal-interval.ts";
import type { MethodName } from "./report.ts";
import { poolPosteriors, totalInterval, totalQuantile, type UnseenPosterior } from "./unseen-posterior.ts";

/** Methods that give a posterior, in the order in which they are preferred. */
export const COMBINED_METHODS = ["ensemble", "lcmcr", "dga", "logitNormal"] as const;
export type CombinedMethod = (typeof COMBINED_METHODS)[number];

export type Posteriors = ReadonlyMap<MethodName, UnseenPosterior>;

/** A group, or a table of one linkage, with what may be combined of it. */
export interface CombinedPart {
  readonly name: string;
  /** The posteriors of its methods; none where it bears no estimate. */
  readonly posteriors: Posteriors;
  /** People counted. */
  readonly seen: number;
  /** Its table is too small or has two lists: its numbers are exploratory and enter none that is made of all parts. */
  readonly isTooThin?: boolean;
}

export interface CommonMethod {
  readonly method: CombinedMethod;
  /** The models behind it: itself, or those members of the ensemble that every part has. */
  readonly models: readonly MethodName[];
  /** Members of the ensemble that some part lacks: they are in no number that is made of all parts. */
  readonly modelsLeftOut: readonly MethodName[];
}

/**
 * Why there is no number of all parts: none has a posterior that bears it, no method has one in each that has any, or a single one
 * has any, where two are needed.
 */
export type NoCombination = "no-posterior" | "no-common-method" | "one-posterior";

/** Those of the methods asked for that can be combined, the preferred one first. */
export function toCombinable(asked: readonly MethodName[]): readonly CombinedMethod[] {
  return COMBINED_METHODS.filter((name) => asked.includes(name));
}

/** Parts that bear a number of all, those without a posterior of any method asked for, and those too thin for it. */
export function divideParts(parts: readonly CombinedPart[], asked: readonly MethodName[]) {
  const names = toCombinable(asked);
  const bears = (part: CombinedPart) => names.some((name) => part.posteriors.has(name));
  const withPosterior = parts.filter(bears);
  return {
    bearing: withPosterior.filter(({ isTooThin }) => isTooThin !== true),
    withoutPosterior: parts.filter((part) => !bears(part)),
    tooThin: withPosterior.filter(({ isTooThin }) => isTooThin === true),
  };
}

/** The preferred method among those asked for that every part has; null when there is none. */
export function findCommonMethod(
  parts: readonly CombinedPart[],
  asked: readonly MethodName[],
): CommonMethod | null {
  const inAll = (name: MethodName) => parts.every(({ posteriors }) => posteriors.has(name));
  for (const method of toCombinable(asked)) {
    if (!inAll(method)) continue;
    if (method !== "ensemble") return { method, models: [method], modelsLeftOut: [] };
    const models = ENSEMBLE_MEMBERS.filter(inAll);
    const modelsLeftOut = ENSEMBLE_MEMBERS.filter((name) => !inAll(name));
    if (models.length >= 2) return { method, models, modelsLeftOut };
  }
  return null;
}

/** The number of one part by the common method, as its own report gives it where it has no other models. */
export function numbersOfPart(
  { posteriors }: CombinedPart,
  { method, models }: CommonMethod,
): { readonly point: number; readonly interval: Interval } | null {
  const present = models.flatMap((name) => posteriors.get(name) ?? []);
  const [first] = present;
  if (first === undefined || present.length < models.length) return null;
  if (method !== "ensemble") return { point: totalQuantile(first, 0.5), interval: totalInterval(first) };
  const weight = 1 / present.length;
  const pooled = poolPosteriors(present.map((posterior) => ({ posterior, weight })));
  return { point: totalQuantile(pooled, 0.5), interval: hullOf(present) };
}
