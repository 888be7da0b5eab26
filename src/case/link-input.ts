/** What linkage is given of list records. */
import { type FieldValue, type ListRecord, toComparableValue } from "../intake/index.ts";
import type { LinkField, LinkInput } from "../linkage/index.ts";
import type { CaseState } from "./state.ts";

/** A name that some lists write in one column and others in two. */
const NAMES = [
  { whole: "name", parts: ["given", "family"] },
  { whole: "nameLatin", parts: ["givenLatin", "familyLatin"] },
] as const;
type Name = (typeof NAMES)[number];
type Row = Pick<ListRecord, "fields">;

/**
 * The fields that are compared. Where one row writes a name whole and another in parts, neither has what the other has: it is
 * compared whole, of all rows, and its parts are not compared beside it.
 */
export function linkFields(records: readonly Row[], fields: readonly LinkField[]): LinkField[] {
  const parts = NAMES.filter(
    (name) =>
      records.some((row) => hasWhole(row, name) && !hasPart(row, name)) &&
      records.some((row) => !hasWhole(row, name) && hasPart(row, name)),
  ).flatMap((name): readonly string[] => name.parts);
  return fields.filter((field) => !parts.includes(field.name));
}

/** List records in the shape that linkage takes. @param fields - from {@link linkFields}, or those that settings name. */
export function toLinkInput(records: readonly ListRecord[], fields: readonly LinkField[]): LinkInput {
  const joined = namesToJoin(fields.map(({ name }) => name));
  return {
    fields,
    records: records.map((record) => {
      const row = joined.length === 0 ? record : withWholeNames(record, joined);
      return {
        list: record.list,
        recordId: record.recordId,
        values: fields.map((field) => toComparableValue(row, field.name)),
      };
    }),
  };
}

/** Whether settings compare a part of a name for itself. @param compared - names of fields. */
export function comparesParts(compared: readonly string[]): boolean {
  return NAMES.some(({ parts }) => parts.some((part) => compared.includes(part)));
}

/** A row as it is compared by these fields: with its name in one where only whole names are. */
export function asCompared<R extends Row>(record: R, compared: readonly string[]): R {
  return withWholeNames(record, namesToJoin(compared));
}

/** Names of the imports whose rows are persons. */
export function personImports(state: CaseState): string[] {
  return [...state.lists.values()]
    .filter(({ value }) => value.of === "persons")
    .map(({ value }) => value.name);
}

function namesToJoin(fields: readonly string[]): Name[] {
  return NAMES.filter(
    ({ whole, parts }) => fields.includes(whole) && !parts.some((part) => fields.includes(part)),
  );
}

function withWholeNames<R extends Row>(record: R, joined: readonly Name[]): R {
  const lacking = joined.filter((name) => !hasWhole(record, name) && hasPart(record, name));
  if (lacking.length === 0) return record;
  const fields: Record<string, FieldValue> = { ...record.fields };
  for (const { whole, parts } of lacking) {
    const written = parts.flatMap((part) => {
      const value = record.fields[part];
      delete fields[part];
      return value !== undefined && "text" in value ? [value] : [];
    });
    const join = (of: "raw" | "text") => written.map((value) => value[of].trim()).join(" ");
    if (written.length > 0) fields[whole] = { kind: "name", raw: join("raw"), text: join("text") };
  }
  return { ...record, fields };
}

function hasWhole({ fields }: Row, { whole }: Name): boolean {
  return fields[whole] !== undefined;
}

function hasPart({ fields }: Row, { parts }: Name): boolean {
  return parts.some((part) => fields[part] !== undefined);
}
