/** What may be told of where a site lies. */
import { z } from "zod";
import { SubjectId } from "../statements/index.ts";

const PUBLICATIONS = ["exact", "coarsened", "withheld"] as const;

/** How exactly the place of a site may be told to strangers: a decision with its risk and its reason. */
export const PublicationDecided = z
  .strictObject({
    site: SubjectId.refine((id) => id.startsWith("site:"), "is no site"),
    decision: z.enum(PUBLICATIONS),
    /** Kilometres to which a coarsened place is rounded. */
    km: z.number().positive().optional(),
    risk: z.string().trim().min(1),
    reason: z.string().trim().min(1),
    reviewer: z.string().trim().min(1),
  })
  .refine(({ decision, km }) => (decision === "coarsened") === (km !== undefined), {
    path: ["km"],
    error: "is given for a coarsened place, and only for one",
  });
export type PublicationDecided = z.infer<typeof PublicationDecided>;

/** The decision as somebody gives it, before it is known whether it holds together. */
export const PublicationGiven = z.strictObject({
  decision: z.enum(PUBLICATIONS),
  km: z.number().optional(),
  risk: z.string(),
  reason: z.string(),
  reviewer: z.string(),
});
export type PublicationGiven = z.infer<typeof PublicationGiven>;
