/** How the benches of the ledger measure and print. */
import type { ActDraft } from "../src/ledger/index.ts";

/** About 500 bytes as an entry. */
export function draft(n: number): ActDraft {
  return {
    kind: "bench.noted",
    body: { n, words: "یادداشتی به درازای یک گزارهٔ کوتاه", source: "s".repeat(90) },
  };
}

/** Milliseconds that something takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function rate(what: string, count: number, ms: number): void {
  print(what, `${Math.round((count / ms) * 1000)}/s`, ms);
}

export function took(what: string, ms: number): void {
  print(what, "", ms);
}

export function print(what: string, figure: string, ms: number): void {
  console.log(`${what.padEnd(64)} ${figure.padStart(12)} ${ms.toFixed(0).padStart(8)} ms`);
}
