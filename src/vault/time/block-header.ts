/** Headers of Bitcoin blocks, as the user brings them: 80 bytes each, whose hash shows the work done for it. */
import { createHash } from "node:crypto";
import { malformed } from "./malformed.ts";

export interface BlockHeader {
  /** As the user's file says; null when it does not. Nothing in a header tells its height. */
  readonly height: number | null;
  /** As explorers show it: reversed, in hexadecimal. */
  readonly hash: string;
  readonly previous: string;
  /** As it stands in the header; explorers show it reversed. */
  readonly merkleRoot: Uint8Array;
  /** The miner's clock, milliseconds since 1970; true to about two hours. */
  readonly timeMs: number;
  /** Binary logarithm of the hashes that finding such a header takes. */
  readonly workBits: number;
}

const HEADER_BYTES = 80;
const MAX_HEADERS = 2_000_000;

/**
 * Reads headers: a file of bytes, 80 each, or text with one a line in hexadecimal, where the height may stand
 * before it and `#` begins a remark.
 *
 * @throws InquestError "vault/timestamp-malformed" with the line, also when a header's hash does not meet the
 *   target that it states: such a header was never a block.
 */
export function readBlockHeaders(bytes: Uint8Array): BlockHeader[] {
  if (!isText(bytes)) {
    if (bytes.length % HEADER_BYTES !== 0 || bytes.length > MAX_HEADERS * HEADER_BYTES)
      throw malformed(`${bytes.length} bytes of block headers, which have ${HEADER_BYTES} each`);
    return Array.from({ length: bytes.length / HEADER_BYTES }, (_, index) =>
      toBlockHeader(
        bytes.subarray(index * HEADER_BYTES, (index + 1) * HEADER_BYTES),
        null,
        index * HEADER_BYTES,
      ),
    );
  }
  const headers: BlockHeader[] = [];
  for (const [index, line] of Buffer.from(bytes).toString("latin1").split(/\r?\n/u).entries()) {
    const text = line.replace(/#.*/u, "").trim();
    if (text === "") continue;
    const [, height, hex = ""] = /^(?:(\d{1,9})[\s,:]+)?([0-9a-fA-F]{160})$/u.exec(text) ?? [];
    if (hex === "") throw malformed(`line ${index + 1} of the block headers is no header`);
    headers.push(
      toBlockHeader(Buffer.from(hex, "hex"), height === undefined ? null : Number(height), index + 1),
    );
  }
  return headers;
}

/** @param place - byte or line, for the error. */
function toBlockHeader(raw: Uint8Array, height: number | null, place: number): BlockHeader {
  const view = Buffer.from(raw);
  const hash = createHash("sha256").update(createHash("sha256").update(raw).digest()).digest().reverse();
  const target = toTarget(view.readUInt32LE(72));
  if (target <= 0n || BigInt(`0x${hash.toString("hex")}`) > target)
    throw malformed(`a block header whose hash ${hash.toString("hex")} does not meet its own target`, place);
  return {
    height,
    hash: hash.toString("hex"),
    previous: Buffer.from(raw.subarray(4, 36)).reverse().toString("hex"),
    merkleRoot: Uint8Array.from(raw.subarray(36, 68)),
    timeMs: view.readUInt32LE(68) * 1000,
    workBits: 256 - Math.log2(Number(target)),
  };
}

/** The compact form of Bitcoin: one byte of exponent, three of mantissa. */
function toTarget(compact: number): bigint {
  const exponent = compact >>> 24;
  const mantissa = BigInt(compact & 0x7fffff);
  if ((compact & 0x800000) !== 0 || exponent > 32) return 0n;
  return exponent <= 3 ? mantissa >> BigInt(8 * (3 - exponent)) : mantissa << BigInt(8 * (exponent - 3));
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) => byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f),
  );
}
