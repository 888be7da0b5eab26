/** The words of a dossier in one language: messages, numbers, times, and words of others that run the other way. */
import {
  createTranslate,
  formatNumber,
  formatSpan,
  type Language,
  localizeDigits,
  parseEdtf,
  type Translate,
  toIsoDay,
  toVisibleText,
} from "../../core/index.ts";
import type { ReleasedTime } from "../content.ts";
import type { Run } from "./document.ts";
import { type DossierMessageKey, dossierMessagesEn } from "./dossier.messages.en.ts";
import { dossierMessagesFa } from "./dossier.messages.fa.ts";

export interface Words {
  readonly language: Language;
  readonly say: Translate<DossierMessageKey>;
  /** A number that counts, grouped. */
  number(value: number): string;
  /** A number that names a thing, never grouped. */
  ordinal(value: number): string;
  /** Digits of a text of ours, in those of the language. */
  digits(text: string): string;
  /** In the calendar of the language; in Persian with the Gregorian one beside it. */
  time(time: ReleasedTime): string;
  edtf(text: string): string;
  /** Days since 1970-01-01. */
  days(from: number | null, to: number | null): string;
  /** Words of others: whole where they run the other way. */
  told(text: string): string;
  list(texts: readonly string[]): string;
}

export function createWords(language: Language): Words {
  const number = remembering((value: number) => formatNumber(value, language));
  const say = createTranslate<Record<DossierMessageKey, string>>(
    { en: dossierMessagesEn, fa: dossierMessagesFa },
    language,
    number,
  );
  const both = (solarHijri: string, gregorian: string) =>
    language === "fa" && solarHijri !== gregorian
      ? say("days.both", { one: solarHijri, other: gregorian })
      : gregorian;
  const edtf = remembering((text: string) => {
    const span = readSpan(text);
    if (span === null) return localizeDigits(text, language);
    const inWords = (calendar: "solar-hijri" | "gregorian") => formatSpan(span, { language, calendar });
    return both(inWords("solar-hijri"), inWords("gregorian"));
  });
  return {
    language,
    say,
    number,
    ordinal: (value) => localizeDigits(String(value), language),
    digits: (text) => localizeDigits(text, language),
    time: ({ solarHijri, gregorian }) => both(solarHijri, gregorian),
    edtf,
    days(from, to) {
      const [first, last] = [from, to].map((day) => (day === null ? "" : edtf(toIsoDay(day))));
      if (from !== null && from === to) return say("days.on", { from: first ?? "" });
      if (from === null) return say("days.until", { to: last ?? "" });
      if (to === null) return say("days.since", { from: first ?? "" });
      return say("days.fromTo", { from: first ?? "", to: last ?? "" });
    },
    told: (text) => inOneDirection(text, language),
    list: (texts) => texts.map((text) => inOneDirection(text, language)).join(say("comma")),
  };
}

/** A dossier says the same numbers and days again and again, and `Intl` takes its time. */
function remembering<T>(write: (value: T) => string): (value: T) => string {
  const known = new Map<T, string>();
  return (value) => {
    const written = known.get(value) ?? write(value);
    known.set(value, written);
    return written;
  };
}

function readSpan(text: string) {
  try {
    return parseEdtf(text);
  } catch {
    return null;
  }
}

/** From right to left the sign would be mirrored, and "at least" be read as "at most". */
const COMPARISON = /[<>≤≥]\s*[\d۰-۹][\d۰-۹٬٫]*/gu;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LEFT_TO_RIGHT = /\p{Script=Latin}/u;

/** Words that run the other way keep together with what belongs to them (Unicode isolates), and lines become one. */
function inOneDirection(text: string, language: Language): string {
  const whole = withoutTricks(text.replace(/\s+/gu, " ").trim());
  const line = language === "fa" ? whole.replace(COMPARISON, "\u2066$&\u2069") : whole;
  const isForeign = (language === "fa" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(line);
  return isForeign ? `\u2068${line}\u2069` : line;
}

const ISOLATES = /^[\u2066-\u2069]$/u;
/** Between them stands what is looked through; the marks of direction turn nothing round but themselves. */
const DIRECTIONS = /([\u2066-\u2069\u200e\u200f])/u;

/** What would hide or turn round what stands beside it is shown; isolates that close what they open stay. */
function withoutTricks(text: string): string {
  const parts = text.toWellFormed().split(DIRECTIONS);
  let open = 0;
  let isBalanced = true;
  for (const part of parts) {
    if (ISOLATES.test(part)) open += part === "\u2069" ? -1 : 1;
    if (open < 0) isBalanced = false;
  }
  return parts
    .map((part) => {
      if (ISOLATES.test(part)) return isBalanced && open === 0 ? part : "";
      return DIRECTIONS.test(part) ? part : toVisibleText(part);
    })
    .join("");
}

/** A hash or an id: from left to right whatever stands around it. */
export function code(text: string): Run {
  return { text: `\u2066${text}\u2069`, as: "code" };
}

export function strong(text: string): Run {
  return { text, as: "strong" };
}

export function faint(text: string): Run {
  return { text, as: "faint" };
}

export function quoted(text: string, { say, told }: Words): Run {
  return { text: say("note.quote", { quote: told(text) }), as: "quote" };
}

/** Texts one after the other, with a word of ours between them. */
export function joined(texts: readonly (readonly Run[])[], between: string): Run[] {
  return texts
    .filter((text) => text.length > 0)
    .flatMap((text, at) => (at === 0 ? text : [between, ...text]));
}

export function isMessageKey(key: string): key is DossierMessageKey {
  return Object.hasOwn(dossierMessagesEn, key);
}
