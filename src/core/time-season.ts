/** Seasons and other parts of a year, as EDTF numbers them from 21 to 41 (level 2, "sub-year groupings"). */

/** A month and day, `yearOffset` years after the year written. */
export interface YearDay {
  readonly yearOffset: 0 | 1;
  readonly month: number;
  readonly day: number;
}

export type SeasonName = "spring" | "summer" | "autumn" | "winter";

/**
 * First and last day of a grouping; null for a number that EDTF does not give.
 *
 * EDTF gives seasons no days. So that "certainly" keeps its meaning, each is taken as wide as meteorologists
 * (whole months) and astronomers (equinox to solstice) together make it, and a winter as either of the two
 * that touch its year. This departs from the `edtf` package, which takes summer as April to June. Seasons
 * without a hemisphere (21–24) are the northern ones.
 */
export function seasonBounds(code: number): readonly [YearDay, YearDay] | null {
  const season = seasonName(code);
  if (season !== null) return isSouthern(code) ? SOUTHERN[season] : NORTHERN[season];
  if (code >= 33 && code <= 36) return months((code - 33) * 3 + 1, 3);
  if (code >= 37 && code <= 39) return months((code - 37) * 4 + 1, 4);
  if (code === 40 || code === 41) return months((code - 40) * 6 + 1, 6);
  return null;
}

/**
 * The days that are of a season on either count, the meteorologists' months and the astronomers' quarters; of other
 * parts of a year all their days. Null for a winter, which may be either of two, and for numbers that EDTF does not give.
 */
export function seasonCore(code: number): readonly [YearDay, YearDay] | null {
  const season = seasonName(code);
  if (season === null) return seasonBounds(code);
  const seasonOfNorth = isSouthern(code) ? OPPOSITE[season] : season;
  return CORES[seasonOfNorth];
}

/** The season's name: 21–24, 25–28 northern and 29–32 southern; null for quarters and the like. */
export function seasonName(code: number): SeasonName | null {
  if (code < 21 || code > 32) return null;
  return (["spring", "summer", "autumn", "winter"] as const)[(code - 21) % 4] ?? null;
}

function isSouthern(code: number): boolean {
  return code >= 29 && code <= 32;
}

const MARCH_TO_JUNE = [at(3, 1), at(6, 22)] as const;
const JUNE_TO_SEPTEMBER = [at(6, 1), at(9, 23)] as const;
const SEPTEMBER_TO_DECEMBER = [at(9, 1), at(12, 22)] as const;
const JANUARY_TO_NEXT_MARCH = [at(1, 1), { ...at(3, 20), yearOffset: 1 }] as const;

/** By the season that the north has then. The equinox of March falls on the 20th or 21st, that of September on the 22nd to 24th. */
const CORES: Readonly<Record<SeasonName, readonly [YearDay, YearDay] | null>> = {
  spring: [at(3, 22), at(5, 31)],
  summer: [at(6, 23), at(8, 31)],
  autumn: [at(9, 25), at(11, 30)],
  winter: null,
};

const OPPOSITE: Readonly<Record<SeasonName, SeasonName>> = {
  spring: "autumn",
  summer: "winter",
  autumn: "spring",
  winter: "summer",
};

type SeasonTable = Readonly<Record<SeasonName, readonly [YearDay, YearDay]>>;

const NORTHERN: SeasonTable = {
  spring: MARCH_TO_JUNE,
  summer: JUNE_TO_SEPTEMBER,
  autumn: SEPTEMBER_TO_DECEMBER,
  winter: JANUARY_TO_NEXT_MARCH,
};

const SOUTHERN: SeasonTable = {
  spring: SEPTEMBER_TO_DECEMBER,
  summer: JANUARY_TO_NEXT_MARCH,
  autumn: MARCH_TO_JUNE,
  winter: JUNE_TO_SEPTEMBER,
};

function at(month: number, day: number): YearDay {
  return { yearOffset: 0, month, day };
}

function months(first: number, count: number): readonly [YearDay, YearDay] {
  const last = first + count - 1;
  return [at(first, 1), at(last, [4, 6, 9, 11].includes(last) ? 30 : 31)];
}
