/**
 * How fast the machine is just now. Shared machines differ by two and more from hour to hour, processor seconds too: work that
 * does not change tells by how much, so that seconds of two days can be compared.
 */
import { ClassMixture } from "../src/estimate/latent/class-mixture.ts";
import { toPatternTrie } from "../src/estimate/latent/pattern-trie.ts";
import { RandomStream } from "../src/estimate/numeric/random.ts";
import { KOSOVO } from "../src/estimate/tables-of-tests.ts";

const WARM = 5_000;
const SWEEPS = 20_000;
/** On the machine of docs/performance.md, 27 November 2026, at its full speed. */
const RECORDED = 133_000;

/** Sweeps of the latent-class sampler in a processor second, by those recorded: 1 is as fast as it was then. */
export function machineSpeed(): number {
  const trie = toPatternTrie(KOSOVO);
  const random = new RandomStream(1);
  const state = new ClassMixture({ trie, classCount: 10, mostUnseen: 20 * trie.total, random });
  for (let sweep = 0; sweep < WARM; sweep += 1) state.sweep();
  const start = process.cpuUsage();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) state.sweep();
  const { user, system } = process.cpuUsage(start);
  return SWEEPS / ((user + system) / 1e6) / RECORDED;
}
