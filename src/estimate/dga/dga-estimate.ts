/** The dga entry of a report. */
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

/** The prior decides when the median or an end of the interval moves by more than this share … */
const PRIOR_SHARE = 0.25;
/** … under prior counts so many times the ones in use. */
const PRIOR_FACTORS = [4, 0.25];

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
  for (const factor of PRIOR_FACTORS) {
    const other = estimateDga(table, { delta: factor * posterior.delta });
    if (!hasMoved(posterior, other)) continue;
    const params = {
      ...{ point: Math.round(posterior.median), newPoint: Math.round(other.median) },
      ...{ low: Math.floor(posterior.interval[0]), high: Math.ceil(posterior.interval[1]) },
      ...{ newLow: Math.floor(other.interval[0]), newHigh: Math.ceil(other.interval[1]) },
      factor: writer.decimal(factor, factor < 1 ? 2 : 0),
    };
    warnings.push({ code: "PRIOR_DOMINATED", text: writer.write("warning.PRIOR_DOMINATED", params) });
    break;
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

type Answer = Pick<ReturnType<typeof estimateDga>, "median" | "interval">;

function hasMoved(own: Answer, other: Answer): boolean {
  const numbers = ({ median, interval }: Answer) => [median, ...interval];
  const others = numbers(other);
  return numbers(own).some(
    (value, index) => Math.abs((others[index] ?? value) - value) > PRIOR_SHARE * value,
  );
}

/** The posterior probability of the graph in which all lists hang together. */
function completeShare(graphs: ReturnType<typeof estimateDga>["graphs"], lists: number): number {
  const all = 2 ** lists - 1;
  const found = graphs.find(({ graph: { cliques } }) => cliques.length === 1 && cliques[0] === all);
  return found?.probability ?? 0;
}
