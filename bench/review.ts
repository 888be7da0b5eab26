/** How long a reviewer waits on a case of fifty thousand invented records: the first look, an answer, the next pair. */
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgePair, type LiveCase, openLiveCase, type ReviewQuery } from "../src/case/index.ts";
import { silentProgress } from "../src/core/index.ts";
import { toCsv } from "../src/intake/index.ts";
import type { LinkValue } from "../src/linkage/index.ts";
import { generatedLists } from "./linkage-scale.ts";
import { run } from "./quiet-command.ts";

const [RECORDS, SEED, ANSWERS] = [50_000, 1988, 60];
const OUTPUT = join(import.meta.dirname, "output");

/** Prints the figures, and writes them to bench/output/review.json. */
export async function benchReview(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "inquest-review-"));
  try {
    await makeCase(folder);
    const live = await openLiveCase({
      dir: join(folder, "c"),
      progress: silentProgress,
      surroundings: {
        now: () => Date.now(),
        random: (sizeBytes) => randomBytes(sizeBytes),
        homeDir: join(folder, "home"),
        actor: "keeper",
      },
    });
    const figures = await measure(live);
    await live.close();
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(24)} ${value}`);
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(join(OUTPUT, "review.json"), `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeCase(folder: string): Promise<void> {
  const { input } = generatedLists(RECORDS, SEED);
  const lists = [...new Set(input.records.map(({ list }) => list))];
  const fields = Object.fromEntries(input.fields.map(({ name }) => [name, { column: name }]));
  for (const list of lists) {
    const rows = input.records
      .filter((record) => record.list === list)
      .map(({ recordId, values }) => [recordId, ...values.map(asWritten)]);
    writeFileSync(
      join(folder, `${list}.csv`),
      toCsv([["id", ...input.fields.map(({ name }) => name)], ...rows]),
    );
  }
  const recipe = { v: 1, lists: Object.fromEntries(lists.map((list) => [list, { id: "id", fields }])) };
  writeFileSync(join(folder, "recipe.json"), JSON.stringify(recipe));
  await run(folder, "init", "c", "--title", "Review", "--fictional");
  for (const list of lists)
    await run(folder, "import", `${list}.csv`, "--recipe", "recipe.json", "--list", list, "--case", "c");
  await run(folder, "link", "--case", "c");
}

function asWritten(value: LinkValue): string {
  if (value === null) return "";
  if ("text" in value) return value.text;
  if ("number" in value) return String(value.number);
  return new Date(value.days[0] * 86_400_000).toISOString().slice(0, 10);
}

async function measure(live: LiveCase) {
  const look = async (queue: ReviewQuery["queue"]) => {
    const start = performance.now();
    const reader = await live.current();
    const view = await reader.review({ queue, sample: { seed: SEED, size: 200 }, offset: 0, limit: 6 }, "en");
    return { view, ms: performance.now() - start };
  };
  const first = await look("open");
  const audit = await look("audit");
  const timed = async (ask: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await ask();
    return Math.round(performance.now() - start);
  };
  const reader = await live.current();
  const outlookMs = await timed(() => reader.reviewOutlook("en"));
  const cutsMs = await timed(() => reader.linkCuts("en"));
  const [judged, next]: [number[], number[]] = [[], []];
  let { view } = first;
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const [pair] = view.pairs;
    if (pair === undefined) break;
    const start = performance.now();
    await live.write?.((opened) =>
      judgePair(opened, {
        left: pair.left.id,
        right: pair.right.id,
        answer: answer % 3 === 0 ? "different" : "same",
        asked: pair.asked,
        rank: 1,
        reason: "measured",
      }),
    );
    judged.push(performance.now() - start);
    const after = await look("open");
    next.push(after.ms);
    view = after.view;
  }
  // The first answer opens the case for writing, and the first look after it reads the case anew.
  const [opening = 0, ...answers] = judged;
  const [reading = 0, ...looks] = next;
  return {
    records: RECORDS,
    waiting: JSON.stringify(first.view.waiting),
    firstLookMs: Math.round(first.ms),
    firstAuditMs: Math.round(audit.ms),
    outlookMs,
    cutsMs,
    firstAnswerMs: Math.round(opening),
    firstNextMs: Math.round(reading),
    answerMs: spread(answers),
    nextPairMs: spread(looks),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)} of ${sorted.length}`;
}
