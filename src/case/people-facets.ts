/** Persons of the lists, counted by what the lists say of them and by what no list says. */
import { foldText, localizeDigits } from "../core/index.ts";
import { createFacetTable, type FacetChoice, type Person } from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { PEOPLE_FACETS, type PeopleFacet } from "./people-views.ts";
import type { CaseRecord } from "./persons.ts";
import { placesByName } from "./places-by-name.ts";
import { presentFacet, valuesCalled } from "./present-facets.ts";
import type { Presenter } from "./present-statement.ts";
import { findRowContradictions } from "./row-contradictions.ts";
import type { SearchFacetView } from "./search-views.ts";
import { createYears, joinYears } from "./search-years.ts";
import type { CaseState } from "./state.ts";

export interface PeopleChoices {
  /** Of a facet any of these values; of several facets all. */
  readonly chosen?: { readonly [Facet in PeopleFacet]?: readonly string[] | undefined };
  /** Facets of which persons without a value are chosen. */
  readonly missing?: readonly PeopleFacet[];
}

export interface NarrowedPeople {
  readonly people: readonly Person<CaseRecord>[];
  readonly facets: Readonly<Record<PeopleFacet, SearchFacetView>>;
}

export interface PeopleCounter {
  narrow(found: readonly Person<CaseRecord>[], choices: PeopleChoices, presenter: Presenter): NarrowedPeople;
}

const NUMBERS: ReadonlySet<PeopleFacet> = new Set(["lists", "year", "solar-year"]);

/** Counts everyone once, when it is first asked. */
export function createPeopleCounter(state: CaseState, { persons }: CaseContents): PeopleCounter {
  let made: ReturnType<typeof countEveryone> | null = null;
  return {
    narrow(found, { chosen = {}, missing = [] }, presenter) {
      made ??= countEveryone(state, persons.shown);
      const { table, numberOf } = made;
      const choices = new Map(
        PEOPLE_FACETS.map((facet): [PeopleFacet, FacetChoice] => {
          const nameOf = (value: string) => nameOfValue(facet, value, presenter);
          const values = (chosen[facet] ?? []).flatMap((value) =>
            valuesCalled(value, table.values(facet), nameOf),
          );
          return [facet, { values, isMissing: missing.includes(facet) }];
        }),
      );
      const { kept, counts } = table.count(
        Int32Array.from(found, (person) => numberOf.get(person) ?? 0),
        choices,
      );
      const facetOf = (facet: PeopleFacet) =>
        presentFacet(counts.get(facet) ?? [], choices.get(facet), {
          label: presenter.translate(`people.facet.${facet}`),
          none: presenter.translate(
            facet === "contradiction" || facet === "unsaid" ? `people.facet.${facet}.none` : "search.missing",
          ),
          nameOf: (value) => nameOfValue(facet, value, presenter),
          areNumbers: NUMBERS.has(facet),
        });
      return {
        people: Array.from(kept).flatMap((number) => persons.shown[number] ?? []),
        facets: {
          list: facetOf("list"),
          lists: facetOf("lists"),
          place: facetOf("place"),
          year: facetOf("year"),
          "solar-year": facetOf("solar-year"),
          contradiction: facetOf("contradiction"),
          unsaid: facetOf("unsaid"),
        },
      };
    },
  };
}

function countEveryone(state: CaseState, everyone: readonly Person<CaseRecord>[]) {
  const table = createFacetTable(PEOPLE_FACETS);
  const yearsOf = createYears();
  const placeOfName = placesByName(state);
  const fields = new Set(
    everyone.flatMap(({ members }) => members.flatMap(({ record }) => Object.keys(record.fields))),
  );
  const rules = {
    isOnePerList: state.link?.value.doubt?.holdsRowsOfOneListApart === true,
    // What linkage took for one spelling is looked at in review: here stands what is written.
    isAlike: () => false,
  };
  for (const { members } of everyone) {
    const lists = [...new Set(members.map(({ list }) => list))];
    const said = new Set(members.flatMap(({ record }) => Object.keys(record.fields)));
    const times = members.flatMap(({ record }) => {
      const value = record.fields.death ?? record.fields.abduction;
      return value?.kind === "date" ? [value.time.edtf] : [];
    });
    const contradictions =
      members.length < 2
        ? []
        : findRowContradictions(
            members.map(({ record }) => record),
            rules,
          );
    table.add({
      list: lists,
      lists: [String(lists.length)],
      // As the case calls it, or as the list writes it.
      place: members.flatMap(({ place }) =>
        place === null ? [] : (placeOfName.get(foldText(place)) ?? place),
      ),
      ...joinYears(times.map(yearsOf)),
      contradiction: contradictions.map(({ kind }) => kind),
      unsaid: [...fields].filter((field) => !said.has(field)),
    });
  }
  return { table, numberOf: new Map(everyone.map((person, number) => [person, number])) };
}

function nameOfValue(facet: PeopleFacet, value: string, presenter: Presenter): string {
  switch (facet) {
    case "list":
      return presenter.named(`list:${value}`).name;
    case "place":
      return presenter.named(value).name;
    case "unsaid":
      return presenter.fieldLabel(value);
    case "contradiction": {
      const key = `check.${value}`;
      return presenter.has(key) ? presenter.translate(key) : value;
    }
    default:
      return localizeDigits(value, presenter.language);
  }
}
