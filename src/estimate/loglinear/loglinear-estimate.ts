/** The log-linear entry of a report: the best model with a finite estimate, and what speaks against it. */
import type { Writer } from "../messages.ts";
import type { PatternCounts } from "../pattern-counts.ts";
import type { BootstrapSettings, Estimate, EstimateRefusal, EstimateWarning, ModelLine } from "../report.ts";
import { bootstrapStepwise } from "./bootstrap.ts";
import { type HierarchicalModel, toGenerators, toListIndices } from "./hierarchical-model.ts";
import { degreesOfFreedom, warnOfLoglinear } from "./loglinear-warnings.ts";
import { averageModels } from "./model-average.ts";
import { fitModel, type ModelFit } from "./model-fit.ts";
import {
  defaultMaxOrder,
  MOST_LISTS_FOR_ALL_MODELS,
  type ModelSearch,
  rankFits,
  searchAllModels,
  type WeightedFit,
} from "./model-search.ts";
import { profileInterval } from "./profile-interval.ts";
import { STEPWISE_THRESHOLD, searchStepwise } from "./stepwise-search.ts";

export interface LoglinearInput {
  readonly table: PatternCounts;
  readonly lists: readonly string[];
  readonly writer: Writer;
  /** Largest interaction, in lists; by default all for 2 to 4 lists, pairs beyond. */
  readonly maxOrder?: number;
  /** The one model to report; without it the best by BIC. */
  readonly model?: HierarchicalModel;
  /** Resample the table and repeat a stepwise search, so many times. */
  readonly bootstrap?: BootstrapEffort;
  /** How many models to name. */
  readonly topModels: number;
}

export interface BootstrapEffort {
  readonly replicates: number;
  readonly seed: number;
}

export interface LoglinearOutcome {
  readonly estimate: Extract<Estimate, { name: "loglinear" }> | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
  /** The reported fit, for checks that look at its interactions. */
  readonly best: ModelFit | null;
}

/** Models among which the choice is made again when one person is taken away. */
const RIVALS = 10;

export function estimateLoglinear(input: LoglinearInput): LoglinearOutcome {
  const { table, writer } = input;
  const all = table.listCount <= MOST_LISTS_FOR_ALL_MODELS;
  const maxOrder = all
    ? Math.min(input.maxOrder ?? defaultMaxOrder(table.listCount), table.listCount - 1)
    : 2;
  const search = all ? searchAllModels(table, maxOrder) : rankFits(searchStepwise(table));
  const { reported, refused } =
    input.model === undefined ? chooseByBic(search, input) : fitAsked(input.model, search, input);
  const boot = bootstrapBeside(input);
  if (reported === null) return { estimate: null, refused, warnings: boot.warnings, best: null };
  const { fit, weight } = reported;
  const profile = profileInterval(table, fit);
  const others = search.ranked.filter((ranked) => ranked.fit.name !== fit.name);
  const estimate = {
    name: "loglinear",
    point: fit.point,
    interval: profile?.interval ?? null,
    kind: "point estimate",
    settings: {
      assumption: writer.write("assumption.loglinear"),
      model: fit.name,
      generators: nameGenerators(fit, input.lists),
      criterion: input.model === undefined ? "BIC" : "asked for",
      bic: fit.bic,
      weight,
      interval: "multinomial profile likelihood",
      profileMode: profile?.mode ?? null,
      wald: fit.wald,
      search: all ? "all hierarchical models" : "stepwise pairs",
      maxOrder,
      modelsConsidered: search.considered,
      modelsWithoutEstimate: search.refusedCount + search.failedCount,
      modelAveraged: averageModels(search.ranked.length > 0 ? search.ranked : [reported], table.total),
      models: [reported, ...others].slice(0, input.topModels).map((weighted) => toLine(weighted, input)),
      ...(boot.settings === null ? {} : { bootstrap: boot.settings }),
    },
  } as const;
  const rivals =
    input.model === undefined
      ? search.ranked.slice(0, RIVALS).map((ranked) => ranked.fit.model)
      : [fit.model];
  const warnings = warnOfLoglinear({ ...input, search, reported: fit, rivals });
  return { estimate, refused, warnings: [...warnings, ...boot.warnings], best: fit };
}

interface Choice {
  readonly reported: WeightedFit | null;
  readonly refused: readonly EstimateRefusal[];
}

/** The best model with a finite estimate, and a refusal of the one that BIC puts before it. */
function chooseByBic(search: ModelSearch, input: LoglinearInput): Choice {
  return { reported: search.ranked[0] ?? null, refused: explainRefusals(search, input) };
}

/** The model that was asked for, or why it has no number; no other is put in its place. */
function fitAsked(model: HierarchicalModel, search: ModelSearch, { table, writer }: LoglinearInput): Choice {
  const fit = fitModel(table, model);
  const refuse = (code: EstimateRefusal["code"], text: string): Choice => ({
    reported: null,
    refused: [{ name: "loglinear", code, text }],
  });
  if (fit === null) return refuse("NO_CONVERGENCE", writer.write("refused.NO_CONVERGENCE"));
  if (fit.existence === "not-identifiable") {
    return refuse("NOT_IDENTIFIABLE", writer.write("refused.NOT_IDENTIFIABLE", { model: fit.name }));
  }
  if (fit.existence === "no-estimate") {
    const text = writer.write("refused.MLE_DOES_NOT_EXIST.asked", { model: fit.name });
    return refuse("MLE_DOES_NOT_EXIST", text);
  }
  const found = search.ranked.find((ranked) => ranked.fit.name === fit.name);
  // Beyond the search's reach a model has no weight among those searched.
  return { reported: found ?? { fit, weight: 0 }, refused: [] };
}

function toLine({ fit, weight }: WeightedFit, { table, lists }: LoglinearInput): ModelLine {
  return {
    model: fit.name,
    generators: nameGenerators(fit, lists),
    point: fit.point,
    wald: fit.wald,
    bic: fit.bic,
    aic: fit.aic,
    deviance: fit.deviance,
    degreesOfFreedom: degreesOfFreedom(fit, table),
    weight,
  };
}

function nameGenerators(fit: ModelFit, lists: readonly string[]): readonly (readonly string[])[] {
  return toGenerators(fit.model, lists.length).map((mask) =>
    toListIndices(mask).map((list) => lists[list] ?? ""),
  );
}

/**
 * The best model without a finite estimate, where BIC puts it first or nothing else is left.
 *
 * A model that is not identifiable never does: its largest interactions among people, or the empty interaction above
 * them, can go without a loss of likelihood, so a smaller model stands before it. Only one that was asked for is
 * refused for that.
 */
function explainRefusals(search: ModelSearch, { writer }: LoglinearInput): readonly EstimateRefusal[] {
  const first = search.refusedBetter.find(({ existence }) => existence === "no-estimate");
  if (first !== undefined) {
    const text = writer.write("refused.MLE_DOES_NOT_EXIST", { model: first.name, bic: first.bic });
    return [{ name: "loglinear", code: "MLE_DOES_NOT_EXIST", text }];
  }
  if (search.ranked.length > 0) return [];
  return [{ name: "loglinear", code: "NO_CONVERGENCE", text: writer.write("refused.NO_CONVERGENCE") }];
}

/** The stepwise model and its bootstrap interval, where they were asked for. */
function bootstrapBeside({ table, lists, writer, bootstrap }: LoglinearInput): {
  readonly settings: BootstrapSettings | null;
  readonly warnings: readonly EstimateWarning[];
} {
  if (bootstrap === undefined) return { settings: null, warnings: [] };
  const done = bootstrapStepwise({ table, ...bootstrap });
  if (done === null) {
    const text = writer.write("warning.BOOTSTRAP_UNBOUNDED.table");
    return { settings: null, warnings: [{ code: "BOOTSTRAP_UNBOUNDED", text }] };
  }
  const { fit, point, interval, biasCorrection, acceleration, withoutEstimate } = done;
  const warnings: EstimateWarning[] = [];
  if (interval === null) {
    const params = { without: withoutEstimate, replicates: bootstrap.replicates };
    const text = writer.write("warning.BOOTSTRAP_UNBOUNDED", params);
    warnings.push({ code: "BOOTSTRAP_UNBOUNDED", text });
  }
  const settings = {
    model: fit.name,
    generators: nameGenerators(fit, lists),
    point,
    interval,
    profile: profileInterval(table, fit)?.interval ?? null,
    ...bootstrap,
    threshold: STEPWISE_THRESHOLD,
    biasCorrection,
    acceleration,
    withoutEstimate,
  };
  return { settings, warnings };
}
