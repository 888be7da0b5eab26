/** How many persons the lists name, with the doubt of linkage in it. */
import { levelOf, MISSING_LEVEL } from "./comparer.ts";
import { IntList } from "./int-list.ts";
import type { Constraints } from "./judgements.ts";
import { drawPartitions, LEAST_DRAWN } from "./partitions.ts";
import { mixedBits, seededRandom, standardNormal } from "./random.ts";
import type { BlockingRecall, DistinctPersons, SampledPartition } from "./result.ts";
import { forbiddenWithin } from "./same-list.ts";
import type { ScoredRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { pairWeigher } from "./weights.ts";

export interface PersonsInput {
  readonly run: ScoredRun;
  readonly constraints: Constraints;
  readonly settings: LinkSettings;
  /** Cluster of each record at the sure weight. */
  readonly sureOf: Int32Array;
  readonly recall: BlockingRecall;
}

/**
 * Counts the persons of every drawn partition, less those that a missed link counted twice.
 *
 * The clusters that the machine decides overstate the persons: each link that it dares not make leaves one person
 * too many. The draws make uncertain links as often as they are true. Links that no draw can make are of two kinds,
 * pairs that blocking lost and true pairs that look like strangers; both are taken from the model (`recall`, and the
 * share of recombined true pairs below the weight of the draws), with the doubt of `drawnLoss`.
 */
export function countDistinctPersons({ run, constraints, settings, sureOf, recall }: PersonsInput): {
  readonly persons: DistinctPersons;
  readonly partitions: readonly SampledPartition[];
} {
  const { doubt, training } = settings;
  const below = shareBelow(run, training.seed);
  const counts: number[] = [];
  const isForbidden = forbiddenWithin(run, settings);
  const heldApart = settings.decision.sameList === "review" ? run.records.map(({ list }) => list) : null;
  const kept: Int32Array[] = [];
  const draws = { ...doubt, seed: training.seed, kept: run.kept, sureOf, constraints, heldApart };
  for (const partition of drawPartitions({ ...draws, isForbidden })) {
    const lost = drawnLoss(recall, below, seededRandom(mixedBits(training.seed * 8209 + counts.length)));
    const fewest = settings.decision.sameList === "review" ? longestList(partition, run) : 0;
    counts.push(Math.max(fewest, countOf(partition, run.isNamed, lost)));
    if (kept.length < doubt.partitions) kept.push(partition);
  }
  counts.sort((a, b) => a - b);
  const at = (share: number): number => counts[Math.round(share * (counts.length - 1))] ?? 0;
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return {
    persons: {
      estimate: Math.round(mean),
      low: Math.floor(at(0.025)),
      high: Math.ceil(at(0.975)),
      draws: counts.length,
      missedLinks: recall.recall === null ? null : 1 - recall.recall * (1 - below),
    },
    partitions: kept.map((partition) => ({
      weight: 1 / kept.length,
      clusterOf: inInputOrder(partition, run),
    })),
  };
}

/**
 * The share of true links that no draw can make: blocking recall has the error of the few records that it was measured
 * on, and what the model says of its own blindness may be half or twice as much. Where nothing tells what blocking lost,
 * only the blindness is drawn, and the result says that the rest is unknown.
 */
function drawnLoss({ recall, standardError }: BlockingRecall, below: number, random: () => number): number {
  const factor = 2 ** (2 * ((random() + 0.5) / 4_294_967_296) - 1);
  const drawn = recall === null ? 1 : Math.min(1, recall + (standardError ?? 0) * standardNormal(random));
  return Math.min(0.5, factor * (1 - drawn * (1 - below)));
}

/** Where rows of one list are different persons, no missed link makes fewer of them than the longest list has. */
function longestList(partition: Int32Array, { records, isNamed }: ScoredRun): number {
  // Records of one list stand together in the canonical order.
  const seen = new Int32Array(partition.length).fill(-1);
  let [most, persons, list] = [0, 0, -1];
  for (let position = 0; position < partition.length; position += 1) {
    if (records[position]?.list !== records[position - 1]?.list) {
      list = position;
      persons = 0;
    }
    const cluster = partition[position] ?? position;
    if (!isNamed[position] || seen[cluster] === list) continue;
    seen[cluster] = list;
    persons += 1;
    if (persons > most) most = persons;
  }
  return most;
}

/** Clusters of named records, less the persons that missed links counted twice. */
function countOf(partition: Int32Array, isNamed: readonly boolean[], lost: number): number {
  const sizes = new Int32Array(partition.length);
  for (let record = 0; record < partition.length; record += 1) {
    const cluster = partition[record] ?? 0;
    if (isNamed[record]) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  }
  let [clusters, pairs, linked] = [0, 0, 0];
  for (let record = 0; record < sizes.length; record += 1) {
    const size = sizes[record] ?? 0;
    if (size === 0) continue;
    clusters += 1;
    pairs += (size * (size - 1)) / 2;
    if (size > 1) linked += size;
  }
  if (linked === 0) return clusters;
  // A record that is missed takes all its pairs with it: so many pairs make one person too many.
  const pairsPerRecord = (2 * pairs) / linked;
  return clusters - (pairs * lost) / (1 - lost) / pairsPerRecord;
}

const RECOMBINED = 20_000;
/** Likely pairs that are tried for one that knows a comparison. */
const TRIES = 20;

/**
 * Share of true pairs that look less likely than what is drawn, by the model itself. A name may be badly written
 * where nothing else is known, and such pairs are never seen as likely; but badly written names are seen where much
 * is known, and well written ones where little is. So the names of one likely pair are set beside the rest of
 * another, many times, as if the two were independent. Of the rest as much is known as of any two records of the same
 * two lists: likely pairs are those of which much is known.
 */
function shareBelow(run: ScoredRun, seed: number): number {
  const { kept, model, priorWeight, comparers, ownNames, records } = run;
  const isName = comparers.map(({ fields }) => fields.some((field) => ownNames.includes(field)));
  const likely = new IntList();
  for (let pair = 0; pair < kept.weights.length; pair += 1) {
    if ((kept.weights[pair] ?? 0) > 0) likely.push(pair);
  }
  if (likely.length === 0) return 0;
  const pairs = likely.view();
  const random = seededRandom(mixedBits(seed));
  const anyPair = (): number => pairs[random() % pairs.length] ?? 0;
  const anotherOfItsList = otherOfList(records, random);
  const weigh = pairWeigher(model);
  const packed = new Int32Array(comparers.length);
  let below = 0;
  for (let draw = 0; draw < RECOMBINED; draw += 1) {
    const [names, rest] = [anyPair(), anyPair()];
    const [left, right] = [kept.left[rest] ?? 0, kept.right[rest] ?? 0];
    const [one, other] = [anotherOfItsList(left), anotherOfItsList(right)];
    for (const [column, comparer] of comparers.entries()) {
      const of = (pair: number): number => comparer.compare(kept.left[pair] ?? 0, kept.right[pair] ?? 0);
      if (isName[column] === true) packed[column] = of(names);
      else if (levelOf(comparer.compare(one, other)) === MISSING_LEVEL) packed[column] = MISSING_LEVEL;
      else {
        let found = of(rest);
        for (let tried = 0; levelOf(found) === MISSING_LEVEL && tried < TRIES; tried += 1)
          found = of(anyPair());
        packed[column] = found;
      }
    }
    if (weigh(packed, 0) + priorWeight < LEAST_DRAWN) below += 1;
  }
  return below / RECOMBINED;
}

/** Any record of the list that a record stands on; records of one list stand together. */
function otherOfList(records: ScoredRun["records"], random: () => number): (record: number) => number {
  const starts: number[] = [];
  for (const [position, { list }] of records.entries()) {
    if (list !== records[position - 1]?.list) starts.push(position);
  }
  return (record) => {
    const next = starts.findIndex((start) => start > record);
    const list = (next < 0 ? starts.length : next) - 1;
    const [from, to] = [starts[list] ?? 0, starts[list + 1] ?? records.length];
    return from + (random() % Math.max(1, to - from));
  };
}

function inInputOrder(partition: Int32Array, { original }: ScoredRun): Int32Array {
  const out = new Int32Array(partition.length);
  for (let position = 0; position < partition.length; position += 1) {
    out[original[position] ?? 0] = original[partition[position] ?? 0] ?? 0;
  }
  return out;
}
