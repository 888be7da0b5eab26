/** The age format, version 1 (C2SP age): the door of this folder. */
export { createFileKey, decryptFile, encryptFile, openHeader, writeHeader } from "./age-file.ts";
export { passphraseIdentity, passphraseRecipient } from "./passphrase.ts";
export {
  decryptBytes,
  decryptPayload,
  encryptBytes,
  encryptPayload,
  NONCE_BYTES,
  payloadKey,
  payloadSize,
} from "./payload.ts";
export type { Identity, Random, Recipient } from "./recipient.ts";
export {
  createKeyPair,
  type KeyPair,
  parseSecretKey,
  secretBytesOf,
  toKeyPair,
  toRecipient,
} from "./x25519.ts";
