/** The view of people: everyone whom lists document, found by name in any script. */
import { InquestError } from "../core/index.ts";
import type { FieldValue } from "../intake/index.ts";
import type { NameIndex, Person } from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { confirmListed, presentConfirmation } from "./confirm-persons.ts";
import type { PeopleCounter } from "./people-facets.ts";
import type { CaseRecord } from "./persons.ts";
import { presentLinkDoubt } from "./present-doubt.ts";
import { presentLife } from "./present-life.ts";
import type { Presenter } from "./present-statement.ts";
import type { PeopleQuery } from "./reader.ts";
import { namesOfRecord, otherScriptsFirst } from "./record-names.ts";
import type { CaseState } from "./state.ts";
import { keyOfValue, toValueId } from "./value-id.ts";
import type { PeopleView, PersonSummaryView, PersonView, RecordView } from "./views.ts";

/** Finds people by their names, and counts those that were found. */
export interface PeopleFinder {
  readonly index: NameIndex<Person<CaseRecord>>;
  readonly counter: PeopleCounter;
}

export function presentPeople(
  state: CaseState,
  contents: CaseContents,
  { index, counter }: PeopleFinder,
  query: PeopleQuery,
  presenter: Presenter,
): PeopleView {
  const { shown } = contents.persons;
  const { people: matching, facets } = counter.narrow(
    query.q.trim() === "" ? shown : index.search(query.q),
    query,
    presenter,
  );
  const lists = new Map<string, number>();
  for (const { list } of contents.persons.records) lists.set(list, (lists.get(list) ?? 0) + 1);
  return {
    total: shown.length,
    matching: matching.length,
    offset: query.offset,
    people: matching
      .slice(query.offset, query.offset + query.limit)
      .map((person) => summarise(person, presenter)),
    doubt: presentLinkDoubt(state, presenter),
    facets,
    lists: [...lists].map(([list, records]) => ({ list: presenter.named(`list:${list}`).name, records })),
  };
}

export function presentPerson(
  state: CaseState,
  contents: CaseContents,
  id: string,
  presenter: Presenter,
): PersonView {
  const person = findPerson(contents, id);
  if (person === undefined) throw noPerson(id);
  return {
    ...summarise(person, presenter),
    confirmation: presentConfirmation(confirmListed(state, person), state, presenter),
    rows: person.members.map((member) => presentRecord(member, presenter)),
    fields: fieldsOf(person, presenter),
    life: presentLife(person, presenter),
    statements: [],
  };
}

export function noPerson(id: string): InquestError {
  return new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No person has the id ${id}. Ids change when records are joined or split; search by name instead.`,
    evidence: { id },
  });
}

/** By person id, or by the id of one of its records. */
export function findPerson(contents: CaseContents, id: string): Person<CaseRecord> | undefined {
  return contents.persons.shown.find(
    (person) => person.id === id || person.members.some((member) => member.id === id),
  );
}

export function presentRecord({ record }: Pick<CaseRecord, "record">, presenter: Presenter): RecordView {
  return {
    id: record.id,
    list: presenter.named(`list:${record.list}`).name,
    row: record.row,
    recordId: record.recordId,
    cells: record.cells,
    fields: Object.entries(record.fields).map(([field, value]) => ({
      field,
      label: presenter.fieldLabel(field),
      raw: value.raw,
      time: value.kind === "date" ? presenter.time(value.time) : null,
    })),
  };
}

function summarise(person: Person<CaseRecord>, presenter: Presenter): PersonSummaryView {
  const dated = person.members.map((member) => member.record.fields.death ?? member.record.fields.abduction);
  const time = dated.find((value) => value?.kind === "date");
  return {
    id: person.id,
    names: namesOf(person),
    lists: [...new Set(person.members.map((member) => presenter.named(`list:${member.list}`).name))],
    records: person.members.length,
    place: person.members.find((member) => member.place !== null)?.place ?? null,
    time: time?.kind === "date" ? presenter.time(time.time) : null,
  };
}

/** Every distinct spelling; names that are not in Latin script first. */
export function namesOf(person: Person<CaseRecord>): string[] {
  return otherScriptsFirst(person.members.flatMap(({ record }) => namesOfRecord(record)));
}

/** A code in words; the code itself where there are none. */
export function codeText(code: string, presenter: Presenter): string {
  const key = `code.${code}`;
  return presenter.has(key) ? presenter.translate(key) : code;
}

/** Each field with every value any record gives, the most frequent first. */
function fieldsOf(person: Person<CaseRecord>, presenter: Presenter): PersonView["fields"] {
  const fields = new Map<string, Map<string, { records: number; value: FieldValue }>>();
  for (const { record } of person.members) {
    for (const [field, value] of Object.entries(record.fields)) {
      const values = fields.get(field) ?? new Map();
      const key = keyOfValue(value);
      values.set(key, { records: (values.get(key)?.records ?? 0) + 1, value });
      fields.set(field, values);
    }
  }
  return [...fields].map(([field, values]) => ({
    field,
    label: presenter.fieldLabel(field),
    values: [...values]
      .map(([key, { records, value }]) => ({
        origin: toValueId({ person: person.id, field, key }),
        text: value.kind === "code" ? codeText(value.code, presenter) : key,
        records,
        time: value.kind === "date" ? presenter.time(value.time) : null,
      }))
      .sort((a, b) => b.records - a.records),
  }));
}
