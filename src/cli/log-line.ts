/** One act of the log as a line that a person reads. */
import type { RecordedAct } from "../case/index.ts";
import {
  type Calendar,
  fromDayNumber,
  type Language,
  localizeDigits,
  type Translate,
} from "../core/index.ts";
import type { CliMessageKey } from "./messages.en.ts";
import { showOnOneLine } from "./terminal.ts";

export interface LogLineOptions {
  readonly language: Language;
  readonly calendar: Calendar;
  readonly translate: Translate<CliMessageKey>;
  /** Whether the language has words for this kind: `log.kind.<kind>`. */
  readonly wordsFor: (kind: string) => CliMessageKey | null;
}

/** Members of a body that say what it is about, the most telling first. */
const SUBJECT_MEMBERS: readonly string[] = [
  "key",
  "name",
  "fileName",
  "id",
  "item",
  "subject",
  "actor",
  "device",
  "property",
  "list",
  "to",
  "treeSize",
];
const MOST_MEMBERS = 3;
const MOST_LETTERS = 80;
const MS_PER_DAY = 86_400_000;

/** Leaf, time (UTC), actor, kind, id and what the act is about. Control characters are shown, not obeyed. */
export function toLogLine({ act, leafIndex }: RecordedAct, options: LogLineOptions): string {
  const { language, translate, wordsFor } = options;
  const words = wordsFor(act.kind);
  const fields = [
    localizeDigits(String(leafIndex), language).padStart(6),
    toLogTime(act.at, options),
    act.actor,
    words === null ? act.kind : translate(words),
    act.id,
    toSubject(act.body),
  ];
  return showOnOneLine(fields.filter((field) => field !== "").join("  "));
}

/** The time of an act to the second, in the calendar of the reader. */
function toLogTime(at: string, { language, calendar }: LogLineOptions): string {
  const { year, month, day } = fromDayNumber(Math.floor(Date.parse(at) / MS_PER_DAY), calendar);
  const date = [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))];
  return localizeDigits(`${date.join("-")} ${at.slice(11, 19)}Z`, language);
}

/**
 * What an act is about, by the members that its body or the one object in it has. It needs to know no kind, so
 * acts of later versions have a line too.
 */
export function toSubject(body: Readonly<Record<string, unknown>>): string {
  const inner = Object.values(body).filter((value) => isRecord(value));
  const [only] = inner;
  const things = only !== undefined && inner.length === 1 ? [only, body] : [body];
  const found = things.flatMap((thing) => SUBJECT_MEMBERS.flatMap((member) => textOf(thing[member])));
  const text = [...new Set(found)].slice(0, MOST_MEMBERS).join(" ");
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : text;
}

function textOf(value: unknown): string[] {
  if (typeof value === "string" && value !== "") return [value];
  return typeof value === "number" ? [String(value)] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
