/** The latent-class likelihood that does not see who is in which class, nor how many are unseen. */
import { logLimitMass } from "../numeric/negative-binomial.ts";
import type { ClassMixture, Rung } from "./class-mixture.ts";

/**
 * The log likelihood of λ and ν with the classes of people and the number unseen summed out: under N ∝ 1/N it is
 * Σ_w n_w log π_w − n log(1 − p0), plus the share of N's law that lies below its limit.
 *
 * @param rung - the table, or a part of it; the state's own or another's.
 */
export function collapsedLogLikelihood(state: ClassMixture, rung: Rung): number {
  const { logChances } = state;
  const { counts, parts, total, partTotal } = rung;
  let sum = 0;
  for (let w = 0; w < counts.length; w++) {
    const count = (counts[w] ?? 0) + (parts[w] ?? 0);
    if (count > 0) sum += count * (logChances[w] ?? 0);
  }
  const limit = logLimitMass({ seen: total, missed: state.missed, most: state.mostUnseen });
  return sum - (total + partTotal) * Math.log(1 - state.missed) + limit;
}
