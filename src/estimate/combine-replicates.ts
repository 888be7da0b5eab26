/** One estimate from several tables of the same people that differ in how records were linked. */
import { InquestError } from "../core/pure.ts";
import type { Interval } from "./log-normal-interval.ts";
import { studentQuantile } from "./numeric/student.ts";
import type { UnseenPosterior } from "./unseen-posterior.ts";

export interface CombinedReplicates {
  /** People counted on average, and exp of the mean of log n0 added to them. */
  readonly point: number;
  readonly interval: Interval;
  /** Variance of log n0 inside of the tables, on average, and between them. */
  readonly within: number;
  readonly between: number;
  /** Part of the total variance that comes from linkage, 0 to 1. */
  readonly linkageShare: number;
  readonly degreesOfFreedom: number;
  readonly replicates: number;
  /** Fewer tables than are needed to know the variance between them. */
  readonly isFew: boolean;
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
 * @throws InquestError "estimate/few-replicates" for fewer than two tables: nothing then tells what linkage adds.
 */
export function combineReplicates(replicates: readonly UnseenPosterior[]): CombinedReplicates {
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
  const mean = moments.reduce((sum, m) => sum + m.mean, 0) / count;
  const within = moments.reduce((sum, m) => sum + m.variance, 0) / count;
  const between = moments.reduce((sum, m) => sum + (m.mean - mean) ** 2, 0) / (count - 1);
  const added = (1 + 1 / count) * between;
  const total = within + added;
  const degreesOfFreedom = added > 0 ? (count - 1) * (1 + within / added) ** 2 : Number.POSITIVE_INFINITY;
  const half = studentQuantile(0.975, degreesOfFreedom) * Math.sqrt(total);
  const seen = replicates.reduce((sum, replicate) => sum + replicate.seen, 0) / count;
  return {
    point: seen + Math.exp(mean),
    interval: [seen + Math.exp(mean - half), seen + Math.exp(mean + half)],
    within,
    between,
    linkageShare: total > 0 ? added / total : 0,
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
