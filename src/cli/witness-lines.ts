/** Showing what witnesses signed, and the keys of witnesses that the user gives. */
import { type Cosignature, readWitnessKeys, type WitnessKey } from "../case/index.ts";
import type { CommandContext } from "./context.ts";
import { showOnOneLine } from "./terminal.ts";

/** The keys given with --witness. */
export function witnessesOf({ line }: CommandContext): WitnessKey[] {
  return readWitnessKeys(line.values("witness"));
}

/** One cosignature as a line, with its newline. */
export function cosignatureLine(
  { name, keyId, atSeconds, standing }: Cosignature,
  translate: CommandContext["translate"],
): string {
  const at = atSeconds === null ? translate("witness.no-time") : toUtc(atSeconds);
  return `${translate(`witness.${standing}`, { name: showOnOneLine(name), keyId, at })}\n`;
}

/** UTC to the second; seconds beyond what a calendar names stand as they are. */
function toUtc(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace(".000Z", "Z");
}
