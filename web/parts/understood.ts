/** What a person typed, as the program understands it, before anything is recorded. */
import {
  type Calendar,
  DATE_ORDERS,
  type DateOrder,
  type Language,
  type LocalText,
  parseDateText,
  parseEdtf,
  type TimeSpan,
} from "../../src/core/pure.ts";

export type Understood<T> =
  | { readonly state: "empty" }
  | { readonly state: "clear"; readonly is: T }
  /** What is missing, or that nothing can be made of it. */
  | { readonly state: "unclear"; readonly why: "calendar" | "order" | "unreadable" | "reversed" };

export interface TypedTime {
  readonly text: string;
  /** Empty where the text says it. */
  readonly calendar: Calendar | "";
  readonly order: "dmy" | "mdy" | "";
}

export interface UnderstoodTime {
  /** As a statement file writes it. */
  readonly draft:
    | string
    | { readonly text: string; readonly calendar?: Calendar; readonly order?: DateOrder };
  readonly span: TimeSpan;
}

const EDTF_ONLY = /[~?%/X]|^-|\.\./u;

/** EDTF stays EDTF; everything else is kept in the words in which it was typed. */
export function readTime({ text: typed, calendar, order }: TypedTime): Understood<UnderstoodTime> {
  const text = typed.trim();
  if (text === "") return { state: "empty" };
  if (calendar === "" && EDTF_ONLY.test(text)) {
    const span = edtfSpan(text);
    if (span !== null) return { state: "clear", is: { draft: text, span } };
  }
  const read = (as: DateOrder | undefined) =>
    parseDateText(text, { calendar: calendar === "" ? "as-stated" : calendar, order: as });
  const reading = read(order === "" ? undefined : order);
  if (reading.kind === "ambiguous") return { state: "unclear", why: "calendar" };
  if (reading.kind !== "span") return { state: "unclear", why: "unreadable" };
  const [left, right] = DATE_ORDERS.slice(0, 2).map((each) => read(each));
  const isTwofold =
    order === "" && left?.kind === "span" && right?.kind === "span" && left.span.edtf !== right.span.edtf;
  if (isTwofold) return { state: "unclear", why: "order" };
  return {
    state: "clear",
    is: {
      draft: { text, ...(calendar === "" ? {} : { calendar }), ...(order === "" ? {} : { order }) },
      span: reading.span,
    },
  };
}

/**
 * A time of which a day is wanted, in any calendar: a year before 1500 that names none is a Solar Hijri one. Of a month or a
 * year its last day is meant: whatever was known by then.
 */
export function readDay(typed: string): Understood<TimeSpan & { readonly latest: number }> {
  const text = typed.trim();
  if (text === "") return { state: "empty" };
  const read = (order: DateOrder | undefined) => parseDateText(text, { calendar: "by-year", order });
  const reading = read(undefined);
  if (reading.kind !== "span") return { state: "unclear", why: "unreadable" };
  const [left, right] = DATE_ORDERS.slice(0, 2).map((each) => read(each));
  if (left?.kind === "span" && right?.kind === "span" && left.span.edtf !== right.span.edtf)
    return { state: "unclear", why: "order" };
  const { span } = reading;
  if (span.latest === null) return { state: "unclear", why: "unreadable" };
  return { state: "clear", is: { ...span, latest: span.latest } };
}

function edtfSpan(text: string): TimeSpan | null {
  try {
    return parseEdtf(text);
  } catch {
    return null;
  }
}

export interface UnderstoodCount {
  readonly draft: number | { readonly min?: number; readonly max?: number; readonly words?: LocalText };
  readonly min: number | null;
  readonly max: number | null;
}

const LEAST =
  /^(?:≥|>=|at least|no fewer than|more than or equal to|دست[ \u200c]?کم|حداقل)\s*(\d+)$|^(\d+)\s*(?:\+|یا بیشتر|or more)$/iu;
const MOST = /^(?:≤|<=|at most|no more than|up to|دست[ \u200c]?بالا|حداکثر)\s*(\d+)$/iu;
const RANGE = /^(\d+)\s*(?:-|–|—|\.\.|…|to|تا)\s*(\d+)$/iu;
const MOST_COUNTED = 1_000_000_000;

/** A number, a bound, a range, or words where there is no number: "40", "۳۰ تا ۴۰", "at least 30", "thousands". */
export function readCount(typed: string): Understood<UnderstoodCount> {
  const text = toAsciiDigits(typed.trim());
  if (text === "") return { state: "empty" };
  const plain = text.replaceAll(/(?<=\d)[,٬،'’ \u00a0\u202f](?=\d{3}(?!\d))/gu, "");
  const clear = (draft: UnderstoodCount["draft"], min: number | null, max: number | null) =>
    ({ state: "clear", is: { draft, min, max } }) as const;
  if (/^\d+$/u.test(plain)) {
    const count = Number(plain);
    return count <= MOST_COUNTED ? clear(count, count, count) : { state: "unclear", why: "unreadable" };
  }
  const [, low, high] = RANGE.exec(plain) ?? [];
  if (low !== undefined && high !== undefined) {
    const [min, max] = [Number(low), Number(high)];
    return min > max ? { state: "unclear", why: "reversed" } : clear({ min, max }, min, max);
  }
  const [, before, after] = LEAST.exec(plain) ?? [];
  const least = before ?? after;
  if (least !== undefined) return clear({ min: Number(least) }, Number(least), null);
  const [, most] = MOST.exec(plain) ?? [];
  if (most !== undefined) return clear({ max: Number(most) }, null, Number(most));
  // A text that holds numbers and is none of these is not to be taken for words.
  if (/\d/u.test(plain)) return { state: "unclear", why: "unreadable" };
  return clear({ words: toLocalText(typed.trim()) }, null, null);
}

export interface UnderstoodPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
}

/** "35.6, 51.4" in degrees, north and east, and metres within which it lies. */
export function readPoint(typed: string, metres: string): Understood<UnderstoodPoint> {
  if (typed.trim() === "") return { state: "empty" };
  const [, north, east] =
    /^([-+]?\d+(?:\.\d+)?)\s*[,;،\s]\s*([-+]?\d+(?:\.\d+)?)$/u.exec(toDecimal(typed)) ?? [];
  const [latitude, longitude, accuracyM] = [Number(north), Number(east), Number(toDecimal(metres))];
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && accuracyM > 0 && Number.isFinite(accuracyM)
    ? { state: "clear", is: { latitude, longitude, accuracyM } }
    : { state: "unclear", why: "unreadable" };
}

function toDecimal(typed: string): string {
  return toAsciiDigits(typed.trim()).replaceAll("٫", ".").replaceAll("−", "-");
}

/** A text under the language that its letters tell: Arabic letters are Persian here. */
export function toLocalText(text: string): LocalText {
  return { [languageOf(text)]: text };
}

export function languageOf(text: string): Language {
  return /\p{Script=Arabic}/u.test(text) ? "fa" : "en";
}

export function toAsciiDigits(text: string): string {
  return text
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
}
