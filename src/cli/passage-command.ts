/** `inquest passages`: which words of a source statements rest on, and where they stand in another copy of it. */
import { basename } from "node:path";
import type { PassagesView } from "../case/index.ts";
import { localizeDigits, toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";
import { readUserFile } from "./write-commands.ts";

/** `inquest passages SOURCE [--in FILE] --case DIR [--json]`. Records nothing: a passage never moves by itself. */
export const passages: Command = (context) => {
  const { line } = context;
  const [source] = line.operands;
  if (source === undefined) throw usageError("passages needs the id or the key of a source.");
  const path = line.value("in");
  const copy = path === undefined ? null : { bytes: readUserFile(context, path), fileName: basename(path) };
  return withReader(context, findCase(context, undefined), async (reader) => {
    const view = await reader.passages(source, copy, line.language);
    if (line.has("json")) writeJson(context, view);
    else write(context, view);
    return 0;
  });
};

function write(
  { line, terminal, translate }: CommandContext,
  { source, passages: all, counts }: PassagesView,
): void {
  terminal.out(`${toVisibleText(source.title)}\n\n`);
  for (const { statement, refound } of all) {
    const { subject, propertyText, valueText, key, id, at, atText, quote, seen } = statement;
    const label = statement.standing === "reported" ? "" : toVisibleText(statement.standingText);
    const place = at.kind === "text" ? localizeDigits(`${at.start}–${at.end}`, line.language) : atText;
    const words = quote === "" ? translate("passage.seen", { words: seen ?? "" }) : `“${quote}”`;
    const what = [toVisibleText(subject.name), label, propertyText, toVisibleText(valueText)].filter(
      (part) => part !== "",
    );
    terminal.out(`  ${place} ${toVisibleText(words)}\n`);
    terminal.out(`      ${what.join(" · ")} (${key ?? id})\n`);
    if (refound === null) continue;
    const found = refound.atTexts.join(translate("passage.comma"));
    terminal.out(`      ${translate(`passage.${refound.how}`, { at: found })}\n`);
    if (refound.nearest !== null)
      terminal.out(`      ${translate("passage.nearest", { words: toVisibleText(refound.nearest) })}\n`);
  }
  if (all.length === 0) terminal.out(`  ${translate("passage.none")}\n`);
  if (counts !== null)
    terminal.out(
      `\n${translate("passage.counts", { ...counts, inPlace: counts["in-place"], byEye: counts["by-eye"], total: all.length })}\n`,
    );
}
