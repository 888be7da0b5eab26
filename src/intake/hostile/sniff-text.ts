/** Whether bytes are text, and which of the kinds of text that a program would act on. */
import type { FileKind } from "./kinds.ts";

/** Tags by which browsers take bytes for HTML, wherever in the beginning they stand (WHATWG MIME Sniffing, 7.1). */
const HTML_START =
  /^(?:<!--[\s\S]*?(?:-->\s*|$))*<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|base|form|img)[\s>/]/iu;

const EMAIL_START =
  /^(?:From \S+ .*\r?\n)?(?:(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|To|Date|Subject|X-[\w-]+): ?.*\r?\n(?:[ \t]+.*\r?\n)*){2}/iu;

/** The kind of a text, or null for bytes that are none. */
export function sniffText(head: Uint8Array, isWhole: boolean): FileKind | null {
  const text = decodeHead(head, isWhole);
  if (text === null) return null;
  const start = text.replace(/^\ufeff/u, "").trimStart();
  if (start.startsWith("WARC/")) return "warc";
  if (HTML_START.test(start)) return "html";
  if (start.startsWith("<")) return sniffMarkup(start);
  if (/^[[{]/u.test(start) && /^(?:\[\s*(?:[[{"\]\d-]|true|false|null)|\{\s*["}])/u.test(start))
    return "json";
  if (EMAIL_START.test(start)) return "email";
  return "text";
}

/** Reads a text whose encoding is given by a mark, by zero bytes at every other place, or is UTF-8 or 8-bit. */
export function decodeHead(head: Uint8Array, isWhole: boolean): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", head);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", head);
  if (first === 0 && second === 0x3c) return decodeAs("utf-16be", head);
  if (first === 0x3c && second === 0) return decodeAs("utf-16le", head);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: !isWhole });
    return isPlain(text) ? text : null;
  } catch {
    // Old lists in 8-bit encodings of Persian and Arabic are text too: no control characters.
    const text = Buffer.from(head).toString("latin1");
    return isPlain(text) ? text : null;
  }
}

/** Tags that a browser would act on, anywhere in these bytes. */
export function hasHtml(bytes: Uint8Array): boolean {
  return /<(?:!doctype\s+html|html|script|iframe|body|svg|object|embed|meta|img)[\s>/]/iu.test(
    Buffer.from(bytes).toString("latin1"),
  );
}

function sniffMarkup(start: string): FileKind | null {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)[\s>/]/u.exec(start.replace(/<!--[\s\S]*?-->/gu, ""));
  const name = root?.[1]?.toLowerCase();
  if (name === "svg") return "svg";
  if (name === "html") return "html";
  if (start.startsWith("<?xml") || start.startsWith("<!DOCTYPE") || name !== undefined) return "xml";
  return "text";
}

function decodeAs(encoding: string, head: Uint8Array): string | null {
  const text = new TextDecoder(encoding).decode(head);
  return isPlain(text) ? text : null;
}

function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/gu)?.length ?? 0;
  // A stray control character does not make a list of names a program; a zero byte does.
  return !text.includes("\0") && controls * 100 <= text.length;
}
