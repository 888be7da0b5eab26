/** Three small lists of the same invented people, some rows of which contradict each other: for tests of whole persons. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow } from "./linked-lists.ts";
import { must } from "./two-lists.ts";

/** Whose row of the list `more` names another day of death, and another town. */
export const TWO_DAYS = 3;
export const TWO_TOWNS = 7;

const TOWNS = ["شیراز", "تبریز", "رشت", "مشهد"];
const LATIN_TOWNS = ["Shiraz", "Tabriz", "Rasht", "Mashhad"];

function listFile(list: "fa" | "en" | "more"): string {
  const rows = everyone.map((person) => {
    const { name, died } = fictionalRow(list === "en" ? "latin" : "persian", person);
    const isOtherDay = list === "more" && person === TWO_DAYS;
    const town = (person + (list === "more" && person === TWO_TOWNS ? 1 : 0)) % TOWNS.length;
    return [
      `${list}-${person}`,
      name,
      isOtherDay ? "1367/06/30" : died,
      (list === "en" ? LATIN_TOWNS : TOWNS)[town],
    ].join(",");
  });
  return ["id,name,died,town", ...rows, ""].join("\n");
}

/** Makes the case `c` of a folder: `fa`, `en` and `more`, each with everybody once, linked. */
export async function makeThreeLists(folder: string): Promise<void> {
  const fields = {
    name: { column: "name" },
    death: { column: "died", calendar: "by-year" },
    place: { column: "town" },
  };
  const list = { id: "id", fields };
  writeFileSync(
    join(folder, "recipe.json"),
    JSON.stringify({ v: 1, lists: { fa: list, en: list, more: list } }),
  );
  await must(inquest(folder, "init", "c", "--title", "Three lists", "--fictional"));
  for (const name of ["fa", "en", "more"] as const) {
    writeFileSync(join(folder, `${name}.csv`), listFile(name));
    await must(
      inquest(
        folder,
        ...["import", `${name}.csv`, "--recipe", "recipe.json", "--list", name],
        ...["--case", "c", "--quiet"],
      ),
    );
  }
  await must(inquest(folder, "link", "--case", "c", "--quiet"));
}
