/** A memorial of twenty thousand persons: made, packed with its sums, and written to the disk; `npm run bench -- memorial`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { writeFiles } from "../src/case/write-files.ts";
import { memorial, personAddress, toPackage } from "../src/release/index.ts";
import { manyPersons, memorialContents } from "../test/memorial-content.ts";

const PERSONS = 20_000;
const KEY = "5".repeat(64);

export async function benchMemorial(): Promise<void> {
  const contents = memorialContents(manyPersons(PERSONS));
  const start = performance.now();
  const before = process.cpuUsage();
  const made = memorial(contents, {
    ...{ addressOf: (id: string) => personAddress(KEY, id), earlier: [], contact: null, isIndexed: false },
  });
  const pages = performance.now();
  // The dossier of the same release is timed by its own bench.
  const parts = new Map([...made.files].map(([path, bytes]) => [`memorial/${path}`, bytes]));
  const { files } = toPackage(contents.en, { parts, readme: "", manifest: {} });
  const packed = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "inquest-bench-memorial-"));
  await writeFiles(folder, files);
  const written = performance.now();
  const { user, system } = process.cpuUsage(before);
  rmSync(folder, { recursive: true, force: true });
  const sizes = [...made.files.values()].map(({ length }) => length);
  const shards = [...made.files].flatMap(([path, { length }]) =>
    path.startsWith("search/") ? [length] : [],
  );
  const sum = sizes.reduce((total, each) => total + each, 0);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `${PERSONS} persons: ${sizes.length} files, ${(sum / 1e6).toFixed(0)} MB; search: ${shards.length} scripts, the largest ${(Math.max(...shards) / 1e3).toFixed(0)} kB`,
  );
  console.log(
    `pages ${seconds(start, pages)} s, sums ${seconds(pages, packed)} s, files fsynced ${seconds(packed, written)} s: ${seconds(start, written)} s, ${((user + system) / 1e6).toFixed(1)} s of processor; ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB of memory`,
  );
}
