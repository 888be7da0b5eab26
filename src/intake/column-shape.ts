/** What the values of a column look like: dates and by which calendar, numbers, names, digits of which script. */
import { foldText, parseDateText } from "../core/index.ts";
import { createCodeReader } from "./codes.ts";
import type { FieldRecipe } from "./recipe.ts";
import { createUnknownTest } from "./unknown-words.ts";

/** Values that are looked at; a larger list tells no more. */
const LOOKED_AT = 2000;
/** Values that are read as dates, in each order of day and month. */
const READ_AS_DATES = 200;

/** The calendar of bare numbers, as a recipe names it. */
export type ListCalendar = NonNullable<FieldRecipe["calendar"]>;

export type DigitScript = "ascii" | "persian" | "arabic";
export type LetterScript = "persian" | "arabic" | "latin" | "cyrillic" | "hebrew";

export interface ColumnShape {
  /** Cells that say something, of those that were looked at. */
  readonly filled: number;
  readonly distinct: number;
  /** In the order of their frequency. */
  readonly digits: readonly DigitScript[];
  /** The script of most of the letters; null where there are none. */
  readonly script: LetterScript | null;
  /** Shares of the cells that say something, 0 to 1. */
  readonly numbers: number;
  readonly sexes: number;
  /** Two to six words of letters. */
  readonly fullNames: number;
}

export interface DateShape {
  readonly calendar: ListCalendar;
  readonly dateOrder: NonNullable<FieldRecipe["dateOrder"]>;
  /** Whether other orders of day and month would read as many, and other days. */
  readonly isOrderGuessed: boolean;
  readonly precision: NonNullable<FieldRecipe["precision"]>;
  /** Share of the cells that are read as dates so. */
  readonly readable: number;
}

/** The cells of a column that say something. */
export function sayingCells(cells: readonly string[]): string[] {
  const isUnknown = createUnknownTest();
  return cells
    .slice(0, LOOKED_AT)
    .map((cell) => cell.trim())
    .filter((cell) => !isUnknown(cell));
}

/** @param cells - as `sayingCells` gives them. */
export function shapeOf(cells: readonly string[]): ColumnShape {
  const sexOf = createCodeReader("sex", undefined);
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  return {
    filled: cells.length,
    distinct: new Set(cells).size,
    digits: digitsOf(cells),
    script: scriptOf(cells),
    numbers: share((cell) => /^[+-]?\d+(?:[.,]\d+)?$/u.test(foldText(cell))),
    sexes: share((cell) => sexOf(cell) !== null),
    fullNames: share((cell) =>
      /^\p{L}[\p{L}\p{M}'’.\u200c-]*(?:\s+\p{L}[\p{L}\p{M}'’.\u200c-]*){1,5}$/u.test(cell),
    ),
  };
}

function digitsOf(cells: readonly string[]): DigitScript[] {
  const text = cells.join("");
  const counts: [DigitScript, number][] = [
    ["ascii", text.match(/[0-9]/gu)?.length ?? 0],
    ["persian", text.match(/[۰-۹]/gu)?.length ?? 0],
    ["arabic", text.match(/[٠-٩]/gu)?.length ?? 0],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([script]) => script);
}

function scriptOf(cells: readonly string[]): LetterScript | null {
  const text = cells.join(" ");
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const counts: [LetterScript | "both", number][] = [
    ["both", count(/\p{Script=Arabic}/gu)],
    ["latin", count(/\p{Script=Latin}/gu)],
    ["cyrillic", count(/\p{Script=Cyrillic}/gu)],
    ["hebrew", count(/\p{Script=Hebrew}/gu)],
  ];
  const [script, most] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  if (most === 0) return null;
  if (script !== "both") return script;
  // Letters that only one of the two languages writes; keyboards mix ي and ی, ك and ک.
  const persian = count(/[پچژگیک]/gu);
  return persian >= count(/[ةىيكؤإأ]/gu) && persian > 0 ? "persian" : "arabic";
}

export interface DateSurroundings {
  /** What the heading says of the calendar. */
  readonly said: ListCalendar | null;
  /** The language that the table seems to be in, where bare Hijri years may be of either calendar. */
  readonly script: LetterScript | null;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** How the cells are best read as dates. */
export function dateShapeOf(cells: readonly string[], around: DateSurroundings): DateShape {
  const calendar = around.said ?? calendarOf(cells, around);
  // Nothing without a digit is a date with a day in it; a sample tells how the others are written.
  const withDigits = cells.filter((cell) => /\p{Nd}/u.test(cell));
  const sample = spreadOver(withDigits, READ_AS_DATES);
  const readings = ORDERS.map((dateOrder) => {
    const spans = sample.map((cell) => {
      const reading = parseDateText(cell, { calendar, order: dateOrder, today: around.today });
      return reading.kind === "span" ? reading.span.edtf : null;
    });
    return { dateOrder, spans, read: spans.filter((span) => span !== null).length };
  });
  const best = readings.reduce((a, b) => (b.read > a.read ? b : a));
  const isOrderGuessed = readings.some(
    (other) =>
      other !== best &&
      other.read === best.read &&
      other.spans.some((span, index) => span !== best.spans[index]),
  );
  const firsts = sample.filter(isFirstOfYear).length;
  return {
    calendar,
    dateOrder: best.dateOrder,
    isOrderGuessed,
    precision: firsts >= FEW && firsts > best.read * MANY_FIRSTS ? "year-when-january-first" : "day",
    readable: sample.length === 0 ? 0 : ((best.read / sample.length) * withDigits.length) / cells.length,
  };
}

/** So many of the values at most, at even steps: lists are often in the order of their dates. */
function spreadOver<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  return Array.from(
    { length: most },
    (_, index) => values[Math.floor((index * values.length) / most)],
  ).filter((value) => value !== undefined);
}

const ORDERS = ["dmy", "mdy", "ymd"] as const;
/** So many first days of a year are no chance: the list writes them where it knows the year alone. */
const FEW = 5;
const MANY_FIRSTS = 0.2;

function isFirstOfYear(cell: string): boolean {
  return /^(?:\d{4}[/.-]0?1[/.-]0?1|0?1[/.-]0?1[/.-]\d{4})$/u.test(foldText(cell));
}

/** Years by which a calendar is known; lists of one calendar have a slip or two of the other. */
const SLIPS = 0.05;
/** Of the years of 1200 and later both Hijri calendars have some that lists of this century and the last write. */
const HIJRI_YEARS = [1200, 1499] as const;
const SOLAR_BEHIND = 621;

function calendarOf(cells: readonly string[], { script, today }: DateSurroundings): ListCalendar {
  const years = cells.flatMap((cell) => foldText(cell).match(/(?<!\d)\d{4}(?!\d)/gu) ?? []).map(Number);
  const [first, last] = HIJRI_YEARS;
  const hijri = years.filter((year) => year >= first && year <= last);
  if (hijri.length <= years.length * SLIPS) return "gregorian";
  const solarYear = new Date(today * 86_400_000).getUTCFullYear() - SOLAR_BEHIND;
  // By the sun these years are still to come.
  const isLunar = hijri.filter((year) => year > solarYear).length > hijri.length * SLIPS;
  if (isLunar || script === "arabic") return "lunar-hijri";
  return years.length - hijri.length > years.length * SLIPS ? "by-year" : "solar-hijri";
}
