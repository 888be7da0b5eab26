/** Models side by side: the interval first, the estimate as a mark on it, the counted as a line. */
import type { Language, Numerals } from "../core/pure.ts";
import { drawIntervalRows } from "./interval-rows.ts";
import type { Picture } from "./picture.ts";
import { wordsOf } from "./words.ts";

export interface ModelsInput {
  readonly language: Language;
  /** Those of the language unless somebody chose others. */
  readonly numerals?: Numerals;
  /** People counted on the lists. */
  readonly counted: number;
  /** The number in truth, where a case is invented; null elsewhere. */
  readonly truth: number | null;
  readonly models: readonly {
    readonly title: string;
    readonly point: number;
    readonly interval: readonly [number, number] | null;
    readonly isBound: boolean;
    readonly isHull?: boolean;
  }[];
}

/** @returns null without any model that gives a number: a counted number alone is not a picture of an estimate. */
export function pictureModels({ language, numerals, counted, truth, models }: ModelsInput): Picture | null {
  const ends = models.flatMap(({ point, interval }) => interval ?? [point]);
  if (ends.length === 0) return null;
  const words = wordsOf(language, numerals);
  const title = words.write("models.title");
  const description = words.write("models.description", {
    n: counted,
    models: models.length,
    low: Math.floor(Math.min(...ends)),
    high: Math.ceil(Math.max(...ends)),
  });
  return {
    name: "models",
    title,
    description,
    table: {
      columns: [
        words.write("column.method"),
        words.write("column.low"),
        words.write("column.high"),
        words.write("column.point"),
        words.write("column.kind"),
        words.write("column.counted"),
        ...(truth === null ? [] : [words.write("column.truth")]),
      ],
      rows: models.map((model) => [
        model.title,
        model.interval?.[0] ?? null,
        model.interval?.[1] ?? null,
        model.point,
        words.write(model.isBound ? "kind.lower-bound" : "kind.estimate"),
        counted,
        ...(truth === null ? [] : [truth]),
      ]),
    },
    draw: (easel) =>
      drawIntervalRows({
        easel,
        words,
        title,
        description,
        groups: [
          {
            rows: models.map((model) => ({
              ...model,
              name: model.title,
              numbers: words.numbers(model.point, model.interval),
            })),
          },
        ],
        walls: [
          { at: counted, glyph: "wall", text: words.write("key.counted", { n: counted }) },
          ...(truth === null
            ? []
            : [{ at: truth, glyph: "dashed" as const, text: words.write("key.truth", { n: truth }) }]),
        ],
        axis: words.write("axis.people"),
      }),
  };
}
