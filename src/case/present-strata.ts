/** Who is counted by group, and the lower bound of each: whether those of one kind were listed less than those of another. */
import { daysOf, InquestError, isolate, toIsoDay } from "../core/index.ts";
import type { TableColumn } from "../estimate/index.ts";
import type { Person } from "../registry/index.ts";
import { SubjectId } from "../statements/index.ts";
import { boundOfPersons, columnsOfLinkedEstimate, seenOnColumns } from "./bound-of-persons.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseConfig } from "./config.ts";
import { nameOfList } from "./estimate-columns.ts";
import { fieldsApart } from "./fields-apart.ts";
import type { CaseRecord } from "./persons.ts";
import { placesByName } from "./places-by-name.ts";
import { codeText } from "./present-people.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import { divide, type Stratum } from "./strata.ts";
import type { StrataView, StratumView } from "./strata-views.ts";
import { AGES, groupOf, type Way, waysOf } from "./strata-ways.ts";

/** More rows than that are no table that anybody reads. */
const SHOWN = 24;
const WRITTEN = 4;

const NONE: StrataView = {
  ...{ lists: [], ways: [], apart: [], by: null, strata: [], all: null },
  ...{ others: { groups: 0, persons: 0 }, unrecorded: 0, differing: 0 },
};

interface StrataContext {
  readonly state: CaseState;
  readonly config: Pick<CaseConfig, "estimates">;
  readonly contents: CaseContents;
  readonly presenter: Presenter;
}

/**
 * @param asked - the id of a way; the first one when left out.
 * @throws InquestError "case/not-found" for a way that the lists do not offer.
 */
export function presentStrata(
  { state, config, contents, presenter }: StrataContext,
  asked: string | undefined,
): StrataView {
  const columns = columnsOfLinkedEstimate(state, config);
  const { linked } = contents.persons;
  if (columns === null || linked === null) return NONE;
  const counted = new Set(columns.flatMap((column) => column.lists));
  const persons = countedPersons(linked, counted);
  const ways = waysOfLists(state, columns).filter((way) => hasTwoGroups(persons, way, counted));
  const nameOf = (list: string) => nameOfList(state, list, presenter.language);
  const known = {
    lists: columns.map((column) => column.lists.map(nameOf).join("+")),
    apart: fieldsApart(importsOf(state, counted)).map(({ field, list }) => ({
      ...{ field: presenter.fieldLabel(field), list: nameOf(list) },
    })),
    ways: ways.map((way) => ({ id: way.id, label: labelOfWay(way, presenter) })),
  };
  const way = asked === undefined ? ways[0] : ways.find(({ id }) => id === asked);
  if (way === undefined) {
    if (asked === undefined) return { ...NONE, ...known };
    throw unknownWay(asked, ways);
  }
  const { strata, unrecorded, differing } = divide(persons, {
    ...{ way, columns, placeOfName: placesByName(state) },
  });
  const ordered = inOrder(strata, way);
  // Of more than are shown the smallest are left out, wherever they stand.
  const kept = new Set([...strata].sort((a, b) => b.persons.length - a.persons.length).slice(0, SHOWN));
  const rest = ordered.filter((stratum) => !kept.has(stratum));
  const row = (
    of: Omit<StratumView, "persons" | "seenOn" | "lowerBound">,
    those: readonly Person<CaseRecord>[],
  ) => ({
    ...of,
    ...countOf(those, columns),
  });
  return {
    ...{ ...known, by: way.id, differing },
    strata: ordered.flatMap((stratum) =>
      kept.has(stratum) ? [row(wordsOf(stratum, way, presenter), stratum.persons)] : [],
    ),
    all: row({ value: null, label: presenter.translate("strata.all"), written: [] }, persons),
    others: { groups: rest.length, persons: rest.reduce((sum, { persons: those }) => sum + those.length, 0) },
    unrecorded: unrecorded.length,
  };
}

/** Those whom the table of the estimate counts. */
function countedPersons(linked: readonly Person<CaseRecord>[], lists: ReadonlySet<string>) {
  return linked.filter(
    ({ members }) => members.some(({ isNamed }) => isNamed) && members.some(({ list }) => lists.has(list)),
  );
}

/** A field that one of the lists does not have would set its persons apart from all others. */
function waysOfLists(state: CaseState, columns: readonly TableColumn[]): Way[] {
  const imports = [...state.lists.values()].map(({ value }) => value);
  const fieldsOf = (list: string) => imports.find(({ lists }) => lists.includes(list))?.fields ?? [];
  const [first = [], ...rest] = columns.map(({ lists }) => lists.flatMap(fieldsOf));
  const shared = first.filter(({ name, kind }) =>
    rest.every((fields) => fields.some((field) => field.name === name && field.kind === kind)),
  );
  const ways = shared.flatMap(({ name, kind }) => waysOf(name, kind));
  return ways.filter(({ id }, at) => ways.findIndex((way) => way.id === id) === at);
}

function importsOf({ lists: imports }: CaseState, counted: ReadonlySet<string>) {
  return [...imports.values()].map(({ value: { lists, fields } }) => ({
    ...{ lists: lists.filter((list) => counted.has(list)), fields },
  }));
}

function hasTwoGroups(persons: readonly Person<CaseRecord>[], way: Way, lists: ReadonlySet<string>): boolean {
  let first: string | null = null;
  for (const { members } of persons)
    for (const { record, list } of members) {
      if (!lists.has(list)) continue;
      const group = groupOf(record.fields[way.field], way);
      if (group !== null && first !== null && group !== first) return true;
      first ??= group;
    }
  return false;
}

function countOf(
  persons: readonly Person<CaseRecord>[],
  columns: readonly TableColumn[],
): Pick<StratumView, "persons" | "seenOn" | "lowerBound"> {
  const seenOn = seenOnColumns(persons, columns);
  const areSeveral = seenOn.slice(1).some((count) => count > 0);
  return {
    persons: persons.length,
    seenOn,
    lowerBound: areSeveral ? boundOfPersons(persons, columns) : null,
  };
}

function inOrder(strata: readonly Stratum[], way: Way): Stratum[] {
  if (way.period !== null || way.field === "age")
    return strata.toSorted((a, b) => a.value.localeCompare(b.value, "en", { numeric: true }));
  return strata.toSorted((a, b) => b.persons.length - a.persons.length);
}

function labelOfWay({ field, period }: Way, presenter: Presenter): string {
  const label = presenter.fieldLabel(field);
  if (period === null) return label;
  const { by, calendar } = period;
  return presenter.translate(`strata.way.${by}.${calendar === "gregorian" ? "gregorian" : "solar-hijri"}`, {
    field: isolate(label),
  });
}

function wordsOf({ value, id, written }: Stratum, way: Way, presenter: Presenter) {
  const texts = written.map(([text]) => text);
  const label =
    id === null ? labelOf(value, texts, way, presenter) : presenter.named(SubjectId.parse(id)).name;
  return { value, label, written: texts.filter((text) => text !== label).slice(0, WRITTEN) };
}

function labelOf(
  value: string,
  texts: readonly string[],
  { field, period }: Way,
  presenter: Presenter,
): string {
  if (period !== null) return labelOfPeriod(value, period, presenter);
  if (field === "age") {
    const next = AGES[AGES.findIndex((from) => String(from) === value) + 1];
    return next === undefined
      ? presenter.translate("strata.age.over", { from: Number(value) })
      : presenter.translate("strata.age", { from: Number(value), to: next - 1 });
  }
  if (texts.length === 0) return codeText(value, presenter);
  const isOwn = (text: string) => /\p{Script=Arabic}/u.test(text) === (presenter.language === "fa");
  return texts.find(isOwn) ?? texts[0] ?? value;
}

function labelOfPeriod(
  value: string,
  { by, calendar }: NonNullable<Way["period"]>,
  presenter: Presenter,
): string {
  const [year = 0, month] = value.split(/(?<=.)-/u).map(Number);
  const [earliest, latest] = daysOf({ year, ...(month === undefined ? {} : { month }) }, calendar);
  const { gregorian, solarHijri } = presenter.time({
    ...{ edtf: `${toIsoDay(earliest)}/${toIsoDay(latest)}`, raw: value, calendar, earliest, latest },
    ...{ precision: by, approximate: false, uncertain: false },
  });
  return calendar === "gregorian" ? gregorian : solarHijri;
}

function unknownWay(asked: string, ways: readonly Way[]): InquestError {
  const offered = ways.map(({ id }) => id).join(", ");
  return new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `The lists of the estimate do not divide by "${asked}". ${offered === "" ? "They share no field that divides them." : `They do by ${offered}.`}`,
    evidence: { by: asked },
  });
}
