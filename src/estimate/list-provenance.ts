/** What the provenance of lists means for a table of them: which lists depend on each other, and whom they miss. */
import type { DerivedList, KnownOfLists } from "./known-of-lists.ts";

/** Where a list comes from, as people state it. What is left out is not known. */
export interface StatedProvenance {
  readonly list: string;
  /** Lists whose entries it took over or cites, also lists outside of the table. */
  readonly drawsOn?: readonly string[] | undefined;
  /** Lists whose people were sent to the keepers of this one. */
  readonly referredFrom?: readonly string[] | undefined;
  /** The time and place that it covers. */
  readonly covers?: string | undefined;
  /** Whom it means to hold. */
  readonly scope?: string | undefined;
  /** Groups of people whom it could not record. */
  readonly couldNotRecord?: readonly string[] | undefined;
}

/** A column of a capture table: one list, or several that count as one. */
export interface TableColumn {
  /** The column's name in texts. */
  readonly name: string;
  /** Its lists, as provenance names them. */
  readonly lists: readonly string[];
}

/**
 * What is known of the columns of a table by the provenance of their lists.
 *
 * Drawing on a list is followed through lists that are no column: a list that took its entries from a copy of another
 * depends on that other, and two lists that drew on the same third depend on each other. What lies within one column
 * bears on nothing and is left out. A group counts as unreachable when no list could record it; groups are compared by
 * their words, letters' case and outer space aside.
 *
 * @param nameOf - how a list that is no column by itself is called in texts.
 */
export function knownByProvenance(
  stated: readonly StatedProvenance[],
  columns: readonly TableColumn[],
  nameOf: (list: string) => string = (list) => list,
): KnownOfLists {
  const of = new Map(stated.map((each) => [each.list, each]));
  const columnOf = new Map(columns.flatMap((column) => column.lists.map((list) => [list, column] as const)));
  const reached = columns.map((column) => reach(column, of, columnOf));
  const copies: DerivedList[] = [];
  const referrals: DerivedList[] = [];
  columns.forEach((column, one) => {
    for (const [list, via] of reached[one] ?? []) {
      const from = columnOf.get(list);
      if (from === undefined || copies.some((each) => each.list === column.name && each.from === from.name))
        continue;
      const through = via.length === 0 ? {} : { via: via.map(nameOf) };
      copies.push({ list: column.name, from: from.name, ...through });
    }
    const senders = column.lists.flatMap((list) => of.get(list)?.referredFrom ?? []);
    for (const from of new Set(senders.flatMap((list) => columnOf.get(list) ?? []))) {
      if (from !== column) referrals.push({ list: column.name, from: from.name });
    }
  });
  const isCopy = (one: string, other: string) =>
    copies.some(({ list, from }) => (list === one && from === other) || (list === other && from === one));
  const commonSources = columns.flatMap((second, later) =>
    columns.slice(0, later).flatMap((first, earlier) => {
      if (isCopy(first.name, second.name)) return [];
      const outside = [...(reached[earlier]?.keys() ?? [])].filter(
        (list) => !columnOf.has(list) && reached[later]?.has(list) === true,
      );
      // Of a chain of sources that both reach, the nearest says it.
      const [nearest] = outside;
      return nearest === undefined
        ? []
        : [{ lists: [first.name, second.name] as const, source: nameOf(nearest) }];
    }),
  );
  const members = columns.flatMap((column) =>
    column.lists.map((list) => ({
      name: column.lists.length === 1 ? column.name : nameOf(list),
      ...of.get(list),
    })),
  );
  return {
    copies,
    referrals,
    commonSources,
    ...missedGroups(columns, of),
    covers: members.flatMap(({ name, covers }) => (covers === undefined ? [] : [{ list: name, covers }])),
    scopes: members.flatMap(({ name, scope }) => (scope === undefined ? [] : [{ list: name, scope }])),
  };
}

/** Every list that a column draws on, nearest first, with the lists between; columns are not looked behind. */
function reach(
  column: TableColumn,
  of: ReadonlyMap<string, StatedProvenance>,
  columnOf: ReadonlyMap<string, TableColumn>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let edge = column.lists.map((list) => ({ list, via: [] as readonly string[] }));
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { list, via } of edge) {
      for (const source of of.get(list)?.drawsOn ?? []) {
        if (found.has(source) || columnOf.get(source) === column) continue;
        found.set(source, via);
        if (!columnOf.has(source)) next.push({ list: source, via: [...via, source] });
      }
    }
    edge = next;
  }
  return found;
}

/** Groups that no column could record, and those that some could not. A column misses what all of its lists miss. */
function missedGroups(
  columns: readonly TableColumn[],
  of: ReadonlyMap<string, StatedProvenance>,
): Pick<KnownOfLists, "unreachable" | "missed"> {
  const fold = (group: string) => group.trim().toLowerCase();
  const groupsOf = (list: string) => of.get(list)?.couldNotRecord ?? [];
  const words = new Map<string, string>();
  for (const group of columns.flatMap(({ lists }) => lists.flatMap(groupsOf)))
    if (!words.has(fold(group))) words.set(fold(group), group.trim());
  const unreachable: string[] = [];
  const missed: { readonly list: string; readonly group: string }[] = [];
  for (const [folded, group] of words) {
    const without = columns.filter(({ lists }) =>
      lists.every((list) => groupsOf(list).some((each) => fold(each) === folded)),
    );
    if (without.length === columns.length) unreachable.push(group);
    else missed.push(...without.map(({ name }) => ({ list: name, group })));
  }
  return { unreachable, missed };
}
