/** How a statement came into the case: when it was said, who took it from the source, who translated it. */
import { z } from "zod";
import { LocalTextSchema } from "./subject.ts";

/** Words of the quote in other languages; the quote itself stays as the source has it. */
export const Translation = z.strictObject({
  text: LocalTextSchema,
  /** A person's pseudonym, or the name and version of a program. */
  by: z.string().trim().min(1),
  isMachine: z.boolean(),
});
export type Translation = z.infer<typeof Translation>;

/** Who or what took the statement from its source. */
export const Extraction = z.union(
  [
    z.strictObject({ person: z.string().trim().min(1) }),
    z.strictObject({ tool: z.string().trim().min(1), version: z.string().trim().min(1) }),
  ],
  "must be {person} or {tool, version}",
);
export type Extraction = z.infer<typeof Extraction>;
