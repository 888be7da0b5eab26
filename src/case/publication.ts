/** What may be told of where a site lies. */
import { z } from "zod";
import { SubjectId } from "../statements/index.ts";

/** How exactly the place of a site may be told to strangers: a decision with its risk and its reason. */
export const PublicationDecided = z
  .strictObject({
    site: SubjectId.refine((id) => id.startsWith("site:"), "is no site"),
    decision: z.enum(["exact", "coarsened", "withheld"]),
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
