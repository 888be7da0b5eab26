/** Keys of a case: the door of this folder. */
export {
  addDoor,
  CONTENT_HEADER,
  itemFile,
  type KeyDraft,
  type KeySurroundings,
  LOG_HEADER,
  makeCaseKey,
  makeItem,
  openKey,
  writeKey,
} from "./case-keys.ts";
export { createClosedCodec, leafKey } from "./closed-codec.ts";
export { commit, isCommitted } from "./commitment.ts";
export { type DoorLock, type Opened, openDoors } from "./door.ts";
export * from "./key-acts.ts";
export { type KeyFiles, openKeyFiles } from "./key-files.ts";
export { createKeyState, type KeyState } from "./key-state.ts";
export { requireStrength } from "./passphrase-strength.ts";
export { finishRotation, keyOfToday, type Rotation, rotateCaseKey } from "./rotate-key.ts";
export { openSecret, type StoredSecret, storeSecret } from "./sealed-content.ts";
export { formatShare, joinShares, parseShare, type Share, splitKey } from "./share.ts";
export { type KeysReport, verifyKeys } from "./verify-keys.ts";
