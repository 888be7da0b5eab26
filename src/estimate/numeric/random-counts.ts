/** Random whole numbers: binomial and Poisson, at a cost that does not grow with the mean. */
import { logFactorial } from "./log-gamma.ts";
import type { RandomStream } from "./random.ts";

/** Below this mean numbers are found by adding probabilities up, above it by rejection. */
const SMALL_MEAN = 14;

/**
 * Successes in `trials` trials.
 *
 * @param chance - in [0, 1]; values outside by rounding count as the nearest end.
 */
export function drawBinomial(random: RandomStream, trials: number, chance: number): number {
  if (trials <= 0 || !(chance > 0)) return 0;
  if (chance >= 1) return trials;
  return chance <= 0.5 ? drawLesser(random, trials, chance) : trials - drawLesser(random, trials, 1 - chance);
}

/** For chances up to one half. */
function drawLesser(random: RandomStream, trials: number, chance: number): number {
  const mean = trials * chance;
  if (mean >= SMALL_MEAN) return drawByRejection(random, trials, chance);
  const u = random.uniform();
  // (1 − p)^n ≥ 1 − np: most small means end here without a logarithm.
  return u < 1 - mean ? 0 : invert(u, trials, chance);
}

/**
 * Successes in `trials` trials whose chance is `weight` of `weight + others`, both ≥ 0: where next to none are to be
 * expected, it costs one random number and no division.
 */
export function drawByWeights(random: RandomStream, trials: number, weight: number, others: number): number {
  return weight <= others
    ? drawLighter(random, trials, weight, weight + others)
    : trials - drawLighter(random, trials, others, weight + others);
}

/** For a weight up to half of all. */
function drawLighter(random: RandomStream, trials: number, weight: number, all: number): number {
  const scaled = trials * weight;
  if (!(scaled > 0)) return 0;
  if (scaled >= SMALL_MEAN * all) return drawByRejection(random, trials, weight / all);
  const u = random.uniform();
  // 1 − (1 − p)^n ≤ np: most small means end here.
  if (u * all >= scaled) return 0;
  return invert(1 - u, trials, weight / all);
}

/** The number of successes whose distribution function passes u. */
function invert(uniform: number, trials: number, chance: number): number {
  let u = uniform;
  let probability = powerOf(1 - chance, trials);
  const odds = chance / (1 - chance);
  for (let k = 0; k < trials; k++) {
    if (u < probability) return k;
    u -= probability;
    probability *= odds * (trials - k) * (RECIPROCALS[k] ?? 1 / (k + 1));
    if (probability < 1e-300) return k;
  }
  return trials;
}

/** A chance to a whole power, by squares: half the time of an exponential and a logarithm. */
function powerOf(chance: number, exponent: number): number {
  if (exponent >= 0x7fffffff) return chance ** exponent;
  let [result, square] = [1, chance];
  for (let rest = exponent; rest > 0; rest >>= 1) {
    ONE_OR[1] = square;
    result *= ONE_OR[rest & 1] ?? 1;
    square *= square;
  }
  return result;
}

/** One, and a factor: a processor cannot guess the bits of an exponent, so no branch hangs on them. */
const ONE_OR = new Float64Array([1, 1]);

/** 1 / (k + 1) for the numbers that occur at small means. */
const RECIPROCALS = Float64Array.from({ length: 64 }, (_, k) => 1 / (k + 1));

/** BTRS: transformed rejection with squeeze (Hörmann 1993, Journal of Statistical Computation and Simulation 46). */
function drawByRejection(random: RandomStream, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  for (;;) {
    const v = random.uniform();
    const u = random.uniform() - 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > trials) continue;
    const alpha = (2.83 + 5.1 / b) * spread;
    const mode = Math.floor((trials + 1) * chance);
    const drawn = (v * alpha) / (a / (us * us) + b);
    if (Math.abs(k - mode) <= NEAR) {
      if (drawn <= heightNear(mode, k, trials, chance)) return k;
      continue;
    }
    const height =
      logFactorial(mode) +
      logFactorial(trials - mode) -
      logFactorial(k) -
      logFactorial(trials - k) +
      (k - mode) * Math.log(chance / (1 - chance));
    if (Math.log(drawn) <= height) return k;
  }
}

/** So near to the mode the height comes from the ratios of neighbours, farther off from logarithms. */
const NEAR = 15;

/** P(k) / P(mode) of a binomial number. */
function heightNear(mode: number, k: number, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  const [low, high] = k > mode ? [mode, k] : [k, mode];
  let [up, down] = [1, 1];
  for (let i = low + 1; i <= high; i++) {
    up *= odds * (trials - i + 1);
    down *= i;
  }
  return k > mode ? up / down : down / up;
}

/** A Poisson number of the mean given, ≥ 0. */
export function drawPoisson(random: RandomStream, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean < SMALL_MEAN) {
    let u = random.uniform();
    let probability = Math.exp(-mean);
    for (let k = 0; ; k++) {
      if (u < probability || probability < 1e-300) return k;
      u -= probability;
      probability *= mean / (k + 1);
    }
  }
  return drawPoissonByRejection(random, mean);
}

/** PTRS (Hörmann 1993, Insurance: Mathematics and Economics 12). */
function drawPoissonByRejection(random: RandomStream, mean: number): number {
  const spread = Math.sqrt(mean);
  const b = 0.931 + 2.53 * spread;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const height = k * logMean - mean - logFactorial(k);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= height) return k;
  }
}

/** People of each cell when `total` people fall into cells with the chances given, written over `counts`. */
export function drawMultinomial(
  random: RandomStream,
  input: { readonly total: number; readonly chances: ArrayLike<number>; readonly counts: Float64Array },
): void {
  const { chances, counts } = input;
  let rest = 0;
  for (let i = 0; i < chances.length; i++) rest += chances[i] ?? 0;
  let left = input.total;
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] ?? 0;
    const drawn = i === chances.length - 1 ? left : drawBinomial(random, left, chance / rest);
    counts[i] = drawn;
    left -= drawn;
    rest -= chance;
  }
}
