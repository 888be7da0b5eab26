/** Days and times of cells: the day in ISO 8601, no finer than its format shows it. */
import { type CellMark, fromDayNumber, toIsoDay } from "../../core/index.ts";
import type { FormatSection } from "./number-format.ts";
import { DAY_MS, type StoredMoment } from "./serial-day.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * - With a year: `1988`, `1988-08` or `1988-08-15`, and `T14:30` or `T14:30:05` where the time is shown.
 * - Without a year nothing is said of it, though the file stores one: `15-Aug` in the words of the format.
 * - A time alone: `14:30`; one that runs beyond a day: `26:30`.
 *
 * @param moment - null where the number is no moment; then the number itself is shown and marked.
 */
export function showMoment(
  moment: StoredMoment | null,
  section: FormatSection,
  { plain, serial }: { readonly plain: string; readonly serial: number },
): { readonly text: string; readonly marks: readonly CellMark[] } {
  const letters = lettersOf(section);
  const elapsed = section.tokens.some(({ is }) => is === "elapsed");
  if (elapsed && Number.isFinite(serial)) return { text: showElapsed(serial, letters.has("s")), marks: [] };
  const isDay = ["y", "m", "d"].some((letter) => letters.has(letter));
  if (moment === null || (isDay && moment.day === null)) return { text: plain, marks: ["no-day"] };
  const { day, timeMs } = moment;
  const time = letters.has("h") || letters.has("n") || letters.has("s") ? showTime(timeMs, letters) : null;
  if (day === null || !isDay) return { text: time ?? plain, marks: [] };
  if (!letters.has("y")) return { text: showWithoutYear(day, section), marks: [] };
  const iso = toIsoDay(day);
  const marks: CellMark[] = section.isOtherCalendar ? ["date", "other-calendar"] : ["date"];
  // Months of another calendar are none of the Gregorian one: the day that is stored is all that can be said.
  if (section.isOtherCalendar || letters.has("d"))
    return { text: time === null ? iso : `${iso}T${time}`, marks };
  return { text: letters.has("m") ? iso.slice(0, -3) : iso.slice(0, -6), marks };
}

function lettersOf({ tokens }: FormatSection): ReadonlySet<string> {
  return new Set(
    tokens.flatMap((token) =>
      token.is === "date" || token.is === "elapsed" ? [token.letters.slice(0, 1)] : [],
    ),
  );
}

/** Cut, not rounded, as clocks are read. */
function showTime(timeMs: number, letters: ReadonlySet<string>): string {
  const seconds = Math.floor(timeMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (letters.has("s")) parts.push(seconds % 60);
  return parts.map(twoDigits).join(":");
}

function showElapsed(serial: number, hasSeconds: boolean): string {
  const seconds = Math.floor(Math.round(Math.abs(serial) * DAY_MS) / 1000);
  const parts = [String(Math.floor(seconds / 3600)), twoDigits(Math.floor(seconds / 60) % 60)];
  if (hasSeconds) parts.push(twoDigits(seconds % 60));
  return `${serial < 0 ? "-" : ""}${parts.join(":")}`;
}

function showWithoutYear(dayNumber: number, { tokens }: FormatSection): string {
  const { month, day } = fromDayNumber(dayNumber);
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(((dayNumber + 4) % 7) + 7) % 7] ?? "";
  const name = MONTHS[month - 1] ?? "";
  return tokens
    .map((token) => {
      if (token.is === "literal") return token.text;
      if (token.is === "slash") return "/";
      if (token.is === "point") return ".";
      if (token.is === "comma") return ",";
      if (token.is !== "date") return "";
      const { letters } = token;
      const long = letters.length;
      if (letters.startsWith("m"))
        return long >= 4 ? name : long === 3 ? name.slice(0, 3) : long === 2 ? twoDigits(month) : `${month}`;
      if (letters.startsWith("d"))
        return long >= 4
          ? weekday
          : long === 3
            ? weekday.slice(0, 3)
            : long === 2
              ? twoDigits(day)
              : `${day}`;
      return "";
    })
    .join("")
    .trim();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
