/** Two fictional lists long enough to be linked on threads, in files and in a case, for processes that are killed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../src/intake/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import { inquest } from "../case/cli-fixture.ts";
import { asWritten, must } from "../case/two-lists.ts";

const { input } = fictionalLists(2200, 5);
export const RECORD_COUNT = input.records.length;
export const LISTS: readonly string[] = [...new Set(input.records.map(({ list }) => list))];

/** Few candidates and draws: what is killed is the same program, and sooner at its end. */
const LINK = {
  blocking: { exhaustivePairs: 0, fewestPairs: 10_000, pairsPerRecord: 4 },
  training: { randomPairs: 20_000 },
  doubt: { draws: 10 },
};

/** Writes a CSV file for each list and `recipe.json`. @param firstRow - rows before it are left out of the first list. */
export function writeLongLists(folder: string, firstRow = 0): void {
  for (const [place, list] of LISTS.entries()) {
    const rows = input.records
      .filter((record) => record.list === list)
      .slice(place === 0 ? firstRow : 0)
      .map(({ recordId, values }) => [recordId, ...values.map(asWritten)]);
    const heading = ["id", ...input.fields.map(({ name }) => name)];
    writeFileSync(join(folder, `${list}.csv`), toCsv([heading, ...rows]));
  }
  const fields = Object.fromEntries(input.fields.map(({ name }) => [name, { column: name }]));
  const lists = Object.fromEntries(LISTS.map((list) => [list, { id: "id", fields }]));
  writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists, link: LINK }));
}

/** Makes the case `c` of them, not linked. */
export async function makeLongLists(folder: string): Promise<void> {
  writeLongLists(folder);
  await must(inquest(folder, "init", "c", "--title", "Two long lists", "--fictional"));
  for (const list of LISTS) await importLong(folder, list);
}

export async function importLong(folder: string, list: string, ...more: readonly string[]): Promise<void> {
  const file = [`${list}.csv`, "--recipe", "recipe.json", "--list", list, "--case", "c", "--quiet"];
  await must(inquest(folder, "import", ...file, ...more));
}
