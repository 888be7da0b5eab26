/** Fields that may mean one thing under two names: the place of one list, the place of death of another. */
import type { FieldKind } from "../intake/index.ts";

/** Fields of one kind, each on one list alone: linkage compares none of them. */
export interface FieldsApart {
  readonly kind: FieldKind;
  readonly fields: readonly { readonly list: string; readonly field: string }[];
}

interface Imported {
  readonly lists: readonly string[];
  readonly fields: readonly { readonly name: string; readonly kind: FieldKind }[];
}

/** Dates of one list, a birth, and of another, a death, are no two names of one thing; places often are. */
const MISTAKABLE: readonly FieldKind[] = ["place"];

/** @param imports - of persons. */
export function fieldsApart(imports: readonly Imported[]): FieldsApart[] {
  const ofLists = imports.flatMap(({ lists, fields }) => lists.map((list) => ({ list, fields })));
  const isAlone = (field: string) =>
    ofLists.filter(({ fields }) => fields.some(({ name }) => name === field)).length === 1;
  return MISTAKABLE.flatMap((kind) => {
    const alone = ofLists.flatMap(({ list, fields }) =>
      fields.flatMap(({ name, kind: its }) => (its === kind && isAlone(name) ? [{ list, field: name }] : [])),
    );
    const lists = new Set(alone.map(({ list }) => list));
    return lists.size < 2 ? [] : [{ kind, fields: alone }];
  });
}
