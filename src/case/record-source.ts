/** Sealing source notes and list files as sources. */
import { basename, extname } from "node:path";
import { InquestError, type JsonValue, type LocalText, toCanonicalJson } from "../core/index.ts";
import { readNote } from "../intake/index.ts";
import { type Source, SourceAbout } from "../statements/index.ts";
import { type BlobContent, hashContent } from "../vault/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseHandle } from "./handle.ts";

export interface RecordedSource {
  readonly source: Source;
  /** True when the same bytes were sealed before, so that nothing changed. */
  readonly existed: boolean;
}

/** A small file with its bytes, or the path of one that is streamed. */
export type FileToSeal = FolderFile | { readonly name: string; readonly path: string };

function toContent(file: FileToSeal): BlobContent {
  return "bytes" in file ? file.bytes : { file: file.path };
}

export interface SealOptions {
  /** Encrypt the file, its name and its title: nothing but ciphertext and a commitment stands in the case. */
  readonly isSecret?: boolean;
}

/**
 * Seals a file: a note with front matter as that says, anything else as evidence under its file name.
 *
 * @throws InquestError of `readNote` with file and line; "case/source-key" when another file has its name.
 */
export async function sealFile(
  handle: CaseHandle,
  file: FileToSeal,
  options: SealOptions = {},
): Promise<RecordedSource> {
  return sealSource(handle, file, describe(file), options);
}

function describe(file: FileToSeal): SourceDescription {
  const mediaType = mediaTypeOf(file.name);
  if (!("bytes" in file) || !isNote(file)) {
    return { title: { en: basename(file.name) }, role: "evidence", language: "und", mediaType };
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

/** By the file's ending; nothing is opened or shown because of it. */
function mediaTypeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".csv": "text/csv",
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
  options: SealOptions = {},
): Promise<RecordedSource> {
  const description = { title, role: "evidence", language: "und", mediaType: "text/csv" } as const;
  return sealSource(handle, file, description, options);
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
  const key = basename(file.name, extname(file.name));
  requireFreeKey(handle, key, file.name);
  const blob = await handle.seal(content);
  const source: Source = {
    id,
    key,
    fileName: basename(file.name),
    ...description,
    sha256: blob.sha256,
    sizeBytes: blob.sizeBytes,
  };
  const body: JsonValue = { ...source };
  await handle.record([{ kind: "source.sealed", body: { source: body } }]);
  return { source, existed: false };
}

/** Encrypts file and description under one item; the same file again is a no-op where the key is at hand to tell. */
async function encryptSource(
  handle: CaseHandle,
  file: FileToSeal,
  description: SourceDescription,
): Promise<RecordedSource> {
  const plain = toContent(file);
  const known = await findSecret(handle, await hashContent(plain));
  if (known !== null) return { source: known, existed: true };
  const key = basename(file.name, extname(file.name));
  // Checked before it is encrypted: what nobody can parse must not come to light with the key.
  const about = SourceAbout.parse({ key, fileName: basename(file.name), ...description });
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

/** A note that was edited keeps its name: the newer one stands for the key, the older one stays sealed. */
function requireFreeKey(handle: CaseHandle, key: string, fileName: string): void {
  const holder = [...handle.state.sources.values()].find(({ value }) => value.key === key);
  if (holder === undefined || holder.value.fileName === basename(fileName)) return;
  throw new InquestError({
    code: "case/source-key",
    reaction: "input",
    message: `${fileName}: the name "${key}" already belongs to ${holder.value.fileName}. Rename the file.`,
    evidence: { key, holder: holder.value.fileName },
  });
}
