/** UpSet of lists: how many people are on exactly which lists (Lex, Gehlenborg, Strobelt, Vuillemot & Pfister 2014). */
import { dot, link, rect, text } from "@observablehq/plot";
import { type Language, type Numerals, toVisibleText } from "../core/pure.ts";
import type { CaptureCell } from "../estimate/index.ts";
import type { Drawing, Easel, Picture } from "./picture.ts";
import { cutToWidth, drawSheet, placeOf } from "./sheet.ts";
import { type Words, wordsOf } from "./words.ts";

export interface UpsetInput {
  readonly language: Language;
  /** Those of the language unless somebody chose others. */
  readonly numerals?: Numerals;
  readonly lists: readonly string[];
  readonly cells: readonly CaptureCell[];
}

/** Histories drawn; the rest, each of few people, stand in the table. */
const MOST_ROWS = 40;
const ROW_PX = 20;
const LIST_PX = 34;
const SIDE_PX = 14;

export function pictureUpset({ language, numerals, lists: given, cells }: UpsetInput): Picture {
  const lists = given.map((name) => toVisibleText(name));
  const words = wordsOf(language, numerals);
  const sorted = cells
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.pattern - b.pattern);
  const namesOf = (pattern: number) => lists.filter((_, list) => (pattern >> list) & 1);
  const title = words.write("upset.title");
  const sum = (some: readonly CaptureCell[]) => some.reduce((all, { count }) => all + count, 0);
  const description = words.write("upset.description", {
    n: sum(sorted),
    lists: lists.length,
    most: sorted[0]?.count ?? 0,
    history: words.names(namesOf(sorted[0]?.pattern ?? 0)),
    once: sum(sorted.filter(({ pattern }) => namesOf(pattern).length === 1)),
  });
  return {
    name: "upset",
    title,
    description,
    table: {
      columns: [...lists, words.write("column.people")],
      rows: sorted.map(({ pattern, count }) => [...lists.map((_, list) => (pattern >> list) & 1), count]),
    },
    draw: (easel) => drawUpset({ easel, words, title, description, lists, cells: sorted }),
  };
}

interface DrawInput {
  readonly easel: Easel;
  readonly words: Words;
  readonly title: string;
  readonly description: string;
  readonly lists: readonly string[];
  readonly cells: readonly CaptureCell[];
}

function drawUpset({ easel, words, title, description, lists, cells }: DrawInput): Drawing {
  const { palette, widthPx } = easel;
  const place = placeOf(words.language);
  const across = (px: number) => (place.isRightToLeft ? widthPx - px : px);
  const sizes = lists.map((_, list) =>
    cells.reduce((sum, { pattern, count }) => sum + ((pattern >> list) & 1) * count, 0),
  );
  const columnPx = Math.min(24, 210 / lists.length);
  const columnOf = (list: number) => across(SIDE_PX + columnPx * (list + 0.5));
  const barsFrom = SIDE_PX + columnPx * lists.length + 10;
  const digitsPx = 52;
  const longest = Math.max(...cells.map(({ count }) => count), 1);
  const longestList = Math.max(...sizes, 1);
  const barEnd = (count: number) => across(barsFrom + (count / longest) * (widthPx - barsFrom - digitsPx));
  const shown = cells.slice(0, MOST_ROWS);
  const textOf = (row: { readonly text: string }) => row.text;
  return drawSheet({
    easel,
    language: words.language,
    title,
    description,
    keys: [{ glyph: "bar", colour: palette.documented, text: words.write("key.people") }],
    fill: (topPx) => {
      const from = topPx + lists.length * LIST_PX + 24;
      const listRows = lists.map((name, list) => ({
        y: topPx + LIST_PX * list + 10,
        text: cutToWidth(`${words.people(list + 1)}   ${name}`, widthPx - 90),
        size: words.people(sizes[list] ?? 0),
        x1: across(SIDE_PX),
        x2: across(SIDE_PX + ((sizes[list] ?? 0) / longestList) * (widthPx - 2 * SIDE_PX)),
        y1: topPx + LIST_PX * list + 19,
        y2: topPx + LIST_PX * list + 24,
      }));
      const rows = shown.map(({ pattern, count }, row) => ({
        pattern,
        y: from + ROW_PX * row,
        y1: from + ROW_PX * row - 6,
        y2: from + ROW_PX * row + 6,
        x1: across(barsFrom),
        x2: barEnd(count),
        text: words.people(count),
      }));
      const dots = rows.flatMap(({ pattern, y }) =>
        lists.map((_, list) => ({ x: columnOf(list), y, isOn: ((pattern >> list) & 1) === 1 })),
      );
      const joins = rows.flatMap(({ pattern, y }) => {
        const on = lists.flatMap((_, list) => ((pattern >> list) & 1 ? [columnOf(list)] : []));
        return on.length < 2 ? [] : [{ y, x1: Math.min(...on), x2: Math.max(...on) }];
      });
      const hidden = cells.length - shown.length;
      const end = from + ROW_PX * rows.length;
      return {
        heightPx: end + (hidden > 0 ? 22 : 2),
        marks: [
          text(listRows, { ...place.start, y: "y", text: textOf, fill: palette.ink }),
          text(listRows, {
            ...place.end,
            y: "y",
            text: "size",
            fill: palette.ink,
            fontVariant: "tabular-nums",
          }),
          rect(listRows, {
            x1: "x1",
            x2: "x2",
            y1: "y1",
            y2: "y2",
            fill: palette.documented,
            fillOpacity: 0.5,
          }),
          text(
            lists.map((_, list) => ({ x: columnOf(list), y: from - 18, text: words.people(list + 1) })),
            { x: "x", y: "y", text: "text", fill: palette.soft, fontSize: Math.min(11, columnPx - 2) },
          ),
          link(joins, { x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.documented, strokeWidth: 2 }),
          dot(
            dots.filter(({ isOn }) => !isOn),
            { x: "x", y: "y", r: Math.min(4, columnPx / 3.5), fill: palette.line },
          ),
          dot(
            dots.filter(({ isOn }) => isOn),
            { x: "x", y: "y", r: Math.min(5, columnPx / 3), fill: palette.documented },
          ),
          rect(rows, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: palette.documented }),
          text(rows, {
            x: "x2",
            y: "y",
            dx: 5 * place.along,
            text: "text",
            textAnchor: place.start.textAnchor,
            fill: palette.ink,
            fontVariant: "tabular-nums",
          }),
          text(hidden > 0 ? [{ y: end + 4, text: words.write("row.more", { count: hidden }) }] : [], {
            ...place.start,
            y: "y",
            text: textOf,
            fill: palette.soft,
          }),
        ],
      };
    },
  });
}
