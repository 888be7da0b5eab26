/** The acts about timestamps: the body of each kind. */
import { z } from "zod";

const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/u);

/** What a timestamp is over: a checkpoint that left the house, or the stored bytes of something sealed. */
export const TimestampOver = z.union([
  z.strictObject({ treeSize: z.number().int().positive(), root: Sha256Text }),
  z.strictObject({ source: z.string().min(1), sha256: Sha256Text }),
]);
export type TimestampOver = z.infer<typeof TimestampOver>;

/** `timestamp.requested`: a request was made. The answer must repeat its number. */
export const TimestampRequested = z.strictObject({
  over: TimestampOver,
  /** SHA-256 that the request carries: of the checkpoint's note, or of the stored bytes. */
  sha256: Sha256Text,
  /** Hexadecimal. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/u),
});
export type TimestampRequested = z.infer<typeof TimestampRequested>;

/** `timestamp.received`, and `timestamp.upgraded` for the same proof that knows more now. */
export const TimestampReceived = z.strictObject({
  over: TimestampOver,
  sha256: Sha256Text,
  method: z.enum(["rfc3161", "opentimestamps"]),
  /** The token's own hash: bits that its signature does not cover cannot change unseen. */
  token: z.strictObject({ sha256: Sha256Text, sizeBytes: z.number().int().positive() }),
  /** As it was judged when it came; `inquest timestamp list` judges it anew. */
  status: z.enum(["complete", "pending"]),
  /** The time that it claims, ISO; absent while pending. */
  time: z.string().optional(),
  authority: z.string().optional(),
});
export type TimestampReceived = z.infer<typeof TimestampReceived>;
