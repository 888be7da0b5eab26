/** What linking cut, could not honour or could not tell, in words: a person must look. */
import { toVisibleText } from "../core/index.ts";
import {
  identicalRows,
  type JudgementConflict,
  type LinkInput,
  type LinkResult,
  type PairJudgement,
} from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";

const SHOWN = 20;

/** Nothing where nothing was cut and no judgement contradicts. */
export function conflictLines(
  { translate, line }: CommandContext,
  { records }: Pick<LinkInput, "records">,
  { cutEdges, conflicts }: Pick<LinkResult, "cutEdges" | "conflicts">,
): string[] {
  const locale = line.language === "fa" ? "fa-IR" : "en-GB";
  const address = (index: number | null) => {
    const record = index === null ? undefined : records[index];
    const text = record === undefined ? null : `${record.list}:${record.recordId}`;
    return text === null ? translate("link.conflict.unknown") : `\u2068${toVisibleText(text)}\u2069`;
  };
  const textOf = ({ left, right, kind, weightBits, against }: JudgementConflict) => {
    const bits = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: "exceptZero",
    }).format(weightBits ?? 0);
    const others = against.map((each) =>
      translate("explain.judgement", {
        left: address(each.left),
        right: address(each.right),
        decision: translate(`explain.decision.${each.decision}`),
      }),
    );
    return `  ${translate(`link.conflict.${kind}`, {
      ...{ left: address(left), right: address(right), bits },
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
      const shown = recordIds
        .slice(0, ROWS_SHOWN)
        .map((id) => `\u2068${toVisibleText(`${list}:${id}`)}\u2069`);
      const rest = recordIds.length - shown.length;
      const others = rest > 0 ? ` ${translate("link.identical.rest", { count: rest })}` : "";
      return `  ${shown.join(" = ")}${others}`;
    }),
    ...(more > 0 ? [`  ${translate("link.identical.more", { count: more })}`] : []),
  ];
}
