/** How much of a hostile file may be looked into. Every figure can be raised by the operator, none is unbounded. */
import { z } from "zod";

const MIB = 1024 * 1024;

export const InspectLimits = z.object({
  /** Members of one archive. */
  members: z.int().positive().default(10_000),
  /** Bytes that all members together may expand to, archives within archives included. */
  expandedBytes: z
    .int()
    .positive()
    .default(2048 * MIB),
  /** Expanded over stored size; judged once more than `ratioFromBytes` came out. */
  ratio: z.number().positive().default(100),
  ratioFromBytes: z.int().positive().default(MIB),
  /** Archives within archives: 1 is an archive whose members are no archives. */
  depth: z.int().positive().default(3),
  /** Width times height of one picture. */
  pixels: z.int().positive().default(100_000_000),
  /** Pictures in one file: frames of a GIF, pages of a TIFF. */
  frames: z.int().positive().default(10_000),
  /** Arrays and objects, or elements of XML, that stand inside each other. */
  nesting: z.int().positive().default(200),
  /** Text, XML, JSON or PDF that is read as a whole; of a larger file the two ends are read. */
  textBytes: z
    .int()
    .positive()
    .default(32 * MIB),
  /** Cells of a workbook, empty ones before the last of each row included. */
  cells: z.int().positive().default(2_000_000),
  /** An archive within an archive is looked into in memory, up to this size. */
  nestedBytes: z
    .int()
    .positive()
    .default(32 * MIB),
});
export type InspectLimits = z.infer<typeof InspectLimits>;

export const DEFAULT_LIMITS: InspectLimits = InspectLimits.parse({});

/** What the process that reads hostile files may use before it is ended. */
export const WorkerLimits = z.object({
  /** For one file. */
  timeMs: z.int().positive().default(30_000),
  /** Resident memory of the process. */
  memoryBytes: z
    .int()
    .positive()
    .default(512 * MIB),
});
export type WorkerLimits = z.infer<typeof WorkerLimits>;
