/** Signed notes, checkpoints and cosignatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature). */
import { readBase64, readUtf8, sha256 } from "./bytes.ts";
import { faultOfKey, isSigned, toKey } from "./public-key.ts";

export interface NoteKey {
  readonly name: string;
  /** 1: Ed25519 over the text; 4: a witness, over the text and a time. */
  readonly type: 1 | 4;
  readonly publicKey: Buffer;
}

export interface NoteLine {
  readonly name: string;
  /** 8 hex digits. */
  readonly keyId: string;
  readonly payload: Buffer;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly root: string;
  /** The three lines that are signed. */
  readonly text: string;
  readonly lines: readonly NoteLine[];
}

/** A checkpoint's note, exact to the byte, or what is wrong with it. Signatures are not checked yet. */
export function readCheckpoint(bytes: Buffer): Checkpoint | string {
  if (bytes.length > 1_000_000) return "more than 1,000,000 bytes";
  const note = readUtf8(bytes);
  if (note === null) return "not UTF-8";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signed notes may hold none but the newline.
  if (/[\u0000-\u0009\u000b-\u001f]/u.test(note)) return "a control character";
  const match = /^(([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]{44})\n)\n((?:[^\n]+\n)+)$/u.exec(note);
  if (match === null) return "not three lines, a blank line and signatures";
  const [, text = "", origin = "", digits = "", root64 = "", rest = ""] = match;
  const root = readBase64(root64);
  if (root?.length !== 32) return "the root is not 32 bytes in base64";
  const size = Number(digits);
  if (!Number.isSafeInteger(size)) return `${digits} is too large for a size`;
  const lines: NoteLine[] = [];
  for (const line of rest.slice(0, -1).split("\n")) {
    const [, name = "", base64 = ""] = /^— ([^\s\u0085+]+) ([^ ]+)$/u.exec(line) ?? [];
    const payload = readBase64(base64);
    if (name === "" || payload === null || payload.length <= 4) return `"${line}" is no signature line`;
    lines.push({ name, keyId: payload.toString("hex", 0, 4), payload: payload.subarray(4) });
  }
  if (lines.length > 64) return "more than 64 signatures";
  return { origin, size, root: root.toString("hex"), text, lines };
}

/** A verifier key `<name>+<key id>+<base64>`; a text says why it is none. */
export function readVerifierKey(text: string): NoteKey | string {
  const [, name = "", keyId, base64 = ""] = /^([^\s\u0085+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text.trim()) ?? [];
  const typed = readBase64(base64);
  const type = typed?.[0];
  if (typed?.length !== 33 || (type !== 1 && type !== 4))
    return "not an Ed25519 key in the form of C2SP signed-note";
  const key: NoteKey = { name, type, publicKey: typed.subarray(1) };
  if (toKeyId(key) !== keyId) return "its key id is not that of the key";
  return faultOfKey(key.publicKey) ?? key;
}

export function writeVerifierKey(key: NoteKey): string {
  const typed = Buffer.concat([Buffer.of(key.type), key.publicKey]).toString("base64");
  return `${key.name}+${toKeyId(key)}+${typed}`;
}

export function toKeyId({ name, type, publicKey }: NoteKey): string {
  return sha256(Buffer.from(`${name}\n`), Buffer.of(type), publicKey).toString("hex", 0, 4);
}

export interface Signatures {
  /** Signatures by the given keys that hold. */
  readonly good: readonly { readonly line: NoteLine; readonly key: NoteKey }[];
  /** Signatures under the name and id of a given key that do not. */
  readonly bad: readonly NoteLine[];
  readonly unknown: readonly NoteLine[];
}

/** Tries each signature line with the keys of its name and id. */
export async function checkSignatures(
  { text, lines }: Checkpoint,
  keys: readonly NoteKey[],
): Promise<Signatures> {
  const good: { line: NoteLine; key: NoteKey }[] = [];
  const bad: NoteLine[] = [];
  const unknown: NoteLine[] = [];
  for (const line of lines) {
    const candidates = keys.filter((key) => key.name === line.name && toKeyId(key) === line.keyId);
    let signer: NoteKey | null = null;
    for (const key of candidates) if (await isLineSigned(text, line, key)) signer = key;
    if (signer !== null) good.push({ line, key: signer });
    else (candidates.length > 0 ? bad : unknown).push(line);
  }
  return { good, bad, unknown };
}

/** The seconds since 1970 that a cosignature claims; null when the line is none. */
export function timeOfCosignature({ payload }: NoteLine): number | null {
  return payload.length === 72 ? Number(payload.readBigUInt64BE(0)) : null;
}

async function isLineSigned(text: string, line: NoteLine, key: NoteKey): Promise<boolean> {
  if (key.type === 1) return isSigned(Buffer.from(text), line.payload, toKey(key.publicKey));
  const time = timeOfCosignature(line);
  if (time === null || !Number.isSafeInteger(time)) return false;
  const signed = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
  return isSigned(signed, line.payload.subarray(8), toKey(key.publicKey));
}
