/** Search by name across scripts: a Latin query finds a Persian name, and digits match in any script. */
import { createSearchIndex } from "./search-index.ts";

export interface NameIndex<Item> {
  /**
   * Items whose names hold every word of the query, best first, as `SearchIndex` finds them; all of them for an empty
   * query.
   */
  search(query: string): Item[];
}

export interface NameIndexOptions {
  /** Leaves out what is only near to the query: for deciding who is meant, where a guess would be a mistake. */
  readonly isStrict?: boolean;
}

/** An index over items and their names; ids may be given among the names. */
export function createNameIndex<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
  { isStrict = false }: NameIndexOptions = {},
): NameIndex<Item> {
  const index = createSearchIndex();
  for (const item of items) index.add([], namesOf(item));
  return {
    search(query) {
      if (query.trim() === "") return items.slice();
      const { found, isNear } = index.search(query);
      if (isStrict && isNear) return [];
      return Array.from(found).flatMap((number) => items[number] ?? []);
    },
  };
}
