/**
 * A release of Inquest (docs/formats/release.md): what its manifest counts, and what binds its statements and sources to
 * one signed checkpoint of a log that is not here.
 */
import { join } from "node:path";
import { readUtf8, sha256 } from "./bytes.ts";
import { isObject, type Json, type JsonObject, readCanonical } from "./canonical.ts";
import { isFolder, isRegular, readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";
import { type Checkpoint, type NoteKey, readCheckpoint, readVerifierKey } from "./note.ts";
import { judgeSignatures } from "./proof.ts";
import { checkOriginals } from "./release-acts.ts";
import { createTree, rootOfPath } from "./tree.ts";

const MAX_BYTES = 512 * 1024 * 1024;
const MAX_DEPTH = 64;
const PROOFS = "data/proofs";

export interface ReleaseResult {
  readonly caseId: string;
  readonly number: number;
  readonly profile: string;
  /** SHA-256 of tagmanifest-sha256.txt: binds every file. */
  readonly root: string;
  /** Statements and sources whose acts lead to the checkpoint. */
  readonly bound: number;
  /** Of those, with the act itself; and sealed files. */
  readonly acts: number;
  readonly files: number;
  readonly signer: string | null;
}

/** A thing, its leaf, and what binds it. */
export interface Leaf {
  readonly id: string;
  readonly leaf: number;
  readonly hash: string;
  /** Line of leaves.jsonl, from 1. */
  readonly line: number;
  readonly hasAct: boolean;
}

/** What the reader was given by another way. */
export interface ReleaseTrust {
  readonly keys: readonly NoteKey[];
  /** The root of the release, as 64 hex digits. */
  readonly root: string | null;
}

/** Whether a package says that it is a release. */
export function isRelease(dir: string): boolean {
  return isRegular(join(dir, "release.json")) || isFolder(join(dir, PROOFS));
}

export async function checkRelease(
  dir: string,
  trust: ReleaseTrust,
  findings: Findings,
): Promise<ReleaseResult | null> {
  const read = createReading(dir, findings);
  const tags = readBounded(join(dir, "tagmanifest-sha256.txt"), MAX_BYTES);
  const root = sha256(tags ?? Buffer.alloc(0)).toString("hex");
  if (trust.root !== null && trust.root !== root)
    findings.problem({
      path: "tagmanifest-sha256.txt",
      code: "release/root",
      expected: trust.root,
      actual: root,
    });
  const manifest = read.json("release.json");
  const head = isObject(manifest) ? headOf(manifest) : null;
  if (!isObject(manifest) || head === null) {
    findings.problem({ path: "release.json", code: "release/manifest" });
    return null;
  }
  const statements = read.lines("data/statements.jsonl");
  const method = read.json("data/method.json");
  const sources = isObject(method) ? objectsIn(method.sources) : [];
  judgeCounts(read, manifest, statements, findings);
  judgeContentRoot(dir, manifest, findings);
  const keys = read
    .text(`${PROOFS}/keys.txt`)
    .map(readVerifierKey)
    .filter((key): key is NoteKey => typeof key !== "string" && key.type === 1);
  const note = readBounded(join(dir, PROOFS, "checkpoint"), 1_000_000);
  const checkpoint = note === null ? "—" : readCheckpoint(note);
  const told = { caseId: head.caseId, number: head.number, profile: head.profile, root };
  if (typeof checkpoint === "string") {
    findings.problem({ path: `${PROOFS}/checkpoint`, code: "release/proof-file", actual: checkpoint });
    return { ...told, bound: 0, acts: 0, files: 0, signer: null };
  }
  const signer = await judgeCheckpoint(checkpoint, { keys, trusted: trust.keys, head }, findings);
  const leaves = judgeLeaves(read, { checkpoint, height: head.height, statements, sources }, findings);
  const originals = await checkOriginals(
    dir,
    { leaves, statements, sources, caseId: head.caseId, keys: [...trust.keys, ...keys] },
    read,
    findings,
  );
  for (const [name, actual] of [
    ["leaves", leaves.length],
    ["acts", originals.acts],
    ["files", originals.files],
  ] as const)
    compare(`proofs.${name}`, isObject(manifest.proofs) ? manifest.proofs[name] : null, actual, findings);
  return { ...told, bound: leaves.length, ...originals, signer };
}

interface Head {
  readonly caseId: string;
  readonly number: number;
  readonly profile: string;
  readonly size: number;
  readonly root: string;
  readonly height: number;
}

function headOf({ v, case: caseId, number, profile, checkpoint, proofs }: JsonObject): Head | null {
  if (v !== 1 || !isObject(checkpoint) || !isObject(proofs)) return null;
  const { treeSize: size, root } = checkpoint;
  const { height } = proofs;
  const isWhole = typeof caseId === "string" && typeof number === "number" && typeof profile === "string";
  if (!isWhole || typeof size !== "number" || typeof root !== "string" || typeof height !== "number")
    return null;
  return Number.isInteger(height) && height >= 0 && height < 53
    ? { caseId, number, profile, size, root, height }
    : null;
}

export type Reading = ReturnType<typeof createReading>;

/** Files of the package; what cannot be read is told once, and is as if it were empty. */
function createReading(dir: string, findings: Findings) {
  function whole(path: string, isNeeded = true): string {
    const bytes = readBounded(join(dir, path), MAX_BYTES);
    const text = bytes === null ? null : readUtf8(bytes);
    if (text === null && (isNeeded || bytes !== null)) findings.problem({ path, code: "release/proof-file" });
    return text ?? "";
  }
  function text(path: string, isNeeded = true): string[] {
    const lines = whole(path, isNeeded).split("\n");
    if (lines.pop() !== "") findings.problem({ path, code: "release/proof-file", detail: "—" });
    return lines;
  }
  return {
    text,
    json(path: string): Json {
      try {
        const value: Json = JSON.parse(whole(path));
        return value;
      } catch {
        return null;
      }
    },
    /** An object a line, in canonical form. */
    lines(path: string): JsonObject[] {
      return text(path).flatMap((line, at) => {
        const found = readCanonical(line, MAX_DEPTH);
        if ("value" in found && isObject(found.value)) return [found.value];
        const actual = "fault" in found ? found.fault : null;
        findings.problem({ path, code: "release/proof-file", actual, detail: `${at + 1}` });
        return [];
      });
    },
  };
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter((each) => isObject(each)) : [];
}

/** How much the manifest says is in it, against what is. */
function judgeCounts(
  read: Reading,
  manifest: JsonObject,
  statements: readonly JsonObject[],
  findings: Findings,
): void {
  const { persons, figures, sites } = manifest;
  compare("statements", manifest.statements, statements.length, findings);
  const people = read.lines("data/people.jsonl");
  const shown = (visibility: string) => people.filter((person) => person.visibility === visibility).length;
  compare("persons.full", isObject(persons) ? persons.full : null, shown("full"), findings);
  const told = read.json("data/figures.json");
  compare("figures.told", isObject(figures) ? figures.told : null, objectsIn(told).length, findings);
  const places = read.json("data/sites.geojson");
  const features = isObject(places) ? objectsIn(places.features).length : 0;
  compare("sites.told", isObject(sites) ? sites.told : null, features, findings);
}

function compare(detail: string, expected: Json | undefined, actual: number, findings: Findings): void {
  if (expected === actual) return;
  const sides = { expected: String(expected ?? "—"), actual: String(actual) };
  findings.problem({ path: "release.json", code: "release/count", ...sides, detail });
}

function judgeContentRoot(dir: string, { contentRoot }: JsonObject, findings: Findings): void {
  const path = "manifest-sha256.txt";
  const actual = sha256(readBounded(join(dir, path), MAX_BYTES) ?? Buffer.alloc(0)).toString("hex");
  if (contentRoot !== actual)
    findings.problem({ path, code: "release/root", expected: String(contentRoot ?? "—"), actual });
}

/** The key that signed the checkpoint, which must be the one that the release names. */
async function judgeCheckpoint(
  checkpoint: Checkpoint,
  {
    keys,
    trusted,
    head,
  }: { readonly keys: readonly NoteKey[]; readonly trusted: readonly NoteKey[]; readonly head: Head },
  findings: Findings,
): Promise<string | null> {
  const path = `${PROOFS}/checkpoint`;
  const expected = `inquest/${head.caseId} ${head.size} ${head.root}`;
  const actual = `${checkpoint.origin} ${checkpoint.size} ${checkpoint.root}`;
  if (expected !== actual) findings.problem({ path, code: "release/checkpoint", expected, actual });
  const isConfirmed = trusted.some(({ type }) => type === 1);
  const signer = await judgeSignatures(
    checkpoint,
    isConfirmed ? trusted : [...trusted, ...keys],
    path,
    findings,
  );
  if (signer !== null && !isConfirmed)
    findings.note({ path, code: "ledger/key-unconfirmed", actual: signer });
  return signer;
}

/** The row must lead to the root, each leaf to its node of the row, and each statement and source must have its leaf. */
function judgeLeaves(
  read: Reading,
  {
    checkpoint: { size, root },
    height,
    statements,
    sources,
  }: {
    readonly checkpoint: Checkpoint;
    readonly height: number;
    readonly statements: readonly JsonObject[];
    readonly sources: readonly JsonObject[];
  },
  findings: Findings,
): Leaf[] {
  const row = read.text(`${PROOFS}/row.txt`);
  const tree = createTree(() => {});
  for (const node of row) tree.append(Buffer.from(node, "hex"));
  const width = 2 ** height;
  const isRow = row.every(isHash) && row.length === Math.ceil(size / width);
  if (!isRow || tree.root() !== root)
    findings.problem({
      path: `${PROOFS}/row.txt`,
      code: "release/row",
      expected: root,
      actual: isRow ? tree.root() : null,
    });
  const path = `${PROOFS}/leaves.jsonl`;
  const leaves: Leaf[] = [];
  const known = new Map<string, number>();
  const taken = new Set<number>();
  for (const [at, { id, leaf, hash, path: hashes, act }] of read.lines(path).entries()) {
    const line = at + 1;
    const detail = `${line}, ${String(id)}`;
    const isWhole =
      typeof id === "string" && isIndex(leaf) && typeof hash === "string" && Array.isArray(hashes);
    if (!isWhole || !isHash(hash) || !hashes.every(isHash) || known.has(id)) {
      findings.problem({ path, code: "release/proof-file", detail });
      continue;
    }
    known.set(id, leaf);
    const block = Math.floor(leaf / width);
    const actual = rootOfPath(Buffer.from(hash, "hex"), {
      index: leaf % width,
      size: Math.min(width, size - block * width),
      path: hashes.map((each) => Buffer.from(each, "hex")),
    });
    const expected = row[block] ?? null;
    // An act records one thing.
    if (actual === null || actual !== expected || taken.has(leaf))
      findings.problem({ path, code: "release/leaf", expected, actual, detail });
    taken.add(leaf);
    leaves.push({ id, leaf, hash, line, hasAct: act === true });
  }
  for (const [file, things] of [
    ["data/statements.jsonl", statements],
    ["data/method.json", sources],
  ] as const) {
    for (const { id, leafIndex } of things) {
      const found = known.get(String(id));
      if (found !== leafIndex || found === undefined)
        findings.problem({
          path: file,
          code: "release/unbound",
          expected: String(leafIndex),
          actual: found === undefined ? null : String(found),
          detail: String(id),
        });
      known.delete(String(id));
    }
  }
  for (const id of known.keys()) findings.problem({ path, code: "release/leaf-unneeded", detail: id });
  return leaves;
}

function isIndex(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: Json): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/u.test(value);
}
