/** One run of ours on a set, in a process of its own, bundled by `build-ours.ts`: `node run-ours.mjs JOB.json`. */
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { z } from "zod";
import { linkOnThreads } from "../../src/engines/index.ts";
import { candidatePairs, type LinkInput, settingsFor } from "../../src/linkage/index.ts";
import { loadFiles } from "../linkage-sets.ts";

const Job = z.strictObject({
  lists: z.array(z.string()),
  files: z.array(z.string()),
  recipe: z.string(),
  /** Where to write our candidate pairs for the peer; null to write none. */
  pairsOut: z.string().nullable(),
  thresholds: z.array(z.number()),
  out: z.string(),
});

/** Progress steps of linkage in the order in which they begin, and the stage that each begins. */
const STAGES: readonly (readonly [step: string, stage: string])[] = [
  ["linkage.block", "block"],
  ["linkage.compare", "compare"],
  ["linkage.train", "learn"],
  ["linkage.score", "score"],
  ["linkage.cluster", "cluster"],
];

async function run(job: z.infer<typeof Job>): Promise<void> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { input, options } = loadFiles(job);
  const settings = settingsFor(input.fields, options);
  const loaded = performance.now();
  const starts = new Map<string, number>([["keys", loaded]]);
  const result = await linkOnThreads(input, settings, [], ({ step }) => {
    const stage = STAGES.find(([name]) => name === step)?.[1];
    if (stage !== undefined && !starts.has(stage)) starts.set(stage, performance.now());
  });
  const ended = performance.now();
  const used = process.cpuUsage(cpu);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const marks = [...starts];
  const stages: Record<string, number> = { load: (loaded - began) / 1000 };
  for (const [index, [stage, at]] of marks.entries()) {
    stages[stage] = ((marks[index + 1]?.[1] ?? ended) - at) / 1000;
  }
  const threshold = settings.decision.linkProbability;
  const clusters = [{ threshold, rows: rowsOf(input, result.clusterIds) }];
  for (const each of job.thresholds) {
    const decision = { ...settings.decision, linkProbability: each };
    const { clusterIds } = await linkOnThreads(input, { ...settings, decision });
    clusters.push({ threshold: each, rows: rowsOf(input, clusterIds) });
  }
  if (job.pairsOut !== null) writePairs(job.pairsOut, input, job.lists.length > 1, settings);
  writeFileSync(
    job.out,
    JSON.stringify({
      stages,
      pairs: result.blocking.candidatePairs,
      documented: null,
      cpuSeconds: (used.user + used.system) / 1_000_000,
      peakMiB,
      clusters,
      rules: result.blocking.rules.map(({ rule, newPairs }) => `${rule} (${newPairs})`),
      comparisons: settings.comparisons.map(({ name, kind }) => `${name}: ${kind}`),
      training: `u from ${result.model.randomPairs} random pairs, EM on ${result.model.training.length} rules, seed ${settings.training.seed}`,
    }),
  );
}

function rowsOf({ records }: LinkInput, clusterIds: readonly string[]): string[][] {
  return records.map(({ list, recordId }, index) => [list, recordId, clusterIds[index] ?? ""]);
}

/** Our candidate pairs as Splink takes them: between lists only, where there are two, as its linking does. */
function writePairs(
  path: string,
  input: LinkInput,
  isAcrossLists: boolean,
  settings: ReturnType<typeof settingsFor>,
): void {
  const { left, right } = candidatePairs(input, settings);
  const keyOf = (index: number): string => {
    const { list, recordId } = input.records[index] ?? { list: "", recordId: "" };
    return isAcrossLists ? `in_${list}-__-${recordId}` : recordId;
  };
  const lines = ["l,r"];
  for (const [pair, first] of left.entries()) {
    const second = right[pair] ?? 0;
    if (isAcrossLists && input.records[first]?.list === input.records[second]?.list) continue;
    const [one, two] = [keyOf(first), keyOf(second)];
    lines.push(one < two ? `${one},${two}` : `${two},${one}`);
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new RangeError("run-ours.ts takes a job file");
await run(Job.parse(JSON.parse(readFileSync(path, "utf8"))));
