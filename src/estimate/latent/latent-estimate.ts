/** The latent-class entry of a report. */
import type { CaptureTable } from "../capture-table.ts";
import type { Writer } from "../messages.ts";
import type { Estimate, EstimateRefusal, EstimateWarning } from "../report.ts";
import { mixUnseenLaws, totalInterval, totalQuantile, type UnseenPosterior } from "../unseen-posterior.ts";
import {
  chainsAgree,
  type LatentOptions,
  type LatentSample,
  LEAST_EFFECTIVE,
  MOST_R_HAT,
  sampleLatentClass,
} from "./latent-sample.ts";

export interface LatentOutcome {
  readonly estimate: Extract<Estimate, { name: "lcmcr" }> | null;
  readonly posterior: UnseenPosterior | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
}

/** Probability within a tenth of the prior's end above which that end decides the upper limit. */
const END_MASS = 0.005;

/** Share of draws with every class in earnest use above which there may be more classes than the sampler has. */
const FULL_SHARE = 0.05;

/**
 * A class with less than this share of all people is crumbs: the prior scatters those over every class even where
 * lists act independently, and a class more would change nothing.
 */
const CRUMBS = 0.01;

/** With fewer lists the classes are not identified. */
const FEWEST_LISTS = 3;

/** Samples, unless draws are given, and reports. */
export function estimateLatentClass(
  table: CaptureTable,
  options: { readonly latent?: LatentOptions; readonly latentSample?: LatentSample },
  writer: Writer,
): LatentOutcome {
  if (table.lists.length < FEWEST_LISTS) {
    const params = { needed: FEWEST_LISTS, lists: table.lists.length };
    const text = writer.write("refused.TOO_FEW_LISTS", params);
    const refused = [{ name: "lcmcr" as const, code: "TOO_FEW_LISTS" as const, text }];
    return { estimate: null, posterior: null, refused, warnings: [] };
  }
  const seen = table.cells.reduce((sum, { count }) => sum + count, 0);
  return reportLatentClass(options.latentSample ?? sampleLatentClass(table, options.latent), seen, writer);
}

/** The report of a sample; without an interval, and without any number, while its chains disagree. */
function reportLatentClass(sample: LatentSample, seen: number, writer: Writer): LatentOutcome {
  const { chains, convergence, ends, rounds, classCount, mostUnseen, seed } = sample;
  if (!chainsAgree(convergence)) {
    // Chains that agree and are too short need patience; those that end apart need thought.
    const isApart = convergence.rHat > MOST_R_HAT;
    const text = writer.write(isApart ? "refused.CHAINS_DISAGREE" : "refused.CHAINS_DISAGREE.few", {
      rHat: writer.decimal(convergence.rHat, 3),
      most: writer.decimal(MOST_R_HAT, 2),
      draws: Math.floor(Math.min(convergence.bulkEss, convergence.tailEss)),
      least: LEAST_EFFECTIVE,
    });
    const refused = [{ name: "lcmcr" as const, code: "CHAINS_DISAGREE" as const, text }];
    const warning = {
      code: "CHAINS_DISAGREE" as const,
      text: writer.write(isApart ? "warning.CHAINS_DISAGREE" : "warning.CHAINS_DISAGREE.few"),
    };
    return { estimate: null, posterior: null, refused, warnings: [warning] };
  }
  const missed = joinDraws(chains.map((chain) => chain.missed));
  const occupied = joinDraws(chains.map((chain) => chain.occupied));
  const posterior = mixUnseenLaws({ seen, missed, most: mostUnseen });
  const warnings: EstimateWarning[] = [];
  const mass = massBeyond(posterior, 0.9 * mostUnseen);
  if (mass > END_MASS) {
    const text = writer.write("warning.GRID_TAIL.lcmcr", {
      mass: `${writer.decimal(100 * mass, 1)} %`,
      largest: mostUnseen,
    });
    warnings.push({ code: "GRID_TAIL", text });
  }
  const smallest = joinDraws(chains.map((chain) => chain.smallest));
  const full = smallest.filter((share) => share >= CRUMBS).length / smallest.length;
  if (full > FULL_SHARE) {
    const text = writer.write("warning.CLASSES_EXHAUSTED", { classes: classCount });
    warnings.push({ code: "CLASSES_EXHAUSTED", text });
  }
  const estimate = {
    name: "lcmcr",
    point: totalQuantile(posterior, 0.5),
    interval: totalInterval(posterior),
    kind: "posterior median",
    settings: {
      assumption: writer.write("assumption.lcmcr"),
      interval: "central credible",
      priorN: "1/N",
      classCount,
      classesOccupied: occupied.reduce((sum, count) => sum + count, 0) / occupied.length,
      largestUnseen: mostUnseen,
      seed,
      chains: chains.length,
      draws: rounds,
      ...convergence,
      endErrors: { low: ends.low, high: ends.high },
    },
  } as const;
  return { estimate, posterior, refused: [], warnings };
}

/** Probability of more unseen than a number. */
export function massBeyond({ grid, masses }: UnseenPosterior, unseen: number): number {
  return masses.reduce((sum, mass, i) => ((grid.points[i] ?? 0) > unseen ? sum + mass : sum), 0);
}

/** The draws of all chains after each other. */
export function joinDraws(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return all;
}
