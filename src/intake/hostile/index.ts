/** Looking at files from strangers, and taking apart what lies in them. */
export { createBudget } from "./budget.ts";
export { chunksOf, memorySource } from "./byte-source.ts";
export { createChunkReader } from "./chunk-reader.ts";
export { walkGzip } from "./gzip.ts";
export { type FileAbout, inspectFile } from "./inspect.ts";
export {
  createInspector,
  type InspectedContent,
  type Inspector,
  type InspectorOptions,
} from "./inspector.ts";
export { type FileKind, OPAQUE_ARCHIVE_KINDS, toKindLabel, toMediaType, ZIP_KINDS } from "./kinds.ts";
export { DEFAULT_LIMITS, InspectLimits, WorkerLimits } from "./limits.ts";
export { type PdfObject, readPdfObjects } from "./pdf-objects.ts";
export { readPages } from "./read-content.ts";
export { toRemarkText } from "./remark-text.ts";
export { type ArchiveMember, createFindings, FileReport, Refused, Remark } from "./report.ts";
export { HEAD_BYTES, sniffHead } from "./sniff.ts";
export { walkTar } from "./tar.ts";
export type { SeenContent, Walk } from "./walk.ts";
export { walkZip } from "./zip.ts";
