/** What is known of when something happened: a span of days, and the words it was read from. */
import type { Calendar, DayNumber } from "./calendar.ts";

/**
 * How fine the writing is, in its own calendar: `1367/5` of the Solar Hijri calendar is a month although its
 * EDTF form is an interval of Gregorian days. `unknown` says that the writing names no day at all.
 */
export type TimePrecision =
  | "day"
  | "month"
  | "season"
  | "year"
  | "decade"
  | "century"
  | "interval"
  | "unknown";

/**
 * A span of days: the thing happened on some day from `earliest` to `latest`, both included. Of a thing that
 * lasted, such as an office, each end of an interval is itself a span (`1988/1990` begins on some day of 1988).
 */
export interface TimeSpan {
  /** Normalised EDTF (Library of Congress, 2019, levels 0–2), always Gregorian. */
  readonly edtf: string;
  /** As it was written. */
  readonly raw: string;
  /** The calendar it was written in. */
  readonly calendar: Calendar;
  /** First day it can be; null when the start is open or unknown. */
  readonly earliest: DayNumber | null;
  /** Last day it can be; null when the end is open or unknown. */
  readonly latest: DayNumber | null;
  readonly precision: TimePrecision;
  /** The writer says "about" (EDTF ~ or %). */
  readonly approximate: boolean;
  /** The writer doubts it (EDTF ? or %). */
  readonly uncertain: boolean;
}
