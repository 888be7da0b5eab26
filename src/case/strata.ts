/** The persons of linked lists divided into groups by what their rows say of one field. */
import type { TableColumn } from "../estimate/index.ts";
import type { Person } from "../registry/index.ts";
import { findOneName, type Written } from "./one-name-each.ts";
import type { CaseRecord } from "./persons.ts";
import { groupOf, type Way } from "./strata-ways.ts";

export interface Stratum {
  /** A code, a period, the age at which a span begins; words folded. */
  readonly value: string;
  /** Of the place that the case calls so. */
  readonly id: string | null;
  readonly persons: readonly Person<CaseRecord>[];
  /** As rows write it, with how many do, the most frequent first. */
  readonly written: readonly (readonly [text: string, rows: number])[];
}

export interface Strata {
  readonly strata: readonly Stratum[];
  /** Of whom no row tells. */
  readonly unrecorded: readonly Person<CaseRecord>[];
  /** In a group each, and their rows give other groups too. */
  readonly differing: number;
}

/**
 * Each person is in one group: the one that most of its rows give, of as many the one of the list that stands first. To set
 * apart whoever is differently told would take persons on several lists alone, and make every bound too high.
 *
 * @param persons - those that the estimate counts.
 * @param placeOfName - what the case calls places, by folded name.
 */
export function divide(
  persons: readonly Person<CaseRecord>[],
  {
    way,
    columns,
    placeOfName,
  }: {
    readonly way: Way;
    readonly columns: readonly TableColumn[];
    readonly placeOfName: ReadonlyMap<string, string>;
  },
): Strata {
  const lists = columns.flatMap((column) => column.lists);
  const told = persons.map(({ members }) => rowsOf(members, way, lists));
  const isWords = way.kind === "place" || way.kind === "text";
  const oneName = isWords ? findOneName(told, placeOfName) : (value: string) => ({ value, id: null });
  const strata = new Map<string, Stratum & { persons: Person<CaseRecord>[]; counts: Map<string, number> }>();
  const unrecorded: Person<CaseRecord>[] = [];
  let differing = 0;
  for (const [at, person] of persons.entries()) {
    const rows = (told[at] ?? []).map(({ value, text }) => ({ ...oneName(value), text }));
    const value = mostFrequent(rows.map((row) => row.value));
    if (value === undefined) {
      unrecorded.push(person);
      continue;
    }
    const own = rows.filter((row) => row.value === value);
    if (own.length < rows.length) differing += 1;
    const stratum = strata.get(value) ?? {
      ...{ value, id: own[0]?.id ?? null, persons: [], written: [] },
      counts: new Map<string, number>(),
    };
    strata.set(value, stratum);
    stratum.persons.push(person);
    for (const { text } of own)
      if (text !== "") stratum.counts.set(text, (stratum.counts.get(text) ?? 0) + 1);
  }
  return {
    strata: [...strata.values()].map(({ counts, value, id, persons: those }) => ({
      ...{ value, id, persons: those },
      written: [...counts].sort(([, a], [, b]) => b - a),
    })),
    unrecorded,
    differing,
  };
}

/** What one row says. */
interface Told extends Written {
  /** As it is written; empty of what is no words. */
  readonly text: string;
}

/** In the order of the lists, and none of other lists: those that say something. */
function rowsOf(members: readonly CaseRecord[], way: Way, lists: readonly string[]): Told[] {
  return lists.flatMap((list) =>
    members.flatMap((member) => {
      const field = member.list === list ? member.record.fields[way.field] : undefined;
      const value = groupOf(field, way);
      if (field === undefined || value === null) return [];
      return [{ list, value, text: "text" in field ? field.text : "" }];
    }),
  );
}

/** Of as many the one that comes first. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
