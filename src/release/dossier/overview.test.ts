import { expect, test } from "vitest";
import type { ReleasedSite } from "../content.ts";
import { overviewOf } from "./overview.ts";
import { createWords } from "./words.ts";

const site = (
  name: string,
  point: ReleasedSite["point"],
  coarsenedKm: number | null = null,
): ReleasedSite => ({
  ...{ id: `site:${name}`, name, status: "destroyed", statusText: "", coarsenedKm, point, life: [] },
});
const at = (latitude: number, longitude: number, accuracyM = 500) => ({ latitude, longitude, accuracyM });
const mapOf = (...sites: readonly ReleasedSite[]) => overviewOf(sites, () => "destroyed", createWords("en"));

test("without a place that is told there is no map", () => {
  expect(mapOf(site("A", null))).toBeNull();
  expect(mapOf()).toBeNull();
});

test("sites lie to each other as they do on earth, numbered in the order in which they are told", () => {
  const map = mapOf(site("North", at(38, 46)), site("Nowhere", null), site("South", at(30, 58)));
  const [north, south] = map?.places ?? [];
  expect(map?.key.map(({ number, name }) => `${number} ${name.replace(/[\u2066-\u2069]/gu, "")}`)).toEqual([
    "1 North",
    "2 South",
  ]);
  expect(north?.label).toBe("1");
  expect(north?.spot[0]).toBeLessThan(south?.spot[0] ?? 0);
  expect(north?.spot[1]).toBeLessThan(south?.spot[1] ?? 0);
  // 12 degrees of longitude at 34 degrees north are 1,107 km; 8 of latitude are 891 km.
  const across = (south?.spot[0] ?? 0) - (north?.spot[0] ?? 0);
  const down = ((south?.spot[1] ?? 0) - (north?.spot[1] ?? 0)) * (map?.aspect ?? 0);
  expect(across / down).toBeCloseTo(1107 / 891, 2);
});

test("a single site has its surroundings, and the circle of its doubt at the scale of the map", () => {
  const map = mapOf(site("One", at(35.7, 51.4), 50));
  expect(map?.places[0]?.spot).toEqual([0.5, 0.5]);
  expect(map?.places[0]?.radius).toBeCloseTo(50 / 700, 3);
  expect(map?.scale.part).toBeCloseTo(200 / 700, 3);
  expect(map?.land.length).toBeGreaterThan(0);
});

test("sites of one city share a label, many of them a count; each stands in the key", () => {
  const city = Array.from({ length: 6 }, (_, each) => site(`S${each}`, at(35.7 + each / 1000, 51.4)));
  expect(mapOf(...city.slice(0, 3))?.places.map(({ label }) => label)).toEqual(["1, 2, 3"]);
  const map = mapOf(...city, site("Far", at(29.6, 52.5)));
  expect(map?.places.map(({ label }) => label)).toEqual(["6 sites", "7"]);
  expect(map?.key).toHaveLength(7);
});
