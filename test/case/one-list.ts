/** One short list of two invented persons, for cases in which something must be there to estimate from. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "./cli-fixture.ts";
import { must } from "./two-lists.ts";

/** Imports it into the case `c` of a folder. */
export async function importOneList(folder: string): Promise<void> {
  writeFileSync(join(folder, "kept.csv"), "id,name\n1,Parvin Kohan\n2,Ramin Dasht\n");
  const lists = { kept: { id: "id", fields: { name: { column: "name" } } } };
  writeFileSync(join(folder, "kept.json"), JSON.stringify({ v: 1, lists }));
  await must(inquest(folder, "import", "kept.csv", "--recipe", "kept.json", "--case", "c", "--quiet"));
}
