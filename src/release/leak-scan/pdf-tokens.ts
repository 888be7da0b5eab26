/** The letters of a PDF as the things they spell (ISO 32000-2, 7.2, 7.3). */

export type PdfToken =
  /** Its bytes, a character each. */
  | { readonly is: "string"; readonly bytes: string }
  /** A number, name, operator, or the mark of an array or dictionary. */
  | { readonly is: "word"; readonly word: string };

const WORD = /\/[^\s()<>[\]{}/%]*|<<|>>|[[\]{}]|[^\s()<>[\]{}/%]+/uy;
const HEX = /<([0-9a-fA-F\s]*)>/uy;
const SKIPPED = /(?:\s+|%[^\r\n]*)+/uy;

export function* pdfTokens(text: string): Generator<PdfToken> {
  for (let at = 0; at < text.length; ) {
    const skipped = matchAt(SKIPPED, text, at);
    if (skipped !== null) {
      at += skipped[0].length;
      continue;
    }
    if (text[at] === "(") {
      const end = endOfLiteral(text, at);
      yield { is: "string", bytes: unescapeLiteral(text.slice(at + 1, end)) };
      at = end + 1;
      continue;
    }
    const hex = matchAt(HEX, text, at);
    if (hex !== null) {
      const digits = (hex[1] ?? "").replace(/\s/gu, "");
      const even = digits.length % 2 === 0 ? digits : `${digits}0`;
      yield { is: "string", bytes: Buffer.from(even, "hex").toString("latin1") };
      at += hex[0].length;
      continue;
    }
    const word = matchAt(WORD, text, at)?.[0];
    if (word !== undefined) yield { is: "word", word };
    at += word?.length ?? 1;
  }
}

/** The words of a text string: UTF-16 or UTF-8 by its mark, else the encoding of documents, or UTF-8 that says nothing. */
export function* textsOfString(bytes: string): Generator<string> {
  const raw = Buffer.from(bytes, "latin1");
  if (bytes.startsWith("\xfe\xff")) yield new TextDecoder("utf-16be").decode(raw);
  else if (bytes.startsWith("\xff\xfe")) yield new TextDecoder("utf-16le").decode(raw);
  else {
    yield bytes;
    if (/[\x80-\xff]/u.test(bytes)) yield new TextDecoder().decode(raw);
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Brackets within a string stand in pairs or behind a backslash. */
function endOfLiteral(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescapeLiteral(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/gu, (_, octal?: string, sign?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    // A backslash at the end of a line joins the two.
    return sign === undefined || sign === "\n" || sign === "\r" ? "" : (ESCAPES[sign] ?? sign);
  });
}
