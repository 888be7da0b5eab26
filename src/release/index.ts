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
export { createFinder } from "./leak-scan/create-finder.ts";
export { filesBelow } from "./leak-scan/files-below.ts";
export { type ScannedFile, scanForLeaks } from "./leak-scan/scan.ts";
export type { ScanLimits } from "./leak-scan/scan-limits.ts";
export type { LeakFound, LeakScan, Unread } from "./leak-scan/scan-result.ts";
export type { Sought } from "./leak-scan/sought.ts";
export { toUnreadText } from "./leak-scan/unread-text.ts";
export { personAddress } from "./memorial/address.ts";
export { type MemorialAsked, memorial } from "./memorial/memorial.ts";
export { type ProofCounts, proofFiles } from "./proofs/proof-files.ts";
export { type RecoverySheets, renderRecoverySheets } from "./recovery-sheet/render-sheets.ts";
export { createNameGuard, createSameName, isTellingName } from "./redaction/name-guard.ts";
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
export { mayTellFields } from "./redaction/told-fields.ts";
export { leastVisible, VISIBILITIES, type Visibility } from "./redaction/visibility.ts";
export { type ContentByLanguage, releaseParts } from "./release-parts.ts";
