/**
 * Linkage beside Splink, in one run on the same cores: `tsx bench/linkage-peer.ts [--runs N] [--no-sweep] [set …]`.
 *
 * Runs alternate, each in a process of its own. Splink runs with its own documented settings, and again on exactly our
 * candidate pairs. F1 is pairwise over final clusters, one-to-one off. Where Splink cannot be installed, every line that
 * compares is printed as open.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { evaluateClusters, settingsFor } from "../src/linkage/index.ts";
import { filesOf, loadSet, PEER_SETS, setFiles, truthOf } from "./linkage-sets.ts";
import { buildOurs } from "./peer/build-ours.ts";
import { type Installed, installPeer } from "./peer/install.ts";
import { Outcome } from "./peer/outcome.ts";
import { printComparison, type Scored, type Tool } from "./peer/print.ts";

const root = resolve(import.meta.dirname, "..");

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999];
/** Ours has a review band below a half, so its sweep begins right above. */
const OURS = THRESHOLDS.map((each) => (each === 0.5 ? 0.5001 : each));

interface Plan {
  readonly runs: number;
  readonly isSwept: boolean;
  readonly names: readonly string[];
}

/** Measures, prints, and keeps the figures in bench/output/linkage-peer.json. */
export async function benchPeer(plan: Partial<Plan> = {}): Promise<void> {
  const { runs = 3, isSwept = true, names = Object.keys(PEER_SETS) } = plan;
  if (!existsSync(filesOf({ lists: ["fake_1000"] })[0] ?? "")) {
    console.log("linkage beside Splink: open, ../shared is not here");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "inquest-peer-"));
  try {
    const ours = await buildOurs(join(folder, "ours"));
    const peer = installPeer(folder);
    const head = `${cpus().length} cores (${cpus()[0]?.model ?? "?"}), Node ${process.version}`;
    console.log(`${head}; ${peer.python === null ? `Splink: OPEN, ${peer.reason}` : peer.versions}`);
    const kept = names.map((name) => compareOn(name, { folder, ours, peer, runs, isSwept }));
    const out = join(root, "bench", "output");
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "linkage-peer.json"), `${JSON.stringify({ head, sets: kept }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Where {
  readonly folder: string;
  readonly ours: string;
  readonly peer: Installed;
  readonly runs: number;
  readonly isSwept: boolean;
}

function compareOn(name: string, { folder, ours, peer, runs, isSwept }: Where) {
  const set = PEER_SETS[name];
  if (set === undefined)
    throw new RangeError(`no set "${name}"; there are ${Object.keys(PEER_SETS).join(", ")}`);
  const pairs = join(folder, `${name}-pairs.csv`);
  const tools: { tool: Tool; outcomes: Outcome[] }[] = [{ tool: "inquest", outcomes: [] }];
  if (peer.python !== null) {
    tools.push({ tool: "splink", outcomes: [] }, { tool: "splink-our-pairs", outcomes: [] });
  }
  for (let run = 0; run < runs; run += 1) {
    const isFirst = run === 0;
    for (const { tool, outcomes } of tools) {
      const out = join(folder, "out.json");
      const job =
        tool === "inquest"
          ? {
              ...{ ...setFiles(name, set), out, pairsOut: isFirst ? pairs : null },
              thresholds: isFirst && isSwept ? OURS.slice(1) : [],
            }
          : {
              ...{ set: name, files: filesOf(set), out, pairs: tool === "splink" ? null : pairs },
              thresholds: isFirst ? (isSwept ? THRESHOLDS : [0.5]) : [],
            };
      outcomes.push(runTool(tool, { ours, python: peer.python }, join(folder, "job.json"), job));
    }
  }
  const { input, options } = loadSet(name, set);
  const truth = truthOf(set, input);
  const settings = settingsFor(input.fields, options);
  const score = ({ threshold, rows }: Outcome["clusters"][number]): Scored => {
    const clusterOf = new Map(rows.map(([list = "", id = "", cluster = ""]) => [`${list}:${id}`, cluster]));
    const clusterIds = input.records.map(({ list, recordId }) => clusterOf.get(`${list}:${recordId}`) ?? "?");
    if (clusterIds.includes("?")) throw new RangeError(`${name}: a record came back without a cluster`);
    const { pairwise, bCubed, distinctPersons } = evaluateClusters(input, settings, clusterIds, truth);
    return { threshold, f1: pairwise.f1, bCubed: bCubed.f1, pairwise, persons: distinctPersons.error };
  };
  const scored = tools.map(({ tool, outcomes }) => ({
    tool,
    outcomes: outcomes.map(({ clusters, ...rest }) => ({ ...rest, scores: clusters.map(score) })),
  }));
  printComparison({ name, set, scored, records: input.records.length, persons: new Set(truth).size });
  return { name, tools: scored };
}

interface Programs {
  readonly ours: string;
  readonly python: string | null;
}

function runTool(
  tool: Tool,
  { ours, python }: Programs,
  jobPath: string,
  job: { readonly out: string },
): Outcome {
  writeFileSync(jobPath, JSON.stringify(job));
  const [command, args] =
    tool === "inquest"
      ? [process.execPath, [ours, jobPath]]
      : [python ?? "", [join(root, "bench/peer/splink_run.py"), jobPath]];
  const done = spawnSync(command, args, { encoding: "utf8", cwd: root, maxBuffer: 1 << 26 });
  if (done.status !== 0)
    throw new Error(`${tool} failed: ${done.stderr.trim().split("\n").slice(-5).join("\n")}`);
  return Outcome.parse(JSON.parse(readFileSync(job.out, "utf8")));
}

if (process.argv[1]?.endsWith("linkage-peer.ts")) {
  const words = process.argv.slice(2);
  const at = words.indexOf("--runs");
  const runs = at < 0 ? 3 : Number(words[at + 1]);
  const names = words.filter((word, index) => !word.startsWith("--") && (at < 0 || index !== at + 1));
  await benchPeer({ runs, isSwept: !words.includes("--no-sweep"), ...(names.length === 0 ? {} : { names }) });
}
