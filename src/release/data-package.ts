/** The files of a release for those who compute: tables, lines of JSON, a map, sums; the same input gives the same bytes. */
import { hashBytes, type JsonValue, toCanonicalJson, toPlainJson } from "../core/index.ts";
import { toCsv } from "../intake/index.ts";
import type { ReleasedPerson } from "./redaction/redact-person.ts";

export interface ReleasedSite {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Degrees, and how far it may lie from there; null where no place is told. */
  readonly point: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyM: number;
  } | null;
}

export interface ReleaseContent {
  readonly people: readonly ReleasedPerson[];
  /** Each as it is shown, plain data. */
  readonly statements: readonly object[];
  readonly figures: readonly object[];
  readonly sites: readonly ReleasedSite[];
  /** What the files are, and what they do not mean. */
  readonly readme: string;
  /** Case, profile, checkpoint, counts of what is in it and what is not. */
  readonly manifest: object;
}

export interface ReleasePackage {
  /** Path to bytes, `SHA256SUMS` last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of `SHA256SUMS`, which names every other file. */
  readonly root: string;
}

/**
 * `README.txt`, `manifest.json`, `data/people.csv`, `data/people.jsonl`, `data/statements.jsonl`, `data/figures.json`,
 * `data/sites.geojson` (RFC 7946) and `SHA256SUMS` (as `sha256sum --check` reads it).
 */
export function toPackage(content: ReleaseContent): ReleasePackage {
  const { people, statements, figures, sites, readme, manifest } = content;
  const texts: [path: string, text: string][] = [
    ["README.txt", `${readme}\n`],
    ["data/figures.json", json(figures)],
    ["data/people.csv", peopleCsv(people)],
    ["data/people.jsonl", lines(people)],
    ["data/sites.geojson", json(toGeoJson(sites))],
    ["data/statements.jsonl", lines(statements)],
    ["manifest.json", json(manifest)],
  ];
  const files = new Map(texts.map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const sums = new TextEncoder().encode(
    [...files].map(([path, bytes]) => `${hashBytes(bytes)}  ${path}\n`).join(""),
  );
  files.set("SHA256SUMS", sums);
  return { files, root: hashBytes(sums) };
}

function json(value: object): string {
  return `${JSON.stringify(toPlainJson(value), null, 2)}\n`;
}

function lines(values: readonly object[]): string {
  return values.map((value) => `${toCanonicalJson(toPlainJson(value))}\n`).join("");
}

/** A line for each value that a list gives; one line for a person of whom nothing but the name is shown. */
function peopleCsv(people: readonly ReleasedPerson[]): string {
  const rows = people.flatMap(({ id, visibility, names, facts }, index) => {
    const head = [index + 1, id, visibility, names.join(" | ")];
    const values = facts.flatMap(({ field, values: given }) =>
      given.map(({ text, lists }) => [...head, field, text, lists.join(" | ")]),
    );
    return values.length === 0 ? [[...head, null, null, null]] : values;
  });
  return toCsv([["number", "id", "visibility", "names", "field", "value", "lists"], ...rows]);
}

function toGeoJson(sites: readonly ReleasedSite[]): JsonValue & object {
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
