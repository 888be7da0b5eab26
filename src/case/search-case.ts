/** Search over everything in a case in one query: people, statements, sources, sites, offices and whatever is named. */
import { foldText, localizeDigits } from "../core/index.ts";
import {
  createFacetTable,
  createSearchIndex,
  type FacetChoice,
  type FacetCount,
  type SearchHits,
} from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { Presenter } from "./present-statement.ts";
import { nameOfCode, showHit, titleOf } from "./search-hits.ts";
import { findableThings } from "./search-things.ts";
import { SEARCH_FACETS, type SearchFacet, type SearchFacetView, type SearchView } from "./search-views.ts";
import type { CaseState } from "./state.ts";

export interface SearchQuery {
  /** Words, phrases between quotation marks; empty for everything that fits what is chosen. */
  readonly q: string;
  /** Of a facet any of these values; of several facets all. */
  readonly chosen?: Readonly<Partial<Record<SearchFacet, readonly string[]>>>;
  /** Facets of which things without a value are chosen, beside what else is chosen of them. */
  readonly missing?: readonly SearchFacet[];
  /** Also what is only near to the words. */
  readonly isNear?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface CaseSearch {
  search(query: SearchQuery, presenter: Presenter): SearchView;
}

/** Values of one facet that are shown; the rest is only counted. */
const VALUES_SHOWN = 40;

/** Builds the index when it is first asked; what is withheld, restricted or encrypted is in none. */
export function createCaseSearch(state: CaseState, contents: CaseContents): CaseSearch {
  let built: ReturnType<typeof build> | null = null;
  return {
    search({ q, chosen = {}, missing = [], isNear = false, offset, limit }, presenter) {
      built ??= build(state, contents);
      const { index, facets, refs, things } = built;
      const hits: SearchHits =
        q.trim() === ""
          ? { found: Int32Array.from(refs, (_, number) => number), isNear: false, marks: () => [] }
          : index.search(q, { isNear });
      const context = { state, presenter };
      const choices = new Map(
        SEARCH_FACETS.map((facet) => {
          const values = (chosen[facet] ?? []).flatMap((value) =>
            valuesCalled(value, facet, facets.values(facet), context),
          );
          return [facet, { values, isMissing: missing.includes(facet) }];
        }),
      );
      const { kept, counts } = facets.count(hits.found, choices);
      const shown = Array.from(kept.subarray(offset, offset + limit)).flatMap((number) => {
        const ref = refs[number];
        return (ref && things.find(ref.kind, ref.id)) ?? [];
      });
      const facetOf = (facet: SearchFacet) =>
        showFacet(facet, counts.get(facet) ?? [], choices.get(facet), context);
      return {
        total: kept.length,
        offset,
        isNear: hits.isNear,
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

function build(state: CaseState, contents: CaseContents) {
  const things = findableThings(state, contents);
  const index = createSearchIndex();
  const facets = createFacetTable(SEARCH_FACETS);
  const refs: { readonly kind: string; readonly id: string }[] = [];
  for (const { kind, id, names, texts, facets: values } of things.all()) {
    refs.push({ kind, id });
    index.add(texts, names);
    facets.add({ ...values, kind: [kind] });
  }
  return { index, facets, refs, things };
}

interface NameContext {
  readonly state: CaseState;
  readonly presenter: Presenter;
}

/** The value itself, or every value that is called so in the language of the reader: "Evin" for `place:evin`. */
function valuesCalled(
  asked: string,
  facet: SearchFacet,
  known: readonly string[],
  context: NameContext,
): readonly string[] {
  if (known.includes(asked)) return [asked];
  const called = known.filter((value) => foldText(nameOf(facet, value, context)) === foldText(asked));
  return called.length > 0 ? called : [asked];
}

function showFacet(
  facet: SearchFacet,
  counts: readonly FacetCount[],
  choice: FacetChoice | undefined,
  context: NameContext,
): SearchFacetView {
  const isChosen = (value: string | null) =>
    (value === null ? choice?.isMissing : choice?.values.includes(value)) === true;
  const shown = counts.filter(({ value }, n) => n < VALUES_SHOWN || value === null || isChosen(value));
  const isOfYears = facet === "year" || facet === "solar-year";
  const ordered = isOfYears ? shown.toSorted((a, b) => yearOf(a) - yearOf(b)) : shown;
  return {
    label: nameOfCode("search.facet", facet, context.presenter),
    values: ordered.map(({ value, count }) => ({
      value,
      name: value === null ? context.presenter.translate("search.missing") : nameOf(facet, value, context),
      count,
      isChosen: isChosen(value),
    })),
    more: counts.length - shown.length,
  };
}

function yearOf({ value }: FacetCount): number {
  return value === null ? Number.POSITIVE_INFINITY : Number(value);
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
