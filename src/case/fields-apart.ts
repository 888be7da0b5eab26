/** Places that may be one under two names: the place of one list, the place of death of another. */
import type { FieldKind } from "../intake/index.ts";

/** A place that one list alone has under this name: linkage does not compare it. */
export interface FieldApart {
  readonly list: string;
  readonly field: string;
}

interface Imported {
  readonly lists: readonly string[];
  readonly fields: readonly { readonly name: string; readonly kind: FieldKind }[];
}

/**
 * Places alone: dates of two lists, a birth and a death, are no two names of one thing.
 *
 * @param imports - of persons.
 * @returns none where all are of one list: there is nothing that they could be compared with.
 */
export function fieldsApart(imports: readonly Imported[]): FieldApart[] {
  const ofLists = imports.flatMap(({ lists, fields }) => lists.map((list) => ({ list, fields })));
  const isAlone = (field: string) =>
    ofLists.filter(({ fields }) => fields.some(({ name }) => name === field)).length === 1;
  const alone = ofLists.flatMap(({ list, fields }) =>
    fields.flatMap(({ name, kind }) => (kind === "place" && isAlone(name) ? [{ list, field: name }] : [])),
  );
  return new Set(alone.map(({ list }) => list)).size < 2 ? [] : alone;
}
