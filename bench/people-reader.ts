/** The reader of the bench `people`, a process of its own, as `inquest serve` is: `people-reader.ts FOLDER PERSONS`. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openLiveCase } from "../src/case/index.ts";
import { surroundingsIn } from "./case-scale.ts";
import { timed, took } from "./ledger-measures.ts";
import { toCommonWords, toThreeWords } from "./people-material.ts";

/** What it tells the process that started it. */
export interface FollowReport {
  readonly word: "ready" | "followed" | "asked";
  /** Milliseconds since 1970 at which everything was shown, and could be found. */
  readonly shownAt: number;
  readonly searchableAt: number;
  /** Acts. */
  readonly mostBehind: number;
  readonly mostUnsearched: number;
}

const ASKED = 101;
const PAUSE_MS = 50;

const [folder = "", persons = "0"] = process.argv.slice(2);
const count = Number(persons);
const options = { dir: join(folder, "case"), surroundings: surroundingsIn(folder) };
const [opening, live] = await timedResult(() => openLiveCase(options));
took("its case opened", opening);
const search = async (q: string) => (await live.current()).search({ q, offset: 0, limit: 20 }, "en");
took("its first search, which reads the statements and makes the index", await timed(() => search("Mina")));

let report: FollowReport = { word: "ready", shownAt: 0, searchableAt: 0, mostBehind: 0, mostUnsearched: 0 };
let wanted = Number.POSITIVE_INFINITY;
process.on("message", ({ acts }: { readonly acts: number | null }) => {
  if (acts === null) void ask();
  else wanted = acts;
});
process.send?.(report);
await follow();
process.send?.({ ...report, word: "followed" });

/** Looks now and then, as people do, until all that is wanted can be found. */
async function follow(): Promise<void> {
  while (report.searchableAt === 0) {
    const { shown, searchable } = (await search("Mina Rahimi")).upTo;
    const found = searchable ?? 0;
    // What was written by the time of the answer, not of the question.
    const acts = newestSegment();
    report = {
      word: "followed",
      shownAt: report.shownAt === 0 && shown >= wanted ? Date.now() : report.shownAt,
      searchableAt: found >= wanted ? Date.now() : 0,
      mostBehind: Math.max(report.mostBehind, acts - shown),
      mostUnsearched: Math.max(report.mostUnsearched, acts - found),
    };
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The first leaf of the segment that was written last. */
function newestSegment(): number {
  return Math.max(...readdirSync(join(folder, "case", "ledger", "segment")).map(Number));
}

async function ask(): Promise<void> {
  const reader = await live.current();
  const query = (q: string) => reader.search({ q, offset: 0, limit: 20 }, "en");
  tell("a person's page", await median((n) => reader.statedPerson(`person:p${(n * 7919) % count}`, "en")));
  tell("a person's page, by name", await median((n) => reader.statedPerson(toThreeWords(n, count), "en")));
  tell("a search of three words", await median((n) => query(toThreeWords(n, count))));
  tell("a search of three common words", await median((n) => query(toCommonWords(n))));
  tell(
    "the overview: counts and four answers",
    await median(() => [reader.summary("en"), reader.answers("en")]),
  );
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(
    `memory of the reader: ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB, at most ${peak} MB`,
  );
  await live.close();
  process.send?.({ ...report, word: "asked" });
}

async function timedResult<T>(run: () => Promise<T>): Promise<readonly [ms: number, result: T]> {
  const start = performance.now();
  const result = await run();
  return [performance.now() - start, result];
}

async function median(run: (n: number) => unknown): Promise<number> {
  const tookMs: number[] = [];
  for (let n = 0; n < ASKED; n++) tookMs.push(await timed(() => run(n)));
  return tookMs.sort((a, b) => a - b)[ASKED >> 1] ?? Number.NaN;
}

function tell(what: string, ms: number): void {
  console.log(`${what.padEnd(64)} ${ms.toFixed(1).padStart(21)} ms at the median`);
}
