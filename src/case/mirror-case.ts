/** A second copy of a case in another folder, each file read back after it was written. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { hashBytes, InquestError, type Progress } from "../core/index.ts";
import { ensureFolder, readIfThere, syncFolder, toWriteError, writeAll } from "../ledger/index.ts";
import { hashChunks, openKeyFiles, readChunks } from "../vault/index.ts";
import { type CaseFile, listCaseFiles } from "./case-files.ts";

export interface MirrorOptions {
  /** The case; nobody may write to it meanwhile. */
  readonly dir: string;
  /** A folder elsewhere: empty, or an earlier copy of this case. */
  readonly target: string;
  readonly progress: Progress;
  /** Called before each step of a write; tests die in it. */
  readonly faults?: (step: string) => void;
}

export interface MirrorReport {
  /** Files that were copied now. */
  readonly copied: number;
  /** Files that were there already, read and found equal. */
  readonly kept: number;
  /** Key files that the case no longer has, destroyed in the copy. */
  readonly destroyed: readonly string[];
  readonly sizeBytes: number;
}

/**
 * Brings a copy up to date. Damage is never copied: a blob whose bytes are not those of its name, or a segment that
 * differs from the copy's, stops it. Doing it again after a crash goes on where it ended.
 *
 * @throws InquestError "case/mirror-place" (input) for a target within the case or of another case;
 *   "case/mirror-damage" and "case/mirror-ahead" (verification); "case/mirror-failed" (locked) when the disk refuses.
 */
export async function mirrorCase(options: MirrorOptions): Promise<MirrorReport> {
  const dir = resolve(options.dir);
  const target = resolve(options.target);
  requirePlace(dir, target);
  const files = listCaseFiles(dir);
  requireNotAhead(files, target);
  const report = { copied: 0, kept: 0, sizeBytes: 0 };
  try {
    for (const [index, file] of files.entries()) {
      options.progress({ step: "case.mirror", done: index, total: files.length, item: basename(file.path) });
      const { isNew, sizeBytes } = await copyFile(file, { dir, target, faults: options.faults });
      report.sizeBytes += sizeBytes;
      if (isNew) report.copied += 1;
      else report.kept += 1;
    }
    return { ...report, destroyed: dropStale(files, target) };
  } catch (error) {
    throw toWriteError("case/mirror-failed", target, error);
  } finally {
    rmSync(join(target, TEMPORARY), { recursive: true, force: true });
  }
}

const TEMPORARY = ".copying";

interface CopyPlace {
  readonly dir: string;
  readonly target: string;
  readonly faults: ((step: string) => void) | undefined;
}

async function copyFile(
  { path, kind }: CaseFile,
  { dir, target, faults }: CopyPlace,
): Promise<{ readonly isNew: boolean; readonly sizeBytes: number }> {
  const isFixed = kind === "blob" || kind === "segment";
  const there = await hashFile(join(target, path));
  const source = await hashFile(join(dir, path));
  if (source === null) throw damage(path, "a file", null, "it vanished while it was copied");
  if (kind === "blob" && source.sha256 !== basename(path))
    throw damage(path, basename(path), source.sha256, "it is not what was sealed");
  if (there?.sha256 === source.sha256) return { isNew: false, sizeBytes: source.sizeBytes };
  if (kind === "segment" && there !== null)
    throw damage(path, there.sha256, source.sha256, "the copy holds another segment of this name");
  faults?.(`mirror.${kind}.write`);
  await write({
    from: join(dir, path),
    to: join(target, path),
    target,
    mode: kind === "key" ? 0o600 : isFixed ? 0o444 : 0o644,
    faults,
  });
  // The copy is read back: a disk that lies is found out now and not when the copy is needed.
  const back = await hashFile(join(target, path));
  if (back?.sha256 !== source.sha256)
    throw damage(path, source.sha256, back?.sha256 ?? null, "the copy does not read back as it was written");
  return { isNew: true, sizeBytes: source.sizeBytes };
}

async function write({
  from,
  to,
  target,
  mode,
  faults,
}: {
  readonly from: string;
  readonly to: string;
  readonly target: string;
  readonly mode: number;
  readonly faults: ((step: string) => void) | undefined;
}): Promise<void> {
  ensureFolder(dirname(to));
  ensureFolder(join(target, TEMPORARY));
  const temporary = join(target, TEMPORARY, `${process.pid}-${hashBytes(Buffer.from(to)).slice(0, 16)}`);
  const fd = openSync(temporary, "w", mode);
  try {
    for await (const chunk of readChunks(from)) writeAll(fd, chunk);
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

/** Removes from the copy what the case no longer has, of what may go: replaced tiles, and keys that were destroyed. */
function dropStale(files: readonly CaseFile[], target: string): string[] {
  const known = new Set(files.map(({ path }) => path));
  const keyFiles = openKeyFiles(target);
  const destroyed: string[] = [];
  for (const { path, kind } of listCaseFiles(target)) {
    if (known.has(path)) continue;
    if (kind === "log") unlinkSync(join(target, path));
    if (kind === "key" && keyFiles.destroy(path.slice("vault/keys/".length))) destroyed.push(path);
  }
  return destroyed;
}

function requirePlace(dir: string, target: string): void {
  const isWithin = (outer: string, inner: string) => !relative(outer, inner).startsWith("..");
  let fault: string | null = null;
  if (isWithin(dir, target) || isWithin(target, dir))
    fault = "it lies within the case, or the case within it";
  else if (existsSync(target)) {
    const faces = ["case.json", "closed.json"].map(
      (name) => [name, idOf(target, name), idOf(dir, name)] as const,
    );
    const isOther = faces.some(([, theirs, ours]) => theirs !== null && theirs !== ours);
    const isCopy = faces.some(([, theirs]) => theirs !== null);
    const holds = readdirSync(target).filter((name) => name !== TEMPORARY);
    const isBegun = holds.every((name) => name === "vault" || name === "ledger");
    if (isOther) fault = "it is another case";
    else if (!isCopy && !isBegun) fault = "it holds other things";
  } else mkdirSync(target, { recursive: true });
  if (fault === null) return;
  throw new InquestError({
    code: "case/mirror-place",
    reaction: "input",
    message: `${target} cannot take a copy of this case: ${fault}. Name an empty folder on another disk.`,
    evidence: { target },
  });
}

function idOf(dir: string, name: string): string | null {
  const bytes = readIfThere(join(dir, name));
  const [, id] = /"(?:id|case)":\s*"([^"]+)"/u.exec(bytes?.toString("utf8") ?? "") ?? [];
  return bytes === null ? null : (id ?? "");
}

/** A copy that holds more of the log than the case: the case lost its end, and the copy is the better one. */
function requireNotAhead(files: readonly CaseFile[], target: string): void {
  const ours = new Set(files.map(({ path }) => path));
  const ahead = listCaseFiles(target).find(({ path, kind }) => kind === "segment" && !ours.has(path));
  if (ahead === undefined) return;
  throw new InquestError({
    code: "case/mirror-ahead",
    reaction: "verification",
    message: `The copy holds ${ahead.path}, which the case has lost. Nothing was copied; restore the case from the copy with inquest repair, or find out who removed it.`,
    evidence: { path: ahead.path },
  });
}

async function hashFile(path: string) {
  return existsSync(path) ? hashChunks(readChunks(path)) : null;
}

function damage(path: string, expected: string | null, actual: string | null, fault: string): InquestError {
  return new InquestError({
    code: "case/mirror-damage",
    reaction: "verification",
    message: `${path} was not copied: ${fault}. The copy keeps what it had; inquest verify says more.`,
    evidence: { path, expected, actual },
  });
}
