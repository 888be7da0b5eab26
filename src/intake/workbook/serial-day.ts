/** Days and times as workbooks store them (ECMA-376-1, 18.17.4): days since an epoch, the time as a fraction of one. */
import { isDate, toDayNumber } from "../../core/index.ts";

/** 1900: serial 1 is 1900-01-01, as Excel for Windows counts; 1904: serial 0 is 1904-01-01. */
export type DateSystem = 1900 | 1904;

export interface StoredMoment {
  /** Days since 1970-01-01; null where the number is a time of no day. */
  readonly day: number | null;
  /** From midnight, in whole milliseconds. No time zone: a sheet has none. */
  readonly timeMs: number;
}

export const DAY_MS = 86_400_000;

/** 9999-12-31. */
const LAST_DAY = 2_932_896;

/**
 * The moment of a serial number; null for one that is none: below 0, after the year 9999, or the 29th of February 1900,
 * which the 1900 system counts and no calendar has. Serial 0 of that system is a time without a day.
 */
export function momentOfSerial(serial: number, system: DateSystem): StoredMoment | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  let whole = Math.floor(serial);
  let timeMs = Math.round((serial - whole) * DAY_MS);
  if (timeMs === DAY_MS) [whole, timeMs] = [whole + 1, 0];
  if (system === 1904) return within({ day: whole - 24_107, timeMs });
  if (whole === 0) return { day: null, timeMs };
  if (whole === 60) return null;
  return within({ day: whole - (whole < 60 ? 25_568 : 25_569), timeMs });
}

/**
 * The moment of a cell that is stored as ISO 8601 (ECMA-376-1, 18.18.11: `d`): a day, a day with its time, or a time alone.
 * A zone is refused, since none is shown.
 */
export function momentOfIso(text: string): StoredMoment | null {
  const { date, time } =
    /^(?<date>\d{4}-\d\d-\d\d)?(?:(?:^|T)(?<time>\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?$/u.exec(text)?.groups ??
    {};
  const timeMs = time === undefined ? 0 : msOfTime(time);
  if (timeMs >= DAY_MS || (date === undefined && time === undefined)) return null;
  if (date === undefined) return { day: null, timeMs };
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (!isDate({ year, month, day }, "gregorian")) return null;
  return within({ day: toDayNumber({ year, month, day }), timeMs });
}

function msOfTime(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return minutes > 59 || seconds >= 60 ? DAY_MS : Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

function within(moment: StoredMoment): StoredMoment | null {
  return moment.day !== null && moment.day > LAST_DAY ? null : moment;
}
