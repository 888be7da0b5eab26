/** What all log-linear models say together, each by how well the data support it. */
import type { Interval } from "../log-normal-interval.ts";
import { findRoot } from "../numeric/find-root.ts";
import { normalCdf } from "../numeric/normal-cdf.ts";
import type { WeightedFit } from "./model-search.ts";

export interface ModelAverage {
  /** Median of N over the mixture of models. */
  readonly point: number;
  /** 2.5 % and 97.5 % of the mixture: uncertainty about the model included. */
  readonly interval: Interval;
}

/** Models lighter than this share of the whole are passed over. */
const LEAST_WEIGHT = 1e-6;

/**
 * N under a mixture in which model m has its BIC weight and log n0 is normal around its estimate with its
 * standard error (Buckland, Burnham & Augustin 1997, Biometrics 53; Hook & Regal 1997, American Journal of
 * Epidemiology 145, for capture–recapture). Unlike the interval of the chosen model it does not pretend that
 * the choice was certain (Whitehead, Jackson, Balch & Francis 2021).
 *
 * @param ranked - models with a finite estimate, not empty.
 * @param total - people counted.
 */
export function averageModels(ranked: readonly WeightedFit[], total: number): ModelAverage {
  const parts = ranked
    .filter(({ weight }) => weight > LEAST_WEIGHT)
    .map(({ fit, weight }) => ({
      weight,
      centre: fit.fit.coefficients[0] ?? 0,
      spread: fit.fit.interceptError,
    }));
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const share = (logUnseen: number) =>
    parts.reduce(
      (sum, { weight, centre, spread }) => sum + weight * normalCdf((logUnseen - centre) / spread),
      0,
    ) / whole;
  const low = Math.min(...parts.map(({ centre, spread }) => centre - 10 * spread));
  const high = Math.max(...parts.map(({ centre, spread }) => centre + 10 * spread));
  const quantile = (wanted: number) =>
    total + Math.exp(findRoot((x) => share(x) - wanted, { low, high, tolerance: 1e-10 }));
  return { point: quantile(0.5), interval: [quantile(0.025), quantile(0.975)] };
}
