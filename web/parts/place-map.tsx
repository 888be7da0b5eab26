/** The map: coastlines and borders shipped with the program, sites as words and shapes, no tile from anywhere. */
import { type GeoJSONSource, Map as MapLibre, Marker, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";
import type { PlacesView, SiteView } from "../../src/server/client.ts";
import { DIRECTIONS } from "../page-words.ts";
import { useReader } from "../settings.tsx";
import { STATUS_SHAPES } from "./site-status.tsx";

setWorkerUrl(workerUrl);

const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const DARK = "(prefers-color-scheme: dark)";
const EARTH_RADIUS_M = 6_371_008.8;

interface Placed {
  readonly latitude: number;
  readonly longitude: number;
}

interface PlaceMapProps {
  readonly view: PlacesView;
  /** All that may come to lie on it, also what is left out now: it reaches so far from the beginning. */
  readonly all: PlacesView;
}

export function PlaceMap({ view, all }: PlaceMapProps) {
  const { t, language, theme } = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const isDark = useIsDark();

  // The map is made once for each look; another day changes only what lies on it, so that nobody loses their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look is what the colours are read from.
  useEffect(() => {
    const container = frame.current;
    if (container === null) return;
    const made = makeMap(container, view, all);
    map.current = made;
    return () => {
      made.remove();
      map.current = null;
    };
  }, [theme, isDark]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a map made anew needs its labels again.
  useEffect(() => {
    const made = map.current;
    if (made === null) return;
    // Another day or audience may tell of other places, or of the same ones more coarsely.
    made.getSource<GeoJSONSource>("accuracy")?.setData(accuracyCircles(view.sites));
    made.getSource<GeoJSONSource>("outlines")?.setData(outlinesOf(view.sites));
    made.getSource<GeoJSONSource>("listed")?.setData(listedPoints(view));
    const possible = t("places.possible");
    const markers = byPlace(view.sites).map((group) =>
      new Marker({
        element: label(group, view.on === null ? null : possible, DIRECTIONS[language]),
        anchor: "bottom",
        offset: [0, -9],
      })
        .setLngLat(lngLat(group))
        .addTo(made),
    );
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [view, t, language, theme, isDark]);

  return (
    <figure className="map-frame" dir="ltr">
      <div ref={frame} className="map" role="img" aria-label={t("places.map")} lang={language} />
      <div className="map-buttons">
        <button type="button" aria-label={t("places.zoomIn")} onClick={() => map.current?.zoomIn()}>
          +
        </button>
        <button type="button" aria-label={t("places.zoomOut")} onClick={() => map.current?.zoomOut()}>
          −
        </button>
      </div>
      <figcaption dir={DIRECTIONS[language]}>
        <Legend view={view} /> {t("places.attribution")}
      </figcaption>
    </figure>
  );
}

/** Whether the system asks for dark, as it changes. */
function useIsDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(DARK);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(DARK).matches,
  );
}

/** The shapes that stand on this map, each with its word. */
function Legend({ view }: { readonly view: PlacesView }) {
  const { t } = useReader();
  const words = new Map(view.sites.map(({ status }) => [status.code, status.text]));
  return (
    <ul className="map-legend" aria-label={t("places.legend")}>
      {[...words].map(([code, text]) => (
        <li key={code} className={`site-status ${code}`}>
          <span aria-hidden="true">{STATUS_SHAPES[code]}</span> {text}
        </li>
      ))}
    </ul>
  );
}

function makeMap(container: HTMLElement, view: PlacesView, all: PlacesView): MapLibre {
  // The map needs plain colours; an element resolves what the style sheet says for light or dark.
  const colour = (name: string) => {
    container.style.color = `var(${name})`;
    return getComputedStyle(container).color;
  };
  const map = new MapLibre({
    container,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    // Without it paper shows an empty frame.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    // An outline of a few metres is seen only from near; a coordinate never says more than its circle.
    maxZoom: all.sites.some(({ outlines }) => outlines.length > 0) ? 18 : 10,
    style: {
      version: 8,
      sources: {
        countries: { type: "geojson", data: feature(topology, topology.objects.countries) },
        accuracy: { type: "geojson", data: accuracyCircles(view.sites) },
        outlines: { type: "geojson", data: outlinesOf(view.sites) },
        listed: { type: "geojson", data: listedPoints(view) },
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": colour("--map-sea") } },
        { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("--map-land") } },
        {
          id: "borders",
          type: "line",
          source: "countries",
          paint: { "line-color": colour("--map-line"), "line-width": 0.8 },
        },
        {
          id: "accuracy",
          type: "fill",
          source: "accuracy",
          paint: {
            "fill-color": colour("--accent"),
            "fill-opacity": 0.16,
            "fill-outline-color": colour("--accent"),
          },
        },
        {
          id: "outlines",
          type: "line",
          source: "outlines",
          paint: { "line-color": colour("--accent"), "line-width": 2 },
        },
        {
          id: "listed",
          type: "circle",
          source: "listed",
          paint: { "circle-radius": 3, "circle-color": colour("--documented"), "circle-opacity": 0.6 },
        },
      ],
    },
  });
  const placed: Placed[] = [
    ...all.sites.flatMap(({ coordinate }) => coordinate ?? []),
    ...all.listedPlaces.flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude }],
    ),
  ];
  map.fitBounds(boundsOf(placed), { padding: 80, maxZoom: 6, animate: false });
  return map;
}

/** Sites at one coordinate share one label: a city's sites are no more precise than the city. */
function byPlace(sites: readonly SiteView[]): SiteView[][] {
  const groups = new Map<string, SiteView[]>();
  for (const site of sites) {
    if (site.coordinate === null) continue;
    const key = `${site.coordinate.latitude} ${site.coordinate.longitude}`;
    groups.set(key, [...(groups.get(key) ?? []), site]);
  }
  return [...groups.values()];
}

function lngLat(group: readonly SiteView[]): [number, number] {
  const coordinate = group[0]?.coordinate;
  return [coordinate?.longitude ?? 0, coordinate?.latitude ?? 0];
}

/** A label made of elements (place, then each site's shape and word), so that Persian is shaped by the browser and read by a screen reader. */
function label(group: readonly SiteView[], possible: string | null, direction: "ltr" | "rtl"): HTMLElement {
  const element = document.createElement("div");
  element.className = "map-label";
  // The map itself does not turn round in Persian; the words on it do.
  element.dir = direction;
  const place = document.createElement("bdi");
  place.textContent = group[0]?.place?.name ?? group[0]?.name ?? "";
  element.append(place);
  for (const { name, status } of group) {
    const isPossible = !status.certain && status.code === "destroyed" && possible !== null;
    const mark = document.createElement("span");
    mark.className = `site-status ${status.code} ${status.certain ? "" : "possible"}`;
    mark.title = name;
    const shape = document.createElement("span");
    shape.ariaHidden = "true";
    shape.textContent = STATUS_SHAPES[status.code];
    const word = document.createElement("span");
    word.className = "map-word";
    word.textContent = isPossible ? `${status.text} (${possible})` : status.text;
    mark.append(shape, " ", word);
    element.append(mark);
  }
  return element;
}

type Points = Parameters<GeoJSONSource["setData"]>[0];

function listedPoints(view: PlacesView): Points {
  return {
    type: "FeatureCollection",
    features: view.listedPlaces.flatMap(({ name, latitude, longitude }) =>
      latitude === null || longitude === null
        ? []
        : [
            {
              type: "Feature",
              properties: { name },
              geometry: { type: "Point", coordinates: [longitude, latitude] },
            },
          ],
    ),
  };
}

/** A circle of the stated accuracy around each coordinate: the thing lies somewhere within. */
function accuracyCircles(sites: readonly SiteView[]): Points {
  return {
    type: "FeatureCollection",
    features: byPlace(sites).flatMap(([site]) => {
      const coordinate = site?.coordinate;
      if (coordinate === null || coordinate === undefined) return [];
      return [
        { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring(coordinate)] } },
      ];
    }),
  };
}

/** Outlines as they are stated: the ring of a statement is that of GeoJSON. */
function outlinesOf(sites: readonly SiteView[]): Points {
  return {
    type: "FeatureCollection",
    features: sites.flatMap(({ outlines }) =>
      outlines.map(({ ring: corners }) => ({
        type: "Feature",
        properties: {},
        geometry: { type: "Polygon", coordinates: [corners.map(([east, north]) => [east, north])] },
      })),
    ),
  };
}

function ring({
  latitude,
  longitude,
  accuracyM,
}: Placed & { readonly accuracyM: number }): [number, number][] {
  const degrees = (accuracyM / EARTH_RADIUS_M) * (180 / Math.PI);
  const widen = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return Array.from({ length: 65 }, (_, index) => {
    const angle = (index / 64) * 2 * Math.PI;
    return [longitude + (degrees * Math.cos(angle)) / widen, latitude + degrees * Math.sin(angle)];
  });
}

function boundsOf(places: readonly Placed[]): [[number, number], [number, number]] {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}
