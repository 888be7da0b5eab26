/** Places by their coordinates, in whatever digits and form they are written. */
import type { Finder, Sought } from "./sought.ts";

/** Half of the third decimal: some fifty metres, which is what a reader could dig up. */
const NEAR_DEGREES = 0.000_55;
/** Both coordinates of one place stand near each other: in one line of a table, one pair of tags. */
const NEAR_CHARACTERS = 300;
const DECIMAL = /\d{1,3}[.,\u066b]\d{3,}/gu;
const SEXAGESIMAL =
  /(\d{1,3})\s*[°º\u02da]\s*(\d{1,2})\s*['′’]\s*(\d{1,2}(?:[.,\u066b]\d+)?)\s*(?:"|″|”|'')/gu;
const OTHER_DIGITS = /[\u06f0-\u06f9\u0660-\u0669]/u;

/** Null where no place is sought. */
export function createPointFinder(sought: readonly Sought[]): Finder | null {
  const points = sought.filter((each) => each.is === "point");
  if (points.length === 0) return null;
  const byDegree = new Map<number, typeof points>();
  for (const point of points) {
    // Its neighbours too, so that a place near a whole degree is found from both sides.
    const whole = Math.floor(Math.abs(point.latitude));
    for (const degree of [whole - 1, whole, whole + 1])
      byDegree.set(degree, [...(byDegree.get(degree) ?? []), point]);
  }
  return function* find(text) {
    const numbers = numbersIn(OTHER_DIGITS.test(text) ? withAsciiDigits(text) : text);
    for (const [index, { at, value }] of numbers.entries()) {
      const candidates = byDegree.get(Math.floor(value)) ?? [];
      const near = candidates.filter(({ latitude }) => isNear(value, latitude));
      for (const { id, longitude } of near) if (isAround(numbers, index, at, longitude)) yield id;
    }
  };
}

interface WrittenNumber {
  readonly at: number;
  readonly value: number;
}

/** Without their signs, which may be letters of a compass on either side. */
function numbersIn(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const { 0: written, index } of text.matchAll(DECIMAL))
    found.push({ at: index, value: toNumber(written) });
  for (const { 1: degrees = "", 2: minutes = "", 3: seconds = "", index } of text.matchAll(SEXAGESIMAL))
    found.push({ at: index, value: Number(degrees) + Number(minutes) / 60 + toNumber(seconds) / 3600 });
  return found.sort((a, b) => a.at - b.at);
}

function isAround(numbers: readonly WrittenNumber[], index: number, at: number, longitude: number): boolean {
  for (const step of [-1, 1])
    for (let place = index + step; ; place += step) {
      const other = numbers[place];
      if (other === undefined || Math.abs(other.at - at) > NEAR_CHARACTERS) break;
      if (isNear(other.value, longitude)) return true;
    }
  return false;
}

function isNear(written: number, degrees: number): boolean {
  return Math.abs(written - Math.abs(degrees)) <= NEAR_DEGREES;
}

function toNumber(written: string): number {
  return Number(written.replace(/[,\u066b]/u, "."));
}

function withAsciiDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
