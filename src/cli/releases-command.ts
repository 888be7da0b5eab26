/** `inquest releases`: the releases of lists, and what became of each row. */
import {
  type ListReleasesView,
  openCase,
  type ReleaseChangesView,
  type ReleaseCounts,
  type ReleaseRowView,
  type RowChangeView,
  showReleaseChanges,
  showReleases,
} from "../case/index.ts";
import { actDay } from "./act-day.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { isolated } from "./plain-words.ts";

/** Changes of one kind that a terminal shows; `--json` gives all. */
const SHOWN = 20;

/** `inquest releases [CASE] [LIST] [--release N] [--json]`. */
export const releases: Command = async (context) => {
  const { line, terminal, surroundings, progress } = context;
  const [first, second, ...rest] = line.operands;
  const isCase = line.value("case") === undefined && namesCase(context, first);
  const list = isCase ? second : first;
  if (rest.length > 0 || (!isCase && second !== undefined))
    throw usageError("releases takes one list at most.");
  const opened = await openCase({
    dir: findCase(context, isCase ? first : undefined),
    mode: "read",
    surroundings,
    progress,
  });
  try {
    if (list === undefined) {
      const lists = showReleases(opened);
      if (line.has("json")) writeJson(context, { lists });
      else terminal.out(`${lists.flatMap((each) => listLines(context, each)).join("\n")}\n`);
      return 0;
    }
    const shown = await showReleaseChanges(opened, list, readNumber(line.value("release")));
    if (line.has("json")) writeJson(context, shown);
    else terminal.out(`${changeLines(context, shown).join("\n")}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  throw usageError(`--release takes the number of a release, from 1; "${text}" is none.`);
}

function listLines(context: CommandContext, { name, releases: of }: ListReleasesView): string[] {
  const { translate, line } = context;
  return [
    translate("releases.list", { list: isolated(name) }),
    ...of.map(({ number, fileName, importedAt, records, counts }) => {
      const params = {
        number,
        file: isolated(fileName ?? "–"),
        day: actDay(importedAt, line.language),
        records,
      };
      const words = counts === null ? "" : `; ${countsText(context, counts)}`;
      return `  ${translate("releases.release", params)}${words}`;
    }),
  ];
}

/** "3 changed, 1 gone, …". */
export function countsText({ translate }: CommandContext, counts: ReleaseCounts): string {
  return translate("releases.counts", { ...counts });
}

const KINDS: readonly RowChangeView["is"][] = [
  "ambiguous",
  "gone",
  "changed",
  "returned",
  "added",
  "unchanged",
];

function changeLines(context: CommandContext, shown: ReleaseChangesView): string[] {
  const { translate } = context;
  const { list, number, records, counts } = shown;
  const head = translate("releases.head", { list: isolated(list), number, records });
  if (counts === null) return [head, translate("releases.first")];
  const lines = [head, countsText(context, counts)];
  for (const kind of KINDS) {
    const of = shown.changes.filter(({ is }) => is === kind);
    if (of.length === 0) continue;
    lines.push("", translate(`releases.${kind}`, { count: of.length }));
    for (const change of of.slice(0, SHOWN)) lines.push(...oneChange(context, change));
    if (of.length > SHOWN) lines.push(`  ${translate("releases.more", { count: of.length - SHOWN })}`);
    if (kind === "ambiguous")
      lines.push(`  ${translate("releases.ambiguous.now", { list: isolated(list) })}`);
  }
  return lines;
}

function oneChange(context: CommandContext, change: RowChangeView): string[] {
  const { translate } = context;
  const { before, after, changed, is } = change;
  if (is === "ambiguous") return ambiguousLines(context, change);
  const rows = (side: readonly ReleaseRowView[]) => side.map((row) => rowText(row)).join(" · ");
  if (is === "gone") return [`  ${rows(before)}`];
  if (is === "added") return [`  ${rows(after)}`];
  return [
    `  ${translate("releases.from-to", { before: rows(before), after: rows(after) })}`,
    ...changed.map(
      (cell) =>
        `    ${translate("releases.cell", {
          column: isolated(cell.column),
          before: isolated(cell.before),
          after: isolated(cell.after),
        })}`,
    ),
  ];
}

/** Both sides, each row with the cells in which any of them differ. */
function ambiguousLines({ translate }: CommandContext, { before, after }: RowChangeView): string[] {
  const rows = [...before, ...after];
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  // The column of the ids says what stands before it already.
  const isOfIds = (column: string) => rows.every(({ recordId, cells }) => cells[column] === recordId);
  const differing = columns.filter(
    (column) => new Set(rows.map(({ cells }) => cells[column] ?? "")).size > 1 && !isOfIds(column),
  );
  const said = ({ cells }: ReleaseRowView) =>
    differing.map((column) =>
      translate("releases.says", {
        column: isolated(column),
        cell: isolated((cells[column] ?? "").trim() || "–"),
      }),
    );
  const side = (key: "before" | "after", of: readonly ReleaseRowView[]) =>
    of.map((row) => {
      const words = said(row).join(translate("passage.comma"));
      return `    ${translate(`releases.side.${key}`, { row: rowText(row) })}${words === "" ? "" : `: ${words}`}`;
    });
  return [`  ${translate("releases.group")}`, ...side("before", before), ...side("after", after)];
}

/** A row by its id and its name; by what its first cells say where it has none. */
function rowText({ recordId, names, cells }: ReleaseRowView): string {
  const said = Object.values(cells).filter((cell) => cell.trim() !== "" && cell !== recordId);
  return isolated([recordId, ...(names.length > 0 ? names : said.slice(0, 3))].join(" | "));
}
