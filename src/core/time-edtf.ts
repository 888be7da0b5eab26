/**
 * EDTF, levels 0 to 2 (Library of Congress, "Extended Date/Time Format Specification", 2019; ISO 8601-2): text
 * to spans of days. docs/decisions/2026-11-24-own-edtf-reader.md says why the reader is our own, docs/formats/time.md
 * what it reads.
 */
import type { DayNumber } from "./calendar.ts";
import { InquestError } from "./errors.ts";
import { type EdtfDate, readEdtfDate } from "./time-edtf-date.ts";
import type { TimePrecision, TimeSpan } from "./time-span.ts";

/** An end of an interval or set: a date, or `open` (no end is meant), or `unknown` (an end exists, nobody says when). */
export type EdtfEnd = EdtfDate | "open" | "unknown";

export type EdtfValue =
  | { readonly kind: "date"; readonly date: EdtfDate }
  | { readonly kind: "interval"; readonly start: EdtfEnd; readonly end: EdtfEnd }
  /** `all` for {…}, every member; otherwise […], one of them. A member is a date or a range of dates. */
  | {
      readonly kind: "set";
      readonly all: boolean;
      readonly members: readonly (readonly [EdtfEnd, EdtfEnd])[];
    };

/**
 * The span of days that an EDTF text names.
 *
 * @example parseEdtf("1988-07/1988-12") // earliest 6756 (1988-07-01), latest 6939, precision "interval"
 * @throws InquestError "core/edtf" when the text is no EDTF, names a day that does not exist, or ends before
 *   it starts.
 */
export function parseEdtf(raw: string): TimeSpan {
  const value = readEdtf(raw.trim());
  if (value === null) {
    throw new InquestError({
      code: "core/edtf",
      reaction: "input",
      message: isReversedEdtf(raw.trim())
        ? `${JSON.stringify(raw)} ends before it starts. Write the earlier time first.`
        : `${JSON.stringify(raw)} is not an EDTF time, or names a day that does not exist. Write 1988, 1988-07, 1988-07-28, 1988-22 (summer), 198X, 1988~ (about), ../2017 or 1988-07/1988-12.`,
      evidence: { text: raw },
    });
  }
  return toSpan(value, raw);
}

/** Reads a text without outer white space; null when it is no EDTF. */
export function readEdtf(text: string): EdtfValue | null {
  if (/^[[{]/u.test(text)) return readSet(text);
  const slash = text.indexOf("/");
  if (slash < 0) {
    const date = readEdtfDate(text);
    return date === null ? null : { kind: "date", date };
  }
  const start = readEnd(text.slice(0, slash));
  const end = readEnd(text.slice(slash + 1));
  return start === null || end === null || isReversed(start, end) ? null : { kind: "interval", start, end };
}

function readEnd(text: string): EdtfEnd | null {
  if (text === "") return "unknown";
  return text === ".." ? "open" : readEdtfDate(text);
}

function readSet(text: string): EdtfValue | null {
  const body = /^\[(.+)\]$/u.exec(text)?.[1] ?? /^\{(.+)\}$/u.exec(text)?.[1];
  if (body === undefined) return null;
  const parts = body.split(",").map((part) => part.trim());
  const members: (readonly [EdtfEnd, EdtfEnd])[] = [];
  for (const [index, part] of parts.entries()) {
    const member = readMember(part, { isFirst: index === 0, isLast: index === parts.length - 1 });
    if (member === null) return null;
    members.push(member);
  }
  return { kind: "set", all: text.startsWith("{"), members };
}

/** `a`, `a..b`, and `..a` first or `a..` last. */
function readMember(
  part: string,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly [EdtfEnd, EdtfEnd] | null {
  const [from, to, rest] = part.split("..");
  if (from === undefined || rest !== undefined || part === "..") return null;
  if (to === undefined) {
    const date = readEdtfDate(from);
    return date === null ? null : [date, date];
  }
  if ((from === "" && !place.isFirst) || (to === "" && !place.isLast)) return null;
  const start = from === "" ? "open" : readEdtfDate(from);
  const end = to === "" ? "open" : readEdtfDate(to);
  return start === null || end === null || isReversed(start, end) ? null : [start, end];
}

/** Whether the two times of an interval or stretch would be a time the other way round. */
export function isReversedEdtf(text: string): boolean {
  const turned = text.replace(
    /(?<from>[^/,.[\]{}]+)(?<sign>\/|\.\.)(?<to>[^/,.[\]{}]+)/gu,
    "$<to>$<sign>$<from>",
  );
  return turned !== text && readEdtf(turned) !== null;
}

function isReversed(start: EdtfEnd, end: EdtfEnd): boolean {
  const from = firstOf(start);
  const to = lastOf(end);
  return from !== null && to !== null && from > to;
}

function toSpan(value: EdtfValue, raw: string): TimeSpan {
  const pairs =
    value.kind === "date"
      ? [[value.date, value.date] as const]
      : value.kind === "interval"
        ? [[value.start, value.end] as const]
        : value.members;
  const dates = pairs.flat().filter((end) => typeof end !== "string");
  const earliest = outermost(
    pairs.map(([start]) => firstOf(start)),
    Math.min,
  );
  const latest = outermost(
    pairs.map(([, end]) => lastOf(end)),
    Math.max,
  );
  return {
    edtf: toText(value),
    raw,
    calendar: "gregorian",
    earliest,
    latest,
    precision: precisionOf(value, earliest === null && latest === null),
    approximate: dates.some((date) => date.approximate),
    uncertain: dates.some((date) => date.uncertain),
  };
}

function precisionOf(value: EdtfValue, isUnknown: boolean): TimePrecision {
  if (isUnknown) return "unknown";
  if (value.kind === "date") return value.date.precision;
  if (value.kind === "interval") return "interval";
  const [only, ...others] = value.members;
  if (only === undefined || others.length > 0) return "interval";
  const [start, end] = only;
  return start === end && typeof start !== "string" ? start.precision : "interval";
}

function toText(value: EdtfValue): string {
  const text = (end: EdtfEnd) => (end === "open" ? ".." : end === "unknown" ? "" : end.text);
  if (value.kind === "date") return value.date.text;
  if (value.kind === "interval") return `${text(value.start)}/${text(value.end)}`;
  const members = value.members.map(([start, end]) =>
    start === end
      ? text(start)
      : `${start === "open" ? "" : text(start)}..${end === "open" ? "" : text(end)}`,
  );
  return value.all ? `{${members.join(",")}}` : `[${members.join(",")}]`;
}

function firstOf(end: EdtfEnd): DayNumber | null {
  return typeof end === "string" ? null : end.earliest;
}

function lastOf(end: EdtfEnd): DayNumber | null {
  return typeof end === "string" ? null : end.latest;
}

/** Null as soon as one of the days is open or unknown. */
function outermost(
  days: readonly (DayNumber | null)[],
  choose: (...days: number[]) => number,
): DayNumber | null {
  const known = days.filter((day) => day !== null);
  return known.length < days.length || known.length === 0 ? null : choose(...known);
}
