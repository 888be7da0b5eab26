/** m-of-n recovery: the case key split into shares that people write on paper (Shamir over GF(2^8)). */
import { createHash } from "node:crypto";
import { combine, split } from "shamir-secret-sharing";
import { InquestError } from "../../core/index.ts";
import { type KeyPair, secretBytesOf, toKeyPair } from "../age/index.ts";

const VERSION = 1;
const HEAD_BYTES = 5;
const CHECK_BYTES = 4;
const SHARE_BYTES = 33;
const GROUP = 4;
/** Crockford's base 32: no I, L, O, U, so that nobody misreads a sheet. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** One sheet. */
export interface Share {
  readonly generation: number;
  /** Shares that are needed. */
  readonly threshold: number;
  /** Shares that were made. */
  readonly count: number;
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** @throws RangeError unless 2 ≤ threshold ≤ count ≤ 255. */
export async function splitKey(
  { key, generation }: { readonly key: KeyPair; readonly generation: number },
  { threshold, count }: { readonly threshold: number; readonly count: number },
): Promise<Share[]> {
  if (threshold < 2 || count < threshold || count > 255)
    throw new RangeError("shares: 2 ≤ threshold ≤ count ≤ 255");
  const parts = await split(secretBytesOf(key.secret), count, threshold);
  return parts.map((bytes, index) => ({ generation, threshold, count, number: index + 1, bytes }));
}

/** A share as it is printed: groups of four, the last of which holds a checksum over all. */
export function formatShare({ generation, threshold, count, number, bytes }: Share): string {
  const head = Uint8Array.of(VERSION, generation & 0xff, threshold, count, number);
  const body = Buffer.concat([head, bytes]);
  const text = encodeBase32(Buffer.concat([body, checkOf(body)]));
  return (text.match(new RegExp(`.{1,${GROUP}}`, "gu")) ?? []).join("-");
}

/**
 * A share as somebody typed it: case, spaces, hyphens and the letters that look like digits are forgiven.
 *
 * @throws InquestError "vault/share-damaged" (reaction input) saying that it was mistyped, never its letters.
 */
export function parseShare(text: string): Share {
  const bytes = decodeBase32(text);
  const body = bytes?.subarray(0, HEAD_BYTES + SHARE_BYTES) ?? new Uint8Array();
  const isWhole =
    bytes?.length === HEAD_BYTES + SHARE_BYTES + CHECK_BYTES &&
    body[0] === VERSION &&
    Buffer.compare(checkOf(body), bytes.subarray(body.length)) === 0;
  if (!isWhole) {
    throw new InquestError({
      code: "vault/share-damaged",
      reaction: "input",
      message:
        "A recovery share does not hold together: a letter is wrong or missing. Compare it with its sheet, group by group.",
    });
  }
  const [, generation = 0, threshold = 0, count = 0, number = 0] = body;
  return { generation, threshold, count, number, bytes: new Uint8Array(body.subarray(HEAD_BYTES)) };
}

/**
 * The case key from shares.
 *
 * @param isRight - the public half as the ledger records it, or a test that only the right key passes: the method
 *   itself gives a wrong key without a word when shares are too few or of another key.
 * @throws InquestError "vault/shares-too-few", "vault/shares-mixed", "vault/shares-wrong" (reaction input).
 */
export async function joinShares(
  shares: readonly Share[],
  isRight: string | ((key: KeyPair) => Promise<boolean>),
): Promise<KeyPair> {
  const [first] = shares;
  const different = [...new Map(shares.map((share) => [share.number, share])).values()];
  if (first === undefined || different.length < first.threshold) {
    const need = first?.threshold ?? 2;
    throw shareError(
      "vault/shares-too-few",
      `${different.length} different shares were given; ${need} are needed.`,
    );
  }
  if (
    different.some((share) => share.threshold !== first.threshold || share.generation !== first.generation)
  ) {
    throw shareError("vault/shares-mixed", "The shares are not of one key. Use sheets of one printing.");
  }
  const key = toKeyPair(await combine(different.map(({ bytes }) => bytes)));
  if (typeof isRight === "string" ? key.recipient === isRight : await isRight(key)) return key;
  throw shareError(
    "vault/shares-wrong",
    "The shares give another key than this case has. They are of another case or of an earlier key.",
  );
}

function shareError(code: string, message: string): InquestError {
  return new InquestError({ code, reaction: "input", message });
}

function checkOf(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECK_BYTES);
}

function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

function decodeBase32(text: string): Uint8Array | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s-]+/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/gu, "1");
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of plain) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Uint8Array.from(bytes) : null;
}
