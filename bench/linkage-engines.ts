/** The second engine beside the one in process, on the labelled sets: `tsx bench/linkage-engines.ts [set …]`. */
import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { InquestError } from "../src/core/index.ts";
import { createDuckDbEngine } from "../src/engines/index.ts";
import { type LinkResult, linkRecords, linkRecordsOn, settingsFor } from "../src/linkage/index.ts";
import { hasShared, LABELLED_SETS } from "./linkage-data.ts";

/** One line a set: seconds of the clock and of the processor, and whether the two results are the same bytes. */
export async function benchEngines(names: readonly string[] = Object.keys(LABELLED_SETS)): Promise<void> {
  if (!hasShared) {
    console.log("linkage engines: skipped, ../shared is not here");
    return;
  }
  for (const name of names) {
    const load = LABELLED_SETS[name];
    if (load === undefined) throw new RangeError(`no labelled set "${name}"`);
    const { input } = load();
    const settings = settingsFor(input.fields);
    try {
      const duckDb = await timed(() => linkRecordsOn(createDuckDbEngine(), input, { settings }));
      const own = await timed(() => linkRecords(input, settings));
      const isSame = duckDb.hash === own.hash;
      console.log(JSON.stringify({ set: name, records: input.records.length, isSame, own, duckDb }));
      if (!isSame) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof InquestError) || error.code !== "engines/duckdb-absent") throw error;
      console.log(`linkage engines: open, not passed: ${error.message}`);
      return;
    }
  }
}

async function timed(run: () => LinkResult | Promise<LinkResult>) {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const used = process.cpuUsage(cpu);
  return {
    seconds: ((performance.now() - began) / 1000).toFixed(1),
    cpuSeconds: ((used.user + used.system) / 1e6).toFixed(1),
    hash: createHash("sha256").update(JSON.stringify(result)).digest("hex").slice(0, 16),
  };
}

if (process.argv[1]?.endsWith("linkage-engines.ts")) {
  const names = process.argv.slice(2);
  await benchEngines(names.length === 0 ? undefined : names);
}
