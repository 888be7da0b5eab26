/** What stands against the import of a list: a person can see it before, and nothing is recorded while it stands. */
import { InquestError } from "../core/index.ts";
import type { ListImport, SealingDecision } from "../intake/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseState } from "./state.ts";

/**
 * - broken: quotation marks or null characters break the file as a table; a person may take the rows that can be read.
 * - empty: no row gives a record.
 * - held: another import holds a list of that name.
 * - replaces: another file was imported under the name; a person says whether this is its next release.
 */
export type ImportObstacle =
  | { readonly is: "broken"; readonly rows: readonly number[] }
  | { readonly is: "empty"; readonly rejected: number }
  | { readonly is: "held"; readonly holder: string; readonly lists: readonly string[] }
  | { readonly is: "replaces"; readonly before: number };

/** Faults of the file as a table, not of one row's values: what follows them cannot be trusted. */
const BROKEN_TABLE = ["intake/broken-quotes", "intake/null-character"];

/** Everything that stands against it, whatever a person allowed. */
export function findObstacles(state: CaseState, name: string, read: ListImport): readonly ImportObstacle[] {
  const obstacles: ImportObstacle[] = [];
  const broken = read.rejected.filter((row) => BROKEN_TABLE.includes(row.code));
  if (broken.length > 0) obstacles.push({ is: "broken", rows: broken.map(({ row }) => row) });
  if (read.records.length === 0) obstacles.push({ is: "empty", rejected: read.rejected.length });
  const imports = [...state.lists.values()].map(({ value }) => value);
  const holder = imports.find(
    (other) => other.name !== name && other.lists.some((held) => read.lists.includes(held)),
  );
  if (holder !== undefined) obstacles.push({ is: "held", holder: holder.name, lists: read.lists });
  const previous = imports.find((other) => other.name === name);
  if (previous !== undefined) obstacles.push({ is: "replaces", before: previous.recordCount });
  return obstacles;
}

/**
 * Refuses what would change the case behind the user's back; nothing was recorded yet.
 *
 * @throws InquestError "case/list-broken", "case/list-empty", "case/list-held", or "case/list-replaces", which
 *   a person decides.
 */
export function requireImportable(
  state: CaseState,
  list: {
    readonly name: string;
    readonly file: FolderFile;
    readonly mayReplace?: boolean;
    readonly mayBeBroken?: boolean;
  },
  read: ListImport,
): void {
  const isAllowed = ({ is }: ImportObstacle) =>
    (is === "broken" && list.mayBeBroken === true) || (is === "replaces" && list.mayReplace === true);
  const obstacle = findObstacles(state, list.name, read).find((each) => !isAllowed(each));
  if (obstacle !== undefined) throw refusalOf(obstacle, list, read);
}

function refusalOf(
  obstacle: ImportObstacle,
  { name: list, file: { name } }: { readonly name: string; readonly file: FolderFile },
  read: ListImport,
): InquestError {
  switch (obstacle.is) {
    case "broken": {
      const [row = 0] = obstacle.rows;
      const reason = read.rejected.find((each) => each.row === row)?.reason ?? "";
      return importError("case/list-broken", "input", {
        message: `${name}, row ${row}: ${reason} Nothing was imported. Correct the file, or take the rows that can be read with --accept-rejected.`,
        evidence: { file: name, row, rows: obstacle.rows },
      });
    }
    case "empty":
      return importError("case/list-empty", "input", {
        message: `${name} gives no record (${obstacle.rejected} rows rejected). Nothing was imported; check delimiter and recipe.`,
        evidence: { file: name, rejected: obstacle.rejected },
      });
    case "held":
      return importError("case/list-held", "input", {
        message: `${name} gives the list ${obstacle.lists.join(", ")}, which the import "${obstacle.holder}" already holds. Nothing was imported; give the list another name.`,
        evidence: { file: name, lists: obstacle.lists, holder: obstacle.holder },
      });
    case "replaces":
      return importError("case/list-replaces", "decision", {
        message: `${name} would replace the ${obstacle.before} records of the list "${list}" by ${read.records.length} others. If it is the next release of that list, say so with --replace: its rows are matched to the last release, and nothing is deleted. Else give the list another name.`,
        evidence: { file: name, list, before: obstacle.before, after: read.records.length },
      });
  }
}

/**
 * Columns that can hurt the living are encrypted unless a person decides otherwise and says why.
 *
 * @throws InquestError "case/list-sensitive" (reaction decision) naming the columns.
 */
export function requireSealingDecision(
  file: string,
  { sensitive }: ListImport,
  decision: SealingDecision | undefined,
): void {
  if (sensitive.length === 0 || decision !== undefined) return;
  const named = sensitive.map(({ column, kind, rows }) => `"${column}" (${kind}, ${rows} rows)`).join(", ");
  throw importError("case/list-sensitive", "decision", {
    message: `${file} has columns that are sealed by default: ${named}. Nothing was imported. Encrypt the file and its rows with --seal, or leave them open with --leave-open "why that harms nobody"; a recipe says so under "sealing".`,
    evidence: { file, sensitive },
  });
}

export function importError(
  code: string,
  reaction: "input" | "decision",
  { message, evidence }: { readonly message: string; readonly evidence: Readonly<Record<string, unknown>> },
): InquestError {
  return new InquestError({ code, reaction, message, evidence });
}
