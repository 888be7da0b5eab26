/** Learning the model: chance agreement from random pairs, true agreement from several blocking rules. */
import type { Progress } from "../core/pure.ts";
import type { Rule } from "./blocking-rules.ts";
import { countChance } from "./chance.ts";
import { type Comparer, MISSING_LEVEL } from "./comparer.ts";
import { type Dependence, findDependences } from "./dependence.ts";
import { withEquivalents } from "./equivalents.ts";
import { bounded, fitMatchProbabilities, type LevelProbabilities, normalised } from "./expectation.ts";
import { comparePairs, type PairTable } from "./pair-table.ts";
import { seededRandom } from "./random.ts";
import type { TrainingRun } from "./result.ts";
import { SAME_LIST } from "./same-list.ts";
import type { LinkSettings } from "./settings.ts";
import { fitPrior, toLevelWeights, toProbability, toWeight, weighPairs } from "./weights.ts";

export interface TrainedModel {
  /** The comparers, with what training learned of their words. */
  readonly comparers: readonly Comparer[];
  /** The sampled candidates as those comparers see them. */
  readonly candidates: PairTable;
  readonly m: LevelProbabilities;
  readonly u: LevelProbabilities;
  /** For each comparison and level the rarity that chance agreement has there, in thousandths of a bit. */
  readonly usualRarity: readonly Float64Array[];
  readonly dependences: readonly Dependence[];
  /** Expected true pairs among all. */
  readonly truePairs: number;
  readonly runs: readonly TrainingRun[];
  readonly randomPairs: number;
}

export interface TrainingInput {
  readonly comparers: readonly Comparer[];
  readonly rules: readonly Rule[];
  /** The pairs of one rule as `partOfRule` thins them, left < right, by their left record. */
  readonly pairsOfRule: (rule: Rule) => readonly [left: Int32Array, right: Int32Array];
  /** Fields of the person's own name: the key "*" uses them all. */
  readonly ownNames: readonly string[];
  /** Records that take part, ascending. */
  readonly blocked: readonly number[];
  readonly recordCount: number;
  readonly settings: LinkSettings;
  /** The candidate pairs, compared: all, or a fair part where there are very many. */
  readonly candidates: PairTable;
  /** How many candidate pairs each of them stands for. */
  readonly candidateScale: number;
  /** Pairs of all records that take part. */
  readonly allPairs: number;
  readonly progress: Progress;
}

const FEWEST_PAIRS_PER_RULE = 50;
const FEWEST_MATCHES_PER_RUN = 15;
const ROUNDS = 5;
/** The round after which words that go together are learned: likely matches are known well enough by then. */
const TAUGHT_ROUND = 1;

/**
 * Training goes round a few times, because each part needs the others: chance agreement (u and the usual rarity)
 * is counted without the share of each pair that the model takes for a match, true agreement (m) is fitted with
 * that u, and both give the next weights. In a short list one random pair in some hundreds is a true one.
 */
export function trainModel(input: TrainingInput): TrainedModel {
  const { progress } = input;
  let { comparers, candidates } = input;
  let random = comparePairs(...randomPairs(input), comparers);
  let rules = trainingRules(input).map((rule, index, all) => {
    progress({ step: "linkage.train", done: index, total: all.length, item: rule.name });
    return {
      rule,
      table: comparePairs(...input.pairsOfRule(rule), comparers),
      trained: trainedIn(rule, input),
    };
  });
  const expected = comparers.map(({ levels }) =>
    normalised(Float64Array.from(levels, (level) => level.expectedM)),
  );
  let chance = countChance(random, null, null, input);
  let { m, runs } = fitAll(rules, chance.u, expected, input);
  let truePairs = input.blocked.length / 2;
  let dependences: readonly Dependence[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const levelWeights = toLevelWeights(m, chance.u, { truePairs, allPairs: input.allPairs });
    const model = { weights: levelWeights, usualRarity: chance.usualRarity, dependences };
    const weights = weighPairs(candidates, model);
    const share = fitPrior(weights, {
      scale: input.candidateScale,
      allPairs: input.allPairs,
      recordCount: input.blocked.length,
    });
    const prior = toWeight(share);
    truePairs = share * input.allPairs;
    const candidatesApart = apartOf(weights, prior);
    const randomApart = apartOf(weighPairs(random, model), prior);
    const taught = round === TAUGHT_ROUND ? withEquivalents(comparers, candidates, candidatesApart) : null;
    if (taught !== null) {
      comparers = taught;
      candidates = comparePairs(candidates.left, candidates.right, comparers);
      random = comparePairs(random.left, random.right, comparers);
      rules = rules.map((run) => ({
        ...run,
        table: comparePairs(run.table.left, run.table.right, taught),
      }));
    }
    const now = { ...input, comparers, candidates };
    chance = countChance(random, randomApart, candidatesApart, now);
    dependences = findDependences({ ...now, random, randomApart, candidatesApart });
    ({ m, runs } = fitAll(rules, chance.u, expected, now));
    m = withAllMatches(m, candidatesApart, now);
  }
  return {
    comparers,
    candidates,
    m,
    ...chance,
    dependences,
    truePairs,
    runs,
    randomPairs: random.left.length,
  };
}

/** P(different persons) of each pair. */
function apartOf(weights: Int32Array, prior: number): Float64Array {
  const shares = new Float64Array(weights.length);
  for (let pair = 0; pair < shares.length; pair += 1) {
    shares[pair] = 1 - toProbability((weights[pair] ?? 0) + prior);
  }
  return shares;
}

/**
 * True agreement as all likely matches together show it, beside what the single blocks show. A block is no fair
 * sample of the matches (lists that leave a field empty never stand in its blocks); likely matches are fairer, but
 * know only what the model already believes. Each is given half of the say; the lists themselves, of which a single
 * block such as one day of mass arrests says little, are told by the matches alone.
 */
function withAllMatches(
  m: LevelProbabilities,
  apart: Float64Array,
  { comparers, candidates }: TrainingInput,
): LevelProbabilities {
  const width = comparers.length;
  const matches = new Float64Array(candidates.counts.length);
  for (let pair = 0; pair < apart.length; pair += 1) {
    const pattern = candidates.patternOf[pair] ?? 0;
    matches[pattern] = (matches[pattern] ?? 0) + 1 - (apart[pair] ?? 1);
  }
  return m.map((values, column) => {
    const { name, levels = [] } = comparers[column] ?? { name: "" };
    const sums = Float64Array.from(levels, (level) => level.expectedM * 4);
    for (let pattern = 0; pattern < matches.length; pattern += 1) {
      const level = candidates.levels[pattern * width + column] ?? 0;
      sums[level] = (sums[level] ?? 0) + (matches[pattern] ?? 0);
    }
    const seen = normalised(sums);
    if (name === SAME_LIST) return seen;
    return bounded(
      values.map((value, level) => (level === MISSING_LEVEL ? 1 : (value + (seen[level] ?? 0)) / 2)),
      levels,
    );
  });
}

function randomPairs({ blocked, settings: { training } }: TrainingInput): [Int32Array, Int32Array] {
  const count = blocked.length;
  const all = (count * (count - 1)) / 2;
  const total = count < 2 ? 0 : Math.min(all, training.randomPairs);
  const [left, right] = [new Int32Array(total), new Int32Array(total)];
  if (total === all) {
    let pair = 0;
    for (let first = 0; first < count; first += 1) {
      for (let second = first + 1; second < count; second += 1) {
        left[pair] = blocked[first] ?? 0;
        right[pair] = blocked[second] ?? 0;
        pair += 1;
      }
    }
    return [left, right];
  }
  const random = seededRandom(training.seed);
  for (let pair = 0; pair < total; pair += 1) {
    const first = random() % count;
    const second = (first + 1 + (random() % (count - 1))) % count;
    left[pair] = blocked[Math.min(first, second)] ?? 0;
    right[pair] = blocked[Math.max(first, second)] ?? 0;
  }
  return [left, right];
}

/** Rules that between them leave every comparison free as often as may be; selective rules first. */
export function trainingRules(
  input: Pick<TrainingInput, "comparers" | "ownNames" | "rules" | "recordCount" | "settings">,
): Rule[] {
  const { comparers, settings } = input;
  const pool = input.rules.filter(
    ({ pairs }) => pairs >= Math.max(FEWEST_PAIRS_PER_RULE, input.recordCount / 100),
  );
  const timesFree = comparers.map(() => 0);
  const chosen: Rule[] = [];
  while (chosen.length < settings.training.maxRules && pool.length > 0) {
    const worth = pool.map((rule) =>
      trainedIn(rule, input).reduce(
        (sum, free, column) => sum + (free ? 1 / (1 + (timesFree[column] ?? 0)) ** 2 : 0),
        0,
      ),
    );
    const best = worth.indexOf(Math.max(...worth));
    const [rule] = pool.splice(best, 1);
    if (rule === undefined) break;
    chosen.push(rule);
    for (const [column, free] of trainedIn(rule, input).entries()) {
      if (free) timesFree[column] = (timesFree[column] ?? 0) + 1;
    }
  }
  return chosen;
}

function trainedIn(
  { keys }: Rule,
  { comparers, ownNames }: Pick<TrainingInput, "comparers" | "ownNames">,
): boolean[] {
  const used = new Set(keys.flatMap(({ field }) => (field === "*" ? ownNames : [field])));
  return comparers.map(({ fields }) => !fields.some((field) => used.has(field)));
}

function fitAll(
  rules: readonly { rule: Rule; table: PairTable; trained: readonly boolean[] }[],
  u: LevelProbabilities,
  expected: LevelProbabilities,
  { comparers, ownNames, settings: { training } }: TrainingInput,
): { readonly m: LevelProbabilities; readonly runs: TrainingRun[] } {
  const levels = comparers.map((comparer) => comparer.levels);
  const fits = rules.map(({ rule, table, trained }) => ({
    rule,
    trained,
    pairs: table.left.length,
    fit: fitMatchProbabilities({
      ...{ table, levels, u, start: expected, trained, ...training },
      anchors: anchorsOf(trained, comparers, ownNames),
    }),
  }));
  const good = fits.filter(({ pairs, fit }) => pairs * fit.matchShare >= FEWEST_MATCHES_PER_RUN);
  const m = expected.map((start, column) => {
    const free = good.filter(({ trained }) => trained[column]).map(({ fit }) => fit.m[column] ?? start);
    return free.length === 0
      ? start
      : normalised(start.map((_, level) => median(free.map((fit) => fit[level] ?? 0))));
  });
  const runs = fits.map(({ rule, trained, pairs, fit }) => ({
    rule: rule.name,
    pairs,
    untrained: comparers.filter((_, column) => !trained[column]).map(({ name }) => name),
    iterations: fit.iterations,
    converged: fit.converged,
    matchShare: fit.matchShare,
  }));
  return { m, runs };
}

/** The own name's comparisons where they are free, or else every free one. */
function anchorsOf(
  trained: readonly boolean[],
  comparers: readonly Comparer[],
  ownNames: readonly string[],
): readonly boolean[] {
  const named = comparers.map(
    ({ fields }, column) => (trained[column] ?? false) && fields.some((field) => ownNames.includes(field)),
  );
  return named.some((isAnchor) => isAnchor) ? named : trained;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
