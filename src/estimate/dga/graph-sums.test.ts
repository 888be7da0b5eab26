import { describe, expect, test } from "vitest";
import type { CaptureTable } from "../capture-table.ts";
import { logGamma } from "../numeric/log-gamma.ts";
import { countBits } from "../numeric/subset-sums.ts";
import { toPatternCounts } from "../pattern-counts.ts";
import { type GraphSumsInput, sumOverGraphs } from "./graph-sums.ts";
import { growGraphs } from "./graph-tree.ts";
import { createUnseenGrid } from "./unseen-grid.ts";

describe("the tree of graphs", () => {
  test.each([3, 4, 5])("on %i lists meets every graph once, a pair after its parent", (listCount) => {
    const { graphs, steps, order, depths, stepOf } = growGraphs(listCount);
    expect(new Set(order).size).toBe(graphs.length);
    expect(steps.length).toBeLessThanOrEqual(((listCount * (listCount - 1)) / 2) * 2 ** (listCount - 2));
    const path: number[] = [];
    order.forEach((index, at) => {
      const [graph, depth] = [graphs[index], depths[at] ?? 0];
      const parent = graphs[path[depth - 1] ?? -1];
      path[depth] = index;
      expect(countBits(graph?.edges ?? 0)).toBe(depth);
      if (depth === 0) return;
      const step = steps[stepOf[at] ?? -1];
      expect(countBits((graph?.edges ?? 0) ^ (parent?.edges ?? 0))).toBe(1);
      if (graph === undefined || parent === undefined || step === undefined) throw new TypeError("no parent");
      // The factors of cliques and separators change by the four of the step, and by nothing else.
      const change = parent.exponents.slice();
      for (const mask of [step.whole, step.shared]) if (mask > 0) change[mask] = (change[mask] ?? 0) + 1;
      for (const mask of [step.first, step.second]) change[mask] = (change[mask] ?? 0) - 1;
      expect(graph.exponents).toEqual(change);
    });
  });
});

/** The log joint of a graph straight from its cliques and separators, without its tree. */
function logJoint(
  { table, delta }: GraphSumsInput,
  exponents: Int8Array,
  components: number,
  unseen: number,
) {
  const total = table.total + unseen;
  const full = delta * 2 ** table.listCount;
  let sum = logGamma(total + 1) - logGamma(unseen + 1) - Math.log(total);
  sum += components * (logGamma(full) - logGamma(total + full));
  exponents.forEach((exponent, mask) => {
    if (exponent === 0) return;
    const each = delta * 2 ** (table.listCount - countBits(mask));
    const cells = new Map<number, number>([[0, unseen]]);
    table.counts.forEach((count, pattern) => {
      cells.set(pattern & mask, (cells.get(pattern & mask) ?? 0) + count);
    });
    for (const count of cells.values()) sum += exponent * (logGamma(count + each) - logGamma(each));
  });
  return sum;
}

const tableOf = (lists: number, counts: readonly number[]): CaptureTable => ({
  lists: ["A", "B", "C", "D"].slice(0, lists),
  cells: counts.map((count, i) => ({ pattern: i + 1, count })).filter(({ count }) => count > 0),
});

describe("the sums over graphs", () => {
  test.each([
    ["a small table", tableOf(3, [40, 30, 6, 20, 0, 9, 1]), 700],
    ["four lists", tableOf(4, [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]), 9000],
    // Joints a thousand logarithms apart from one number unseen to the next dozens: blocks shrink.
    ["lists that hold nearly everyone", tableOf(3, [9, 11, 90, 8, 4000, 3900, 220_000]), 900],
  ])("are those of each graph's own factors: %s", (_, given, most) => {
    const table = toPatternCounts(given);
    const grid = createUnseenGrid({ least: 0, most, relativeStep: 0 });
    const input = { table, tree: growGraphs(table.listCount), delta: 2 ** -table.listCount, grid };
    const { masses, evidence } = sumOverGraphs(input);
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    expect(evidence.reduce((sum, share) => sum + share, 0) / total).toBeCloseTo(1, 12);
    const logs = input.tree.graphs.map(({ exponents, componentCount }) =>
      grid.points.map((unseen) => logJoint(input, exponents, componentCount, unseen)),
    );
    const peak = logs.reduce((most, row) => row.reduce((high, log) => Math.max(high, log), most), -Infinity);
    const own = new Float64Array(masses.length);
    const ownEvidence = logs.map((row) =>
      row.reduce((sum, log, k) => {
        own[k] = (own[k] ?? 0) + Math.exp(log - peak);
        return sum + Math.exp(log - peak);
      }, 0),
    );
    const ownTotal = own.reduce((sum, mass) => sum + mass, 0);
    // The plain sums of log Γ here are themselves good to about 1e-8 of a mass, at 230,000 people.
    own.forEach((mass, k) => {
      const ours = (masses[k] ?? 0) / total;
      if (mass / ownTotal > 1e-15) expect(Math.abs(ours / (mass / ownTotal) - 1)).toBeLessThan(1e-7);
      else expect(ours).toBeLessThan(2e-15);
    });
    ownEvidence.forEach((share, g) => {
      expect(Math.abs((evidence[g] ?? 0) / total - share / ownTotal)).toBeLessThan(1e-8);
    });
  });
});
