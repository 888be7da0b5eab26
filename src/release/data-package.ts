/**
 * The files of a release for those who compute, as a bag (BagIt 1.0, RFC 8493): tables, lines of JSON, a map; sums of every
 * file. The same input gives the same bytes.
 */
import { compareText, hashBytes, toCanonicalJson, toPlainJson } from "../core/index.ts";
import type { ReleaseContent } from "./content.ts";
import { toGeoJson } from "./formats/geo-json.ts";
import { peopleTable, tableCsv } from "./formats/tables.ts";

/** What is in the folder beside the tables. */
export interface PackageAround {
  /** Other files of the payload, by their path below `data/`. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** What the files are, and what they do not mean. */
  readonly readme: string;
  /** Case, profile, checkpoint, counts of what is in it and what is not. */
  readonly manifest: object;
}

export interface ReleasePackage {
  /** Path to bytes, `tagmanifest-sha256.txt` last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of `tagmanifest-sha256.txt`, which by way of the manifest of the payload binds every file. */
  readonly root: string;
}

/**
 * Payload: `data/people.csv`, `data/people.jsonl`, `data/statements.jsonl`, `data/figures.json`, `data/sites.geojson`
 * (RFC 7946), and the parts. Tag files: `README.txt`, `release.json`, and those of BagIt, whose manifests `sha256sum --check` reads.
 */
export function toPackage(
  { head, people, statements, figures, sites }: ReleaseContent,
  { parts, readme, manifest }: PackageAround,
): ReleasePackage {
  const tables = encoded([
    ["data/figures.json", json(figures)],
    ["data/people.csv", tableCsv(peopleTable(people))],
    ["data/people.jsonl", lines(people)],
    ["data/sites.geojson", json(toGeoJson(sites))],
    ["data/statements.jsonl", lines(statements)],
  ]);
  const made = [...parts].map(([path, bytes]) => [`data/${path}`, bytes] as const);
  const payload = new Map([...tables, ...made].sort(([one], [other]) => compareText(one, other)));
  const identifier = `${head.caseId}/${head.number}/${head.profile}`;
  const tags = encoded([
    ["README.txt", `${readme}\n`],
    ["bag-info.txt", bagInfo(payload, identifier)],
    ["bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"],
    ["manifest-sha256.txt", sumsOf(payload)],
    [
      "release.json",
      json({ ...manifest, contentRoot: hashBytes(new TextEncoder().encode(sumsOf(payload))) }),
    ],
  ]);
  const last = encoded([["tagmanifest-sha256.txt", sumsOf(tags)]]);
  const files = new Map([...payload, ...tags, ...last]);
  return { files, root: hashBytes(files.get("tagmanifest-sha256.txt") ?? new Uint8Array()) };
}

type Files = ReadonlyMap<string, Uint8Array>;

function encoded(texts: readonly (readonly [path: string, text: string])[]): Files {
  return new Map(texts.map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** RFC 8493, 2.1.3: the sum, white space, the path. Paths of ours hold no line end and no percent sign. */
function sumsOf(files: Files): string {
  return [...files].map(([path, bytes]) => `${hashBytes(bytes)}  ${path}\n`).join("");
}

/** RFC 8493, 2.2.2. No day of bagging: the same log gives the same bytes. */
function bagInfo(payload: Files, identifier: string): string {
  const sizeBytes = [...payload.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  return `External-Identifier: ${identifier}\nPayload-Oxum: ${sizeBytes}.${payload.size}\n`;
}

function json(value: object): string {
  return `${JSON.stringify(toPlainJson(value), null, 2)}\n`;
}

function lines(values: readonly object[]): string {
  return values.map((value) => `${toCanonicalJson(toPlainJson(value))}\n`).join("");
}
