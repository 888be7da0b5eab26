import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyConsistency } from "../merkle/verify-consistency.ts";
import { parseConsistencyFile, toConsistencyBytes } from "./consistency-file.ts";
import { makeLog } from "./proof-fixture.ts";

const log = makeLog(64);

describe("a consistency file", () => {
  test("is read back as written, and proves the older root, for any older size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), (fromSize) => {
        const { path } = log.tree.proveConsistency(fromSize, 64);
        const bytes = toConsistencyBytes({ fromSize, path, note: log.note });
        const parsed = parseConsistencyFile(bytes);
        if ("fault" in parsed) throw new Error(parsed.fault);
        const { checkpoint, note, ...proof } = parsed.file;
        expect(Buffer.compare(toConsistencyBytes({ ...proof, note }), bytes)).toBe(0);
        const claim = { proof: { ...proof, toSize: checkpoint.treeSize }, toRoot: checkpoint.root };
        expect(verifyConsistency({ ...claim, fromRoot: log.tree.root(fromSize) }).ok).toBe(true);
        const other = log.tree.root(fromSize === 64 ? 63 : fromSize + 1);
        expect(verifyConsistency({ ...claim, fromRoot: other }).ok).toBe(false);
      }),
    );
  });

  test("has the form of a witness request: the old size, the hashes, a blank line, the checkpoint", () => {
    const { path } = log.tree.proveConsistency(7, 64);
    const text = Buffer.from(toConsistencyBytes({ fromSize: 7, path, note: log.note })).toString();
    const lines = text.split("\n");
    expect(lines[0]).toBe("old 7");
    expect(lines.slice(1, 1 + path.length)).toEqual(path.map((hash) => Buffer.from(hash).toString("base64")));
    expect(lines[1 + path.length]).toBe("");
    expect(text.endsWith(log.note)).toBe(true);
  });

  test("has one spelling", () => {
    const { path } = log.tree.proveConsistency(7, 64);
    const good = Buffer.from(toConsistencyBytes({ fromSize: 7, path, note: log.note })).toString();
    const many = Array.from({ length: 64 }, () => path[0] ?? new Uint8Array(32));
    for (const text of [
      good.replace("old 7", "old 07"),
      good.replace("old 7", "old  7"),
      good.replace("old 7", "size 7"),
      good.replace("old 7\n", ""),
      good.replace("\n\n", "\n"),
      good.slice(0, -1),
      good.replace("=", ""),
      good.replaceAll("\n", "\r\n"),
      Buffer.from(toConsistencyBytes({ fromSize: 7, path: many, note: log.note })).toString(),
    ])
      expect(parseConsistencyFile(Buffer.from(text)), text).toHaveProperty("fault");
    expect(parseConsistencyFile(Buffer.from([0xff, 0xfe]))).toHaveProperty("fault");
  });
});
