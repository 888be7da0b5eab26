/** Learning the model: chance agreement from random pairs, true agreement from several blocking rules. */
import type { Progress } from "../core/pure.ts";
import type { Rule } from "./blocking-rules.ts";
import { countChance } from "./chance.ts";
import { type Comparer, MISSING_LEVEL } from "./comparer.ts";
import { type Dependence, findDependences } from "./dependence.ts";
import { withEquivalents } from "./equivalents.ts";
import { bounded, fitMatchProbabilities, type LevelProbabilities, normalised } from "./expectation.ts";
import { bindWork, comparePairs, joined, type LinkSteps, type LinkWork } from "./link-jobs.ts";
import { type PairTable, toPairTable } from "./pair-table.ts";
import type { TrainingRun } from "./result.ts";
import { SAME_LIST } from "./same-list.ts";
import { randomPairs, type TrainingPairsInput, trainedIn, trainingRules } from "./training-pairs.ts";
import { fitPrior, toLevelWeights, toProbability, toWeight, weighPairs } from "./weights.ts";

export interface TrainedModel {
  /** The work with comparisons that know what training learned of their words, and these bound. */
  readonly work: LinkWork;
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

export interface TrainingInput extends TrainingPairsInput {
  readonly work: LinkWork;
  /** The pairs of one rule as `partOfRule` thins them, left < right, by their left record. */
  readonly pairsOfRule: (rule: Rule) => readonly [left: Int32Array, right: Int32Array];
  /** The candidate pairs, compared: all, or a fair part where there are very many. */
  readonly sampled: { readonly left: Int32Array; readonly right: Int32Array; readonly packed: Int32Array };
  /** How many candidate pairs each of them stands for. */
  readonly candidateScale: number;
  /** Pairs of all records that take part. */
  readonly allPairs: number;
  readonly progress: Progress;
}

/** What training works on, with what it has learned so far. */
interface TrainingState extends TrainingInput {
  readonly comparers: readonly Comparer[];
  readonly candidates: PairTable;
}

const FEWEST_MATCHES_PER_RUN = 15;
const ROUNDS = 5;
/** The round after which words that go together are learned: likely matches are known well enough by then. */
const TAUGHT_ROUND = 1;

/**
 * Training goes round a few times, because each part needs the others: chance agreement (u and the usual rarity)
 * is counted without the share of each pair that the model takes for a match, true agreement (m) is fitted with
 * that u, and both give the next weights. In a short list one random pair in some hundreds is a true one.
 */
export function* trainModel(input: TrainingInput): LinkSteps<TrainedModel> {
  const { progress, sampled } = input;
  let { work, comparers } = input;
  const chosen = trainingRules(input);
  const [first, ...others] = yield* pairTables(work, comparers, [
    randomPairs(input),
    ...chosen.map((rule) => input.pairsOfRule(rule)),
  ]);
  let random = first ?? toPairTable(NONE, NONE, NONE, comparers);
  let rules = chosen.flatMap((rule, index) => {
    progress({ step: "linkage.train", done: index, total: chosen.length, item: rule.name });
    const table = others[index];
    return table === undefined ? [] : [{ rule, table, trained: trainedIn(rule, input) }];
  });
  let candidates = toPairTable(sampled.left, sampled.right, sampled.packed, comparers);
  const expected = comparers.map(({ levels }) =>
    normalised(Float64Array.from(levels, (level) => level.expectedM)),
  );
  let now: TrainingState = { ...input, comparers, candidates };
  let chance = countChance(random, null, null, now);
  let { m, runs } = fitAll(rules, chance.u, expected, now);
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
    const taught =
      round === TAUGHT_ROUND ? withEquivalents(work.comparisons, candidates, candidatesApart) : null;
    if (taught !== null) {
      const columns = taught.flatMap((each, column) => (each === work.comparisons[column] ? [] : [column]));
      work = { ...work, comparisons: taught };
      ({ comparers } = bindWork(work));
      const again = yield* tablesAgain(work, comparers, columns, [
        candidates,
        random,
        ...rules.map(({ table }) => table),
      ]);
      candidates = again[0] ?? candidates;
      random = again[1] ?? random;
      rules = rules.map((run, index) => ({ ...run, table: again[index + 2] ?? run.table }));
      now = { ...input, comparers, candidates };
    }
    chance = countChance(random, randomApart, candidatesApart, now);
    dependences = findDependences({ ...now, random, randomApart, candidatesApart });
    ({ m, runs } = fitAll(rules, chance.u, expected, now));
    m = withAllMatches(m, candidatesApart, now);
  }
  return {
    work,
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

const NONE = new Int32Array(0);

/** The tables of several lists of pairs, compared in one go. */
function* pairTables(
  work: LinkWork,
  comparers: readonly Comparer[],
  lists: readonly (readonly [Int32Array, Int32Array])[],
): LinkSteps<PairTable[]> {
  const [left, right] = [joined(lists.map(([one]) => one)), joined(lists.map(([, other]) => other))];
  const packed = yield* comparePairs(work, left, right);
  let from = 0;
  return lists.map(([one, other]) => {
    const to = from + one.length;
    const own = packed.slice(from * comparers.length, to * comparers.length);
    from = to;
    return toPairTable(one, other, own, comparers);
  });
}

/** The tables with some columns compared anew. */
function* tablesAgain(
  work: LinkWork,
  comparers: readonly Comparer[],
  columns: readonly number[],
  tables: readonly PairTable[],
): LinkSteps<PairTable[]> {
  const left = joined(tables.map((table) => table.left));
  const right = joined(tables.map((table) => table.right));
  const found = yield* comparePairs(work, left, right, columns);
  const width = comparers.length;
  let at = 0;
  return tables.map((table) => {
    const packed = table.packed.slice();
    for (let pair = 0; pair < table.left.length; pair += 1) {
      for (const column of columns) {
        packed[pair * width + column] = found[at] ?? 0;
        at += 1;
      }
    }
    return toPairTable(table.left, table.right, packed, comparers);
  });
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
  { comparers, candidates }: TrainingState,
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

function fitAll(
  rules: readonly { rule: Rule; table: PairTable; trained: readonly boolean[] }[],
  u: LevelProbabilities,
  expected: LevelProbabilities,
  { comparers, ownNames, settings: { training } }: TrainingState,
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
