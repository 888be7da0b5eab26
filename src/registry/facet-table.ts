/** Facets: what the things that were found are, counted by several properties at once, what has none among them. */
import { compareText } from "../core/index.ts";

/** What is chosen of one facet: things with one of the values, or with none where that is chosen too. */
export interface FacetChoice {
  readonly values: readonly string[];
  readonly isMissing: boolean;
}

export interface FacetCount {
  /** Null for the things that have no value. */
  readonly value: string | null;
  readonly count: number;
}

export interface FacetResult<Facet extends string> {
  /** The things that fit every choice, in the order in which they were found. */
  readonly kept: Int32Array;
  /**
   * By facet, of the things that fit the choices of all *other* facets, so that the values beside a chosen one keep their
   * counts; a chosen value is counted even where that is 0. A thing with several values is counted under each. The most
   * frequent first, then in the order of the values.
   */
  readonly counts: ReadonlyMap<Facet, readonly FacetCount[]>;
}

export interface FacetTable<Facet extends string> {
  /** Adds the next thing with its values; a facet that is left out, or has no value, is missing. */
  add(values: Readonly<Partial<Record<Facet, readonly string[]>>>): void;
  /** Gives a thing that was added other values. */
  replace(thing: number, values: Readonly<Partial<Record<Facet, readonly string[]>>>): void;
  /** Every value that things have of a facet, in the order in which they were added. */
  values(facet: Facet): readonly string[];
  /** @param chosen - a facet with neither a value nor "missing" chosen restricts nothing. */
  count(found: Int32Array, chosen: ReadonlyMap<Facet, FacetChoice>): FacetResult<Facet>;
}

/** One facet of every thing, as the number of its set of values: things have few different ones. */
interface Column<Facet> {
  readonly facet: Facet;
  /** The empty set is number 0. */
  readonly sets: (readonly string[])[];
  readonly numbers: Map<string, number>;
  ofThing: Uint32Array;
}

export function createFacetTable<Facet extends string>(facets: readonly Facet[]): FacetTable<Facet> {
  const columns = facets.map(
    (facet): Column<Facet> => ({ facet, sets: [[]], numbers: new Map(), ofThing: new Uint32Array(256) }),
  );
  let size = 0;
  return {
    add(values) {
      for (const column of columns) {
        if (size === column.ofThing.length) {
          const larger = new Uint32Array(size * 2);
          larger.set(column.ofThing);
          column.ofThing = larger;
        }
        column.ofThing[size] = numberOfSet(column, values[column.facet] ?? []);
      }
      size += 1;
    },
    replace(thing, values) {
      for (const column of columns) column.ofThing[thing] = numberOfSet(column, values[column.facet] ?? []);
    },
    values(facet) {
      const column = columns.find((each) => each.facet === facet);
      return [...new Set(column?.sets.flat())];
    },
    count: (found, chosen) => countFacets(columns, found, chosen),
  };
}

function numberOfSet<Facet>({ sets, numbers }: Column<Facet>, values: readonly string[]): number {
  const [first] = values;
  if (first === undefined) return 0;
  const distinct = values.length === 1 ? values : [...new Set(values)];
  const key = distinct.length === 1 ? first : distinct.join("\u0000");
  const known = numbers.get(key);
  if (known !== undefined) return known;
  sets.push(distinct);
  numbers.set(key, sets.length - 1);
  return sets.length - 1;
}

function countFacets<Facet extends string>(
  columns: readonly Column<Facet>[],
  found: Int32Array,
  chosen: ReadonlyMap<Facet, FacetChoice>,
): FacetResult<Facet> {
  const choices = columns.flatMap(({ facet, sets, ofThing }) => {
    const fits = fittingSets(sets, chosen.get(facet));
    return fits === null ? [] : [{ facet, ofThing, fits, onlyHere: createNumbers(found.length) }];
  });
  const kept = choices.length === 0 ? found : keepFitting(found, choices);
  const counts = columns.map(({ facet, sets, ofThing }) => {
    const ofSet = new Uint32Array(sets.length);
    // What this choice alone rules out still counts among the values of its facet.
    const ruledOut = choices.find((choice) => choice.facet === facet)?.onlyHere.all() ?? new Int32Array();
    addUp(kept, ofThing, ofSet);
    addUp(ruledOut, ofThing, ofSet);
    return [facet, spread(sets, ofSet, chosen.get(facet))] as const;
  });
  return { kept, counts: new Map(counts) };
}

/** Written as a bare loop: it runs over half a million things for each facet. */
function addUp(things: Int32Array, ofThing: Uint32Array, ofSet: Uint32Array): void {
  for (let at = 0; at < things.length; at++) {
    const set = ofThing[things[at] ?? 0] ?? 0;
    ofSet[set] = (ofSet[set] ?? 0) + 1;
  }
}

/** A facet in which something is chosen. */
interface Choice {
  readonly ofThing: Uint32Array;
  /** 1 for the sets of values that fit. */
  readonly fits: Uint8Array;
  /** Things that fit every other choice and not this one; filled by `keepFitting`. */
  readonly onlyHere: Numbers;
}

/** The things that fit every choice. */
function keepFitting(found: Int32Array, choices: readonly Choice[]): Int32Array {
  const kept = createNumbers(found.length);
  for (const thing of found) {
    let outside = 0;
    let last = kept;
    for (const { fits, ofThing, onlyHere } of choices) {
      if (fits[ofThing[thing] ?? 0] === 1) continue;
      outside += 1;
      last = onlyHere;
    }
    if (outside < 2) last.push(thing);
  }
  return kept.all();
}

/** Numbers of at most so many things. */
interface Numbers {
  push(thing: number): void;
  all(): Int32Array;
}

function createNumbers(most: number): Numbers {
  const numbers = new Int32Array(most);
  let size = 0;
  return {
    push(thing) {
      numbers[size++] = thing;
    },
    all: () => numbers.subarray(0, size),
  };
}

/** For each set of values whether it fits the choice; null where nothing is chosen. */
function fittingSets(
  sets: readonly (readonly string[])[],
  choice: FacetChoice | undefined,
): Uint8Array | null {
  if (choice === undefined || (choice.values.length === 0 && !choice.isMissing)) return null;
  const values = new Set(choice.values);
  return Uint8Array.from(sets, (set) =>
    Number(set.length === 0 ? choice.isMissing : set.some((value) => values.has(value))),
  );
}

function spread(
  sets: readonly (readonly string[])[],
  counts: Uint32Array,
  choice: FacetChoice | undefined,
): FacetCount[] {
  const byValue = new Map<string | null, number>();
  for (const value of choice?.values ?? []) byValue.set(value, 0);
  if (choice?.isMissing === true) byValue.set(null, 0);
  for (const [number, set] of sets.entries()) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    for (const value of set.length === 0 ? [null] : set)
      byValue.set(value, (byValue.get(value) ?? 0) + count);
  }
  return [...byValue]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value ?? "", b.value ?? ""));
}
