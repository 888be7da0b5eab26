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
  "names-on-list",
  "cities-with-executions",
  "cities-with-graves",
] as const;

/** Documented counts first, then estimates, then what each speaker reports. */
export function answerHowMany(facts: CaseFacts): Figure[] {
  const { store, subjectOf } = facts;
  return [
    ...documentedCounts(facts),
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
  const names = lists.map((list) => list.name);
  const figures: Figure[] = [];
  if (facts.persons !== null) {
    // A record without a name may be anyone, also someone named elsewhere: it is counted apart, never here.
    const named = facts.persons.filter((person) => person.members.some((member) => member.isNamed));
    const several = named.filter((person) => listsOf(person) > 1).length;
    const link = { kind: "link" } as const;
    figures.push(count("persons", { key: "documented.persons" }, named.length, "persons", names, link));
    figures.push(
      count("several-lists", { key: "documented.persons-several" }, several, "persons", names, link),
    );
    if (names.length > 2) {
      const onAll = named.filter((person) => listsOf(person) === names.length).length;
      figures.push(count("every-list", { key: "documented.on-all" }, onAll, "persons", names, link));
    }
  }
  for (const list of lists) figures.push(listedRecords(list, facts));
  for (const list of lists.filter((each) => each.outsidePeriod > 0)) {
    const label = { key: "documented.problem-dates", params: { list: listName(list.name, facts) } } as const;
    figures.push(count(`outside-period-${list.name}`, label, list.outsidePeriod, "records", [list.name]));
  }
  return figures;
}

function listsOf(person: { readonly members: readonly { readonly list: string }[] }): number {
  return new Set(person.members.map((member) => member.list)).size;
}

function listedRecords(list: CountedList, facts: CaseFacts): Figure {
  const label = { key: "documented.records", params: { list: listName(list.name, facts) } } as const;
  return count(`records-${list.name}`, label, list.records.length, "records", [list.name]);
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
  basis?: Figure["basis"],
): Figure {
  return documentedFigure({
    question: "howMany",
    id: ["documented", id],
    label,
    value,
    unit,
    lists,
    group: "howMany.documented",
    ...(basis === undefined ? {} : { basis }),
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
    ...count(id, label, value, "persons", []),
    id: toFigureId("howMany", "truth", id),
    standing: "reported",
    group: "howMany.truth",
    basis: { kind: "configuration" },
  });
  return [
    truth("killed", { key: "truth.killed" }, facts.truth.personsKilled),
    ...(facts.truth.personsNamed === undefined
      ? []
      : [truth("named", { key: "truth.named" }, facts.truth.personsNamed)]),
    truth("listed", { key: "truth.listed" }, facts.truth.personsListed),
  ];
}
