/** Partitions drawn over the uncertain pairs: what the lists may say, beside the one that the machine decided. */
import { IntList } from "./int-list.ts";
import type { Constraints } from "./judgements.ts";
import { NumberDictionary } from "./number-dictionary.ts";
import { mixedBits, seededRandom, standardNormal } from "./random.ts";
import type { KeptPairs } from "./score-pairs.ts";
import { firstIndices, sortedIndices } from "./sort-indices.ts";
import { UnionFind } from "./union-find.ts";
import { BIT, toWeight } from "./weights.ts";

/** Pairs from here on are drawn; less likely ones are counted as missed. */
export const LEAST_DRAWN = toWeight(0.03);
/** Records joined above this are one in every draw. */
export const SURE = toWeight(0.99);
/** What a pair counts that no rule kept, beside kept ones of the same two groups. */
const ABSENT = LEAST_DRAWN - 2 * BIT;

export interface DrawInput {
  readonly kept: KeptPairs;
  /** Cluster of each record at the sure weight, by smallest member. */
  readonly sureOf: Int32Array;
  readonly isForbidden: (left: number, right: number) => boolean;
  readonly constraints: Constraints;
  /** The list of each record where no draw may join rows of one list, not through a third record either; else null. */
  readonly heldApart: readonly string[] | null;
  readonly seed: number;
  readonly draws: number;
  readonly sharedErrorBits: number;
}

/** Uncertain pairs of sure clusters, left < right, ascending: mean weight over the kept pairs between them. */
interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weights: Float64Array;
  /** Index of an edge at `left * records + right`. */
  readonly byEnds: NumberDictionary;
}

/** Parts of a thousandth of a bit that order the edges of a draw; closer ones stand by their ends. */
const ORDER_STEPS = 16;

/**
 * One partition a draw, as the smallest member of each record's cluster.
 *
 * Sure clusters are joined along their uncertain edges: each edge holds with its own probability, and all edges of a
 * draw share one error of the model. Two clusters are joined when the pairs between them say so on the mean:
 * several records of one person are not several witnesses to a link, so the weights are not added.
 */
export function* drawPartitions(input: DrawInput): Generator<Int32Array> {
  const edges = uncertainEdges(input);
  const count = edges.left.length;
  const weights = new Float64Array(count);
  const keys = new Int32Array(count);
  const speaking = new Int32Array(count);
  const lists = input.heldApart === null ? null : listsOfClusters(input.sureOf, input.heldApart);
  for (let draw = 0; draw < input.draws; draw += 1) {
    const random = seededRandom(mixedBits(input.seed * 4099 + draw));
    const shared = standardNormal(random) * input.sharedErrorBits * BIT;
    let spoken = 0;
    for (let edge = 0; edge < count; edge += 1) {
      const weight = (edges.weights[edge] ?? 0) + shared + logistic(random);
      weights[edge] = weight;
      keys[edge] = -Math.round(weight * ORDER_STEPS);
      if (weight > 0) {
        speaking[spoken] = edge;
        spoken += 1;
      }
    }
    yield joined(input, { edges, weights, lists }, sortedIndices(speaking.subarray(0, spoken), keys));
  }
}

/** The lists that each sure cluster has rows of, by its smallest member. */
function listsOfClusters(
  sureOf: Int32Array,
  listOf: readonly string[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const lists = new Map<number, Set<string>>();
  for (const [record, list] of listOf.entries()) {
    const cluster = sureOf[record] ?? record;
    const own = lists.get(cluster);
    if (own === undefined) lists.set(cluster, new Set([list]));
    else own.add(list);
  }
  return lists;
}

function uncertainEdges({ kept, sureOf, isForbidden }: DrawInput): Edges {
  const size = sureOf.length;
  const found = new NumberDictionary(1 << 12);
  const lefts = new IntList();
  const rights = new IntList();
  const sums: number[] = [];
  const counts: number[] = [];
  for (let pair = 0; pair < kept.left.length; pair += 1) {
    const weight = kept.weights[pair] ?? 0;
    if (weight < LEAST_DRAWN) continue;
    const one = kept.left[pair] ?? 0;
    const other = kept.right[pair] ?? 0;
    const oneSure = sureOf[one] ?? 0;
    const otherSure = sureOf[other] ?? 0;
    if (oneSure === otherSure || isForbidden(one, other)) continue;
    const [left, right] = oneSure < otherSure ? [oneSure, otherSure] : [otherSure, oneSure];
    const edge = found.idOf(left * size + right);
    if (edge === sums.length) {
      lefts.push(left);
      rights.push(right);
      sums.push(0);
      counts.push(0);
    }
    sums[edge] = (sums[edge] ?? 0) + weight;
    counts[edge] = (counts[edge] ?? 0) + 1;
  }
  const [left, right] = [lefts.view(), rights.view()];
  const order = sortedIndices(sortedIndices(firstIndices(sums.length), right), left);
  const byEnds = new NumberDictionary(1 << 12);
  for (const edge of order) byEnds.idOf((left[edge] ?? 0) * size + (right[edge] ?? 0));
  return {
    left: order.map((edge) => left[edge] ?? 0),
    right: order.map((edge) => right[edge] ?? 0),
    weights: Float64Array.from(order, (edge) => (sums[edge] ?? 0) / (counts[edge] ?? 1)),
    byEnds,
  };
}

/** Joins along the edges that speak for a link, strongest first. */
function joined(
  { sureOf, constraints }: DrawInput,
  {
    edges: { left, right, byEnds },
    weights,
    lists,
  }: {
    readonly edges: Edges;
    readonly weights: Float64Array;
    readonly lists: ReadonlyMap<number, ReadonlySet<string>> | null;
  },
  order: Int32Array,
): Int32Array {
  const size = sureOf.length;
  const groups = new UnionFind(size);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  const apart = constraints.apart.map(
    ([one, other]) => [sureOf[one] ?? one, sureOf[other] ?? other] as const,
  );
  const isApart = (one: number, other: number): boolean =>
    apart.some(([a, b]) => {
      const [first, second] = [groups.find(a), groups.find(b)];
      return (first === one && second === other) || (first === other && second === one);
    });
  const shareList = (these: readonly number[], those: readonly number[]): boolean => {
    if (lists === null) return false;
    const seen = new Set(these.flatMap((cluster) => [...(lists.get(cluster) ?? [])]));
    return those.some((cluster) => [...(lists.get(cluster) ?? [])].some((list) => seen.has(list)));
  };
  for (const edge of order) {
    const [one, other] = [groups.find(left[edge] ?? 0), groups.find(right[edge] ?? 0)];
    if (one === other || (apart.length > 0 && isApart(one, other))) continue;
    const [these, those] = [membersOf(one), membersOf(other)];
    if (shareList(these, those)) continue;
    let sum = 0;
    for (const a of these) {
      for (const b of those) {
        const between = byEnds.find(a < b ? a * size + b : b * size + a);
        sum += between < 0 ? ABSENT : (weights[between] ?? ABSENT);
      }
    }
    if (sum <= 0) continue;
    groups.union(one, other);
    members.set(groups.find(one), [...these, ...those]);
  }
  const partition = new Int32Array(size);
  for (let record = 0; record < size; record += 1) partition[record] = groups.find(sureOf[record] ?? record);
  return partition;
}

/** A standard logistic deviate in thousandths of a bit: added to log-odds it is above 0 with their probability. */
function logistic(random: () => number): number {
  const share = (random() + 0.5) / 4_294_967_296;
  return Math.log2(share / (1 - share)) * BIT;
}
