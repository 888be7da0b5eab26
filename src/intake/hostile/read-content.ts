/** Reading what is in a file that places in it are checked by. Runs only in the process that reads hostile files. */
import type { PageText, SourceContent } from "../../core/index.ts";
import type { ByteSource } from "./byte-source.ts";
import { toDamage } from "./inflate.ts";
import { inspectFile } from "./inspect.ts";
import type { InspectedContent } from "./inspector.ts";
import type { FileKind } from "./kinds.ts";
import type { InspectLimits } from "./limits.ts";
import { isPicture } from "./picture.ts";
import { readSeconds } from "./read-recording.ts";
import { inReadingOrder, type SetRun } from "./reading-order.ts";
import { toRemarkText } from "./remark-text.ts";
import { Refused } from "./report.ts";

const RECORDINGS: ReadonlySet<FileKind> = new Set<FileKind>([
  "mp4",
  "quicktime",
  "3gp",
  "m4a",
  "matroska",
  "wav",
  "mp3",
  "ogg",
  "flac",
]);

/**
 * What a file holds: words of pages, cells of sheets, measures of a picture, the length of a recording.
 *
 * A file of another kind, or of which nothing may be made, is `unread`. Throws what its parsers throw.
 */
export async function readContent(
  source: ByteSource,
  content: InspectedContent,
  about: { readonly name: string; readonly mediaType?: string | null },
  limits: InspectLimits,
): Promise<SourceContent> {
  const report = await inspectFile(source, about, limits);
  if (report.refusedDerivative !== undefined) {
    const { code } = report.refusedDerivative;
    const why = `Nothing may be made from this file (${code}: ${toRemarkText(report.refusedDerivative, "en")}); use a copy of it that is safe.`;
    return { kind: "unread", why, code };
  }
  if (report.kind === "xlsx") return readSheets(source, limits);
  if (report.kind === "pdf") return readPages(source, limits);
  if (RECORDINGS.has(report.kind)) return { kind: "recording", seconds: await readSeconds(content) };
  if (isPicture(report.kind) && report.picture !== undefined) {
    const { width, height } = report.picture;
    return { kind: "picture", width, height };
  }
  const old = UNREAD_WORKBOOKS[report.kind];
  if (old !== undefined) return refused(new Refused("intake/workbook-format", { kind: old }));
  return unread(`No places can be read in a file of this kind (${report.mediaType}).`);
}

/** Kinds that are workbooks, or may be: what is protected by a password lies in the container of the old ones. */
const UNREAD_WORKBOOKS: Readonly<Partial<Record<FileKind, string>>> = {
  ole: "XLS, or protected by a password (or another old office file)",
  ods: "ODS",
};

async function readSheets(source: ByteSource, limits: InspectLimits): Promise<SourceContent> {
  // Loaded when the first workbook comes.
  const { readWorkbook } = await import("../workbook/read-workbook.ts");
  try {
    return { kind: "workbook", sheets: await readWorkbook(source, limits) };
  } catch (error) {
    const known = toDamage(error, "");
    if (known instanceof Refused) return refused(known);
    throw error;
  }
}

function refused({ code, params }: Refused): SourceContent {
  return { kind: "unread", why: toRemarkText({ code, params }, "en"), code };
}

/** The words of a PDF, page by page, in the order of reading, also those that no reader sees. Throws what its parser throws. */
export async function readPages(source: ByteSource, limits: InspectLimits): Promise<SourceContent> {
  if (source.sizeBytes > limits.expandedBytes) return unread("The file is too large to be read as a whole.");
  // Loaded when the first PDF comes: it is by far the largest module of this process.
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(new Uint8Array(source.read(0, source.sizeBytes)), {
    isEvalSupported: false,
    verbosity: 0,
  });
  const pages: PageText[] = [];
  let words = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const text = toPageText(page.getViewport({ scale: 1 }), (await page.getTextContent()).items);
    page.cleanup();
    words += text.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (words > limits.textBytes)
      return unread(`It holds more words than are read (${limits.textBytes} characters).`);
    pages.push(text);
  }
  return { kind: "pages", pages };
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  convertToViewportPoint(x: number, y: number): readonly unknown[];
}

type Item = {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
};

/** How far letters reach below their line, in heights of the script: as much as in common typefaces. */
const DESCENT = 0.22;

function toPageText(viewport: Viewport, items: readonly (Item | object)[]): PageText {
  const runs = items.flatMap((item) => ("str" in item ? [toRun(item, viewport)] : []));
  return { width: viewport.width, height: viewport.height, runs: inReadingOrder(runs) };
}

/** A run around which a box stands wherever its line points (ISO 32000-2, 9.4.4), on the page turned upright. */
function toRun({ str, transform, width, height, hasEOL }: Item, viewport: Viewport): SetRun {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform.map(Number);
  const along = unit(a, b);
  const up = unit(c, d);
  const corners = [0, width].flatMap((far) =>
    [-DESCENT * height, (1 - DESCENT) * height].map((high) => {
      const [x, y] = viewport.convertToViewportPoint(
        e + along.x * far + up.x * high,
        f + along.y * far + up.y * high,
      );
      return { x: Number(x), y: Number(y) };
    }),
  );
  const [left, right] = rangeWithin(
    corners.map(({ x }) => x),
    viewport.width,
  );
  const [top, bottom] = rangeWithin(
    corners.map(({ y }) => y),
    viewport.height,
  );
  return {
    text: str,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    endsLine: hasEOL,
    start: e * along.x + f * along.y,
    length: width,
    baseline: e * up.x + f * up.y,
    size: height,
  };
}

function unit(x: number, y: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** Words may be set partly off the page; their place on it is what can be seen. */
function rangeWithin(values: readonly number[], end: number): readonly [number, number] {
  const clamp = (value: number) => Math.min(Math.max(value, 0), end);
  return [clamp(Math.min(...values)), clamp(Math.max(...values))];
}

function unread(why: string): SourceContent {
  return { kind: "unread", why };
}
