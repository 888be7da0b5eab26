/** What somebody does to a release who wants it to say something else: for tests of the verifier. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { sha256 } from "../verifier/bytes.ts";

export const hashOf = (path: string) => sha256(readFileSync(path)).toString("hex");

/** Makes the sums anew, as one does who wants to hide what was altered. */
export function seal(bag: string): void {
  const sums = (paths: readonly string[]) =>
    paths.map((path) => `${hashOf(join(bag, path))}  ${path}\n`).join("");
  const payload = readdirSync(join(bag, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1))
    .sort();
  writeFileSync(join(bag, "manifest-sha256.txt"), sums(payload));
  const sizes = payload.map((path) => readFileSync(join(bag, path)).length);
  const info = join(bag, "bag-info.txt");
  const oxum = `Payload-Oxum: ${sizes.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  writeFileSync(info, readFileSync(info, "utf8").replace(/^Payload-Oxum: .*$/mu, oxum));
  const manifest = join(bag, "release.json");
  const root = hashOf(join(bag, "manifest-sha256.txt"));
  const told = readFileSync(manifest, "utf8");
  writeFileSync(manifest, told.replace(/"contentRoot": "[^"]*"/u, `"contentRoot": "${root}"`));
  const tags = readFileSync(join(bag, "tagmanifest-sha256.txt"), "utf8");
  const names = tags.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(66)]));
  writeFileSync(join(bag, "tagmanifest-sha256.txt"), sums(names));
}

/** Another text in a file. */
export const edit =
  (path: string, from: string | RegExp, to: string | ((found: string) => string)) => (bag: string) => {
    const before = readFileSync(join(bag, path), "utf8");
    const after = typeof to === "string" ? before.replace(from, to) : before.replace(from, to);
    expect(after, path).not.toBe(before);
    writeFileSync(join(bag, path), after);
  };

/** The checkpoint with another letter in its signature, whichever stands there. */
export const resign = edit(
  "data/proofs/checkpoint",
  /— \S+ \S{21}/u,
  (found) => found.slice(0, -1) + (found.endsWith("A") ? "B" : "A"),
);

/** Another first digit of what is found in a line. */
export const flipLine = (path: string, line: number, from: RegExp) => (bag: string) => {
  const lines = readFileSync(join(bag, path), "utf8").split("\n");
  const other = (lines[line] ?? "").replace(
    from,
    (found) => (found.startsWith("0") ? "1" : "0") + found.slice(1),
  );
  expect(other).not.toBe(lines[line]);
  writeFileSync(join(bag, path), lines.with(line, other).join("\n"));
};

export const dropLine = (path: string, line: number) => (bag: string) => {
  const lines = readFileSync(join(bag, path), "utf8").split("\n");
  writeFileSync(join(bag, path), lines.toSpliced(line, 1).join("\n"));
};

/** The same, and the sums made anew. */
export const sealed = (alter: (bag: string) => void) => (bag: string) => {
  alter(bag);
  seal(bag);
};

/** The one sealed file of a release. */
export const blobOf = (bag: string) =>
  join(bag, "data", "blobs", readdirSync(join(bag, "data", "blobs"))[0] ?? "");
