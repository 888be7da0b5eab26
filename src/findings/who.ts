/** Who they were: how many are known by name, and what is said of the victims as a group. */
import type { RecordedStatement } from "../statements/index.ts";
import { type CaseFacts, listStatementId } from "./facts.ts";
import { type Figure, type FigureLabel, toFigureId } from "./figure.ts";

export function answerWho(facts: CaseFacts): Figure[] {
  const said = facts.store.openWith(["affiliation", "included", "victim"]);
  return [...namedPersons(facts), ...said.map((recorded) => saidOf(recorded))];
}

function namedPersons(facts: CaseFacts): Figure[] {
  const lists = facts.lists.filter((list) => list.of === "persons");
  if (lists.length === 0) return [];
  const names = lists.map((list) => list.name);
  const records = lists.flatMap((list) => list.records);
  const unnamed = records.filter((record) => !record.isNamed).length;
  const named =
    facts.persons === null
      ? records.length - unnamed
      : facts.persons.filter((person) => person.members.some((member) => member.isNamed)).length;
  const unit = facts.persons === null ? "records" : "persons";
  const basis =
    facts.persons === null ? ({ kind: "lists", lists: names } as const) : ({ kind: "link" } as const);
  return [
    counted("named", { key: "documented.named" }, named, unit, names, basis),
    counted("unnamed", { key: "documented.unnamed" }, unnamed, "records", names, {
      kind: "lists",
      lists: names,
    }),
  ];
}

function counted(
  id: string,
  label: FigureLabel,
  value: number,
  unit: string,
  lists: readonly string[],
  basis: Figure["basis"],
): Figure {
  return {
    id: toFigureId("who", "documented", id),
    question: "who",
    label,
    subject: null,
    value,
    range: null,
    unit,
    time: null,
    place: null,
    standing: "documented",
    speakers: [],
    statements: lists.map(listStatementId),
    basis,
    contradictedBy: [],
    group: "who.documented",
  };
}

function saidOf({ statement }: RecordedStatement): Figure {
  const key =
    statement.property === "affiliation" || statement.property === "included" ? statement.property : "victim";
  return textFigure("who", { key: `who.${key}` }, statement);
}

/** A figure whose value is what one statement says in words. */
export function textFigure(
  question: Figure["question"],
  label: FigureLabel,
  statement: RecordedStatement["statement"],
): Figure {
  return {
    id: toFigureId(
      question,
      statement.property,
      statement.subject,
      statement.key ?? statement.id.slice(3, 11),
    ),
    question,
    label,
    subject: statement.subject,
    value: statement.value.kind === "text" ? statement.value.text : null,
    range: null,
    unit: null,
    time: statement.time ?? null,
    place: statement.place === undefined ? null : { subject: statement.place },
    standing: "reported",
    speakers: [statement.speaker],
    statements: [statement.id],
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `${question}.${statement.property}`,
  };
}
