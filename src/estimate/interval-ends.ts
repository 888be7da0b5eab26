/** How far the ends of an interval from draws would move with other draws. */
import { quantileErrors } from "./convergence.ts";
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
  const [low = 0, high = 0, first = 0, last = 0] = quantileErrors(people, [
    0.025,
    0.975,
    MEMBER_TAIL,
    1 - MEMBER_TAIL,
  ]);
  const all = Float64Array.from(people.flatMap((chain) => [...chain])).sort();
  const at = (level: number) => all[Math.floor(level * (all.length - 1))] ?? 0;
  const width = at(1 - MEMBER_TAIL) - at(MEMBER_TAIL);
  return { low, high, share: width > 0 ? Math.max(first, last) / width : 0 };
}
