/**
 * The latent-class sampler: sweeps and effective draws per CPU second, dga on the peer's grid, and bootstraps.
 *
 * LCMCR, dga, SparseMSE and Rcapture are timed in the same run where R has them; else their figures are those of another
 * machine (R 4.2.2, one pinned core) and are marked so: a ratio is then a rough guide. CPU seconds, not wall, so that
 * other work on the machine changes little.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { estimateDga } from "../src/estimate/dga/dga-posterior.ts";
import {
  type CaptureTable,
  parseCaptureTable,
  sampleLatentClass,
  toPatternCounts,
} from "../src/estimate/index.ts";
import { rankMisfit, rankTruths } from "../src/estimate/latent/calibration.ts";
import { ClassMixture } from "../src/estimate/latent/class-mixture.ts";
import { toPatternTrie } from "../src/estimate/latent/pattern-trie.ts";
import { bootstrapStepwise } from "../src/estimate/loglinear/bootstrap.ts";
import { searchAllModels } from "../src/estimate/loglinear/model-search.ts";
import { RandomStream } from "../src/estimate/numeric/random.ts";
import { peerTime } from "./peer/estimate-peers.ts";

const SWEEPS = 110_000;

/** CPU seconds of LCMCR 0.4.14 for 110,000 sweeps with ten classes. */
const LCMCR = [
  ["kosovo", 1.69],
  ["UKdat_5", 1.61],
  ["Western", 1.37],
  ["PH_caloocan_police", 3.16],
] as const;

const fileOf = (name: string) => new URL(`../../shared/data/mse/${name}.csv`, import.meta.url);

function readTable(name: string): CaptureTable | null {
  const file = fileOf(name);
  if (!existsSync(file)) return null;
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return parseCaptureTable(rows);
}

/** What `work` gives, and the CPU seconds it took. */
function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, seconds: (user + system) / 1e6 };
}

function benchSweeps(name: string, table: CaptureTable, peerSeconds: number): void {
  const trie = toPatternTrie(table);
  const random = new RandomStream(1);
  const state = new ClassMixture({ trie, classCount: 10, mostUnseen: 20 * trie.total, random });
  for (let sweep = 0; sweep < 10_000; sweep++) state.sweep();
  const seconds = [0, 1, 2].map(
    () =>
      timed(() => {
        for (let sweep = 0; sweep < SWEEPS; sweep++) state.sweep();
      }).seconds,
  );
  const middle = seconds.sort((a, b) => a - b)[1] ?? 0;
  const peer = peerTime("lcmcr", fileOf(name), { label: "LCMCR 0.4.14", seconds: peerSeconds });
  console.log(
    `${name.padEnd(20)} ${Math.round(SWEEPS / middle)} sweeps per CPU s; ${peer.label} ${Math.round(SWEEPS / peer.seconds)}: ${(peer.seconds / middle).toFixed(1)}×`,
  );
}

function benchEffective(name: string, table: CaptureTable): void {
  const { value, seconds } = timed(() => sampleLatentClass(table));
  const { rHat, bulkEss, tailEss } = value.convergence;
  console.log(
    `${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} CPU s, ${value.rounds} rounds: R-hat ${rHat.toFixed(3)}, ESS ${bulkEss.toFixed(0)} bulk ${tailEss.toFixed(0)} tail, ${(bulkEss / seconds).toFixed(0)} per CPU s`,
  );
}

/** 300 replicates of simulation-based calibration; χ² of ten equal bins has nine degrees of freedom. */
export function benchCalibration(replicates = 300): void {
  const draws = 99;
  const ranks = rankTruths({
    replicates,
    seed: 1,
    listCount: 4,
    classCount: 4,
    people: 150,
    draws,
    thinning: 5,
  });
  const misfit = rankMisfit(ranks, draws, 10);
  const bins = Array.from(
    { length: 10 },
    (_, bin) => ranks.filter((rank) => Math.floor(rank / 10) === bin).length,
  );
  console.log(
    `calibration: ${replicates} replicates, ranks in tenths ${bins.join(" ")}; χ²(9) ${misfit.toFixed(1)}, below 21.7 in 99 of 100`,
  );
}

export function benchSampler(tables: readonly string[] = LCMCR.map(([name]) => name)): void {
  const uk = readTable("UKdat_5");
  if (uk !== null) {
    const counts = toPatternCounts(uk);
    const options = { unseenRange: { least: 1, most: 27_440 }, delta: 1 / 32 };
    // The first run of the process: nothing is compiled yet, and the graphs are not listed yet.
    const before = process.resourceUsage().maxRSS;
    const first = timed(() => estimateDga(counts, { ...options, relativeStep: 0 }));
    const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
    const every = timed(() => estimateDga(counts, { ...options, relativeStep: 0 }));
    const coarse = timed(() => estimateDga(counts, options));
    const dga = peerTime("dga", fileOf("UKdat_5"), { label: "dga 2.0.2", seconds: 1.07 });
    console.log(
      `dga, 822 graphs × 27,440: ${every.seconds.toFixed(2)} CPU s at every whole number (first run ${first.seconds.toFixed(2)}, which raises the process's peak by ${megabytes.toFixed(0)} MB), ${coarse.seconds.toFixed(2)} on its own grid of ${coarse.value.grid.points.length} points; ${dga.label} ${dga.seconds}${dga.isSameRun ? "" : " and 438 MB"}`,
    );
    const models = timed(() => searchAllModels(counts, 2).ranked.length);
    const rcapture = peerTime("rcapture", fileOf("UKdat_5"), { label: "Rcapture 1.4-4", seconds: 4.49 });
    console.log(
      `UKdat_5, ${models.value} log-linear models of pairs: ${models.seconds.toFixed(2)} CPU s; ${rcapture.label} ${rcapture.seconds} for 1,024`,
    );
    const boot = timed(() => bootstrapStepwise({ table: counts, replicates: 1000, seed: 1 }));
    const sparse = peerTime("sparsemse", fileOf("UKdat_5"), { label: "SparseMSE 2.0.1", seconds: 10.2 });
    console.log(
      `UKdat_5, 1,000 BCa bootstraps: ${boot.seconds.toFixed(2)} CPU s; ${sparse.label} ${sparse.seconds} for 100`,
    );
  }
  for (const [name, seconds] of LCMCR) {
    const table = readTable(name);
    if (table === null) console.log(`${name}: table absent (../shared), passed over`);
    // In a process of its own, as the peer was: what ran before changes how the sweeps are compiled.
    else {
      const self = ["--import", "tsx", import.meta.filename, "--sweeps", name, String(seconds)];
      spawnSync(process.execPath, self, { stdio: "inherit" });
    }
  }
  for (const name of tables) {
    const table = readTable(name);
    if (table !== null) benchEffective(name, table);
  }
  benchCalibration();
}

if (process.argv[1]?.endsWith("estimate-sampler.ts")) {
  const [flag, name = "", seconds] = process.argv.slice(2);
  const table = flag === "--sweeps" ? readTable(name) : null;
  if (table === null) benchSampler();
  else benchSweeps(name, table, Number(seconds));
}
