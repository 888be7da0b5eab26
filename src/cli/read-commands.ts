/** Commands that ask: answer, trace, verify, rebuild. */
import {
  type CaseReader,
  openCase,
  readCase,
  rebuildCase,
  type TraceView,
  verifyCase,
} from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { writeAnswerTable } from "./answer-table.ts";
import { readJobs, usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { showOnOneLine } from "./terminal.ts";
import { findPackage, verifyPackage } from "./verify-package.ts";

const VERIFICATION_FAILED = 4;

/** Opens a case for reading, gives it to an action, and closes it. */
export async function withReader<T>(
  context: CommandContext,
  dir: string,
  action: (reader: CaseReader) => Promise<T> | T,
): Promise<T> {
  const { surroundings, progress } = context;
  const opened = await openCase({ dir, mode: "read", surroundings, progress });
  try {
    return await action(await readCase(opened));
  } finally {
    await opened.close();
  }
}

export const answer: Command = async (context) => {
  const [word] = context.line.operands;
  const dir = findCase(context, word);
  return withReader(context, dir, (reader) => {
    if (context.line.has("json")) writeJson(context, reader.plainAnswers(context.line.language));
    else writeAnswers(context, reader, Number.POSITIVE_INFINITY);
    return 0;
  });
};

/** The readable table of one case. */
export function writeAnswers(context: CommandContext, reader: CaseReader, most: number): void {
  const { language } = context.line;
  const { title, fictional } = reader.plainAnswers(language);
  const { terminal, translate } = context;
  const table = writeAnswerTable(
    { title, fictional, answers: reader.answers(language) },
    {
      translate,
      columns: terminal.columns,
      calendar: language === "fa" ? "solar-hijri" : "gregorian",
      most,
      caseName: reader.id,
    },
  );
  terminal.out(table);
}

export const trace: Command = async (context) => {
  const { operands, language } = context.line;
  const [first, second] = operands;
  const isFirstCase = second !== undefined || namesCase(context, first);
  const id = isFirstCase ? second : first;
  if (id === undefined)
    throw usageError("trace needs the id of a figure, person, site, posting or statement.");
  const dir = findCase(context, isFirstCase ? first : undefined);
  return withReader(context, dir, async (reader) => {
    const view = await reader.trace(id, language);
    if (context.line.has("json")) writeJson(context, view);
    else writeTrace(context, view);
    return view.verified ? 0 : VERIFICATION_FAILED;
  });
};

function writeTrace({ terminal, translate }: CommandContext, view: TraceView): void {
  for (const link of view.chain) {
    const mark = link.ok ? "✓" : "✗";
    terminal.out(`${mark} ${translate(`trace.${link.kind}`).padEnd(12)} ${link.text ?? link.id}\n`);
    for (const detail of [link.sha256, link.root])
      if (detail !== undefined) terminal.out(`${" ".repeat(15)}${detail}\n`);
  }
  const hasSource = view.chain.some((link) => link.kind === "blob");
  const held = view.originalHeld ? "trace.original-held" : "trace.original-not-held";
  terminal.out(`\n${translate(hasSource ? held : "trace.no-source")}\n`);
  terminal.out(`${translate(view.verified ? "trace.verified" : "trace.not-verified")}\n`);
}

export const verify: Command = async (context) => {
  const { terminal, translate } = context;
  const [named] = context.line.operands;
  const bag = context.line.value("case") === undefined ? findPackage(context, named) : null;
  if (bag !== null) return verifyPackage(context, bag);
  const dir = findCase(context, named);
  const report = await verifyCase(dir, context.progress, context.surroundings, {
    jobs: readJobs(context.line),
  });
  if (context.line.has("json")) writeJson(context, report);
  else if (report.ok) {
    const { case: name, acts, blobs, root } = report;
    terminal.out(`${translate("verify.ok", { case: name, acts, blobs, root })}\n`);
    if (report.notes.some(({ code }) => code === "ledger/closed"))
      terminal.out(`${translate("verify.closed")}\n`);
    for (const { actor, verifierKey } of report.keys) {
      terminal.out(`${translate("verify.key", { actor, key: verifierKey })}\n`);
    }
  } else {
    terminal.out(`${translate("verify.failed", { case: report.case, count: report.problems.length })}\n`);
    for (const problem of report.problems) {
      terminal.out(`\n✗ ${problem.path}: ${problem.text} (${problem.code})\n`);
      if (problem.expected !== null)
        terminal.out(`    ${translate("verify.expected", { expected: problem.expected })}\n`);
      if (problem.actual !== null)
        terminal.out(`    ${translate("verify.actual", { actual: problem.actual })}\n`);
      for (const what of problem.neededBy ?? [])
        terminal.out(`    ${translate("verify.needed-by", { what: showOnOneLine(what) })}\n`);
    }
  }
  return report.ok ? 0 : VERIFICATION_FAILED;
};

export const rebuild: Command = async (context) => {
  const { surroundings, progress, terminal, translate } = context;
  const dir = findCase(context, context.line.operands[0]);
  const report = await verifyCase(dir, progress, surroundings);
  const [problem] = report.problems;
  if (problem !== undefined) {
    throw new InquestError({
      code: "cli/rebuild-unsound",
      reaction: "verification",
      message: `${problem.path}: ${problem.text} Nothing was rebuilt from evidence that changed; inquest verify lists everything that did.`,
      evidence: { problems: report.problems.length },
    });
  }
  const opened = await openCase({ dir, mode: "write", surroundings, progress });
  try {
    const reader = await rebuildCase(opened);
    const { acts } = reader.summary(context.line.language).counts;
    if (context.line.has("json")) writeJson(context, reader.plainAnswers(context.line.language));
    else terminal.out(`${translate("rebuild.done", { case: reader.id, acts })}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};
