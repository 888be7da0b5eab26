/**
 * How often 95 % intervals hold the truth, where it is known (1,000 people): on replicates of our own, with the
 * binomial error of the share, and on the 30 public tables of each mechanism, beside the peers' figures on the same.
 *
 * The public tables and the peers' scores lie in `../shared`; the peers were run earlier and elsewhere. Nothing in
 * the program was tuned to the public tables.
 *
 * `npx tsx bench/estimate-coverage.ts [replicates] [first seed] [mechanism …]`: 300, 1 and all by default; about 1.5
 * CPU seconds each. Without the mechanisms named the public tables follow.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { ALL_METHODS, type CaptureTable, estimateTable, simulateTable } from "../src/estimate/index.ts";
import { MECHANISMS, TRUTH } from "./estimate-mechanisms.ts";

const FOLDER = new URL("../../shared/data/mse/", import.meta.url);

const peerScores = z.object({
  methods: z.array(
    z.object({
      dgp: z.string(),
      method: z.string(),
      mean_est: z.number().nullable(),
      coverage95: z.number().nullable(),
      mean_width: z.number().nullable(),
    }),
  ),
});

interface Replicate {
  readonly mechanism: string;
  readonly table: CaptureTable;
}

/** The simulated tables: one row each, columns named by pattern with the first list leftmost. */
function readReplicates(text: string): readonly Replicate[] {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((row) => ({
    mechanism: row[0] ?? "",
    table: {
      lists: ["A", "B", "C", "D"],
      cells: header.flatMap((name, column) =>
        /^[01]{4}$/u.test(name)
          ? [
              {
                pattern: [...name].reduce((mask, bit, list) => mask | (Number(bit) << list), 0),
                count: Number(row[column]),
              },
            ]
          : [],
      ),
    },
  }));
}

function ownReplicates(mechanism: string, count: number, firstSeed: number): readonly Replicate[] {
  const patternProbabilities = MECHANISMS[mechanism];
  if (patternProbabilities === undefined) throw new RangeError(`no mechanism is called ${mechanism}`);
  return Array.from({ length: count }, (_, i) => ({
    mechanism,
    table: simulateTable({ seed: firstSeed + i, people: TRUTH, patternProbabilities }),
  }));
}

interface Score {
  readonly tables: number;
  /** Tables on which the method gave an interval with an upper end. */
  readonly answered: number;
  readonly held: number;
  readonly points: number;
  readonly widths: number;
}

const NOTHING: Score = { tables: 0, answered: 0, held: 0, points: 0, widths: 0 };

/** Scores of every method by mechanism. */
function score(replicates: readonly Replicate[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  for (const { mechanism, table } of replicates) {
    const report = estimateTable(table, {
      methods: ALL_METHODS,
      latent: { firstRounds: 1000, mostRounds: 6000 },
    });
    const averaged = report.methods.flatMap((method) =>
      method.name === "loglinear" ? [{ name: "loglinear averaged", ...method.settings.modelAveraged }] : [],
    );
    const answers = [...report.methods, ...averaged];
    const names = [...ALL_METHODS.slice(1), "loglinear averaged"];
    for (const name of names) {
      const answer = answers.find((method) => method.name === name);
      const key = `${mechanism} ${name}`;
      const before = scores.get(key) ?? NOTHING;
      const [low, high] = answer?.interval ?? [Number.NaN, Number.NaN];
      const isWhole = Number.isFinite(high);
      scores.set(key, {
        tables: before.tables + 1,
        answered: before.answered + (isWhole ? 1 : 0),
        held: before.held + (low <= TRUTH && high >= TRUTH ? 1 : 0),
        points: before.points + (isWhole ? (answer?.point ?? 0) : 0),
        widths: before.widths + (isWhole ? high - low : 0),
      });
    }
  }
  return scores;
}

/** Wilson's 95 % interval of a share, in percent. */
function wilson(held: number, tables: number): string {
  const [z, share] = [1.96, held / tables];
  const centre = (share + (z * z) / (2 * tables)) / (1 + (z * z) / tables);
  const half =
    (z / (1 + (z * z) / tables)) *
    Math.sqrt((share * (1 - share)) / tables + (z * z) / (4 * tables * tables));
  return `${Math.round(100 * (centre - half))}–${Math.round(100 * (centre + half))}`;
}

function print(title: string, scores: ReadonlyMap<string, Score>): void {
  console.log(`\n${title}`);
  console.log("mechanism and method          tables  answered  holds N (95 % of the share)    mean   width");
  for (const [key, { tables, answered, held, points, widths }] of scores) {
    const share = `${Math.round((100 * held) / tables)} % (${wilson(held, tables)})`;
    const means = [points, widths].map((sum) => (sum / answered).toFixed(0).padStart(8));
    console.log(
      `${key.padEnd(30)}${String(tables).padStart(6)}${String(answered).padStart(10)}${share.padStart(29)}${means.join("")}`,
    );
  }
}

export function benchCoverage(replicates = 300, firstSeed = 1, asked: readonly string[] = []): void {
  for (const mechanism of asked.length > 0 ? asked : Object.keys(MECHANISMS)) {
    const title = `${mechanism}: own replicates, seeds from ${firstSeed}`;
    if (replicates > 0) print(title, score(ownReplicates(mechanism, replicates, firstSeed)));
  }
  if (asked.length > 0) return;
  if (!existsSync(FOLDER)) {
    console.log("\n../shared/data/mse is absent: the public tables are passed over");
    return;
  }
  print(
    "the 30 public tables of each mechanism",
    score(readReplicates(readFileSync(new URL("sim_public.csv", FOLDER), "utf8"))),
  );
  console.log("\npeers on the same tables (recorded elsewhere):");
  const peers = peerScores.parse(
    JSON.parse(readFileSync(new URL("sim_coverage_peers.json", FOLDER), "utf8")),
  );
  for (const { dgp, method, mean_est: mean, coverage95: coverage, mean_width: width } of peers.methods) {
    if (coverage === null) continue;
    console.log(
      `${`${dgp} ${method}`.padEnd(46)}${`${Math.round(coverage * 100)} %`.padStart(10)}${(mean ?? 0).toFixed(0).padStart(27)}${(width ?? 0).toFixed(0).padStart(8)}`,
    );
  }
}

if (process.argv[1]?.endsWith("estimate-coverage.ts")) {
  benchCoverage(Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 1), process.argv.slice(4));
}
