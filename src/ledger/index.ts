/** The door of `ledger`. */
export {
  Act,
  type ActBody,
  type ActDraft,
  ActorId,
  MAX_ENTRY_BYTES,
  type RecordedAct,
  toEntry,
} from "./act.ts";
export {
  type ActorKeyOptions,
  loadOrCreateActorKey,
  type Signer,
  toDeviceId,
  toSignerFromSeed,
} from "./actor-key.ts";
export { type AcquireCaseLockOptions, acquireCaseLock, type CaseLock, CaseLockHolder } from "./case-lock.ts";
export { type SignedCheckpoint, toOrigin } from "./checkpoint.ts";
export { type EntryCodec, MAX_LEAF_BYTES, openCodec } from "./entry-codec.ts";
export type { FollowOptions } from "./follow-log.ts";
export { ActorEnrolled, createKeyRing, ENROLLED_KIND, isSignedBy, type KeyRing } from "./key-ring.ts";
export type { Ledger, OpenLedgerOptions } from "./ledger.ts";
export { walk } from "./log-files.ts";
export type { LogTip } from "./log-tip.ts";
export { type Hash, hashLeaf, toHex } from "./merkle/hash.ts";
export type { ConsistencyProof, InclusionProof, ProofReport, RowProof } from "./merkle/proof.ts";
export { type ConsistencyClaim, verifyConsistency } from "./merkle/verify-consistency.ts";
export { type InclusionClaim, verifyInclusion } from "./merkle/verify-inclusion.ts";
export { openLedger } from "./open-ledger.ts";
export type { VerifyProblem } from "./problem.ts";
export { parseConsistencyFile, toConsistencyBytes } from "./proof/consistency-file.ts";
export { type Cosignature, parseWitnessKey, readCosignatures, type WitnessKey } from "./proof/cosignature.ts";
export {
  compare as compareRelease,
  inspectReleaseActs,
  type JudgedLog,
  readCheckpointNote,
} from "./proof/inspect-released.ts";
export { type ActProof, type ProveActOptions, proveAct } from "./proof/prove-act.ts";
export {
  CheckpointCosigned,
  CheckpointReleased,
  COSIGNED_KIND,
  listReleased,
  mergeNotes,
  RELEASED_KIND,
  type ReleaseClaim,
  readReleased,
  toLine,
  toReleaseClaim,
  toReleasedPath,
  writeReleased,
} from "./proof/released.ts";
export { type ProofClaim, type ProofVerdict, type VerifiedProof, verifyProof } from "./proof/verify-proof.ts";
export type { SegmentArbiter } from "./segment-arbiter.ts";
export {
  type NoteKey,
  type NoteSignature,
  parseNote,
  parseVerifierKey,
  toVerifierKey,
  verifyNote,
} from "./signed-note.ts";
export { type VerifyLedgerOptions, verifyLedger } from "./verify-ledger.ts";
export type { EnrolledKey, LedgerReport } from "./verify-report.ts";
export { verifyStoreLog } from "./verify-store.ts";
export { toWriteError } from "./write-failed.ts";
