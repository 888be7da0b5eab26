import { expect, test } from "vitest";
import {
  createLinkThreads,
  keepOnThreads,
  linkAgainOnThreads,
  linkOnThreads,
} from "../../src/engines/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import {
  linkAgain,
  linkAndKeep,
  linkRecords,
  linkRecordsWith,
  settingsFor,
} from "../../src/linkage/index.ts";

const { input } = fictionalLists(160, 33);

test.each([
  ["blocks", 0],
  ["every pair", 1_000_000],
])("threads give the bytes of one thread, however many there are (%s)", async (_, exhaustivePairs) => {
  const settings = settingsFor(input.fields, { blocking: { exhaustivePairs } });
  const alone = JSON.stringify(linkRecords(input, settings));
  for (const count of [1, 3]) {
    const threads = createLinkThreads({ threads: count });
    try {
      expect(JSON.stringify(await linkRecordsWith(threads, input, settings))).toBe(alone);
    } finally {
      await threads.close();
    }
  }
});

test("threads serve one run after another, and a run on closed threads fails instead of waiting", async () => {
  const settings = settingsFor(input.fields, { blocking: { exhaustivePairs: 0 } });
  const threads = createLinkThreads({ threads: 2 });
  const other = { ...input, records: input.records.slice(40) };
  for (const each of [input, other]) {
    const { clusterIds } = await linkRecordsWith(threads, each, settings);
    expect(clusterIds).toEqual(linkRecords(each, settings).clusterIds);
  }
  await threads.close();
  await expect(linkRecordsWith(threads, input, settings)).rejects.toThrow(/ended before its answer/u);
});

test("lists long enough for threads, and words that training teaches, give the same bytes on them", async () => {
  const long = fictionalLists(2300, 5).input;
  const settings = settingsFor(long.fields, {
    blocking: { exhaustivePairs: 0, fewestPairs: 30_000, pairsPerRecord: 8 },
    training: { randomPairs: 20_000 },
  });
  const several = await linkOnThreads(long, settings, [], undefined, { threads: 2 });
  expect(long.records.length).toBeGreaterThan(3000);
  expect(JSON.stringify(several)).toBe(JSON.stringify(linkRecords(long, settings)));
});

test("a model that is kept, and a run with it, are the same bytes on threads", async () => {
  const long = fictionalLists(2300, 5).input;
  const settings = settingsFor(long.fields, {
    blocking: { exhaustivePairs: 0, fewestPairs: 30_000, pairsPerRecord: 8 },
    training: { randomPairs: 20_000 },
  });
  const kept = linkAndKeep(long, settings);
  const several = await keepOnThreads(long, settings, [], undefined, { threads: 2 });
  expect(JSON.stringify(several)).toBe(JSON.stringify(kept));
  const { model } = kept;
  const more = {
    ...long,
    records: [
      ...long.records.slice(20),
      ...fictionalLists(40, 9)
        .input.records.slice(0, 30)
        .map((record) => ({ ...record, recordId: `new ${record.recordId}` })),
    ],
  };
  for (const previous of [null, { input: long, scores: kept.scores }]) {
    const again = await linkAgainOnThreads({ input: more, model, previous }, undefined, { threads: 2 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(linkAgain({ input: more, model, previous })));
  }
});
