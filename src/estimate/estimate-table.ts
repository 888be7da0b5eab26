/** One capture table in, everything that can honestly be said about N out. */
import type { Language } from "../core/pure.ts";
import type { CaptureTable } from "./capture-table.ts";
import { chaoLowerBound } from "./chao.ts";
import { estimateByGraphs } from "./dga/dga-estimate.ts";
import { type EnsembleMember, pool } from "./ensemble.ts";
import {
  estimateLogitNormal,
  type LogitNormalEffort,
  type LogitNormalSample,
} from "./heterogeneity/logit-normal-estimate.ts";
import { type KnownOfLists, warnOfKnown } from "./known-of-lists.ts";
import { estimateLatentClass } from "./latent/latent-estimate.ts";
import type { LatentOptions, LatentSample } from "./latent/latent-sample.ts";
import { parseModelName, withLists } from "./loglinear/hierarchical-model.ts";
import { type BootstrapEffort, estimateLoglinear } from "./loglinear/loglinear-estimate.ts";
import { boundForUnequalLists } from "./loglinear/unequal-bound.ts";
import { createWriter, type Writer } from "./messages.ts";
import { type PatternCounts, toPatternCounts } from "./pattern-counts.ts";
import type {
  Estimate,
  EstimateRefusal,
  EstimateReport,
  EstimateWarning,
  MethodName,
  TableSummary,
} from "./report.ts";
import { checkTable } from "./table-check.ts";
import { summariseTable } from "./table-summary.ts";
import { dropEmptyLists } from "./table-variants.ts";
import {
  type DocumentedCount,
  warnOfContradictions,
  warnOfHostileLists,
  warnOfTable,
} from "./table-warnings.ts";
import { chapman, countPair, lincolnPetersen } from "./two-lists.ts";
import type { UnseenPosterior } from "./unseen-posterior.ts";

export interface EstimateOptions {
  /** Language of every text; English by default. */
  readonly language?: Language;
  /** Methods to run, {@link FAST_METHODS} by default; a method left out stands neither in `methods` nor in `refused`. */
  readonly methods?: readonly MethodName[];
  /** Largest interaction of the log-linear search, in lists; by default all for up to 4 lists, pairs for 5. */
  readonly maxOrder?: number;
  /**
   * The one log-linear model to report, by its name such as `[12,3]`; the best by BIC without it. Lists are numbered
   * as in the table that is given; those that hold nobody fall out of the model as out of the table.
   */
  readonly model?: string;
  /** Give the bootstrap interval of a stepwise log-linear search beside the profile interval. */
  readonly bootstrap?: BootstrapEffort;
  /** How many models and graphs to name beside the best; 10 by default. */
  readonly topModels?: number;
  /** Prior count per cell of dga; 2^−J by default. */
  readonly delta?: number;
  /** Counts documented by sources outside the table, to compare with. */
  readonly documentedElsewhere?: readonly DocumentedCount[];
  /** What is known of the lists beside their counts. */
  readonly known?: KnownOfLists;
  /** How the samplers of lcmcr and logitNormal run. */
  readonly latent?: LatentOptions;
  readonly logitNormal?: LogitNormalEffort;
  /** Draws that were made before, by threads or for another language, of this table without its empty lists. */
  readonly latentSample?: LatentSample;
  readonly logitNormalSample?: LogitNormalSample;
  /** Told which method begins. */
  readonly onMethod?: (name: MethodName) => void;
}

/** Methods without chance, done in milliseconds: those that run by default. */
export const FAST_METHODS: readonly MethodName[] = ["chapman", "chao", "loglinear", "dga"];

/** Every method; the last three take seconds. */
export const ALL_METHODS: readonly MethodName[] = [...FAST_METHODS, "lcmcr", "logitNormal", "ensemble"];

/**
 * Estimates how many people there were, counted and uncounted, by every method that the table can bear.
 *
 * Lists without anyone are left out, with a warning; everything else is about the table that remains.
 *
 * @throws InquestError "estimate/…" when the table itself is malformed (see {@link checkTable}), when fewer than two
 *   of its lists hold anyone, or when `model` names no model of its lists ("estimate/model"). Never for a table that is merely poor: that is a refusal.
 * @example estimateTable({ lists: ["A", "B"], cells: [{ pattern: 1, count: 50 }, { pattern: 2, count: 40 },
 *   { pattern: 3, count: 10 }] }).methods[0]?.point // Chapman: 61 · 51 / 11 − 1 = 281.8…
 */
export function estimateTable(table: CaptureTable, options: EstimateOptions = {}): EstimateReport {
  return estimateWithPosteriors(table, options).report;
}

export interface ReportWithPosteriors {
  readonly report: EstimateReport;
  /** The whole posterior of each Bayesian method that ran and gave a number. */
  readonly posteriors: ReadonlyMap<MethodName, UnseenPosterior>;
  /** Members of the ensemble that were not asked for by themselves: in none of the report's methods, needed to check it. */
  readonly unlisted: readonly Estimate[];
  /** The draws of logitNormal, to read them in another language; null where it did not run. */
  readonly logitNormalSample: LogitNormalSample | null;
}

/** The report, and the posteriors behind it for adding groups up or carrying linkage through. */
export function estimateWithPosteriors(
  table: CaptureTable,
  options: EstimateOptions = {},
): ReportWithPosteriors {
  const writer = createWriter(options.language ?? "en");
  const wanted = options.methods ?? FAST_METHODS;
  const { kept, dropped, compress } = dropEmptyLists(checkTable(table));
  const model =
    options.model === undefined
      ? null
      : withLists(parseModelName(options.model, table.lists.length), compress);
  const summary = summariseTable(checkTable(kept));
  const warnings: EstimateWarning[] = [
    ...dropped.map((list) => ({
      code: "EMPTY_LIST" as const,
      text: writer.write("warning.EMPTY_LIST", { list }),
    })),
    ...warnOfTable(summary, writer),
    ...warnOfKnown(options.known ?? {}, writer),
  ];
  if (summary.seenOn.slice(1).every((people) => people === 0)) {
    const text = writer.write("refused.NOTHING_SHARED");
    const refused = wanted.map((name) => ({ name, code: "NOTHING_SHARED" as const, text }));
    return {
      report: { table: summary, methods: [], warnings, refused },
      posteriors: new Map(),
      unlisted: [],
      logitNormalSample: null,
    };
  }
  const posteriors = new Map<MethodName, UnseenPosterior>();
  const methods: Estimate[] = [];
  const refused: EstimateRefusal[] = [];
  if (wanted.includes("chapman")) {
    if (summary.lists.length === 2) methods.push(toChapman(summary, writer));
    else {
      const text = writer.write("refused.TWO_LIST_METHOD", { lists: summary.lists.length });
      refused.push({ name: "chapman", code: "TWO_LIST_METHOD", text });
    }
  }
  const shared = { table: toPatternCounts(kept), lists: kept.lists, writer };
  if (wanted.includes("chao")) methods.push(...toChao(summary, shared.table, writer));
  const topModels = options.topModels ?? 10;
  let best = null;
  if (wanted.includes("loglinear")) {
    const { maxOrder, bootstrap } = options;
    const outcome = estimateLoglinear({
      ...shared,
      ...(maxOrder === undefined ? {} : { maxOrder }),
      ...(model === null ? {} : { model }),
      ...(bootstrap === undefined ? {} : { bootstrap }),
      topModels,
    });
    if (outcome.estimate !== null) methods.push(outcome.estimate);
    refused.push(...outcome.refused);
    warnings.push(...outcome.warnings);
    best = outcome.best;
  }
  warnings.push(...warnOfHostileLists(kept, best, writer));
  const members: EnsembleMember[] = [];
  const unlisted: Estimate[] = [];
  let logitNormalSample: LogitNormalSample | null = null;
  const take = (
    name: EnsembleMember["name"],
    outcome: Pick<EstimateReport, "refused" | "warnings"> & {
      readonly estimate: Estimate | null;
      readonly posterior: UnseenPosterior | null;
    },
  ): void => {
    members.push({ name, posterior: outcome.posterior, refusal: outcome.refused[0]?.code ?? null });
    if (outcome.posterior !== null) posteriors.set(name, outcome.posterior);
    if (!wanted.includes(name)) {
      if (outcome.estimate !== null) unlisted.push(outcome.estimate);
      return;
    }
    if (outcome.estimate !== null) methods.push(outcome.estimate);
    refused.push(...outcome.refused);
    warnings.push(...outcome.warnings);
  };
  const isWanted = (name: EnsembleMember["name"]) => wanted.includes(name) || wanted.includes("ensemble");
  if (isWanted("dga")) {
    options.onMethod?.("dga");
    const prior = options.delta === undefined ? {} : { delta: options.delta };
    take("dga", estimateByGraphs({ ...shared, ...prior, topGraphs: topModels }));
  }
  if (isWanted("lcmcr")) {
    options.onMethod?.("lcmcr");
    take("lcmcr", estimateLatentClass(kept, options, writer));
  }
  if (isWanted("logitNormal")) {
    options.onMethod?.("logitNormal");
    const { logitNormal: effort, logitNormalSample: drawn } = options;
    const outcome = estimateLogitNormal(kept, writer, {
      ...(effort === undefined ? {} : { effort }),
      ...(drawn === undefined ? {} : { drawn }),
    });
    logitNormalSample = outcome.sample;
    take("logitNormal", outcome);
  }
  if (wanted.includes("ensemble")) {
    const outcome = pool(members, writer);
    if (outcome.posterior !== null) posteriors.set("ensemble", outcome.posterior);
    if (outcome.estimate !== null) methods.push(outcome.estimate);
    refused.push(...outcome.refused);
    warnings.push(...outcome.warnings);
  }
  warnings.push(...warnOfContradictions(methods, options.documentedElsewhere ?? [], writer));
  return { report: { table: summary, methods, warnings, refused }, posteriors, unlisted, logitNormalSample };
}

function toChapman(summary: TableSummary, writer: Writer): Estimate {
  const counts = countPair(summary, 0, 1);
  const { point, interval, standardError, wald } = chapman(counts);
  return {
    name: "chapman",
    point,
    interval,
    kind: "point estimate",
    settings: {
      assumption: writer.write("assumption.chapman"),
      interval: "log-normal",
      standardError,
      wald,
      lincolnPetersen: lincolnPetersen(counts),
    },
  };
}

/** The bias-corrected bound, with the uncorrected beside it. */
function toChao({ lists, seenOn }: TableSummary, table: PatternCounts, writer: Writer): Estimate[] {
  const counts = { listCount: lists.length, seenOn };
  const bound = chaoLowerBound(counts, "bias-corrected");
  const uncorrected = chaoLowerBound(counts, "uncorrected");
  if (bound === null) return [];
  return [
    {
      name: "chao",
      point: bound.point,
      interval: bound.interval,
      kind: "lower bound",
      settings: {
        assumption: writer.write("assumption.chao"),
        form: bound.form,
        interval: "log-normal",
        uncorrected:
          uncorrected === null ? null : { point: uncorrected.point, interval: uncorrected.interval },
        unequalLists: boundForUnequalLists(table),
      },
    },
  ];
}
