/**
 * One name for each thing that lists write in their own words: a city in Persian, in Arabic and in Latin letters. What the
 * case itself does not name is told by its sound, and by the link: the lists put the persons whom they share into one place.
 */
import { compareText, type Sounds, soundDistance, toSoundKeys, toSounds } from "../core/index.ts";
import { UnionFind } from "../linkage/index.ts";

/** What a row writes, folded, and on which list. */
export interface Written {
  readonly list: string;
  readonly value: string;
}

/** What a word stands for. */
export interface OneName {
  /** The same for words that are one. */
  readonly value: string;
  /** What the case calls so; null where it names none of the words. */
  readonly id: string | null;
}

/** Fewer persons may share two values by chance. */
const FEWEST = 3;
/** Of those whom both lists place, so many who have the one value have the other. */
const SHARE = 0.6;
/** What a letter that another script does not have moves the sounds apart by: p beside b, ch beside j. */
const ALIKE = 0.75;

/**
 * Two words are one thing where the case calls one thing so, where they sound alike, or where, of the persons whom two lists
 * give some word, most who have the one word on the first list have the other on the second, and the other way round. Two
 * things that the case names are never made one; nor, by shared persons, two words that one list writes.
 *
 * @param persons - of each person what its rows write.
 * @param idOf - what the case calls things, by folded name.
 */
export function findOneName(
  persons: readonly (readonly Written[])[],
  idOf: ReadonlyMap<string, string>,
): (value: string) => OneName {
  const listsOf = new Map<string, Set<string>>();
  for (const { list, value } of persons.flat())
    listsOf.set(value, (listsOf.get(value) ?? new Set<string>()).add(list));
  const values = [...new Set([...listsOf.keys(), ...idOf.keys()])].sort(compareText);
  const groups = createGroups(values, { idOf, listsOf });
  const named = new Map<string, string>();
  for (const [name, id] of idOf) {
    const first = named.get(id);
    if (first === undefined) named.set(id, name);
    else groups.unite(first, name);
  }
  for (const [one, other] of pairsAlike(values)) groups.unite(one, other);
  const heard = persons.map((rows) =>
    rows.map(({ list, value }) => ({ list, value: groups.of(value).value })),
  );
  for (const [one, other] of pairsTogether(heard)) groups.unite(one, other, { byPersons: true });
  return groups.of;
}

type Pair = readonly [one: string, other: string];

interface Groups {
  of(value: string): OneName;
  unite(one: string, other: string, how?: { readonly byPersons: boolean }): void;
}

function createGroups(
  values: readonly string[],
  {
    idOf,
    listsOf,
  }: {
    readonly idOf: ReadonlyMap<string, string>;
    readonly listsOf: ReadonlyMap<string, ReadonlySet<string>>;
  },
): Groups {
  const numberOf = new Map(values.map((value, number) => [value, number]));
  const groups = new UnionFind(values.length);
  const ids = values.map((value) => idOf.get(value) ?? null);
  const lists = values.map((value) => new Set(listsOf.get(value)));
  const rootOf = (value: string) => {
    const number = numberOf.get(value);
    return number === undefined ? null : groups.find(number);
  };
  return {
    of(value) {
      const root = rootOf(value);
      return root === null ? { value, id: null } : { value: values[root] ?? value, id: ids[root] ?? null };
    },
    unite(one, other, { byPersons } = { byPersons: false }) {
      const [left, right] = [rootOf(one), rootOf(other)];
      if (left === null || right === null || left === right) return;
      const [id, its] = [ids[left] ?? null, ids[right] ?? null];
      if (id !== null && its !== null && id !== its) return;
      const [here, there] = [lists[left] ?? new Set<string>(), lists[right] ?? new Set<string>()];
      if (byPersons && [...here].some((list) => there.has(list))) return;
      groups.union(left, right);
      const root = groups.find(left);
      ids[root] = id ?? its;
      lists[root] = new Set([...here, ...there]);
    },
  };
}

/** Beside those of its key alone: each with each other would take days where there are many. */
function pairsAlike(values: readonly string[]): Pair[] {
  const byKey = new Map<string, { readonly value: string; readonly sounds: Sounds }[]>();
  const found: Pair[] = [];
  for (const value of values) {
    // Words are written apart in one script and as one in another.
    const word = value.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
    const sounds = toSounds(word);
    for (const key of toSoundKeys(word)) {
      const others = byKey.get(key) ?? [];
      for (const other of others)
        if (soundDistance(sounds, other.sounds) <= ALIKE) found.push([other.value, value]);
      others.push({ value, sounds });
      byKey.set(key, others);
    }
  }
  return found;
}

/** Each person counts once for a pair of words of two lists, however many rows it has. */
function pairsTogether(persons: readonly (readonly Written[])[]): Pair[] {
  const tables = new Map<string, PairTable>();
  for (const rows of persons) {
    const written = distinct(rows);
    for (const [at, left] of written.entries())
      for (const right of written.slice(at + 1)) {
        if (left.list === right.list) continue;
        const [one, other] = left.list < right.list ? [left, right] : [right, left];
        const key = JSON.stringify([one.list, other.list]);
        const table = tables.get(key) ?? createPairTable();
        tables.set(key, table);
        table.add(one.value, other.value);
      }
  }
  return [...tables.values()].flatMap((table) => table.mutual());
}

function distinct(rows: readonly Written[]): readonly Written[] {
  return rows.filter(
    ({ list, value }, at) => rows.findIndex((row) => row.list === list && row.value === value) === at,
  );
}

interface PairTable {
  add(one: string, other: string): void;
  /** Pairs of two different words of which each is mostly found with the other. */
  mutual(): Pair[];
}

/** How often the words of one list stand with those of another one. */
function createPairTable(): PairTable {
  const together = new Map<string, Map<string, number>>();
  const ofOne = new Map<string, number>();
  const ofOther = new Map<string, number>();
  const count = (counts: Map<string, number>, value: string) =>
    void counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    add(one, other) {
      const others = together.get(one) ?? new Map<string, number>();
      together.set(one, others);
      count(others, other);
      count(ofOne, one);
      count(ofOther, other);
    },
    mutual: () =>
      [...together].flatMap(([one, others]) =>
        [...others].flatMap(([other, both]) => {
          const least = SHARE * Math.max(ofOne.get(one) ?? 0, ofOther.get(other) ?? 0);
          return one !== other && both >= FEWEST && both > least ? [[one, other] as const] : [];
        }),
      ),
  };
}
