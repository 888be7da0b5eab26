/** Linking plain CSV files, without a case: link --list. */
import { basename } from "node:path";
import { clustersCsv, pairsCsv, toDay, toLinkInput } from "../case/index.ts";
import {
  type ListImport,
  type ListRecord,
  parseRecipe,
  readList,
  toComparableKind,
} from "../intake/index.ts";
import { LinkOptions, linkRecords, settingsFor } from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, writeJson } from "./context.ts";
import { readUserFile, writeUserFile } from "./write-commands.ts";

const ROWS_REJECTED = 3;

/** `inquest link --list a=a.csv --list b=b.csv --recipe r.json --out clusters.csv [--pairs pairs.csv]`. */
export const linkFiles: Command = (context) => {
  const { line, terminal, translate, surroundings } = context;
  const recipePath = line.value("recipe");
  const out = line.value("out");
  if (recipePath === undefined || out === undefined)
    throw usageError("link on files needs --recipe R.json and --out clusters.csv.");
  const recipe = parseRecipe(new TextDecoder().decode(readUserFile(context, recipePath)), recipePath);
  const imports = line.values("list").map((word): ListImport => {
    const [name = "", path] = splitOnce(word);
    const listRecipe = recipe.lists[name];
    if (path === undefined) throw usageError(`--list takes name=path; "${word}" names no file.`);
    if (listRecipe === undefined) {
      throw usageError(`The recipe has no list "${name}". It has: ${Object.keys(recipe.lists).join(", ")}.`);
    }
    const bytes = readUserFile(context, path);
    const today = toDay(surroundings.now());
    return readList({ bytes, fileName: basename(path), listName: name, recipe: listRecipe, today });
  });
  const records: ListRecord[] = imports.flatMap((each) => each.records);
  const fields = new Map(imports.flatMap((each) => each.fields.map((field) => [field.name, field] as const)));
  const input = toLinkInput(
    records,
    [...fields.values()].map((field) => ({ name: field.name, kind: toComparableKind(field.kind) })),
  );
  const settings = settingsFor(input.fields, LinkOptions.parse(recipe.link ?? {}));
  const result = linkRecords(input, settings, [], context.progress);
  writeUserFile(context, out, clustersCsv(input, result));
  const pairs = line.value("pairs");
  if (pairs !== undefined) writeUserFile(context, pairs, pairsCsv(input, result));

  const rejected = imports.flatMap((each) => each.rejected);
  for (const row of rejected) {
    const reason = `${row.fileName}: ${row.reason}`;
    terminal.err(`${translate("import.rejected", { row: String(row.row), reason })}\n`);
  }
  const counts = {
    records: records.length,
    persons: result.distinctPersons,
    pairs: result.pairs.length,
    review: result.needsReview.length,
  };
  if (line.has("json")) writeJson(context, { ...counts, rejected, cutEdges: result.cutEdges.length });
  else terminal.out(`${translate("link.done", counts)}\n`);
  return Promise.resolve(rejected.length > 0 ? ROWS_REJECTED : 0);
};

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
