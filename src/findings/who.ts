/** Who they were: how many are known by name, and what is said of the victims as a group. */
import type { RecordedStatement } from "../statements/index.ts";
import { documentedFigure } from "./documented.ts";
import type { CaseFacts } from "./facts.ts";
import { type Figure, type FigureLabel, toFigureId } from "./figure.ts";

export function answerWho(facts: CaseFacts): Figure[] {
  const said = facts.store.openWith(["affiliation", "included", "victim"]);
  return [...namedPersons(facts), ...statedDead(facts), ...said.map((recorded) => saidOf(recorded))];
}

const DEATH_CODES: readonly string[] = ["executed", "killed", "died-in-detention"];

/** Persons of whom statements, one by one, say that they died; how surely is on the page of each. */
function statedDead({ store }: CaseFacts): Figure[] {
  const said = store
    .openWith(["died", "manner-of-death", "victim-status"])
    .map(({ statement }) => statement)
    .filter(({ subject, polarity }) => subject.startsWith("person:") && polarity === "asserts")
    .filter(({ value }) => value.kind !== "code" || DEATH_CODES.includes(value.code));
  const [first] = said;
  if (first === undefined) return [];
  return [
    {
      ...textFigure("who", { key: "who.stated-dead" }, first),
      id: toFigureId("who", "stated-dead"),
      subject: null,
      value: new Set(said.map(({ subject }) => subject)).size,
      unit: "persons",
      time: null,
      place: null,
      speakers: [...new Set(said.map(({ speaker }) => speaker))],
      statements: said.map(({ id }) => id),
      group: "who.stated-dead",
    },
  ];
}

function namedPersons(facts: CaseFacts): Figure[] {
  const lists = facts.lists.filter((list) => list.of === "persons");
  if (lists.length === 0) return [];
  const names = lists.map((list) => list.name);
  const records = lists.flatMap((list) => list.records);
  const base = { question: "who", lists: names, group: "who.documented" } as const;
  const rows = (isNamed: boolean) => {
    const counted = records.filter((record) => record.isNamed === isNamed).map((record) => record.id);
    return {
      value: counted.length,
      unit: "records",
      basis: { kind: "lists", lists: names, records: counted },
    } as const;
  };
  const named = facts.persons?.filter((person) => person.members.some((member) => member.isNamed));
  const unnamed = documentedFigure({
    ...base,
    ...rows(false),
    id: ["documented", "unnamed"],
    label: { key: "documented.unnamed" },
  });
  // Rows are persons only once they are linked: before that, two rows may be one person.
  if (named === undefined) {
    const label = { key: "documented.named-records" } as const;
    return [documentedFigure({ ...base, ...rows(true), id: ["documented", "named"], label }), unnamed];
  }
  return [
    documentedFigure({
      ...base,
      id: ["documented", "named"],
      label: { key: "documented.named" },
      value: named.length,
      unit: "persons",
      basis: { kind: "link", persons: named.map((person) => person.id) },
    }),
    unnamed,
  ];
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
