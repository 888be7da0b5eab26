/** Sources: sealed files that speak, or that summarise what others said. */
import { z } from "zod";
import { LocalTextSchema } from "./subject.ts";

/** Where the thing itself is, when this case holds only a summary or a copy of it. */
export const OriginalReference = z.strictObject({
  title: z.string().min(1),
  author: z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
  /** How to find it: a citation, an archive's signature, an address. */
  reference: z.string().min(1),
});
export type OriginalReference = z.infer<typeof OriginalReference>;

export const Source = z.strictObject({
  /** `src-` and the first 32 digits of the SHA-256 of its bytes. */
  id: z.string().regex(/^src-[0-9a-f]{32}$/u),
  /** Short readable name, unique in the case: the file's name without its ending. */
  key: z.string().min(1),
  fileName: z.string().min(1),
  title: LocalTextSchema,
  /** evidence: the original itself; working: a summary made by the keepers of the case. */
  role: z.enum(["evidence", "working"]),
  language: z.string().min(2),
  mediaType: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  sizeBytes: z.number().int().nonnegative(),
  original: OriginalReference.optional(),
});
export type Source = z.infer<typeof Source>;

/** Whether the original itself is sealed in the case, or only a summary of it. */
export function isOriginalHeld(source: Pick<Source, "role">): boolean {
  return source.role === "evidence";
}
