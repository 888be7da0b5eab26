/** Sealing source notes and list files as sources. */
import { basename, extname } from "node:path";
import { hashBytes, InquestError, type JsonValue, type LocalText } from "../core/index.ts";
import { readNote } from "../intake/index.ts";
import type { Source } from "../statements/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseHandle } from "./handle.ts";

export interface SealedSource {
  readonly source: Source;
  /** True when the same bytes were sealed before, so that nothing changed. */
  readonly existed: boolean;
}

/**
 * Seals a file: a note with front matter as that says, anything else as evidence under its file name.
 *
 * @throws InquestError of `readNote` with file and line; "case/source-key" when another file has its name.
 */
export async function sealFile(handle: CaseHandle, file: FolderFile): Promise<SealedSource> {
  if (!isNote(file)) {
    const title = { en: basename(file.name) };
    return sealSource(handle, file, {
      title,
      role: "evidence",
      language: "und",
      mediaType: mediaTypeOf(file.name),
    });
  }
  const { head } = readNote(file.bytes, file.name);
  const { title, role, language, original } = head;
  return sealSource(handle, file, {
    title,
    role,
    language,
    mediaType: mediaTypeOf(file.name),
    ...(original === undefined ? {} : { original }),
  });
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
): Promise<SealedSource> {
  return sealSource(handle, file, { title, role: "evidence", language: "und", mediaType: "text/csv" });
}

type SourceDescription = Pick<Source, "title" | "role" | "language" | "mediaType" | "original">;

/** Seals any file as a source; the same bytes again are a no-op. */
export async function sealSource(
  handle: CaseHandle,
  file: FolderFile,
  description: SourceDescription,
): Promise<SealedSource> {
  const sha256 = hashBytes(file.bytes);
  const id = `src-${sha256.slice(0, 32)}`;
  const existing = handle.state.sources.get(id);
  if (existing !== undefined) return { source: existing.value, existed: true };
  const key = basename(file.name, extname(file.name));
  requireFreeKey(handle, key, file.name);
  const blob = await handle.seal(file.bytes);
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
