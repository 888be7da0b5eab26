/**
 * Where the acts of each kind stand in the log: a disposable file in `work/`, so that opening a large case reads
 * the few acts that say what it is, and its statements only when somebody asks for them.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { compareText } from "../core/index.ts";

/** Runs of leaves: start and length. Acts are recorded in batches of one kind, so runs are few. */
const Runs = z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()]));

const IndexFile = z.strictObject({
  v: z.literal(1),
  /** Number of acts that the index covers. */
  size: z.number().int().nonnegative(),
  /** Root of the log over exactly these acts: an index of another log is thrown away. */
  root: z.string().regex(/^[0-9a-f]{64}$/u),
  kinds: z.record(z.string(), Runs),
});
type IndexFile = z.infer<typeof IndexFile>;

export interface ActIndex {
  /** Number of acts covered. */
  readonly size: number;
  /** Notes the next act of the log. */
  add(kind: string): void;
  kinds(): readonly string[];
  /** Leaves of the acts of a kind, ascending. */
  leavesOf(kind: string): Generator<number>;
  /** Whether another index says the same. */
  equals(other: ActIndex): boolean;
  /** Writes the index of the log as it stands, whole or not at all. */
  save(dir: string, root: string): void;
}

const PATH = ["work", "act-index.json"];

/** An index of no acts. */
export function createActIndex(): ActIndex {
  return fromFile({ v: 1, size: 0, root: "0".repeat(64), kinds: {} });
}

/**
 * The index that a case folder holds, where it is of this log; an empty one otherwise. Like every database it
 * could be doctored by someone who writes the folder: `verifyCase` compares it with the log.
 *
 * @param rootAt - the log's root over its first acts; null when it has fewer.
 */
export function readActIndex(dir: string, rootAt: (size: number) => string | null): ActIndex {
  const parsed = IndexFile.safeParse(readJson(join(dir, ...PATH)));
  if (!parsed.success || parsed.data.size === 0) return createActIndex();
  return rootAt(parsed.data.size) === parsed.data.root ? fromFile(parsed.data) : createActIndex();
}

function fromFile(file: IndexFile): ActIndex {
  const runs = new Map(Object.entries(file.kinds).map(([kind, list]) => [kind, [...list]]));
  let size = file.size;
  function* leavesOf(kind: string): Generator<number> {
    for (const [start, length] of runs.get(kind) ?? []) {
      for (let leaf = start; leaf < start + length; leaf++) yield leaf;
    }
  }
  return {
    get size() {
      return size;
    },
    add(kind) {
      const known = runs.get(kind) ?? [];
      const last = known.at(-1);
      if (last !== undefined && last[0] + last[1] === size) last[1] += 1;
      else known.push([size, 1]);
      runs.set(kind, known);
      size += 1;
    },
    kinds: () => [...runs.keys()],
    leavesOf,
    equals(other) {
      if (other.size !== size) return false;
      const kinds = [...runs.keys()].sort(compareText);
      if (kinds.join() !== [...other.kinds()].sort(compareText).join()) return false;
      return kinds.every((kind) => [...leavesOf(kind)].join() === [...other.leavesOf(kind)].join());
    },
    save(dir, root) {
      const next: IndexFile = { v: 1, size, root, kinds: Object.fromEntries(runs) };
      const path = join(dir, ...PATH);
      mkdirSync(join(dir, "work"), { recursive: true });
      // Disposable, so it needs no fsync; the rename keeps readers from half a file.
      writeFileSync(`${path}.${process.pid}.tmp`, JSON.stringify(next));
      renameSync(`${path}.${process.pid}.tmp`, path);
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Missing or torn: the index is made anew from the log.
    return null;
  }
}
