/**
 * One XML part of a workbook, read strictly and piece by piece: a part that is not well-formed, has a document type
 * declaration, or is written in anything but UTF-8 or UTF-16 is refused (ISO/IEC 29500-2, 8.1.4).
 */
import { SaxesParser } from "saxes";
import { Refused } from "../hostile/report.ts";

/** Names come without their prefix: parts of a workbook hold one vocabulary each where it matters. */
export interface PartHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export type Attributes = Readonly<Record<string, string>>;

export interface XmlPart {
  /** For messages. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where in the workbook the reading is, such as a sheet and its row; null outside of any. */
  readonly where?: () => string | null;
}

/**
 * Reads a part to its end.
 *
 * @param nesting - how deep elements may stand inside each other.
 * @throws Refused "intake/workbook-broken" naming part and place; what the handler throws.
 */
export async function readXmlPart(part: XmlPart, handler: PartHandler, nesting: number): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = (fault: string): never => {
    throw brokenPart(part, fault);
  };
  // Without the parser's own place in front: it is told in words.
  parser.on("error", (error) =>
    fail(`${error.message.replace(/^\d+:\d+: /u, "")} (line ${parser.line}, column ${parser.column})`),
  );
  parser.on("doctype", () => fail("it has a document type declaration, which no workbook has."));
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?(?:8|16)$/iu.test(encoding))
      fail(`it says that it is written in ${encoding}; workbooks are written in UTF-8 or UTF-16.`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > nesting) fail(`its elements are nested deeper than ${nesting} levels.`);
    handler.open(withoutPrefix(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(withoutPrefix(name));
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  let decoder: ReturnType<typeof decoderFor> | null = null;
  try {
    for await (const chunk of part.bytes) {
      decoder ??= decoderFor(chunk);
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder?.decode() ?? "");
    parser.close();
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      fail("it holds bytes that are no text of its encoding.");
    throw error;
  }
}

/** A workbook that cannot be read, with the place. */
export function brokenPart({ name, where }: Pick<XmlPart, "name" | "where">, fault: string): Refused {
  const place = where?.() ?? null;
  return new Refused("intake/workbook-broken", {
    place: place === null ? name : `${place} (${name})`,
    fault,
  });
}

/** An attribute by its name without prefix, such as `id` for `r:id`; those without one go first. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`) && !each.startsWith("xmlns"));
  return key === undefined ? undefined : attributes[key];
}

/** ST_Boolean of 22.9.2.1 and of XML Schema. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Texts keep what XML cannot hold as `_x000D_` (ST_Xstring, 22.9.2.19); half a pair of UTF-16 becomes U+FFFD. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .toWellFormed();
}

function withoutPrefix(name: string): string {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
}

function decoderFor(first: Uint8Array) {
  const [a, b] = first;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true });
}
