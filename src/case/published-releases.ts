/** What the log says of releases that left the case. */
import { z } from "zod";
import { LANGUAGES } from "../core/index.ts";
import { EXPORT_FORMATS, PROFILES, VISIBILITIES } from "../release/index.ts";
import { Content } from "../vault/index.ts";

/**
 * Why a statement stays: for whom it is, an allegation, its speaker's consent, its status, whom or what it is about, a field that
 * the profile keeps.
 */
export const STATEMENT_STAYS = [
  "access",
  "allegation",
  "consent",
  "status",
  "person",
  "site",
  "field",
] as const;
export type StatementStays = (typeof STATEMENT_STAYS)[number];

export const RELEASE_PUBLISHED = "release.published";

const Counts = <Key extends string>(keys: readonly Key[]) => z.record(z.enum(keys), z.int().min(0));

/** `release.published`: what left the case. Where it lies is nobody's business. */
export const ReleasePublished = z.strictObject({
  /** Releases of a case are counted from 1. */
  number: z.int().positive(),
  profile: z.enum(PROFILES),
  language: z.enum(LANGUAGES),
  /** SHA-256 of its tagmanifest-sha256.txt. */
  root: z.string().regex(/^[0-9a-f]{64}$/u),
  files: z.int().positive(),
  /** Acts in the log that it was made from. */
  treeSize: z.int().positive(),
  persons: Counts(VISIBILITIES),
  statements: z.int().min(0),
  /** Statements that stay, by why; earlier versions knew fewer reasons. */
  stays: z.partialRecord(z.enum(STATEMENT_STAYS), z.int().min(0)),
  /** An export in one format; left out of a release. */
  format: z.enum([...EXPORT_FORMATS, "bagit"]).optional(),
  /** What it held, by id; left out by earlier versions. */
  inventory: Content.optional(),
  /** What changed, in the words of whoever released it. */
  note: z.string().trim().min(1).max(2000).optional(),
  /** Of releases for the public. */
  memorial: z
    .strictObject({
      /** The key of addresses, and the addresses that this release holds; no names. */
      pages: Content,
      /** How the documentation group is reached, as it stands on the pages. */
      contact: z.string().min(1).optional(),
      /** Why search engines may list the pages; where nobody says why, they may not. */
      indexed: z.string().min(1).optional(),
    })
    .optional(),
});
export type ReleasePublished = z.infer<typeof ReleasePublished>;
