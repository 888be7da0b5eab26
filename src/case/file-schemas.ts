/** JSON Schema (draft 2020-12) of every file that a person writes for a case. */
import { z } from "zod";
import { type JsonSchema, statementFileSchema, subjectsFileSchema } from "../statements/index.ts";
import { CaseConfig } from "./config.ts";
import { WrittenFinding } from "./findings-of-case.ts";
import { ProvenanceFile } from "./provenance-file.ts";

/** By what is written: the case itself, its subjects, statements about a source, findings, what is known of lists. */
export const FILE_SCHEMAS = {
  case: () => titled("An Inquest case: case.yaml", CaseConfig),
  subjects: subjectsFileSchema,
  statements: statementFileSchema,
  findings: () => titled("Findings of an Inquest case", z.array(WrittenFinding).min(1)),
  provenance: () => titled("Where the lists of a table come from", ProvenanceFile),
} as const satisfies Readonly<Record<string, () => JsonSchema>>;

export type SchemaName = keyof typeof FILE_SCHEMAS;

export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(FILE_SCHEMAS, name);

function titled(title: string, schema: z.ZodType): JsonSchema {
  return { ...z.toJSONSchema(schema, { io: "input" }), title };
}
