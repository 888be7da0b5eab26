/** What linking says of its own doubt, on files as in a case. */
import type { LinkDoubt } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { type BlockingReport, type LinkResult, ownNameFields } from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";
import type { LinkFiles } from "./link-input.ts";

type Words = Pick<CommandContext, "translate">;

/** A list that adds nobody to the count of persons. */
export interface EmptyList {
  readonly list: string;
  readonly records: number;
  /** No field of the person's own name is mapped; else it is, and says nothing in any row. */
  readonly why: "not-mapped" | "no-names";
}

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

export function emptyLists(
  { imports, input, settings }: Pick<LinkFiles, "imports" | "input" | "settings">,
  { unnamedLists }: Pick<LinkResult, "unnamedLists">,
): EmptyList[] {
  const ownNames = ownNameFields(settings);
  return unnamedLists.map((list) => ({
    list,
    records: input.records.filter((record) => record.list === list).length,
    why: imports.some(
      ({ lists, fields }) => lists.includes(list) && fields.some(({ name }) => ownNames.includes(name)),
    )
      ? "no-names"
      : "not-mapped",
  }));
}

export function emptyListLines({ translate }: Words, lists: readonly EmptyList[]): string[] {
  return lists.map(({ list, records, why }) =>
    translate(`link.empty-list.${why}`, { list: `\u2068${toVisibleText(list)}\u2069`, records }),
  );
}
