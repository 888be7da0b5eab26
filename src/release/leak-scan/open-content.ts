/** What lies in some bytes, looked through as text and opened as what it is, and so on with all that comes out. */

import { textOfPage } from "../../core/index.ts";
import {
  type FileKind,
  HEAD_BYTES,
  memorySource,
  OPAQUE_ARCHIVE_KINDS,
  Refused,
  readPages,
  sniffHead,
  toKindLabel,
  ZIP_KINDS,
} from "../../intake/index.ts";
import { innerBytes } from "./inner-bytes.ts";
import { openArchive } from "./open-archive.ts";
import type { OpenContent, OpenerOptions } from "./opener.ts";
import { type PdfFault, readPdfParts } from "./pdf-parts.ts";
import { pngParts } from "./png-parts.ts";
import type { UnreadRemark } from "./scan-result.ts";
import { textsOf } from "./text-of-bytes.ts";
import { tiffStarts, tiffTexts } from "./tiff-texts.ts";
import { zipLeftovers } from "./zip-leftovers.ts";

const ARCHIVES: ReadonlySet<FileKind> = new Set<FileKind>([...ZIP_KINDS, "tar", "gzip"]);
/** Read through by their plain bytes and their tags, or by their text alone. */
const KNOWN: ReadonlySet<FileKind> = new Set<FileKind>([
  ...["png", "jpeg", "gif", "webp", "tiff", "bmp", "svg", "pdf", "empty"],
  ...["html", "xml", "json", "email", "text", "script", "javascript"],
] as const);
/** Fonts: their names are their makers'. */
const FONTS = ["wOFF", "wOF2", "OTTO", "\0\x01\0\0", "true", "ttcf"];
const PDF_HEAD_BYTES = 1024;
/** A ZIP file's directory ends with at most 64 KiB of comment (APPNOTE 6.3.10, 4.3.16). */
const ZIP_TAIL_BYTES = 65_535 + 22;
/** Letters without a gap at the end of a piece of text may go on in the next one. */
const CUT_BYTES = 8192;

export function createOpener(options: OpenerOptions): OpenContent {
  const { record, limits, until } = options;

  async function open(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    if (path.length > limits.depth) {
      const params = { member: path.at(-1) ?? "", limit: limits.depth };
      record.leave(path, { code: "intake/archive-too-deep", params });
      return;
    }
    if (performance.now() > until) {
      record.leave(path, { code: "release/scan-time", params: { seconds: limits.timeMs / 1000 } });
      return;
    }
    const head = bytes.subarray(0, HEAD_BYTES);
    const kind = sniffHead(head, bytes.length <= HEAD_BYTES);
    await lookThrough(bytes, path);
    // The same bytes may be several things: each is opened that a program would open.
    const zip = endingZip(bytes);
    if (kind === "tar" || kind === "gzip")
      await guarded(path, () => openArchive(bytes, path, kind, options, open));
    else if (ZIP_KINDS.has(kind) || zip !== null) {
      await guarded(path, () => openArchive(zip ?? bytes, path, "zip", options, open));
      await openLeftovers(zip ?? bytes, path);
    }
    if (latin1(head.subarray(0, PDF_HEAD_BYTES)).includes("%PDF-")) await openPdf(bytes, path);
    if (kind === "png") await openPng(bytes, path);
    for (const at of tiffStarts(bytes)) record.look(tiffTexts(bytes.subarray(at)).join(" "), path, "tags");
    if (OPAQUE_ARCHIVE_KINDS.has(kind))
      record.leave(path, { code: "intake/opaque-archive", params: { kind: toKindLabel(kind) } });
    else if (kind === "age") record.leave(path, { code: "intake/encrypted", params: {} });
    else if (!KNOWN.has(kind) && !ARCHIVES.has(kind) && !FONTS.includes(latin1(head.subarray(0, 4))))
      record.leavePlain(path);
  }

  async function lookThrough(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    for (const { text, isText } of textsOf(bytes)) {
      record.look(text, path, isText ? "text" : "bytes");
      if (!isText) continue;
      // What its own entities say is not put together: they can grow without bound.
      if (/<!ENTITY\s/u.test(text)) record.leave(path, { code: "intake/xml-entities", params: {} });
      let number = 0;
      for (const inner of innerBytes(text)) {
        number += 1;
        await inside(inner, path, `letters ${number}`);
      }
      if (
        text.length > CUT_BYTES &&
        bytes.length > text.length &&
        /^[A-Za-z0-9+/]+$/u.test(text.slice(-CUT_BYTES))
      )
        record.leave(path, { code: "release/scan-part-too-large", params: {} });
    }
  }

  /** What came out of a content, counted against the limits and opened. */
  async function inside(bytes: Uint8Array, path: readonly string[], name: string): Promise<void> {
    options.budget.spend(bytes.length);
    await open(bytes, [...path, name]);
  }

  async function guarded(path: readonly string[], action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      record.leave(path, { code: error.code, params: error.params });
    }
  }

  async function openLeftovers(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    let number = 0;
    for (const { name, bytes: left } of zipLeftovers(bytes, limits.nestedBytes)) {
      number += 1;
      const shown = `taken out ${number}`;
      record.look(name, [...path, shown], "name");
      if (left === null)
        record.leave([...path, shown], { code: "release/scan-stream-damaged", params: { object: number } });
      else await inside(left, path, shown);
    }
  }

  async function openPng(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    let number = 0;
    for (const part of pngParts(bytes, limits.nestedBytes)) {
      number += 1;
      if (part === null)
        record.leave(path, { code: "release/scan-stream-damaged", params: { object: number } });
      else await inside(part, path, `chunk ${number}`);
    }
  }

  async function openPdf(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    const { strings, drawn, streams, faults } = readPdfParts(bytes, limits, (out) =>
      options.budget.spend(out),
    );
    record.look(strings, path, "tags");
    for (const text of drawn) record.look(text, path, "drawn");
    for (const fault of faults) record.leave(path, toRemark(fault));
    for (const { number, bytes: out } of streams) await open(out, [...path, `object ${number}`]);
    await lookAtPages(bytes, path);
  }

  /** As another reader puts them together, with fonts that spell in no way of the file's own. */
  async function lookAtPages(bytes: Uint8Array, path: readonly string[]): Promise<void> {
    try {
      const content = await readPages(memorySource(bytes), limits);
      if (content.kind !== "pages")
        return record.leave(path, { code: "release/scan-page-words", params: { fault: content.kind } });
      for (const page of content.pages) record.look(textOfPage(page), path, "drawn");
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      record.leave(path, { code: "release/scan-page-words", params: { fault } });
    }
  }

  return open;
}

function toRemark(fault: PdfFault): UnreadRemark {
  switch (fault.is) {
    case "encrypted":
      return { code: "intake/encrypted", params: {} };
    case "unspelled-fonts":
      return { code: "release/scan-fonts", params: { count: fault.fonts } };
    case "partial":
      return { code: "release/scan-part-too-large", params: {} };
    default:
      return { code: `release/scan-stream-${fault.is}`, params: { object: fault.object } };
  }
}

/** The ZIP file that some bytes end with, whatever stands before it; null where they do not. */
function endingZip(bytes: Uint8Array): Uint8Array | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = raw.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at < 0 || at < raw.length - ZIP_TAIL_BYTES || at + 22 > raw.length) return null;
  const start = at - raw.readUInt32LE(at + 12) - raw.readUInt32LE(at + 16);
  // Sizes that lie, or that stand elsewhere (ZIP64): read as they are.
  return raw.subarray(Math.max(0, start));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
