/** How far the ends of an interval from draws would move with other draws. */
import { quantilesOfDraws } from "./convergence.ts";
import { MEMBER_TAIL } from "./ensemble.ts";

export interface EndErrors {
  /** Standard errors of the ends of the central 95 % interval, in people. */
  readonly low: number;
  readonly high: number;
  /** The larger error of the ends of the 98 % interval, which an ensemble takes, as a share of its width. */
  readonly share: number;
}

/**
 * @param missed - draws of the chance of being unseen, one array for each chain.
 * @param law - people counted, and the largest number unseen.
 */
export function errorsOfEnds(
  missed: readonly Float64Array[],
  { seen, most }: { readonly seen: number; readonly most: number },
): EndErrors {
  const people = missed.map((chain) =>
    chain.map((chance) => Math.min(most, (seen * chance) / Math.max(1 - chance, Number.MIN_VALUE))),
  );
  const ends = (tail: number) => {
    const [low, high] = quantilesOfDraws(people, [tail, 1 - tail]);
    if (low === undefined || high === undefined) throw new RangeError("two levels have two quantiles");
    return { low, high };
  };
  const [own, outer] = [ends(0.025), ends(MEMBER_TAIL)];
  const width = outer.high.value - outer.low.value;
  const share = width > 0 ? Math.max(outer.low.error, outer.high.error) / width : 0;
  return { low: own.low.error, high: own.high.error, share };
}
