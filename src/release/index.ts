/** The door of `release`. */

export type { ReleaseContent, ReleaseCounts } from "./content.ts";
export { type ReleasePackage, toPackage } from "./data-package.ts";
export { EXPORT_FORMATS, type ExportFormat, toExport } from "./formats/export-files.ts";
export {
  type ChangedThings,
  type CitedFigure,
  compareInventories,
  inventoryOf,
  ReleaseInventory,
} from "./inventory.ts";
export { personAddress } from "./memorial/address.ts";
export { type MemorialAsked, memorial } from "./memorial/memorial.ts";
export { type ProofCounts, proofFiles } from "./proofs/proof-files.ts";
export { type RecoverySheets, renderRecoverySheets } from "./recovery-sheet/render-sheets.ts";
export { createNameGuard } from "./redaction/name-guard.ts";
export {
  PROFILES,
  type ProfileId,
  REDACTION_PROFILES,
  type RedactionProfile,
} from "./redaction/profile.ts";
export {
  type PersonToRelease,
  type ReleasedFact,
  type ReleasedPerson,
  redactPerson,
} from "./redaction/redact-person.ts";
export { leastVisible, VISIBILITIES, type Visibility } from "./redaction/visibility.ts";
export { releaseParts } from "./release-parts.ts";
