/** Where the lists of a case come from, as faces show it. */

import { nameOfList } from "./estimate-columns.ts";
import { sourceCalled } from "./find-source.ts";
import type { StandingProvenance } from "./list-provenance.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import type { NamedView } from "./views.ts";

/** A list or source that is spoken of; `id` is null where the case does not hold it. */
export interface SpokenOf {
  readonly id: string | null;
  readonly name: string;
}

export interface ListProvenanceView {
  readonly list: NamedView;
  readonly drawsOn: readonly SpokenOf[];
  readonly referredFrom: readonly SpokenOf[];
  readonly covers: string | null;
  readonly scope: string | null;
  readonly couldNotRecord: readonly string[];
  readonly why: string;
  readonly source: SpokenOf | null;
  /** A recipe that was read with the list, or a person. */
  readonly from: "recipe" | "person";
  readonly by: string;
  readonly on: string;
  /** The id of the act that says so. */
  readonly act: string;
}

export interface ProvenanceView {
  /** What stands. */
  readonly lists: readonly ListProvenanceView[];
  /** Lists of persons of which nothing is said. */
  readonly unstated: readonly NamedView[];
}

/** What is said of every list that may be shown, and the lists of persons of which nothing is. */
export function presentProvenance(state: CaseState, presenter: Presenter): ProvenanceView {
  const shown = new Set([...state.lists.values()].flatMap(({ value }) => value.lists));
  const held = new Set(state.everyImport().flatMap(({ value }) => value.lists));
  // What consent withholds or a key's end took away is not spoken of by name either.
  const isShown = (list: string) => shown.has(list) || !held.has(list);
  const persons = [...state.lists.values()].flatMap(({ value }) =>
    value.of === "persons" ? value.lists : [],
  );
  const named = (list: string): NamedView => ({
    id: `list:${list}`,
    name: nameOfList(state, list, presenter.language),
  });
  return {
    lists: state.provenances
      .all()
      .filter(({ list }) => isShown(list))
      .map((standing) => ({
        list: named(standing.list),
        ...presentStanding(state, standing, isShown, presenter),
      })),
    unstated: persons.filter((list) => state.provenances.of(list) === undefined).map(named),
  };
}

function presentStanding(
  state: CaseState,
  { provenance, from, by, at, id }: StandingProvenance,
  isShown: (list: string) => boolean,
  presenter: Presenter,
): Omit<ListProvenanceView, "list"> {
  const {
    drawsOn = [],
    referredFrom = [],
    covers = null,
    scope = null,
    couldNotRecord = [],
    why,
  } = provenance;
  const isKnown = (list: string) =>
    state.subjects.has(`list:${list}`) ||
    [...state.lists.values()].some(({ value }) => value.lists.includes(list));
  const spoken = (lists: readonly string[]): SpokenOf[] =>
    lists.filter(isShown).map((list) => ({
      id: isKnown(list) ? `list:${list}` : null,
      name: nameOfList(state, list, presenter.language),
    }));
  const source = provenance.source;
  return {
    drawsOn: spoken(drawsOn),
    referredFrom: spoken(referredFrom),
    ...{ covers, scope, couldNotRecord, why },
    source: source === undefined ? null : { id: sourceCalled(state, source)?.value.id ?? null, name: source },
    ...{ from, by, on: presenter.day(at.slice(0, 10)), act: id },
  };
}
