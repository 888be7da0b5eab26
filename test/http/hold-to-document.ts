/** Answers held against the OpenAPI document that the server gives of itself. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { OperationId } from "../../src/server/contract.ts";
import { OPERATIONS } from "../../src/server/operations.ts";

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** @returns what is wrong with an answer, or nothing. */
export type Validate = (id: OperationId | "ErrorView", body: unknown) => string;

/** Holds answers against the published schemas; gives what is wrong, or nothing. */
export function createValidate(published: Document): Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(published, "api");
  const known = new Map<string, ValidateFunction>();
  return (id, body) => {
    const where =
      id === "ErrorView"
        ? "/components/schemas/ErrorView"
        : `/paths/${OPERATIONS[id].path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/${OPERATIONS[id].method}/responses/200/content/application~1json/schema`;
    const check = known.get(id) ?? ajv.compile({ $ref: `api#${where}` });
    known.set(id, check);
    return check(body) === true ? "" : `${id}: ${ajv.errorsText(check.errors)}`;
  };
}
