/** A lower bound as the tables of the estimate page write it. */
import type { StratumView } from "../../src/server/client.ts";

/** The ends outwards, as every interval is told. */
export function boundText(
  { point, interval }: NonNullable<StratumView["lowerBound"]>,
  number: (value: number) => string,
): string {
  const least = number(Math.round(point));
  if (interval === null) return least;
  return `${number(Math.floor(interval[0]))} – ${number(Math.ceil(interval[1]))} (${least})`;
}
