/** What places in the sealed sources are checked by: their text, pages, cells, measures and length. */
import { InquestError, type SourceContent } from "../core/index.ts";
import { decodeText, detectDelimiter, isContainer, readCsvRows } from "../intake/index.ts";
import { contentOf, type Source, type SourceCopy, type SourceToQuote } from "../statements/index.ts";
import type { CaseHandle } from "./handle.ts";
import { decodeSource } from "./present-sources.ts";
import { mediaTypeOf } from "./record-source.ts";

type Reader = Pick<CaseHandle, "readContent">;

/** Files of these kinds have places of their own beside their text, or instead of it. */
export async function contentOfFile(
  handle: Reader,
  {
    bytes,
    fileName,
    mediaType,
  }: { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string },
): Promise<SourceContent | null> {
  if (mediaType === "text/csv" && !isContainer(bytes)) return toTable(bytes);
  if (mediaType === "text/csv") return handle.readContent(bytes, { name: fileName });
  if (mediaType.startsWith("text/")) return null;
  return handle.readContent(bytes, { name: fileName });
}

/**
 * A sealed source with what passages of it are checked by.
 *
 * @throws InquestError of `handle.read`.
 */
export async function readSourceToQuote(handle: CaseHandle, source: Source): Promise<SourceToQuote> {
  return { id: source.id, ...(await readWhatIsQuoted(handle, source, await handle.read(contentOf(source)))) };
}

/** The same of bytes that are at hand. */
export async function readWhatIsQuoted(
  handle: Reader,
  source: Source,
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly content: SourceContent | undefined }> {
  if (source.inspection?.noDerivative !== undefined) {
    const why = `Nothing may be made from ${source.fileName} (${source.inspection.noDerivative.code}); quote a copy of it that is safe.`;
    return { text: "", content: { kind: "unread", why } };
  }
  const content = await contentOfFile(handle, { bytes, ...source });
  return { text: decodeSource(source, bytes), content: content ?? undefined };
}

/** Another copy of a source, as its name says what it is. */
export interface CopyOfSource {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * What is looked for in a copy that nobody sealed.
 *
 * @throws InquestError "case/not-utf8" for a text that is none.
 */
export async function readCopy(handle: Reader, copy: CopyOfSource): Promise<SourceCopy> {
  const mediaType = mediaTypeOf(copy.fileName);
  const content = await contentOfFile(handle, { ...copy, mediaType });
  const isText = mediaType.startsWith("text/") || content?.kind === "unread";
  return { text: isText ? readText(copy) : "", content };
}

function readText({ bytes, fileName }: CopyOfSource): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new InquestError({
      code: "case/not-utf8",
      reaction: "input",
      message: `${fileName} is not UTF-8 text. Save it as UTF-8.`,
      cause,
      evidence: { file: fileName },
    });
  }
}

function toTable(bytes: Uint8Array): SourceContent {
  const { text } = decodeText(bytes);
  return { kind: "table", rows: readCsvRows(text, detectDelimiter(text)).map(({ cells }) => cells) };
}
