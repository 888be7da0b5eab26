/** Turns positions and thousandths back into what callers read. */
import type { Clusters } from "./clusters.ts";
import { levelOf, rarityOf } from "./comparer.ts";
import { weighDependences } from "./dependence.ts";
import type { Constraints } from "./judgements.ts";
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
import { BIT, rarityWeight, toProbability, toWeight, type WeightModel } from "./weights.ts";

export interface ResultInput extends ScoredRun {
  readonly clusters: Clusters;
  readonly constraints: Constraints;
  readonly settings: LinkSettings;
  /** The rule of each pair of `clusters.scored`, -1 for none. */
  readonly scoredRules: Int32Array;
  readonly doubt: {
    readonly persons: DistinctPersons;
    readonly partitions: readonly SampledPartition[];
    readonly recall: BlockingRecall;
  };
}

export function buildResult(input: ResultInput): LinkResult {
  const { records, original, clusters, constraints } = input;
  const clusterIds = new Array<string>(records.length).fill("");
  const persons = new Set<number>();
  for (const [position, cluster] of clusters.clusterOf.entries()) {
    const { list, recordId } = records[cluster] ?? { list: "", recordId: "" };
    clusterIds[original[position] ?? 0] = `${list}/${recordId}`;
    if (input.isNamed[position]) persons.add(cluster);
  }
  const pairs = scoredPairs(input);
  const needsReview = pairs.filter(
    (pair) =>
      pair.positions.band === "review" &&
      !pair.shown.together &&
      !constraints.isJudged(...pair.positions.ends),
  );
  return {
    clusterIds,
    distinctPersons: persons.size,
    personsWithDoubt: input.doubt.persons,
    partitions: input.doubt.partitions,
    blockingRecall: input.doubt.recall,
    unnamedRecords: input.isNamed.filter((named) => !named).length,
    pairs: pairs.map(({ shown }) => shown),
    needsReview: needsReview.map(({ shown }) => shown),
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

interface PairWithPositions {
  readonly shown: ScoredPair;
  readonly positions: { readonly ends: readonly [number, number]; readonly band: PairBand };
}

function scoredPairs(input: ResultInput): PairWithPositions[] {
  const { candidates, kept, clusters, original, comparers, settings } = input;
  const [link, review] = [
    toWeight(settings.decision.linkProbability),
    toWeight(settings.decision.reviewProbability),
  ];
  const found: PairWithPositions[] = [];
  const add = (left: number, right: number, weight: number, rule: string | null): void => {
    const together = clusters.clusterOf[left] === clusters.clusterOf[right];
    if (weight < review && !together) return;
    const band: PairBand = weight >= link ? "link" : weight >= review ? "review" : "apart";
    const packed = Int32Array.from(comparers, (comparer) => comparer.compare(left, right));
    const levels = comparers.map(
      (comparer, column) => comparer.levels[levelOf(packed[column] ?? 0)]?.name ?? "",
    );
    found.push({
      positions: { ends: [left, right], band },
      shown: {
        left: original[left] ?? 0,
        right: original[right] ?? 0,
        weightBits: weight / BIT,
        probability: toProbability(weight),
        band,
        levels,
        parts: partsOf(packed, input.model),
        rule,
        together,
      },
    });
  };
  const nameOf = (rule: number) => candidates.rules[rule]?.name ?? null;
  for (let pair = 0; pair < kept.left.length; pair += 1) {
    const [left, right] = [kept.left[pair] ?? 0, kept.right[pair] ?? 0];
    add(left, right, kept.weights[pair] ?? 0, nameOf(kept.rule[pair] ?? -1));
  }
  for (const [index, { left, right, weight }] of clusters.scored.entries()) {
    add(left, right, weight, nameOf(input.scoredRules[index] ?? -1));
  }
  return found.sort(
    (a, b) =>
      b.shown.weightBits - a.shown.weightBits ||
      a.positions.ends[0] - b.positions.ends[0] ||
      a.positions.ends[1] - b.positions.ends[1],
  );
}

/** The weight of a pair, comparison by comparison. */
function partsOf(packed: Int32Array, { weights, usualRarity, dependences }: WeightModel) {
  return {
    comparisons: weights.map((levels, column) => {
      const [level, rarity] = [levelOf(packed[column] ?? 0), rarityOf(packed[column] ?? 0)];
      return (levels[level] ?? 0) + rarityWeight(rarity, usualRarity[column]?.[level] ?? 0);
    }),
    jointMillibits: weighDependences(packed, 0, dependences),
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
