/** Moments of a recording as people write them. */
import { type EntryLocator, entryError } from "./errors.ts";

/** Normal play time (RFC 2326, 3.6): seconds, `mm:ss` or `h:mm:ss`, each with a fraction. */
const MOMENT = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d{1,3})?)$/u;

/**
 * Seconds from the start of a recording, to the millisecond.
 *
 * @throws InquestError "statements/passage-range" for what is no moment, such as 1:75.
 */
export function parseMoment(moment: number | string, at: EntryLocator): number {
  const [, hours, minutes, seconds] = MOMENT.exec(String(moment).trim()) ?? [];
  const isClock = (part: string | undefined, above: string | undefined) =>
    above === undefined || Number(part) < 60;
  if (seconds === undefined || !isClock(seconds, minutes) || !isClock(minutes, hours))
    throw entryError(
      "statements/passage-range",
      at,
      `"${moment}" is no moment of a recording. Write seconds (75.5), minutes and seconds (1:15.5) or hours too (1:01:15).`,
    );
  return Math.round((Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1000) / 1000;
}

/** `h:mm:ss.mmm`, without what is zero in front of the minutes and behind the seconds. */
export function formatMoment(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  const rest = Math.round((seconds - whole) * 1000);
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0").replace(/0+$/u, "")}`;
  return `${h === 0 ? m : `${h}:${two(m)}`}:${two(s)}${fraction}`;
}
