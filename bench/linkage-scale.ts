/** Time, pairs and memory of linkage on generated lists: `tsx bench/linkage-scale.ts [records …]`. */
import { performance } from "node:perf_hooks";
import { type LinkInput, type LinkRecord, linkRecords, settingsFor } from "../src/linkage/index.ts";
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

export function benchScale(counts: readonly number[]): void {
  let before: { readonly count: number; readonly seconds: number; readonly pairs: number } | null = null;
  for (const count of counts) {
    const { input, truth } = generatedLists(count, 1988);
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const stages: Record<string, number> = {};
    let [stage, since] = ["prepare", start];
    const result = linkRecords(input, settingsFor(input.fields), [], ({ step }) => {
      const now = performance.now();
      stages[stage] = (stages[stage] ?? 0) + (now - since) / 1000;
      [stage, since] = [step, now];
    });
    const used = process.cpuUsage(cpu);
    const seconds = (used.user + used.system) / 1e6;
    const pairs = result.blocking.candidatePairs;
    const growth = (now: number, then: number, from: number) =>
      (Math.log(now / then) / Math.log(count / from)).toFixed(2);
    const { f1, bCubed, persons, truePersons } = scoreClusters(result.clusterIds, truth);
    console.log(
      JSON.stringify({
        records: count,
        wallSeconds: ((performance.now() - start) / 1000).toFixed(1),
        cpuSeconds: seconds.toFixed(1),
        pairs,
        peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
        f1: f1.toFixed(4),
        bCubed: bCubed.toFixed(4),
        persons,
        truePersons,
        withDoubt: result.personsWithDoubt,
        growthOfTime: before === null ? null : growth(seconds, before.seconds, before.count),
        growthOfPairs: before === null ? null : growth(pairs, before.pairs, before.count),
        stages: Object.fromEntries(Object.entries(stages).map(([name, value]) => [name, value.toFixed(1)])),
      }),
    );
    before = { count, seconds, pairs };
  }
}

if (process.argv[1]?.endsWith("linkage-scale.ts")) {
  const counts = process.argv.slice(2).map(Number);
  benchScale(counts.length === 0 ? [10_000, 100_000, 1_000_000] : counts);
}
