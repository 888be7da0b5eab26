/** Looking at files from strangers. */
export { memorySource } from "./byte-source.ts";
export { type FileAbout, inspectFile } from "./inspect.ts";
export {
  createInspector,
  type InspectedContent,
  type Inspector,
  type InspectorOptions,
} from "./inspector.ts";
export { type FileKind, toKindLabel } from "./kinds.ts";
export { DEFAULT_LIMITS, InspectLimits, WorkerLimits } from "./limits.ts";
export { toRemarkText } from "./remark-text.ts";
export { type ArchiveMember, FileReport, Remark } from "./report.ts";
