/** What linking says of its own doubt, on files as in a case. */
import type { EmptyList, FieldApart, LinkDoubt } from "../case/index.ts";
import type { BlockingReport } from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";
import { isolated } from "./plain-words.ts";

type Words = Pick<CommandContext, "translate">;

/** The count of persons with the doubt of linkage, or what is not known of it. */
export function doubtLine({ translate }: Words, doubt: LinkDoubt): string {
  const { estimate, low, high, missedLinks } = doubt;
  return missedLinks === null
    ? translate("link.doubt-unknown", { estimate, low, high })
    : translate("link.doubt", { estimate, low, high, missed: Math.round(100 * missedLinks) });
}

/** A warning where no two records were compared: then every record counts as somebody else, and nothing shows it. */
export function nothingComparedLine(
  { translate }: Words,
  { candidatePairs }: Pick<BlockingReport, "candidatePairs">,
): string[] {
  return candidatePairs > 0 ? [] : [translate("link.nothing-compared")];
}

/** A warning for each list that adds nobody. */
export function emptyListLines({ translate }: Words, lists: readonly EmptyList[]): string[] {
  return lists.map(({ list, records, why }) =>
    translate(`link.empty-list.${why}`, { list: isolated(list), records }),
  );
}

/** A warning for places that may be one under two names. */
export function fieldsApartLines({ translate }: Words, apart: readonly FieldApart[]): string[] {
  if (apart.length === 0) return [];
  const named = apart.map(({ list, field }) =>
    translate("link.apart.field", { field: isolated(field), list: isolated(list) }),
  );
  return [translate("link.apart", { fields: named.join(translate("link.apart.and")) })];
}
