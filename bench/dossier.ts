/** A dossier of 500 persons and 2,000 notes, in both languages: `npm run bench -- dossier`. */
import { performance } from "node:perf_hooks";
import { LANGUAGES } from "../src/core/index.ts";
import { releaseParts } from "../src/release/index.ts";
import { inventedRelease } from "../test/released-content.ts";
import { machineSpeed } from "./yardstick.ts";

const RUNS = 3;
const GOAL_S = 5;

/**
 * From what goes out to the bytes of every file (pages, DOCX, Markdown), the start of Typst with them. Its caches are emptied
 * after each run. Beside each run stands how fast the machine was, and what the seconds would be at the speed recorded.
 */
export async function benchDossier(): Promise<void> {
  const size = { persons: 500, statements: 2000 };
  const contents = {
    en: inventedRelease({ language: "en", ...size }),
    fa: inventedRelease({ language: "fa", ...size }),
  };
  for (const language of LANGUAGES)
    for (let run = 0; run < RUNS; run += 1) {
      const [start, startCpu] = [performance.now(), process.cpuUsage()];
      const parts = await releaseParts(contents, language);
      const seconds = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(startCpu);
      const speed = machineSpeed();
      const megabytes = (parts.get("dossier/dossier.pdf")?.length ?? 0) / 1e6;
      console.log(
        `${language}: ${seconds.toFixed(2)} s (goal ${GOAL_S} s), of processor ${((user + system) / 1e6).toFixed(2)} s; PDF ${megabytes.toFixed(1)} MB; the machine at ${speed.toFixed(2)} of the speed recorded, at which it is ${(seconds * speed).toFixed(2)} s`,
      );
    }
  const many = inventedRelease({ language: "en", ...size, persons: 20_000 });
  const start = performance.now();
  await releaseParts({ en: many, fa: many }, "en");
  const seconds = (performance.now() - start) / 1000;
  console.log(`20,000 persons, whose annex is not set on paper: ${seconds.toFixed(2)} s`);
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}
