/** Search over everything in a case in one query: people, statements, sources, sites, offices and whatever is named. */
import { type Language, pickLocal } from "../core/index.ts";
import { createSearchIndex, type SearchIndex } from "../registry/index.ts";
import {
  quoteOf,
  type RecordedStatement,
  type Source,
  type Subject,
  subjectKind,
} from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { OpenCase } from "./case-handle.ts";
import { namesOf } from "./present-people.ts";
import { publicationText } from "./present-site.ts";
import type { Presenter } from "./present-statement.ts";
import { isRestricted } from "./restricted.ts";
import { createUpkeep, type NewKind, type Upkeep } from "./search-upkeep.ts";
import type { SearchView } from "./search-views.ts";
import type { CaseState, Recorded } from "./state.ts";
import type { UpToView } from "./views.ts";

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
  /** The act that it was read from; null for rows of lists, which are as they were when the index was made. */
  readonly leafIndex: number | null;
}

export interface CaseSearch {
  /** Of very many new things the answer holds those that are indexed by then, and says how far that is. */
  search(query: SearchQuery, presenter: Presenter): SearchView;
  upTo(): UpToView;
  /** Keeps up nothing any more. */
  release(): void;
}

/**
 * Builds the index when it is first asked, and keeps it up with statements, subjects and sources as they are recorded;
 * what is withheld, restricted or encrypted is in none.
 */
export function createCaseSearch(opened: OpenCase, contents: CaseContents): CaseSearch {
  const { state } = opened;
  let built: (BuiltIndex & { readonly upkeep: Upkeep; readonly replaced: number }) | null = null;
  function upTo(): UpToView {
    const { acts, shown } = opened.upTo;
    return { acts, shown, searchable: built === null ? null : (built.upkeep.waitingFrom ?? shown) };
  }
  function make() {
    const made = build(state, contents);
    return { ...made, upkeep: createUpkeep(opened, made.add), replaced: state.replaced };
  }
  return {
    upTo,
    release: () => built?.upkeep.release(),
    search({ q, kind, offset, limit }, presenter) {
      built ??= make();
      built.upkeep.catchUp();
      const { index, things, replaced } = built;
      const found = index.search(q).found.flatMap((number) => things[number] ?? []);
      const isAsMade = state.replaced === replaced && state.consents.areAllOpen();
      const all = isAsMade ? found : found.filter((thing) => isCurrent(state, thing));
      const asked = kind === undefined ? all : all.filter((thing) => thing.kind === kind);
      return {
        total: asked.length,
        offset,
        upTo: upTo(),
        facets: {
          kind: count(all.map((thing) => thing.kind)),
          source: named(count(asked.map((thing) => thing.source)), (id) =>
            titleOf(state, id, presenter.language),
          ),
          list: named(count(asked.map((thing) => thing.list)), (id) => presenter.named(`list:${id}`).name),
          place: named(count(asked.map((thing) => thing.place)), (id) => presenter.named(id).name),
        },
        hits: asked.slice(offset, offset + limit).map((thing) => show(thing, { state, contents, presenter })),
      };
    },
  };
}

/** An index, and what its numbers stand for. */
interface BuiltIndex {
  readonly index: SearchIndex;
  readonly things: readonly Thing[];
  /** Adds what was recorded since, as the state has it. */
  add(kind: NewKind, id: string): void;
}

function build(state: CaseState, contents: CaseContents): BuiltIndex {
  const index = createSearchIndex();
  const things: Thing[] = [];
  const addThing = (thing: Partial<Thing> & Pick<Thing, "kind" | "id">, texts: readonly string[]) => {
    const { kind, id, list = null, source = null, place = null, leafIndex = null } = thing;
    // Written out: objects made by spreading others each have a shape of their own, three times their own size.
    things.push({ kind, id, list, source, place, leafIndex });
    index.add(texts);
  };
  const addSubject = ({ value, leafIndex }: Recorded<Subject>) =>
    addThing({ kind: subjectKind(value.id), id: value.id, place: value.within ?? null, leafIndex }, [
      value.id,
      ...textsOf(value.names),
      ...textsOf(value.note ?? {}),
    ]);
  const addSource = ({ value, leafIndex }: Recorded<Source>) => {
    if (state.consents.whyWithheld(value.id) === null)
      addThing({ kind: "source", id: value.id, source: value.id, leafIndex }, [
        value.key,
        value.fileName,
        ...textsOf(value.title),
      ]);
  };
  const addStatement = ({ statement, leafIndex }: RecordedStatement) => {
    if (isRestricted(state, statement)) return;
    const { id, key, source, place, passage, note, value } = statement;
    addThing({ kind: "statement", id, source, place: place ?? null, leafIndex }, [
      ...(key === undefined ? [] : [key]),
      quoteOf(passage),
      ...("seen" in passage ? textsOf(passage.seen ?? {}) : []),
      ...textsOf(note ?? {}),
      ...(value.kind === "text" ? textsOf(value.text) : value.kind === "name" ? [value.text] : []),
    ]);
  };
  for (const recorded of state.subjects.values()) addSubject(recorded);
  for (const recorded of state.sources.values()) addSource(recorded);
  for (const person of contents.persons.shown)
    addThing({ kind: "listed-person", id: person.id, list: person.members[0]?.list ?? null }, [
      ...namesOf(person),
      ...person.members.flatMap(({ record }) => [record.recordId, ...Object.values(record.cells)]),
    ]);
  for (const record of contents.listedPlaces)
    addThing({ kind: "listed-place", id: record.id, list: record.list }, [
      record.recordId,
      ...Object.values(record.cells),
    ]);
  for (const recorded of state.statements.all()) addStatement(recorded);
  return {
    index,
    things,
    add(kind, id) {
      if (kind === "subject") ifThere(state.subjects.get(id), addSubject);
      else if (kind === "source") ifThere(state.sources.get(id), addSource);
      else ifThere(state.statements.find(id), addStatement);
    },
  };
}

function ifThere<T>(value: T | undefined, then: (value: T) => void): void {
  if (value !== undefined) then(value);
}

/** Whether the act that a thing was read from still says what it is: not superseded, not withheld, not named anew. */
function isCurrent(state: CaseState, { kind, id, leafIndex }: Thing): boolean {
  if (leafIndex === null) return true;
  if (kind === "statement") return state.statements.find(id)?.leafIndex === leafIndex;
  if (kind === "source")
    return state.sources.get(id)?.leafIndex === leafIndex && state.consents.whyWithheld(id) === null;
  return state.subjects.get(id)?.leafIndex === leafIndex;
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
