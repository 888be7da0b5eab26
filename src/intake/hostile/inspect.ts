/** Looking at one file without trusting it. Nothing is written, run, rendered or fetched. */
import { createBudget } from "./budget.ts";
import { type ByteSource, chunksOf, readEnds } from "./byte-source.ts";
import { createChunkReader } from "./chunk-reader.ts";
import { walkGzip } from "./gzip.ts";
import { toDamage } from "./inflate.ts";
import {
  extensionOf,
  type FileKind,
  kindsOfExtension,
  OFFICE_KINDS,
  OPAQUE_ARCHIVE_KINDS,
  PROGRAM_KINDS,
  toKindLabel,
  toMediaType,
  ZIP_KINDS,
} from "./kinds.ts";
import type { InspectLimits } from "./limits.ts";
import { lookInto } from "./look-into.ts";
import { judgeJson, judgeMarkup, judgeXml } from "./markup.ts";
import { judgeFileName } from "./member-names.ts";
import { createOfficeExaminer } from "./office.ts";
import { judgePdf } from "./pdf.ts";
import { isPicture, readPictureShape } from "./picture.ts";
import { createFindings, type FileReport, type Findings, Refused } from "./report.ts";
import { HEAD_BYTES, kindOfZip, sniffHead } from "./sniff.ts";
import { decodeHead, hasHtml } from "./sniff-text.ts";
import { walkTar } from "./tar.ts";
import type { Walk } from "./walk.ts";
import { walkWarc } from "./warc.ts";
import { walkZip } from "./zip.ts";

export interface FileAbout {
  /** As it came, also when it is no path that any disk would take. */
  readonly name: string;
  /** What the sender said it is. */
  readonly mediaType?: string | null;
}

/** A ZIP file's directory ends with at most 64 KiB of comment (APPNOTE 6.3.10, 4.3.16). */
const ZIP_TAIL_BYTES = 65_535 + 22;
/** Readers of PDF take the header anywhere in the first 1024 bytes (ISO 32000-2, annex I). */
const PDF_HEAD_BYTES = 1024;
/** Cameras and word processors pad with zeros and a line end. */
const PADDING = /^[\0\s]*$/u;

/**
 * What a file is by its content, what lies in it, and why it must not be unpacked or rendered.
 *
 * The report is the same whenever the same bytes, name and limits are given. Errors of the source are thrown as they
 * are; of the file itself nothing is thrown, whatever it holds.
 */
export async function inspectFile(
  source: ByteSource,
  about: FileAbout,
  limits: InspectLimits,
): Promise<FileReport> {
  const head = source.read(0, HEAD_BYTES);
  const kind = sniffHead(head, source.sizeBytes <= HEAD_BYTES);
  const extension = extensionOf(about.name);
  const findings = createFindings({
    name: about.name,
    sizeBytes: source.sizeBytes,
    kind,
    mediaType: toMediaType(kind),
    alsoKinds: [],
    declared: { extension, mediaType: about.mediaType ?? null },
  });
  judgeFileName(about.name, findings);
  await judgeContent(source, kind, limits, findings);
  const { report } = findings;
  judgeOtherKinds(source, head, findings);
  const expected = extension === null ? null : kindsOfExtension(extension);
  if (extension !== null && expected !== null && report.kind !== "empty" && !expected.includes(report.kind))
    findings.warn("intake/type-mismatch", { declared: `.${extension}`, kind: toKindLabel(report.kind) });
  if (PROGRAM_KINDS.has(report.kind)) findings.warn("intake/program", { kind: toKindLabel(report.kind) });
  return report;
}

const TEXT_WITH_STRUCTURE: ReadonlySet<FileKind> = new Set<FileKind>(["html", "svg", "xml", "json", "email"]);
const DOCUMENTS: ReadonlySet<FileKind> = new Set<FileKind>(["pdf", "ole", "rtf"]);
const STREAMED_ARCHIVES: ReadonlySet<FileKind> = new Set<FileKind>(["tar", "warc", "gzip"]);

/**
 * Whether looking at a file means reading a format: of plain text, sound, film and unknown bytes only some kilobytes
 * at both ends are compared with known marks.
 */
export function needsReading(source: ByteSource): boolean {
  const kind = sniffHead(source.read(0, HEAD_BYTES), source.sizeBytes <= HEAD_BYTES);
  const sets = [TEXT_WITH_STRUCTURE, DOCUMENTS, STREAMED_ARCHIVES, ZIP_KINDS];
  return sets.some((set) => set.has(kind)) || isPicture(kind);
}

async function judgeContent(
  source: ByteSource,
  kind: FileKind,
  limits: InspectLimits,
  findings: Findings,
): Promise<void> {
  const walk: Walk = { findings, limits, budget: createBudget(limits), depth: 1, lookInto };
  try {
    if (ZIP_KINDS.has(kind)) await judgeZip(source, walk);
    else if (kind === "tar") await walkTar(createChunkReader(chunksOf(source)), walk);
    else if (kind === "warc") await walkWarc(createChunkReader(chunksOf(source)), walk);
    else if (kind === "gzip") await walkGzip(chunksOf(source), walk, findings.report.name, source.sizeBytes);
    else if (OPAQUE_ARCHIVE_KINDS.has(kind))
      findings.refuseExpansion("intake/opaque-archive", { kind: toKindLabel(kind) });
    else if (isPicture(kind)) judgePicture(source, kind, limits, findings);
    else judgeDocument(source, kind, limits, findings);
  } catch (error) {
    const refused = toDamage(error, findings.report.name);
    if (!(refused instanceof Refused)) throw error;
    findings.refuseExpansion(refused.code, refused.params);
    if (OFFICE_KINDS.has(findings.report.kind)) findings.refuseDerivative(refused.code, refused.params);
  }
}

/** Office files are ZIP files whose parts are read; which one it is says the directory. */
async function judgeZip(source: ByteSource, walk: Walk): Promise<void> {
  const { findings, limits } = walk;
  const examine = createOfficeExaminer(limits, findings);
  const name = (kind: FileKind) => {
    findings.report.kind = kind;
    findings.report.mediaType = toMediaType(kind);
  };
  await walkZip(source, {
    ...walk,
    onListed(members) {
      // An OpenDocument file says what it is in its first bytes; others by the names of their parts.
      if (findings.report.kind === "zip")
        name(
          kindOfZip(
            members.map((member) => member.name),
            null,
          ),
        );
    },
    examine: {
      wants: (part) => OFFICE_KINDS.has(findings.report.kind) && examine.wants(part),
      take: examine.take,
    },
  });
}

function judgePicture(source: ByteSource, kind: FileKind, limits: InspectLimits, findings: Findings): void {
  const shape = readPictureShape(kind, source, limits.frames + 1);
  if (shape === null) {
    findings.refuseDerivative("intake/picture-unreadable");
    return;
  }
  const { width, height, frames, end } = shape;
  findings.report.picture = { width, height, frames };
  const pixels = width * height;
  if (pixels > limits.pixels)
    findings.refuseDerivative("intake/picture-too-large", { width, height, pixels, limit: limits.pixels });
  if (frames > limits.frames)
    findings.refuseDerivative("intake/picture-too-many-frames", { limit: limits.frames });
  if (end === null) return;
  if (end > source.sizeBytes) {
    findings.report.isTruncated = true;
    findings.warn("intake/truncated", { at: source.sizeBytes });
  }
  const rest = source.read(end, HEAD_BYTES);
  if (rest.length > 0 && !PADDING.test(Buffer.from(rest).toString("latin1")))
    findings.warn("intake/trailing-bytes", { bytes: source.sizeBytes - end, kind: toKindLabel(kind) });
}

function judgeDocument(source: ByteSource, kind: FileKind, limits: InspectLimits, findings: Findings): void {
  if (!TEXT_WITH_STRUCTURE.has(kind) && !DOCUMENTS.has(kind)) return;
  const { bytes, isWhole } = readEnds(source, limits.textBytes);
  if (!isWhole) findings.warn("intake/ends-only", { limit: limits.textBytes });
  if (kind === "pdf") judgePdf(bytes, isWhole, limits, findings);
  else judgeText(kind, bytes, isWhole, { limits, findings });
}

function judgeText(
  kind: FileKind,
  bytes: Uint8Array,
  isWhole: boolean,
  { limits, findings }: Pick<Walk, "limits" | "findings">,
): void {
  const text = decodeHead(bytes, isWhole) ?? Buffer.from(bytes).toString("latin1");
  if (kind === "html" || kind === "svg" || kind === "xml" || kind === "email")
    judgeMarkup(kind, text, findings);
  if (kind === "svg" || kind === "xml" || kind === "html") judgeXml(text, limits, findings);
  if (kind === "json") judgeJson(text, limits, findings);
  if (kind === "email") judgeAttachments(text, findings);
  if (kind === "ole" && Buffer.from(bytes).includes(Buffer.from("_VBA_PROJECT", "utf16le")))
    findings.warn("intake/active-content", { what: "macros" });
  if (kind === "rtf" && /\\object\b|\\objdata\b/u.test(text))
    findings.warn("intake/embedded-files", { count: 1, names: "?" });
}

/** RFC 2183: parts of a message that are files, by their names. */
function judgeAttachments(text: string, findings: Findings): void {
  const names = [...text.matchAll(/\bfilename\*?\s*=\s*"?([^"\r\n;]{1,200})/giu)].map(
    ([, name]) => name ?? "?",
  );
  if (names.length === 0) return;
  findings.report.embedded = names.slice(0, 20);
  findings.warn("intake/embedded-files", { count: names.length, names: findings.report.embedded.join(", ") });
}

/** The same bytes read as something else: by their end, or by what hides in a header. */
function judgeOtherKinds(source: ByteSource, head: Uint8Array, findings: Findings): void {
  const { report } = findings;
  const others = new Set<FileKind>();
  if (!ZIP_KINDS.has(report.kind) && endsAsZip(source)) others.add("zip");
  const start = Buffer.from(head.subarray(0, PDF_HEAD_BYTES)).toString("latin1");
  if (report.kind !== "pdf" && start.includes("%PDF-")) others.add("pdf");
  if (isPicture(report.kind) && report.kind !== "svg") {
    if (hasHtml(head)) others.add("html");
    if (isScript(report.kind, source, head)) others.add("javascript");
  }
  report.alsoKinds = [...others];
  for (const other of others)
    findings.warn("intake/polyglot", { kind: toKindLabel(report.kind), other: toKindLabel(other) });
}

/** An end record whose directory begins where it says (APPNOTE 6.3.10, 4.3.16), seen from either end of the file. */
function endsAsZip(source: ByteSource): boolean {
  const from = Math.max(0, source.sizeBytes - ZIP_TAIL_BYTES);
  const tail = Buffer.from(source.read(from, ZIP_TAIL_BYTES));
  const at = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at < 0 || at + 22 > tail.length) return false;
  const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  return [offset, from + at - size].some(
    (place) => place >= 0 && Buffer.from(source.read(place, 4)).toString("latin1") === "PK\x01\x02",
  );
}

/** A GIF whose size field opens a comment and whose bytes are all letters is a script with a picture's mark. */
function isScript(kind: FileKind, source: ByteSource, head: Uint8Array): boolean {
  if (kind === "gif" && source.sizeBytes <= HEAD_BYTES && decodeHead(head, true) !== null) return true;
  return /^GIF8[79]a(?:\/\*|\s*=)/u.test(Buffer.from(head).toString("latin1"));
}
