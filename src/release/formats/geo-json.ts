/** Sites on a map, no finer than they may be told (GeoJSON, RFC 7946). */
import type { JsonValue } from "../../core/index.ts";
import type { ReleasedSite } from "../content.ts";

export function toGeoJson(sites: readonly ReleasedSite[]): JsonValue & object {
  return {
    type: "FeatureCollection",
    features: sites.map(({ id, name, status, point }) => ({
      type: "Feature",
      id,
      geometry: point === null ? null : { type: "Point", coordinates: [point.longitude, point.latitude] },
      properties: { name, status, ...(point === null ? {} : { accuracyM: point.accuracyM }) },
    })),
  };
}
