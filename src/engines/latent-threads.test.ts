import { expect, test } from "vitest";
import { sampleLatentClass, sampleLatentClassWith } from "../estimate/index.ts";
import { createLatentThreads } from "./latent-threads.ts";

const TABLE = {
  lists: ["A", "B", "C"],
  cells: [60, 49, 14, 47, 12, 22, 12].map((count, i) => ({ pattern: i + 1, count })),
};

test("threads give the draws of one thread, however many there are", async () => {
  const options = { chainCount: 3, firstRounds: 60, mostRounds: 60, seed: 4 };
  const alone = sampleLatentClass(TABLE, options);
  for (const threads of [1, 2]) {
    const sample = await sampleLatentClassWith(createLatentThreads({ threads }), TABLE, options);
    expect(sample).toEqual(alone);
  }
});

test("a job that fails rejects with its reason", async () => {
  const job = {
    table: { lists: ["A"], cells: [] },
    classCount: -1,
    mostUnseen: 10,
    seed: 1,
    chain: 0,
    rounds: 2,
  };
  await expect(createLatentThreads({ threads: 1 }).run([job])).rejects.toThrow(/array length/iu);
});

test("progress rises within a chain, not only as chains end, and ends with all rounds", async () => {
  const told: (readonly [number, number])[] = [];
  const threads = createLatentThreads({ threads: 1, onRounds: (done, total) => told.push([done, total]) });
  await sampleLatentClassWith(threads, TABLE, { chainCount: 2, firstRounds: 101, mostRounds: 101 });
  // Half as many rounds come before those that are kept, rounded up.
  expect(told.at(-1)).toEqual([2 * (101 + 51), 2 * (101 + 51)]);
  expect(told.length).toBeGreaterThan(20);
  expect(told.every(([done], i) => done >= (told[i - 1]?.[0] ?? 0))).toBe(true);
});
