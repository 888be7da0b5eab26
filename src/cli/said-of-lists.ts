/** What a person says of the lists of a table: where they come from, and which of them count as one. */
import { basename } from "node:path";
import { readProvenanceFile } from "../case/index.ts";
import {
  type CaptureTable,
  columnsJoined,
  type KnownOfLists,
  knownByProvenance,
  type StatedProvenance,
  withListsJoined,
} from "../estimate/index.ts";
import { decodeText } from "../intake/index.ts";
import { usageError } from "./arguments.ts";
import type { CommandContext } from "./context.ts";
import { showOnOneLine } from "./terminal.ts";
import { readUserFile } from "./write-commands.ts";

export interface SaidOfLists {
  /** Lists that count as one, by their names. */
  readonly merged: readonly (readonly string[])[];
  readonly provenance: readonly StatedProvenance[];
}

/** A table with its lists joined, and what is known of them. */
export interface ListedTable {
  readonly table: CaptureTable;
  readonly known: KnownOfLists;
}

/**
 * `--merge A,B`, once for each list that is made of others, and `--provenance FILE`.
 *
 * @throws InquestError "cli/usage", or of `readProvenanceFile` with file and line.
 */
export function readSaidOfLists(context: CommandContext): SaidOfLists {
  const { line } = context;
  const merged = line.values("merge").map((text) => text.split(",").map((name) => name.trim()));
  const seen = new Set<string>();
  for (const name of merged.flat()) {
    if (seen.has(name)) throw usageError(`--merge names the list "${name}" twice.`);
    seen.add(name);
  }
  if (merged.some((group) => group.length < 2)) {
    throw usageError("--merge takes two lists or more, with commas between them: --merge EXH,ABA.");
  }
  const path = line.value("provenance");
  if (path === undefined) return { merged, provenance: [] };
  const { text } = decodeText(readUserFile(context, path));
  return { merged, provenance: readProvenanceFile(text, basename(path)) };
}

/** @throws InquestError "cli/usage" for a list that the table has not. */
export function withSaid(table: CaptureTable, said: SaidOfLists): ListedTable {
  const { merged, provenance } = said;
  const { lists } = table;
  const groups = merged.map((group) =>
    group.map((name) => {
      if (!lists.includes(name)) throw noSuchList("--merge names", name, lists);
      return lists.indexOf(name);
    }),
  );
  const named = namedLists(provenance, lists);
  for (const { list } of provenance) {
    // A list outside of the table matters where one of the table draws on it.
    if (!lists.includes(list) && !named.has(list)) throw noSuchList("--provenance speaks of", list, lists);
  }
  const joined = groups.length === 0 ? table : withListsJoined(table, groups);
  const columns = columnsJoined(lists, groups).map(({ name, members }) => ({
    name,
    lists: members.map((each) => lists[each] ?? ""),
  }));
  return { table: joined, known: knownByProvenance(provenance, columns) };
}

/** Lists that others draw on. @throws InquestError "cli/usage" for a list named as its own, and for one of the table misspelt. */
function namedLists(provenance: readonly StatedProvenance[], lists: readonly string[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { list, drawsOn = [], referredFrom = [] } of provenance) {
    for (const name of [...drawsOn, ...referredFrom]) {
      if (name === list) throw usageError(`--provenance says that "${list}" comes from itself.`);
      const meant = lists.find((known) => plain(known) === plain(name));
      if (meant !== undefined && meant !== name)
        throw usageError(`--provenance names a list "${name}" under "${list}"; did you mean ${meant}?`);
      named.add(name);
    }
  }
  return named;
}

/** Letters and digits alone, in one case: what a slip leaves. */
function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Says which lists that provenance names are none of the table: that may be meant, and may be a slip. */
export function tellOutside(
  { terminal, translate }: CommandContext,
  { provenance }: SaidOfLists,
  { lists }: CaptureTable,
): void {
  const outside = [...namedLists(provenance, lists)].filter((name) => !lists.includes(name));
  if (outside.length === 0) return;
  terminal.err(`${translate("estimate.outside", { names: showOnOneLine(outside.join(", ")) })}\n`);
}

function noSuchList(what: string, name: string, lists: readonly string[]) {
  return usageError(`${what} a list "${name}", which the table has not; its lists are ${lists.join(", ")}.`);
}
