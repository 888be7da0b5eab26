import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { hashLeaf, hashNode, toHex } from "./hash.ts";
import { createMerkleTree, type MerkleTree, type TileStore } from "./merkle-tree.ts";
import { verifyConsistency } from "./verify-consistency.ts";
import { verifyInclusion } from "./verify-inclusion.ts";

const VECTORS = resolve("../shared/data/vectors/rfc6962-merkle");
const noVectors = !existsSync(VECTORS);

const Base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, "base64")));
const Path = z
  .array(Base64)
  .nullable()
  .transform((path) => path ?? []);

function growTree(size: number) {
  const tree = createMerkleTree();
  for (let index = 0; index < size; index++) tree.append(hashLeaf(Buffer.from(`pub-${index}`)));
  return tree;
}

/** RFC 9162 2.1.1, word for word: slow, and the measure of the fast one. */
function slowRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashNode(slowRoot(leaves.slice(0, split)), slowRoot(leaves.slice(split)));
}

describe("the tree", () => {
  test("has the roots of the eight leaves that certificate logs test with", () => {
    const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"];
    const tree = createMerkleTree();
    for (const leaf of [...leaves, "606162636465666768696a6b6c6d6e6f"])
      tree.append(hashLeaf(Buffer.from(leaf, "hex")));
    expect(toHex(tree.root(0))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(toHex(tree.root(1))).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(toHex(tree.root(7))).toBe("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    expect(toHex(tree.root())).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  test.skipIf(noVectors)("has the published roots of trees up to 65,537 leaves", () => {
    const Roots = z.object({ trees: z.array(z.object({ size: z.number(), root_hex: z.string() })) });
    const { trees } = Roots.parse(JSON.parse(readFileSync(join(VECTORS, "roots-large.json"), "utf8")));
    const tree = growTree(65_537);
    expect(trees.map(({ size }) => toHex(tree.root(size)))).toEqual(trees.map(({ root_hex }) => root_hex));
    expect(trees.length).toBeGreaterThanOrEqual(6);
  });

  test("has, at every size, the root that the recursive definition gives", () => {
    const leaves = Array.from({ length: 130 }, (_, index) => hashLeaf(Buffer.from(`pub-${index}`)));
    const tree = growTree(130);
    for (let size = 1; size <= 130; size++) {
      expect(toHex(tree.root(size))).toBe(toHex(slowRoot(leaves.slice(0, size))));
    }
  });

  test("hands out copies: writing into a hash changes nothing in it", () => {
    const tree = growTree(3);
    const before = toHex(tree.root());
    tree.node(0, 1).fill(0);
    tree.proveInclusion(0, 3).path[0]?.fill(0);
    expect(toHex(tree.root())).toBe(before);
  });
});

describe("proofs", () => {
  const tree = growTree(3000);
  const sizes = fc.integer({ min: 1, max: 3000 });

  test("of inclusion lead to the root at any size, and for no other leaf, root or path", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (treeSize, at, bit) => {
        const leafIndex = at % treeSize;
        const leaf = tree.node(0, leafIndex);
        const root = tree.root(treeSize);
        const proof = tree.proveInclusion(leafIndex, treeSize);
        expect(verifyInclusion({ leaf, proof, root })).toMatchObject({ ok: true, code: null });
        const flipped = [...proof.path, leaf].map((hash) => Uint8Array.from(hash));
        const target = flipped[bit % flipped.length] ?? leaf;
        const byte = bit % 32;
        target[byte] = (target[byte] ?? 0) ^ (1 << (bit % 8));
        const forged = {
          leaf: flipped.at(-1) ?? leaf,
          proof: { ...proof, path: flipped.slice(0, -1) },
          root,
        };
        expect(verifyInclusion(forged)).toMatchObject({ ok: false, code: "ledger/proof-root" });
        const longer = { ...proof, path: [...proof.path, leaf] };
        expect(verifyInclusion({ leaf, proof: longer, root }).code).toBe("ledger/proof-malformed");
      }),
      { numRuns: 500 },
    );
  });

  test("of consistency lead to both roots for any two sizes, and to no other", () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (one, other, bit) => {
        const [fromSize, toSize] = one < other ? [one, other] : [other, one];
        const [fromRoot, toRoot] = [tree.root(fromSize), tree.root(toSize)];
        const proof = tree.proveConsistency(fromSize, toSize);
        expect(verifyConsistency({ proof, fromRoot, toRoot })).toMatchObject({ ok: true });
        const wrong = Uint8Array.from(fromRoot);
        wrong[bit % 32] = (wrong[bit % 32] ?? 0) ^ 1;
        expect(verifyConsistency({ proof, fromRoot: wrong, toRoot }).ok).toBe(false);
        const wrongTo = Uint8Array.from(toRoot);
        wrongTo[bit % 32] = (wrongTo[bit % 32] ?? 0) ^ 1;
        expect(verifyConsistency({ proof, fromRoot, toRoot: wrongTo }).ok).toBe(false);
        const shorter = { ...proof, path: proof.path.slice(0, -1) };
        if (fromSize < toSize) expect(verifyConsistency({ proof: shorter, fromRoot, toRoot }).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test.skipIf(noVectors)("of inclusion are judged as every published vector says", () => {
    const Vector = z.object({
      leafIdx: z.number(),
      treeSize: z.number(),
      root: Base64,
      leafHash: Base64,
      proof: Path,
      wantErr: z.boolean(),
    });
    const files = vectorsBelow("inclusion");
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const vector = Vector.parse(JSON.parse(readFileSync(file, "utf8")));
      const { leafIdx: leafIndex, treeSize, root, leafHash: leaf, proof: path, wantErr } = vector;
      const report = verifyInclusion({ leaf, proof: { leafIndex, treeSize, path }, root });
      expect(report.ok, file).toBe(!wantErr);
    }
  });

  test.skipIf(noVectors)("of consistency are judged as every published vector says", () => {
    const Vector = z.object({
      size1: z.number(),
      size2: z.number(),
      root1: Base64,
      root2: Base64,
      proof: Path,
      wantErr: z.boolean(),
    });
    const files = vectorsBelow("consistency");
    expect(files.length).toBeGreaterThanOrEqual(49);
    for (const file of files) {
      const vector = Vector.parse(JSON.parse(readFileSync(file, "utf8")));
      const { size1: fromSize, size2: toSize, root1: fromRoot, root2: toRoot, proof: path, wantErr } = vector;
      const report = verifyConsistency({ proof: { fromSize, toSize, path }, fromRoot, toRoot });
      expect(report.ok, file).toBe(!wantErr);
    }
  });
});

function vectorsBelow(folder: string): string[] {
  return readdirSync(join(VECTORS, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(VECTORS, folder, name));
}

describe("a tree that keeps its full tiles elsewhere", () => {
  /** A store in memory. */
  function createStore() {
    const tiles = new Map<string, Uint8Array>();
    const store: TileStore = {
      read: (level, index) => tiles.get(`${level}/${index}`) ?? null,
      altered: (level, index) => new Error(`altered ${level}/${index}`),
    };
    return { tiles, store };
  }

  /** Grows a tree that settles each tile as soon as it is full. */
  function growSettled(size: number) {
    const { tiles, store } = createStore();
    const tree: MerkleTree = createMerkleTree({
      store,
      onFull(level, index) {
        tiles.set(`${level}/${index}`, tree.tile(level, index, 256));
        tree.settle(level, index);
      },
    });
    for (let index = 0; index < size; index++) tree.append(hashLeaf(Buffer.from(`pub-${index}`)));
    return { tree, tiles, store };
  }

  const SIZE = 70_000;

  test("gives the same roots, proofs and nodes as one that keeps all, also when begun from its edge", () => {
    const whole = growTree(SIZE);
    const { tree, tiles, store } = growSettled(SIZE);
    expect(tree.unsettled()).toEqual([]);
    expect(tiles.size).toBe(273 + 1);
    const edge = createMerkleTree({
      store,
      from: { size: SIZE, edge: (level, index, width) => whole.tile(level, index, width) },
    });
    for (const other of [tree, edge]) {
      expect(toHex(other.root())).toBe(toHex(whole.root()));
      fc.assert(
        fc.property(fc.integer({ min: 1, max: SIZE }), fc.nat(SIZE - 1), (size, any) => {
          const leaf = any % size;
          expect(toHex(other.root(size))).toBe(toHex(whole.root(size)));
          expect(other.proveInclusion(leaf, size)).toEqual(whole.proveInclusion(leaf, size));
          expect(other.proveConsistency(size, SIZE)).toEqual(whole.proveConsistency(size, SIZE));
          expect(toHex(other.node(0, leaf))).toBe(toHex(whole.node(0, leaf)));
        }),
        { numRuns: 100 },
      );
    }
    edge.append(hashLeaf(Buffer.from("more")));
    whole.append(hashLeaf(Buffer.from("more")));
    expect(toHex(edge.root())).toBe(toHex(whole.root()));
  });

  test("uses no tile that does not lead to its root, whichever bit of it was flipped", () => {
    const { tiles, store } = growSettled(SIZE);
    const whole = growTree(SIZE);
    const fresh = () =>
      createMerkleTree({
        store,
        from: { size: SIZE, edge: (level, index, width) => whole.tile(level, index, width) },
      });
    fc.assert(
      fc.property(fc.constantFrom("0/7", "0/255", "1/0"), fc.nat(8191), fc.nat(7), (place, at, bit) => {
        const original = tiles.get(place) ?? new Uint8Array();
        const changed = Uint8Array.from(original);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        tiles.set(place, changed);
        const leaf = place === "0/255" ? 255 * 256 : 7 * 256;
        expect(() => fresh().proveInclusion(leaf, SIZE)).toThrow("altered");
        tiles.set(place, original);
        expect(fresh().proveInclusion(leaf, SIZE)).toEqual(whole.proveInclusion(leaf, SIZE));
      }),
      { numRuns: 60 },
    );
    tiles.delete("0/7");
    expect(() => fresh().proveInclusion(7 * 256, SIZE)).toThrow("altered 0/7");
  });
});
