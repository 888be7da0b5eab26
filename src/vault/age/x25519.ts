/** Keys of people and of cases: X25519 recipients and identities (C2SP age, "The X25519 recipient type"). */
import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from "node:crypto";
import { InquestError } from "../../core/index.ts";
import { decodeUnpadded, encodeUnpadded } from "./base64.ts";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { ageError } from "./fault.ts";
import type { Stanza } from "./header.ts";
import type { Identity, Random, Recipient } from "./recipient.ts";
import { unwrapKey, wrapKey } from "./wrap-key.ts";

const KIND = "X25519";
const KEY_BYTES = 32;
const INFO = "age-encryption.org/v1/X25519";
const RECIPIENT_PREFIX = "age";
const IDENTITY_PREFIX = "age-secret-key-";
/** PKCS #8 and SubjectPublicKeyInfo wrapping of bare X25519 keys (RFC 8410, sections 4 and 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b656e032100", "hex");

/** A key pair that opens what was encrypted to its recipient. */
export interface KeyPair extends Identity {
  /** `age1…`: public. */
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`: whoever has it reads everything. */
  readonly secret: string;
}

/** A new key pair. */
export function createKeyPair(random: Random): KeyPair {
  return toKeyPair(random(KEY_BYTES));
}

/** @param scalar - the 32 secret bytes. */
export function toKeyPair(scalar: Uint8Array): KeyPair {
  const privateKey = toPrivateKey(scalar);
  const publicBytes = publicBytesOf(privateKey);
  return {
    recipient: encodeBech32(RECIPIENT_PREFIX, publicBytes),
    secret: encodeBech32(IDENTITY_PREFIX, scalar).toUpperCase(),
    async unwrap(stanzas) {
      for (const stanza of stanzas) {
        if (stanza.args[0] !== KIND) continue;
        const fileKey = unwrapKey(wrappingKeyOf(stanza, privateKey, publicBytes), stanza.body);
        if (fileKey !== null) return fileKey;
      }
      return null;
    },
  };
}

/** @throws InquestError "vault/age-key" when the text is no secret key. */
export function parseSecretKey(text: string): KeyPair {
  return toKeyPair(secretBytesOf(text));
}

/** The 32 bytes of `AGE-SECRET-KEY-1…`. */
export function secretBytesOf(text: string): Uint8Array {
  const isUpper = text === text.toUpperCase();
  const bytes = isUpper ? decodeBech32(IDENTITY_PREFIX, text) : null;
  if (bytes?.length === KEY_BYTES) return bytes;
  throw keyError("The text is no age secret key: it begins with AGE-SECRET-KEY-1 and was not copied whole.");
}

/** @throws InquestError "vault/age-key" when the text is no recipient. */
export function toRecipient(text: string): Recipient {
  const publicBytes = text === text.toLowerCase() ? decodeBech32(RECIPIENT_PREFIX, text) : null;
  if (publicBytes?.length !== KEY_BYTES)
    throw keyError(`"${text}" is no age recipient: it begins with age1 and was not copied whole.`);
  const publicKey = toPublicKey(publicBytes);
  return {
    async wrap(fileKey, random) {
      const ephemeral = toPrivateKey(random(KEY_BYTES));
      const share = publicBytesOf(ephemeral);
      const secret = sharedSecret(ephemeral, publicKey);
      if (secret === null) throw keyError(`"${text}" is no safe key: anyone could open what it seals.`);
      const key = deriveKey(secret, share, publicBytes);
      return { args: [KIND, encodeUnpadded(share)], body: wrapKey(key, fileKey) };
    },
  };
}

/** @throws InquestError "vault/age-header" for a stanza that age would not write. */
function wrappingKeyOf({ args, body }: Stanza, privateKey: KeyObject, own: Uint8Array): Uint8Array {
  const [, text] = args;
  const share = args.length === 2 && text !== undefined ? decodeUnpadded(text) : null;
  if (share?.length !== KEY_BYTES || body.length !== 32)
    throw ageError("vault/age-header", "an X25519 stanza is malformed");
  const secret = sharedSecret(privateKey, toPublicKey(share));
  if (secret === null) throw ageError("vault/age-header", "an X25519 share is of low order");
  return deriveKey(secret, share, own);
}

/** Null for a share of low order, whose secret is all zero. */
function sharedSecret(privateKey: KeyObject, publicKey: KeyObject): Uint8Array | null {
  try {
    const secret = diffieHellman({ privateKey, publicKey });
    return secret.every((byte) => byte === 0) ? null : secret;
  } catch {
    return null;
  }
}

function deriveKey(secret: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, Buffer.concat([share, recipient]), INFO, 32));
}

function toPrivateKey(scalar: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, scalar]), format: "der", type: "pkcs8" });
}

function toPublicKey(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: "der", type: "spki" });
}

function publicBytesOf(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  return new Uint8Array(spki.subarray(SPKI_PREFIX.length));
}

function keyError(message: string): InquestError {
  return new InquestError({ code: "vault/age-key", reaction: "input", message });
}
