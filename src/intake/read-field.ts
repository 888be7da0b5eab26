/** One cell to one typed value, by what the recipe says of its field. */
import {
  foldText,
  formatSpan,
  parseDateText,
  parseEdtf,
  possiblyOverlaps,
  type TimeSpan,
  toNameTokens,
} from "../core/index.ts";
import { createCodeReader } from "./codes.ts";
import { type FieldKind, knownFieldKind, NUMBER_RANGES } from "./fields.ts";
import type { FieldValue } from "./list-record.ts";
import type { IntakeMessageKey } from "./messages.en.ts";
import type { ProblemParams } from "./problem.ts";
import type { FieldRecipe } from "./recipe.ts";
import { createUnknownTest } from "./unknown-words.ts";

export interface FieldReading {
  /** Null when the cell says nothing, or nothing that can be read. */
  readonly value: FieldValue | null;
  readonly problem: { readonly code: IntakeMessageKey; readonly params: ProblemParams } | null;
}

/** @param isDay - the cell of a workbook holds a day, which is of no other calendar than the Gregorian one. */
export type FieldReader = (raw: string, isDay?: boolean) => FieldReading;

const MISSING: FieldReading = { value: null, problem: null };

/** The kind of a field: what the recipe says, what its settings imply, what its name says, else text. */
export function fieldKindOf(name: string, recipe: FieldRecipe): FieldKind {
  if (recipe.kind !== undefined) return recipe.kind;
  const { calendar, precision, dateOrder, within } = recipe;
  if ([calendar, precision, dateOrder, within].some((setting) => setting !== undefined)) return "date";
  return recipe.codes !== undefined ? "code" : (knownFieldKind(name) ?? "text");
}

/**
 * Reads the cells of one column; equal cells are read once.
 *
 * @param today - days since 1970-01-01: a bare Hijri year that by the sun would begin later is not guessed at.
 */
export function createFieldReader(name: string, recipe: FieldRecipe, today?: number): FieldReader {
  const kind = fieldKindOf(name, recipe);
  const isUnknown = createUnknownTest(recipe.unknown);
  const read = remembering(readerOf(kind, name, recipe, today), isUnknown);
  if (kind !== "date") return (raw) => read(raw);
  const { calendar: _, dateOrder: __, ...ofDays } = recipe;
  const readDay = remembering(createDateReader(ofDays, today), isUnknown);
  return (raw, isDay = false) => (isDay ? readDay(raw) : read(raw));
}

function remembering(read: TextReader, isUnknown: (text: string) => boolean): (raw: string) => FieldReading {
  const known = new Map<string, FieldReading>();
  return (raw) => {
    let reading = known.get(raw);
    if (reading === undefined) {
      const text = raw.trim();
      reading = isUnknown(text) ? MISSING : read(raw, text);
      known.set(raw, reading);
    }
    return reading;
  };
}

/**
 * The cells of a field that several columns hold as one text: known words with spaces, known parts of a date with
 * strokes. A date keeps the parts that hang on its year, so that a day without its month claims nothing.
 */
export function joinCells(cells: readonly string[], kind: FieldKind, recipe: FieldRecipe): string {
  const isUnknown = createUnknownTest(recipe.unknown);
  const parts = cells.map((cell) => cell.trim()).map((cell) => (isUnknown(cell) ? "" : cell));
  if (kind !== "date") return parts.filter((part) => part !== "").join(" ");
  if (recipe.dateOrder === "ymd") {
    const gap = parts.indexOf("");
    return (gap < 0 ? parts : parts.slice(0, gap)).join("/");
  }
  return parts.slice(parts.lastIndexOf("") + 1).join("/");
}

type TextReader = (raw: string, text: string) => FieldReading;

function readerOf(kind: FieldKind, name: string, recipe: FieldRecipe, today: number | undefined): TextReader {
  switch (kind) {
    case "date":
      return createDateReader(recipe, today);
    case "number":
      return createNumberReader(name);
    case "code": {
      const toCode = createCodeReader(name, recipe.codes);
      return (raw, text) => {
        const code = toCode(text);
        return code === null ? problem("intake/unknown-code") : { value: { kind, raw, code }, problem: null };
      };
    }
    case "name":
      // A text that only says that nobody knows the name has no tokens.
      return (raw, text) =>
        toNameTokens(text).tokens.length === 0
          ? MISSING
          : { value: { kind, raw, text: singleSpaced(text) }, problem: null };
    default:
      return (raw, text) => ({ value: { kind, raw, text: singleSpaced(text) }, problem: null });
  }
}

function createDateReader(
  { calendar, dateOrder, precision, within }: FieldRecipe,
  today: number | undefined,
): TextReader {
  const period = within === undefined ? null : parseEdtf(within);
  return (raw) => {
    const reading = parseDateText(raw, { calendar, order: dateOrder, precision, today });
    if (reading.kind === "missing") return MISSING;
    if (reading.kind === "ambiguous") return problem("intake/ambiguous-date");
    if (reading.kind === "unreadable") return problem("intake/unreadable-date");
    const value: FieldValue = { kind: "date", raw, time: { ...reading.span } };
    if (period === null || possiblyOverlaps(reading.span, period)) return { value, problem: null };
    return { value, problem: { code: "intake/date-outside", params: { within: inWords(period) } } };
  };
}

function inWords(period: TimeSpan): string {
  return formatSpan(period, { language: "en", calendar: "gregorian" });
}

/** A number alone, or with the word for years that ages carry: "26 años", "۲۶ ساله". */
const NUMBER =
  /^([+-]?\d+(?:[.,]\d+)?) ?(?:anos?|years?|yrs?|y|ans?|سال|ساله|سنه|سنوات|عام|عاما)?(?: old)?$/u;

function createNumberReader(name: string): TextReader {
  const range = NUMBER_RANGES[name] ?? NUMBER_RANGES[/^age/iu.test(name) ? "age" : ""];
  return (raw, text) => {
    const written = NUMBER.exec(foldText(text))?.[1];
    if (written === undefined) return problem("intake/unreadable-number");
    const number = Number(written.replace(",", "."));
    if (range !== undefined && (number < range[0] || number > range[1]))
      return problem("intake/number-out-of-range", { low: range[0], high: String(range[1]) });
    return { value: { kind: "number", raw, number }, problem: null };
  };
}

function problem(code: IntakeMessageKey, params: ProblemParams = {}): FieldReading {
  return { value: null, problem: { code, params } };
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, " ");
}
