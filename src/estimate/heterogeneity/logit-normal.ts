/** People who differ in how visible they are, by a normal amount: the chances of patterns, and their sampler. */
import type { PatternTrie } from "../latent/pattern-trie.ts";
import { factorise } from "../numeric/cholesky.ts";
import { logLimitMass } from "../numeric/negative-binomial.ts";
import { RandomStream } from "../numeric/random.ts";

/** Nodes on which the normal distribution of visibility is summed, from −5 to 5 standard deviations. */
const NODES = 31;

/** Scale of the half-normal prior of the spread: a person one standard deviation up has up to e^2 times the odds. */
const SPREAD_SCALE = 2;

export interface LogitNormalOptions {
  readonly trie: PatternTrie;
  readonly mostUnseen: number;
  readonly seed: number;
  readonly chain: number;
  /** Draws kept. */
  readonly rounds: number;
  /** Steps before the first is kept. */
  readonly warmup: number;
}

export interface LogitNormalDraws {
  /** P(unseen) at each draw. */
  readonly missed: Float64Array;
  /** Standard deviation of visibility on the log-odds scale, likewise. */
  readonly spread: Float64Array;
}

/**
 * Model M_th with normal heterogeneity (Coull & Agresti 1999, Biometrics 55; the Rasch model): given their
 * visibility z, lists act independently and list j holds a person with logit a_j + σ z. Priors: the chance that
 * list j holds the middle person is uniform; σ half-normal with scale 2; N ∝ 1/N up to the limit.
 *
 * Sampled with visibility and the number unseen summed out, by random-walk Metropolis steps in the shape of the
 * posterior (Roberts, Gelman & Gilks 1997, Annals of Applied Probability 7).
 */
export function sampleLogitNormal(options: LogitNormalOptions): LogitNormalDraws {
  const { trie, rounds, warmup } = options;
  const random = new RandomStream(options.seed, 1000 + options.chain);
  const model = createModel(trie, options.mostUnseen);
  const { at, factor } = explore(model, trie, random);
  const size = at.length;
  const scale = 2.38 / Math.sqrt(size);
  let height = model.logPosterior(at);
  let unseen = model.missed();
  const step = new Float64Array(size);
  const proposal = new Float64Array(size);
  const missed = new Float64Array(rounds);
  const spread = new Float64Array(rounds);
  for (let round = -warmup; round < rounds * THINNING; round++) {
    for (let i = 0; i < size; i++) step[i] = random.normal();
    // Now and then a long or a short step, against a proposal learnt from too few walkers.
    const reach = scale * (random.uniform() < 0.2 ? 3 ** (2 * random.uniform() - 1) : 1);
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += (factor[i * size + j] ?? 0) * (step[j] ?? 0);
      proposal[i] = (at[i] ?? 0) + reach * sum;
    }
    const reached = model.logPosterior(proposal);
    if (Math.log(random.uniform()) < reached - height) {
      at.set(proposal);
      height = reached;
      unseen = model.missed();
    }
    if (round >= 0 && round % THINNING === 0) {
      missed[round / THINNING] = unseen;
      spread[round / THINNING] = Math.abs(at[size - 1] ?? 0);
    }
  }
  return { missed, spread };
}

/** Steps between two draws. */
const THINNING = 5;

/** Rounds of the walkers that find the posterior's place and shape. */
const EXPLORING = 120;

/**
 * A place in the posterior, and the Cholesky factor of its covariance: from walkers that make the stretch move of
 * Goodman & Weare (2010, Communications in Applied Mathematics and Computational Science 5), which needs no tuning.
 */
function explore(model: LogitNormalModel, trie: PatternTrie, random: RandomStream) {
  const size = trie.listCount + 1;
  const walkers = 4 * size;
  const at = new Float64Array(walkers * size);
  const heights = new Float64Array(walkers);
  for (let w = 0; w < walkers; w++) {
    for (let j = 0; j < trie.listCount; j++)
      at[w * size + j] = marginalLogit(trie, j) - 0.5 + random.normal();
    at[w * size + trie.listCount] = 0.2 + 1.3 * random.uniform();
    heights[w] = model.logPosterior(at.subarray(w * size, (w + 1) * size));
  }
  const proposal = new Float64Array(size);
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  let kept = 0;
  for (let round = 0; round < EXPLORING; round++) {
    for (let w = 0; w < walkers; w++) {
      const half = walkers / 2;
      const other = (w < half ? half : 0) + random.below(half);
      const z = (1 + random.uniform()) ** 2 / 2;
      for (let i = 0; i < size; i++) {
        const from = at[other * size + i] ?? 0;
        proposal[i] = from + z * ((at[w * size + i] ?? 0) - from);
      }
      const height = model.logPosterior(proposal);
      if (Math.log(random.uniform()) < (size - 1) * Math.log(z) + height - (heights[w] ?? 0)) {
        at.set(proposal, w * size);
        heights[w] = height;
      }
      if (round < EXPLORING / 2) continue;
      kept += 1;
      for (let i = 0; i < size; i++) {
        const x = at[w * size + i] ?? 0;
        sums[i] = (sums[i] ?? 0) + x;
        for (let j = 0; j <= i; j++)
          products[i * size + j] = (products[i * size + j] ?? 0) + x * (at[w * size + j] ?? 0);
      }
    }
  }
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      factor[i * size + j] =
        (products[i * size + j] ?? 0) / kept - ((sums[i] ?? 0) * (sums[j] ?? 0)) / kept ** 2;
    }
    factor[i * size + i] = (factor[i * size + i] ?? 0) + 1e-9;
  }
  if (!factorise(factor, size)) {
    factor.fill(0);
    for (let i = 0; i < size; i++) factor[i * size + i] = 0.1;
  }
  return { at: at.slice(0, size), factor };
}

function marginalLogit(trie: PatternTrie, list: number): number {
  let on = 0.5;
  trie.patterns.forEach((pattern, w) => {
    if ((pattern >> list) & 1) on += trie.counts[w] ?? 0;
  });
  return Math.log(on / (2 * trie.total + 1 - on));
}

interface LogitNormalModel {
  /** Log posterior of a_1 … a_J and σ, of either sign, which means the same; up to a constant. */
  readonly logPosterior: (parameters: Float64Array) => number;
  /** P(unseen) at the parameters that were evaluated last. */
  readonly missed: () => number;
}

function createModel(trie: PatternTrie, mostUnseen: number): LogitNormalModel {
  const { listCount, parents, factors, leaves, counts, total } = trie;
  const nodes = Float64Array.from({ length: NODES }, (_, i) => -5 + (10 * i) / (NODES - 1));
  const density = nodes.map((z) => Math.exp(-0.5 * z * z));
  const whole = density.reduce((sum, value) => sum + value, 0);
  const rows = new Float64Array(2 * listCount * NODES);
  const weights = new Float64Array(parents.length * NODES);
  const chances = new Float64Array(leaves.length);
  for (let i = 0; i < NODES; i++) weights[i] = (density[i] ?? 0) / whole;

  const evaluate = (parameters: Float64Array): void => {
    const sigma = parameters[listCount] ?? 0;
    for (let j = 0; j < listCount; j++) {
      for (let i = 0; i < NODES; i++) {
        const chance = 1 / (1 + Math.exp(-(parameters[j] ?? 0) - sigma * (nodes[i] ?? 0)));
        rows[(2 * j + 1) * NODES + i] = chance;
        rows[2 * j * NODES + i] = 1 - chance;
      }
    }
    for (let node = 1; node < parents.length; node++) {
      const from = (parents[node] ?? 0) * NODES;
      const by = (factors[node] ?? 0) * NODES;
      for (let i = 0; i < NODES; i++)
        weights[node * NODES + i] = (weights[from + i] ?? 0) * (rows[by + i] ?? 0);
    }
    for (let w = 0; w < leaves.length; w++) {
      const at = (leaves[w] ?? 0) * NODES;
      let sum = 0;
      for (let i = 0; i < NODES; i++) sum += weights[at + i] ?? 0;
      chances[w] = sum;
    }
  };
  const missed = () => Math.min(chances[leaves.length - 1] ?? 0, 1 - 1e-13);
  return {
    missed,
    logPosterior: (parameters) => {
      const sigma = (parameters[listCount] ?? 0) / SPREAD_SCALE;
      if (Math.abs(sigma) > 8) return Number.NEGATIVE_INFINITY;
      evaluate(parameters);
      let sum = -0.5 * sigma * sigma;
      for (let j = 0; j < listCount; j++) {
        // A uniform chance is a standard logistic on the log-odds scale.
        const a = Math.abs(parameters[j] ?? 0);
        sum -= a + 2 * Math.log1p(Math.exp(-a));
      }
      for (let w = 0; w < counts.length; w++) sum += (counts[w] ?? 0) * Math.log(chances[w] ?? 0);
      const limit = logLimitMass({ seen: total, missed: missed(), most: mostUnseen });
      return sum - total * Math.log(1 - missed()) + limit;
    },
  };
}
