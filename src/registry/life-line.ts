/** How far dated moments bound a life: somebody lived between any two of them. */

/** What happens once in a life, in the order in which it does. */
export const LIFE_MOMENTS = ["birth", "arrest", "abduction", "lastSeen", "death"] as const;
export type LifeMoment = (typeof LIFE_MOMENTS)[number];

/** One moment as one row or several give it: some day between these, whole days since 1970-01-01; null for an open end. */
export interface DatedMoment {
  readonly moment: LifeMoment;
  readonly earliest: number | null;
  readonly latest: number | null;
}

export interface LifeBounds {
  /** Days on all of which the person lived; null where the moments leave none. */
  readonly certain: { readonly from: number; readonly to: number } | null;
  /** Days beyond which the person did not live; null where nothing says. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
}

/**
 * Rows that give one moment differently leave all of their days possible, and only what none of them denies is certain.
 * Null where no moment has a day at either end.
 */
export function boundLife(given: readonly DatedMoment[]): LifeBounds | null {
  const moments = LIFE_MOMENTS.flatMap((moment) => {
    const same = given.filter((each) => each.moment === moment && !isUndated(each));
    return same.length === 0 ? [] : [{ moment, ...hullOf(same) }];
  });
  if (moments.length === 0) return null;
  const [birth, death] = (["birth", "death"] as const).map((name) =>
    moments.find(({ moment }) => moment === name),
  );
  const from = Math.max(
    Math.min(...moments.map(({ latest }) => latest)),
    birth?.latest ?? Number.NEGATIVE_INFINITY,
  );
  const to = Math.min(
    Math.max(...moments.map(({ earliest }) => earliest)),
    death?.earliest ?? Number.POSITIVE_INFINITY,
  );
  return {
    certain: Number.isFinite(from) && Number.isFinite(to) && from <= to ? { from, to } : null,
    possible: { from: toEnd(birth?.earliest), to: toEnd(death?.latest) },
  };
}

export function isUndated({ earliest, latest }: Pick<DatedMoment, "earliest" | "latest">): boolean {
  return earliest === null && latest === null;
}

function hullOf(moments: readonly DatedMoment[]) {
  return {
    earliest: Math.min(...moments.map(({ earliest }) => earliest ?? Number.NEGATIVE_INFINITY)),
    latest: Math.max(...moments.map(({ latest }) => latest ?? Number.POSITIVE_INFINITY)),
  };
}

function toEnd(day: number | undefined): number | null {
  return day === undefined || !Number.isFinite(day) ? null : day;
}
