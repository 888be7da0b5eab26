/** Every operation of the HTTP interface: the one table of which the routes and the OpenAPI document are made. */
import type { OperationId } from "./contract.ts";
import { GIVING } from "./giving-operations.ts";
import { READING } from "./reading-operations.ts";
import { CREATING, LOCKING, WRITING } from "./writing-operations.ts";

export const OPERATIONS = { ...READING, ...GIVING, ...LOCKING, ...CREATING, ...WRITING } satisfies {
  readonly [Id in OperationId]: { readonly id: Id };
};
