/**
 * The workbench in Chromium: when a page first shows what was asked for, on a warm start; how evenly it scrolls; and how
 * much script the first screen needs. On a case of very many statements, and on the Argentine registers where they are.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { fixedSource, type OpenCase, readCase } from "../../src/case/index.ts";
import { startServer } from "../../src/server/index.ts";
import { buildCase, repository } from "../../test/case-fixture.ts";
import { type Workbench, withBrowser } from "../../test/e2e/browser.ts";
import { argentinaFolder, hasArgentina } from "../../test/real-runs/argentina-folder.ts";
import { toSubjects } from "../people-material.ts";
import { inSegments, newCase } from "../people-scale.ts";

const LOADS = 9;
const MOST_SCRIPT_KB = 250;
const MOST_MS = 1500;

/** A page, and what stands there once it is of use. */
interface Measured {
  readonly name: string;
  readonly path: string;
  readonly shows: string;
}

/** 50,000 statements, and half a million with INQUEST_LONG=1. */
async function main(): Promise<void> {
  const persons = process.env.INQUEST_LONG === "1" ? 100_000 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), "inquest-bench-workbench-"));
  try {
    const { opened, entry } = await newCase(folder, persons);
    await inSegments(toSubjects(persons), opened.record);
    await entry(0, persons * 5);
    const [source] = [...opened.state.sources.keys()];
    console.log(`\n## ${(persons * 5).toLocaleString("en")} statements`);
    await measure(opened, [
      { name: "overview", path: "", shows: ".question, .today li" },
      { name: "sources", path: "/sources", shows: "main a[href*='/sources/']" },
      { name: "a source of 10,000 lines", path: `/sources/${source}`, shows: "main mark" },
      { name: "search", path: "/search?q=mina+rahimi", shows: ".hits li" },
      { name: "people", path: "/people", shows: "main table tbody tr, main .empty" },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!hasArgentina) {
    console.log("argentina: skipped, its registers are not here (../shared is absent)");
    return;
  }
  console.log("\n## the Argentine registers");
  await measure(await buildCase(argentinaFolder(), "bench-argentina"), [
    { name: "overview", path: "", shows: ".figure-value" },
    { name: "people", path: "/people", shows: "main table tbody tr" },
    { name: "a register of 9,000 rows", path: "/sources/ruvte", shows: "main table tbody tr" },
    { name: "review", path: "/review", shows: ".review-pair" },
    { name: "estimate", path: "/estimate", shows: "main section, main .empty" },
  ]);
}

async function measure(opened: OpenCase, pages: readonly Measured[]): Promise<void> {
  const reader = await readCase(opened);
  const server = await startServer({
    cases: [fixedSource(reader)],
    webFolder: join(repository, "dist", "web"),
    port: 0,
  });
  const workbench = await withBrowser(server, () => opened.close());
  try {
    await tellScript(workbench, reader.id);
    for (const page of pages) await tellPage(workbench, reader.id, page);
  } finally {
    await workbench.close();
  }
}

/** Script of the first screen, as a server would send it. */
async function tellScript(workbench: Workbench, caseId: string): Promise<void> {
  const { page } = await workbench.open();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/javascript/u.test(response.headers()["content-type"] ?? ""))
      sizes.push(response.body().then((bytes) => gzipSync(bytes).length));
  });
  await page.goto(`${workbench.address}${caseId}`, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`script of the first screen: ${(bytes / 1000).toFixed(0)} kB gzip (goal ${MOST_SCRIPT_KB})`);
  await page.close();
}

async function tellPage(
  workbench: Workbench,
  caseId: string,
  { name, path, shows }: Measured,
): Promise<void> {
  const { page } = await workbench.open();
  await page.addInitScript({ content: watchFor(shows) });
  const times: number[] = [];
  for (let load = 0; load <= LOADS; load += 1) {
    await page.goto(`${workbench.address}${caseId}${path}`);
    await page.locator(shows).first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("useful").length > 0);
    // The first load warms what a second start finds warm too.
    if (load > 0)
      times.push(await page.evaluate(() => performance.getEntriesByName("useful")[0]?.startTime ?? NaN));
  }
  times.sort((a, b) => a - b);
  const { worst, empty } = Scrolled.parse(await page.evaluate(SCROLL_DOWN));
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(
    `${name.padEnd(26)} useful after ${Math.round(median)} ms (${Math.round(times[0] ?? 0)} to ${Math.round(times.at(-1) ?? 0)}; goal ${MOST_MS}); scrolled to its end: longest frame ${Math.round(worst)} ms, ${empty} frames without a row`,
  );
  await page.close();
}

/** Scripts of the page are texts: a compiler's helpers would not be there. This one marks the first frame that shows it. */
const watchFor = (shows: string): string => `
  const look = () => {
    if (document.querySelector(${JSON.stringify(shows)}) === null) requestAnimationFrame(look);
    else performance.mark("useful");
  };
  requestAnimationFrame(look);`;

const Scrolled = z.strictObject({ worst: z.number(), empty: z.number() });

/**
 * Scrolls the longest thing of the page as fast as somebody turns a wheel: gives the longest time between two frames, in
 * ms, and the frames in whose middle nothing stood that is a row, a line or an entry.
 */
const SCROLL_DOWN = `new Promise((resolve) => {
  let [last, worst, turns, empty] = [0, 0, 0, 0];
  const rest = (thing) => thing.scrollHeight - thing.clientHeight;
  const scrolls = (thing) => ["auto", "scroll"].includes(getComputedStyle(thing).overflowY);
  const root = document.documentElement;
  const longest = [root, ...[...document.querySelectorAll("main *")].filter((thing) => rest(thing) > 0 && scrolls(thing))]
    .reduce((best, thing) => (rest(thing) > rest(best) ? thing : best));
  longest.scrollIntoView({ block: "nearest" });
  const box = longest === root ? new DOMRect(0, 0, innerWidth, innerHeight) : longest.getBoundingClientRect();
  const rows = [0.3, 0.4, 0.5, 0.6, 0.7].map((at) => Math.min(innerHeight - 1, Math.max(0, box.top + box.height * at)));
  const hasRow = () => rows.some((at) => {
    const found = document.elementFromPoint(box.left + box.width / 2, at);
    return found !== null && found !== longest && !["HTML", "BODY", "MAIN"].includes(found.tagName);
  });
  const turn = (now) => {
    if (last > 0) worst = Math.max(worst, now - last);
    if (!hasRow()) empty += 1;
    last = now;
    turns += 1;
    longest.scrollTop += 400;
    const isAtEnd = longest.scrollTop + longest.clientHeight >= longest.scrollHeight - 1;
    if (isAtEnd || turns > 600) resolve({ worst, empty });
    else requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
})`;

await main();
