/** The work of a linkage run with its numbers in shared memory, so that no thread has a copy of its own. */
import type { LinkWork } from "../linkage/index.ts";

type Comparison = LinkWork["comparisons"][number];
type WordColumn = Extract<Comparison, { sort: "name" }>["column"];
type ValueComparison = Extract<Comparison, { sort: "value" }>;

/** Arrays that were shared already: what a run sends again, changed in one comparison, is not copied again. */
const ints = new WeakMap<Int32Array, Int32Array>();
const floats = new WeakMap<Float64Array, Float64Array>();
const bytes = new WeakMap<Uint8Array, Uint8Array>();

/** The same work in shared memory; what lies there already stays where it is. */
export function toSharedWork({ tokens, comparisons, candidates }: LinkWork): LinkWork {
  const { space } = candidates;
  return {
    tokens: { texts: tokens.texts, features: sharedInts(tokens.features) },
    comparisons: comparisons.map(sharedComparison),
    candidates: {
      ...candidates,
      blocked: sharedInts(candidates.blocked),
      space: {
        recordCount: space.recordCount,
        members: sharedInts(space.members),
        places: sharedInts(space.places),
        offsets: sharedInts(space.offsets),
        ruleStarts: sharedInts(space.ruleStarts),
      },
    },
  };
}

function sharedComparison(comparison: Comparison): Comparison {
  switch (comparison.sort) {
    case "name": {
      const { column, partner } = comparison;
      return {
        ...comparison,
        column: sharedWords(column),
        partner: partner === null ? null : { ...partner, column: sharedWords(partner.column) },
      };
    }
    case "text":
      return { ...comparison, column: sharedWords(comparison.column) };
    case "value":
      return sharedValues(comparison);
    case "same-list":
      return { ...comparison, lists: sharedInts(comparison.lists) };
  }
}

function sharedWords(column: WordColumn): WordColumn {
  return {
    ids: sharedInts(column.ids),
    offsets: sharedInts(column.offsets),
    tokens: sharedInts(column.tokens),
    otherWritings: sharedInts(column.otherWritings),
    counts: sharedInts(column.counts),
    known: column.known,
    skeletonShares: sharedFloats(column.skeletonShares),
    valueShares: sharedFloats(column.valueShares),
    isArabic: sharedBytes(column.isArabic),
  };
}

function sharedValues(comparison: ValueComparison): ValueComparison {
  const { column, values } = comparison;
  return {
    ...comparison,
    column: { ids: sharedInts(column.ids), counts: sharedInts(column.counts), known: column.known },
    values:
      values.kind === "date"
        ? {
            kind: "date",
            days: {
              first: sharedInts(values.days.first),
              last: sharedInts(values.days.last),
              year: sharedInts(values.days.year),
              inYear: sharedInts(values.days.inYear),
              digits: sharedInts(values.days.digits),
            },
          }
        : values,
  };
}

function sharedInts(values: Int32Array): Int32Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const known = ints.get(values);
  if (known !== undefined) return known;
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  ints.set(values, copy);
  return copy;
}

function sharedFloats(values: Float64Array): Float64Array {
  const known = floats.get(values);
  if (known !== undefined) return known;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  floats.set(values, copy);
  return copy;
}

function sharedBytes(values: Uint8Array): Uint8Array {
  const known = bytes.get(values);
  if (known !== undefined) return known;
  const copy = new Uint8Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  bytes.set(values, copy);
  return copy;
}
