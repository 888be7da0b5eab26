/** JSON Schema of the files that people write: editors check them while they are written. */
import { z } from "zod";
import { StatementDraft, StatementFile } from "./statement-draft.ts";
import { SUBJECT_KINDS, Subject, type SubjectKind } from "./subject.ts";
import { isStatedOf, type PropertyRule, VOCABULARY } from "./vocabulary.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema of a statement file. What a property may be stated of and which value it takes stand in it; whether a
 * subject is named in the case and a quote stands in its source is known only when the file is applied.
 */
export function statementFileSchema(): JsonSchema {
  const file = StatementFile.extend({ statements: z.array(StatementDraft).min(1) });
  const schema = z.toJSONSchema(file, { io: "input" });
  const { properties = {} } = schema;
  const { statements } = properties;
  if (
    typeof statements !== "object" ||
    typeof statements.items !== "object" ||
    Array.isArray(statements.items)
  )
    throw new TypeError("a statement file has a list of statements");
  const items = {
    ...statements.items,
    anyOf: [{ required: ["quote"] }, SEEN_IN_A_PICTURE],
    allOf: Object.entries<PropertyRule>(VOCABULARY).map(([name, rule]) => ({
      if: { properties: { property: { const: name } }, required: ["property"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: ruleSchema(rule),
    })),
  };
  return titled("A statement file of Inquest", {
    ...schema,
    properties: { ...properties, statements: { ...statements, items } },
  });
}

/** The schema of `subjects.yaml`. */
export function subjectsFileSchema(): JsonSchema {
  return titled("The subjects of an Inquest case", z.toJSONSchema(z.array(Subject), { io: "input" }));
}

/** A region of a picture may be told by what is seen there. */
const SEEN_IN_A_PICTURE: JsonSchema = {
  required: ["seen", "at"],
  properties: { at: { type: "object", required: ["region"] } },
};

function titled(title: string, schema: JsonSchema): JsonSchema {
  return { ...schema, title };
}

function ruleSchema(rule: PropertyRule): JsonSchema {
  const subject = idOf(SUBJECT_KINDS.filter((kind) => isStatedOf(rule, kind)));
  if (rule.value === "none") return { properties: { subject, value: false } };
  return { properties: { subject, value: valueSchema(rule) }, required: ["value"] };
}

function valueSchema({ value, codes, refersTo }: PropertyRule): JsonSchema {
  switch (value) {
    case "quantity":
      return { anyOf: [{ type: "integer" }, objectWithOneOf(["min", "max", "words"])] };
    case "text":
      return { anyOf: [{ type: "string" }, objectWithOneOf(["en", "fa"])] };
    case "name":
      return { anyOf: [{ type: "string" }, objectWithOneOf(["en", "fa", "text"])] };
    case "ref":
      return idOf(refersTo ?? []);
    case "code":
      return { enum: [...(codes ?? [])] };
    case "point":
      return { type: "object", required: ["latitude", "longitude", "accuracyM"] };
    case "none":
      return {};
  }
}

const idOf = (kinds: readonly SubjectKind[]): JsonSchema => ({
  type: "string",
  pattern: `^(${kinds.join("|")}):`,
});

const objectWithOneOf = (members: readonly string[]): JsonSchema => ({
  type: "object",
  anyOf: members.map((member) => ({ required: [member] })),
});
