/** How many died: documented, estimated and reported, never mixed. */
import type { Estimate } from "../estimate/index.ts";
import { documentedFigure } from "./documented.ts";
import type { CaseFacts, CountedEstimate, CountedList } from "./facts.ts";
import { listStatementId } from "./facts.ts";
import { type Figure, type FigureLabel, toFigureId } from "./figure.ts";
import { reportedQuantities } from "./reported.ts";

const REPORTED_MEASURES = [
  "persons-killed",
  "persons-executed-in-period",
  "casualties",
  "unnamed-casualties",
  "names-on-list",
  "cities-with-executions",
  "cities-with-graves",
] as const;

/** Documented counts first, then estimates, then what each speaker reports. */
export function answerHowMany(facts: CaseFacts): Figure[] {
  const { store, subjectOf } = facts;
  return [
    ...documentedCounts(facts),
    ...personsWithDoubt(facts),
    ...facts.estimates.flatMap((estimate) => estimatedTotals(estimate, facts)),
    ...knownTruth(facts),
    ...reportedQuantities({
      question: "howMany",
      statements: store.openWith(REPORTED_MEASURES),
      subjectOf,
    }),
  ];
}

function documentedCounts(facts: CaseFacts): Figure[] {
  const lists = facts.lists.filter((list) => list.of === "persons");
  const figures: Figure[] = facts.persons === null ? [] : linkedCounts(facts.persons, facts);
  for (const list of lists) {
    const params = { list: listName(list.name, facts) };
    figures.push(rowCount(`records-${list.name}`, { key: "documented.records", params }, list, list.records));
    const outside = list.records.filter((record) => list.outsidePeriod.has(record.row));
    if (outside.length > 0) {
      const label = { key: "documented.problem-dates", params } as const;
      figures.push(rowCount(`outside-period-${list.name}`, label, list, outside));
    }
    // A list that names fewer people than it did says so here: nobody leaves the counts in silence.
    if (list.gone !== undefined && list.gone.length > 0) {
      const gone = list.gone.map((id) => ({ id }));
      figures.push(rowCount(`gone-${list.name}`, { key: "documented.gone", params }, list, gone));
    }
  }
  return figures;
}

type LinkedPerson = NonNullable<CaseFacts["persons"]>[number];

/** Persons whom the link documents by name; a record without a name may be anyone and is counted apart. */
function linkedCounts(persons: readonly LinkedPerson[], facts: CaseFacts): Figure[] {
  const named = persons.filter((person) => person.members.some((member) => member.isNamed));
  const lists = [...new Set(persons.flatMap((person) => person.members.map((member) => member.list)))];
  const of = (id: string, key: FigureLabel["key"], counted: readonly LinkedPerson[]) =>
    count(id, { key }, counted.length, "persons", lists, {
      kind: "link",
      persons: counted.map(({ id: person }) => person),
    });
  const several = named.filter((person) => listsOf(person) > 1);
  const onEvery = named.filter((person) => listsOf(person) === lists.length);
  const later = facts.lists.filter((list) => list.of === "persons" && !lists.includes(list.name));
  return [
    of("persons", "documented.persons", named),
    of("several-lists", "documented.persons-several", several),
    ...(lists.length > 2 ? [of("every-list", "documented.on-all", onEvery)] : []),
    ...later.map((list) =>
      rowCount(
        `not-linked-${list.name}`,
        { key: "documented.not-linked", params: { list: listName(list.name, facts) } },
        list,
        list.records,
      ),
    ),
  ];
}

/**
 * The persons of the linked lists with links as likely as they are: from a model, so estimated, and beside the
 * documented count, not in its place. People on no list are not among them.
 */
function personsWithDoubt({ persons, linkDoubt }: CaseFacts): Figure[] {
  if (persons === null || linkDoubt === null || linkDoubt === undefined) return [];
  const named = persons.filter((person) => person.members.some((member) => member.isNamed));
  const lists = [...new Set(persons.flatMap((person) => person.members.map((member) => member.list)))];
  const counted = count(
    "persons",
    { key: linkDoubt.missedLinks === null ? "estimated.persons-compared" : "estimated.persons-listed" },
    linkDoubt.estimate,
    "persons",
    lists,
    { kind: "link", persons: named.map(({ id }) => id) },
  );
  return [
    {
      ...counted,
      id: toFigureId("howMany", "linkage", "persons"),
      range: [linkDoubt.low, linkDoubt.high],
      standing: "estimated",
      group: "howMany.linkage",
    },
  ];
}

function rowCount(
  id: string,
  label: FigureLabel,
  list: CountedList,
  records: readonly Pick<CountedList["records"][number], "id">[],
): Figure {
  return count(id, label, records.length, "records", [list.name], {
    kind: "lists",
    lists: [list.name],
    records: records.map((record) => record.id),
  });
}

function listsOf(person: LinkedPerson): number {
  return new Set(person.members.map((member) => member.list)).size;
}

function listName(name: string, facts: CaseFacts) {
  return facts.subjectOf(`list:${name}`)?.names ?? name;
}

function count(
  id: string,
  label: FigureLabel,
  value: number,
  unit: string,
  lists: readonly string[],
  basis: Figure["basis"],
): Figure {
  return documentedFigure({
    question: "howMany",
    id: ["documented", id],
    label,
    value,
    unit,
    lists,
    group: "howMany.documented",
    basis,
  });
}

function estimatedTotals(estimate: CountedEstimate, facts: CaseFacts): Figure[] {
  const { report } = estimate;
  const statements = estimate.from === "clusters" ? estimate.lists.map(listStatementId) : estimate.statements;
  const base = {
    question: "howMany",
    subject: facts.event,
    unit: "persons",
    time: null,
    place: null,
    speakers: [],
    statements,
    contradictedBy: [],
  } as const;
  const counted: Figure[] =
    estimate.from === "clusters"
      ? []
      : [
          {
            ...base,
            id: toFigureId("howMany", "documented", estimate.id),
            label: { key: "documented.counted" },
            value: report.table.n,
            range: null,
            standing: "documented",
            basis: { kind: "statements" },
            group: "howMany.documented",
          },
        ];
  return [
    ...counted,
    ...report.methods.map(
      (method): Figure => ({
        ...base,
        id: toFigureId("howMany", "estimated", estimate.id, method.name),
        label: methodLabel(method),
        value: Math.round(method.point),
        range:
          method.interval === null ? null : [Math.floor(method.interval[0]), Math.ceil(method.interval[1])],
        standing: "estimated",
        basis: { kind: "estimate", estimate: estimate.id },
        group: "howMany.estimated",
      }),
    ),
  ];
}

function methodLabel(method: Estimate): FigureLabel {
  if (method.name === "loglinear")
    return { key: "estimated.loglinear", params: { model: method.settings.model } };
  return { key: `estimated.${method.name}` };
}

/** The totals that a fictional case knows, so that a reader sees how far its answers are off. */
function knownTruth(facts: CaseFacts): Figure[] {
  if (facts.truth === null) return [];
  const truth = (id: string, label: FigureLabel, value: number): Figure => ({
    ...count(id, label, value, "persons", [], { kind: "configuration" }),
    id: toFigureId("howMany", "truth", id),
    standing: "reported",
    group: "howMany.truth",
  });
  return [
    truth("killed", { key: "truth.killed" }, facts.truth.personsKilled),
    ...(facts.truth.personsNamed === undefined
      ? []
      : [truth("named", { key: "truth.named" }, facts.truth.personsNamed)]),
    truth("listed", { key: "truth.listed" }, facts.truth.personsListed),
  ];
}
