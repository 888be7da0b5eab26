/** Bytes to text: Unicode by its marks, other encodings as declared or, said aloud, as they look. */
import iconv from "iconv-lite";
import { InquestError } from "../core/index.ts";
import type { Notice } from "./list-import.ts";
import { toNotice } from "./problem.ts";

export interface DecodedText {
  /** Without a byte order mark. Where bytes could not be read it holds U+FFFD, which readers list as problems. */
  readonly text: string;
  /** Such as `utf-8`, `utf-16le`, `windows-1256`. */
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

const REPLACEMENT = "\ufffd";

/**
 * The text of a file.
 *
 * A byte order mark outweighs a declaration. Without either, the bytes are UTF-8 if they are valid as such, or
 * nearly (then the broken characters stay visible as U+FFFD); else UTF-16 if every other byte is zero; else
 * windows-1256 or windows-1252, by which letters it would give, and a notice says that this is a guess.
 *
 * @throws InquestError "intake/unknown-encoding" when the declared encoding is none that we have.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = markOf(bytes);
  if (marked !== null) {
    const text = decodeAs(bytes.subarray(marked.length), marked.encoding);
    const isOther = declared !== undefined && plain(declared) !== plain(marked.encoding);
    const params = { declared: declared ?? "", encoding: marked.encoding };
    return {
      text,
      encoding: marked.encoding,
      notices: isOther ? [toNotice("intake/encoding-mark", params)] : [],
    };
  }
  if (declared !== undefined)
    return { text: decodeAs(bytes, requireEncoding(declared)), encoding: declared, notices: [] };
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null && !strict.includes("\0")) return { text: strict, encoding: "utf-8", notices: [] };
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return guessed(decodeAs(bytes, wide), wide);
  if (strict !== null) return { text: strict, encoding: "utf-8", notices: [] };
  return decodeBroken(bytes);
}

/** Text that is not valid UTF-8: a damaged UTF-8 file, or one in an old single-byte encoding. */
function decodeBroken(bytes: Uint8Array): DecodedText {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const broken = count(lenient, /\ufffd/gu);
  const whole = count(lenient, /[^\0-\u007f\ufffd]/gu);
  if (whole >= 3 * broken)
    return {
      text: lenient,
      encoding: "utf-8",
      notices: [toNotice("intake/damaged-utf-8", { count: broken })],
    };
  const encoding = looksArabic(bytes) ? "windows-1256" : "windows-1252";
  return guessed(decodeAs(bytes, encoding), encoding);
}

function guessed(text: string, encoding: string): DecodedText {
  const sample = [...(/[^\0-\u007f]{2,}|[^\0-\u007f]/u.exec(text)?.[0] ?? "")].slice(0, 20).join("");
  return { text, encoding, notices: [toNotice("intake/encoding-guessed", { encoding, sample })] };
}

function markOf(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? { encoding: "utf-32le", length: 4 } : { encoding: "utf-16le", length: 2 };
  }
  return a === 0xfe && b === 0xff ? { encoding: "utf-16be", length: 2 } : null;
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: true,
  });
  // Half a UTF-16 pair has no UTF-8 form; it becomes visible as what it is, unreadable.
  return text.toWellFormed() + (/^utf-?16/u.test(encoding) && bytes.length % 2 === 1 ? REPLACEMENT : "");
}

function requireEncoding(name: string): string {
  if (iconv.encodingExists(name)) return name;
  throw new InquestError({
    code: "intake/unknown-encoding",
    reaction: "input",
    message: `The encoding "${name}" is not known. Write a name such as utf-8, utf-16le, windows-1256, windows-1252, iso-8859-6 or cp720 in the recipe.`,
    evidence: { encoding: name },
  });
}

/** UTF-16 without its mark: in text of any European column or digit, every other byte is zero. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 10;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : null;
}

/**
 * Arabic script writes whole words above 0x7F, western languages single letters among ASCII. Bytes that
 * windows-1252 leaves empty but Persian needs (پ چ ژ گ) speak for windows-1256 too.
 */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0;
  let joined = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) joined += 1;
  }
  return joined > high / 2;
}

function plain(encoding: string): string {
  return encoding.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
