/** The time of a statement as a person writes it: in EDTF, or in the words of the source. */
import { z } from "zod";
import { CALENDARS, type DateReading, isReversedEdtf, parseDateText, parseEdtf } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import type { TimeAsWritten } from "./statement-time.ts";

export const DraftTime = z.union(
  [
    z.string(),
    z.strictObject({
      /** As the source writes it: "مرداد ۱۳۶۷", "16 Dhu al-Hijja 1408". */
      text: z.string().min(1),
      /** Needed where the text does not say it, by a month's name or words such as "ه‍.ق" or SH. */
      calendar: z.enum(CALENDARS).optional(),
      order: z.enum(["dmy", "mdy"]).optional(),
    }),
  ],
  "must be EDTF, a bare year in quotation marks, or {text, calendar, order}: the words of the source and, where they do not say it, the calendar and the order of day and month",
);
type DraftTime = z.infer<typeof DraftTime>;

interface StatedTime {
  readonly time?: string;
  readonly timeAsWritten?: TimeAsWritten;
}

/**
 * The members that a statement keeps of its time; none where it has none.
 *
 * @throws InquestError "statements/broken-date" for a text that is no time, or one with two readings: of calendar, or
 *   of day and month.
 */
export function readDraftTime(time: DraftTime | undefined, at: EntryLocator): StatedTime {
  if (time === undefined) return {};
  if (typeof time === "string") {
    requireEdtf(time, at);
    return { time };
  }
  const { text, calendar, order } = time;
  const read = (as: "dmy" | "mdy" | undefined) =>
    parseDateText(text, { calendar: calendar ?? "as-stated", order: as });
  const reading = read(order);
  if (reading.kind === "ambiguous") {
    throw broken(
      at,
      `"${text}" may be of the Solar or of the Lunar Hijri calendar. Write calendar: solar-hijri or calendar: lunar-hijri beside it.`,
    );
  }
  if (reading.kind !== "span") {
    throw broken(
      at,
      `"${text}" cannot be read as a time${calendar === undefined ? "" : ` of the ${calendar} calendar`}. Write day, month and year as the source does, such as "15 مرداد 1367", or give the time in EDTF.`,
    );
  }
  const { span } = reading;
  if (calendar !== undefined && span.calendar !== calendar) {
    throw broken(
      at,
      `"${text}" is of the ${span.calendar} calendar by its own words, and its calendar is given as ${calendar}. Correct one of them.`,
    );
  }
  if (order === undefined && isDifferent(read("dmy"), read("mdy"))) {
    throw broken(
      at,
      `"${text}" has two readings: day first or month first. Write order: dmy or order: mdy beside it.`,
    );
  }
  return {
    time: span.edtf,
    timeAsWritten: { text, calendar: span.calendar, ...(order === undefined ? {} : { order }) },
  };
}

function isDifferent(left: DateReading, right: DateReading): boolean {
  return left.kind === "span" && right.kind === "span" && left.span.edtf !== right.span.edtf;
}

function requireEdtf(time: string, at: EntryLocator): void {
  try {
    parseEdtf(time);
  } catch (cause) {
    throw entryError(
      "statements/broken-date",
      at,
      isReversedEdtf(time)
        ? `"${time}" ends before it starts. Write the earlier time first.`
        : `"${time}" is not an EDTF time. Write 1988, 1988-07, 1988-22 (summer), ../2017 or 1988-07/1988-12, or the words of the source as time: {text: …, calendar: …}.`,
      { cause },
    );
  }
}

function broken(at: EntryLocator, problem: string) {
  return entryError("statements/broken-date", at, problem);
}
