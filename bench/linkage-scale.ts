/** Time, pairs and memory of linkage on generated lists: `tsx bench/linkage-scale.ts [records …]`. */
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { z } from "zod";
import { linkOnThreads } from "../src/engines/index.ts";
import { type LinkInput, type LinkRecord, settingsFor } from "../src/linkage/index.ts";
import { scoreClusters } from "./linkage-score.ts";

/** About `count` records of three lists: invented names of invented syllables, common ones commoner (Zipf). */
export function generatedLists(count: number, seed: number): { input: LinkInput; truth: string[] } {
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const syllables = "ba bi da do fa gho ha ja ka la ma mi na no pa ra ri sa sha so ta to va ya za zi".split(
    " ",
  );
  const word = (rank: number, parts: number): string => {
    let [text, rest] = ["", rank];
    for (let part = 0; part < parts; part += 1) {
      text += syllables[rest % syllables.length] ?? "";
      rest = Math.floor(rest / syllables.length);
    }
    return `${text}${"nrdl"[rank % 4] ?? ""}`;
  };
  const zipf = (most: number): number => Math.floor(most ** random()) - 1;
  const slip = (text: string): string => {
    if (random() > 0.08) return text;
    const at = 1 + Math.floor(random() * (text.length - 1));
    return random() < 0.5 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}e${text.slice(at)}`;
  };
  const records: LinkRecord[] = [];
  const truth: string[] = [];
  for (let person = 0; records.length < count; person += 1) {
    const [given, family] = [word(zipf(4000), 2), word(zipf(300_000), 4)];
    const birth = -20_000 + Math.floor(random() * 25_000);
    const death = 4000 + Math.floor(random() * 4000);
    const place = word(zipf(2000), 3);
    for (const list of ["a", "b", "c"]) {
      if (random() > 0.5) continue;
      const day = (value: number) => {
        const at = random() < 0.05 ? value + 1 + Math.floor(random() * 40) : value;
        return { days: [at, at] as const };
      };
      records.push({
        list,
        recordId: `${list}${person}`,
        values: [
          { text: `${slip(given)} ${slip(family)}` },
          random() < 0.2 ? null : day(birth),
          random() < 0.2 ? null : day(death),
          random() < 0.2 ? null : { text: place },
        ],
      });
      truth.push(String(person));
    }
  }
  const fields = [
    { name: "name", kind: "name" },
    { name: "birth", kind: "date" },
    { name: "death", kind: "date" },
    { name: "place", kind: "text" },
  ] as const;
  return { input: { fields, records }, truth };
}

const Figures = z.object({
  records: z.number(),
  pairs: z.number(),
  wallSeconds: z.number(),
  cpuSeconds: z.number(),
  peakMiB: z.number(),
});

/** Heap of the process that links: records are objects, ten million of them some gigabytes. */
const HEAP_MIB = 16_000;

/**
 * Links generated lists of growing length on all cores, each in a process of its own so that its peak of memory is its
 * own, and prints by which power of the records time and pairs grow. Ten million only when INQUEST_LONG=1.
 */
export function benchScale(counts: readonly number[] = defaultCounts()): void {
  let before: z.infer<typeof Figures> | null = null;
  for (const count of counts) {
    const done = spawnSync(
      process.execPath,
      [`--max-old-space-size=${HEAP_MIB}`, "--import", "tsx", import.meta.filename, "--one", String(count)],
      { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] },
    );
    if (done.status !== 0) {
      console.log(
        `linkage of ${count} generated records ended without an answer (${done.signal ?? done.status})`,
      );
      return;
    }
    const now = Figures.parse(JSON.parse(done.stdout));
    const growth = (read: (figures: z.infer<typeof Figures>) => number): string => {
      if (before === null) return "";
      const power = Math.log(read(now) / read(before)) / Math.log(now.records / before.records);
      return ` (N^${power.toFixed(2)})`;
    };
    console.log(
      `${now.records} records: ${now.pairs} pairs${growth(({ pairs }) => pairs)}, ` +
        `processor ${now.cpuSeconds} s${growth(({ cpuSeconds }) => cpuSeconds)}, ` +
        `wall ${now.wallSeconds} s${growth(({ wallSeconds }) => wallSeconds)}, at most ${now.peakMiB} MiB`,
    );
    console.log(`  ${done.stdout.trim()}`);
    before = now;
  }
}

function defaultCounts(): number[] {
  return [10_000, 100_000, 1_000_000, ...(process.env.INQUEST_LONG === "1" ? [10_000_000] : [])];
}

/** Links once, on all cores, and prints figures as JSON. */
async function linkOnce(count: number): Promise<void> {
  const { input, truth } = generatedLists(count, 1988);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const stages: Record<string, number> = {};
  let [stage, since] = ["prepare", start];
  const told = ({ step }: { readonly step: string }): void => {
    const now = performance.now();
    stages[stage] = Math.round((stages[stage] ?? 0) + (now - since));
    [stage, since] = [step, now];
  };
  const result = await linkOnThreads(input, settingsFor(input.fields), [], told);
  told({ step: "end" });
  const wall = performance.now() - start;
  const used = process.cpuUsage(cpu);
  // Before the clusters are scored, which is no part of the work.
  const peakKiB = process.resourceUsage().maxRSS;
  const { f1, bCubed, persons, truePersons } = scoreClusters(result.clusterIds, truth);
  console.log(
    JSON.stringify({
      records: input.records.length,
      pairs: result.blocking.candidatePairs,
      wallSeconds: Math.round(wall / 100) / 10,
      cpuSeconds: Math.round((used.user + used.system) / 1e5) / 10,
      peakMiB: Math.round(peakKiB / 1024),
      threads: availableParallelism(),
      ...{ f1, bCubed, persons, truePersons },
      withDoubt: result.personsWithDoubt,
      stageSeconds: Object.fromEntries(
        Object.entries(stages).map(([name, milliseconds]) => [name, Math.round(milliseconds / 100) / 10]),
      ),
    }),
  );
}

if (process.argv[1]?.endsWith("linkage-scale.ts")) {
  const [flag, ...words] = process.argv.slice(2);
  if (flag === "--one") await linkOnce(Number(words[0]));
  else benchScale(flag === undefined ? undefined : [flag, ...words].map(Number));
}
