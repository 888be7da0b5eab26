/** The body of an act as this version reads it. */
import type { z } from "zod";
import { InquestError } from "../core/index.ts";

export function readBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
  kind: string,
  leafIndex: number,
): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw unreadableBody(kind, leafIndex, parsed.error);
}

export function unreadableBody(kind: string, leafIndex: number, cause: z.ZodError): InquestError {
  return new InquestError({
    code: "case/act-body",
    reaction: "internal",
    message: `Act ${leafIndex} (${kind}) has a body that this version of Inquest cannot read. Open the case with the version that wrote it.`,
    cause,
    evidence: { leafIndex, kind },
  });
}
