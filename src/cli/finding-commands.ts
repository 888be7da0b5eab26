/** Commands about findings: recording them, listing them beside their support, and what an answer hangs on. */
import { basename } from "node:path";
import { type CaseReader, recordFindings } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";
import { readUserFile, withCase } from "./write-commands.ts";

type Shown = ReturnType<CaseReader["findings"]>["findings"][number];

/** `inquest findings --case DIR [--json]`, or `findings FILE.yaml --case DIR` to record them. */
export const findings: Command = (context) => {
  const { line, terminal, translate } = context;
  const [path] = line.operands;
  if (path !== undefined && !namesCase(context, path)) return record(context, path);
  return withReader(context, findCase(context, path), (reader) => {
    const view = reader.findings(line.language);
    if (line.has("json")) writeJson(context, view);
    else if (view.findings.length === 0) terminal.out(`${translate("finding.none")}\n`);
    else for (const finding of view.findings) writeFinding(context, finding);
    return 0;
  });
};

function record(context: CommandContext, path: string): Promise<number> {
  const text = new TextDecoder().decode(readUserFile(context, path));
  return withCase(context, findCase(context, undefined), async (opened) => {
    const recorded = await recordFindings(opened, text, basename(path));
    context.terminal.out(`${context.translate("finding.recorded", { count: recorded.length })}\n`);
    return 0;
  });
}

/** `inquest what-would-change FIGURE --case DIR [--json]`. */
export const whatWouldChange: Command = (context) => {
  const { line, terminal, translate } = context;
  const [id] = line.operands;
  if (id === undefined)
    throw usageError("what-would-change needs the id of a figure; inquest answer --json gives them.");
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.whatWouldChange(id, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    if (view.dependences.length === 0) terminal.out(`${translate("change.nothing")}\n`);
    for (const { without, statement, effect, after } of view.dependences) {
      const what =
        statement === null ? without : `${statement.key ?? without} “${toVisibleText(statement.quote)}”`;
      const then = translate(`change.${effect}`, { after: after ?? "" });
      terminal.out(`${translate("change.without", { what })}\n    ${then}\n`);
    }
    return 0;
  });
};

function writeFinding({ terminal, translate }: CommandContext, finding: Shown): void {
  const { id, text, standard, ceiling, standing, support, lost, limitations, reviewers, above, hangsOn } =
    finding;
  const words = (key: NonNullable<typeof ceiling>) => translate(`standard.${key}`);
  terminal.out(`${standing === "above" ? "✗" : "■"} ${id}: ${toVisibleText(text)}\n`);
  terminal.out(`    ${translate("finding.standard", { standard: words(standard) })}\n`);
  terminal.out(
    `    ${translate("finding.support", { ...support, ceiling: ceiling === null ? "–" : words(ceiling) })}\n`,
  );
  if (finding.isBelowCase) terminal.out(`    ! ${translate("finding.below-case")}\n`);
  if (standing === "above") terminal.out(`    ✗ ${translate("finding.above")}\n`);
  if (above !== null)
    terminal.out(
      `    ${translate("finding.answered", { by: toVisibleText(above.by), why: toVisibleText(above.why) })}\n`,
    );
  if (lost > 0) terminal.out(`    ! ${translate("finding.lost", { count: lost })}\n`);
  if (hangsOn.length > 0)
    terminal.out(
      `    ${translate("finding.hangs-on", { statements: hangsOn.map((each) => keyOf(finding, each)).join(", ") })}\n`,
    );
  for (const { key, id: statement, quote, standing: said, standingText } of finding.contradicts) {
    const label = said === "reported" ? "" : ` (${toVisibleText(standingText)})`;
    terminal.out(`    ≠ ${key ?? statement}${label} “${toVisibleText(quote)}”\n`);
  }
  terminal.out(`    ${translate("finding.limits", { text: toVisibleText(limitations) })}\n`);
  terminal.out(
    `    ${translate("finding.reviewers", { names: reviewers.map((name) => toVisibleText(name)).join(", ") })}\n\n`,
  );
}

/** With its label where it is an allegation. */
function keyOf(finding: Shown, id: string): string {
  const found = finding.supports.find((each) => each.id === id);
  const label =
    found === undefined || found.standing === "reported" ? "" : ` (${toVisibleText(found.standingText)})`;
  return `${found?.key ?? id}${label}`;
}
