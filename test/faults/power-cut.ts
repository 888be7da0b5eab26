/**
 * What may lie on a disk after the power failed, worked out from a trace of every write.
 *
 * The model promises no more than POSIX does: fsync of a file puts its bytes on the disk, not its name; fsync of a
 * folder puts its names on the disk, not the bytes behind them. Everything else may be there or not, in any
 * combination: names, parts of writes in blocks of 512 bytes, lengths without bytes (they read as zeros). A rename
 * may at worst leave both names; it never leaves none, as on every journaling file system.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Acknowledgement, parseAcknowledgements } from "./acknowledgement.ts";
import type { DiskStep } from "./disk-trace.ts";

/** The state of something not yet on the disk for sure. */
interface Pending {
  /** The fsync that should have put it there, when that line is left out. */
  owedBy: string | null;
}

interface PendingWrite extends Pending {
  readonly at: number;
  readonly bytes: Buffer;
}

interface PendingName extends Pending {
  readonly name: string;
  /** Null: the name is taken away. */
  readonly node: Node | null;
  /** Of the name that a rename takes away: the one that it gives, without which this cannot be. */
  readonly given?: { readonly folder: FolderNode; readonly pending: PendingName };
}

interface FileNode {
  readonly kind: "file";
  durable: Buffer;
  writes: PendingWrite[];
}

interface FolderNode {
  readonly kind: "folder";
  readonly durable: Map<string, Node>;
  readonly live: Map<string, Node>;
  names: PendingName[];
}

type Node = FileNode | FolderNode;

/** What becomes of things that are not on the disk for sure. Called once for each, in the order of the writes. */
export interface Fate {
  readonly keepsName: (owedBy: string | null) => boolean;
  /** The bytes of a write that reached the disk; those that did not read as zeros when the file is that long. */
  readonly keepsBlock: (owedBy: string | null) => boolean;
  /** Whether the length of a file grew although its bytes are missing. */
  readonly keepsLength: (owedBy: string | null) => boolean;
}

export interface CutDisk {
  /** Takes the next step of the trace. */
  take(step: DiskStep): void;
  /** Whether anything is uncertain at this point. */
  isUncertain(): boolean;
  readonly acknowledged: readonly Acknowledgement[];
  /** Files of the disk after a cut with this fate, by path below the root. */
  afterCut(fate: Fate): Map<string, Buffer | null>;
}

/**
 * A disk that begins empty and takes the steps of a trace.
 *
 * @param root - the folder that the trace is about; it is on the disk.
 * @param ignored - the line of the program whose fsync does nothing here, as if its line were missing.
 */
export function createCutDisk(root: string, ignored: string | null = null): CutDisk {
  const top: FolderNode = newFolder();
  const acknowledged: Acknowledgement[] = [];

  function find(path: string): Node | undefined {
    if (path === root) return top;
    const parent = find(dirname(path));
    return parent?.kind === "folder" ? parent.live.get(basename(path)) : undefined;
  }
  function folderOf(path: string): FolderNode {
    const parent = find(dirname(path));
    if (parent?.kind !== "folder") throw new Error(`the trace has no folder for ${path}`);
    return parent;
  }
  function fileAt(path: string): FileNode {
    const node = find(path);
    if (node?.kind !== "file") throw new Error(`the trace has no file ${path}`);
    return node;
  }
  function setName(path: string, node: Node | null, given?: PendingName["given"]) {
    const folder = folderOf(path);
    const name = basename(path);
    if (node === null) folder.live.delete(name);
    else folder.live.set(name, node);
    const pending: PendingName = { name, node, owedBy: null, ...(given === undefined ? {} : { given }) };
    folder.names.push(pending);
    return { folder, pending };
  }

  function settle(folder: FolderNode, names: readonly PendingName[]): void {
    for (const { name, node, given } of names) {
      if (given?.folder.names.includes(given.pending) === true) {
        // Both halves of a rename are one entry of the journal.
        settle(given.folder, [given.pending]);
        given.folder.names = given.folder.names.filter((other) => other !== given.pending);
      }
      if (node === null) folder.durable.delete(name);
      else folder.durable.set(name, node);
    }
  }

  function sync(step: DiskStep & { op: "fsync" }): void {
    const node = find(step.path);
    if (node === undefined) return;
    if (step.site === ignored) {
      for (const pending of node.kind === "file" ? node.writes : node.names) pending.owedBy ??= step.site;
      return;
    }
    if (node.kind === "file") {
      node.durable = contentOf(node, KEEP_ALL);
      node.writes = [];
      return;
    }
    settle(node, node.names);
    node.names = [];
  }

  return {
    acknowledged,
    take(step) {
      switch (step.op) {
        case "create":
          setName(step.path, { kind: "file", durable: Buffer.alloc(0), writes: [] });
          break;
        case "cut":
          // Cutting a file is as uncertain as writing it; nothing of ours does so.
          throw new Error(`${step.path} was written in place`);
        case "write":
          fileAt(step.path).writes.push({
            at: step.at,
            bytes: Buffer.from(step.bytes, "base64"),
            owedBy: null,
          });
          break;
        case "fsync":
          sync(step);
          break;
        case "link":
          setName(step.to, find(step.path) ?? null);
          break;
        case "rename":
          setName(step.path, null, setName(step.to, find(step.path) ?? null));
          break;
        case "remove":
          setName(step.path, null);
          break;
        case "mkdir":
          setName(step.path, newFolder());
          break;
        case "say":
          acknowledged.push(...parseAcknowledgements(step.line));
          break;
        case "start":
        case "taken":
          break;
      }
    },
    isUncertain: () => isUncertain(top),
    afterCut(fate) {
      const files = new Map<string, Buffer | null>();
      collect(top, "", toDecisions(fate), files);
      return files;
    },
  };
}

/** Puts the files of a cut disk into an empty folder. */
export function writeDisk(files: ReadonlyMap<string, Buffer | null>, folder: string): void {
  for (const [path, bytes] of files) {
    if (bytes === null) mkdirSync(join(folder, path), { recursive: true });
    else writeFileSync(join(folder, path), bytes);
  }
}

/** Tells two states of a disk apart. */
export function hashDisk(files: ReadonlyMap<string, Buffer | null>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of files)
    hash.update(`${path}\0${bytes === null ? "folder" : bytes.length}\0`).update(bytes ?? "");
  return hash.digest("hex");
}

export const KEEP_ALL: Fate = { keepsName: () => true, keepsBlock: () => true, keepsLength: () => true };

function newFolder(): FolderNode {
  return { kind: "folder", durable: new Map(), live: new Map(), names: [] };
}

const BLOCK = 512;

function contentOf(file: FileNode, fate: Fate): Buffer {
  let content = file.durable;
  for (const { at, bytes, owedBy } of file.writes) {
    for (let from = 0; from < bytes.length; from += BLOCK) {
      const block = bytes.subarray(from, from + BLOCK);
      const end = at + from + block.length;
      const isKept = fate.keepsBlock(owedBy);
      if (end > content.length && (isKept || fate.keepsLength(owedBy))) {
        content = Buffer.concat([content, Buffer.alloc(end - content.length)]);
      }
      if (isKept) {
        content = Buffer.from(content);
        block.copy(content, at + from);
      }
    }
  }
  return content;
}

/** A fate decided once for each name and each file, whatever the order of asking. */
function toDecisions(fate: Fate) {
  const names = new Map<PendingName, boolean>();
  const contents = new Map<FileNode, Buffer>();
  function keeps(pending: PendingName): boolean {
    const { given, owedBy } = pending;
    const isGiven =
      given === undefined || !given.folder.names.includes(given.pending) || keeps(given.pending);
    const isKept = names.get(pending) ?? (isGiven && fate.keepsName(owedBy));
    names.set(pending, isKept);
    return isKept;
  }
  function content(file: FileNode): Buffer {
    const known = contents.get(file) ?? contentOf(file, fate);
    contents.set(file, known);
    return known;
  }
  return { keeps, content };
}

function collect(
  folder: FolderNode,
  below: string,
  decisions: ReturnType<typeof toDecisions>,
  files: Map<string, Buffer | null>,
): void {
  const names = new Map(folder.durable);
  for (const pending of folder.names) {
    if (!decisions.keeps(pending)) continue;
    if (pending.node === null) names.delete(pending.name);
    else names.set(pending.name, pending.node);
  }
  for (const [name, node] of [...names].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const path = below === "" ? name : `${below}/${name}`;
    if (node.kind === "file") files.set(path, decisions.content(node));
    else {
      files.set(path, null);
      collect(node, path, decisions, files);
    }
  }
}

function isUncertain(node: Node): boolean {
  if (node.kind === "file") return node.writes.length > 0;
  return node.names.length > 0 || [...node.live.values()].some(isUncertain);
}
