/** JSON Schema of the files that people write: editors check them while they are written. */
import { z } from "zod";
import { InvolvementMembers } from "./involvement.ts";
import { Outline } from "./outline.ts";
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
  const { whose, hasCategory, sealedByDefault } = rule;
  const properties = {
    subject: idOf(SUBJECT_KINDS.filter((kind) => isStatedOf(rule, kind))),
    value: rule.value === "none" ? false : valueSchema(rule),
    of: whose === undefined ? false : idOf(whose.kinds),
    category: hasCategory === true ? idOf(["group"]) : false,
    ...(sealedByDefault === true ? { standing: { const: "alleged" } } : {}),
  };
  const required = [...(rule.value === "none" ? [] : ["value"]), ...(whose?.isNeeded === true ? ["of"] : [])];
  return { properties, ...(required.length === 0 ? {} : { required }) };
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
    case "outline":
      return partSchema(Outline.omit({ kind: true }));
    case "involvement": {
      const { properties, ...schema } = partSchema(InvolvementMembers);
      // To have held an office is not to have had a part of any degree.
      const degreeOfOffice = { required: ["degree"], properties: { basis: { const: "held-office" } } };
      return { ...schema, properties: { ...properties, act: idOf(["event"]) }, not: degreeOfOffice };
    }
    case "none":
      return {};
  }
}

function partSchema(part: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(part, { io: "input" });
  return schema;
}

const idOf = (kinds: readonly SubjectKind[]): JsonSchema => ({
  type: "string",
  pattern: `^(${kinds.join("|")}):`,
});

const objectWithOneOf = (members: readonly string[]): JsonSchema => ({
  type: "object",
  anyOf: members.map((member) => ({ required: [member] })),
});
