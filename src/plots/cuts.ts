/** The persons that a link makes, by the match probability from which it links: what the number owes to the cut. */
import type { Language, Numerals } from "../core/pure.ts";
import { drawIntervalRows, type IntervalRow } from "./interval-rows.ts";
import type { Picture } from "./picture.ts";
import { wordsOf } from "./words.ts";

export interface CutsInput {
  readonly language: Language;
  /** Those of the language unless somebody chose others. */
  readonly numerals?: Numerals;
  readonly cuts: readonly {
    readonly probability: number;
    readonly isOwn: boolean;
    readonly persons: number;
  }[];
  /** The number without any cut: each doubtful link as likely as it is. */
  readonly likely: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** @returns null without two cuts to compare. */
export function pictureCuts({ language, numerals, cuts, likely }: CutsInput): Picture | null {
  if (cuts.length < 2) return null;
  const words = wordsOf(language, numerals);
  const title = words.write("cuts.title");
  const counts = cuts.map(({ persons }) => persons);
  const description = words.write("cuts.description", {
    cuts: cuts.length,
    low: Math.min(...counts),
    high: Math.max(...counts),
  });
  const nameOf = ({ probability, isOwn }: CutsInput["cuts"][number]) =>
    words.write(isOwn ? "row.cut-own" : "row.cut", { probability: words.ratio(probability, 3) });
  const own = cuts.find(({ isOwn }) => isOwn);
  const rows: readonly IntervalRow[] = [
    ...(likely === null
      ? []
      : [
          {
            name: words.write("row.no-cut"),
            interval: [likely.low, likely.high] as const,
            ...{ point: likely.value, isBound: false },
            numbers: words.numbers(likely.value, [likely.low, likely.high]),
          },
        ]),
    ...cuts.map((cut) => ({
      ...{ name: nameOf(cut), interval: null, point: cut.persons, isBound: false },
      numbers: words.people(cut.persons),
    })),
  ];
  return {
    ...{ name: "cuts", title, description },
    table: {
      columns: [words.write("column.setting"), words.write("column.people")],
      rows: cuts.map((cut) => [nameOf(cut), cut.persons]),
    },
    draw: (easel) =>
      drawIntervalRows({
        ...{ easel, words, title, description },
        groups: [{ rows }],
        walls:
          own === undefined
            ? []
            : [{ at: own.persons, glyph: "wall", text: words.write("key.documented", { n: own.persons }) }],
        keys: [
          ...(likely === null
            ? []
            : [
                {
                  glyph: "bar" as const,
                  colour: easel.palette.estimated,
                  text: words.write("key.interval"),
                },
              ]),
          { glyph: "diamond", colour: easel.palette.estimated, text: words.write("key.cut") },
        ],
        axis: words.write("axis.persons"),
      }),
  };
}
