/** Custody: who had a sealed source when, and what was made of it. The body of each kind of act. */
import { z } from "zod";
import { SealedRef } from "./sealed-ref.ts";

const Words = z.string().trim().min(1);

/** What every custody act says. Times are EDTF as the keeper knows them; the act has its own time besides. */
const Base = {
  /** Id of the source. */
  source: z.string().regex(/^src-[0-9a-f]{32}$/u),
  why: Words,
  on: Words.optional(),
  note: Words.optional(),
};

/** `custody.received`: it came to the keepers of the case. */
export const CustodyReceived = z.strictObject({ ...Base, from: Words, to: Words });

/** `custody.transferred`: it was handed on; both sides are named. */
export const CustodyTransferred = z.strictObject({ ...Base, from: Words, to: Words });

/** `custody.copied`: a copy was made, and for whom. */
export const CustodyCopied = z.strictObject({ ...Base, to: Words });

/** `custody.exported`: it left the case in a package or a release. */
export const CustodyExported = z.strictObject({ ...Base, to: Words });

/** `custody.viewed`: somebody looked at what is encrypted. */
export const CustodyViewed = z.strictObject({ ...Base, by: Words });

/** `custody.duplicate-noted`: the same bytes came again, under another name or from elsewhere. */
export const DuplicateNoted = z.strictObject({
  source: Base.source,
  /** Absent for an encrypted source, whose names are encrypted too. */
  fileName: Words.optional(),
});

/** What may be made of a source. */
export const DERIVATIVES = ["text", "ocr", "transcript", "translation", "thumbnail", "redacted"] as const;

/** `item.derived`: a source of its own that was made of another; the original is never altered. */
export const ItemDerived = z.strictObject({
  from: Base.source,
  to: Base.source,
  what: z.enum(DERIVATIVES),
  tool: Words,
  version: Words,
  /** Everything that the tool was told, so that another can do it again. */
  parameters: z.record(z.string(), z.json()),
});

/**
 * `item.described`: what can be seen or heard in it, in the words of whoever looked, told before anybody else does. What was
 * said last stands.
 */
export const ItemDescribed = z.strictObject({
  source: Base.source,
  /** By language; at least one. */
  shows: z
    .strictObject({ en: Words.optional(), fa: Words.optional() })
    .refine(({ en, fa }) => en !== undefined || fa !== undefined, "say it in at least one language"),
});

/**
 * The same of an encrypted source: who had it and why can give a witness away as its content can, so the details are
 * encrypted beside it, as canonical JSON, and go with its key.
 */
export const SealedCustody = z.strictObject({ source: Base.source, details: SealedRef });
export const SealedDerived = z.strictObject({ from: Base.source, to: Base.source, details: SealedRef });

/** The custody kinds, each with what it must say. */
export const CUSTODY_KINDS = {
  "custody.received": CustodyReceived,
  "custody.transferred": CustodyTransferred,
  "custody.copied": CustodyCopied,
  "custody.exported": CustodyExported,
  "custody.viewed": CustodyViewed,
  "custody.duplicate-noted": DuplicateNoted,
  "item.derived": ItemDerived,
  "item.described": ItemDescribed,
} as const;

export type CustodyKind = keyof typeof CUSTODY_KINDS;

export function isCustodyKind(kind: string): kind is CustodyKind {
  return Object.hasOwn(CUSTODY_KINDS, kind);
}
