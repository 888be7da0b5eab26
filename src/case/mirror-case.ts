/** A second copy of a case elsewhere, each file read back after it was written. */
import { existsSync, realpathSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { InquestError, type Progress } from "../core/index.ts";
import { toWriteError } from "../ledger/index.ts";
import { type BlobStore, hashChunks, parseS3Address, readChunks } from "../vault/index.ts";
import { type CaseFile, idOfFace, inOrder, kindOfCaseFile, listCaseFiles } from "./case-files.ts";
import type { CopyPlace, FileToCopy } from "./copy-place.ts";
import { openFolderCopy } from "./folder-copy.ts";
import { openS3Copy } from "./s3-copy.ts";

export interface MirrorOptions {
  /** The case; nobody may write to it meanwhile. */
  readonly dir: string;
  /** A folder elsewhere, or `s3://…`: empty, or an earlier copy of this case. */
  readonly target: string;
  readonly progress: Progress;
  /** Where the blobs lie, when that is not the folder, and its address. */
  readonly store?: BlobStore;
  readonly ownAddress?: string | undefined;
  /** Milliseconds since 1970-01-01T00:00Z, from which a store counts how long it keeps what it was given. */
  readonly now?: () => number;
  /** Called before each step of a write to a folder; tests die in it. */
  readonly faults?: (step: string) => void;
}

export interface MirrorReport {
  /** Files that were copied now. */
  readonly copied: number;
  /** Files that were there already and are equal: read, or in S3 of the same name and size. */
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
 *   "case/mirror-damage" and "case/mirror-ahead" (verification); "case/mirror-failed" (locked) when the disk refuses;
 *   the errors of a store that refuses or does not answer.
 */
export async function mirrorCase(options: MirrorOptions): Promise<MirrorReport> {
  const dir = resolve(options.dir);
  const place = await openPlace(options, dir);
  try {
    await requirePlace(dir, place);
    const files = await listSources(dir, options.store);
    await requireNotAhead(files, place);
    const report = { copied: 0, kept: 0, sizeBytes: 0 };
    for (const [index, file] of files.entries()) {
      options.progress({ step: "case.mirror", done: index, total: files.length, item: basename(file.path) });
      const { isNew, sizeBytes } = await copyFile(file, place);
      report.sizeBytes += sizeBytes;
      if (isNew) report.copied += 1;
      else report.kept += 1;
    }
    return { ...report, destroyed: await dropStale(files, place) };
  } catch (error) {
    throw toWriteError("case/mirror-failed", place.name, error);
  } finally {
    place.close();
  }
}

/** Whether a copy is named by an address and not by a folder. */
export function isAddress(target: string): boolean {
  return /^s3:/iu.test(target);
}

async function openPlace(
  { target, now = () => 0, faults, ownAddress }: MirrorOptions,
  dir: string,
): Promise<CopyPlace> {
  if (isAddress(target) && ownAddress !== undefined && isSamePlace(target, ownAddress))
    throw placeError(target, "the case itself lies there");
  if (isAddress(target)) return openS3Copy({ address: target, now, tempDir: join(dir, "vault", "tmp") });
  // By way of a link it is still the case itself.
  const folder = existsSync(target) ? realpathSync(target) : resolve(target);
  const own = realpathSync(dir);
  const isWithin = (outer: string, inner: string) => !relative(outer, inner).startsWith("..");
  if (isWithin(own, folder) || isWithin(folder, own))
    throw placeError(folder, "it lies within the case, or the case within it");
  return openFolderCopy(folder, faults);
}

/** One bucket and folder, whatever else the addresses say. */
function isSamePlace(left: string, right: string): boolean {
  const place = (address: string) => {
    const { bucket, prefix, endpoint } = parseS3Address(address);
    return JSON.stringify([bucket, prefix, endpoint]);
  };
  return place(left) === place(right);
}

interface Source extends CaseFile {
  readonly open: () => Promise<AsyncIterable<Uint8Array> | null>;
}

/** The files of the folder, and the blobs of a store that lies elsewhere. */
async function listSources(dir: string, store: BlobStore | undefined): Promise<Source[]> {
  const files = new Map<string, Source>();
  for (const file of listCaseFiles(dir))
    files.set(file.path, { ...file, open: () => Promise.resolve(readChunks(join(dir, file.path))) });
  if (store !== undefined) {
    for await (const { path, sha256 } of store.list())
      if (sha256 !== null && kindOfCaseFile(path) === "blob" && !files.has(path))
        files.set(path, { path, kind: "blob", open: () => store.get(sha256) });
  }
  return inOrder([...files.values()]).map((file) => files.get(file.path) ?? unknownFile(file));
}

function unknownFile({ path }: CaseFile): never {
  throw new TypeError(`${path} is among the files that were listed`);
}

async function copyFile(
  { path, kind, open }: Source,
  place: CopyPlace,
): Promise<{ readonly isNew: boolean; readonly sizeBytes: number }> {
  const source = await hash(open);
  if (source === null) throw damage(path, "a file", null, "it vanished while it was copied");
  if (kind === "blob" && source.sha256 !== basename(path))
    throw damage(path, basename(path), source.sha256, "it is not what was sealed");
  const there = await place.look(path, kind);
  if (there?.sha256 === source.sha256 && there.sizeBytes === source.sizeBytes)
    return { isNew: false, sizeBytes: source.sizeBytes };
  if (kind === "segment" && there !== null)
    throw damage(path, there.sha256, source.sha256, "the copy holds another segment of this name");
  const file: FileToCopy = { path, kind, ...source, read: () => readAgain(open, path) };
  await place.write(file);
  // The copy is read back: a disk that lies is found out now and not when the copy is needed.
  const back = await place.hash(path);
  if (back?.sha256 !== source.sha256)
    throw damage(path, source.sha256, back?.sha256 ?? null, "the copy does not read back as it was written");
  return { isNew: true, sizeBytes: source.sizeBytes };
}

async function hash(open: Source["open"]) {
  const chunks = await open();
  return chunks === null ? null : hashChunks(chunks);
}

async function* readAgain(open: Source["open"], path: string): AsyncGenerator<Uint8Array> {
  const chunks = await open();
  if (chunks === null) throw damage(path, "a file", null, "it vanished while it was copied");
  yield* chunks;
}

/** Removes from the copy what the case no longer has, of what may go: replaced tiles, and keys that were destroyed. */
async function dropStale(files: readonly CaseFile[], place: CopyPlace): Promise<string[]> {
  const known = new Set(files.map(({ path }) => path));
  const destroyed: string[] = [];
  for (const file of await place.list()) {
    if (known.has(file.path)) continue;
    if (file.kind === "log") await place.remove(file);
    if (file.kind === "key" && (await place.remove(file))) destroyed.push(file.path);
  }
  return destroyed;
}

async function requirePlace(dir: string, place: CopyPlace): Promise<void> {
  const ours = openFolderCopy(dir);
  for (const name of ["case.json", "closed.json"]) {
    const theirs = idOfFace(await place.read(name));
    if (theirs !== null && theirs !== idOfFace(await ours.read(name)))
      throw placeError(place.name, "it is another case");
  }
  if (await place.holdsOther()) throw placeError(place.name, "it holds other things");
}

function placeError(target: string, fault: string): InquestError {
  return new InquestError({
    code: "case/mirror-place",
    reaction: "input",
    message: `${target} cannot take a copy of this case: ${fault}. Name an empty place on another disk.`,
    evidence: { target },
  });
}

/** A copy that holds more of the log than the case: the case lost its end, and the copy is the better one. */
async function requireNotAhead(files: readonly CaseFile[], place: CopyPlace): Promise<void> {
  const ours = new Set(files.map(({ path }) => path));
  const ahead = (await place.list()).find(({ path, kind }) => kind === "segment" && !ours.has(path));
  if (ahead === undefined) return;
  throw new InquestError({
    code: "case/mirror-ahead",
    reaction: "verification",
    message: `The copy holds ${ahead.path}, which the case has lost. Nothing was copied; restore the case from the copy with inquest repair, or find out who removed it.`,
    evidence: { path: ahead.path },
  });
}

function damage(path: string, expected: string | null, actual: string | null, fault: string): InquestError {
  return new InquestError({
    code: "case/mirror-damage",
    reaction: "verification",
    message: `${path} was not copied: ${fault}. The copy keeps what it had; inquest verify says more.`,
    evidence: { path, expected, actual },
  });
}
