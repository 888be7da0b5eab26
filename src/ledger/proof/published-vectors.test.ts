/** Vectors that others published, each file judged and counted: a file that is not looked at fails the count. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseCheckpointText } from "../checkpoint.ts";
import { type Hash, hashLeaf, hashNode, sha256, toHex } from "../merkle/hash.ts";
import { createMerkleTree } from "../merkle/merkle-tree.ts";
import { verifyConsistency } from "../merkle/verify-consistency.ts";
import { verifyInclusion } from "../merkle/verify-inclusion.ts";
import { readEntries, toEntryRun } from "../segment.ts";
import { parseNote, parseVerifierKey, verifyNote } from "../signed-note.ts";
import { parseConsistencyFile, toConsistencyBytes } from "./consistency-file.ts";
import { parseTlogProof, toTlogProofBytes } from "./tlog-proof.ts";

const VECTORS = resolve("../shared/data/vectors");
const MERKLE = join(VECTORS, "rfc6962-merkle");
const GOLDEN = join(VECTORS, "tlog-tiles", "tessera", "log");
const noVectors = !existsSync(VECTORS);

const Base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, "base64")));
const Path = z
  .array(Base64)
  .nullable()
  .transform((path) => path ?? []);
const Judged = z.object({ wantErr: z.boolean(), desc: z.string() });

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Judges every file of a folder and gives how many hold and how many do not; a wrong judgement names its file. */
function judgeAll(folder: string, judge: (value: unknown) => boolean): { valid: number; invalid: number } {
  const count = { valid: 0, invalid: 0 };
  for (const name of filesBelow(join(MERKLE, folder))) {
    const value: unknown = JSON.parse(readFileSync(join(MERKLE, folder, name), "utf8"));
    const { wantErr, desc } = Judged.parse(value);
    expect(judge(value), `${folder}/${name}: ${desc}`).toBe(!wantErr);
    count[wantErr ? "invalid" : "valid"] += 1;
  }
  return count;
}

describe.skipIf(noVectors)("the proofs of transparency-dev/merkle", () => {
  test("of inclusion: all 49 files are judged as they say", () => {
    const Vector = z.object({
      leafIdx: z.number(),
      treeSize: z.number(),
      root: Base64,
      leafHash: Base64,
      proof: Path,
    });
    const judge = (value: unknown) => {
      const { leafIdx: leafIndex, treeSize, root, leafHash: leaf, proof: path } = Vector.parse(value);
      return verifyInclusion({ leaf, proof: { leafIndex, treeSize, path }, root }).ok;
    };
    expect(judgeAll("inclusion", judge)).toEqual({ valid: 4, invalid: 45 });
  });

  test("of consistency: all 49 files are judged as they say", () => {
    const Vector = z.object({
      size1: z.number(),
      size2: z.number(),
      root1: Base64,
      root2: Base64,
      proof: Path,
    });
    const judge = (value: unknown) => {
      const {
        size1: fromSize,
        size2: toSize,
        root1: fromRoot,
        root2: toRoot,
        proof: path,
      } = Vector.parse(value);
      return verifyConsistency({ proof: { fromSize, toSize, path }, fromRoot, toRoot }).ok;
    };
    expect(judgeAll("consistency", judge)).toEqual({ valid: 4, invalid: 45 });
  });

  test("of inclusion in a subtree: all 102 files are judged as they say, by our check of a whole tree", () => {
    const Vector = z.object({
      leafIdx: z.number(),
      start: z.number(),
      end: z.number(),
      root: Base64,
      leafHash: Base64,
      proof: Path,
    });
    const judge = (value: unknown) => {
      const { leafIdx, start, end, root, leafHash: leaf, proof: path } = Vector.parse(value);
      const proof = { leafIndex: leafIdx - start, treeSize: end - start, path };
      return isSubtree(start, end) && verifyInclusion({ leaf, proof, root }).ok;
    };
    expect(judgeAll("subtreeinclusion", judge)).toEqual({ valid: 5, invalid: 97 });
  });

  test("of consistency of a subtree: all 59 files are judged as they say, by a recursive reading of the rule", () => {
    const Vector = z.object({
      start: z.number(),
      end: z.number(),
      size: z.number(),
      root1: Base64,
      root2: Base64,
      proof: Path,
    });
    const judge = (value: unknown) => {
      const { root1: subtree, root2: root, proof: path, ...range } = Vector.parse(value);
      return isSubtreeOf({ ...range, subtree, root, path });
    };
    expect(judgeAll("subtreeconsistency", judge)).toEqual({ valid: 5, invalid: 54 });
  });

  test("and its roots of 0 to 8 leaves, at every size, are ours", () => {
    const Roots = z.object({ leaves_hex: z.array(z.string()), roots_hex_by_size: z.array(z.string()) });
    const { leaves_hex, roots_hex_by_size } = Roots.parse(
      JSON.parse(readFileSync(join(MERKLE, "roots-8.json"), "utf8")),
    );
    const tree = createMerkleTree();
    for (const leaf of leaves_hex) tree.append(hashLeaf(Buffer.from(leaf, "hex")));
    expect(roots_hex_by_size).toHaveLength(9);
    expect(roots_hex_by_size.map((_, size) => toHex(tree.root(size)))).toEqual(roots_hex_by_size);
  });

  test("has no folder or file beside these and its large roots", () => {
    expect(filesBelow(MERKLE).filter((name) => !/^(subtree)?(inclusion|consistency)\//u.test(name))).toEqual([
      "LICENSE",
      "roots-8.json",
      "roots-large.json",
    ]);
  });
});

describe.skipIf(noVectors)("the golden log of transparency-dev/tessera", () => {
  const key = parseVerifierKey(
    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
  );
  const keys = key === null ? [] : [key];
  const read = (name: string) => readFileSync(join(GOLDEN, name));
  const entries = () => readEntries(read("tile/entries/000.p/15")) ?? [];
  const grow = (size: number) => {
    const tree = createMerkleTree();
    for (const entry of entries().slice(0, size)) tree.append(hashLeaf(entry));
    return tree;
  };

  test("has 47 files, and each is one that these tests read; its writer's own state is no part of the format", () => {
    const names = filesBelow(GOLDEN).filter((name) => !name.startsWith(".state/"));
    const known = /^(checkpoint(\.(\d|1[0-5]))?|tile\/(0|entries)\/000\.p\/([1-9]|1[0-5]))$/u;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    expect(names).toHaveLength(47);
  });

  test("is read whole: entries, tiles of hashes, checkpoints 0 to 15 and the newest one", () => {
    for (let size = 0; size <= 15; size++) {
      const report = verifyNote(read(`checkpoint.${size}`), keys);
      expect(report.fault).toBeNull();
      const parsed = parseCheckpointText(report.note?.text ?? "");
      if ("fault" in parsed) throw new Error(parsed.fault);
      expect(toHex(parsed.checkpoint.root)).toBe(toHex(grow(size).root()));
      if (size === 0) continue;
      expect(readEntries(read(`tile/entries/000.p/${size}`))).toEqual(entries().slice(0, size));
      const hashes = Buffer.concat(entries().slice(0, size).map(hashLeaf));
      expect(read(`tile/0/000.p/${size}`).equals(hashes)).toBe(true);
    }
    expect(read("checkpoint").equals(read("checkpoint.15"))).toBe(true);
  });

  test("is read byte by byte: each byte of a bundle or note that is missing or differs is noticed", () => {
    const bundle = read("tile/entries/000.p/15");
    for (let end = 0; end < bundle.length; end++) {
      const cut = readEntries(bundle.subarray(0, end));
      // A bundle cut between two entries is a shorter bundle; its root is another.
      if (cut !== null) expect(toEntryRun(cut).length).toBe(end);
      expect(cut?.length ?? -1).toBeLessThan(15);
    }
    const root = toHex(grow(15).root());
    for (let at = 0; at < bundle.length; at++) {
      const flipped = Buffer.from(bundle);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const tree = createMerkleTree();
      for (const entry of readEntries(flipped) ?? []) tree.append(hashLeaf(entry));
      expect(toHex(tree.root()), `byte ${at}`).not.toBe(root);
    }
    const note = read("checkpoint");
    for (let end = 0; end < note.length; end++)
      expect(verifyNote(note.subarray(0, end), keys).ok).toBe(false);
    for (let at = 0; at < note.length; at++) {
      const flipped = Buffer.from(note);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(verifyNote(flipped, keys).ok, `byte ${at}`).toBe(false);
    }
  });

  test("is streamed: grown entry by entry it passes through every published root, and old roots stay provable", () => {
    const tree = createMerkleTree();
    for (const [index, entry] of entries().entries()) {
      tree.append(hashLeaf(entry));
      const parsed = parseCheckpointText(verifyNote(read(`checkpoint.${index + 1}`), keys).note?.text ?? "");
      if ("fault" in parsed) throw new Error(parsed.fault);
      const { root: toRoot } = parsed.checkpoint;
      expect(toHex(tree.root())).toBe(toHex(toRoot));
      for (let fromSize = 1; fromSize <= index + 1; fromSize++) {
        const proof = tree.proveConsistency(fromSize, index + 1);
        expect(verifyConsistency({ proof, fromRoot: tree.root(fromSize), toRoot }).ok).toBe(true);
      }
    }
  });

  test("gives a proof file for each entry at each size, and a consistency file for each pair of sizes", () => {
    let proofs = 0;
    for (let size = 1; size <= 15; size++) {
      const tree = grow(size);
      const note = new TextDecoder().decode(read(`checkpoint.${size}`));
      for (let leafIndex = 0; leafIndex < size; leafIndex++) {
        const { path } = tree.proveInclusion(leafIndex, size);
        const bytes = toTlogProofBytes({ leafIndex, path, extra: null, note });
        const parsed = parseTlogProof(bytes);
        if ("fault" in parsed) throw new Error(parsed.fault);
        const { proof } = parsed;
        expect(Buffer.compare(toTlogProofBytes(proof), bytes)).toBe(0);
        const leaf = hashLeaf(entries()[leafIndex] ?? new Uint8Array());
        const claim = { leafIndex: proof.leafIndex, treeSize: proof.checkpoint.treeSize, path: proof.path };
        expect(verifyInclusion({ leaf, proof: claim, root: proof.checkpoint.root }).ok).toBe(true);
        proofs += 1;
        const consistency = toConsistencyBytes({
          fromSize: leafIndex + 1,
          path: tree.proveConsistency(leafIndex + 1, size).path,
          note,
        });
        const file = parseConsistencyFile(consistency);
        if ("fault" in file) throw new Error(file.fault);
        const { fromSize, path: steps, checkpoint } = file.file;
        expect(Buffer.compare(toConsistencyBytes(file.file), consistency)).toBe(0);
        expect(
          verifyConsistency({
            proof: { fromSize, toSize: checkpoint.treeSize, path: steps },
            fromRoot: tree.root(fromSize),
            toRoot: checkpoint.root,
          }).ok,
        ).toBe(true);
      }
    }
    expect(proofs).toBe(120);
  });
});

describe.skipIf(noVectors)("the signed notes", () => {
  const Cases = z.object({
    cases: z.array(
      z.object({ name: z.string(), keys: z.array(z.string()), msg: z.string(), ok: z.boolean() }),
    ),
  });

  test("are judged as all cases say, and each good one is refused when cut at any byte", () => {
    const { cases } = Cases.parse(
      JSON.parse(readFileSync(join(VECTORS, "signed-note", "cases.json"), "utf8")),
    );
    expect(cases).toHaveLength(6);
    for (const { name, keys, msg, ok } of cases) {
      const known = keys.flatMap((text) => parseVerifierKey(text) ?? []);
      expect(known, name).toHaveLength(keys.length);
      const bytes = Buffer.from(msg, "utf8");
      expect(verifyNote(bytes, known).ok, name).toBe(ok);
      if (!ok) continue;
      const lines = msg.slice(msg.lastIndexOf("\n\n") + 2);
      for (let end = 0; end < bytes.length - Buffer.byteLength(lines); end++)
        expect("fault" in parseNote(bytes.subarray(0, end)), `${name} cut at ${end}`).toBe(true);
    }
    expect(cases.filter(({ ok }) => ok)).toHaveLength(2);
  });
});

/** A range that is a subtree of some tree: its start is a multiple of its width, rounded up to a power of two. */
function isSubtree(start: number, end: number): boolean {
  if (start < 0 || start >= end) return false;
  return start % 2 ** Math.ceil(Math.log2(end - start)) === 0;
}

interface SubtreeClaim {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly subtree: Hash;
  readonly root: Hash;
  readonly path: readonly Hash[];
}

/**
 * Whether a subtree stands in a tree: the proof is read from its end, as RFC 9162's SUBPROOF writes it for a
 * range instead of a beginning (draft-ietf-plants-merkle-tree-certs, 4.4). An empty range proves nothing but
 * itself: its hash is that of no leaves and its proof is empty.
 */
function isSubtreeOf({ start, end, size, subtree, root, path }: SubtreeClaim): boolean {
  if (start < 0 || start > end || end > size) return false;
  if (start === end) return path.length === 0 && toHex(subtree) === toHex(sha256(new Uint8Array()));
  if (!isSubtree(start, end)) return false;
  const rest = [...path];
  /** Hashes of the range below and of [from, to), as far as the range reaches into it; null when hashes run out. */
  const climb = (from: number, to: number, isWhole: boolean): { range: Hash; node: Hash } | null => {
    if (from === start && to === end && isWhole) return { range: subtree, node: subtree };
    if (to <= end && from >= start) {
      const hash = rest.pop();
      return hash === undefined ? null : { range: hash, node: hash };
    }
    const middle = from + 2 ** (Math.ceil(Math.log2(to - from)) - 1);
    if (end <= middle || start >= middle) {
      const sibling = rest.pop();
      if (sibling === undefined) return null;
      const inner = end <= middle ? climb(from, middle, isWhole) : climb(middle, to, isWhole);
      if (inner === null) return null;
      const node = end <= middle ? hashNode(inner.node, sibling) : hashNode(sibling, inner.node);
      return { range: inner.range, node };
    }
    const left = rest.pop();
    const right = left === undefined ? null : climb(middle, to, false);
    if (left === undefined || right === null) return null;
    return { range: hashNode(left, right.range), node: hashNode(left, right.node) };
  };
  const found = climb(0, size, true);
  if (found === null || rest.length > 0 || rest.some((hash) => hash.length !== 32)) return false;
  return toHex(found.range) === toHex(subtree) && toHex(found.node) === toHex(root);
}
