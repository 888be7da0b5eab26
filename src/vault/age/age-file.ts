/** Whole age files, and the two halves in which a case keeps them: header and payload. */
import { decodeArmor, isArmored } from "./armor.ts";
import { ageError } from "./fault.ts";
import { formatHeader, isMacOf, type ParsedHeader, parseHeader } from "./header.ts";
import { requireLonePassphrase } from "./passphrase.ts";
import { decryptPayload, encryptPayload } from "./payload.ts";
import type { Identity, Random, Recipient } from "./recipient.ts";
import { FILE_KEY_BYTES } from "./wrap-key.ts";

/** 16 secret bytes that open one file, or every payload that was made with them. */
export function createFileKey(random: Random): Uint8Array {
  return random(FILE_KEY_BYTES);
}

/** A header without payload: `cat header payload | age -d` opens what the file key encrypted. */
export async function writeHeader(
  fileKey: Uint8Array,
  recipients: readonly Recipient[],
  random: Random,
): Promise<Uint8Array> {
  if (recipients.length === 0) throw new RangeError("a header needs at least one recipient");
  const stanzas = await Promise.all(recipients.map((recipient) => recipient.wrap(fileKey, random)));
  return formatHeader(stanzas, fileKey);
}

/**
 * The file key of a detached header.
 *
 * @throws InquestError "vault/age-no-match" (decision) when no identity opens it, "vault/age-header" and
 *   "vault/age-mac" (verification) when it was altered.
 */
export async function openHeader(header: Uint8Array, identities: readonly Identity[]): Promise<Uint8Array> {
  const parsed = parseHeader(header);
  if (parsed.length !== header.length) throw ageError("vault/age-header", "bytes follow the header");
  return unwrap(parsed, identities);
}

/** A whole file for small content, such as a key. */
export async function encryptFile(
  content: Uint8Array,
  recipients: readonly Recipient[],
  random: Random,
): Promise<Uint8Array> {
  const fileKey = createFileKey(random);
  const parts: Uint8Array[] = [await writeHeader(fileKey, recipients, random)];
  for await (const chunk of encryptPayload(content, fileKey, random)) parts.push(chunk);
  return Buffer.concat(parts);
}

/**
 * The content of a whole file, armored or not, as it streams out.
 *
 * @throws InquestError as `openHeader`; "vault/age-payload" or "vault/age-armor" (verification). What was given
 *   before a "vault/age-payload" is authentic, but not all there was.
 */
export async function* decryptFile(
  file: Uint8Array,
  identities: readonly Identity[],
): AsyncGenerator<Uint8Array> {
  const bytes = isArmored(file) ? decodeArmor(file) : file;
  const header = parseHeader(bytes);
  yield* decryptPayload(bytes.subarray(header.length), await unwrap(header, identities));
}

async function unwrap(header: ParsedHeader, identities: readonly Identity[]): Promise<Uint8Array> {
  requireLonePassphrase(header.stanzas);
  for (const identity of identities) {
    const fileKey = await identity.unwrap(header.stanzas);
    if (fileKey === null) continue;
    if (!isMacOf(fileKey, header)) throw ageError("vault/age-mac", "its seal does not fit");
    return fileKey;
  }
  throw ageError("vault/age-no-match", "no key fits");
}
