/** Intervals under each other on one axis, the interval first: the form of most pictures of estimates. */
import { axisX, dot, gridX, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import type { Drawing, Easel } from "./picture.ts";
import { cutToWidth, drawSheet, type KeyLine, placeOf, TEXT_PX } from "./sheet.ts";
import { isWide, ticksOf } from "./ticks.ts";
import type { Words } from "./words.ts";

export interface IntervalRow {
  readonly name: string;
  /** On the axis; null where a method gives none. */
  readonly interval: readonly [number, number] | null;
  readonly point: number | null;
  readonly isBound: boolean;
  /** The interval is the hull of several models' intervals, not one of 95 %. */
  readonly isHull?: boolean;
  /** The numbers in words, at the end of the row. */
  readonly numbers: string;
}

export interface RowGroup {
  /** A line above the rows; none where rows need none. */
  readonly heading?: string;
  readonly rows: readonly IntervalRow[];
}

export interface Wall {
  readonly at: number;
  readonly glyph: "wall" | "dashed";
  readonly text: string;
}

export interface IntervalRowsInput {
  readonly easel: Easel;
  readonly words: Words;
  readonly title: string;
  readonly description: string;
  readonly groups: readonly RowGroup[];
  /** Numbers that are known, drawn at the bar of each row. */
  readonly walls: readonly Wall[];
  /** What the bars and the marks on them are called, where not an interval of 95 % and its estimate. */
  readonly keys?: readonly KeyLine[];
  readonly axis: string;
  readonly tick?: (value: number) => string;
}

const ROW_PX = 40;
const GROUP_PX = 22;
/** So far above and below each bar: the words between two bars are not crossed. */
const WALL_PX = 9;
const AXIS_PX = 40;
/** A hull is a thin line: it holds whole intervals and has no density of its own. */
export const HULL_PX = 2.5;

export function drawIntervalRows(input: IntervalRowsInput): Drawing {
  const { easel, words, title, description, walls } = input;
  const { palette } = easel;
  return drawSheet({
    easel,
    language: words.language,
    title,
    description,
    keys: [
      ...walls.map(({ glyph, text: label }) => ({ glyph, colour: palette.documented, text: label })),
      ...(input.keys ?? standardKeys(input)),
    ],
    fill: (topPx) => {
      const { rows, headings, heightPx } = layOut(input.groups, topPx);
      const domain = domainOf(input);
      const ticks = ticksOf(domain);
      return {
        heightPx: heightPx + 6,
        axisPx: AXIS_PX,
        x: {
          type: isWide(domain) ? "log" : "linear",
          domain: [...domain],
          reverse: placeOf(words.language).isRightToLeft,
          axis: null,
        },
        marks: [
          gridX(ticks, { stroke: palette.line, strokeOpacity: 1, y1: topPx, y2: heightPx + 6 }),
          ...walls.map(({ at, glyph }) =>
            ruleX(rows, {
              className: "wall",
              x: () => at,
              y1: ({ barY }: PlacedRow) => barY - WALL_PX,
              y2: ({ barY }: PlacedRow) => barY + WALL_PX,
              stroke: palette.documented,
              strokeWidth: 2,
              ...(glyph === "dashed" ? { strokeDasharray: "4 3" } : {}),
            }),
          ),
          ...drawWords(input, rows, headings),
          ...drawBars(easel, rows),
          ...drawPoints(easel, rows),
          ...drawAxis({ ...input, ticks }, heightPx + 6),
        ],
      };
    },
  });
}

function standardKeys({ easel, words, groups }: IntervalRowsInput): KeyLine[] {
  const colour = easel.palette.estimated;
  const rows = groups.flatMap((group) => group.rows).filter(({ interval }) => interval !== null);
  return [
    ...(rows.some(({ isBound, isHull = false }) => !isBound && !isHull)
      ? [{ glyph: "bar" as const, colour, text: words.write("key.interval") }]
      : []),
    ...(rows.some(({ isBound }) => isBound)
      ? [{ glyph: "bound" as const, colour, text: words.write("key.bound") }]
      : []),
    ...(rows.some(({ isHull = false }) => isHull)
      ? [{ glyph: "hull" as const, colour, text: words.write("key.hull") }]
      : []),
    { glyph: "diamond", colour, text: words.write("key.point") },
  ];
}

interface PlacedRow extends IntervalRow {
  readonly nameY: number;
  readonly barY: number;
}

function layOut(groups: readonly RowGroup[], topPx: number) {
  const rows: PlacedRow[] = [];
  const headings: { readonly y: number; readonly text: string }[] = [];
  let y = topPx + 4;
  for (const { heading, rows: own } of groups) {
    if (heading !== undefined) {
      headings.push({ y: y + 12, text: heading });
      y += GROUP_PX;
    }
    for (const row of own) {
      rows.push({ ...row, nameY: y + 10, barY: y + 26 });
      y += ROW_PX;
    }
  }
  return { rows, headings, heightPx: y };
}

function domainOf({ groups, walls }: IntervalRowsInput): readonly [number, number] {
  const rows = groups.flatMap((group) => group.rows);
  const ends = [
    ...rows.flatMap(({ interval, point }) => [...(interval ?? []), ...(point === null ? [] : [point])]),
    ...walls.map(({ at }) => at),
  ];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (isWide([least, most])) return [least / 1.1, most * 1.1];
  const room = (most - least || most || 1) * 0.03;
  return [Math.max(0, least - room), most + room];
}

function drawWords(
  { easel, words }: IntervalRowsInput,
  rows: readonly PlacedRow[],
  headings: readonly { readonly y: number; readonly text: string }[],
): Markish[] {
  const place = placeOf(words.language);
  const { palette, widthPx } = easel;
  const halo = { stroke: palette.sheet, strokeWidth: 4 };
  const nameOf = ({ name, numbers }: PlacedRow) =>
    cutToWidth(name, widthPx - 36 - numbers.length * TEXT_PX * 0.56);
  return [
    text(headings, {
      ...place.start,
      ...halo,
      y: "y",
      text: ({ text: heading }: { readonly text: string }) => cutToWidth(heading, widthPx - 28),
      fontWeight: 600,
      fill: palette.ink,
    }),
    text(rows, { ...place.start, ...halo, y: "nameY", text: nameOf, fill: palette.ink }),
    text(rows, {
      ...place.end,
      ...halo,
      y: "nameY",
      text: ({ numbers }: PlacedRow) => numbers,
      fontVariant: "tabular-nums",
      fontWeight: 600,
      fill: palette.ink,
    }),
  ];
}

function drawBars({ palette }: Easel, rows: readonly PlacedRow[]): Markish[] {
  const shown = rows.flatMap((row) =>
    row.interval === null ? [] : [{ ...row, low: row.interval[0], high: row.interval[1] }],
  );
  const bar = {
    className: "interval",
    x1: "low",
    x2: "high",
    y: "barY",
    stroke: palette.estimated,
    strokeWidth: 7,
  } as const;
  return [
    ruleY(
      shown.filter(({ isBound, isHull = false }) => !isBound && !isHull),
      { ...bar, strokeOpacity: 0.45 },
    ),
    ruleY(
      shown.filter(({ isHull = false }) => isHull),
      { ...bar, strokeWidth: HULL_PX },
    ),
    ruleY(
      shown.filter(({ isBound }) => isBound),
      { ...bar, strokeOpacity: 0.6, strokeDasharray: "6 3" },
    ),
  ];
}

function drawPoints({ palette }: Easel, rows: readonly PlacedRow[]): Markish[] {
  return [
    dot(
      rows.filter(({ point }) => point !== null),
      {
        x: "point",
        y: "barY",
        symbol: "diamond2",
        r: 4.5,
        fill: palette.sheet,
        stroke: palette.estimated,
        strokeWidth: 2,
      },
    ),
  ];
}

/** Ticks under the rows, and what they count. */
export function drawAxis(
  {
    easel,
    words,
    axis,
    tick,
    ticks,
  }: Pick<IntervalRowsInput, "easel" | "words" | "axis" | "tick"> & { readonly ticks: readonly number[] },
  bottomPx: number,
): Markish[] {
  const place = placeOf(words.language);
  const { palette } = easel;
  return [
    axisX(ticks, {
      anchor: "bottom",
      tickFormat: (value: number) => (tick ?? words.people)(value),
      label: null,
      color: palette.soft,
      fontSize: TEXT_PX,
      fontVariant: "tabular-nums",
    }),
    text([{ y: bottomPx + 31, text: axis }], {
      ...place.end,
      y: "y",
      text: "text",
      fill: palette.soft,
      clip: false,
    }),
  ];
}
