/** What linking cut or could not honour, in words: edges that were cut, and judgements that contradict. */
import { toVisibleText } from "../core/index.ts";
import type { JudgementConflict, LinkInput, LinkResult } from "../linkage/index.ts";
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
