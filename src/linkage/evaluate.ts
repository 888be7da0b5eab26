/** How far the clusters are from the truth: pairs, records, clusters, and the number of persons. */

import { namedRecords } from "./canonical-order.ts";
import { drawPersons, percentileInterval, sumOnce } from "./evaluate-bootstrap.ts";
import type { CountName } from "./evaluate-counts.ts";
import { COUNTS, countByPerson, toGrouping } from "./evaluate-counts.ts";
import { countSlices, type SliceName } from "./evaluate-slices.ts";
import { fieldColumns } from "./field-columns.ts";
import type { LinkInput } from "./records.ts";
import { type LinkSettings, ownNameFields } from "./settings.ts";

/** A figure with the 95 % interval of the bootstrap over persons; null where there was nothing to divide by. */
export interface EvaluatedFigure {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

export interface PrecisionAndRecall {
  readonly precision: EvaluatedFigure;
  readonly recall: EvaluatedFigure;
  readonly f1: EvaluatedFigure;
}

export interface EvaluatedSlice extends PrecisionAndRecall {
  readonly slice: SliceName;
  readonly value: string;
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly sharedPairs: number;
}

export interface LinkEvaluation {
  readonly records: number;
  /** Pairs of records in one cluster against pairs of records of one person. */
  readonly pairwise: PrecisionAndRecall & {
    readonly truePairs: number;
    readonly foundPairs: number;
    readonly sharedPairs: number;
  };
  /** The mean over records of how much of its cluster is the record's own person, and the other way round. */
  readonly bCubed: PrecisionAndRecall;
  /** Whole clusters: found ones that are exactly a person, and persons that are exactly a cluster. */
  readonly clusters: PrecisionAndRecall & {
    readonly exact: number;
    /** Persons whose records lie in several clusters. */
    readonly splitPersons: number;
    /** Clusters that hold records of several persons. */
    readonly mergedClusters: number;
  };
  /** Distinct persons with at least one named record: what a commission is told. */
  readonly distinctPersons: {
    readonly found: number;
    readonly truth: number;
    /** found / truth − 1. */
    readonly error: EvaluatedFigure;
  };
  readonly slices: readonly EvaluatedSlice[];
  readonly bootstrap: { readonly draws: number; readonly seed: number; readonly over: "persons" };
}

export interface EvaluateOptions {
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Scores clusters against the truth. The same input gives the same figures and intervals.
 *
 * @param clusterIds - of each record of the input, as `linkRecords` gives them.
 * @param truth - the person of each record, as `alignTruth` gives them.
 */
export function evaluateClusters(
  input: LinkInput,
  settings: LinkSettings,
  clusterIds: readonly string[],
  truth: readonly string[],
  { draws = 500, seed = 1988 }: EvaluateOptions = {},
): LinkEvaluation {
  const [real, found] = [toGrouping(truth), toGrouping(clusterIds)];
  const ownNames = ownNameFields(settings);
  const isNamed = namedRecords(fieldColumns(input.records), input.fields, ownNames);
  const slices = countSlices({ input, settings, truth: real, found });
  const columns = [
    ...countByPerson(real, found, isNamed),
    ...slices.flatMap(({ shared, found: pairs, real: truePairs }) => [shared, pairs, truePairs]),
  ];
  const persons = real.members.length;
  const once = sumOnce(columns, persons);
  const again = persons === 0 ? [] : drawPersons(columns, { persons, draws, seed });
  const figure = (read: (sums: Float64Array) => number | null): EvaluatedFigure => ({
    value: read(once),
    interval: percentileInterval(again.map(read)),
  });
  const column = (name: CountName): number => COUNTS.indexOf(name);
  const sum = (name: CountName): number => Math.round(once[column(name)] ?? 0);
  const scores = (shared: number, foundBy: number, realBy: number): PrecisionAndRecall => ({
    precision: figure((sums) => ratio(sums[shared], sums[foundBy])),
    recall: figure((sums) => ratio(sums[shared], sums[realBy])),
    f1: figure((sums) => ratio(2 * (sums[shared] ?? 0), (sums[foundBy] ?? 0) + (sums[realBy] ?? 0))),
  });
  const [byFound, byReal] = [column("bCubedPrecision"), column("bCubedRecall")];
  const records = column("records");
  return {
    records: input.records.length,
    pairwise: {
      ...scores(column("sharedPairs"), column("foundPairs"), column("truePairs")),
      truePairs: sum("truePairs"),
      foundPairs: sum("foundPairs"),
      sharedPairs: sum("sharedPairs"),
    },
    bCubed: {
      precision: figure((sums) => ratio(sums[byFound], sums[records])),
      recall: figure((sums) => ratio(sums[byReal], sums[records])),
      f1: figure((sums) => harmonic(ratio(sums[byFound], sums[records]), ratio(sums[byReal], sums[records]))),
    },
    clusters: {
      ...scores(column("exactClusters"), column("clusters"), column("persons")),
      exact: sum("exactClusters"),
      splitPersons: sum("splitPersons"),
      mergedClusters: sum("mergedClusters"),
    },
    distinctPersons: {
      found: sum("namedClusters"),
      truth: sum("namedPersons"),
      error: figure((sums) => {
        const share = ratio(sums[column("namedClusters")], sums[column("namedPersons")]);
        return share === null ? null : share - 1;
      }),
    },
    slices: slices.map(({ slice, value }, index) => {
      const first = COUNTS.length + index * 3;
      return {
        slice,
        value,
        ...scores(first, first + 1, first + 2),
        sharedPairs: Math.round(once[first] ?? 0),
        foundPairs: Math.round(once[first + 1] ?? 0),
        truePairs: Math.round(once[first + 2] ?? 0),
      };
    }),
    bootstrap: { draws, seed, over: "persons" },
  };
}

function ratio(part: number | undefined, whole: number | undefined): number | null {
  return whole === undefined || whole === 0 ? null : (part ?? 0) / whole;
}

function harmonic(one: number | null, two: number | null): number | null {
  if (one === null || two === null || one + two === 0) return null;
  return (2 * one * two) / (one + two);
}
