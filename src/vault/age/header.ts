/** The header of an age file: who can open it, and a seal over that (C2SP age, "Header"). */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { decodeUnpadded, encodeUnpadded } from "./base64.ts";
import { ageError } from "./fault.ts";

const VERSION = "age-encryption.org/v1";
const MAC_MARK = "---";
const COLUMNS = 64;
const MAC_BYTES = 32;
/** A header names people, not content: a longer one is an attack. */
const MAX_HEADER_BYTES = 1 << 20;

/** One way to the file key. */
export interface Stanza {
  /** The kind, then its arguments. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

export interface ParsedHeader {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** What the seal covers: everything up to and with its mark. */
  readonly sealed: Uint8Array;
  /** Bytes of the header with its last line end; the payload begins there. */
  readonly length: number;
}

/** The bytes of a header that gives the file key through each stanza. */
export function formatHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array {
  const lines = stanzas.map(({ args, body }) => `-> ${args.join(" ")}\n${wrap(encodeUnpadded(body))}\n`);
  const sealed = `${VERSION}\n${lines.join("")}${MAC_MARK}`;
  return Buffer.from(`${sealed} ${encodeUnpadded(macOf(fileKey, Buffer.from(sealed)))}\n`);
}

/**
 * Parses the header at the start of some bytes, strictly: what age would not write is refused.
 *
 * @throws InquestError "vault/age-header".
 */
export function parseHeader(bytes: Uint8Array): ParsedHeader {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER_BYTES));
  let at = 0;
  const nextLine = (): string => {
    const end = text.indexOf(10, at);
    if (end < 0) throw ageError("vault/age-header", "the header has no end");
    const line = text.toString("latin1", at, end);
    at = end + 1;
    return line;
  };
  if (nextLine() !== VERSION) throw ageError("vault/age-header", "it is no age file of version 1");
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = at;
    const line = nextLine();
    if (line.startsWith("-> ")) {
      stanzas.push({ args: parseArgs(line), body: parseBody(nextLine) });
      continue;
    }
    const mac = line.startsWith(`${MAC_MARK} `) ? decodeUnpadded(line.slice(MAC_MARK.length + 1)) : null;
    if (mac?.length !== MAC_BYTES || stanzas.length === 0)
      throw ageError("vault/age-header", "a line of the header is malformed");
    const sealed = new Uint8Array(text.subarray(0, start + MAC_MARK.length));
    return { stanzas, mac, sealed, length: at };
  }
}

/** Whether the header is the one that was written with this file key. */
export function isMacOf(fileKey: Uint8Array, { sealed, mac }: ParsedHeader): boolean {
  return timingSafeEqual(macOf(fileKey, sealed), mac);
}

function macOf(fileKey: Uint8Array, sealed: Uint8Array): Buffer {
  const key = new Uint8Array(hkdfSync("sha256", fileKey, new Uint8Array(), "header", 32));
  return createHmac("sha256", key).update(sealed).digest();
}

function parseArgs(line: string): string[] {
  const args = line.slice(3).split(" ");
  if (args.every((arg) => /^[\x21-\x7e]+$/u.test(arg))) return args;
  throw ageError("vault/age-header", "the arguments of a stanza are malformed");
}

/** Lines of 64 columns and one that is shorter, which may be empty. */
function parseBody(nextLine: () => string): Uint8Array {
  let encoded = "";
  for (;;) {
    const line = nextLine();
    if (line.length > COLUMNS) throw ageError("vault/age-header", "a line of a stanza is too long");
    encoded += line;
    if (line.length < COLUMNS) break;
  }
  const body = decodeUnpadded(encoded);
  if (body === null) throw ageError("vault/age-header", "the body of a stanza is not canonical base64");
  return body;
}

function wrap(encoded: string): string {
  const lines: string[] = [];
  for (let at = 0; at <= encoded.length; at += COLUMNS) lines.push(encoded.slice(at, at + COLUMNS));
  return lines.join("\n");
}
