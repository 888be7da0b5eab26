import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Hash, hashNode, toHex } from "./hash.ts";
import { createMerkleTree } from "./merkle-tree.ts";
import { verifyInclusion } from "./verify-inclusion.ts";

const leafOf = (n: number): Hash => new Uint8Array(createHash("sha256").update(`leaf ${n}`).digest());

/** RFC 9162, 2.1.1, over nodes. */
function rootOf(row: readonly Hash[]): Hash {
  const [only] = row;
  if (only !== undefined && row.length === 1) return only;
  const half = 2 ** Math.floor(Math.log2(row.length - 1));
  return hashNode(rootOf(row.slice(0, half)), rootOf(row.slice(half)));
}

function treeOf(size: number) {
  const tree = createMerkleTree();
  for (let n = 0; n < size; n++) tree.append(leafOf(n));
  return tree;
}

test("a row leads to the root, and each leaf by its path to its node of the row, at any size", () => {
  const heights = new Set<number>();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 700 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (size, share) => {
        const tree = treeOf(size);
        const step = Math.max(1, Math.floor(1 / Math.max(share, 0.002)));
        const asked = Array.from({ length: Math.ceil(size / step) }, (_, n) => n * step);
        const { height, row, leaves } = tree.proveRow(asked, size);
        heights.add(height);
        expect(toHex(rootOf(row))).toBe(toHex(tree.root()));
        const width = 2 ** height;
        for (const { leafIndex, hash, path } of leaves) {
          const block = Math.floor(leafIndex / width);
          const treeSize = Math.min(width, size - block * width);
          const proof = { leafIndex: leafIndex % width, treeSize, path };
          expect(hash).toEqual(leafOf(leafIndex));
          expect(verifyInclusion({ leaf: hash, proof, root: row[block] ?? hash }).ok).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(heights.size).toBeGreaterThan(2);
});

test("twenty thousand leaves of twenty-five thousand need no more hashes than there are leaves, and a few of many need few", () => {
  const tree = treeOf(25_000);
  const hashesOf = (asked: readonly number[]) => {
    const { row, leaves } = tree.proveRow(asked, 25_000);
    return row.length + leaves.reduce((sum, { path }) => sum + path.length, 0);
  };
  expect(hashesOf(Array.from({ length: 20_000 }, (_, n) => n + 3000))).toBe(25_000);
  expect(hashesOf([7])).toBeLessThan(20);
  expect(hashesOf(Array.from({ length: 100 }, (_, n) => n * 250))).toBeLessThan(1000);
});
