/** Bytes that are written as letters within a text: base64, hexadecimal. */
import { HEAD_BYTES, sniffHead } from "../../intake/index.ts";

/**
 * Shorter runs hold no name of two words. Longer ones are read in pieces: without an end to its repetitions an expression runs
 * out of stack over megabytes of such lines.
 */
const BASE64 = /[A-Za-z0-9+/_-]{60,}(?:\r?\n[A-Za-z0-9+/_-]+){1,1000}={0,2}|[A-Za-z0-9+/_-]{10,}={0,2}/gu;
const HEX = /(?:[0-9a-f]{2}[ \r\n]{0,2}){6,8192}/giu;
/** A sum written in hexadecimal is no text; its bytes are not looked into twice. */
const LONGEST_SUM_BYTES = 64;

/** What is worth looking into: texts, and files of a kind that is known. */
export function* innerBytes(text: string): Generator<Uint8Array> {
  for (const [run] of text.matchAll(BASE64)) {
    const bytes = Buffer.from(run.replace(/[\r\n]/gu, ""), "base64");
    if (isTelling(bytes)) yield bytes;
  }
  for (const [run] of text.matchAll(HEX)) {
    const bytes = Buffer.from(run.replace(/[ \r\n]/gu, ""), "hex");
    if (isTelling(bytes)) yield bytes;
  }
}

function isTelling(bytes: Buffer): boolean {
  if (isUtf16(bytes)) return true;
  const head = bytes.subarray(0, HEAD_BYTES);
  const kind = sniffHead(head, bytes.length <= HEAD_BYTES);
  if (kind === "unknown" || kind === "empty") return bytes.length > LONGEST_SUM_BYTES * 8;
  if (kind !== "text") return true;
  // Any word of a text is base64 of something: only UTF-8 is taken for a text in its turn.
  return new TextDecoder().decode(head).match(/\ufffd/gu) === null;
}

/** Every other byte tells the block, zero for Latin letters and few others for any script. */
function isUtf16(bytes: Buffer): boolean {
  if (bytes.length < 8) return false;
  return [0, 1].some((odd) => {
    const blocks = bytes.subarray(0, 64).filter((_, at) => at % 2 === odd);
    return blocks.every((block) => block <= 0x07 || block === 0x20);
  });
}
