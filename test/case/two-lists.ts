/** Two invented lists of one massacre, in Persian and in English, with names misspelt and dates off: for tests of review. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../src/intake/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import type { LinkValue } from "../../src/linkage/index.ts";
import { inquest, type Outcome } from "./cli-fixture.ts";

const PERSONS = 300;
const SEED = 7;

const made = fictionalLists(PERSONS, SEED);
export const NAMES_OF_LISTS = [...new Set(made.input.records.map(({ list }) => list))];

/** Who is who in truth, by `list:record_id`. */
export const TRUTH: ReadonlyMap<string, number | string> = new Map(
  made.input.records.map(({ list, recordId }, index) => [`${list}:${recordId}`, made.truth[index] ?? -1]),
);

/** A value as a cell of a list. */
export function asWritten(value: LinkValue): string {
  if (value === null) return "";
  if ("text" in value) return value.text;
  if ("number" in value) return String(value.number);
  const [first, last] = value.days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  return first === last ? (first ?? "") : `${first}/${last}`;
}

/** The rows of a list, without heading, as cells. */
export function rowsOf(list: string): string[][] {
  return made.input.records
    .filter((record) => record.list === list)
    .map(({ recordId, values }) => [recordId, ...values.map(asWritten)]);
}

export function writeList(folder: string, list: string, rows: readonly (readonly string[])[]): void {
  const heading = ["id", ...made.input.fields.map(({ name }) => name)];
  writeFileSync(join(folder, `${list}.csv`), toCsv([heading, ...rows.map((row) => [...row])]));
}

/** Writes a CSV file for each list, and `recipe.json`. */
export function writeTwoLists(folder: string): void {
  for (const list of NAMES_OF_LISTS) writeList(folder, list, rowsOf(list));
  const fields = Object.fromEntries(made.input.fields.map(({ name }) => [name, { column: name }]));
  const lists = Object.fromEntries(NAMES_OF_LISTS.map((list) => [list, { id: "id", fields }]));
  writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
}

/** Makes a case in a folder, with both lists imported and linked. */
export async function makeTwoLists(folder: string, id = "c"): Promise<void> {
  writeTwoLists(folder);
  await must(inquest(folder, "init", id, "--title", "Two lists", "--fictional"));
  for (const list of NAMES_OF_LISTS) await importList(folder, list, id);
  await must(inquest(folder, "link", "--case", id, "--quiet"));
}

export async function importList(
  folder: string,
  name: string,
  id = "c",
  ...more: readonly string[]
): Promise<void> {
  await must(
    inquest(
      folder,
      ...["import", `${name}.csv`, "--recipe", "recipe.json", "--list", name],
      ...["--case", id, "--quiet", ...more],
    ),
  );
}

/** What it printed. @throws Error with what it complained of. */
export async function must(running: Promise<Outcome>): Promise<string> {
  const { code, out, err } = await running;
  if (code !== 0) throw new Error(err);
  return out;
}
