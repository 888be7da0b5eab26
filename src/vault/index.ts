/** The door of `vault`. */

export {
  createFileKey,
  createKeyPair,
  type Identity,
  type KeyPair,
  parseSecretKey,
  passphraseIdentity,
  payloadSize,
  type Random,
} from "./age/index.ts";
export type { BlobSource, BlobStore, PutBlob, StoredBlob } from "./blob-store.ts";
export * from "./custody.ts";
export { type FileBlobStoreOptions, openFileBlobStore } from "./file-blob-store.ts";
export { hashChunks, readChunks } from "./file-chunks.ts";
export { type FileSealer, type FileToStage, openFileSealer } from "./file-sealer.ts";
export * from "./keys/index.ts";
export { createVault, openVault } from "./open-vault.ts";
export * from "./s3/index.ts";
export { addressOf, BlobRef, Content, isSealedRef, SealedRef } from "./sealed-ref.ts";
export * from "./time/index.ts";
export { hashContent } from "./user-file.ts";
export type { BlobContent, ExpectedBlob, SealedBlob, StagedFile, Vault } from "./vault.ts";
export { type VaultReport, type VerifyVaultOptions, verifyVault } from "./verify-vault.ts";
