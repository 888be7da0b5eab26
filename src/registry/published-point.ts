/** A place told more coarsely than it is known: the middle of a square on the ground, the same for all places in it. */

export interface PlacePoint {
  readonly latitude: number;
  readonly longitude: number;
  /** Radius in metres within which the thing lies. */
  readonly accuracyM: number;
}

/** The Earth's mean radius (IUGG), and the length of a degree of latitude on a sphere of it. */
const EARTH_RADIUS_M = 6_371_008.8;
const METRES_A_DEGREE = (Math.PI / 180) * EARTH_RADIUS_M;
/** Past this latitude a degree of longitude is too short to divide. */
const MOST_LATITUDE = 85;
/** About a metre: more digits would say nothing. */
const DIGITS = 5;
const ROUNDING_M = 2;

/**
 * The middle of the square of `km` × `km` that the point lies in, with a radius that reaches over all of the square. It
 * depends on the square alone: of many places told so, none is known better than by its square. A point that is known no
 * better than that stays as it is.
 *
 * @param km - side of the square in kilometres, above 0.
 */
export function coarsenPoint(point: PlacePoint, km: number): PlacePoint {
  const sideM = km * 1000;
  if (point.accuracyM >= sideM) return point;
  const step = sideM / METRES_A_DEGREE;
  const latitude = clamp(middleOf(point.latitude, step), 90);
  const width = step / Math.cos((Math.min(Math.abs(latitude), MOST_LATITUDE) * Math.PI) / 180);
  const longitude = clamp(middleOf(point.longitude, width), 180);
  const middle = { latitude: round(latitude), longitude: round(longitude) };
  const corners = [-1, 1].map((side) => ({
    latitude: clamp(latitude + (side * step) / 2, 90),
    longitude: longitude + width / 2,
  }));
  const reachM = Math.max(...corners.map((corner) => distanceM(middle, corner)));
  return { ...middle, accuracyM: Math.ceil(reachM + point.accuracyM + ROUNDING_M) };
}

type Degrees = Omit<PlacePoint, "accuracyM">;

/** Metres between two places on a sphere, by the haversine formula. */
export function distanceM(from: Degrees, to: Degrees): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const half =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
}

function middleOf(degrees: number, step: number): number {
  return (Math.floor(degrees / step) + 0.5) * step;
}

function clamp(degrees: number, most: number): number {
  return Math.max(-most, Math.min(most, degrees));
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DIGITS));
}
