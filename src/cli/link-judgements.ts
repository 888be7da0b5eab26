/** What people judged of pairs, as a file gives it back: what of it speaks of these records, and what does not. */
import { basename } from "node:path";
import { localizeDigits, toVisibleText } from "../core/index.ts";
import { type JudgementLine, readJudgementTable } from "../intake/index.ts";
import type { LinkInput, PairJudgement } from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";
import { isolated } from "./plain-words.ts";
import { addressFinder } from "./record-addresses.ts";
import { readUserFile } from "./write-commands.ts";

export type UnusableWhy = "unknown-list" | "unknown-record" | "one-record";

export interface UnusableRow {
  readonly row: number;
  readonly why: UnusableWhy;
  /** The list, or the record as `list:record_id`, that is not there or is judged against itself. */
  readonly name: string;
}

/** A judgement of two records that are there. */
export type UsableJudgement = PairJudgement & Pick<JudgementLine, "row" | "drawn">;

export interface JudgedPairs {
  readonly fileName: string;
  readonly usable: readonly UsableJudgement[];
  readonly unusable: readonly UnusableRow[];
  /** Rows without a decision. */
  readonly waiting: number;
}

const SHOWN = 5;

/** Reads `--judgements`; null without it. @throws InquestError as `readJudgementTable` does. */
export function readJudgements(
  context: CommandContext,
  { records }: Pick<LinkInput, "records">,
): JudgedPairs | null {
  const path = context.line.value("judgements");
  if (path === undefined) return null;
  const fileName = basename(path);
  const { judged, waiting } = readJudgementTable({ bytes: readUserFile(context, path), fileName });
  const find = addressFinder(records.map(({ list, recordId }) => ({ list, recordId })));
  const usable: UsableJudgement[] = [];
  const unusable: UnusableRow[] = [];
  for (const { row, left, right, decision, drawn } of judged) {
    // What a sample holds was written by this program, so its apostrophes are known to be guards.
    const [one, other] = [left, right].map((address) => find.address(address, { isOurs: drawn !== null }));
    if (one === undefined || other === undefined) {
      const missing = one === undefined ? left : right;
      const isList = find.list(missing.list);
      unusable.push(
        isList
          ? { row, why: "unknown-record", name: `${missing.list}:${missing.recordId}` }
          : { row, why: "unknown-list", name: missing.list },
      );
    } else if (one.list === other.list && one.recordId === other.recordId)
      unusable.push({ row, why: "one-record", name: `${one.list}:${one.recordId}` });
    else usable.push({ row, left: one, right: other, decision, drawn });
  }
  return { fileName, usable, unusable, waiting };
}

/** What of the file cannot be used, in words; nothing where all of it can. */
export function unusableLines(
  { translate, line }: Pick<CommandContext, "translate" | "line">,
  { fileName, usable, unusable, waiting }: JudgedPairs,
): string[] {
  const file = toVisibleText(fileName);
  const rows = unusable.slice(0, SHOWN).map(({ row, why, name }) =>
    translate(`judgements.row.${why}`, {
      row: localizeDigits(String(row), line.language),
      name: isolated(name),
    }),
  );
  const more = unusable.length > SHOWN ? " …" : "";
  return [
    ...(unusable.length === 0
      ? []
      : [
          translate("judgements.unusable", {
            ...{ file, count: unusable.length },
            rows: rows.join(translate("judgements.between")) + more,
          }),
        ]),
    ...(usable.length === 0 ? [translate("judgements.none", { file, waiting })] : []),
  ];
}
