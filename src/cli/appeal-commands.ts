/** Commands about listed appeals and votes: recommendations of States with their answers, roll calls of a body. */
import { type AppealRollView, type CaseReader, toDay } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readDay } from "./day-option.ts";
import { withReader } from "./read-commands.ts";

const ROWS_SHOWN = 50;

type Facet = ReturnType<CaseReader["recommendations"]>["facets"]["answer"];
type AppealRollRow = AppealRollView["appeals"][number];

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
    return 0;
  });
};

/** An appeal with its name first: between whom, what it asks for, what was answered, how long it waits. */
function inLines({ translate }: CommandContext, appeal: AppealRollRow): string[] {
  const names = (all: readonly { readonly name: string }[]) =>
    all.map(({ name }) => toVisibleText(name)).join(translate("appeal.comma")) || "?";
  const sent = appeal.sent === null ? "" : ` · ${appeal.sent.gregorian} (${appeal.sent.solarHijri})`;
  const said = [...appeal.answers, ...appeal.attributions, ...appeal.duty];
  const { daysWaiting, daysLeft } = appeal;
  return [
    toVisibleText(appeal.name),
    `${names(appeal.senders)} → ${names(appeal.addressees)}${sent}`,
    ...appeal.asks.map(({ valueText, key, id }) => `${toVisibleText(valueText)} (${key ?? id})`),
    ...said.map(
      ({ propertyText, valueText, key, id }) => `${propertyText}: ${toVisibleText(valueText)} (${key ?? id})`,
    ),
    ...appeal.declared.map(({ propertyText, valueText }) =>
      translate("appeal.signed", { what: `${propertyText} ${valueText}`, named: appeal.named.length }),
    ),
    ...(daysWaiting === null ? [] : [translate("appeal.waiting", { days: daysWaiting })]),
    ...(daysLeft === null
      ? []
      : [translate(daysLeft < 0 ? "appeal.overdue" : "appeal.left", { days: Math.abs(daysLeft) })]),
  ];
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
      const day = line.language === "fa" ? each.time?.solarHijri : each.time?.gregorian;
      terminal.out(`${each.resolution ?? each.id}  ${day ?? "?"}  ${inWords(context, each.counts)}\n`);
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
    `${view.body === null ? "" : `${toVisibleText(view.body)}, `}${view.time?.gregorian ?? "?"} (${view.time?.solarHijri ?? "?"})\n`,
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
