/** The option `--on`. */
import { parseDateText } from "../core/index.ts";
import { usageError } from "./arguments.ts";

/**
 * The first day of what was written, as days since 1970-01-01; null when nothing was.
 *
 * @param today - the same count: a bare Hijri year that by the sun begins later may be a lunar one, and is not guessed at.
 * @throws InquestError "cli/usage".
 */
export function readDay(on: string | undefined, today: number): number | null {
  if (on === undefined) return null;
  const reading = parseDateText(on, { calendar: "by-year", today });
  if (reading.kind === "span" && reading.span.earliest !== null) return reading.span.earliest;
  if (reading.kind === "ambiguous")
    throw usageError(
      `--on "${on}" may be of the Solar or of the Lunar Hijri calendar. Write SH or AH (ش or ق) behind it.`,
    );
  throw usageError(`--on takes a day; "${on}" is none.`);
}
