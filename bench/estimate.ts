/**
 * How long `estimateTable` takes, beside the peers' published seconds.
 *
 * The peers were measured earlier and on another machine, so a ratio is a rough guide, not a race; it also sets
 * our whole report (all methods, warnings, leverage) against their one method. Tables with golden counts are
 * read from `../shared` and passed over where that is absent; Kosovo's fifteen counts are public and stand here.
 */
import { existsSync, readFileSync } from "node:fs";
import {
  type CaptureTable,
  type EstimateOptions,
  estimateTable,
  parseCaptureTable,
} from "../src/estimate/index.ts";

const KOSOVO: CaptureTable = {
  lists: ["EXH", "ABA", "OSCE", "HRW"],
  cells: [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27].map((count, i) => ({
    pattern: i + 1,
    count,
  })),
};

/** CPU seconds of one run on one pinned core, median of three, start of the program included. */
const PEERS = [
  { name: "kosovo", methods: ["loglinear"], peer: "Rcapture 1.4-4, 113 models", seconds: 0.89 },
  { name: "kosovo", methods: ["dga"], peer: "dga 2.0.2, 61 graphs", seconds: 0.36 },
  { name: "UKdat_5", methods: ["loglinear"], peer: "Rcapture 1.4-4, 1,024 models", seconds: 4.49 },
  { name: "UKdat_5", methods: ["dga"], peer: "dga 2.0.2, 822 graphs", seconds: 1.07 },
  { name: "Ned_5", methods: ["loglinear"], peer: null, seconds: null },
  { name: "Ned_5", methods: ["dga"], peer: null, seconds: null },
] as const;

const RUNS = 5;

interface Timing {
  /** The first run of this process: nothing is compiled yet. */
  readonly firstMs: number;
  /** Median of the later runs. */
  readonly laterMs: number;
}

function measure(table: CaptureTable, options: EstimateOptions): Timing {
  const times = Array.from({ length: RUNS + 1 }, () => {
    const start = process.cpuUsage();
    estimateTable(table, options);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const [firstMs = 0, ...later] = times;
  return { firstMs, laterMs: later.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 };
}

function readTable(name: string): CaptureTable | null {
  if (name === "kosovo") return KOSOVO;
  const file = new URL(`../../shared/data/mse/${name}.csv`, import.meta.url);
  if (!existsSync(file)) return null;
  return parseCaptureTable(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(",")),
  );
}

/** Prints the time of every method and of the whole report. */
export function benchEstimate(): void {
  console.log("estimate: CPU ms, first run in this process and median of later ones;");
  console.log("peers' CPU seconds were measured earlier on another machine, program start included\n");
  for (const { name, methods, peer, seconds } of PEERS) {
    const table = readTable(name);
    if (table === null) {
      console.log(`${name}: table absent (../shared), passed over`);
      continue;
    }
    report(`${name} ${methods.join("+")}`, measure(table, { methods }), peer, seconds);
  }
  for (const name of ["kosovo", "UKdat_5", "Ned_5"]) {
    const table = readTable(name);
    if (table !== null) report(`${name} whole report`, measure(table, {}), null, null);
  }
  const rss = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`\npeak memory of the process ${rss} MB (dga's peer: 438 MB)`);
}

function report(
  what: string,
  { firstMs, laterMs }: Timing,
  peer: string | null,
  seconds: number | null,
): void {
  const own = `${what.padEnd(24)} ${firstMs.toFixed(0).padStart(6)} ${laterMs.toFixed(1).padStart(8)}`;
  const beside =
    peer === null || seconds === null
      ? ""
      : `   ${peer}: ${seconds} s = ${((seconds * 1000) / firstMs).toFixed(0)}× our first, ${((seconds * 1000) / laterMs).toFixed(0)}× our later runs`;
  console.log(own + beside);
}

if (process.argv[1]?.endsWith("estimate.ts")) benchEstimate();
