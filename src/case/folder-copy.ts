/** A second copy in a folder. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolder, hashBytes, readIfThere, syncFolder, writeAll } from "../core/index.ts";
import { hashChunks, openKeyFiles, readChunks } from "../vault/index.ts";
import { type CaseFile, type FileKind, listCaseFiles } from "./case-files.ts";
import type { CopyPlace, FileToCopy } from "./copy-place.ts";

const TEMPORARY = ".copying";
const MODES: Readonly<Record<FileKind, number>> = {
  blob: 0o444,
  segment: 0o444,
  key: 0o600,
  log: 0o644,
  face: 0o644,
};

/**
 * @param target - absolute; need not exist yet.
 * @param faults - called before each step of a write; tests die in it.
 */
export function openFolderCopy(target: string, faults?: (step: string) => void): CopyPlace {
  const hash = async (path: string) => {
    const file = join(target, path);
    return existsSync(file) ? hashChunks(readChunks(file)) : null;
  };
  return {
    name: target,
    hash,
    look: hash,
    async write(file) {
      faults?.(`mirror.${file.kind}.write`);
      await write(file, target, faults);
    },
    read: (path) => Promise.resolve(readIfThere(join(target, path))),
    list: () => Promise.resolve(existsSync(target) ? listCaseFiles(target) : []),
    remove: (file) => Promise.resolve(remove(file, target)),
    holdsOther: () => Promise.resolve(holdsOther(target)),
    close: () => rmSync(join(target, TEMPORARY), { recursive: true, force: true }),
  };
}

async function write(
  { path, kind, read }: FileToCopy,
  target: string,
  faults: ((step: string) => void) | undefined,
): Promise<void> {
  const to = join(target, path);
  ensureFolder(dirname(to));
  ensureFolder(join(target, TEMPORARY));
  const temporary = join(target, TEMPORARY, `${process.pid}-${hashBytes(Buffer.from(to)).slice(0, 16)}`);
  const fd = openSync(temporary, "w", MODES[kind]);
  try {
    for await (const chunk of read()) writeAll(fd, chunk);
    faults?.("mirror.fsync");
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  faults?.("mirror.rename");
  renameSync(temporary, to);
  faults?.("mirror.folder");
  syncFolder(dirname(to));
}

function remove({ path, kind }: CaseFile, target: string): boolean {
  if (kind === "key") return openKeyFiles(target).destroy(path.slice("vault/keys/".length));
  unlinkSync(join(target, path));
  return true;
}

function holdsOther(target: string): boolean {
  if (!existsSync(target)) return false;
  const known = ["vault", "ledger", "case.json", "closed.json", TEMPORARY];
  const isCopy = ["case.json", "closed.json"].some((name) => existsSync(join(target, name)));
  // A copy that is a case by now holds what working with it leaves there too.
  return !isCopy && readdirSync(target).some((name) => !known.includes(name));
}
