/** `inquest inspect`: what files from strangers hold, before or without sealing them. */
import { basename, resolve } from "node:path";
import { toInspectionLines } from "../case/index.ts";
import { InquestError, toVisibleText } from "../core/index.ts";
import { createInspector, type FileReport, toKindLabel, toRemarkText } from "../intake/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { readInspectLimits } from "./inspect-limits.ts";

const MEMBERS_SHOWN = 50;

/** `inquest inspect FILE … [--limit NAME=NUMBER] [--json]`. */
export const inspect: Command = async (context) => {
  const { line, cwd } = context;
  if (line.operands.length === 0) throw usageError("inspect needs one or more files.");
  const limits = readInspectLimits(line);
  const inspector = createInspector(limits === undefined ? {} : { limits });
  try {
    const reports: FileReport[] = [];
    for (const path of line.operands) {
      const file = resolve(cwd, path);
      const report = await inspector.inspect({ file }, { name: basename(file) }).catch((cause: unknown) => {
        throw unreadable(file, cause);
      });
      if (line.has("json")) reports.push(report);
      else writeReport(context, report);
    }
    if (line.has("json")) writeJson(context, reports);
  } finally {
    inspector.close();
  }
  return 0;
};

/** What was noticed about a file that was just sealed, one remark a line. */
export function tellInspection(
  { line, terminal }: CommandContext,
  source: Parameters<typeof toInspectionLines>[0],
): void {
  for (const remark of toInspectionLines(source, line.language)) terminal.out(`  ! ${remark}\n`);
}

function writeReport({ line, terminal, translate }: CommandContext, report: FileReport): void {
  const { refusedExpansion, refusedDerivative, warnings, members = [] } = report;
  const others = report.alsoKinds.map((kind) => ` + ${toKindLabel(kind)}`).join("");
  terminal.out(
    `${toVisibleText(report.name)}: ${toKindLabel(report.kind)}${others}, ${translate("inspect.size", { bytes: report.sizeBytes })}\n`,
  );
  if (refusedExpansion !== undefined)
    terminal.out(
      `  ✗ ${translate("inspect.no-expansion")} ${toRemarkText(refusedExpansion, line.language)}\n`,
    );
  if (refusedDerivative !== undefined)
    terminal.out(
      `  ✗ ${translate("inspect.no-derivative")} ${toRemarkText(refusedDerivative, line.language)}\n`,
    );
  for (const warning of warnings) terminal.out(`  ! ${toRemarkText(warning, line.language)}\n`);
  for (const { name, sizeBytes, kind } of members.slice(0, MEMBERS_SHOWN)) {
    const label = kind === null ? "" : `${toKindLabel(kind)}, `;
    terminal.out(`    ${toVisibleText(name)} (${label}${translate("inspect.size", { bytes: sizeBytes })})\n`);
  }
  if (members.length > MEMBERS_SHOWN)
    terminal.out(`    ${translate("inspect.more", { count: members.length - MEMBERS_SHOWN })}\n`);
}

function unreadable(file: string, cause: unknown): InquestError {
  return new InquestError({
    code: "cli/file-missing",
    reaction: "input",
    message: `${file} cannot be read. Check the path and the rights to the file.`,
    cause,
    evidence: { path: file },
  });
}
