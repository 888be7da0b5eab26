/** Turns positions and thousandths back into what callers read. */
import { compareAddress } from "./canonical-order.ts";
import type { Clusters, WeighedPairs } from "./clusters.ts";
import { levelOf, rarityOf } from "./comparer.ts";
import { weighDependences } from "./dependence.ts";
import { IntList } from "./int-list.ts";
import type { Constraints } from "./judgements.ts";
import { comparePairs, type LinkSteps } from "./link-jobs.ts";
import { toPairTable } from "./pair-table.ts";
import type {
  BlockingRecall,
  DistinctPersons,
  JudgementConflict,
  LinkModel,
  LinkResult,
  PairBand,
  SampledPartition,
  ScoredPair,
} from "./result.ts";
import { SAME_LIST } from "./same-list.ts";
import type { ScoredRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { firstIndices, sortedIndices } from "./sort-indices.ts";
import { BIT, rarityWeight, toProbability, toWeight, type WeightModel } from "./weights.ts";

export interface ResultInput extends ScoredRun {
  readonly clusters: Clusters;
  readonly constraints: Constraints;
  readonly settings: LinkSettings;
  /** The first rule that holds a pair of `clusters.scored`, by its index there; -1 for none. */
  readonly ruleOfScored: (index: number) => number;
  readonly doubt: {
    readonly persons: DistinctPersons;
    readonly partitions: readonly SampledPartition[];
    readonly recall: BlockingRecall;
  };
}

export function* buildResult(input: ResultInput): LinkSteps<LinkResult> {
  const { records, original, clusters, constraints } = input;
  const clusterIds = new Array<string>(records.length).fill("");
  const named = namesakes(input);
  let persons = 0;
  const isPerson = new Uint8Array(records.length);
  for (let position = 0; position < records.length; position += 1) {
    const cluster = clusters.clusterOf[position] ?? position;
    clusterIds[original[position] ?? 0] = named[cluster] ?? "";
    if (input.isNamed[position] && isPerson[cluster] === 0) {
      isPerson[cluster] = 1;
      persons += 1;
    }
  }
  const { pairs, needsReview } = yield* scoredPairs(input);
  return {
    clusterIds,
    distinctPersons: persons,
    personsWithDoubt: input.doubt.persons,
    partitions: input.doubt.partitions,
    blockingRecall: input.doubt.recall,
    unnamedRecords: input.isNamed.filter((named) => !named).length,
    unnamedLists: unnamedLists(input),
    pairs,
    needsReview,
    cutEdges: clusters.cut.map(({ left, right, weight }) => ({
      left: original[left] ?? 0,
      right: original[right] ?? 0,
      weightBits: weight / BIT,
      reason: constraints.isApart(left, right)
        ? "judged-different"
        : input.comparers.some((comparer) => comparer.forbids(levelOf(comparer.compare(left, right))))
          ? "hard-conflict"
          : "weaker-than-the-whole",
    })),
    conflicts: [...constraints.conflicts, ...againstEvidence(input)],
    blocking: input.candidates.report,
    model: describeModel(input),
  };
}

function unnamedLists({ records, isNamed }: ResultInput): string[] {
  const named = new Set(records.filter((_, position) => isNamed[position]).map(({ list }) => list));
  return [...new Set(records.map(({ list }) => list))].filter((list) => !named.has(list));
}

/** The id of each cluster, by its first position: `list/recordId` of the first of its members by list and id. */
function namesakes({ records, clusters }: ResultInput): readonly string[] {
  const first = new Int32Array(records.length).fill(-1);
  for (const [position, record] of records.entries()) {
    const cluster = clusters.clusterOf[position] ?? position;
    const before = records[first[cluster] ?? -1];
    if (before === undefined || compareAddress(record, before) < 0) first[cluster] = position;
  }
  return Array.from(first, (position) => {
    const record = records[position];
    return record === undefined ? "" : `${record.list}/${record.recordId}`;
  });
}

interface ShownPairs {
  readonly pairs: readonly ScoredPair[];
  readonly needsReview: readonly ScoredPair[];
}

/** Pairs at or above the review weight, and those that ended together; strongest first, then by position. */
function* scoredPairs(input: ResultInput): LinkSteps<ShownPairs> {
  const { candidates, kept, clusters, original, comparers, constraints, settings } = input;
  const link = toWeight(settings.decision.linkProbability);
  const review = toWeight(settings.decision.reviewProbability);
  const { clusterOf, scored } = clusters;
  const [left, right, weights, rules] = [new IntList(), new IntList(), new IntList(), new IntList()];
  const take = (from: WeighedPairs, pair: number, ruleOf: (pair: number) => number): void => {
    const one = from.left[pair] ?? 0;
    const other = from.right[pair] ?? 0;
    const weight = from.weights[pair] ?? 0;
    if (weight < review && clusterOf[one] !== clusterOf[other]) return;
    left.push(one);
    right.push(other);
    weights.push(weight);
    rules.push(ruleOf(pair));
  };
  const ruleOfKept = (pair: number): number => kept.rule[pair] ?? -1;
  for (let pair = 0; pair < kept.left.length; pair += 1) take(kept, pair, ruleOfKept);
  for (let pair = 0; pair < scored.left.length; pair += 1) take(scored, pair, input.ruleOfScored);
  const found = { left: left.view(), right: right.view(), weights: weights.view(), rules: rules.view() };
  const packed = yield* comparePairs(input.work, found.left, found.right);
  const table = toPairTable(found.left, found.right, packed, comparers);
  const levelsOf = levelNames(table.levels, comparers);
  const names = candidates.rules.map(({ name }) => name);
  const byEnds = sortedIndices(sortedIndices(firstIndices(found.left.length), found.right), found.left);
  const pairs: ScoredPair[] = [];
  const needsReview: ScoredPair[] = [];
  for (const pair of sortedIndices(
    byEnds,
    found.weights.map((weight) => -weight),
  )) {
    const one = found.left[pair] ?? 0;
    const other = found.right[pair] ?? 0;
    const weight = found.weights[pair] ?? 0;
    const together = clusterOf[one] === clusterOf[other];
    const band: PairBand = weight >= link ? "link" : weight >= review ? "review" : "apart";
    const shown: ScoredPair = {
      left: original[one] ?? 0,
      right: original[other] ?? 0,
      weightBits: weight / BIT,
      probability: toProbability(weight),
      band,
      levels: levelsOf[table.patternOf[pair] ?? 0] ?? [],
      parts: partsOf(packed, pair * comparers.length, input.model),
      rule: names[found.rules[pair] ?? -1] ?? null,
      together,
    };
    pairs.push(shown);
    if (band === "review" && !together && !constraints.isJudged(one, other)) needsReview.push(shown);
  }
  return { pairs, needsReview };
}

/** The names of the levels of each pattern: pairs of one pattern share them. */
function levelNames(levels: Uint8Array, comparers: ResultInput["comparers"]): readonly (readonly string[])[] {
  const width = comparers.length;
  return Array.from({ length: levels.length / Math.max(1, width) }, (_, pattern) =>
    comparers.map((comparer, column) => comparer.levels[levels[pattern * width + column] ?? 0]?.name ?? ""),
  );
}

/** The weight of a pair, comparison by comparison. */
function partsOf(packed: Int32Array, offset: number, { weights, usualRarity, dependences }: WeightModel) {
  return {
    comparisons: weights.map((levels, column) => {
      const own = packed[offset + column] ?? 0;
      const level = levelOf(own);
      return (levels[level] ?? 0) + rarityWeight(rarityOf(own), usualRarity[column]?.[level] ?? 0);
    }),
    jointMillibits: weighDependences(packed, offset, dependences),
  };
}

/** "Same" where the evidence says apart, and "different" where it says link: shown, not overruled. */
function againstEvidence({ constraints, score, original, settings }: ResultInput) {
  const [link, review] = [
    toWeight(settings.decision.linkProbability),
    toWeight(settings.decision.reviewProbability),
  ];
  const conflict = ([left, right]: readonly [number, number], isAgainst: (weight: number) => boolean) => {
    const weight = score(left, right);
    if (!isAgainst(weight)) return [];
    const shown: JudgementConflict = {
      left: original[left] ?? null,
      right: original[right] ?? null,
      kind: "against-evidence",
      weightBits: weight / BIT,
      against: [],
    };
    return [shown];
  };
  return [
    ...constraints.together.flatMap((pair) => conflict(pair, (weight) => weight < review)),
    ...constraints.apart.flatMap((pair) => conflict(pair, (weight) => weight >= link)),
  ];
}

function describeModel({ comparers, trained, model, prior, priorWeight }: ResultInput): LinkModel {
  const sameList = comparers.findIndex(({ name }) => name === SAME_LIST);
  return {
    comparisons: comparers.map(({ name, levels }, column) => ({
      name,
      levels: levels.map((level, index) => ({
        name: level.name,
        m: trained.m[column]?.[index] ?? 1,
        u: trained.u[column]?.[index] ?? 1,
        weightMillibits: model.weights[column]?.[index] ?? 0,
      })),
    })),
    prior,
    priorMillibits: priorWeight,
    sameListPenaltyMillibits: sameList < 0 ? 0 : -(model.weights[sameList]?.[1] ?? 0),
    training: trained.runs,
    randomPairs: trained.randomPairs,
  };
}
