/** Warnings that come from the table and from the methods beside each other. */
import type { CaptureTable } from "./capture-table.ts";
import type { ModelFit } from "./loglinear/model-fit.ts";
import type { Writer } from "./messages.ts";
import { pairDependence } from "./pair-dependence.ts";
import type { Estimate, EstimateWarning, TableSummary } from "./report.ts";
import { toPairs } from "./two-lists.ts";

/** People on two lists or more below which a table is too small to estimate from; a rule of thumb. */
export const LEAST_SHARED = 30;

/** Chao's bound is raised by the difference between lists when it passes the safer one by this factor. */
const UNEQUAL_FACTOR = 1.1;

/** A list of which this share stands on another may be its copy. */
const COPY_SHARE = 0.9;

/** Smaller lists are contained in others by accident. */
const LEAST_FOR_COPY = 5;

/** One-sided 1 % of the standard normal: fewer shared than chance. */
const HOSTILE_SCORE = -2.326;

export function warnOfTable(summary: TableSummary, writer: Writer): readonly EstimateWarning[] {
  const warnings: EstimateWarning[] = [];
  if (summary.lists.length === 2)
    warnings.push({ code: "TWO_LISTS", text: writer.write("warning.TWO_LISTS") });
  const shared = summary.n - (summary.seenOn[0] ?? 0);
  if (shared < LEAST_SHARED) {
    const text = writer.write("warning.STRATUM_TOO_SMALL", { shared, needed: LEAST_SHARED });
    warnings.push({ code: "STRATUM_TOO_SMALL", text });
  }
  for (const pair of summary.pairs) {
    const [first, second] = pair.lists;
    if (pair.both === 0) {
      warnings.push({ code: "ZERO_OVERLAP", text: writer.write("warning.ZERO_OVERLAP", { first, second }) });
    }
    const smaller = Math.min(pair.first, pair.second);
    if (smaller < LEAST_FOR_COPY || pair.both < COPY_SHARE * smaller) continue;
    const [small, large] = pair.first <= pair.second ? [first, second] : [second, first];
    const percent = Math.floor((100 * pair.both) / smaller);
    const text = writer.write("warning.LISTS_COPY_EACH_OTHER", { percent, small, large });
    warnings.push({ code: "LISTS_COPY_EACH_OTHER", text, join: [small, large] });
  }
  return warnings;
}

/**
 * Pairs that avoid each other: by the chosen log-linear model (a negative interaction, −∞ included), or among
 * people on a third list (Mantel–Haenszel, one-sided 1 %).
 */
export function warnOfHostileLists(
  table: CaptureTable,
  best: ModelFit | null,
  writer: Writer,
): readonly EstimateWarning[] {
  return toPairs(table.lists.length).flatMap(([i, j]) => {
    const fitted = best === null ? null : fittedOddsRatio(best, (1 << i) | (1 << j));
    const { oddsRatio, score } = pairDependence(table, i, j);
    const observed =
      score < HOSTILE_SCORE && typeof oddsRatio === "number" && oddsRatio < 1 ? oddsRatio : null;
    const ratio = fitted !== null && fitted < 1 ? fitted : observed;
    if (ratio === null) return [];
    const names = { first: table.lists[i] ?? "", second: table.lists[j] ?? "" };
    const text = writer.write("warning.HOSTILE_LISTS", { ...names, ratio: writer.decimal(ratio, 2) });
    return [{ code: "HOSTILE_LISTS" as const, text }];
  });
}

/** exp θ of a pair: its odds ratio among people on none of the other lists; null when not in the model. */
function fittedOddsRatio({ support, fit }: ModelFit, pair: number): number | null {
  if (support.emptyTerms.includes(pair)) return 0;
  const index = support.fittedTerms.indexOf(pair);
  return index < 0 ? null : Math.exp(fit.coefficients[index] ?? 0);
}

/** A count of people documented by a source that is not one of the lists. */
export interface DocumentedCount {
  readonly name: string;
  readonly count: number;
}

/** Estimates that contradict each other, or what another source documents. */
export function warnOfContradictions(
  methods: readonly Estimate[],
  documented: readonly DocumentedCount[],
  writer: Writer,
): readonly EstimateWarning[] {
  const warnings: EstimateWarning[] = [];
  const chao = methods.find((method) => method.name === "chao");
  const bound = chao?.interval?.[0];
  for (const { name: method, kind, point } of methods) {
    if (bound === undefined || kind === "lower bound" || bound <= point) continue;
    const params = { bound: Math.round(bound), method, estimate: Math.round(point) };
    const text = writer.write("warning.LOWER_BOUND_ABOVE_ESTIMATE", params);
    warnings.push({ code: "LOWER_BOUND_ABOVE_ESTIMATE", text });
  }
  const safer = chao?.settings.unequalLists?.point;
  if (chao !== undefined && safer !== undefined && chao.point > UNEQUAL_FACTOR * safer) {
    const params = { bound: Math.round(chao.point), safer: Math.round(safer) };
    warnings.push({ code: "LISTS_UNEQUAL", text: writer.write("warning.LISTS_UNEQUAL", params) });
  }
  for (const { name, count } of documented) {
    for (const method of methods) {
      // A lower bound below a documented count is no contradiction.
      if (method.kind === "lower bound" || method.point >= count) continue;
      const params = { name, count, method: method.name, point: Math.round(method.point) };
      const text = writer.write("warning.ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST", params);
      warnings.push({ code: "ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST", text });
    }
  }
  return warnings;
}
