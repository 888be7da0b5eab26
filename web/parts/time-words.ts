/** A time of a view in the words of the reader, where those are not the words that came with it. */
import { formatSpan, parseEdtf, type TimeSpan } from "../../src/core/pure.ts";
import type { TimeView } from "../../src/server/client.ts";
import type { PageWords } from "../page-words.ts";
import { CALENDARS, type Calendar } from "./days.ts";

/** Written anew in a language that the program behind the page does not write, else as it came; never finer than known. */
export function timeWords(
  time: TimeView,
  calendar: Calendar,
  { writing, served, rewritten }: Pick<PageWords, "writing" | "served" | "rewritten">,
): string {
  const span = writing.language === served.language ? null : spanOf(time);
  return span === null
    ? rewritten(time[calendar])
    : formatSpan(span, { ...writing, calendar: CALENDARS[calendar] });
}

/** The span that a view was made of; null for one whose EDTF cannot be read. */
export function spanOf(time: Omit<TimeView, Calendar>): TimeSpan | null {
  const { edtf, calendar, precision, earliest, latest } = time;
  try {
    return { ...parseEdtf(edtf), calendar, precision, earliest, latest };
  } catch {
    return null;
  }
}
