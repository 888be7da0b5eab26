/** Chao's lower bound: how many at least, when some people are easier to list than others. */
import { type Interval, logNormalInterval } from "./log-normal-interval.ts";

export interface ChaoInput {
  /** Lists, 2 or more. */
  readonly listCount: number;
  /** People on exactly k lists at index k − 1. */
  readonly seenOn: readonly number[];
}

/**
 * - `bias-corrected`: n + A f1 (f1 − 1) / (2 (f2 + 1)), finite also when nobody is on exactly two lists.
 * - `uncorrected`: n + A f1² / (2 f2), the form of Chao (1987), which needs f2 > 0.
 */
export type ChaoForm = "bias-corrected" | "uncorrected";

export interface ChaoBound {
  readonly form: ChaoForm;
  readonly point: number;
  readonly interval: Interval | null;
}

/**
 * A lower bound of N under model M_h (people differ, lists act independently given the person), with
 * A = (J − 1)/J for J lists (Chao 1987, Biometrics 43, 783–791; the finite-J factor and the bias-corrected
 * form as in Chao 2005, Encyclopedia of Statistical Sciences).
 *
 * A bound only while lists reach equally far and do not avoid each other. For independent lists with odds r_j
 * it overstates the unseen by A (Σ r_j)² / (2 Σ_{i<j} r_i r_j) ≥ 1 (Maclaurin's inequality), without limit for two
 * lists of very different size; the bound of `loglinear/unequal-bound.ts` is free of that. Lists that share fewer people
 * than chance would give (hostile lists) push every bound up.
 *
 * Interval: log-normal around the form's own unseen part, with the form's own variance; for q = f1/f2
 * uncorrected: f2 (A q²/2 + A² q³ + A² q⁴/4);
 * bias-corrected: A f1(f1−1)/(2(f2+1)) + A² f1(2f1−1)²/(4(f2+1)²) + A² f1² f2 (f1−1)²/(4(f2+1)⁴), and for
 * f2 = 0 less A² f1⁴/(4N) (Colwell 2013, EstimateS user's guide, appendix B).
 *
 * @returns null for the uncorrected form without anyone on exactly two lists.
 */
export function chaoLowerBound(input: ChaoInput, form: ChaoForm): ChaoBound | null {
  const once = input.seenOn[0] ?? 0;
  const twice = input.seenOn[1] ?? 0;
  const seen = input.seenOn.reduce((sum, people) => sum + people, 0);
  const factor = (input.listCount - 1) / input.listCount;
  if (form === "uncorrected" && twice === 0) return null;
  const unseen =
    form === "uncorrected"
      ? (factor * once * once) / (2 * twice)
      : (factor * once * (once - 1)) / (2 * (twice + 1));
  const point = seen + unseen;
  const counts = { once, twice, factor, point };
  const variance = form === "uncorrected" ? varianceUncorrected(counts) : varianceBiasCorrected(counts);
  return { form, point, interval: logNormalInterval({ seen, unseen, variance }) };
}

interface VarianceInput {
  readonly once: number;
  readonly twice: number;
  readonly factor: number;
  readonly point: number;
}

function varianceUncorrected({ once, twice, factor }: VarianceInput): number {
  const ratio = once / twice;
  const squared = factor * factor;
  return twice * ((factor * ratio ** 2) / 2 + squared * ratio ** 3 + (squared * ratio ** 4) / 4);
}

function varianceBiasCorrected({ once, twice, factor, point }: VarianceInput): number {
  const squared = factor * factor;
  const shared = twice + 1;
  const common =
    (factor * once * (once - 1)) / (2 * shared) + (squared * once * (2 * once - 1) ** 2) / (4 * shared ** 2);
  return twice > 0
    ? common + (squared * once ** 2 * twice * (once - 1) ** 2) / (4 * shared ** 4)
    : common - (squared * once ** 4) / (4 * point);
}
