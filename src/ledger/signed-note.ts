/** Text signed by Ed25519 keys in a form that people can read (C2SP signed-note). */
import { verify } from "node:crypto";
import { type Signer, toPublicKey } from "./actor-key.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { sha256 } from "./merkle/hash.ts";

/** A key that may sign notes under a name. */
export interface NoteKey {
  readonly name: string;
  /** The 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  /** The first 32 bits of SHA-256(name ‖ "\n" ‖ type ‖ public key). */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its final newline, without the blank line that follows. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteReport {
  /** At least one known key signed, and no signature by a known key is wrong. */
  readonly ok: boolean;
  /** Why not; null when ok. */
  readonly fault: string | null;
  /** The note when its form is right, whatever its signatures. */
  readonly note: Note | null;
  readonly verified: readonly NoteSignature[];
  /** Signatures by keys that were not given; they say nothing and the standard has them ignored. */
  readonly unverified: readonly NoteSignature[];
}

const ED25519_TYPE = 0x01;
const KEY_ID_BYTES = 4;
/** The standard demands at least 16; a limit keeps a hostile note from costing time. */
const MAX_SIGNATURES = 64;
const MAX_NOTE_BYTES = 1_000_000;

/** Signs a text, which must end in a newline. */
export function signNote(text: string, name: string, signer: Signer): string {
  const keyId = toKeyId({ name, publicKey: signer.publicKey });
  const signature = Buffer.concat([keyId, signer.sign(Buffer.from(text, "utf8"))]);
  return `${text}\n— ${name} ${encodeBase64(signature)}\n`;
}

/** Checks a note, byte by byte strict, against the keys that are trusted. Never throws. */
export function verifyNote(bytes: Uint8Array, keys: readonly NoteKey[]): NoteReport {
  const parsed = parseNote(bytes);
  if ("fault" in parsed) return { ok: false, fault: parsed.fault, note: null, verified: [], unverified: [] };
  const { note } = parsed;
  const signed = Buffer.from(note.text, "utf8");
  const verified: NoteSignature[] = [];
  const unverified: NoteSignature[] = [];
  for (const line of note.signatures) {
    const key = keys.find(
      (known) => known.name === line.name && Buffer.compare(toKeyId(known), line.keyId) === 0,
    );
    if (key === undefined) {
      unverified.push(line);
    } else if (verify(null, signed, toPublicKey(key.publicKey), line.signature)) {
      verified.push(line);
    } else {
      return { ok: false, fault: `the signature of ${line.name} is wrong`, note, verified, unverified };
    }
  }
  const ok = verified.length > 0;
  return { ok, fault: ok ? null : "no known key signed it", note, verified, unverified };
}

/** Reads the form of a note, or says why it is none; no signature is checked. */
export function parseNote(bytes: Uint8Array): { readonly note: Note } | { readonly fault: string } {
  if (bytes.length > MAX_NOTE_BYTES) return { fault: `longer than ${MAX_NOTE_BYTES} bytes` };
  const content = decodeUtf8(bytes);
  if (content === null) return { fault: "not UTF-8" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  if (/[\u0000-\u0009\u000b-\u001f]/u.test(content)) return { fault: "a control character" };
  const split = content.lastIndexOf("\n\n");
  if (split < 0) return { fault: "no blank line before the signatures" };
  const lines = content.slice(split + 2).split("\n");
  if (lines.pop() !== "") return { fault: "no newline at its end" };
  if (lines.length === 0) return { fault: "no signature" };
  if (lines.length > MAX_SIGNATURES) return { fault: `more than ${MAX_SIGNATURES} signatures` };
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return { fault: `"${line}" is no signature line` };
    signatures.push(signature);
  }
  return { note: { text: content.slice(0, split + 1), signatures } };
}

/** The text by which a key is handed on: `<name>+<key id>+<base64 of type and key>`. */
export function toVerifierKey(key: NoteKey): string {
  const id = Buffer.from(toKeyId(key)).toString("hex");
  return `${key.name}+${id}+${encodeBase64(Buffer.concat([Buffer.of(ED25519_TYPE), key.publicKey]))}`;
}

/** Reads such a text; null when it is none, is of another type, or its key id is not that of its key. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [name, , ...rest] = text.split("+");
  const typed = decodeBase64(rest.join("+"));
  if (name === undefined || !isKeyName(name) || typed?.length !== 33 || typed[0] !== ED25519_TYPE)
    return null;
  const key = { name, publicKey: typed.subarray(1) };
  return toVerifierKey(key) === text ? key : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [dash, name, base64, ...more] = line.split(" ");
  if (dash !== "—" || name === undefined || base64 === undefined || more.length > 0) return null;
  const bytes = decodeBase64(base64);
  if (!isKeyName(name) || bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

function isKeyName(name: string): boolean {
  return /^[^\s\u0085+]+$/u.test(name);
}

function toKeyId({ name, publicKey }: NoteKey): Uint8Array {
  return sha256(
    Buffer.concat([Buffer.from(`${name}\n`, "utf8"), Buffer.of(ED25519_TYPE), publicKey]),
  ).subarray(0, KEY_ID_BYTES);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
