/** When a statement says that something was so: its time as a span, and what it claims of it. */
import { z } from "zod";
import { CALENDARS, parseDateText, parseEdtf, type TimeClaim, type TimeSpan } from "../core/index.ts";

/** A time as the source writes it, kept beside its EDTF. */
export const TimeAsWritten = z.strictObject({
  text: z.string().min(1),
  calendar: z.enum(CALENDARS),
  /** Of day and month where both are numbers and either could be either. */
  order: z.enum(["dmy", "mdy"]).optional(),
});
export type TimeAsWritten = z.infer<typeof TimeAsWritten>;

interface DatedStatement {
  readonly time?: string | undefined;
  readonly timeAsWritten?: TimeAsWritten | undefined;
  readonly bound?: "precise" | "imprecise" | undefined;
  readonly starts?: true | undefined;
  readonly ends?: true | undefined;
}

/**
 * The time of a statement; null where it has none. What was written in words is read again, so that it is shown in its
 * own calendar as fine as it was written; its EDTF decides where the two differ.
 */
export function timeOf({ time, timeAsWritten }: DatedStatement): TimeSpan | null {
  if (time === undefined) return null;
  if (timeAsWritten === undefined) return parseEdtf(time);
  const { text, calendar, order } = timeAsWritten;
  const reading = parseDateText(text, { calendar, order });
  if (reading.kind === "span" && reading.span.edtf === time) return reading.span;
  return { ...parseEdtf(time), raw: text };
}

/** What a statement claims of its time; null where it has none. A bound that is not given is imprecise. */
export function claimOf(statement: DatedStatement): TimeClaim | null {
  const span = timeOf(statement);
  if (span === null) return null;
  const { bound = "imprecise", starts = false, ends = false } = statement;
  return { span, bound, starts, ends };
}
