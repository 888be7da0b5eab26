import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCheckpointText } from "./checkpoint.ts";
import { hashLeaf, toHex } from "./merkle/hash.ts";
import { createMerkleTree } from "./merkle/merkle-tree.ts";
import { verifyConsistency } from "./merkle/verify-consistency.ts";
import { readEntries, toEntryRun } from "./segment.ts";
import { parseVerifierKey, verifyNote } from "./signed-note.ts";
import { isWithin, parseTilePath, type Tile, tilesOf, tilesSince, toTilePath } from "./tile.ts";

const GOLDEN = resolve("../shared/data/vectors/tlog-tiles/tessera/log");
const noGolden = !existsSync(GOLDEN);

describe("the path of a tile", () => {
  test("is the one of the standard's own example", () => {
    expect(toTilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(toTilePath({ level: 2, index: 0, width: 1 })).toBe("tile/2/000.p/1");
    expect(toTilePath({ level: "entries", index: 273, width: 112 })).toBe("tile/entries/273.p/112");
  });

  test("is read back as the same tile", () => {
    fc.assert(
      fc.property(
        fc.record({
          level: fc.oneof(fc.nat(63), fc.constant("entries" as const)),
          index: fc.nat(2 ** 40),
          width: fc.integer({ min: 1, max: 256 }),
        }),
        (tile) => {
          expect(parseTilePath(toTilePath(tile))).toEqual(tile);
        },
      ),
    );
  });

  test("has one spelling", () => {
    for (const path of [
      "tile/00/000",
      "tile/0/0",
      "tile/0/x000/001",
      "tile/0/000.p/0",
      "tile/0/000.p/256",
      "tile/0/000.p/07",
      "tile/entries/../000",
      "tile/-1/000",
    ]) {
      expect(parseTilePath(path), path).toBeNull();
    }
  });
});

describe("the tiles of a log", () => {
  test("are those that the standard counts for 70,000 leaves and for 256", () => {
    const count = (size: number) => {
      const tiles = tilesOf(size).filter(({ level }) => level !== "entries");
      return [0, 1, 2].map((level) => tiles.filter((tile) => tile.level === level).map(({ width }) => width));
    };
    const [leaves = [], nodes = [], top = []] = count(70_000);
    expect(leaves.filter((width) => width === 256)).toHaveLength(273);
    expect(leaves.at(-1)).toBe(112);
    expect(nodes).toEqual([256, 17]);
    expect(top).toEqual([1]);
    expect(count(256)).toEqual([[256], [1], []]);
  });

  test("grow to the same whether computed at once or step by step", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 6 }), (steps) => {
        const paths = new Map<string, Tile>();
        const sizes = steps.toSorted((left, right) => left - right);
        for (const [index, size] of sizes.entries()) {
          for (const tile of tilesSince(sizes[index - 1] ?? 0, size)) paths.set(toTilePath(tile), tile);
        }
        const last = sizes.at(-1) ?? 0;
        for (const tile of tilesOf(last)) expect(paths.has(toTilePath(tile))).toBe(true);
        for (const tile of paths.values()) expect(isWithin(tile, last)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.skipIf(noGolden)(
    "are byte for byte those of another implementation's log, and so are its roots",
    () => {
      const bundle = readEntries(readFileSync(join(GOLDEN, "tile/entries/000.p/15"))) ?? [];
      expect(bundle.map((entry) => entry.toString()).slice(0, 3)).toEqual(["one", "two", "three"]);
      const tree = createMerkleTree();
      for (const entry of bundle) tree.append(hashLeaf(entry));
      for (const width of readdirSync(join(GOLDEN, "tile/0/000.p")).map(Number)) {
        const tile = { level: 0, index: 0, width };
        expect(readFileSync(join(GOLDEN, toTilePath(tile))).equals(tree.tile(0, 0, width))).toBe(true);
        const entries = readFileSync(join(GOLDEN, toTilePath({ ...tile, level: "entries" })));
        expect(entries.equals(toEntryRun(bundle.slice(0, width)))).toBe(true);
      }
      const key = parseVerifierKey(
        "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
      );
      const root = tree.root(15);
      for (let size = 0; size <= 15; size++) {
        const file = join(GOLDEN, `checkpoint.${size}`);
        const report = verifyNote(readFileSync(file), key === null ? [] : [key]);
        expect(report.fault, file).toBeNull();
        const parsed = parseCheckpointText(report.note?.text ?? "");
        if ("fault" in parsed) throw new Error(parsed.fault);
        expect(parsed.checkpoint.treeSize).toBe(size);
        expect(toHex(parsed.checkpoint.root)).toBe(toHex(tree.root(size)));
        if (size === 0) continue;
        const proof = tree.proveConsistency(size, 15);
        const claim = { proof, fromRoot: parsed.checkpoint.root, toRoot: root };
        expect(verifyConsistency(claim).ok).toBe(true);
      }
    },
  );
});
