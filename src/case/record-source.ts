/** Sealing source notes and list files as sources. */
import { statSync } from "node:fs";
import { basename, extname } from "node:path";
import { InquestError, type JsonValue, type LocalText, toCanonicalJson } from "../core/index.ts";
import { readNote } from "../intake/index.ts";
import { type Source, SourceAbout } from "../statements/index.ts";
import { type BlobContent, hashContent, payloadSize, type StagedFile } from "../vault/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseHandle } from "./handle.ts";
import { inspectForSealing } from "./inspect-source.ts";

export interface RecordedSource {
  readonly source: Source;
  /** True when the same bytes were sealed before, so that nothing changed. */
  readonly existed: boolean;
}

/** A small file with its bytes, or the path of one that is streamed. */
export type FileToSeal = (FolderFile | { readonly name: string; readonly path: string }) & {
  /** What it is called by whoever sent it, kept letter by letter; left out, the last part of `name`, its path here. */
  readonly fileName?: string;
  /** The file as it was written ahead into the vault's folder: its hash is known, and it is read no more. */
  readonly staged?: StagedFile;
};

function fileNameOf({ name, fileName }: FileToSeal): string {
  return fileName ?? basename(name);
}

/** The name without its ending: a name of strangers is text, whatever a path would make of it. */
function keyOf(file: FileToSeal): string {
  const name = fileNameOf(file);
  return file.fileName === undefined ? basename(name, extname(name)) : name;
}

function toContent(file: FileToSeal): BlobContent {
  if (file.staged !== undefined) return { file: file.staged.file, staged: file.staged };
  return "bytes" in file ? file.bytes : { file: file.path };
}

export interface SealOptions {
  /** Encrypt the file, its name and its title: nothing but ciphertext and a commitment stands in the case. */
  readonly isSecret?: boolean;
}

/**
 * Seals a file: a note with front matter as that says, anything else as evidence under its file name.
 *
 * @throws InquestError of `readNote` with file and line.
 */
export async function sealFile(
  handle: CaseHandle,
  file: FileToSeal,
  options: SealOptions = {},
): Promise<RecordedSource> {
  return sealSource(handle, file, describe(file), options);
}

function describe(file: FileToSeal): SourceDescription {
  const mediaType = mediaTypeOf(fileNameOf(file));
  if (!("bytes" in file) || !isNote(file)) {
    return { title: { en: fileNameOf(file) }, role: "evidence", language: "und", mediaType };
  }
  const { head } = readNote(file.bytes, file.name);
  const { title, role, language, original } = head;
  return { title, role, language, mediaType, ...(original === undefined ? {} : { original }) };
}

/** A note is Markdown or text that begins with front matter; any other file is evidence as it is. */
export function isNote({ name, bytes }: FolderFile): boolean {
  if (!/\.(md|txt)$/iu.test(name)) return false;
  return /^\ufeff?---\r?\n/u.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

/** The media type of a workbook (IANA). */
const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** By the file's ending; nothing is opened or shown because of it. */
export function mediaTypeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".xlsx": WORKBOOK_TYPE,
    ".pdf": "application/pdf",
    ".html": "text/html",
  };
  return types[extname(name).toLowerCase()] ?? "application/octet-stream";
}

/** Seals the file of a list: the list itself is the evidence. */
export async function sealListFile(
  handle: CaseHandle,
  file: FolderFile,
  title: LocalText,
  { isSecret, isWorkbook }: { readonly isSecret: boolean; readonly isWorkbook: boolean },
): Promise<RecordedSource> {
  const mediaType = isWorkbook ? WORKBOOK_TYPE : "text/csv";
  return sealSource(handle, file, { title, role: "evidence", language: "und", mediaType }, { isSecret });
}

type SourceDescription = Pick<Source, "title" | "role" | "language" | "mediaType" | "original">;

/** Seals any file as a source; the same bytes again are a no-op. */
export async function sealSource(
  handle: CaseHandle,
  file: FileToSeal,
  description: SourceDescription,
  { isSecret = false }: SealOptions = {},
): Promise<RecordedSource> {
  if (isSecret) return encryptSource(handle, file, description);
  const content = toContent(file);
  const sha256 = await hashContent(content);
  const id = `src-${sha256.slice(0, 32)}`;
  const existing = handle.state.sources.get(id);
  if (existing !== undefined) return { source: existing.value, existed: true };
  await requireNotSealed(handle, sha256, file);
  const key = freeKeyFor(handle, file);
  const inspection = await inspectForSealing(handle, content, fileNameOf(file));
  const blob = await handle.seal(content);
  const source: Source = {
    id,
    key,
    fileName: fileNameOf(file),
    ...description,
    inspection,
    sha256: blob.sha256,
    sizeBytes: blob.sizeBytes,
  };
  const body: JsonValue = { ...source };
  await handle.record([{ kind: "source.sealed", body: { source: body } }]);
  return { source, existed: false };
}

/**
 * The same bytes in the open would undo their sealing. Only content of the same size is opened to tell, so that most
 * files need no key.
 *
 * @throws InquestError "case/sealed-already" (decision); "case/key-needed" when nobody opens what may be the same.
 */
async function requireNotSealed(handle: CaseHandle, sha256: string, file: FileToSeal): Promise<void> {
  const size = payloadSize(sizeOf(file));
  for (const { value } of handle.state.sources.values()) {
    const content = value.sealed?.content;
    if (content?.sizeBytes !== size || handle.state.keys.shredded.has(content.item)) continue;
    await handle.secrets.unlock(`a file that may be ${value.key}`);
    if (!(await handle.secrets.holds(content, sha256))) continue;
    throw new InquestError({
      code: "case/sealed-already",
      reaction: "decision",
      message: `${fileNameOf(file)} holds the bytes of ${value.id}, which is encrypted: in the open it would undo that. Add it with --seal, or not at all.`,
      evidence: { source: value.id },
    });
  }
}

function sizeOf(file: FileToSeal): number {
  if (file.staged !== undefined) return file.staged.sizeBytes;
  return "bytes" in file ? file.bytes.length : statSync(file.path).size;
}

/** Encrypts file and description under one item; the same file again is a no-op where the key is at hand to tell. */
async function encryptSource(
  handle: CaseHandle,
  file: FileToSeal,
  description: SourceDescription,
): Promise<RecordedSource> {
  const plain = toContent(file);
  const size = payloadSize(sizeOf(file));
  const mayBeThere = [...handle.state.sources.values()].some(
    ({ value }) => value.sealed?.content.sizeBytes === size,
  );
  if (mayBeThere) await handle.secrets.unlock(`a file that may be sealed already`);
  const known = await findSecret(handle, await hashContent(plain));
  if (known !== null) return { source: known, existed: true };
  const fileName = fileNameOf(file);
  const inspection = await inspectForSealing(handle, plain, fileName);
  // Checked before it is encrypted: what nobody can parse must not come to light with the key.
  const about = SourceAbout.parse({ key: freeKeyFor(handle, file), fileName, ...description, inspection });
  const aboutBytes = new TextEncoder().encode(toCanonicalJson({ ...about }));
  const { refs, drafts } = await handle.secrets.seal([plain, aboutBytes], "source");
  const [content, aboutRef] = refs;
  if (content === undefined || aboutRef === undefined) throw new TypeError("two parts give two references");
  const id = `src-${Buffer.from(handle.random(16)).toString("hex")}`;
  const source: JsonValue = { id, content: { ...content }, about: { ...aboutRef } };
  await handle.record([...drafts, { kind: "source.sealed", body: { source } }]);
  handle.state.revealSource(id, about);
  const recorded = handle.state.sources.get(id);
  if (recorded === undefined) throw new TypeError("a source that was recorded is in the state");
  return { source: recorded.value, existed: false };
}

/** The encrypted source that holds bytes of this SHA-256; null when none does, or when no key is at hand to tell. */
export async function findSecret(handle: CaseHandle, sha256: string): Promise<Source | null> {
  for (const { value } of handle.state.sources.values()) {
    const content = value.sealed?.content;
    if (content === undefined || !handle.secrets.canOpen(content)) continue;
    if (await handle.secrets.holds(content, sha256)) return value;
  }
  return null;
}

/**
 * The short name of a file: without its ending, or whole where another file has that. A note that was edited keeps its
 * name: the newer one stands for it, the older one stays sealed.
 */
function freeKeyFor(handle: CaseHandle, file: FileToSeal): string {
  const fileName = fileNameOf(file);
  const key = keyOf(file);
  const holder = handle.state.sourceOfKey(key);
  return holder === undefined || holder.fileName === fileName ? key : fileName;
}
