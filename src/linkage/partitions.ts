/** Partitions drawn over the uncertain pairs: what the lists may say, beside the one that the machine decided. */
import type { Constraints } from "./judgements.ts";
import { mixedBits, seededRandom } from "./random.ts";
import type { KeptPairs } from "./score-pairs.ts";
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
  readonly seed: number;
  readonly draws: number;
  readonly sharedErrorBits: number;
}

/** An uncertain pair of sure clusters: mean weight over the kept pairs between them. */
interface Edge {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * One partition a draw, as the smallest member of each record's cluster.
 *
 * Sure clusters are joined along their uncertain edges: each edge holds with its own probability, and all edges of a
 * draw share one error of the model. Two clusters are joined when the pairs between them say so on the mean:
 * several records of one person are not several witnesses to a link, so the weights are not added.
 */
export function* drawPartitions(input: DrawInput): Generator<Int32Array> {
  const edges = uncertainEdges(input);
  const size = input.sureOf.length;
  const edgeOf = new Map(edges.map(({ left, right }, index) => [left * size + right, index]));
  const weights = new Float64Array(edges.length);
  for (let draw = 0; draw < input.draws; draw += 1) {
    const random = seededRandom(mixedBits(input.seed * 4099 + draw));
    const shared = normal(random) * input.sharedErrorBits * BIT;
    const order: number[] = [];
    for (let edge = 0; edge < weights.length; edge += 1) {
      const weight = (edges[edge]?.weight ?? 0) + shared + logistic(random);
      weights[edge] = weight;
      if (weight > 0) order.push(edge);
    }
    order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    yield joined(input, { edges, edgeOf, weights, order });
  }
}

/** One draw: the weights of all edges, and which of them speak for a link, strongest first. */
interface Draw {
  readonly edges: readonly Edge[];
  /** Index of an edge at `left * records + right`. */
  readonly edgeOf: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
  readonly order: readonly number[];
}

function uncertainEdges({ kept, sureOf, isForbidden }: DrawInput): Edge[] {
  const size = sureOf.length;
  const sums = new Map<number, [number, number]>();
  for (let pair = 0; pair < kept.left.length; pair += 1) {
    const weight = kept.weights[pair] ?? 0;
    if (weight < LEAST_DRAWN) continue;
    const [one = 0, other = 0] = [kept.left[pair], kept.right[pair]];
    const [left = 0, right = 0] = [sureOf[one], sureOf[other]];
    if (left === right || isForbidden(one, other)) continue;
    const key = Math.min(left, right) * size + Math.max(left, right);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, [weight, 1]);
    else {
      sum[0] += weight;
      sum[1] += 1;
    }
  }
  return [...sums]
    .map(([key, [weight, count]]) => ({
      left: Math.floor(key / size),
      right: key % size,
      weight: weight / count,
    }))
    .sort((a, b) => a.left - b.left || a.right - b.right);
}

function joined({ sureOf, constraints }: DrawInput, { edges, edgeOf, weights, order }: Draw): Int32Array {
  const size = sureOf.length;
  const groups = new UnionFind(size);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  const join = (one: number, other: number): void => {
    const all = [...membersOf(one), ...membersOf(other)];
    groups.union(one, other);
    members.set(groups.find(one), all);
  };
  const apart = constraints.apart.map(
    ([left, right]) => [sureOf[left] ?? left, sureOf[right] ?? right] as const,
  );
  const isApart = (one: number, other: number): boolean =>
    apart.some(([a, b]) => {
      const [first, second] = [groups.find(a), groups.find(b)];
      return (first === one && second === other) || (first === other && second === one);
    });
  for (const index of order) {
    const { left = 0, right = 0 } = edges[index] ?? {};
    const [one, other] = [groups.find(left), groups.find(right)];
    if (one === other || isApart(one, other)) continue;
    let sum = 0;
    const [these, those] = [membersOf(one), membersOf(other)];
    for (const a of these) {
      for (const b of those) {
        const edge = edgeOf.get(Math.min(a, b) * size + Math.max(a, b));
        sum += edge === undefined ? ABSENT : (weights[edge] ?? ABSENT);
      }
    }
    if (sum > 0) join(one, other);
  }
  return sureOf.map((sure) => groups.find(sure));
}

/** A standard logistic deviate in thousandths of a bit: added to log-odds it is above 0 with their probability. */
function logistic(random: () => number): number {
  const share = (random() + 0.5) / 4_294_967_296;
  return Math.log2(share / (1 - share)) * BIT;
}

/** A standard normal deviate, by the polar form's elder sister. @see Box and Muller, 1958. */
function normal(random: () => number): number {
  const [one, other] = [(random() + 0.5) / 4_294_967_296, (random() + 0.5) / 4_294_967_296];
  return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
}
