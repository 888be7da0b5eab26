/** `inquest passages`: which words of a source statements rest on, and where they stand in another text of it. */
import { basename } from "node:path";
import type { PassagesView } from "../case/index.ts";
import { InquestError, localizeDigits, toVisibleText } from "../core/index.ts";
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
  const text = path === undefined ? null : readText(context, path);
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.passages(source, text, line.language);
    if (line.has("json")) writeJson(context, view);
    else write(context, view);
    return 0;
  });
};

function readText(context: CommandContext, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readUserFile(context, path));
  } catch (cause) {
    if (cause instanceof InquestError) throw cause;
    throw new InquestError({
      code: "case/not-utf8",
      reaction: "input",
      message: `${basename(path)} is not UTF-8 text. Save it as UTF-8.`,
      cause,
      evidence: { file: path },
    });
  }
}

function write(
  { line, terminal, translate }: CommandContext,
  { source, passages: all, counts }: PassagesView,
): void {
  const span = (place: { readonly start: number; readonly end: number }) =>
    localizeDigits(`${place.start}–${place.end}`, line.language);
  terminal.out(`${toVisibleText(source.title)}\n\n`);
  for (const { statement, selectors, refound } of all) {
    const { subject, propertyText, valueText, key, id, standing, standingText } = statement;
    const label = standing === "reported" ? "" : toVisibleText(standingText);
    const what = [toVisibleText(subject.name), label, propertyText, toVisibleText(valueText)].filter(
      (part) => part !== "",
    );
    terminal.out(`  ${span(selectors.position)} “${toVisibleText(selectors.quote.exact)}”\n`);
    terminal.out(`      ${what.join(" · ")} (${key ?? id})\n`);
    if (refound === null) continue;
    const at = refound.at.map(span).join(translate("passage.comma"));
    terminal.out(`      ${translate(`passage.${refound.how}`, { at })}\n`);
    if (refound.nearest !== null)
      terminal.out(`      ${translate("passage.nearest", { words: toVisibleText(refound.nearest) })}\n`);
  }
  if (all.length === 0) terminal.out(`  ${translate("passage.none")}\n`);
  if (counts !== null)
    terminal.out(
      `\n${translate("passage.counts", { ...counts, inPlace: counts["in-place"], total: all.length })}\n`,
    );
}
