/** Where a site lies on a grid of degrees. No outline is drawn: so near, none that we have would be exact. */
import type { ReleasedSite } from "../content.ts";
import type { GridLine, Locator, SiteMark } from "./document.ts";
import type { Words } from "./words.ts";

export const KM_PER_DEGREE = 111.32;
const DEGREES_TO_RADIANS = Math.PI / 180;
const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const SCALES_KM = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Of what is drawn, in radii of doubt; never nearer than this many kilometres. */
const RADII = 2.2;
const LEAST_HALF_KM = 5;
const LINES = 4;

/** Null where no place is told. */
export function locate(
  { name, point, coarsenedKm }: ReleasedSite,
  mark: SiteMark,
  words: Words,
): Locator | null {
  if (point === null) return null;
  const radiusKm = Math.max(point.accuracyM / 1000, coarsenedKm ?? 0);
  const halfKm = Math.max(radiusKm * RADII, LEAST_HALF_KM);
  const { latitude, longitude } = point;
  const halfLatitude = halfKm / KM_PER_DEGREE;
  const halfLongitude = halfKm / kmPerDegreeOfLongitude(latitude);
  const texts = pointText(point, words);
  const km = scaleFor(halfKm);
  return {
    ...{ mark, radiusKm, halfKm },
    // Which half of the earth it is stands in the words beside.
    meridians: gridOf(longitude, halfLongitude, words),
    parallels: gridOf(latitude, halfLatitude, words),
    scale: { km, text: words.say("site.map.km", { km }) },
    alt: words.say("site.map.alt", { site: words.told(name), ...texts, km: radiusKm }),
  };
}

/** Near a pole a degree of longitude is next to nothing; graves are not looked for there. */
export function kmPerDegreeOfLongitude(latitude: number): number {
  return KM_PER_DEGREE * Math.max(Math.cos(latitude * DEGREES_TO_RADIANS), 0.01);
}

/** The longest round length that half of the drawing's width holds, in kilometres. */
export function scaleFor(halfKm: number): number {
  return SCALES_KM.findLast((each) => each <= halfKm) ?? SCALES_KM[0] ?? 1;
}

export function pointText(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  words: Words,
): { readonly latitude: string; readonly longitude: string } {
  return {
    latitude: degreesText(latitude, ["site.north", "site.south"], words),
    longitude: degreesText(longitude, ["site.east", "site.west"], words),
  };
}

type Sides = readonly ["site.north", "site.south"] | readonly ["site.east", "site.west"];

function degreesText(degrees: number, [positive, negative]: Sides, words: Words): string {
  return words.say(degrees < 0 ? negative : positive, { degrees: decimals(degrees, words) });
}

function decimals(degrees: number, { digits, language }: Words): string {
  const written = digits(String(Math.abs(Number(degrees.toFixed(DECIMALS)))));
  return language === "fa" ? written.replace(".", "٫") : written;
}

/** Of degrees, some ten metres. */
const DECIMALS = 4;

/** Lines at whole steps, each by how far it lies from the middle: -1 to 1. */
function gridOf(middle: number, half: number, words: Words): GridLine[] {
  const step = STEPS.find((each) => (2 * half) / each <= LINES) ?? half;
  const first = Math.ceil((middle - half) / step);
  const last = Math.floor((middle + half) / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => {
    const degrees = (first + at) * step;
    return {
      at: (degrees - middle) / half,
      text: words.say("site.degrees", { degrees: decimals(degrees, words) }),
    };
  });
}
