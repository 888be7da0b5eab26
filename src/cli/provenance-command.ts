/** `inquest provenance`: where the lists of a case come from, saying it, and taking it back. */
import {
  type ListProvenanceView,
  type NamedView,
  type SpokenOf,
  stateProvenance,
  withdrawProvenance,
} from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

const OPTIONS = [
  "draws-on",
  "referred-from",
  "covers",
  "scope",
  "could-not-record",
  "source",
  "why",
] as const;

/** `provenance LIST --draws-on OTHER … --why "…"`, `provenance withdraw LIST --why "…"`, `provenance` to read it. */
export const provenance: Command = (context) => {
  const { line, terminal, translate } = context;
  const [first, second] = line.operands;
  const isCase = namesCase(context, first) && line.value("case") === undefined;
  if (first === undefined || isCase) return showProvenance(context, first, null);
  if (first === "withdraw" && second !== undefined) {
    return withCase(context, findCase(context, undefined), async (opened) => {
      const list = await withdrawProvenance(opened, second, { why: line.value("why") });
      const standing = opened.state.provenances.of(list) !== undefined;
      terminal.out(`${translate(standing ? "provenance.earlier" : "provenance.withdrawn", { list })}\n`);
      return 0;
    });
  }
  if (OPTIONS.every((option) => line.values(option).length === 0))
    return showProvenance(context, undefined, first);
  const several = (option: "draws-on" | "referred-from" | "could-not-record") => {
    const given = line.values(option);
    return given.length === 0 ? undefined : [...given];
  };
  return withCase(context, findCase(context, undefined), async (opened) => {
    const list = await stateProvenance(opened, first, {
      drawsOn: several("draws-on"),
      referredFrom: several("referred-from"),
      covers: line.value("covers"),
      scope: line.value("scope"),
      couldNotRecord: several("could-not-record"),
      why: line.value("why"),
      source: line.value("source"),
    });
    terminal.out(`${translate("provenance.stated", { list })}\n`);
    return 0;
  });
};

/** Of every list, or of one. */
function showProvenance(
  context: CommandContext,
  caseName: string | undefined,
  only: string | null,
): Promise<number> {
  const { line, terminal, translate } = context;
  return withReader(context, findCase(context, caseName), (reader) => {
    const view = reader.provenance(line.language);
    const isWanted = ({ id, name }: NamedView) =>
      only === null || [id, id.slice("list:".length), name].includes(only);
    const lists = view.lists.filter(({ list }) => isWanted(list));
    const unstated = view.unstated.filter(isWanted);
    if (only !== null && lists.length + unstated.length === 0)
      throw usageError(`${only} is no list of persons here, and nothing is said of where it comes from.`);
    if (line.has("json")) {
      writeJson(context, { lists, unstated });
      return 0;
    }
    for (const list of lists) terminal.out(`${provenanceLines(context, list).join("\n")}\n`);
    if (unstated.length > 0) {
      const names = unstated
        .map(({ name }) => toVisibleText(name))
        .join(line.language === "fa" ? "، " : ", ");
      terminal.out(`${translate("provenance.unstated", { lists: names })}\n`);
    } else if (lists.length === 0) terminal.out(`${translate("provenance.none")}\n`);
    return 0;
  });
}

function provenanceLines({ line, translate }: CommandContext, view: ListProvenanceView): string[] {
  const join = (texts: readonly string[]) =>
    texts.map((text) => toVisibleText(text)).join(line.language === "fa" ? "، " : ", ");
  const named = (things: readonly SpokenOf[]) =>
    join(things.map(({ id, name }) => (id === null ? translate("provenance.outside", { name }) : name)));
  const { drawsOn, referredFrom, covers, scope, couldNotRecord, why, source, by, on, from } = view;
  return [
    `${view.list.id}  ${toVisibleText(view.list.name)}`,
    ...(drawsOn.length === 0 ? [] : [translate("provenance.draws-on", { lists: named(drawsOn) })]),
    ...(referredFrom.length === 0
      ? []
      : [translate("provenance.referred-from", { lists: named(referredFrom) })]),
    ...(covers === null ? [] : [translate("provenance.covers", { covers: toVisibleText(covers) })]),
    ...(scope === null ? [] : [translate("provenance.scope", { scope: toVisibleText(scope) })]),
    ...(couldNotRecord.length === 0
      ? []
      : [translate("provenance.could-not-record", { groups: join(couldNotRecord) })]),
    translate(`provenance.why.${from}`, {
      why: toVisibleText(why),
      by: toVisibleText(by),
      on,
    }),
    ...(source === null ? [] : [translate("provenance.source", { source: toVisibleText(source.name) })]),
  ].map((text, index) => (index === 0 ? text : `    ${text}`));
}
