/** The dga entry of a report. */
import type { Interval } from "../log-normal-interval.ts";
import { toListIndices } from "../loglinear/hierarchical-model.ts";
import type { Writer } from "../messages.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { Estimate, EstimateRefusal, EstimateWarning } from "../report.ts";
import type { UnseenPosterior } from "../unseen-posterior.ts";
import { estimateDga, TAIL_MASS_LIMIT } from "./dga-posterior.ts";

export interface DgaInput {
  readonly table: PatternCounts;
  readonly lists: readonly string[];
  readonly writer: Writer;
  /** Prior count per cell; 2^−J by default. */
  readonly delta?: number;
  /** How many graphs to name. */
  readonly topGraphs: number;
}

export interface DgaOutcome {
  readonly estimate: Extract<Estimate, { name: "dga" }> | null;
  /** The whole posterior, for the ensemble. */
  readonly posterior: UnseenPosterior | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
}

/** Lists for which the graphs are averaged: with two no dependence can be told, with seven there are 617,675 graphs. */
const FEWEST_LISTS = 3;
const MOST_LISTS = 6;

/** Differences of log-gammas keep ten digits or more up to here. */
const MOST_PEOPLE = 1e9;

/** With more than this probability beyond the widest grid there is no upper limit worth printing. */
const TAIL_REFUSED = 0.01;

/**
 * The prior decides when the median moves by more than this share under four times the prior counts, or an end of the
 * interval under four times or a quarter of them.
 */
const PRIOR_SHARE = 0.25;

/**
 * The complete graph leaves every dependence free, the one between all lists at once among them: given it, the counts say
 * nothing of the number unseen, and the prior alone makes a number. With more than this probability for it there is none.
 */
const COMPLETE_REFUSED = 0.5;
/** From this probability on it moves the interval. */
const COMPLETE_WARNED = 0.02;

export function estimateByGraphs({ table, lists, writer, delta, topGraphs }: DgaInput): DgaOutcome {
  const refuse = (code: EstimateRefusal["code"], text: string): DgaOutcome => ({
    estimate: null,
    posterior: null,
    refused: [{ name: "dga", code, text }],
    warnings: [],
  });
  if (lists.length < FEWEST_LISTS) {
    const params = { needed: FEWEST_LISTS, lists: lists.length };
    return refuse("TOO_FEW_LISTS", writer.write("refused.TOO_FEW_LISTS", params));
  }
  if (lists.length > MOST_LISTS) {
    const params = { most: MOST_LISTS, lists: lists.length };
    return refuse("TOO_MANY_LISTS", writer.write("refused.TOO_MANY_LISTS", params));
  }
  if (table.total > MOST_PEOPLE) {
    return refuse(
      "TOO_MANY_PEOPLE",
      writer.write("refused.TOO_MANY_PEOPLE", { n: table.total, most: MOST_PEOPLE }),
    );
  }
  const posterior = estimateDga(table, delta === undefined ? {} : { delta });
  const complete = completeShare(posterior.graphs, lists.length);
  const share = { percent: writer.decimal(complete * 100, 0) };
  if (complete > COMPLETE_REFUSED) {
    return refuse("NOT_IDENTIFIABLE", writer.write("refused.NOT_IDENTIFIABLE.dga", share));
  }
  const mass = `${writer.decimal(posterior.tailMass * 100, 4)} %`;
  if (posterior.tailMass > TAIL_REFUSED) {
    const text = writer.write("refused.GRID_TAIL", { mass, largest: posterior.largestUnseen / 2 });
    return refuse("GRID_TAIL", text);
  }
  const warnings: EstimateWarning[] = [];
  if (posterior.tailMass >= TAIL_MASS_LIMIT) {
    warnings.push({ code: "GRID_TAIL", text: writer.write("warning.GRID_TAIL", { mass }) });
  }
  const heavier = estimateDga(table, { delta: 4 * posterior.delta });
  const lighter = estimateDga(table, { delta: posterior.delta / 4 });
  if (Math.abs(heavier.median - posterior.median) > PRIOR_SHARE * posterior.median) {
    const params = { before: Math.round(posterior.median), after: Math.round(heavier.median) };
    warnings.push({ code: "PRIOR_DOMINATED", text: writer.write("warning.PRIOR_DOMINATED", params) });
  }
  const moved = movedInterval(posterior.interval, { heavier: heavier.interval, lighter: lighter.interval });
  if (moved !== null && warnings.every(({ code }) => code !== "PRIOR_DOMINATED")) {
    const [low, high] = posterior.interval;
    const [newLow, newHigh] = moved.interval;
    const params = {
      ...{ low: Math.round(low), high: Math.round(high) },
      ...{ newLow: Math.round(newLow), newHigh: Math.round(newHigh), factor: moved.factor },
    };
    warnings.push({
      code: "PRIOR_DOMINATED",
      text: writer.write("warning.PRIOR_DOMINATED.interval", params),
    });
  }
  if (complete > COMPLETE_WARNED) {
    const text = writer.write("warning.PRIOR_DOMINATED.complete", share);
    warnings.push({ code: "PRIOR_DOMINATED", text });
  }
  const estimate = {
    name: "dga",
    point: posterior.median,
    interval: posterior.interval,
    kind: "posterior median",
    settings: {
      assumption: writer.write("assumption.dga"),
      interval: "central credible",
      delta: posterior.delta,
      priorN: "1/N",
      graphsConsidered: posterior.graphs.length,
      mode: posterior.mode,
      largestUnseen: posterior.largestUnseen,
      tailMass: posterior.tailMass,
      graphs: posterior.graphs.slice(0, topGraphs).map(({ graph, probability }) => ({
        cliques: graph.cliques.map((mask) => toListIndices(mask).map((list) => lists[list] ?? "")),
        probability,
      })),
    },
  } as const;
  const { grid, masses } = posterior;
  return { estimate, posterior: { seen: table.total, grid, masses }, refused: [], warnings };
}

/** The interval under another prior, of the two the one with an end that moves more than the prior may move it. */
function movedInterval(
  own: Interval,
  others: { readonly heavier: Interval; readonly lighter: Interval },
): { readonly interval: Interval; readonly factor: "4" | "1/4" } | null {
  const isMoved = (other: Interval): boolean =>
    own.some((end, index) => Math.abs((other[index] ?? end) - end) > PRIOR_SHARE * end);
  if (isMoved(others.lighter)) return { interval: others.lighter, factor: "1/4" };
  return isMoved(others.heavier) ? { interval: others.heavier, factor: "4" } : null;
}

/** The posterior probability of the graph in which all lists hang together. */
function completeShare(graphs: ReturnType<typeof estimateDga>["graphs"], lists: number): number {
  const all = 2 ** lists - 1;
  const found = graphs.find(({ graph: { cliques } }) => cliques.length === 1 && cliques[0] === all);
  return found?.probability ?? 0;
}
