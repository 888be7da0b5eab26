/** The time that lanes are drawn over: how far it reaches, the part of it that is looked at, and its ticks. */
import { toIsoDay } from "../../src/core/pure.ts";
import type { PostingView } from "../../src/server/client.ts";
import type { PageLanguage, Writing } from "../page-words.ts";
import { DAY_MS, toYear, yearLabel, yearStart } from "./days.ts";

/** Day numbers, whole days since 1970-01-01. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
  /** A month's label is longer than a year's. */
  readonly unit: "year" | "month";
}

/** Without a stated start or end a bar fades out so far beyond what is cited. */
export const MARGIN_DAYS = 400;
/** Nothing is seen more closely: sources seldom tell more than the day. */
const LEAST_DAYS = 28;
const MOST_TICKS = 8;
const LAST_TICK_PERCENT = 95;
/** Of a shorter time months are the ticks. */
const MONTHS_BELOW_DAYS = 3 * 366;
const MONTH_STEPS = [1, 2, 3, 4, 6];

/** From before the first to beyond the last day that any posting speaks of. */
export function axisOf(postings: readonly PostingView[]): TimeRange {
  const days = postings.flatMap(({ certain, assumed, possible, statements }) => [
    ...certain.flatMap(({ from, to }) => [from, to]),
    assumed?.from,
    assumed?.to,
    possible.from,
    possible.to,
    ...statements.flatMap(({ time }) => [time?.earliest, time?.latest]),
  ]);
  const known = days.filter((day) => typeof day === "number");
  if (known.length === 0) return { from: 0, to: 1 };
  return { from: Math.min(...known) - MARGIN_DAYS, to: Math.max(...known) + MARGIN_DAYS };
}

/** From where to where the bar of a posting reaches; null for one without any time. */
export function reachOf({ possible, statements }: PostingView, axis: TimeRange): TimeRange | null {
  const cited = statements
    .flatMap(({ time }) => [time?.earliest, time?.latest])
    .filter((day) => typeof day === "number");
  if (cited.length === 0 && possible.from === null && possible.to === null) return null;
  return {
    from: possible.from ?? Math.min(...cited, axis.to) - MARGIN_DAYS,
    to: possible.to ?? Math.max(...cited, axis.from) + MARGIN_DAYS,
  };
}

/** The part of the whole that two ISO days of an address name; the whole where they name none of it. */
export function rangeOf(from: string | null, to: string | null, whole: TimeRange): TimeRange {
  const [start, end] = [dayOf(from) ?? whole.from, dayOf(to) ?? whole.to].sort((a, b) => a - b);
  const asked = { from: Math.max(start ?? whole.from, whole.from), to: Math.min(end ?? whole.to, whole.to) };
  return asked.to > asked.from ? asked : whole;
}

/** The two ISO days for an address; empty for the whole. */
export function toAddress(
  range: TimeRange,
  whole: TimeRange,
): { readonly from: string; readonly to: string } {
  if (isWhole(range, whole)) return { from: "", to: "" };
  return { from: toIsoDay(Math.round(range.from)), to: toIsoDay(Math.round(range.to)) };
}

/** Whether nothing of the whole is left out. */
export function isWhole(range: TimeRange, whole: TimeRange): boolean {
  return range.from <= whole.from && range.to >= whole.to;
}

/** Half as long about the same middle, or twice; never beyond the whole. */
export function zoomed(range: TimeRange, whole: TimeRange, way: "in" | "out"): TimeRange {
  const length = range.to - range.from;
  const wanted = way === "in" ? Math.max(length / 2, Math.min(LEAST_DAYS, length)) : length * 2;
  return within(
    { from: (range.from + range.to - wanted) / 2, to: (range.from + range.to + wanted) / 2 },
    whole,
  );
}

/** As long as before, half its length earlier or later; never beyond the whole. */
export function shifted(range: TimeRange, whole: TimeRange, way: "earlier" | "later"): TimeRange {
  const step = ((range.to - range.from) / 2) * (way === "later" ? 1 : -1);
  return within({ from: range.from + step, to: range.to + step }, whole);
}

/** How far into the range a day lies, in percent. */
export function share(day: number, { from, to }: TimeRange): number {
  return ((day - from) / (to - from)) * 100;
}

/** At most eight years, or months where the time is short, evenly spaced; none so near to the end that its label has no room. */
export function ticksOf(range: TimeRange, writing: Writing): Tick[] {
  const ticks =
    range.to - range.from < MONTHS_BELOW_DAYS ? monthTicks(range, writing) : yearTicks(range, writing);
  return ticks.filter(({ day }) => share(day, range) <= LAST_TICK_PERCENT);
}

function yearTicks({ from, to }: TimeRange, writing: Writing): Tick[] {
  const [first, last] = [toYear(from) + 1, toYear(to)];
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_TICKS));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => {
    const year = first + index * step;
    return { day: yearStart(year), label: yearLabel(year, writing), unit: "year" };
  });
}

const MONTH_LOCALES = {
  en: "en-GB-u-ca-gregory",
  fa: "fa-IR-u-ca-persian",
  ar: "ar-u-ca-gregory",
} as const satisfies Readonly<Record<PageLanguage, string>>;

/** Where a month of the calendar of the language begins, which in Persian is no Gregorian one. */
function monthTicks({ from, to }: TimeRange, writing: Writing): Tick[] {
  const { language, numerals } = writing;
  const label = new Intl.DateTimeFormat(`${MONTH_LOCALES[language]}-nu-${numerals}`, {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const ordinal = new Intl.DateTimeFormat(language === "fa" ? "en-u-ca-persian" : "en", {
    ...{ month: "numeric", day: "numeric", timeZone: "UTC" },
  });
  const starts: { readonly day: number; readonly month: number }[] = [];
  for (let day = Math.ceil(from); day <= to; day += 1) {
    const parts = ordinal.formatToParts(day * DAY_MS);
    const [month, date] = ["month", "day"].map((type) => parts.find((part) => part.type === type)?.value);
    if (date === "1") starts.push({ day, month: Number(month) });
  }
  const step = MONTH_STEPS.find((each) => starts.length / each <= MOST_TICKS) ?? 6;
  return starts
    .filter(({ month }) => (month - 1) % step === 0)
    .map(({ day }) => ({ day, label: label.format(day * DAY_MS), unit: "month" }));
}

function within(range: TimeRange, whole: TimeRange): TimeRange {
  const length = range.to - range.from;
  if (length >= whole.to - whole.from) return whole;
  const from = Math.min(Math.max(range.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

function dayOf(iso: string | null): number | null {
  if (iso === null || !/^-?\d{4,6}-\d{2}-\d{2}$/u.test(iso)) return null;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS);
}
