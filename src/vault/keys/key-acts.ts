/** The acts about keys and encrypted items: the body of each kind. */
import { z } from "zod";

const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/u);
const RecipientText = z.string().regex(/^age1[02-9ac-hj-np-z]+$/u);
const Generation = z.number().int().positive();
const Name = z.string().regex(/^[0-9a-z][0-9a-z-]*$/u);

/** `case-key.made`: the key of the case; generations count from 1. */
export const CaseKeyMade = z.strictObject({ generation: Generation, recipient: RecipientText });

/** `case-key.rotated`: another key took its place; every item is opened by it now. */
export const CaseKeyRotated = CaseKeyMade.extend({ why: z.string().min(1) });

/** `door.added`: a passphrase or a person's own key opens the case key. */
export const DoorAdded = z.strictObject({
  door: Name,
  generation: Generation,
  kind: z.enum(["passphrase", "recipient"]),
  /** Whose door it is, where that is known. */
  actor: z.string().min(1),
  /** For a door of a person's own key. */
  recipient: RecipientText.optional(),
  /** SHA-256 of the door's file. */
  sha256: Sha256Text,
});

/** `door.removed`: the file is gone; whoever kept a copy of it still holds the generation it opened. */
export const DoorRemoved = z.strictObject({ door: Name, why: z.string().min(1) });

/** `item.sealed`: content was encrypted under a key of its own. What names the content names the item. */
export const ItemSealed = z.strictObject({
  item: z.uuidv7(),
  /** What was sealed: a source, a table, a statement. */
  what: z.string().min(1),
  generation: Generation,
  /** SHA-256 of the item's header. */
  header: Sha256Text,
});

/** `item.rewrapped`: the same items under another generation of the case key. */
export const ItemRewrapped = z.strictObject({
  generation: Generation,
  headers: z.array(z.tuple([z.uuidv7(), Sha256Text])).min(1),
});

/** `item.revealed`: somebody read it. */
export const ItemRevealed = z.strictObject({ item: z.uuidv7(), why: z.string().min(1) });

/** `item.shredded`: every copy of its key that could be reached was destroyed; the leaf stays. */
export const ItemShredded = z.strictObject({
  item: z.uuidv7(),
  /** Items that stood on it and went with it: statements that quote it, what was derived or linked from it. */
  also: z.array(z.uuidv7()).min(1).optional(),
  why: z.string().min(1),
  /** Where copies of the headers were destroyed. */
  copies: z.array(z.string().min(1)),
});

/** `recovery.made`: the case key was split; the sheets are printed and lie nowhere in the case. */
export const RecoveryMade = z.strictObject({
  generation: Generation,
  threshold: z.number().int().min(2).max(255),
  shares: z.number().int().min(2).max(255),
});

/** `recovery.tested`: the key was put together from sheets again, and was the right one. */
export const RecoveryTested = z.strictObject({
  generation: Generation,
  shares: z.array(z.number().int().min(1).max(255)).min(2),
});

/** `blob.stored`: in a closed case, the encrypted bytes behind a content's hash. */
export const BlobStored = z.strictObject({
  sha256: Sha256Text,
  sizeBytes: z.number().int().nonnegative(),
  stored: Sha256Text,
  storedBytes: z.number().int().positive(),
});
export type BlobStored = z.infer<typeof BlobStored>;
