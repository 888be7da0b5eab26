/** Cosignatures: a witness says that it saw this checkpoint continue the last one (C2SP tlog-cosignature). */
import { verify } from "node:crypto";
import { toPublicKey } from "../actor-key.ts";
import { decodeBase64, encodeBase64 } from "../base64.ts";
import { isWeak } from "../key-ring.ts";
import { sha256, toHex } from "../merkle/hash.ts";
import type { Note, NoteSignature } from "../signed-note.ts";
import { toLine } from "./released.ts";

/** A witness as its operator makes it known: name and Ed25519 key. */
export interface WitnessKey {
  readonly name: string;
  /** The 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
}

/** A signature line that is not by a key of the log. */
export interface Cosignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** Seconds since 1970 that a `cosignature/v1` claims; null for a line of another kind. */
  readonly atSeconds: number | null;
  /** unknown: no key of this witness was given, so the line proves nothing yet. */
  readonly standing: "verified" | "unknown" | "wrong";
  /** The witness's verifier key when it was given. */
  readonly key: string | null;
  /** The line itself, without its newline. */
  readonly line: string;
}

/** Signature type of `cosignature/v1` in key ids and verifier keys. */
const COSIGNATURE_TYPE = 0x04;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** Reads a verifier key of type 04; null when it is none, has a weak key, or its id is not that of its key. */
export function parseWitnessKey(text: string): WitnessKey | null {
  const [name, , ...rest] = text.split("+");
  const typed = decodeBase64(rest.join("+"));
  if (name === undefined || !/^[^\s\u0085+]+$/u.test(name)) return null;
  if (typed?.length !== 33 || typed[0] !== COSIGNATURE_TYPE) return null;
  const key = { name, publicKey: typed.subarray(1) };
  return toWitnessKeyText(key) === text && !isWeak(key.publicKey) ? key : null;
}

/** The verifier key of a witness: `<name>+<key id>+<base64 of 04 and key>`. */
export function toWitnessKeyText(key: WitnessKey): string {
  const typed = Buffer.concat([Buffer.of(COSIGNATURE_TYPE), key.publicKey]);
  return `${key.name}+${toHex(toWitnessKeyId(key))}+${encodeBase64(typed)}`;
}

/** The first 4 bytes of SHA-256(name ‖ newline ‖ 04 ‖ key). */
export function toWitnessKeyId({ name, publicKey }: WitnessKey): Uint8Array {
  const named = Buffer.from(`${name}\n`, "utf8");
  return sha256(Buffer.concat([named, Buffer.of(COSIGNATURE_TYPE), publicKey])).subarray(0, 4);
}

/** The text that a witness signs at a time: header, time, and the checkpoint's own text. */
export function toCosignedText(noteText: string, atSeconds: number): string {
  return `cosignature/v1\ntime ${atSeconds}\n${noteText}`;
}

/**
 * Judges signature lines as cosignatures of a note; those of the log's own keys are left out by the caller.
 * A line whose witness is given and whose signature does not hold is `wrong`, as for any known key.
 */
export function readCosignatures(
  note: Pick<Note, "text">,
  lines: readonly NoteSignature[],
  witnesses: readonly WitnessKey[],
): Cosignature[] {
  return lines.map((line) => {
    const keyId = toHex(line.keyId);
    const atSeconds = timeOf(line.signature);
    const known = witnesses.find((each) => each.name === line.name && toHex(toWitnessKeyId(each)) === keyId);
    const base = { name: line.name, keyId, atSeconds, line: toLine(line) };
    if (known === undefined) return { ...base, standing: "unknown", key: null };
    const holds = atSeconds !== null && isCosignedBy(note.text, line, { key: known, atSeconds });
    return { ...base, standing: holds ? "verified" : "wrong", key: toWitnessKeyText(known) };
  });
}

function isCosignedBy(
  text: string,
  { signature }: NoteSignature,
  { key, atSeconds }: { readonly key: WitnessKey; readonly atSeconds: number },
): boolean {
  const signed = Buffer.from(toCosignedText(text, atSeconds), "utf8");
  return verify(null, signed, toPublicKey(key.publicKey), signature.subarray(TIME_BYTES));
}

/** The time within a line of the form of `cosignature/v1`; null for other lengths and for times beyond 2^53. */
function timeOf(signature: Uint8Array): number | null {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const seconds = Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE();
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : null;
}
