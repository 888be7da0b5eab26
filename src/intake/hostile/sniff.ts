/** What kind of file the bytes are, by their beginning. The name is not asked. */
import type { FileKind } from "./kinds.ts";
import { sniffText } from "./sniff-text.ts";

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 8192;

/** The magic numbers, in the order they are tried: offset, bytes as Latin-1, kind. */
const MAGIC: readonly (readonly [offset: number, bytes: string, kind: FileKind])[] = [
  [0, "%PDF-", "pdf"],
  [0, "{\\rtf", "rtf"],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"],
  [0, "\x1f\x8b\x08", "gzip"],
  [0, "BZh", "bzip2"],
  [0, "\xfd7zXZ\0", "xz"],
  [0, "\x28\xb5\x2f\xfd", "zstd"],
  [0, "Rar!\x1a\x07", "rar"],
  [0, "7z\xbc\xaf\x27\x1c", "7z"],
  [0, "\x89PNG\r\n\x1a\n", "png"],
  [0, "\xff\xd8\xff", "jpeg"],
  [0, "GIF87a", "gif"],
  [0, "GIF89a", "gif"],
  [0, "II*\0", "tiff"],
  [0, "MM\0*", "tiff"],
  [0, "8BPS", "psd"],
  [0, "\0\0\x01\0", "ico"],
  [0, "\x1a\x45\xdf\xa3", "matroska"],
  [0, "OggS", "ogg"],
  [0, "fLaC", "flac"],
  [0, "#!AMR", "amr"],
  [0, "ID3", "mp3"],
  [0, "\x7fELF", "elf"],
  [0, "\xfe\xed\xfa\xce", "mach-o"],
  [0, "\xfe\xed\xfa\xcf", "mach-o"],
  [0, "\xce\xfa\xed\xfe", "mach-o"],
  [0, "\xcf\xfa\xed\xfe", "mach-o"],
  [0, "SQLite format 3\0", "sqlite"],
  [0, "age-encryption.org/v1\n", "age"],
  [0, "WARC/", "warc"],
  [257, "ustar", "tar"],
];

/** A member, an empty archive, and the marks that some programs write in front of the first member. */
const ZIP_STARTS = ["PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "PK00PK\x03\x04", "PK\x07\x08PK\x03\x04"];

const BRANDS: readonly (readonly [brand: RegExp, kind: FileKind])[] = [
  [/^avi[fs]/u, "avif"],
  [/^(?:hei[cxms]|hev[cxms]|mif1|msf1)/u, "heif"],
  [/^qt /u, "quicktime"],
  [/^3g[a-z0-9]/u, "3gp"],
  [/^M4[AB] /u, "m4a"],
];

/**
 * @param head - the first bytes, up to `HEAD_BYTES`.
 * @param isWhole - true when the head is the whole file: then a text may not end inside a character.
 */
export function sniffHead(head: Uint8Array, isWhole: boolean): FileKind {
  if (head.length === 0) return "empty";
  const text = Buffer.from(head).toString("latin1");
  for (const [offset, bytes, kind] of MAGIC) if (text.startsWith(bytes, offset)) return kind;
  return (
    sniffZip(text) ??
    sniffContainer(text) ??
    sniffProgram(text, head) ??
    sniffSound(head) ??
    sniffTar(head) ??
    sniffText(head, isWhole) ??
    "unknown"
  );
}

function sniffZip(text: string): FileKind | null {
  if (!ZIP_STARTS.some((start) => text.startsWith(start))) return null;
  const nameLength = text.charCodeAt(26) + 256 * text.charCodeAt(27);
  const extraLength = text.charCodeAt(28) + 256 * text.charCodeAt(29);
  const first = text.slice(30, 30 + nameLength);
  const content = text.slice(30 + nameLength + extraLength, 30 + nameLength + extraLength + 200);
  return kindOfZip([first], first === "mimetype" ? content : null);
}

/**
 * What a ZIP file is by the names of its members.
 *
 * @param mimetype - the beginning of a member `mimetype`, by which OpenDocument and EPUB say what they are.
 */
export function kindOfZip(names: readonly string[], mimetype: string | null): FileKind {
  if (mimetype?.startsWith("application/vnd.oasis.opendocument.text")) return "odt";
  if (mimetype?.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
  if (mimetype?.startsWith("application/vnd.oasis.opendocument.presentation")) return "odp";
  if (mimetype?.startsWith("application/epub+zip")) return "epub";
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has("[Content_Types].xml")) {
    if (has("word/")) return "docx";
    if (has("xl/")) return "xlsx";
    if (has("ppt/")) return "pptx";
  }
  if (has("META-INF/MANIFEST.MF")) return "jar";
  if (has("datapackage.json") && has("archive/")) return "wacz";
  return "zip";
}

function sniffContainer(text: string): FileKind | null {
  if (text.startsWith("RIFF")) {
    const form = text.slice(8, 12);
    return form === "WEBP" ? "webp" : form === "WAVE" ? "wav" : form === "AVI " ? "avi" : null;
  }
  if (text.slice(4, 8) !== "ftyp") return null;
  const brand = text.slice(8, 12);
  return BRANDS.find(([pattern]) => pattern.test(brand))?.[1] ?? "mp4";
}

function sniffProgram(text: string, head: Uint8Array): FileKind | null {
  // Two letters alone are too common in text: the rest must not be text.
  if (text.startsWith("MZ") && head.includes(0)) return "exe";
  if (text.startsWith("BM") && head.length >= 26 && text.slice(6, 10) === "\0\0\0\0") return "bmp";
  return text.startsWith("#!") ? "script" : null;
}

function sniffSound(head: Uint8Array): FileKind | null {
  const [first = 0, second = 0, third = 0] = head;
  // ISO/IEC 11172-3, 2.4.1.3: eleven bits of sync, then version, layer III, a bit rate and a sampling rate.
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2;
  return isFrame && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c ? "mp3" : null;
}

/** A tar file older than `ustar`: its first header's sum is right. */
function sniffTar(head: Uint8Array): FileKind | null {
  if (head.length < 512 || head[0] === 0) return null;
  const written = Buffer.from(head.subarray(148, 156)).toString("latin1");
  const sum = head.subarray(0, 512).reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte));
  return /^ *[0-7]+[ \0]/u.test(written) && Number.parseInt(written, 8) === sum ? "tar" : null;
}
