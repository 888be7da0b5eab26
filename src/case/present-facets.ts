/** What was found, counted by facets, in the words of a reader. */
import { foldText } from "../core/index.ts";
import type { FacetChoice, FacetCount } from "../registry/index.ts";
import type { SearchFacetView } from "./search-views.ts";

/** Values of one facet that are shown; the rest is only counted. */
const VALUES_SHOWN = 40;

export interface FacetWords {
  readonly label: string;
  /** What stands for the things without a value. */
  readonly none: string;
  readonly nameOf: (value: string) => string;
  /** Years and other numbers stand in their order; all else the most frequent first. */
  readonly areNumbers: boolean;
}

export function presentFacet(
  counts: readonly FacetCount[],
  choice: FacetChoice | undefined,
  { label, none, nameOf, areNumbers }: FacetWords,
): SearchFacetView {
  const isChosen = (value: string | null) =>
    (value === null ? choice?.isMissing : choice?.values.includes(value)) === true;
  const shown = counts.filter(({ value }, n) => n < VALUES_SHOWN || value === null || isChosen(value));
  const ordered = areNumbers ? shown.toSorted((a, b) => numberOf(a) - numberOf(b)) : shown;
  return {
    label,
    values: ordered.map(({ value, count }) => ({
      value,
      name: value === null ? none : nameOf(value),
      count,
      isChosen: isChosen(value),
    })),
    more: counts.length - shown.length,
  };
}

function numberOf({ value }: FacetCount): number {
  return value === null ? Number.POSITIVE_INFINITY : Number(value);
}

/** The value itself, or every value that is called so in the language of the reader: "Evin" for `place:evin`. */
export function valuesCalled(
  asked: string,
  known: readonly string[],
  nameOf: (value: string) => string,
): readonly string[] {
  if (known.includes(asked)) return [asked];
  const called = known.filter((value) => foldText(nameOf(value)) === foldText(asked));
  return called.length > 0 ? called : [asked];
}
