/** Connected components of pairs, in typed arrays; too large ones are taken apart at their weaker pairs. */
import type { Constraints } from "./judgements.ts";
import { sortedIndices } from "./sort-indices.ts";

export interface Component {
  /** Ascending. */
  readonly members: Int32Array;
  /** Indices of the pairs with both ends inside, those that hold it together. */
  readonly pairs: Int32Array;
}

export interface ComponentInput {
  readonly recordCount: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weights: Int32Array;
  /** Pairs from here on hold a component together. */
  readonly componentWeight: number;
  readonly constraints: Pick<Constraints, "together">;
}

/** A larger component is first taken apart at its weaker edges: all its pairs are scored. */
const LARGEST_COMPONENT = 300;
const STEP = 2000;
const STRONGEST = 40_000;

/** Components of two or more records, by smallest member. */
export function componentsOf(input: ComponentInput): Component[] {
  const { left, right, weights, componentWeight } = input;
  const strong = atLeast(null, weights, componentWeight);
  const parent = new Int32Array(input.recordCount);
  const done: Component[] = [];
  const waiting = [{ pairs: strong, weight: componentWeight }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const component of connected(next.pairs, left, right, parent, input.constraints)) {
      const weight = next.weight + STEP;
      if (component.members.length <= LARGEST_COMPONENT || weight > STRONGEST) done.push(component);
      else waiting.push({ pairs: atLeast(component.pairs, weights, weight), weight });
    }
  }
  return done.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** Those of the pairs, or of all, at or above a weight. */
function atLeast(pairs: Int32Array | null, weights: Int32Array, weight: number): Int32Array {
  const total = pairs === null ? weights.length : pairs.length;
  const found = new Int32Array(total);
  let count = 0;
  for (let index = 0; index < total; index += 1) {
    const pair = pairs === null ? index : (pairs[index] ?? 0);
    if ((weights[pair] ?? 0) < weight) continue;
    found[count] = pair;
    count += 1;
  }
  return found.slice(0, count);
}

/** @param parent - room for one number a record; what stands in it does not matter. */
function connected(
  pairs: Int32Array,
  left: Int32Array,
  right: Int32Array,
  parent: Int32Array,
  { together }: Pick<Constraints, "together">,
): Component[] {
  const find = (record: number): number => {
    let root = record;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let step = record; step !== root; ) {
      const next = parent[step] ?? root;
      parent[step] = root;
      step = next;
    }
    return root;
  };
  const union = (one: number, other: number): void => {
    const [first, second] = [find(one), find(other)];
    if (first < second) parent[second] = first;
    else parent[first] = second;
  };
  for (const pair of pairs) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    parent[one] = one;
    parent[other] = other;
  }
  for (const [one, other] of together) {
    parent[one] = one;
    parent[other] = other;
  }
  for (const [one, other] of together) union(one, other);
  for (const pair of pairs) union(left[pair] ?? 0, right[pair] ?? 0);
  // Pairs by their root, and so by the smallest member of their component.
  const roots = new Int32Array(left.length);
  for (const pair of pairs) roots[pair] = find(left[pair] ?? 0);
  const ordered = sortedIndices(pairs, roots);
  const joined = new Map<number, number[]>();
  for (const ends of together) {
    const root = find(ends[0]);
    joined.set(root, [...(joined.get(root) ?? []), ...ends]);
  }
  const components: Component[] = [];
  for (let from = 0; from < ordered.length; ) {
    const root = roots[ordered[from] ?? 0] ?? 0;
    let to = from;
    while (to < ordered.length && roots[ordered[to] ?? 0] === root) to += 1;
    const own = ordered.subarray(from, to);
    // What a person joined comes along, so that its own conflicts are seen.
    components.push({ members: membersOf(own, left, right, joined.get(root) ?? []), pairs: own });
    from = to;
  }
  return components;
}

function membersOf(
  pairs: Int32Array,
  left: Int32Array,
  right: Int32Array,
  more: readonly number[],
): Int32Array {
  const ends = new Int32Array(pairs.length * 2 + more.length);
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[index] ?? 0;
    ends[2 * index] = left[pair] ?? 0;
    ends[2 * index + 1] = right[pair] ?? 0;
  }
  ends.set(more, pairs.length * 2);
  ends.sort();
  let count = 0;
  for (let index = 0; index < ends.length; index += 1) {
    if (index > 0 && ends[index] === ends[index - 1]) continue;
    ends[count] = ends[index] ?? 0;
    count += 1;
  }
  return ends.slice(0, count);
}
