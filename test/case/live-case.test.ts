import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openLiveCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

it("a case that stays open shows nothing of a consent that ran out, from the day after its last", async () => {
  const folder = temporaryFolder("live");
  const mark = "forty persons";
  await buildSmallCase(folder, {
    subjects: [],
    text: `Words about ${mark}.`,
    statements: [`key: A, subject: event:e, property: persons-killed, value: 40, quote: "${mark}"`],
  });
  const given = ["--giver", "P7", "--scope", "un", "--how", "in writing", "--expires", "2030-03-31"];
  await inquest(folder, "consent", "A", ...given, "--case", "c");
  let now = Date.UTC(2030, 2, 31, 23, 59);
  const surroundings = { ...fixedSurroundings(folder), now: () => now };
  const live = await openLiveCase({ dir: join(folder, "c"), surroundings });
  try {
    const shown = async () => JSON.stringify(await (await live.current()).passages("note", null, "en"));
    expect(await shown()).toContain(mark);
    now = Date.UTC(2030, 3, 1);
    expect(await shown()).not.toContain(mark);
  } finally {
    await live.close();
  }
});

it("a served case shows what another command recorded, at the next look", async () => {
  const folder = temporaryFolder("live");
  await inquest(folder, "init", "case", "--title", "Live");
  const live = await openLiveCase({ dir: join(folder, "case"), surroundings: fixedSurroundings(folder) });
  try {
    expect((await live.current()).summary("en").counts.records).toBe(0);
    writeFileSync(join(folder, "list.csv"), "id,name\n1,Maryam Karimi\n2,Ali Rezaei\n");
    const recipe = { v: 1, lists: { list: { id: "id", fields: { name: { column: "name" } } } } };
    writeFileSync(join(folder, "recipe.json"), JSON.stringify(recipe));
    const imported = await inquest(folder, "import", "list.csv", "--recipe", "recipe.json", "--case", "case");
    expect(imported.code, imported.err).toBe(0);
    const [first, second] = await Promise.all([live.current(), live.current()]);
    expect(first.summary("en").counts.records).toBe(2);
    expect(second).toBe(first);
  } finally {
    await live.close();
  }
});
