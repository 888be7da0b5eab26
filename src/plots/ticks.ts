/** Round numbers on an axis: a handful, also where it is logarithmic. */

/** Beyond this ratio of the ends a straight axis would press everything else to its edge. */
const LOG_FROM = 25;

const MOST_TICKS = 4;

export function isWide([least, most]: readonly [number, number]): boolean {
  return least > 0 && most > LOG_FROM * least;
}

/** Round numbers within both ends, ascending; powers of ten, halves and fifths of them on a wide axis. */
export function ticksOf([least, most]: readonly [number, number]): readonly number[] {
  if (!isWide([least, most])) return evenTicksOf([least, most]);
  const powers: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); power <= most; power *= 10) powers.push(power);
  const inside = (factors: readonly number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => factor * power))
      .filter((tick) => tick >= least && tick <= most);
  return [[1, 2, 5], [1, 3], [1]].map(inside).find((ticks) => ticks.length <= MOST_TICKS + 1) ?? inside([1]);
}

/** Round numbers at equal steps, for an axis that stays straight however far apart its ends lie. */
export function evenTicksOf([least, most]: readonly [number, number]): readonly number[] {
  const rough = (most - least) / MOST_TICKS;
  if (!(rough > 0)) return [least];
  const power = 10 ** Math.floor(Math.log10(rough));
  // Quarters are round from 25 on; below that they would be halves of people.
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const step = factors.map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  // Multiples of a step such as 0.2 are rounded to the digits they have.
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
