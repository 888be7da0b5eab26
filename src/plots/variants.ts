/** How an estimate hangs on lists and priors: one list left out, two as one, one predicted, other priors. */
import type { Language } from "../core/pure.ts";
import { type Diagnostics, isBound, type Variant } from "../estimate/index.ts";
import { drawIntervalRows, type IntervalRow, type RowGroup, type Wall } from "./interval-rows.ts";
import type { Picture, PictureTable } from "./picture.ts";
import { cutToWidth } from "./sheet.ts";
import { type Words, wordsOf } from "./words.ts";

export interface VariantsInput {
  readonly language: Language;
  /** People counted on the lists. */
  readonly counted: number;
  readonly diagnostics: Diagnostics;
}

/** Leave one list out, merge two, predict one, change the prior: those that the table can bear. */
export function pictureVariants({ language, counted, diagnostics }: VariantsInput): readonly Picture[] {
  const words = wordsOf(language);
  const { leaveOneOut, merged } = diagnostics;
  const wall: Wall = { at: counted, glyph: "wall", text: words.write("key.counted", { n: counted }) };
  const changed = (key: "without" | "merged", variants: typeof leaveOneOut, params: Record<string, number>) =>
    pictureRows({
      words,
      name: key === "without" ? "without-one-list" : "two-lists-as-one",
      title: words.write(`${key}.title`),
      description: words.write(`${key}.description`, params),
      groups: variants.map(({ lists, answers }) => ({
        lists,
        heading:
          key === "without"
            ? words.write("row.without", { list: lists[0] ?? "" })
            : words.write("row.merged", {
                lists: words.names(lists.map((list) => cutToWidth(list, HALF_PX))),
              }),
        answers,
      })),
      walls: [wall],
    });
  return [
    ...(leaveOneOut.length === 0 ? [] : [changed("without", leaveOneOut, { lists: leaveOneOut.length })]),
    ...(merged.length === 0 ? [] : [changed("merged", merged, { pairs: merged.length })]),
    ...picturePredicted(words, diagnostics),
    ...picturePriors(words, diagnostics, wall),
  ];
}

/** Pairs drawn, all of seven lists; the rest stand in the table. */
const MOST_GROUPS = 21;

/** Room for one of two names in a heading. */
const HALF_PX = 150;

interface RowsInput {
  readonly words: Words;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly groups: readonly {
    readonly lists: readonly string[];
    readonly heading: string;
    readonly answers: readonly Variant[];
  }[];
  readonly walls: readonly Wall[];
}

function pictureRows({ words, name, title, description, groups, walls }: RowsInput): Picture {
  return {
    name,
    title,
    description,
    table: tableOf(
      words,
      groups.flatMap(({ lists, answers }) =>
        answers.map((answer) => ({ ...answer, what: lists.join(" + ") })),
      ),
    ),
    draw: (easel) =>
      drawIntervalRows({
        easel,
        words,
        title,
        description,
        groups: [
          ...groups.slice(0, MOST_GROUPS).map(
            ({ heading, answers }): RowGroup => ({
              heading,
              rows: answers.map((answer) => toRow(words, answer)),
            }),
          ),
          ...(groups.length > MOST_GROUPS
            ? [{ heading: words.write("row.more", { count: groups.length - MOST_GROUPS }), rows: [] }]
            : []),
        ],
        walls,
        axis: words.write("axis.people"),
      }),
  };
}

function tableOf(words: Words, rows: readonly (Variant & { readonly what: string })[]): PictureTable {
  return {
    columns: (["lists", "method", "low", "high", "point", "kind"] as const).map((key) =>
      words.write(`column.${key}`),
    ),
    rows: rows.map(({ what, name, interval, point }) => [
      what,
      words.write(`method.${name}`),
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      point,
      words.write(isBound(name) ? "kind.lower-bound" : "kind.estimate"),
    ]),
  };
}

/** @param unit - what one on the axis stands for: a person, or a list's true size. */
function toRow(words: Words, { name, interval, point }: Variant, unit = 1): IntervalRow {
  return {
    name: words.write(`method.${name}`),
    interval: interval === null ? null : [interval[0] / unit, interval[1] / unit],
    point: point === null ? null : point / unit,
    isBound: isBound(name),
    numbers: point === null ? words.write("row.refused") : words.numbers(point, interval),
  };
}

function picturePredicted(words: Words, { predictedLists }: Diagnostics): readonly Picture[] {
  const bearing = predictedLists.filter(({ answers }) => answers.some(({ point }) => point !== null));
  if (bearing.length === 0) return [];
  const judged = bearing.flatMap(({ answers }) =>
    answers.filter(({ holds, name }) => holds !== null && !isBound(name)),
  );
  const title = words.write("predicted.title");
  const description = words.write("predicted.description", {
    held: judged.filter(({ holds }) => holds === true).length,
    answers: judged.length,
  });
  return [
    {
      name: "list-predicted",
      title,
      description,
      table: {
        columns: [
          words.write("column.list"),
          words.write("column.size"),
          ...(["method", "low", "high", "point"] as const).map((key) => words.write(`column.${key}`)),
        ],
        rows: bearing.flatMap(({ list, size, answers }) =>
          answers.map(({ name, interval, point }) => [
            list,
            size,
            words.write(`method.${name}`),
            interval?.[0] ?? null,
            interval?.[1] ?? null,
            point,
          ]),
        ),
      },
      draw: (easel) =>
        drawIntervalRows({
          easel,
          words,
          title,
          description,
          groups: bearing.map(({ list, size, answers }) => ({
            heading: words.write("row.list", { list: list, size }),
            rows: answers.map((answer) => toRow(words, answer, size)),
          })),
          walls: [{ at: 1, glyph: "wall", text: words.write("key.size") }],
          axis: words.write("axis.share"),
          tick: (value) => words.ratio(value, 3),
        }),
    },
  ];
}

function picturePriors(words: Words, { priors, grids }: Diagnostics, wall: Wall): readonly Picture[] {
  const rows = [
    ...priors.map(({ delta, point, interval }) => ({
      setting: words.write("row.delta", { delta: words.ratio(delta, 3) }),
      point,
      interval,
    })),
    ...grids.map(({ times, point, interval }) => ({
      setting: times === null ? words.write("row.grid-open") : words.write("row.grid", { times }),
      point,
      interval,
    })),
  ];
  if (rows.length === 0) return [];
  const title = words.write("priors.title");
  const description = words.write("priors.description");
  return [
    {
      name: "priors",
      title,
      description,
      table: {
        columns: (["setting", "low", "high", "point"] as const).map((key) => words.write(`column.${key}`)),
        rows: rows.map(({ setting, point, interval }) => [setting, interval[0], interval[1], point]),
      },
      draw: (easel) =>
        drawIntervalRows({
          easel,
          words,
          title,
          description,
          groups: [
            {
              rows: rows.map(({ setting, ...answer }) => ({
                ...toRow(words, { name: "dga", ...answer }),
                name: setting,
              })),
            },
          ],
          walls: [wall],
          axis: words.write("axis.people"),
        }),
    },
  ];
}
