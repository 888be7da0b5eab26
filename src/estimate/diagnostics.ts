/** How an estimate hangs on its lists and priors: what a reader who doubts it asks for. */
import type { CaptureTable } from "./capture-table.ts";
import { estimateDga } from "./dga/dga-posterior.ts";
import { type EstimateOptions, estimateTable } from "./estimate-table.ts";
import type { Interval } from "./log-normal-interval.ts";
import { defaultMaxOrder, MOST_LISTS_FOR_ALL_MODELS, searchAllModels } from "./loglinear/model-search.ts";
import { searchStepwise } from "./loglinear/stepwise-search.ts";
import { poissonRange, poissonTail } from "./numeric/quantiles.ts";
import { countBits } from "./numeric/subset-sums.ts";
import { pairDependence } from "./pair-dependence.ts";
import { type PatternCounts, toPatternCounts } from "./pattern-counts.ts";
import type { MethodName } from "./report.ts";
import { keepUsableLists, peopleOnList, withMergedLists, withoutList } from "./table-variants.ts";
import { chapman, countPair, toPairs } from "./two-lists.ts";

/** One cell of the heat-maps of pairs. */
export interface PairDiagnostic {
  readonly lists: readonly [string, string];
  readonly both: number;
  /** Mantel–Haenszel among people on a third list: below 1 the lists avoid each other; null when nothing can tell. */
  readonly oddsRatio: number | "infinite" | null;
  readonly score: number;
  /** Chapman's estimate from the two alone: pairs that differ widely show dependence or heterogeneity. */
  readonly chapman: number;
}

/** What one method says of a changed table. */
export interface Variant {
  readonly name: MethodName;
  /** null when it refuses. */
  readonly point: number | null;
  readonly interval: Interval | null;
}

export interface TableVariant {
  /** The list left out, or the two made one. */
  readonly lists: readonly string[];
  readonly people: number;
  readonly answers: readonly Variant[];
}

/** A list predicted from the others: its size is known, so the error is seen (Binette & Steorts 2022). */
export interface ListPrediction {
  readonly list: string;
  readonly size: number;
  /** `holds`: whether the size lies within the interval, of a lower bound whether it lies above its lower end. */
  readonly answers: readonly (Variant & { readonly holds: boolean | null })[];
}

export interface PriorVariant {
  readonly delta: number;
  readonly point: number;
  readonly interval: Interval;
}

/** dga with the number unseen ending at so many times the people counted; null for its own grid, which ends by itself. */
export interface GridVariant {
  readonly times: number | null;
  readonly point: number;
  readonly interval: Interval;
}

/** What the best log-linear model expects of a number that was counted. */
export interface PredictiveCheck {
  /** `seen-on` k lists, or people on `both` of a pair. */
  readonly of:
    | { readonly kind: "seen-on"; readonly lists: number }
    | { readonly kind: "both"; readonly lists: readonly [string, string] };
  readonly counted: number;
  readonly expected: number;
  /** The central 95 % of tables that the model expects. */
  readonly range: Interval;
  /** One-sided Poisson probability of a count so far out; small is a misfit. A good fit says nothing of N. */
  readonly tail: number;
}

export interface Diagnostics {
  readonly pairs: readonly PairDiagnostic[];
  readonly leaveOneOut: readonly TableVariant[];
  readonly merged: readonly TableVariant[];
  readonly predictedLists: readonly ListPrediction[];
  /** dga with a quarter, once and four times its prior counts. */
  readonly priors: readonly PriorVariant[];
  /** The end of the grid acts as a prior: what dga says when it comes sooner. */
  readonly grids: readonly GridVariant[];
  readonly predictive: readonly PredictiveCheck[];
}

/** Methods that are tried on each variant: fast and of different kinds. */
const TRIED: readonly MethodName[] = ["chao", "loglinear", "dga"];

/** Beyond so many lists variants are told by Chao's bound and the log-linear model alone: graphs would take minutes. */
const MOST_LISTS_FOR_GRAPHS = 5;

/**
 * Everything at once, from the counts alone; the same table gives the same answer. Lists without anyone are left out, as
 * they are of the report beside it.
 *
 * @throws InquestError "estimate/…" when the table itself is malformed, or fewer than two of its lists hold anyone.
 */
export function diagnoseTable(given: CaptureTable): Diagnostics {
  const table = keepUsableLists(given);
  const pairs = toPairs(table.lists.length);
  const nameOf = (list: number) => table.lists[list] ?? "";
  const several = table.lists.length > 2;
  return {
    pairs: pairs.map(([i, j]) => {
      const counts = countPair(table, i, j);
      return {
        lists: [nameOf(i), nameOf(j)],
        both: counts.both,
        ...pairDependence(table, i, j),
        chapman: chapman(counts).point,
      };
    }),
    leaveOneOut: several ? table.lists.map((list, j) => toVariant([list], withoutList(table, j))) : [],
    merged: several
      ? pairs.map(([i, j]) => toVariant([nameOf(i), nameOf(j)], withMergedLists(table, i, j)))
      : [],
    predictedLists: several ? table.lists.flatMap((list, j) => predictList(table, list, j)) : [],
    priors: tryPriors(toPatternCounts(table)),
    grids: tryGrids(toPatternCounts(table)),
    predictive: checkPredictions(table),
  };
}

function toVariant(lists: readonly string[], table: CaptureTable): TableVariant {
  const people = table.cells.reduce((sum, { count }) => sum + count, 0);
  return { lists, people, answers: answersOf(table) };
}

function answersOf(table: CaptureTable): readonly Variant[] {
  const options: EstimateOptions = {
    methods: TRIED.filter((name) => name !== "dga" || table.lists.length <= MOST_LISTS_FOR_GRAPHS),
  };
  const occupied = table.lists.filter((_, j) =>
    table.cells.some(({ pattern, count }) => count > 0 && (pattern >> j) & 1),
  );
  if (occupied.length < 2) return [];
  const { methods } = estimateTable(table, options);
  return TRIED.map((name) => {
    const answer = methods.find((method) => method.name === name);
    return { name, point: answer?.point ?? null, interval: answer?.interval ?? null };
  });
}

function predictList(table: CaptureTable, list: string, index: number): readonly ListPrediction[] {
  const { table: others, size } = peopleOnList(table, index);
  if (others.cells.length === 0) return [];
  const answers = answersOf(others).map((answer) => ({
    ...answer,
    holds:
      answer.interval === null
        ? null
        : answer.interval[0] <= size && (isBound(answer.name) || answer.interval[1] >= size),
  }));
  return [{ list, size, answers }];
}

/** Whether a method bounds the number from below, and says nothing of how many more there are. */
export function isBound(name: MethodName): boolean {
  return name === "chao";
}

function tryPriors(table: PatternCounts): readonly PriorVariant[] {
  if (table.listCount < 3 || table.listCount > MOST_LISTS_FOR_GRAPHS) return [];
  return [0.25, 1, 4].map((factor) => {
    const { median, interval, delta } = estimateDga(table, { delta: factor * 2 ** -table.listCount });
    return { delta, point: median, interval };
  });
}

/** Ends of the grid in times the people counted, up to three times and beyond what peers end at; then none. */
const GRID_ENDS = [3, 10, 30, null];

function tryGrids(table: PatternCounts): readonly GridVariant[] {
  if (table.listCount < 3 || table.listCount > MOST_LISTS_FOR_GRAPHS) return [];
  return GRID_ENDS.map((times) => {
    const range = times === null ? {} : { unseenRange: { least: 0, most: times * table.total } };
    const { median, interval } = estimateDga(table, range);
    return { times, point: median, interval };
  });
}

function checkPredictions(table: CaptureTable): readonly PredictiveCheck[] {
  const counts = toPatternCounts(table);
  const best =
    table.lists.length <= MOST_LISTS_FOR_ALL_MODELS
      ? searchAllModels(counts, defaultMaxOrder(table.lists.length)).ranked[0]?.fit
      : searchStepwise(counts).at(-1);
  if (best === undefined || best.existence !== "finite") return [];
  const expectedOn = new Float64Array(table.lists.length + 1);
  const countedOn = new Float64Array(table.lists.length + 1);
  const { fit, support } = best;
  for (let pattern = 1; pattern < counts.counts.length; pattern++) {
    const on = countBits(pattern);
    countedOn[on] = (countedOn[on] ?? 0) + (counts.counts[pattern] ?? 0);
    if (support.cells[pattern] !== 1) continue;
    const log = support.fittedTerms.reduce(
      (sum, term, i) => ((pattern & term) === term ? sum + (fit.coefficients[i] ?? 0) : sum),
      0,
    );
    expectedOn[on] = (expectedOn[on] ?? 0) + Math.exp(log);
  }
  const check = (of: PredictiveCheck["of"], counted: number, expected: number): PredictiveCheck => ({
    of,
    counted,
    expected,
    range: poissonRange(expected),
    tail: poissonTail(counted, expected),
  });
  return [
    ...table.lists.map((_, k) =>
      check({ kind: "seen-on", lists: k + 1 }, countedOn[k + 1] ?? 0, expectedOn[k + 1] ?? 0),
    ),
    ...toPairs(table.lists.length).map(([i, j]) => {
      const pair = (1 << i) | (1 << j);
      const lists = [table.lists[i] ?? "", table.lists[j] ?? ""] as const;
      return check({ kind: "both", lists }, counts.margins[pair] ?? 0, fit.fittedMargins[pair] ?? 0);
    }),
  ];
}
