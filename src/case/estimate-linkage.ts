/** An estimate with the doubt of linkage in it: the same people counted under each partition of the recorded link. */
import { z } from "zod";
import {
  type CaptureTable,
  combineGuarded,
  estimateWithPosteriors,
  type MethodName,
  type UnseenPosterior,
} from "../estimate/index.ts";

/** What the partitions of a link say of one estimate. */
export const LinkageOfEstimate = z.strictObject({
  /** Partitions that were counted. */
  partitions: z.number().int().positive(),
  /** Fewest and most people counted on the lists of the estimate under one of them. */
  counted: z.tuple([z.number(), z.number()]),
  /** The method whose posteriors are combined; null when none gives one, as with two lists. */
  method: z.string().nullable(),
  /** Partitions under which that method gave no number: they are not in the interval. */
  withoutNumber: z.number().int().nonnegative(),
  /** One estimate from all of them (Rubin's rule), or null when fewer than two gave a number. */
  combined: z
    .strictObject({
      point: z.number(),
      /** null where few partitions lie so far apart that it would say nothing of use. */
      interval: z.tuple([z.number(), z.number()]).nullable(),
      /** Part of the variance that comes from how records were linked, 0 to 1. */
      linkageShare: z.number(),
      /** Fewer partitions than are needed to know the variance between them. */
      isFew: z.boolean(),
    })
    .nullable(),
});
export type LinkageOfEstimate = z.infer<typeof LinkageOfEstimate>;

/** Methods without chance whose posteriors can be combined: a build gives the same bytes everywhere. */
const COMBINED: MethodName = "dga";

/** One table of the same people for each partition. */
export interface WeightedTable {
  readonly table: CaptureTable;
  readonly weight: number;
}

/** Runs the method on every table and combines the posteriors by their weights; null without tables. */
export function estimateOverLinkages(replicates: readonly WeightedTable[]): LinkageOfEstimate | null {
  if (replicates.length === 0) return null;
  const done = replicates.map(({ table, weight }): { posterior: UnseenPosterior | null; weight: number } => {
    const isShared = table.cells.some(({ pattern }) => (pattern & (pattern - 1)) !== 0);
    if (!isShared) return { posterior: null, weight };
    const { posteriors } = estimateWithPosteriors(table, { methods: [COMBINED] });
    return { posterior: posteriors.get(COMBINED) ?? null, weight };
  });
  const counts = replicates.map(({ table }) => table.cells.reduce((sum, { count }) => sum + count, 0));
  const given = done.flatMap(({ posterior, weight }) => (posterior === null ? [] : [{ posterior, weight }]));
  const combined =
    given.length < 2
      ? null
      : combineGuarded(
          given.map(({ posterior }) => posterior),
          { weights: given.map(({ weight }) => weight) },
        );
  return {
    partitions: replicates.length,
    counted: [Math.min(...counts), Math.max(...counts)],
    method: combined === null ? null : COMBINED,
    withoutNumber: replicates.length - given.length,
    combined:
      combined === null
        ? null
        : {
            point: combined.point,
            interval: combined.interval === null ? null : [combined.interval[0], combined.interval[1]],
            linkageShare: combined.linkageShare,
            isFew: combined.isFew,
          },
  };
}
