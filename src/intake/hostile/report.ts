/** What was found out about a file without trusting it. */
import { z } from "zod";
import { FILE_KINDS } from "./kinds.ts";
import { type HostileMessageKey, hostileMessagesEn } from "./messages.en.ts";

const RemarkCode = z.custom<HostileMessageKey>(
  (value) => typeof value === "string" && Object.hasOwn(hostileMessagesEn, value),
);

/** One thing that a person should know: a code of docs/formats/hostile-input.md and what fills its sentence. */
export const Remark = z.object({
  code: RemarkCode,
  /** May hold names from inside the file: show them through `toRemarkText`, which makes them visible. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Remark = z.infer<typeof Remark>;

export const ArchiveMember = z.object({
  /** Its place in the archive, from 0: what tells members of one name apart. */
  index: z.int().nonnegative(),
  /** As it is written, undecodable bytes as U+FFFD. Text, never a path. */
  name: z.string(),
  /** The bytes of the name in hexadecimal, where they are not UTF-8. */
  nameHex: z.string().optional(),
  type: z.enum(["file", "folder", "symbolic-link", "hard-link", "device", "record"]),
  /** Expanded size: as it came out, or as declared where nothing was expanded. */
  sizeBytes: z.number().nonnegative(),
  /** By content; null where the content was not looked at. */
  kind: z.enum(FILE_KINDS).nullable(),
  isEncrypted: z.boolean().optional(),
  /** Where a link leads, as it is written. */
  target: z.string().optional(),
});
export type ArchiveMember = z.infer<typeof ArchiveMember>;

export const FileReport = z.object({
  v: z.literal(1),
  /** The name that the file came with, as it is written. Text, never a path. */
  name: z.string(),
  sizeBytes: z.number().nonnegative(),
  /** By content, head and tail; the name is not asked. */
  kind: z.enum(FILE_KINDS),
  mediaType: z.string(),
  /** Other types that the same bytes can be read as. */
  alsoKinds: z.array(z.enum(FILE_KINDS)),
  /** What the name and the sender say; believed by nobody. */
  declared: z.object({ extension: z.string().nullable(), mediaType: z.string().nullable() }),
  /** Pixels, where the file is a picture whose header says them. */
  picture: z.object({ width: z.number(), height: z.number(), frames: z.number() }).optional(),
  warnings: z.array(Remark),
  /** Members of an archive, records of a web archive; absent where the file is neither. */
  members: z.array(ArchiveMember).optional(),
  /** Files that lie inside a document. */
  embedded: z.array(z.string()).optional(),
  /** True when the file ends before its format does. */
  isTruncated: z.boolean(),
  /** Why its members must not be taken out. */
  refusedExpansion: Remark.optional(),
  /** Why no text, thumbnail or rendering may be made from it. */
  refusedDerivative: Remark.optional(),
  /** How the process that read it ended, when it did not answer. */
  died: z.enum(["time", "memory", "crash"]).optional(),
});
export type FileReport = z.infer<typeof FileReport>;

/** A report under way. Of several refusals the first is the reason, the others are warnings. */
export interface Findings {
  warn(code: HostileMessageKey, params?: Remark["params"]): void;
  refuseExpansion(code: HostileMessageKey, params?: Remark["params"]): void;
  refuseDerivative(code: HostileMessageKey, params?: Remark["params"]): void;
  /** The report as it stands; members and embedded names are added to it directly. */
  readonly report: FileReport;
}

const WARNINGS_KEPT = 200;

export function createFindings(
  about: Pick<FileReport, "name" | "sizeBytes" | "kind" | "mediaType" | "alsoKinds" | "declared">,
): Findings {
  const report: FileReport = { v: 1, ...about, warnings: [], isTruncated: false };
  const said = new Set<string>();
  function warn(code: HostileMessageKey, params: Remark["params"] = {}): void {
    const key = JSON.stringify([code, params]);
    if (said.has(key) || report.warnings.length >= WARNINGS_KEPT) return;
    said.add(key);
    report.warnings.push({ code, params });
  }
  return {
    report,
    warn,
    refuseExpansion(code, params = {}) {
      if (report.refusedExpansion === undefined) report.refusedExpansion = { code, params };
      else warn(code, params);
    },
    refuseDerivative(code, params = {}) {
      if (report.refusedDerivative === undefined) report.refusedDerivative = { code, params };
      else warn(code, params);
    },
  };
}

/** Ends the reading of a file at a limit or a fault; caught where the file's findings are kept. */
export class Refused extends Error {
  readonly code: HostileMessageKey;
  readonly params: Remark["params"];

  constructor(code: HostileMessageKey, params: Remark["params"] = {}) {
    super(code);
    this.name = "Refused";
    this.code = code;
    this.params = params;
  }
}
