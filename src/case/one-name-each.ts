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

/** Fewer persons may share two values by chance. */
const FEWEST = 3;
/** Of those whom both lists place, so many who have the one value have the other. */
const SHARE = 0.6;

/** What a letter that another script does not have moves the sounds apart by: p beside b, ch beside j. */
const ALIKE = 0.75;

/**
 * Two values are one thing where they sound alike; or where, of the persons whom two lists give some value, most who have the
 * one value on the first list have the other on the second, and the other way round.
 *
 * @param persons - of each person what its rows write.
 * @returns every value by the one that stands for it; values that stand for themselves may be left out.
 */
export function findOneName(persons: readonly (readonly Written[])[]): ReadonlyMap<string, string> {
  const values = [...new Set(persons.flatMap((rows) => rows.map(({ value }) => value)))].sort(compareText);
  const heard = joinPairs(values, pairsAlike(values));
  const pairs = pairsTogether(
    persons.map((rows) => rows.map(({ list, value }) => ({ list, value: heard.get(value) ?? value }))),
  );
  const joined = joinPairs(values, pairs);
  return new Map(
    values.map((value) => {
      const alike = heard.get(value) ?? value;
      return [value, joined.get(alike) ?? alike];
    }),
  );
}

type Pair = readonly [one: string, other: string];

/** Each value by the first, in the order given, of those that pairs lead to. */
function joinPairs(values: readonly string[], pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const numberOf = new Map(values.map((value, number) => [value, number]));
  const groups = new UnionFind(values.length);
  for (const [one, other] of pairs) groups.union(numberOf.get(one) ?? 0, numberOf.get(other) ?? 0);
  return new Map(values.map((value, number) => [value, values[groups.find(number)] ?? value]));
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

function pairsTogether(persons: readonly (readonly Written[])[]): Pair[] {
  const tables = new Map<string, PairTable>();
  for (const written of persons)
    for (const [at, left] of written.entries())
      for (const right of written.slice(at + 1)) {
        if (left.list === right.list) continue;
        const [one, other] = left.list < right.list ? [left, right] : [right, left];
        const key = JSON.stringify([one.list, other.list]);
        const table = tables.get(key) ?? createPairTable();
        tables.set(key, table);
        table.add(one.value, other.value);
      }
  return [...tables.values()].flatMap((table) => table.mutual());
}

interface PairTable {
  add(one: string, other: string): void;
  /** Pairs of two different values of which each is mostly found with the other. */
  mutual(): Pair[];
}

/** How often the values of one list stand with those of another one. */
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
      for (const [counts, value] of [
        [others, other],
        [ofOne, one],
        [ofOther, other],
      ] as const)
        count(counts, value);
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
