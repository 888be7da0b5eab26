/** The stick-breaking prior of the classes' shares: its draws given the people of each class. */
import { logGammaRise } from "../numeric/log-gamma.ts";
import type { RandomStream } from "../numeric/random.ts";

/** Prior of the concentration α: gamma with this shape and rate (Manrique-Vallier 2016). */
export const ALPHA_SHAPE = 0.25;
export const ALPHA_RATE = 0.25;

/** Writes the shares ν of the classes from their sticks −log(1 − V_k), one fewer than classes. */
export function toShares(sticks: Float64Array, shares: Float64Array): void {
  let used = 0;
  for (let k = 0; k < sticks.length; k++) {
    const stick = sticks[k] ?? 0;
    shares[k] = -Math.expm1(-stick) * Math.exp(-used);
    used += stick;
  }
  shares[sticks.length] = Math.exp(-used);
}

/**
 * α with the sticks summed out: Γ-prior times Π_k α Γ(1 + m_k) Γ(α + T_{k+1}) / Γ(1 + α + T_k) over the K − 1 sticks, T_k
 * the people in class k and behind. The gamma functions cancel between neighbours; what is left is
 * Π_k α / (α + T_k) · Γ(α + T_K) / Γ(α + T_1). Sticks of empty classes at the end drop out, so α does not wander in step
 * with them; two Metropolis steps on log α.
 */
export function drawAlpha(random: RandomStream, alpha: number, members: Float64Array): number {
  let at = alpha;
  let current = logAlphaDensity(at, members);
  for (let step = 0; step < 2; step++) {
    const proposal = at * Math.exp((step === 0 ? 0.7 : 3) * random.normal());
    if (!(proposal > 1e-200)) continue;
    const density = logAlphaDensity(proposal, members);
    if (Math.log(random.uniform()) < density - current) {
      at = proposal;
      current = density;
    }
  }
  return at;
}

/** Log density of log α given the people of each class, up to a constant. */
export function logAlphaDensity(alpha: number, members: Float64Array): number {
  const last = members[members.length - 1] ?? 0;
  let behind = last;
  let product = 1;
  let logs = 0;
  for (let k = members.length - 2; k >= 0; k--) {
    behind += members[k] ?? 0;
    product *= alpha / (alpha + behind);
    // α may be as small as 1e-200: the product is taken into a logarithm before it leaves the range of doubles.
    if (product < 1e-80) {
      logs += Math.log(product);
      product = 1;
    }
  }
  const rise = logGammaRise(alpha + last, behind - last);
  return ALPHA_SHAPE * Math.log(alpha) - ALPHA_RATE * alpha + logs + Math.log(product) - rise;
}

/** Draws the sticks given α and the people of each class. */
export function drawSticks(
  random: RandomStream,
  input: { readonly sticks: Float64Array; readonly members: Float64Array; readonly alpha: number },
): void {
  const { sticks, members, alpha } = input;
  let behind = members[sticks.length] ?? 0;
  for (let k = sticks.length - 1; k >= 0; k--) {
    const inside = members[k] ?? 0;
    const shape = alpha + behind;
    let stick: number;
    if (inside === 0) {
      // V ~ Beta(1, b): 1 − V is a power of a uniform number.
      stick = random.exponential() / shape;
    } else if (shape >= 1) {
      stick = Math.log1p(random.gamma(1 + inside) / random.gamma(shape));
    } else {
      // V ~ Beta(1 + m, b) with b < 1: 1 − V may be 0 in doubles, its logarithm is not.
      const ratio = Math.log(random.gamma(1 + inside)) - random.logGamma(shape);
      stick = ratio > 30 ? ratio : Math.log1p(Math.exp(ratio));
    }
    sticks[k] = stick;
    behind += inside;
  }
}
