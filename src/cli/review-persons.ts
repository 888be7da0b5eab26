/** `inquest review --persons`: whole persons, contradictions first; parted, joined, or found right. */
import {
  type Change,
  joinPersons,
  keepPerson,
  notLinked,
  type PersonChecksView,
  type PersonCheckView,
  type PersonDecided,
  splitPerson,
} from "../case/index.ts";
import { formatNumber } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type CommandContext, writeJson } from "./context.ts";
import { isolated, signed } from "./plain-words.ts";

interface PersonsDesk {
  checks(limit: number): Promise<PersonChecksView>;
  write<T>(change: Change<T>): Promise<T>;
}

/** @param limit - how many are printed. */
export async function reviewPersons(
  context: CommandContext,
  desk: PersonsDesk,
  limit: number,
): Promise<number> {
  const [what, ...words] = context.line.operands;
  if (what === undefined) {
    const view = await desk.checks(limit);
    if (!view.isLinked) throw notLinked();
    if (context.line.has("json")) writeJson(context, view);
    else context.terminal.out(`${checkLines(context, view).join("\n")}\n`);
    return 0;
  }
  const decided = await desk.write((opened) => changeOf(context, what, words)(opened));
  if (context.line.has("json")) {
    writeJson(context, decided);
    return 0;
  }
  const { terminal, translate } = context;
  const [first = ""] = decided.judgements;
  const count = formatNumber(decided.judgements.length, context.line.language);
  terminal.out(`${translate("review.persons.recorded", { count, id: isolated(first) })}\n`);
  if (!decided.counts)
    terminal.out(`${translate("review.uncounted", { actor: context.surroundings.actor })}\n`);
  return 0;
}

function changeOf({ line }: CommandContext, what: string, words: readonly string[]): Change<PersonDecided> {
  const why = line.value("why");
  const reason = why === undefined ? {} : { reason: why };
  const [one, other] = words;
  if (what === "split" && words.length > 0)
    return (opened) => splitPerson(opened, { rows: [...words], ...reason });
  if (what === "join" && one !== undefined && other !== undefined && words.length === 2)
    return (opened) => joinPersons(opened, { one, other, ...reason });
  if (what === "keep" && one !== undefined && words.length === 1)
    return (opened) => keepPerson(opened, { person: one, ...reason });
  throw usageError(
    "review --persons takes nothing, split and rows of one person, join and two persons, or keep and one; each a row as list:record_id, or the id of a person.",
  );
}

function checkLines(context: CommandContext, view: PersonChecksView): string[] {
  const { translate, line } = context;
  const number = (value: number) => formatNumber(value, line.language);
  const { persons, decided, waiting, contradicted } = view.counts;
  return [
    translate("review.persons.progress", { decided: number(decided), persons: number(persons) }),
    translate("review.persons.contradicted", { count: number(contradicted) }),
    ...(waiting === 0 ? [] : [translate("review.persons.waiting", { count: number(waiting) })]),
    ...view.persons.flatMap((person) => personLines(context, person)),
  ];
}

function personLines(context: CommandContext, person: PersonCheckView): string[] {
  const { translate, line } = context;
  const rank = formatNumber(person.rank ?? 0, line.language);
  const names = person.names.map(isolated).join("  ");
  const weakest =
    person.weakestBits === null
      ? []
      : [translate("review.persons.weakest", { bits: signed(context, person.weakestBits) })];
  const found = [...person.contradictions.map(({ text }) => text), ...weakest].join(" · ");
  return [
    `${rank}. ${names}  ${isolated(person.id)}`,
    ...(found === "" ? [] : [`   ${found}`]),
    ...person.rows.map(({ list, recordId, values }) => {
      const said = values.map(({ raw, isContradicted }) => `${isContradicted ? "≠ " : ""}${isolated(raw)}`);
      return `   ${isolated(list)} ${isolated(recordId)}: ${said.join(" · ")}`;
    }),
  ];
}
