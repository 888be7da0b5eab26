/**
 * Involvement: that a source says of somebody that they had a part in an act, and on what it says so. It is always an
 * allegation, kept apart from offices: whoever held one did, by that alone, take part in nothing.
 */
import { z } from "zod";
import { STANDARDS_OF_PROOF } from "./standard-of-proof.ts";
import { LocalTextSchema, SubjectId } from "./subject.ts";

/** What part is alleged. Our own configuration; left out where the source does not say which. */
export const INVOLVEMENT_DEGREES = [
  "ordered",
  "planned",
  "carried-out",
  "assisted",
  "present",
  "failed-to-prevent",
  "concealed",
] as const;
export type InvolvementDegree = (typeof INVOLVEMENT_DEGREES)[number];

/** On what the speaker says it: the office alone, a witness who names them, a paper they signed, their own words, or nothing that is told. */
export const INVOLVEMENT_BASES = [
  "held-office",
  "named-by-witness",
  "signed-document",
  "own-admission",
  "not-stated",
] as const;
export type InvolvementBasis = (typeof INVOLVEMENT_BASES)[number];

/** What a person writes of an involvement; `act` is an event that the case names. */
export const InvolvementMembers = z.strictObject({
  act: SubjectId.refine((id) => id.startsWith("event:"), "must be the id of an event, such as event:e"),
  degree: z.enum(INVOLVEMENT_DEGREES).optional(),
  basis: z.enum(INVOLVEMENT_BASES),
  /** The standard of proof by which the speaker says it; left out where they declare none. */
  standard: z.enum(STANDARDS_OF_PROOF).optional(),
  /** The part in the source's own terms. */
  words: LocalTextSchema.optional(),
});

export const Involvement = InvolvementMembers.extend({ kind: z.literal("involvement") });
export type Involvement = z.infer<typeof Involvement>;

/** Why an involvement is not one that may be recorded; null when it is. */
export function faultOfInvolvement(
  { basis, degree }: Pick<Involvement, "basis" | "degree">,
  subject: SubjectId,
): string | null {
  if (basis !== "held-office") return null;
  if (degree !== undefined)
    return `an involvement whose basis is "held-office" has no degree: to have held an office is not to have ${degree}. Leave the degree out, or give the basis that the source gives.`;
  if (!subject.startsWith("person:"))
    return `only a person holds an office: the basis "held-office" is not that of ${subject}. Give the basis that the source gives, or "not-stated".`;
  return null;
}
