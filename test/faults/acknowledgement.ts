/** What a worker says on standard output, a JSON line each, after the program promised it: it must outlive anything. */
import { z } from "zod";

export const Acknowledgement = z.discriminatedUnion("ack", [
  z.strictObject({ ack: z.literal("case") }),
  z.strictObject({ ack: z.literal("act"), leafIndex: z.number(), id: z.string() }),
  z.strictObject({ ack: z.literal("blob"), sha256: z.string(), sizeBytes: z.number() }),
  z.strictObject({ ack: z.literal("source"), id: z.string() }),
  /** An encrypted source, and the SHA-256 of what it holds. */
  z.strictObject({ ack: z.literal("secret"), id: z.string(), sha256: z.string() }),
  z.strictObject({ ack: z.literal("list"), name: z.string(), records: z.number() }),
  z.strictObject({ ack: z.literal("link"), persons: z.number() }),
  z.strictObject({ ack: z.literal("estimate"), id: z.string() }),
  /** A copy of the case is complete; the name of its folder beside the case. */
  z.strictObject({ ack: z.literal("mirror"), name: z.string() }),
  z.strictObject({ ack: z.literal("checkpoint"), treeSize: z.number() }),
  /** How many segments were offered to a store and found their place taken. */
  z.strictObject({ ack: z.literal("tries"), wasted: z.number() }),
  /** The work is done; nothing more follows. */
  z.strictObject({ ack: z.literal("end") }),
  /** The program refused, with an error of its own. */
  z.strictObject({ ack: z.literal("refused"), code: z.string(), message: z.string() }),
]);
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** The whole lines of a worker's output; the last may be cut off by its death. */
export function parseAcknowledgements(output: string): Acknowledgement[] {
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => Acknowledgement.parse(JSON.parse(line)));
}
