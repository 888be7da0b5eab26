/** Search over everything in a case in one query: people, statements, sources, sites, offices and whatever is named. */
import { type Language, pickLocal } from "../core/index.ts";
import { createSearchIndex, type SearchIndex } from "../registry/index.ts";
import { quoteOf, subjectKind } from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { namesOf } from "./present-people.ts";
import { publicationText } from "./present-site.ts";
import type { Presenter } from "./present-statement.ts";
import { isRestricted } from "./restricted.ts";
import type { SearchView } from "./search-views.ts";
import type { CaseState } from "./state.ts";

export interface SearchQuery {
  readonly q: string;
  /** Only things of this kind. */
  readonly kind?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What is found: a kind, an id, and what the facets count it by. */
interface Thing {
  readonly kind: string;
  readonly id: string;
  /** Its source, list or place, as an id of the case; null where none is recorded. */
  readonly list: string | null;
  readonly source: string | null;
  readonly place: string | null;
}

export interface CaseSearch {
  search(query: SearchQuery, presenter: Presenter): SearchView;
}

/** Builds the index when it is first asked; what is withheld, restricted or encrypted is in none. */
export function createCaseSearch(state: CaseState, contents: CaseContents): CaseSearch {
  let built: { readonly index: SearchIndex; readonly things: readonly Thing[] } | null = null;
  return {
    search({ q, kind, offset, limit }, presenter) {
      built ??= build(state, contents);
      const { index, things } = built;
      const all = index.search(q).found.flatMap((number) => things[number] ?? []);
      const found = kind === undefined ? all : all.filter((thing) => thing.kind === kind);
      return {
        total: found.length,
        offset,
        facets: {
          kind: count(all.map((thing) => thing.kind)),
          source: named(count(found.map((thing) => thing.source)), (id) =>
            titleOf(state, id, presenter.language),
          ),
          list: named(count(found.map((thing) => thing.list)), (id) => presenter.named(`list:${id}`).name),
          place: named(count(found.map((thing) => thing.place)), (id) => presenter.named(id).name),
        },
        hits: found.slice(offset, offset + limit).map((thing) => show(thing, { state, contents, presenter })),
      };
    },
  };
}

function build(state: CaseState, contents: CaseContents) {
  const index = createSearchIndex();
  const things: Thing[] = [];
  const add = (thing: Thing, texts: readonly string[]) => {
    things.push(thing);
    index.add(texts);
  };
  const nothing = { list: null, source: null, place: null };
  for (const { value } of state.subjects.values())
    add({ ...nothing, kind: subjectKind(value.id), id: value.id, place: value.within ?? null }, [
      value.id,
      ...textsOf(value.names),
      ...textsOf(value.note ?? {}),
    ]);
  for (const { value } of state.sources.values())
    if (state.consents.whyWithheld(value.id) === null)
      add({ ...nothing, kind: "source", id: value.id, source: value.id }, [
        value.key,
        value.fileName,
        ...textsOf(value.title),
      ]);
  for (const person of contents.persons.shown)
    add({ ...nothing, kind: "listed-person", id: person.id, list: person.members[0]?.list ?? null }, [
      ...namesOf(person),
      ...person.members.flatMap(({ record }) => [record.recordId, ...Object.values(record.cells)]),
    ]);
  for (const record of contents.listedPlaces)
    add({ ...nothing, kind: "listed-place", id: record.id, list: record.list }, [
      record.recordId,
      ...Object.values(record.cells),
    ]);
  for (const { statement } of state.statements.all()) {
    if (isRestricted(state, statement)) continue;
    const { id, key, source, place, passage, note, value } = statement;
    add({ ...nothing, kind: "statement", id, source, place: place ?? null }, [
      ...(key === undefined ? [] : [key]),
      quoteOf(passage),
      ...("seen" in passage ? textsOf(passage.seen ?? {}) : []),
      ...textsOf(note ?? {}),
      ...(value.kind === "text" ? textsOf(value.text) : []),
    ]);
  }
  return { index, things };
}

function show(
  { kind, id }: Thing,
  {
    state,
    contents,
    presenter,
  }: { readonly state: CaseState; readonly contents: CaseContents; readonly presenter: Presenter },
): SearchView["hits"][number] {
  if (kind === "source")
    return {
      kind,
      id,
      title: titleOf(state, id, presenter.language),
      text: state.sources.get(id)?.value.fileName ?? "",
    };
  if (kind === "statement") {
    const recorded = state.statements.find(id);
    if (recorded === undefined) return { kind, id, title: id, text: "" };
    const view = presenter.statement(recorded);
    const label = view.standing === "reported" ? "" : ` (${view.standingText})`;
    return { kind, id, title: `${view.subject.name}: ${view.propertyText}${label}`, text: view.quote };
  }
  if (kind === "listed-person") {
    const person = contents.persons.shown.find((each) => each.id === id);
    const names = person === undefined ? [] : namesOf(person);
    return { kind, id, title: names[0] ?? id, text: names.slice(1).join(" · ") };
  }
  if (kind === "listed-place") {
    const record = contents.listedPlaces.find((each) => each.id === id);
    return { kind, id, title: record?.fields.name?.raw ?? id, text: "" };
  }
  const notice =
    kind === "site" ? ` · ${publicationText(id, { state, presenter, audience: "internal" })}` : "";
  return { kind, id, title: presenter.named(id).name, text: `${id}${notice}` };
}

function titleOf(state: CaseState, id: string, language: Language): string {
  const source = state.sources.get(id)?.value;
  return source === undefined ? id : pickLocal(source.title, language);
}

function textsOf(texts: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(texts).filter((text) => text !== undefined);
}

function count(
  values: readonly (string | null)[],
): { readonly value: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, total]) => ({ value, count: total })).sort((a, b) => b.count - a.count);
}

function named(facet: ReturnType<typeof count>, nameOf: (id: string) => string) {
  return facet.map(({ value, count: total }) => ({
    value,
    name: value === null ? null : nameOf(value),
    count: total,
  }));
}
