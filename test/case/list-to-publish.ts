/** A small case with a list of four, of which nothing is decided yet: what a release of it needs is decided by its tests. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

/** Makes the case `c` in a folder. */
export async function makeCaseToPublish(folder: string): Promise<void> {
  await buildSmallCase(folder, {
    subjects: [
      "{id: person:karimi, names: {en: Reza Karimi, fa: رضا کریمی}}",
      "{id: site:mill, names: {en: Behind the mill, fa: پشت آسیاب}}",
      "{id: list:families, names: {en: The families’ list, fa: فهرست خانواده‌ها}}",
    ],
    text: "forty were taken. Karimi died in July. By the mill they lie.",
    statements: [
      'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty"',
      'key: B, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
      'key: F, subject: site:mill, property: site-destroyed, value: "by machines", time: "1990", quote: "By the mill they lie"',
    ],
  });
  const rows = ["1,Nahid Azad,1988-07-30", "2,Omid Rahmani,1988-08-01", "3,Sima Golchin,1988-08-02"];
  writeFileSync(
    join(folder, "a.csv"),
    `${["id,name,death", ...rows, "4,Parviz Nouri,1988-08-03"].join("\n")}\n`,
  );
  const fields = { name: { column: "name" }, death: { column: "death" } };
  writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { families: { id: "id", fields } } }));
  await must(
    inquest(
      folder,
      "import",
      "a.csv",
      "--recipe",
      "a.json",
      "--leave-open",
      "invented",
      "--case",
      "c",
      "--quiet",
    ),
  );
}
