/** The option `--on`. */
import { parseDateText } from "../core/index.ts";
import { usageError } from "./arguments.ts";

/** The first day of what was written, as days since 1970-01-01; null when nothing was. @throws InquestError "cli/usage". */
export function readDay(on: string | undefined): number | null {
  if (on === undefined) return null;
  const reading = parseDateText(on, { calendar: "by-year" });
  if (reading.kind === "span" && reading.span.earliest !== null) return reading.span.earliest;
  throw usageError(`--on takes a day; "${on}" is none.`);
}
