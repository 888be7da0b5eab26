/** Lists that add nobody to the count of persons, and why. */
import { type LinkInput, type LinkResult, type LinkSettings, ownNameFields } from "../linkage/index.ts";

export interface EmptyList {
  readonly list: string;
  readonly records: number;
  /** No field of the person's own name is mapped; else it is, and says nothing in any row. */
  readonly why: "not-mapped" | "no-names";
}

/** @param imports - what was read: the lists in it and the fields that its recipe maps. */
export function emptyLists(
  { records }: Pick<LinkInput, "records">,
  settings: LinkSettings,
  { unnamedLists }: Pick<LinkResult, "unnamedLists">,
  imports: readonly {
    readonly lists: readonly string[];
    readonly fields: readonly { readonly name: string }[];
  }[],
): EmptyList[] {
  const ownNames = ownNameFields(settings);
  return unnamedLists.map((list) => ({
    list,
    records: records.filter((record) => record.list === list).length,
    why: imports.some(
      ({ lists, fields }) => lists.includes(list) && fields.some(({ name }) => ownNames.includes(name)),
    )
      ? "no-names"
      : "not-mapped",
  }));
}
