/**
 * What each true person contributes to every figure. All figures are ratios of sums over true persons, so that
 * persons, who are independent, can be drawn again and records, who are not, never are.
 *
 * @see Binette et al., How to evaluate entity resolution systems, 2023: estimates from sampled clusters.
 */

/** A column has one value for each person; only those that are not 0 are kept. */
export interface SparseColumn {
  readonly persons: Int32Array;
  readonly values: Float64Array;
}

/** The names of the sums; each has a column. */
export const COUNTS = [
  "records",
  "persons",
  "clusters",
  "namedPersons",
  "namedClusters",
  "sharedPairs",
  "foundPairs",
  "truePairs",
  "bCubedPrecision",
  "bCubedRecall",
  "exactClusters",
  "splitPersons",
  "mergedClusters",
] as const;
export type CountName = (typeof COUNTS)[number];

/** Records grouped by a label. */
export interface Grouping {
  /** Group of each record. */
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

export function toGrouping(labels: readonly string[]): Grouping {
  const known = new Map<string, number>();
  const members: number[][] = [];
  const of = Int32Array.from(labels, (label, record) => {
    const group = known.get(label) ?? known.set(label, known.size).size - 1;
    const own = members[group];
    if (own === undefined) members.push([record]);
    else own.push(record);
    return group;
  });
  return { of, members };
}

/** Collects values for persons into sparse columns. */
export class ColumnBuilder {
  readonly #sums = new Map<number, number>();

  add(person: number, value: number): void {
    this.#sums.set(person, (this.#sums.get(person) ?? 0) + value);
  }

  build(): SparseColumn {
    const entries = [...this.#sums].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
    return {
      persons: Int32Array.from(entries, ([person]) => person),
      values: Float64Array.from(entries, ([, value]) => value),
    };
  }
}

/**
 * The contributions of each true person: a column for each of `COUNTS`, in that order.
 *
 * A found pair of two persons counts half for each; a found cluster is shared out over its records.
 *
 * @param isNamed - whether each record takes part in the count of distinct persons.
 */
export function countByPerson(truth: Grouping, found: Grouping, isNamed: readonly boolean[]): SparseColumn[] {
  const builders = COUNTS.map(() => new ColumnBuilder());
  const add = (name: CountName, person: number, value: number): void =>
    builders[COUNTS.indexOf(name)]?.add(person, value);
  const namedIn = found.members.map((members) => members.filter((record) => isNamed[record]).length);
  const personsIn = found.members.map((members) => new Set(members.map((record) => truth.of[record])).size);
  for (const [person, members] of truth.members.entries()) {
    const size = members.length;
    const parts = new Map<number, number>();
    for (const record of members) {
      const cluster = found.of[record] ?? 0;
      parts.set(cluster, (parts.get(cluster) ?? 0) + 1);
    }
    add("records", person, size);
    add("persons", person, 1);
    add("truePairs", person, pairsOf(size));
    if (members.some((record) => isNamed[record])) add("namedPersons", person, 1);
    if (parts.size > 1) add("splitPersons", person, 1);
    for (const [cluster, part] of parts) {
      const clusterSize = found.members[cluster]?.length ?? part;
      add("clusters", person, part / clusterSize);
      add("foundPairs", person, (part * (clusterSize - 1)) / 2);
      add("sharedPairs", person, pairsOf(part));
      add("bCubedPrecision", person, (part * part) / clusterSize);
      add("bCubedRecall", person, (part * part) / size);
      if (part === size && clusterSize === size) add("exactClusters", person, 1);
      if ((personsIn[cluster] ?? 1) > 1) add("mergedClusters", person, part / clusterSize);
    }
    for (const record of members) {
      if (isNamed[record]) add("namedClusters", person, 1 / (namedIn[found.of[record] ?? 0] ?? 1));
    }
  }
  return builders.map((builder) => builder.build());
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}
