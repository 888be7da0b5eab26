/** Names of the values that rows give to the fields of a person: the same in every language. */
import type { FieldValue } from "../intake/index.ts";

/** A value that rows of a person give: whose, of which field, and what it says in no language. */
export interface FieldValueAsked {
  readonly person: string;
  readonly field: string;
  readonly key: string;
}

/** What names a value that rows give to a field of a person. */
export function toValueId({ person, field, key }: FieldValueAsked): string {
  return `${person}#${field}=${key}`;
}

/** Null for what names something else. */
export function readValueId(id: string): FieldValueAsked | null {
  const [, person, field, key] = /^([^#]+)#([^=]+)=(.*)$/su.exec(id) ?? [];
  return person === undefined || field === undefined || key === undefined ? null : { person, field, key };
}

/** What a value says: equal ones are one value, whatever their cells look like. */
export function keyOfValue(value: FieldValue): string {
  switch (value.kind) {
    case "date":
      return value.time.edtf;
    case "code":
      return value.code;
    default:
      return value.raw;
  }
}
