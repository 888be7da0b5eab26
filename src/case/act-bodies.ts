/** The acts that the case room writes: the body of each kind. Kinds are in the past tense. */
import { z } from "zod";
import { Finding } from "../findings/index.ts";
import { FIELD_KINDS, LIST_OF } from "../intake/index.ts";
import { SealedSource, Source, Statement, Subject, SubjectId } from "../statements/index.ts";
import { Content, SealedRef } from "../vault/index.ts";
import { CaseConfig } from "./config.ts";

export const CaseConfigured = z.strictObject({ config: CaseConfig });

export const SubjectNamed = z.strictObject({ subject: Subject });

export const SourceSealed = z.strictObject({ source: z.union([Source, SealedSource]) });

export const StatementRecorded = z.strictObject({
  /** Checked and kept as it was read: the copy that a schema makes takes half as much memory again. */
  statement: z.custom<Statement>((value) => Statement.safeParse(value).success, "is no statement"),
  /** The statement that this one corrects; it stays in the ledger and leaves the answers. */
  supersedes: z.string().optional(),
});

export const FindingRecorded = z.strictObject({ finding: Finding });

/** Whether a person held an office without a break between the days that are known of it: a reasoned decision. */
export const ContinuityDecided = z.strictObject({
  office: SubjectId,
  person: SubjectId,
  isContiguous: z.boolean(),
  reason: z.string().trim().min(1),
});
export type ContinuityDecided = z.infer<typeof ContinuityDecided>;

/** Two people agreed beforehand that an allegation may be told, under its label. */
export const AllegationReleased = z.strictObject({
  statement: Statement.shape.id,
  why: z.string().trim().min(1),
});
export type AllegationReleased = z.infer<typeof AllegationReleased>;

/** It is restricted again; for this one person is enough. */
export const AllegationRestricted = z.strictObject({
  statement: Statement.shape.id,
  why: z.string().trim().min(1),
});
/** A decision about a time in office, as somebody gives it: person and office by a name or an id. */
export const ContinuityGiven = z.strictObject({
  person: z.string(),
  office: z.string(),
  isContiguous: z.boolean(),
  reason: z.string(),
});
export type ContinuityGiven = z.infer<typeof ContinuityGiven>;

/** A statement of which only the encrypted form stands in the log. */
export const StatementSealed = z.strictObject({
  /** `st-` and 32 random hex digits: the hash of its content would confirm a guess. */
  id: Statement.shape.id,
  statement: SealedRef,
  supersedes: z.string().optional(),
});
export type StatementSealed = z.infer<typeof StatementSealed>;

/** How the rows of a next release stand to those of the last one: every row of either is counted once. */
export const ReleaseCounts = z.strictObject({
  unchanged: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  /** On the last release and on this one no more. */
  gone: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  /** Gone from an earlier release, and here again. */
  returned: z.number().int().nonnegative(),
  /** Groups of rows that may be one another: a person must say. */
  ambiguous: z.number().int().nonnegative(),
});
export type ReleaseCounts = z.infer<typeof ReleaseCounts>;

/** A list read from a sealed file by a recipe. */
export const ListImported = z.strictObject({
  name: z.string().min(1),
  of: z.enum(LIST_OF),
  /** Lists that the file holds: the name itself, or those of its list column. */
  lists: z.array(z.string().min(1)).min(1),
  columns: z.array(z.string()),
  fields: z.array(z.strictObject({ name: z.string(), kind: z.enum(FIELD_KINDS), column: z.string() })),
  encoding: z.string(),
  /** Of a workbook that is not encrypted: the sheet whose rows these are. */
  sheet: z.string().min(1).optional(),
  /** The sealed file whose rows these are: the id of its source. */
  source: z.string().min(1),
  /** The recipe's entry for this list as canonical JSON; of an encrypted list it is encrypted too, since it names the file. */
  recipe: Content,
  /** The records, one canonical JSON object a line, in the order of the rows. */
  records: Content,
  recordCount: z.number().int().nonnegative(),
  /** Rejected rows and problems, one canonical JSON object a line; null when there are none. */
  problems: Content.nullable(),
  rejectedCount: z.number().int().nonnegative(),
  problemCount: z.number().int().nonnegative(),
  /** For roll calls: the body whose acts the rows are, as the recipe says. */
  body: z.string().min(1).optional(),
  /** Columns that are sealed by default, and why they stand in the open, where somebody decided so. */
  leftOpen: z
    .strictObject({ columns: z.array(z.string().min(1)).min(1), reason: z.string().min(1) })
    .optional(),
  /** Where another file was imported under this name before: how its rows became these. */
  release: z
    .strictObject({
      /** 2 for the first that follows another. */
      number: z.number().int().min(2),
      /** The source of the release before. */
      after: z.string().min(1),
      counts: ReleaseCounts,
      /** What became of each row, one JSON object a line; rows unchanged under their id are left out. */
      rows: Content,
    })
    .optional(),
});
export type ListImported = z.infer<typeof ListImported>;

/** The count of persons with the doubt of linkage in it, and what it covers. */
export const LinkDoubt = z.strictObject({
  estimate: z.number().int().nonnegative(),
  /** The middle 95 % of the draws. */
  low: z.number().int().nonnegative(),
  high: z.number().int().nonnegative(),
  draws: z.number().int().positive(),
  /**
   * Share of true links that the model itself expects to be out of reach; counted with a factor of two either way. Null
   * where nothing tells what blocking lost.
   */
  missedLinks: z.number().min(0).max(1).nullable(),
  /** Share of the likely matches that blocking holds, estimated without labels; null where nothing tells it. */
  blockingRecall: z.number().min(0).max(1).nullable(),
  /** True where rows of one list count as different persons until somebody judged them the same. */
  holdsRowsOfOneListApart: z.boolean().optional(),
});
export type LinkDoubt = z.infer<typeof LinkDoubt>;

export const LinkRecorded = z.strictObject({
  lists: z.array(z.string().min(1)).min(1),
  /** SHA-256 over the records and settings that went in: the same input is not linked again. */
  inputSha256: z.string(),
  settings: Content,
  /** `list,record_id,cluster_id` as CSV. */
  clusters: Content,
  /** The scored pairs as CSV. */
  pairs: Content,
  /** The trained model and the account of blocking, as canonical JSON. */
  model: Content,
  /** The judgements that bound it and what contradicts them, as canonical JSON; left out where there were none. */
  judgements: Content.optional(),
  /** How many of the judgements contradict each other or the evidence. */
  contradicted: z.number().int().nonnegative().optional(),
  persons: z.number().int().nonnegative(),
  needsReview: z.number().int().nonnegative(),
  /** Of lists with pairs of their own rows that wait: how many of its records may be people whom another one names. */
  repeats: z
    .array(z.strictObject({ list: z.string().min(1), records: z.number().int().positive() }))
    .optional(),
  /** The imports that were linked, each by the table of its records: a later release is not part of this link. */
  inputs: z.array(z.strictObject({ name: z.string().min(1), records: Content })).optional(),
  /** The model that weighed the pairs, for the next link to go on with. */
  trained: z
    .strictObject({
      /** SHA-256 of the model; left out where lists are encrypted, since it is made of their names. */
      sha256: z.string().optional(),
      /** Settings, weights, frequencies and blocking rules, as canonical JSON. */
      model: Content,
      /** `inputSha256` of the link that trained it: of this one, or of an earlier one. */
      on: z.string(),
      /** `row_a,row_b,millibits` as CSV: pairs that may matter, by row of the linked records, from 1. */
      scores: Content,
      /** Candidate pairs compared in this link, and those whose weight of the link before stood. */
      rescored: z.number().int().nonnegative(),
      takenOver: z.number().int().nonnegative(),
    })
    .optional(),
  /** How many persons the lists name with links as likely as they are; links of earlier versions say nothing. */
  doubt: LinkDoubt.optional(),
  /** Partitions drawn over the uncertain pairs, for the estimate. */
  partitions: z
    .strictObject({
      /** One for each column `draw_…` of the table; they sum to 1. */
      weights: z.array(z.number().positive()).min(1),
      /** `list,record_id,draw_1,…` as CSV: the row, from 1, of one record of the same person. */
      table: Content,
    })
    .optional(),
});
export type LinkRecorded = z.infer<typeof LinkRecorded>;

export const EstimateRecorded = z.strictObject({
  id: z.string().min(1),
  from: z.enum(["capture-counts", "clusters"]),
  lists: z.array(z.string().min(1)).min(2),
  /** Statements of the capture counts; empty for a table made of linked records. */
  statements: z.array(z.string()),
  inputSha256: z.string(),
  /** The report of the estimate room, sealed as canonical JSON. */
  report: Content,
});
export type EstimateRecorded = z.infer<typeof EstimateRecorded>;

/** A second copy was brought up to date and read back. Where it lies is nobody's business. */
export const CopyVerified = z.strictObject({
  files: z.number().int().nonnegative(),
  sizeBytes: z.number().int().nonnegative(),
  treeSize: z.number().int().positive(),
});
export type CopyVerified = z.infer<typeof CopyVerified>;

/** `repair.made`: files came back from a second copy. */
export interface RepairMade {
  /** The first of them, by path. */
  readonly files: readonly string[];
  /** How many in all. */
  readonly count: number;
}
