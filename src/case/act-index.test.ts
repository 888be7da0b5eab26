import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { createActIndex, readActIndex } from "./act-index.ts";

const ROOT = "a".repeat(64);

test("gives back the leaves of each kind as they were added, also after saving", () => {
  const dir = temporaryFolder("act-index");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a.done", "b.done", "c.done"), { minLength: 1 }), (kinds) => {
      const index = createActIndex();
      for (const kind of kinds) index.add(kind);
      index.save(dir, ROOT);
      const read = readActIndex(dir, (size) => (size === kinds.length ? ROOT : null));
      expect(read.size).toBe(kinds.length);
      expect(read.equals(index)).toBe(true);
      for (const kind of index.kinds()) {
        const leaves = kinds.flatMap((each, leaf) => (each === kind ? [leaf] : []));
        expect([...read.leavesOf(kind)]).toEqual(leaves);
      }
    }),
    { numRuns: 50 },
  );
});

test("an index of another log, or one that is torn, is no index", () => {
  const dir = temporaryFolder("act-index");
  const index = createActIndex();
  index.add("a.done");
  index.save(dir, ROOT);
  expect(readActIndex(dir, () => "b".repeat(64)).size).toBe(0);
  expect(readActIndex(dir, () => null).size).toBe(0);
  writeFileSync(join(dir, "work", "act-index.json"), '{"v":1,"size":');
  expect(readActIndex(dir, () => ROOT).size).toBe(0);
});
