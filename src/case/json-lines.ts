/** Sealed tables: one canonical JSON object a line, so that an archivist can read them with any tool. */
import type { z } from "zod";
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";

export function toJsonLines(items: readonly JsonValue[]): Uint8Array {
  return new TextEncoder().encode(items.map((item) => `${toCanonicalJson(item)}\n`).join(""));
}

/** @throws InquestError "case/derived-unreadable" naming the line; the bytes themselves were checked before. */
export function readJsonLines<S extends z.ZodType>(bytes: Uint8Array, schema: S, name: string): z.infer<S>[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.slice(0, -1).map((line, index) => {
    const parsed = schema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    throw new InquestError({
      code: "case/derived-unreadable",
      reaction: "internal",
      message: `${name}, line ${index + 1}, was written by another version of Inquest and cannot be read by this one.`,
      cause: parsed.error,
    });
  });
}
