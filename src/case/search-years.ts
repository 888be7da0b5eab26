/** The years that a time touches, in both calendars, for counting what was found by them. */
import { type Calendar, fromDayNumber, parseEdtf } from "../core/index.ts";

export interface Years {
  /** Gregorian. */
  readonly year: readonly string[];
  /** Solar Hijri. */
  readonly "solar-year": readonly string[];
}

export const NO_YEARS: Years = { year: [], "solar-year": [] };

/** A span of more years than these says nothing of any of them. */
const MOST_YEARS = 200;

/** Years of EDTF times, each time worked out once: very many statements share few. */
export function createYears(): (edtf: string) => Years {
  const known = new Map<string, Years>();
  return (edtf) => {
    const years = known.get(edtf) ?? yearsOf(edtf);
    known.set(edtf, years);
    return years;
  };
}

/** Every year of either. */
export function joinYears(all: readonly Years[]): Years {
  const joined = (facet: keyof Years) => [...new Set(all.flatMap((years) => years[facet]))].sort();
  return { year: joined("year"), "solar-year": joined("solar-year") };
}

/** Of a time with an open end only the year of the other end: what lies beyond is not said. */
function yearsOf(edtf: string): Years {
  const { earliest, latest } = parseEdtf(edtf);
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  if (first === null || last === null) return NO_YEARS;
  return { year: between(first, last, "gregorian"), "solar-year": between(first, last, "solar-hijri") };
}

/** The days for which `fromDayNumber` knows a Solar Hijri year, with room to spare. */
const SOLAR_HIJRI = { first: -500_000, last: 660_000 };

function between(first: number, last: number, calendar: Calendar): string[] {
  if (calendar === "solar-hijri" && (first < SOLAR_HIJRI.first || last > SOLAR_HIJRI.last)) return [];
  const [from, to] = [fromDayNumber(first, calendar).year, fromDayNumber(last, calendar).year];
  if (to - from >= MOST_YEARS) return [];
  return Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
}
