/** The payload of an age file: STREAM over chunks of 64 KiB (C2SP age, "Payload"). */
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { inChunks } from "./chunks.ts";
import { ageError } from "./fault.ts";
import type { Random } from "./recipient.ts";

export const NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
const CIPHER = "chacha20-poly1305";
/** Chunks that are sealed before they are given on together: fewer, larger writes. */
const CHUNKS_TOGETHER = 16;

/** Bytes on their way into or out of a payload. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes of the payload of so many bytes of plaintext. */
export function payloadSize(plainBytes: number): number {
  return NONCE_BYTES + plainBytes + TAG_BYTES * Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES));
}

/** Nonce and ciphertext; memory holds a megabyte. Each piece given is a buffer of its own. */
export async function* encryptPayload(
  source: ByteSource,
  fileKey: Uint8Array,
  random: Random,
): AsyncGenerator<Uint8Array> {
  const nonce = random(NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  let done: Uint8Array[] = [nonce];
  let index = 0;
  // One chunk behind, since the last is marked as such; it is empty only when there is nothing at all.
  const waiting = Buffer.allocUnsafe(CHUNK_BYTES);
  let waitingBytes = -1;
  for await (const chunk of inChunks(toPieces(source), CHUNK_BYTES)) {
    if (waitingBytes >= 0) done.push(...sealChunk(key, { index: index++, isLast: false }, waiting));
    waiting.set(chunk);
    waitingBytes = chunk.length;
    if (done.length < 2 * CHUNKS_TOGETHER) continue;
    yield Buffer.concat(done);
    done = [];
  }
  done.push(...sealChunk(key, { index, isLast: true }, waiting.subarray(0, Math.max(0, waitingBytes))));
  yield Buffer.concat(done);
}

/**
 * The plaintext. No byte is given before the chunk that holds it was checked; that the end is the end is known
 * only once the iteration ends without an error.
 *
 * @throws InquestError "vault/age-payload"; "vault/age-header" when it ends within its nonce.
 */
export async function* decryptPayload(source: ByteSource, fileKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const { nonce, rest } = await takeNonce(toPieces(source));
  const key = payloadKey(fileKey, nonce);
  let index = 0;
  let hasEnded = false;
  for await (const chunk of inChunks(rest, SEALED_BYTES)) {
    if (hasEnded) throw ageError("vault/age-payload", "bytes follow its last chunk");
    // A full chunk may be the last or not; only what it was sealed as opens.
    const middle = chunk.length === SEALED_BYTES ? openChunk(key, { index, isLast: false }, chunk) : null;
    const plain = middle ?? openChunk(key, { index, isLast: true }, chunk);
    if (plain === null) throw ageError("vault/age-payload", `chunk ${index} is not what was written`);
    hasEnded = middle === null;
    if (hasEnded && index > 0 && plain.length === 0)
      throw ageError("vault/age-payload", "its last chunk is empty");
    yield plain;
    index += 1;
  }
  if (!hasEnded) throw ageError("vault/age-payload", "its end is missing");
}

/** The same as `encryptPayload` for bytes in memory, at once. */
export function encryptBytes(plain: Uint8Array, fileKey: Uint8Array, random: Random): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  const count = Math.max(1, Math.ceil(plain.length / CHUNK_BYTES));
  const parts: Uint8Array[] = [nonce];
  for (let index = 0; index < count; index++) {
    const chunk = plain.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    parts.push(...sealChunk(key, { index, isLast: index === count - 1 }, chunk));
  }
  return Buffer.concat(parts);
}

/** @throws InquestError "vault/age-payload" or "vault/age-header", and then nothing of the plaintext is given. */
export function decryptBytes(payload: Uint8Array, fileKey: Uint8Array): Uint8Array {
  if (payload.length < NONCE_BYTES) throw ageError("vault/age-header", "the nonce of its payload is cut");
  const key = payloadKey(fileKey, payload.subarray(0, NONCE_BYTES));
  const sealed = payload.subarray(NONCE_BYTES);
  const count = Math.max(1, Math.ceil(sealed.length / SEALED_BYTES));
  const parts: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const chunk = sealed.subarray(index * SEALED_BYTES, (index + 1) * SEALED_BYTES);
    const plain = openChunk(key, { index, isLast: index === count - 1 }, chunk);
    if (plain === null || (index > 0 && plain.length === 0))
      throw ageError("vault/age-payload", `chunk ${index} is not what was written`);
    parts.push(plain);
  }
  return Buffer.concat(parts);
}

/**
 * The key of one payload: HKDF-SHA256(file key, salt = nonce, info = "payload"). It says nothing about the file key,
 * so it can be handed on with a proof about this payload alone.
 */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

interface Place {
  readonly index: number;
  readonly isLast: boolean;
}

function sealChunk(key: Uint8Array, place: Place, plain: Uint8Array): [Uint8Array, Uint8Array] {
  const cipher = createCipheriv(CIPHER, key, nonceOf(place), { authTagLength: TAG_BYTES });
  const sealed = cipher.update(plain);
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** Null when the chunk is not the one that was written at this place. */
function openChunk(key: Uint8Array, place: Place, sealed: Uint8Array): Uint8Array | null {
  const end = sealed.length - TAG_BYTES;
  if (end < 0) return null;
  const decipher = createDecipheriv(CIPHER, key, nonceOf(place), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return plain;
  } catch {
    // What was not authenticated must not lie around in memory.
    plain.fill(0);
    return null;
  }
}

/** Eleven bytes of counter and one that marks the last chunk. */
function nonceOf({ index, isLast }: Place): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Pieces of a size that keeps memory flat, whatever is given. */
async function* toPieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!(source instanceof Uint8Array)) yield* source;
  else for (let at = 0; at < source.length; at += 1 << 20) yield source.subarray(at, at + (1 << 20));
}

async function takeNonce(pieces: AsyncGenerator<Uint8Array>) {
  let head: Uint8Array = new Uint8Array();
  while (head.length < NONCE_BYTES) {
    const next = await pieces.next();
    if (next.done === true) throw ageError("vault/age-header", "the nonce of its payload is cut");
    head = Buffer.concat([head, next.value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield head.subarray(NONCE_BYTES);
    yield* pieces;
  }
  return { nonce: head.subarray(0, NONCE_BYTES), rest: rest() };
}
