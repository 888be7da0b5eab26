/** All sites of a dossier on one map: coasts and borders for orientation, each site by its shape and its number. */
import type { ReleasedSite } from "../content.ts";
import { outlinesWithin, type Position, type Window } from "../outlines.ts";
import type { Overview, OverviewPlace, SiteMark, Spot } from "./document.ts";
import { KM_PER_DEGREE, kmPerDegreeOfLongitude, pointText, scaleFor } from "./locator.ts";
import type { Words } from "./words.ts";

/** Beyond the outermost sites, in parts of what lies between them. */
const MARGIN = 0.25;
/** From the middle to the edge: never so near that coasts drawn at 1:50 million would seem to be exact. */
const LEAST_HALF_KM = 350;
/** Of the height to the width. */
const FLATTEST = 0.5;
const TALLEST = 0.8;
/** Sites nearer to each other than this part of the width share one label. */
const TOO_NEAR = 0.03;
/** Numbers of one label; where more share it, it says how many. */
const MOST_NUMBERS = 4;

interface Placed {
  readonly number: number;
  readonly mark: SiteMark;
  readonly site: ReleasedSite;
  readonly point: NonNullable<ReleasedSite["point"]>;
}

/**
 * Null where no site is told with a place. Positions are parts of the width from the left and of the height from the top,
 * in the equirectangular projection about the middle latitude.
 */
export function overviewOf(
  sites: readonly ReleasedSite[],
  markOf: (site: ReleasedSite) => SiteMark,
  words: Words,
): Overview | null {
  const placed = sites
    .flatMap((site) => (site.point === null ? [] : [{ site, point: site.point }]))
    .map((each, at): Placed => ({ ...each, number: at + 1, mark: markOf(each.site) }));
  if (placed.length === 0) return null;
  const { window, halfKm, aspect } = frameOf(placed);
  const spotOf = ([longitude, latitude]: Position): Spot => [
    rounded((longitude - window.west) / (window.east - window.west)),
    rounded((window.north - latitude) / (window.north - window.south)),
  ];
  const { land, borders } = outlinesWithin(window);
  const km = scaleFor(halfKm);
  return {
    aspect,
    land: land.map((ring) => ring.map(spotOf)),
    borders: borders.map((line) => line.map(spotOf)),
    places: grouped(placed, spotOf, aspect).map((group) => placeOf(group, spotOf, halfKm, words)),
    scale: { part: rounded(km / (2 * halfKm)), text: words.say("site.map.km", { km }) },
    key: placed.map(({ number, mark, site }) => ({
      ...{ id: site.id, mark, number: words.digits(String(number)), name: words.told(site.name) },
    })),
    alt: words.say("site.overview.alt", { places: altOf(placed, words) }),
    caption: words.say("site.overview.caption"),
    note: words.say("site.map.note"),
  };
}

function frameOf(placed: readonly Placed[]) {
  const latitudes = placed.map(({ point }) => point.latitude);
  const longitudes = placed.map(({ point }) => point.longitude);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [latitude, longitude] = [middle(latitudes), middle(longitudes)];
  const kmEast = kmPerDegreeOfLongitude(latitude);
  const neededEast = span(longitudes) * (1 / 2 + MARGIN) * kmEast;
  const neededNorth = span(latitudes) * (1 / 2 + MARGIN) * KM_PER_DEGREE;
  const halfKm = Math.max(neededEast, neededNorth / TALLEST, LEAST_HALF_KM);
  const aspect = rounded(Math.min(Math.max(neededNorth / halfKm, FLATTEST), TALLEST));
  const [halfEast, halfNorth] = [halfKm / kmEast, (halfKm * aspect) / KM_PER_DEGREE];
  const window: Window = {
    ...{ west: longitude - halfEast, east: longitude + halfEast },
    ...{ south: latitude - halfNorth, north: latitude + halfNorth },
  };
  return { window, halfKm, aspect };
}

/** Each with the first that it is too near to; those of one city are no more apart than the paper can show. */
function grouped(placed: readonly Placed[], spotOf: (at: Position) => Spot, aspect: number): Placed[][] {
  const groups: { readonly spot: Spot; readonly those: Placed[] }[] = [];
  for (const each of placed) {
    const spot = spotOf([each.point.longitude, each.point.latitude]);
    const near = groups.find(
      (group) => Math.hypot(group.spot[0] - spot[0], (group.spot[1] - spot[1]) * aspect) < TOO_NEAR,
    );
    if (near === undefined) groups.push({ spot, those: [each] });
    else near.those.push(each);
  }
  return groups.map(({ those }) => those);
}

function placeOf(
  group: readonly Placed[],
  spotOf: (at: Position) => Spot,
  halfKm: number,
  { digits, say }: Words,
): OverviewPlace {
  const [first] = group;
  const numbers = group.map(({ number }) => digits(String(number)));
  const { latitude, longitude } = first?.point ?? { latitude: 0, longitude: 0 };
  const radii = group.map(({ point, site }) => Math.max(point.accuracyM / 1000, site.coarsenedKm ?? 0));
  return {
    spot: spotOf([longitude, latitude]),
    radius: rounded(Math.max(...radii) / (2 * halfKm)),
    marks: [...new Set(group.map(({ mark }) => mark))],
    label:
      numbers.length > MOST_NUMBERS
        ? say("site.overview.many", { count: numbers.length })
        : numbers.join(say("comma")),
  };
}

function altOf(placed: readonly Placed[], words: Words): string {
  return placed
    .map(({ number, site, point }) =>
      words.say("site.overview.place", { number, site: words.told(site.name), ...pointText(point, words) }),
    )
    .join(words.language === "fa" ? "؛ " : "; ");
}

/** Ten-thousandths of a page's width are less than a printer's dot. */
function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}
