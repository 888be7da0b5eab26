/** One estimate from several tables of the same people that differ in how records were linked. */
import { InquestError } from "../core/pure.ts";
import type { Interval } from "./log-normal-interval.ts";
import { studentQuantile } from "./numeric/student.ts";
import { totalQuantile, type UnseenPosterior } from "./unseen-posterior.ts";

export interface CombinedReplicates {
  /** People counted on average, and exp of the mean of log n0 added to them. */
  readonly point: number;
  /** Never below the smallest number counted. */
  readonly interval: Interval;
  /** Variance of log n0 inside of the tables, on average, and between them. */
  readonly within: number;
  readonly between: number;
  /** Part of the variance of N that comes from linkage, in the number counted and in log n0; 0 to 1. */
  readonly linkageShare: number;
  readonly degreesOfFreedom: number;
  readonly replicates: number;
  /** Fewer tables than are needed to know the variance between them. */
  readonly isFew: boolean;
}

/** Why there is no interval: too few degrees of freedom, or an upper end far beyond those of all tables. */
export type NoInterval = "few-degrees" | "beyond-tables";

/** What the rule gives of one model; its interval is null where few tables make it say nothing of use. */
export interface GuardedReplicates extends Omit<CombinedReplicates, "interval"> {
  readonly interval: Interval | null;
  readonly noInterval: NoInterval | null;
}

/** With fewer tables the variance between them is itself a guess. */
const FEW_REPLICATES = 10;

/** log n0 has no value for 0 unseen: they count as this many. */
const LEAST_UNSEEN = 0.1;

/**
 * Rubin's rule on log n0 (Rubin 1987, Multiple Imputation for Nonresponse in Surveys): with R tables, W the mean of
 * their posterior variances and B the variance of their posterior means, the total is W + (1 + 1/R) B and the
 * interval is Student's with (R − 1) (1 + W / ((1 + 1/R) B))² degrees of freedom. Tables drawn from the posterior of
 * the linkage carry its uncertainty into N (Sadinle 2018, Annals of Applied Statistics 12).
 *
 * The number counted differs between linkages too: a missed link counts one person twice. Its spread between the
 * tables is added, in step with that of the unseen (missed links raise both, and apart they would narrow the interval),
 * and ends where no table counts fewer or more. No table's own count is a floor: the linkage that missed most would
 * then raise the interval over all others.
 *
 * Tables of unequal weight are averaged by it, and R becomes the number of equal ones that would tell as much,
 * 1 / Σ w² for weights that sum to 1 (Kish 1965, Survey Sampling).
 *
 * @param weights - one for each table, positive; equal when left out.
 * @param tail - probability outside of the interval on either side, 0.025 when left out.
 * @throws InquestError "estimate/few-replicates" for fewer than two tables: nothing then tells what linkage adds.
 */
export function combineReplicates(
  replicates: readonly UnseenPosterior[],
  weights: readonly number[] = replicates.map(() => 1),
  tail = 0.025,
): CombinedReplicates {
  const { quantile, ...rest } = combinedLaw(replicates, weights);
  return { ...rest, interval: [quantile(tail), quantile(1 - tail)] };
}

/** With fewer the tail of Student's distribution makes the interval, not the tables: 12.7 standard errors at 1. */
const LEAST_DEGREES = 3;

/** An upper end so many times that of every table comes of their small number. */
const FARTHEST_BEYOND = 10;

/** {@link combineReplicates} without the interval where few tables make it say nothing of use. */
export function combineGuarded(
  replicates: readonly UnseenPosterior[],
  { weights, tail = 0.025 }: { readonly weights?: readonly number[]; readonly tail?: number } = {},
): GuardedReplicates {
  const combined = combineReplicates(replicates, weights, tail);
  const farthest = FARTHEST_BEYOND * Math.max(...replicates.map((each) => totalQuantile(each, 1 - tail)));
  if (combined.degreesOfFreedom < LEAST_DEGREES)
    return { ...combined, interval: null, noInterval: "few-degrees" };
  if (combined.interval[1] > farthest) return { ...combined, interval: null, noInterval: "beyond-tables" };
  return { ...combined, noInterval: null };
}

/** The law of N that the rule gives: its quantiles, and what they are made of. @throws as {@link combineReplicates}. */
export function combinedLaw(
  replicates: readonly UnseenPosterior[],
  weights: readonly number[] = replicates.map(() => 1),
) {
  const count = replicates.length;
  if (count < 2) {
    throw new InquestError({
      code: "estimate/few-replicates",
      reaction: "input",
      message: `Linkage is carried through with two tables of the same people or more; ${count} given. Link again with other draws or decisions.`,
      evidence: { replicates: count },
    });
  }
  const moments = replicates.map(logMoments);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const average = (values: readonly number[]): number =>
    values.reduce((all, value, table) => all + ((weights[table] ?? 0) / sum) * value, 0);
  const effective = 1 / average(weights.map((weight) => weight / sum));
  const varianceBetween = (values: readonly number[], mean: number): number =>
    (average(values.map((value) => (value - mean) ** 2)) * effective) / Math.max(effective - 1, 1e-9);
  const means = moments.map((m) => m.mean);
  const mean = average(means);
  const within = average(moments.map((m) => m.variance));
  const between = varianceBetween(means, mean);
  const added = (1 + 1 / effective) * between;
  const total = within + added;
  const degreesOfFreedom = added > 0 ? (effective - 1) * (1 + within / added) ** 2 : Number.POSITIVE_INFINITY;
  const counts = replicates.map((replicate) => replicate.seen);
  const seen = average(counts);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const seenSpread = Math.sqrt((1 + 1 / effective) * varianceBetween(counts, seen));
  const quantile = (level: number): number => {
    const steps =
      level < 0.5 ? -studentQuantile(1 - level, degreesOfFreedom) : studentQuantile(level, degreesOfFreedom);
    const counted = Math.min(most, Math.max(fewest, seen + steps * seenSpread));
    return counted + Math.exp(mean + steps * Math.sqrt(total));
  };
  const unseen = Math.exp(mean);
  const byLinkage = (seenSpread + unseen * Math.sqrt(added)) ** 2;
  const variance = byLinkage + unseen ** 2 * within;
  return {
    quantile,
    point: seen + unseen,
    within,
    between,
    linkageShare: variance > 0 ? byLinkage / variance : 0,
    degreesOfFreedom,
    replicates: count,
    isFew: count < FEW_REPLICATES,
  };
}

/** Mean and variance of log n0. */
function logMoments({ grid, masses }: UnseenPosterior): { readonly mean: number; readonly variance: number } {
  let [mean, square] = [0, 0];
  masses.forEach((mass, i) => {
    const log = Math.log(Math.max(grid.points[i] ?? 0, LEAST_UNSEEN));
    mean += mass * log;
    square += mass * log * log;
  });
  return { mean, variance: Math.max(0, square - mean * mean) };
}
