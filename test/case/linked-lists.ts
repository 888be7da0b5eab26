/** Two small lists of fictional people in two scripts, and a case of them, for tests of linkage in a case. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "./cli-fixture.ts";

const GIVEN = ["مریم:Maryam", "حسین:Hossein", "زهرا:Zahra", "ناصر:Nasser", "بیژن:Bijan", "مینا:Mina"];
const FAMILY = [
  "قربانی:Ghorbani",
  "رضایی:Rezaei",
  "شریفی:Sharifi",
  "طاهری:Taheri",
  "نوری:Nouri",
  "ملکی:Maleki",
];

/** One row of a list: its id, its name in the list's script, and the day. */
export interface FictionalRow {
  readonly id: string;
  readonly name: string;
  readonly died: string;
}

/** Person n of 36, as a list in one script writes them. */
export function fictionalRow(script: "persian" | "latin", person: number): FictionalRow {
  const side = script === "persian" ? 0 : 1;
  const words = [GIVEN[Math.floor(person / FAMILY.length)], FAMILY[person % FAMILY.length]];
  const day = 1 + (person % 28);
  return {
    id: `${script === "persian" ? "f" : "e"}${person}`,
    name: words.map((word) => word?.split(":")[side] ?? "").join(" "),
    died:
      script === "persian"
        ? `1367/05/${String(day).padStart(2, "0")}`
        : new Date(Date.UTC(1988, 6, 22 + day)).toISOString().slice(0, 10),
  };
}

/** Rows as the CSV file that the recipe reads. */
export function toListFile(rows: readonly FictionalRow[]): string {
  return ["id,name,died", ...rows.map(({ id, name, died }) => `${id},${name},${died}`), ""].join("\n");
}

export const everyone: readonly number[] = Array.from({ length: 36 }, (_, person) => person);

/** Writes `fa.csv` (everyone), `en.csv` (two thirds of them) and `recipe.json`, which knows a third list `more`. */
export function writeLinkedLists(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("fa.csv", toListFile(everyone.map((person) => fictionalRow("persian", person))));
  write(
    "en.csv",
    toListFile(everyone.filter((person) => person % 3 < 2).map((person) => fictionalRow("latin", person))),
  );
  const fields = { name: { column: "name" }, death: { column: "died", calendar: "by-year" } };
  const list = { id: "id", fields };
  write("recipe.json", JSON.stringify({ v: 1, lists: { fa: list, en: list, more: list } }));
}

/** Runs a command on the case `c` of a folder. @throws Error with what it said, unless it ends with 0. */
export async function onCase(folder: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await inquest(folder, ...args, "--case", "c", "--quiet");
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${err}`);
  return out;
}
