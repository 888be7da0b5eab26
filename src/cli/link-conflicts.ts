/** What linking cut, could not honour or could not tell, in words: a person must look. */
import {
  identicalRows,
  type JudgementConflict,
  type LinkInput,
  type LinkResult,
  type PairJudgement,
} from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";
import { isolated, signed } from "./plain-words.ts";

const SHOWN = 20;

/** Nothing where nothing was cut and no judgement contradicts. */
export function conflictLines(
  context: CommandContext,
  { records }: Pick<LinkInput, "records">,
  { cutEdges, conflicts }: Pick<LinkResult, "cutEdges" | "conflicts">,
): string[] {
  const { translate } = context;
  const address = (index: number | null) => {
    const record = index === null ? undefined : records[index];
    if (record === undefined) return translate("link.conflict.unknown");
    return isolated(`${record.list}:${record.recordId}`);
  };
  const textOf = ({ left, right, kind, weightBits, against }: JudgementConflict) => {
    const others = against.map((each) =>
      translate("explain.judgement", {
        left: address(each.left),
        right: address(each.right),
        decision: translate(`explain.decision.${each.decision}`),
      }),
    );
    return `  ${translate(`link.conflict.${kind}`, {
      ...{ left: address(left), right: address(right), bits: signed(context, weightBits ?? 0) },
      others: others.join(translate("explain.separator")),
    })}`;
  };
  const more = conflicts.length - SHOWN;
  return [
    ...(cutEdges.length === 0 ? [] : [translate("link.cut", { count: cutEdges.length })]),
    ...(conflicts.length === 0 ? [] : [translate("link.conflicts", { count: conflicts.length })]),
    ...conflicts.slice(0, SHOWN).map(textOf),
    ...(more > 0 ? [`  ${translate("link.conflict.more", { count: more })}`] : []),
  ];
}

const [GROUPS_SHOWN, ROWS_SHOWN] = [10, 5];

/** Identical rows of one list that were left apart. Nothing where there are none. */
export function identicalRowLines(
  { translate }: CommandContext,
  input: LinkInput,
  result: Pick<LinkResult, "clusterIds">,
  judgements: readonly PairJudgement[],
): string[] {
  const groups = identicalRows(input, result, judgements);
  if (groups.length === 0) return [];
  const rows = groups.reduce((sum, { recordIds }) => sum + recordIds.length, 0);
  const more = groups.length - GROUPS_SHOWN;
  return [
    translate("link.identical", { rows, groups: groups.length }),
    ...groups.slice(0, GROUPS_SHOWN).map(({ list, recordIds }) => {
      const shown = recordIds.slice(0, ROWS_SHOWN).map((id) => isolated(`${list}:${id}`));
      const rest = recordIds.length - shown.length;
      const others = rest > 0 ? ` ${translate("link.identical.rest", { count: rest })}` : "";
      return `  ${shown.join(" = ")}${others}`;
    }),
    ...(more > 0 ? [`  ${translate("link.identical.more", { count: more })}`] : []),
  ];
}
