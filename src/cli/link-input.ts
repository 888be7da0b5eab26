/** What the commands on plain lists read: lists by their recipe, and the tables that speak of their records. */
import { basename } from "node:path";
import { linkOptionsOf, toDay, toLinkInput } from "../case/index.ts";
import { type ListImport, parseRecipe, readList, readTruthTable, toComparableKind } from "../intake/index.ts";
import {
  type AlignedTruth,
  alignTruth,
  type LinkInput,
  type LinkSettings,
  type RecordAddress,
  settingsForLists,
} from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import type { CommandContext } from "./context.ts";
import { requireDistinctFiles } from "./distinct-files.ts";
import { type JudgedPairs, readJudgements, unusableLines } from "./link-judgements.ts";
import { addressFinder, isGuarded } from "./record-addresses.ts";
import { readUserFile } from "./write-commands.ts";

export interface LinkFiles {
  readonly imports: readonly ListImport[];
  readonly input: LinkInput;
  /** The name under which each record's file was given, aligned with the records. */
  readonly givenAs: readonly string[];
  readonly settings: LinkSettings;
  /** From --judgements, in the order in which they were made; null without it. */
  readonly judged: JudgedPairs | null;
}

/**
 * Reads `--list name=path …`, `--recipe` and `--judgements`, and tells on standard error what of the judgements cannot be
 * used.
 *
 * @throws InquestError "cli/usage", also where the command would write over what it reads; and those of reading.
 */
export function readLinkFiles(context: CommandContext): LinkFiles {
  const { line, surroundings } = context;
  const today = toDay(surroundings.now());
  const recipePath = line.value("recipe");
  if (recipePath === undefined) throw usageError("link on files needs --recipe R.json.");
  requireOutputsApart(context);
  const recipe = parseRecipe(new TextDecoder().decode(readUserFile(context, recipePath)), recipePath);
  const given = line.values("list").map((word): { readonly name: string; readonly read: ListImport } => {
    const [name = "", path] = splitOnce(word);
    const listRecipe = recipe.lists[name];
    if (path === undefined) throw usageError(`--list takes name=path; "${word}" names no file.`);
    if (listRecipe === undefined) {
      throw usageError(`The recipe has no list "${name}". It has: ${Object.keys(recipe.lists).join(", ")}.`);
    }
    const bytes = readUserFile(context, path);
    return {
      name,
      read: readList({ bytes, fileName: basename(path), listName: name, recipe: listRecipe, today }),
    };
  });
  const imports = given.map(({ read }) => read);
  const fields = new Map(imports.flatMap((each) => each.fields.map((field) => [field.name, field] as const)));
  const input = toLinkInput(
    imports.flatMap(({ records }) => records),
    [...fields.values()].map((field) => ({ name: field.name, kind: toComparableKind(field.kind) })),
  );
  const judged = readJudgements(context, input);
  if (judged !== null) for (const said of unusableLines(context, judged)) context.terminal.err(`${said}\n`);
  return {
    imports,
    input,
    givenAs: given.flatMap(({ name, read }) => read.records.map(() => name)),
    settings: settingsForLists({
      fields: input.fields,
      lists: imports.map((each) => each.fields.map((field) => field.name)),
      options: linkOptionsOf(recipe, recipePath),
    }),
    judged,
  };
}

/** What would be overwritten is said before anything is read. */
function requireOutputsApart(context: CommandContext): void {
  const named = (option: "recipe" | "truth" | "judgements" | "out" | "pairs" | "sample") => ({
    option: `--${option}`,
    path: context.line.value(option),
  });
  const lists = context.line
    .values("list")
    .map((word) => ({ option: `--list ${word}`, path: splitOnce(word)[1] }));
  requireDistinctFiles(context, {
    inputs: [...lists, named("recipe"), named("truth"), named("judgements")],
    outputs: [named("out"), named("pairs"), named("sample")],
  });
}

/** The person of each record, from `--truth`; null without it. @throws InquestError "linkage/truth-…". */
export function readTruth(context: CommandContext, { input, givenAs }: LinkFiles): AlignedTruth | null {
  const path = context.line.value("truth");
  if (path === undefined) return null;
  const rows = readTruthTable({ bytes: readUserFile(context, path), fileName: basename(path) });
  const addresses = input.records.map(({ list, recordId }, index) => {
    const name = givenAs[index];
    return name === undefined ? { list, recordId } : { list, recordId, givenAs: name };
  });
  const find = addressFinder(
    addresses.flatMap(({ list, recordId, givenAs: name }): RecordAddress[] => [
      { list, recordId },
      ...(name === undefined ? [] : [{ list: name, recordId }]),
    ]),
  );
  // A table that was made of the clusters bears their guarding apostrophes: no name in it looks like a formula.
  const isOurs = rows.every(({ list, recordId }) => isGuarded(list) && isGuarded(recordId));
  return alignTruth(
    addresses,
    rows.map((row) => ({ ...row, ...find.address(row, { isOurs }) })),
  );
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
