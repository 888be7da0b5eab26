/** What is chosen of a search, kept in the address beside its words: `kind=site&year=1988&missing=place`. */
import { useSearchParams } from "wouter";
import type { SearchFacet } from "../src/server/client.ts";

/** Every facet, in the order in which they are shown. */
const FACETS: Readonly<Record<SearchFacet, true>> = {
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

export const SEARCH_FACETS = Object.keys(FACETS).filter(isFacet);

function isFacet(name: string): name is SearchFacet {
  return Object.hasOwn(FACETS, name);
}

export interface Choices {
  readonly chosen: Readonly<Partial<Record<SearchFacet, readonly string[]>>>;
  readonly missing: readonly SearchFacet[];
  readonly isNear: boolean;
  /** How many values are chosen. */
  readonly count: number;
  /** Chooses a value of a facet, or takes it back; null is what is missing. Back to the first page. */
  toggle(facet: SearchFacet, value: string | null): void;
  setNear(isNear: boolean): void;
  clear(): void;
}

export function useChoices(): Choices {
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
  const missing = params.getAll("missing").filter(isFacet);
  const chosen = Object.fromEntries(
    SEARCH_FACETS.map((facet) => [facet, params.getAll(facet)]).filter(([, values]) => values?.length !== 0),
  );
  return {
    chosen,
    missing,
    isNear: params.get("near") === "1",
    count: missing.length + SEARCH_FACETS.reduce((sum, facet) => sum + params.getAll(facet).length, 0),
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
        for (const name of ["missing", ...SEARCH_FACETS]) made.delete(name);
      }),
  };
}
