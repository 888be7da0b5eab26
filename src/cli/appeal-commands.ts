/** Commands about listed appeals and votes: recommendations of States with their answers, roll calls of a body. */
import { type AppealRollView, type CaseReader, toDay } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readDay } from "./day-option.ts";
import { dualTime, type TimeInTwo } from "./dual-time.ts";
import { withReader } from "./read-commands.ts";

const ROWS_SHOWN = 50;

type Facet = ReturnType<CaseReader["recommendations"]>["facets"]["answer"];
type AppealRollRow = AppealRollView["appeals"][number];
type Said = AppealRollRow["answers"][number];

/** `inquest recommendations --case DIR [--from STATE] [--answer CODE|missing] [--json]`. */
export const recommendations: Command = (context) => {
  const { line, terminal, translate } = context;
  return withReader(context, findCase(context, line.operands[0]), (reader) => {
    const limit = line.has("json") ? Number.MAX_SAFE_INTEGER : ROWS_SHOWN;
    const query = { from: line.value("from"), answer: line.value("answer"), offset: 0, limit };
    const view = reader.recommendations(query, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    terminal.out(`${translate("appeal.count", { matching: view.matching, total: view.total })}\n`);
    terminal.out(`${translate("appeal.answers", { counts: inWords(context, view.facets.answer) })}\n`);
    terminal.out(`${translate("appeal.sessions", { counts: inWords(context, view.facets.session) })}\n\n`);
    for (const { from, to, text, answer, session } of view.rows) {
      const said = answer ?? translate("appeal.missing");
      terminal.out(
        `  ${toVisibleText(from ?? "?")} → ${toVisibleText(to ?? "?")} (${session ?? "?"}): ${said}\n`,
      );
      terminal.out(`    ${toVisibleText(text)}\n`);
    }
    const left = view.matching - view.rows.length;
    if (left > 0) terminal.out(`  ${translate("appeal.more", { count: left })}\n`);
    return 0;
  });
};

/** `inquest appeals --case DIR [--on DATE] [--json]`: who was asked, who answered what, who is waited for. */
export const appeals: Command = (context) => {
  const { line, terminal, surroundings } = context;
  const today = toDay(surroundings.now());
  const on = readDay(line.value("on"), today) ?? today;
  return withReader(context, findCase(context, line.operands[0]), (reader) => {
    const view = reader.appealRoll(on, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    for (const appeal of view.appeals) terminal.out(`${inLines(context, appeal).join("\n    ")}\n\n`);
    writeListed(context, view.listed);
    return 0;
  });
};

/** Appeals of lists are told by their number; each has a command that lists them. */
function writeListed(
  context: CommandContext,
  { recommendations: count, answers, rollCalls: votes }: AppealRollView["listed"],
): void {
  const { terminal, translate } = context;
  if (count > 0)
    terminal.out(
      `${translate("appeal.listed.recommendations", { count, answers: inWords(context, answers) })}\n`,
    );
  if (votes > 0) terminal.out(`${translate("appeal.listed.roll-calls", { count: votes })}\n`);
}

/** An appeal with its name first: between whom, on what, who signed, who answered what, how long it waits. */
function inLines(context: CommandContext, appeal: AppealRollRow): string[] {
  const { translate } = context;
  const names = (all: readonly { readonly name: string }[]) =>
    all.map(({ name }) => toVisibleText(name)).join(translate("appeal.comma")) || "?";
  const sent = appeal.sent === null ? "" : ` · ${timeOf(context, appeal.sent)}`;
  const { daysWaiting, daysLeft } = appeal;
  const unplaced = [...appeal.answers, ...appeal.attributions, ...appeal.forms].filter(
    ({ id }) => !appeal.asked.some(({ answers }) => answers.some((each) => each.id === id)),
  );
  return [
    toVisibleText(appeal.name),
    `${names(appeal.senders)} → ${names(appeal.addressees)}${sent}`,
    ...(appeal.sequenceText === null ? [] : [`! ${toVisibleText(appeal.sequenceText)}`]),
    ...appeal.asks.map(({ valueText, key, id }) => `${toVisibleText(valueText)} (${key ?? id})`),
    ...[...appeal.legalBasis, ...appeal.received, ...appeal.due].map((each) => toLine(context, each)),
    ...appeal.texts.map(({ source, key, id }) =>
      translate("appeal.text", { source: toVisibleText(source.name), statement: key ?? id }),
    ),
    ...appeal.signatures.flatMap((signatures) => signaturesInLines(context, signatures)),
    ...appeal.asked.flatMap(({ addressee, stateText, answers }) => [
      `${toVisibleText(addressee.name)}: ${stateText}`,
      ...answers.map((each) => `  ${toLine(context, each)}`),
    ]),
    ...unplaced.map((each) => toLine(context, each)),
    ...appeal.duty.map((each) => toLine(context, each)),
    // Of those who are named each line says it.
    ...(daysWaiting === null || appeal.asked.length > 0
      ? []
      : [translate("appeal.waiting", { days: daysWaiting })]),
    ...(daysLeft === null
      ? []
      : [translate(daysLeft < 0 ? "appeal.overdue" : "appeal.left", { days: Math.abs(daysLeft) })]),
  ];
}

/** The declared numbers of one category beside the names; a difference is told and is no fault. */
function signaturesInLines(
  { translate }: CommandContext,
  { category, declared, named, contested }: AppealRollRow["signatures"][number],
): string[] {
  const who = category === null ? translate("appeal.all-signed") : toVisibleText(category.name);
  const counts = declared.map(({ text, statement }) => `${text} (${statement.key ?? statement.id})`);
  const lines = counts.length > 0 ? counts : [translate("appeal.named", { named: named.length })];
  return [
    ...lines.map((text) => translate("appeal.signed", { who, text })),
    ...contested.map(({ name }) => translate("appeal.contested", { name: toVisibleText(name) })),
  ];
}

function toLine(context: CommandContext, said: Said): string {
  const { propertyText, valueText, time, of, key, id, polarity } = said;
  const sign = polarity === "denies" ? "≠ " : "";
  const whose = of === null ? "" : ` [${toVisibleText(of.name)}]`;
  const words = valueText === "" ? "" : `: ${toVisibleText(valueText)}`;
  const when = time === null ? "" : ` · ${timeOf(context, time)}`;
  return `${sign}${propertyText}${whose}${words}${when} (${key ?? id})`;
}

function timeOf({ line }: CommandContext, time: TimeInTwo): string {
  return dualTime(time, line.language);
}

/** `inquest roll-calls [ID|RESOLUTION] --case DIR [--json]`. */
export const rollCalls: Command = (context) => {
  const { line, terminal, translate } = context;
  const [id] = line.operands;
  return withReader(context, findCase(context, undefined), (reader) => {
    if (id !== undefined) return writeRollCall(context, reader, id);
    const view = reader.rollCalls(line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    for (const each of view.rollCalls) {
      const day = each.time === null ? "?" : timeOf(context, each.time);
      terminal.out(`${each.resolution ?? each.id}  ${day}  ${inWords(context, each.counts)}\n`);
      terminal.out(`  ${toVisibleText(each.title ?? "")}\n`);
    }
    terminal.out(
      `${translate("appeal.roll-calls", { count: view.rollCalls.length, stray: view.strayVotes })}\n`,
    );
    return 0;
  });
};

function writeRollCall(context: CommandContext, reader: CaseReader, id: string): number {
  const { line, terminal, translate } = context;
  const view = reader.rollCall(id, line.language);
  if (line.has("json")) {
    writeJson(context, view);
    return 0;
  }
  terminal.out(`${view.resolution ?? view.id}: ${toVisibleText(view.title ?? "")}\n`);
  terminal.out(
    `${view.body === null ? "" : `${toVisibleText(view.body)}, `}${view.time === null ? "?" : timeOf(context, view.time)}\n`,
  );
  terminal.out(`${inWords(context, view.counts)}\n\n`);
  for (const { state, vote } of view.votes)
    terminal.out(`  ${toVisibleText(state ?? "?")}: ${vote ?? translate("appeal.missing")}\n`);
  for (const state of view.twice)
    terminal.out(`  ! ${translate("appeal.twice", { state: toVisibleText(state) })}\n`);
  return 0;
}

function inWords({ translate }: CommandContext, counts: Facet): string {
  return counts
    .map(({ value, count }) =>
      translate("appeal.facet", { value: value ?? translate("appeal.missing"), count }),
    )
    .join(translate("appeal.comma"));
}
