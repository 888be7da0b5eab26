/** A trained model as plain data: what weighs pairs the same way whenever records come later. */
import { z } from "zod";
import type { Comparison } from "./comparisons.ts";
import { frequenciesOf } from "./count-frequencies.ts";
import { LEVEL_STRIDE } from "./dependence.ts";
import { Frequencies } from "./frequencies.ts";
import { wordKeys } from "./name-column.ts";
import type { LinkInput } from "./records.ts";
import type { ScoredRun } from "./scored-run.ts";
import { LinkSettings } from "./settings.ts";

const KeyName = z.strictObject({ field: z.string(), key: z.string() });
const Whole = z.number().int();

/**
 * Everything that a weight depends on, and everything that says which pairs are weighed: under one kept model the
 * weight of a pair depends on its two records and on nothing else.
 */
export const KeptModel = z.strictObject({
  v: z.literal(1),
  settings: LinkSettings,
  /** Records and lists that it was trained on. */
  trainedOn: z.strictObject({ records: Whole.nonnegative(), lists: z.array(z.string()) }),
  comparisons: z.array(
    z.strictObject({
      name: z.string(),
      m: z.array(z.number()),
      u: z.array(z.number()),
      weights: z.array(Whole),
      /** The rarity that chance agreement has at each level, thousandths of a bit. */
      usualRarity: z.array(z.number()),
      /** Pairs of values that were learned to go together. */
      equivalents: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
  dependences: z.array(
    z.strictObject({
      first: Whole,
      second: Whole,
      informationBits: z.number(),
      /** Level of the first, level of the second, thousandths of a bit; the others are 0. */
      weights: z.array(z.tuple([Whole, Whole, Whole])),
    }),
  ),
  prior: z.number(),
  priorMillibits: Whole,
  /** One for each comparison of the settings. */
  frequencies: z.array(Frequencies),
  blocking: z.strictObject({
    keys: z.array(KeyName),
    rules: z.array(
      z.strictObject({
        name: z.string(),
        keys: z.array(KeyName),
        cap: Whole,
        /** Keys that split blocks above the cap; every key that may where an earlier version left this out. */
        splits: z.array(KeyName).optional(),
      }),
    ),
    leftOut: z.array(
      z.strictObject({
        rule: z.string(),
        pairs: z.number(),
        /** Left out by earlier versions, which told no reason but the budget. */
        why: z.enum(["nothing-new", "no-room", "budget"]).default("budget"),
      }),
    ),
  }),
  training: z.array(
    z.strictObject({
      rule: z.string(),
      pairs: Whole,
      untrained: z.array(z.string()),
      iterations: Whole,
      converged: z.boolean(),
      matchShare: z.number(),
    }),
  ),
  randomPairs: Whole,
});
export type KeptModel = z.infer<typeof KeptModel>;

/** The model of a run that was trained. */
export function keepModel(settings: LinkSettings, run: ScoredRun): KeptModel {
  const { trained, model, candidates, keyNames, records, work } = run;
  const lists = [...new Set(records.map(({ list }) => list))];
  const { texts } = work.tokens;
  const nameOf = ({ field, key }: { readonly field: string; readonly key: string }) => ({ field, key });
  return {
    v: 1,
    settings,
    trainedOn: {
      records: records.length,
      lists,
    },
    comparisons: run.comparers.map(({ name }, column) => ({
      name,
      m: Array.from(trained.m[column] ?? []),
      u: Array.from(trained.u[column] ?? []),
      weights: Array.from(model.weights[column] ?? []),
      usualRarity: Array.from(model.usualRarity[column] ?? []),
      equivalents: equivalentsOf(work.comparisons[column], texts),
    })),
    dependences: model.dependences.map(({ first, second, informationBits, weights }) => ({
      first,
      second,
      informationBits,
      weights: Array.from(weights).flatMap((weight, cell): [number, number, number][] =>
        weight === 0 ? [] : [[Math.floor(cell / LEVEL_STRIDE), cell % LEVEL_STRIDE, weight]],
      ),
    })),
    prior: run.prior,
    priorMillibits: run.priorWeight,
    // The comparison of the lists comes after those of the settings.
    frequencies: work.comparisons
      .slice(0, settings.comparisons.length)
      .map((comparison) => frequenciesOf(comparison, texts, lists.length)),
    blocking: {
      keys: keyNames.map(nameOf),
      rules: candidates.rules.map(({ name, keys, cap, splits }) => ({
        ...{ name, cap },
        keys: keys.map(nameOf),
        splits: splits.map(nameOf),
      })),
      leftOut: candidates.report.leftOut.map((each) => ({ ...each })),
    },
    training: trained.runs.map((each) => ({ ...each, untrained: [...each.untrained] })),
    randomPairs: trained.randomPairs,
  };
}

/** The words of the pairs of values that a comparison was taught. */
function equivalentsOf(
  comparison: Comparison | undefined,
  texts: readonly string[],
): [one: string, other: string][] {
  if (comparison?.sort !== "text" || comparison.equivalents.size === 0) return [];
  const words = wordKeys(comparison.column, texts);
  return Array.from(comparison.equivalents, (pair) => [
    words[Math.floor(pair / words.length)] ?? "",
    words[pair % words.length] ?? "",
  ]);
}

/** Why a kept model cannot weigh an input: other settings, or lists to compare where there was one only. */
export type Misfit = "settings" | "lists";

/** Null when the model can be used on this input under these settings. */
export function misfitOf(model: KeptModel, input: LinkInput, settings: LinkSettings): Misfit | null {
  if (JSON.stringify(LinkSettings.parse(settings)) !== JSON.stringify(model.settings)) return "settings";
  const isKnown = ({ field }: { readonly field: string }) =>
    field === "*" || input.fields.some(({ name }) => name === field);
  if (!model.blocking.keys.every(isKnown)) return "settings";
  const hasSeveral = (lists: readonly string[]) => new Set(lists).size > 1;
  const isOfSeveral = hasSeveral(input.records.map(({ list }) => list));
  return isOfSeveral === hasSeveral(model.trainedOn.lists) ? null : "lists";
}
