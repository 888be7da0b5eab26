/**
 * How often intervals hold the truth, on simulated tables whose N is known (1,000), beside the peers' coverage.
 *
 * The tables and the peers' scores lie in `../shared` (four mechanisms, four lists); without them nothing is
 * printed but that. The same tables were given to the peers, so the columns compare like with like.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type CaptureTable, estimateTable } from "../src/estimate/index.ts";

const FOLDER = new URL("../../shared/data/mse/", import.meta.url);
const TRUTH = 1000;

const peerScores = z.object({
  methods: z.array(
    z.object({
      dgp: z.string(),
      method: z.string(),
      mean_est: z.number().nullable(),
      coverage95: z.number().nullable(),
      mean_abs_rel_err: z.number().nullable(),
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

interface Score {
  readonly tables: number;
  readonly held: number;
  readonly sum: number;
  readonly error: number;
}

/** Scores of every method by mechanism. */
function score(replicates: readonly Replicate[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  for (const { mechanism, table } of replicates) {
    const { methods } = estimateTable(table);
    const averaged = methods.flatMap((method) =>
      method.name === "loglinear" ? [{ name: "loglinear averaged", ...method.settings.modelAveraged }] : [],
    );
    for (const { name, point, interval } of [...methods, ...averaged]) {
      const key = `${mechanism} ${name}`;
      const before = scores.get(key) ?? { tables: 0, held: 0, sum: 0, error: 0 };
      const holds = interval !== null && interval[0] <= TRUTH && interval[1] >= TRUTH;
      scores.set(key, {
        tables: before.tables + 1,
        held: before.held + (holds ? 1 : 0),
        sum: before.sum + point,
        error: before.error + Math.abs(point / TRUTH - 1),
      });
    }
  }
  return scores;
}

export function benchCoverage(): void {
  if (!existsSync(FOLDER)) {
    console.log("estimate coverage: ../shared/data/mse is absent, passed over");
    return;
  }
  const scores = score(readReplicates(readFileSync(new URL("sim_public.csv", FOLDER), "utf8")));
  console.log("mechanism and method        tables  95 % interval holds N   mean   mean error");
  for (const [key, { tables, held, sum, error }] of scores) {
    const cells = [
      key.padEnd(28),
      String(tables).padStart(5),
      `${Math.round((100 * held) / tables)} %`.padStart(22),
    ];
    console.log(
      `${cells.join("")} ${(sum / tables).toFixed(0).padStart(8)} ${((100 * error) / tables).toFixed(1).padStart(9)} %`,
    );
  }
  console.log("\npeers on the same mechanisms (measured earlier):");
  const peers = peerScores.parse(
    JSON.parse(readFileSync(new URL("sim_coverage_peers.json", FOLDER), "utf8")),
  );
  for (const {
    dgp,
    method,
    mean_est: mean,
    coverage95: coverage,
    mean_abs_rel_err: error,
  } of peers.methods) {
    const held = coverage === null ? "–" : `${Math.round(coverage * 100)} %`;
    const cells = [`${dgp} ${method}`.padEnd(33), held.padStart(22)];
    console.log(
      `${cells.join("")} ${mean?.toFixed(0).padStart(8) ?? ""} ${error === null ? "" : `${(100 * error).toFixed(1)} %`.padStart(11)}`,
    );
  }
}

if (process.argv[1]?.endsWith("estimate-coverage.ts")) benchCoverage();
