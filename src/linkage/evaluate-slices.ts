/** Kinds of pairs that linkage finds hard, each scored apart: a good mean can hide a bad part. */
import { ColumnBuilder, type Grouping, type SparseColumn } from "./evaluate-counts.ts";
import { toRecordTraits } from "./evaluate-traits.ts";
import type { LinkInput } from "./records.ts";
import type { LinkSettings } from "./settings.ts";

/**
 * - `script`: the scripts of the two names, such as "arabic – latin".
 * - `list`: the two lists.
 * - `family`: whether one of the two has a relative in the lists: another person with the same family name and the
 *   same father, day or place.
 * - `name`: "common" when another person in the lists bears the name of one of the two.
 * - `dates`: how many of the date fields both records know: "all", "some", "none".
 */
export const SLICE_NAMES = ["script", "list", "family", "name", "dates"] as const;
export type SliceName = (typeof SLICE_NAMES)[number];

export interface CountedSlice {
  readonly slice: SliceName;
  readonly value: string;
  /** Pairs that are of one person and in one cluster, by person. */
  readonly shared: SparseColumn;
  /** Pairs in one cluster; half for each person where they are of two. */
  readonly found: SparseColumn;
  readonly real: SparseColumn;
}

export interface SliceInput {
  readonly input: LinkInput;
  readonly settings: LinkSettings;
  readonly truth: Grouping;
  readonly found: Grouping;
}

interface SliceBuilder {
  readonly shared: ColumnBuilder;
  readonly found: ColumnBuilder;
  readonly real: ColumnBuilder;
}

/** The slices that occur, in the order of `SLICE_NAMES` and then by value. */
export function countSlices({ input, settings, truth, found }: SliceInput): CountedSlice[] {
  const traits = toRecordTraits(input, settings, truth);
  const dates = input.fields.flatMap(({ kind }, index) => (kind === "date" ? [index] : []));
  const slices = new Map<SliceName, Map<string, SliceBuilder>>(SLICE_NAMES.map((name) => [name, new Map()]));
  const builderOf = (slice: SliceName, value: string): SliceBuilder => {
    const values = slices.get(slice) ?? new Map<string, SliceBuilder>();
    let builder = values.get(value);
    if (builder === undefined) {
      builder = { shared: new ColumnBuilder(), found: new ColumnBuilder(), real: new ColumnBuilder() };
      values.set(value, builder);
    }
    return builder;
  };
  const slicesOf = (left: number, right: number): SliceBuilder[] => {
    const [one, two] = [traits[left], traits[right]];
    if (one === undefined || two === undefined) return [];
    const both = dates.filter(
      (field) => hasValue(input, left, field) && hasValue(input, right, field),
    ).length;
    return [
      builderOf("script", unordered(one.script, two.script)),
      builderOf("list", unordered(one.list, two.list)),
      builderOf("family", one.hasFamily || two.hasFamily ? "with-relatives" : "without"),
      builderOf("name", one.isCommon || two.isCommon ? "common" : "unique"),
      ...(dates.length === 0
        ? []
        : [builderOf("dates", both === 0 ? "none" : both === dates.length ? "all" : "some")]),
    ];
  };
  visitPairs(truth, (left, right) => {
    const person = truth.of[left] ?? 0;
    const isFound = found.of[left] === found.of[right];
    for (const slice of slicesOf(left, right)) {
      slice.real.add(person, 1);
      if (isFound) slice.shared.add(person, 1);
    }
  });
  visitPairs(found, (left, right) => {
    for (const slice of slicesOf(left, right)) {
      slice.found.add(truth.of[left] ?? 0, 0.5);
      slice.found.add(truth.of[right] ?? 0, 0.5);
    }
  });
  return [...slices].flatMap(([slice, values]) =>
    [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, { shared, found: pairs, real }]) => ({
        slice,
        value,
        shared: shared.build(),
        found: pairs.build(),
        real: real.build(),
      })),
  );
}

function hasValue({ records }: LinkInput, record: number, field: number): boolean {
  return (records[record]?.values[field] ?? null) !== null;
}

function unordered(one: string, two: string): string {
  return one <= two ? `${one} – ${two}` : `${two} – ${one}`;
}

function visitPairs({ members }: Grouping, visit: (left: number, right: number) => void): void {
  for (const group of members) {
    for (const [index, left] of group.entries()) {
      for (let other = index + 1; other < group.length; other += 1) visit(left, group[other] ?? 0);
    }
  }
}
