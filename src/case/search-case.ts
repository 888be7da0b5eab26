/** Search over everything in a case in one query: people, statements, sources, sites, offices and whatever is named. */
import { localizeDigits } from "../core/index.ts";
import {
  createFacetTable,
  createSearchIndex,
  type FacetTable,
  type SearchHits,
  type SearchIndex,
} from "../registry/index.ts";
import { subjectKind } from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { OpenCase } from "./case-handle.ts";
import { type FacetWords, presentFacet, valuesCalled } from "./present-facets.ts";
import type { Presenter } from "./present-statement.ts";
import { nameOfCode, showHit, titleOf } from "./search-hits.ts";
import type { FindableThing, FindableThings } from "./search-thing.ts";
import { findableThings } from "./search-things.ts";
import { createUpkeep, type NewKind, type Upkeep } from "./search-upkeep.ts";
import { SEARCH_FACETS, type SearchFacet, type SearchView } from "./search-views.ts";
import type { CaseState } from "./state.ts";
import type { UpToView } from "./views.ts";

export interface SearchQuery {
  /** Words, phrases between quotation marks; empty for everything that fits what is chosen. */
  readonly q: string;
  /** Of a facet any of these values; of several facets all. */
  readonly chosen?: { readonly [Facet in SearchFacet]?: readonly string[] | undefined };
  /** Facets of which things without a value are chosen, beside what else is chosen of them. */
  readonly missing?: readonly SearchFacet[];
  /** Also what is only near to the words. */
  readonly isNear?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface CaseSearch {
  /** Of very many new things the answer holds those that are indexed by then, and says how far that is. */
  search(query: SearchQuery, presenter: Presenter): SearchView;
  upTo(): UpToView;
  /** Keeps up nothing any more. */
  release(): void;
}

/**
 * Builds the index when it is first asked, and keeps it up with what is recorded; what is withheld, restricted or
 * encrypted is in none.
 */
export function createCaseSearch(opened: OpenCase, contents: CaseContents): CaseSearch {
  const { state } = opened;
  let built: (BuiltIndex & { readonly upkeep: Upkeep }) | null = null;
  function upTo(): UpToView {
    const { acts, shown } = opened.upTo;
    return { acts, shown, searchable: built === null ? null : (built.upkeep.waitingFrom ?? shown) };
  }
  function make() {
    const made = build(state, contents);
    return { ...made, upkeep: createUpkeep(opened, made.add) };
  }
  /** Without what is not shown any more: superseded, withheld, or named anew. */
  function current(found: Int32Array): Int32Array {
    if (built === null || (state.replaced === built.replaced && state.consents.areAllOpen())) return found;
    return found.filter(built.isCurrent);
  }
  return {
    upTo,
    release: () => built?.upkeep.release(),
    search({ q, chosen = {}, missing = [], isNear = false, offset, limit }, presenter) {
      built ??= make();
      built.upkeep.catchUp();
      const { index, facets, refs, things } = built;
      const hits: SearchHits =
        q.trim() === ""
          ? { found: Int32Array.from(refs, (_, number) => number), isNear: false, marks: () => [] }
          : index.search(q, { isNear });
      const context = { state, presenter };
      const choices = new Map(
        SEARCH_FACETS.map((facet) => {
          const values = (chosen[facet] ?? []).flatMap((value) =>
            valuesCalled(value, facets.values(facet), (each) => nameOf(facet, each, context)),
          );
          return [facet, { values, isMissing: missing.includes(facet) }];
        }),
      );
      const { kept, counts } = facets.count(current(hits.found), choices);
      const shown = Array.from(kept.subarray(offset, offset + limit)).flatMap((number) => {
        const ref = refs[number];
        return (ref && things.find(ref.kind, ref.id)) ?? [];
      });
      const facetOf = (facet: SearchFacet) =>
        presentFacet(counts.get(facet) ?? [], choices.get(facet), wordsOf(facet, context));
      return {
        total: kept.length,
        offset,
        isNear: hits.isNear,
        upTo: upTo(),
        facets: {
          kind: facetOf("kind"),
          source: facetOf("source"),
          list: facetOf("list"),
          place: facetOf("place"),
          speaker: facetOf("speaker"),
          property: facetOf("property"),
          status: facetOf("status"),
          year: facetOf("year"),
          "solar-year": facetOf("solar-year"),
          script: facetOf("script"),
          access: facetOf("access"),
        },
        hits: shown.map((thing) => showHit(thing, { state, presenter, marks: hits.marks })),
      };
    },
  };
}

/** An index, and what its numbers stand for. */
interface BuiltIndex {
  readonly index: SearchIndex;
  readonly facets: FacetTable<SearchFacet>;
  readonly refs: readonly Ref[];
  readonly things: FindableThings;
  /** `CaseState.replaced` when it was made. */
  readonly replaced: number;
  /** Takes in what was recorded since, as the state has it. */
  add(kind: NewKind, id: string): void;
  /** Whether a thing may still be shown, and was not added anew. */
  isCurrent(number: number): boolean;
}

interface Ref {
  readonly kind: string;
  readonly id: string;
}

function build(state: CaseState, contents: CaseContents): BuiltIndex {
  const things = findableThings(state, contents);
  const index = createSearchIndex();
  const facets = createFacetTable(SEARCH_FACETS);
  const refs: Ref[] = [];
  const addedAnew = new Set<number>();
  const numbers = createNumbers(refs);
  function addThing({ kind, id, names, texts, facets: values }: FindableThing): void {
    refs.push({ kind, id });
    index.add(texts, names);
    facets.add({ ...values, kind: [kind] });
  }
  for (const thing of things.all()) addThing(thing);
  const { replaced } = state;
  return {
    index,
    replaced,
    facets,
    refs,
    things,
    add(kind, id) {
      const wanted = kind === "subject" ? subjectKind(id) : kind === "status" ? "statement" : kind;
      const thing = things.find(wanted, id);
      if (thing === undefined) return;
      // A statement or source comes once, unless one that was taken out comes back.
      const mayBeThere = state.replaced !== replaced || (kind !== "statement" && kind !== "source");
      const known = mayBeThere ? numbers.lastOf(wanted, id) : -1;
      // A status changes what a statement is counted by, and no word of it.
      if (kind === "status") {
        if (known >= 0) facets.replace(known, { ...thing.facets, kind: [thing.kind] });
        return;
      }
      if (known >= 0) addedAnew.add(known);
      addThing(thing);
    },
    isCurrent(number) {
      const ref = refs[number];
      return ref !== undefined && !addedAnew.has(number) && things.has(ref.kind, ref.id);
    },
  };
}

/** The last number of each thing: noted when it is first asked for, since most indexes are never asked. */
function createNumbers(refs: readonly Ref[]) {
  const byKind = new Map<string, Map<string, number>>();
  let noted = 0;
  return {
    /** -1 for a thing that was not added. */
    lastOf(kind: string, id: string): number {
      for (; noted < refs.length; noted++) {
        const ref = refs[noted];
        if (ref === undefined) continue;
        const known = byKind.get(ref.kind);
        if (known === undefined) byKind.set(ref.kind, new Map([[ref.id, noted]]));
        else known.set(ref.id, noted);
      }
      return byKind.get(kind)?.get(id) ?? -1;
    },
  };
}

interface NameContext {
  readonly state: CaseState;
  readonly presenter: Presenter;
}

function wordsOf(facet: SearchFacet, context: NameContext): FacetWords {
  return {
    label: nameOfCode("search.facet", facet, context.presenter),
    none: context.presenter.translate("search.missing"),
    nameOf: (value) => nameOf(facet, value, context),
    areNumbers: facet === "year" || facet === "solar-year",
  };
}

function nameOf(facet: SearchFacet, value: string, { state, presenter }: NameContext): string {
  switch (facet) {
    case "source":
      return titleOf(state, value, presenter);
    case "list":
      return presenter.named(`list:${value}`).name;
    case "place":
    case "speaker":
      return presenter.named(value).name;
    case "property":
      return nameOfCode("property", value, presenter);
    case "year":
    case "solar-year":
      return localizeDigits(value, presenter.language);
    default:
      return nameOfCode(`search.${facet}`, value, presenter);
  }
}
