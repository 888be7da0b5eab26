/** Commands about offices: who held one, what a person held, who stood above a unit. */
import { type CaseReader, decideContinuity } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { asWritten } from "./as-written.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { dualTime } from "./dual-time.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

type Held = ReturnType<CaseReader["postings"]>["postings"][number];
type Holder = ReturnType<CaseReader["whoHeld"]>["holders"][number];
type Unit = ReturnType<CaseReader["chainOfCommand"]>["chain"];
type Evidence = Unit["statements"];
type TimeShown = ReturnType<CaseReader["whoHeld"]>["on"];

/** `inquest who-held OFFICE --case DIR --on DATE [--place P]`. */
export const whoHeld: Command = (context) => {
  const { line, terminal, translate } = context;
  const [office, on] = [line.operands.join(" "), line.value("on")];
  if (office === "" || on === undefined) throw usageError("who-held needs an office and --on DATE.");
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.whoHeld({ office, on, place: line.value("place") }, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    const asked = { office: shown(view.office.name), time: dual(context, view.on) };
    terminal.out(`${translate("office.asked", asked)}\n\n`);
    writeAbout(context, view.about, "  ");
    for (const holder of view.holders) writeHolder(context, holder, "");
    if (view.severalText !== null) terminal.out(`  ! ${shown(view.severalText)}\n`);
    if (view.holders.length === 0) terminal.out(`  ${translate("office.nobody")}\n`);
    for (const gap of view.gaps) terminal.out(`  · ${gap.text}\n`);
    terminal.out(`\n${translate("office.no-part")}\n`);
    return 0;
  });
};

/** `inquest postings PERSON --case DIR`, or with a decision: `--office O --unbroken|--broken --why "…"`. */
export const postings: Command = async (context) => {
  const { line, terminal, translate } = context;
  const person = line.operands.join(" ");
  if (person === "") throw usageError("postings needs a person.");
  const dir = findCase(context, undefined);
  if (line.has("unbroken") || line.has("broken")) return decide(context, dir, person);
  return withReader(context, dir, (reader) => {
    const view = reader.postings(person, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    terminal.out(`${shown(view.person.name)}\n\n`);
    for (const posting of view.postings) writePosting(context, posting);
    if (view.postings.length === 0) terminal.out(`  ${translate("office.no-postings")}\n`);
    terminal.out(`\n${translate("office.no-part")}\n`);
    return 0;
  });
};

/** `inquest chain-of-command UNIT --case DIR --on DATE`. */
export const chainOfCommand: Command = (context) => {
  const { line, terminal, translate } = context;
  const [unit, on] = [line.operands.join(" "), line.value("on")];
  if (unit === "" || on === undefined) throw usageError("chain-of-command needs a unit and --on DATE.");
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.chainOfCommand({ unit, on }, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    terminal.out(`${dual(context, view.on)}\n\n`);
    writeUnit(context, view.chain, 0);
    terminal.out(`\n${translate("office.no-part")}\n`);
    return 0;
  });
};

async function decide(context: CommandContext, dir: string, person: string): Promise<number> {
  const { line, terminal, translate } = context;
  const [office, reason] = [line.value("office"), line.value("why")];
  if (office === undefined || reason === undefined || (line.has("unbroken") && line.has("broken")))
    throw usageError('A decision needs --office O, one of --unbroken and --broken, and --why "…".');
  return withCase(context, dir, async (opened) => {
    const decision = { person, office, isContiguous: line.has("unbroken"), reason };
    const decided = await decideContinuity(opened, decision);
    terminal.out(`${translate("office.decided", decided)}\n`);
    return 0;
  });
}

function writeHolder(context: CommandContext, holder: Holder, indent: string): void {
  const { terminal, translate } = context;
  const mark = { certain: "■", assumed: "▨", possible: "◇", no: "–" }[holder.holding];
  const sure = translate(holder.holding === "no" ? "office.nobody" : `office.${holder.holding}`);
  terminal.out(`${indent}  ${mark} ${shown(holder.person.name)} · ${sure}\n`);
  writeDates(context, holder, `${indent}    `);
  writeEvidence(context, holder.statements, `${indent}    `);
}

function writePosting(context: CommandContext, posting: Held): void {
  const { terminal } = context;
  terminal.out(`  ${shown(posting.office.name)}\n`);
  writeDates(context, posting, "    ");
  for (const gap of posting.gaps) terminal.out(`    · ${gap.text}\n`);
  writeEvidence(context, posting.statements, "    ");
}

function writeDates(context: CommandContext, held: Omit<Held, "gaps">, indent: string): void {
  const { terminal, translate } = context;
  const tell = (key: "took" | "left" | "first" | "last", times: readonly (TimeShown | null)[]) => {
    for (const time of times)
      if (time !== null)
        terminal.out(`${indent}${translate(`office.${key}`, { time: dual(context, time) })}\n`);
  };
  tell("took", held.tookOffice);
  tell("first", [held.firstCited]);
  if (held.lastCited?.edtf !== held.firstCited?.edtf) tell("last", [held.lastCited]);
  tell("left", held.leftOffice);
  for (const { valueText, time, key, id, polarity } of held.ranks) {
    const sign = polarity === "denies" ? "≠ " : "";
    const when = time === null ? "" : `, ${dual(context, time)}`;
    const rank = { rank: shown(valueText), when, statement: key ?? id };
    terminal.out(`${indent}${sign}${translate("office.rank", rank)}\n`);
  }
  terminal.out(`${indent}${translate("office.voices", { ...held.support })}\n`);
  if (held.sequenceText !== null) terminal.out(`${indent}! ${shown(held.sequenceText)}\n`);
  if (held.continuity !== "stated") terminal.out(`${indent}${shown(held.continuityText)}\n`);
}

/** What is said of the existence of an office or unit and of what it was responsible for. */
function writeAbout(context: CommandContext, about: Evidence, indent: string): void {
  for (const { propertyText, valueText, time, key, id, polarity } of about) {
    const sign = polarity === "denies" ? "≠ " : "";
    const words = valueText === "" ? "" : `: ${shown(valueText)}`;
    const when = time === null ? "" : ` · ${dual(context, time)}`;
    context.terminal.out(`${indent}${sign}${propertyText}${words}${when} (${key ?? id})\n`);
  }
}

function writeEvidence(context: CommandContext, statements: Evidence, indent: string): void {
  const { terminal, translate } = context;
  for (const said of statements) {
    const { key, id, quote, source, speaker, polarity } = said;
    const sign = polarity === "denies" ? "≠ " : "";
    const by = { speaker: shown(speaker.name), source: shown(source.name), statement: key ?? id };
    terminal.out(
      `${indent}${sign}“${shown(quote)}”\n${indent}  ${translate("office.by", by)}${asWritten(context, said)}\n`,
    );
  }
}

/** Superiors stand above, so the page reads from the unit upwards, one step further in for each. */
function writeUnit(context: CommandContext, unit: Unit, depth: number): void {
  const { terminal, translate } = context;
  const indent = "    ".repeat(depth);
  const strength = unit.strength === null ? "" : ` · ${translate(`office.relation.${unit.strength}`)}`;
  terminal.out(`${indent}${depth === 0 ? "" : "↑ "}${shown(unit.unit.name)}${strength}\n`);
  writeAbout(context, unit.about, `${indent}    `);
  writeEvidence(context, unit.statements, `${indent}    `);
  if (unit.isCircular) {
    terminal.out(`${indent}  ✗ ${translate("office.circular")}\n`);
    return;
  }
  for (const { office, holders } of unit.offices) {
    if (office.id !== unit.unit.id) terminal.out(`${indent}  ${shown(office.name)}\n`);
    for (const holder of holders) writeHolder(context, holder, `${indent}  `);
    if (holders.length === 0) terminal.out(`${indent}    · ${translate("office.nobody")}\n`);
  }
  for (const above of unit.above) writeUnit(context, above, depth + 1);
  if (unit.above.length === 0) terminal.out(`${indent}  · ${translate("office.no-superior")}\n`);
}

function dual({ line }: CommandContext, time: TimeShown): string {
  return dualTime(time, line.language);
}

function shown(text: string): string {
  return toVisibleText(text);
}
