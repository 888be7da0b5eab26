/** Settings for lists that write a person's name in different ways: whole in one, in two parts in another. */
import type { LinkField } from "./records.ts";
import { type LinkComparison, type LinkOptions, type LinkSettings, settingsFor } from "./settings.ts";

export interface ListsToCompare {
  /** All fields, as the input has them. */
  readonly fields: readonly LinkField[];
  /** The names of the fields of each list. */
  readonly lists: readonly (readonly string[])[];
  readonly options?: LinkOptions;
}

/**
 * Settings as `settingsFor` chooses them from the fields, but a name that one list writes whole and another one in a
 * given and a family name is one comparison over all these fields: compared apart they would never meet, and people
 * would be linked by their days alone.
 *
 * Comparisons that the options give stand as they are; so does everything where a list writes the name in both ways.
 *
 * @throws InquestError as `settingsFor`.
 */
export function settingsForLists({ fields, lists, options = {} }: ListsToCompare): LinkSettings {
  const settings = settingsFor(fields, options);
  if (options.comparisons !== undefined) return settings;
  const joined = joinNames(settings.comparisons, lists);
  return joined === null ? settings : settingsFor(fields, { ...options, comparisons: joined });
}

function joinNames(
  comparisons: readonly LinkComparison[],
  lists: readonly (readonly string[])[],
): LinkComparison[] | null {
  const own = comparisons.filter(({ identifies, kind }) => identifies && kind === "name");
  const parts = own.filter(({ swappedWith }) => swappedWith !== null);
  const [whole, ...others] = own.filter(({ swappedWith }) => swappedWith === null);
  if (whole === undefined || others.length > 0 || parts.length === 0) return null;
  if (parts.some(({ writings }) => writings.length > 0)) return null;
  const has = (list: readonly string[], { fields, writings }: LinkComparison) =>
    [...fields, ...writings].some((field) => list.includes(field));
  const ways = lists.map((list) => ({
    isWhole: has(list, whole),
    isParted: parts.some((part) => has(list, part)),
  }));
  const isMixed = ways.some(({ isWhole }) => isWhole) && ways.some(({ isParted }) => isParted);
  if (!isMixed || ways.some(({ isWhole, isParted }) => isWhole && isParted)) return null;
  const joined = { ...whole, fields: [...parts.flatMap(({ fields }) => fields), ...whole.fields] };
  return comparisons.flatMap((each) => {
    if (parts.includes(each)) return [];
    return each === whole ? [joined] : [each];
  });
}
