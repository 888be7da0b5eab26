/** What is chosen of facets, kept in the address beside the words: `kind=site&year=1988&missing=place`. */
import { useSearchParams } from "wouter";
import type { PeopleFacet, SearchFacet } from "../src/server/client.ts";

/** Every facet of the search, in the order in which they are shown. */
const OF_SEARCH: Readonly<Record<SearchFacet, true>> = {
  kind: true,
  place: true,
  year: true,
  "solar-year": true,
  speaker: true,
  property: true,
  source: true,
  list: true,
  status: true,
  script: true,
  access: true,
};

/** Every facet of the people, in the order in which they are shown. */
const OF_PEOPLE: Readonly<Record<PeopleFacet, true>> = {
  list: true,
  lists: true,
  place: true,
  year: true,
  "solar-year": true,
  contradiction: true,
  unsaid: true,
};

export const SEARCH_FACETS = Object.keys(OF_SEARCH).filter((name) => isKeyOf(OF_SEARCH, name));
export const PEOPLE_FACETS = Object.keys(OF_PEOPLE).filter((name) => isKeyOf(OF_PEOPLE, name));

function isKeyOf<Facet extends string>(facets: Readonly<Record<Facet, true>>, name: string): name is Facet {
  return Object.hasOwn(facets, name);
}

export interface Choices<Facet extends string> {
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly missing: readonly Facet[];
  readonly isNear: boolean;
  /** How many values are chosen. */
  readonly count: number;
  /** Chooses a value of a facet, or takes it back; null is what is missing. Back to the first page. */
  toggle(facet: Facet, value: string | null): void;
  setNear(isNear: boolean): void;
  clear(): void;
}

export function useChoices<Facet extends string>(facets: readonly Facet[]): Choices<Facet> {
  const [params, setParams] = useSearchParams();
  const change = (make: (params: URLSearchParams) => void) =>
    setParams(
      (before) => {
        make(before);
        before.delete("offset");
        return before;
      },
      { replace: true },
    );
  const missing = params.getAll("missing").flatMap((name) => facets.find((facet) => facet === name) ?? []);
  const chosen: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const values = params.getAll(facet);
    if (values.length > 0) chosen[facet] = values;
  }
  return {
    chosen,
    missing,
    isNear: params.get("near") === "1",
    count: missing.length + facets.reduce((sum, facet) => sum + params.getAll(facet).length, 0),
    toggle: (facet, value) =>
      change((made) => {
        const [name, text] = value === null ? ["missing", facet] : [facet, value];
        const others = made.getAll(name).filter((each) => each !== text);
        const wasChosen = others.length < made.getAll(name).length;
        made.delete(name);
        for (const each of wasChosen ? others : [...others, text]) made.append(name, each);
      }),
    setNear: (isNear) => change((made) => (isNear ? made.set("near", "1") : made.delete("near"))),
    clear: () =>
      change((made) => {
        for (const name of ["missing", ...facets]) made.delete(name);
      }),
  };
}
