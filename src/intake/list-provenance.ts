/** Where a list comes from, in the words of who knows it: what it took from other lists, and whom it could hold. */
import { z } from "zod";

const Words = z.string().trim().min(1);

/** A list's name; `list:` before it, as subjects are written, is taken off. */
const ListName = Words.transform((name) => name.replace(/^list:/u, "")).pipe(z.string().min(1));

const MEMBERS = ["drawsOn", "referredFrom", "covers", "scope", "couldNotRecord"] as const;

export const ListProvenance = z
  .strictObject({
    /** Lists from which it took entries over or which it cites, also such as are not in the case. */
    drawsOn: z.array(ListName).min(1).optional(),
    /** Lists whose people were sent to those who kept this one. */
    referredFrom: z.array(ListName).min(1).optional(),
    /** The time and place that it covers, in the same words or code for every list: `1988/1989`, `1988, Tehran`. */
    covers: Words.optional(),
    /** Whom it means to hold, in the same words for lists that mean the same. */
    scope: Words.optional(),
    /** Groups of people whom it could not record, in the same words for every list. */
    couldNotRecord: z.array(Words).min(1).optional(),
    /** How that is known. */
    why: Words,
    /** The source that says so: its key or id in the case, or any reference. */
    source: Words.optional(),
  })
  .refine((provenance) => MEMBERS.some((member) => provenance[member] !== undefined), {
    message: `must say one of ${MEMBERS.join(", ")}`,
  });
export type ListProvenance = z.infer<typeof ListProvenance>;
