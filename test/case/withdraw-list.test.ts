import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  EstimatePlanGiven,
  openCase,
  planEstimate,
  readCase,
  runEstimatePlans,
  withdrawList,
} from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { makeTwoLists, must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

async function look() {
  const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
  const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
  const reader = await readCase(opened);
  const { counts } = reader.summary("en");
  const people = reader.people({ q: "Nahid Shirazi", offset: 0, limit: 5 }, "en");
  const seen = {
    ...{ sources: counts.sources, records: counts.records, persons: people.total, found: people.matching },
    lists: [...opened.state.lists.keys()],
    isLinked: opened.state.link !== null,
    estimates: [...opened.state.estimates.keys()],
  };
  await opened.close();
  return seen;
}

const recipe = (column: string) =>
  JSON.stringify({ v: 1, lists: { late: { id: "id", fields: { name: { column } } } } });

describe("an import that is taken back", () => {
  beforeAll(async () => {
    folder = temporaryFolder("withdraw");
    await makeTwoLists(folder);
    writeFileSync(join(folder, "late.csv"), "id,name,town\n1,Nahid Shirazi,Ahvaz\n2,Omid Rad,Karaj\n");
    writeFileSync(join(folder, "late.json"), recipe("town"));
    await must(run("import", "late.csv", "--recipe", "late.json"));
  });

  test("leaves every view, and its file stays sealed", async () => {
    const before = await look();
    expect(before.lists).toContain("late");
    const { out } = await run("import", "withdraw", "late", "--why", "towns were read as names");
    expect(out).toContain("late: taken back");
    const after = await look();
    expect(after.lists).not.toContain("late");
    expect(after.records).toBe(before.records - 2);
    expect(after.persons).toBe(before.persons - 2);
    // What was linked before it came stands.
    expect(after.isLinked).toBe(true);
    expect(after.sources).toBe(before.sources);
    expect((await run("verify", "c")).code).toBe(0);
    const acts = (await run("log", "--kind", "list.withdrawn", "--json")).out;
    expect(JSON.parse(acts).body).toMatchObject({ list: "late", why: "towns were read as names" });
  });

  test("can be imported anew, by the right columns, and the one before stands again after a second", async () => {
    writeFileSync(join(folder, "late.json"), recipe("name"));
    await must(run("import", "late.csv", "--recipe", "late.json"));
    expect((await look()).found).toBe(1);
    writeFileSync(join(folder, "late.csv"), "id,name,town\n1,Nahid Other,Ahvaz\n");
    await must(run("import", "late.csv", "--recipe", "late.json", "--replace"));
    expect((await look()).found).toBe(0);
    const { out } = await run("import", "withdraw", "late", "--why", "a draft of the next release");
    expect(out).toContain("the import before it stands again");
    expect((await look()).found).toBe(1);
    const { err, code } = await run("import", "withdraw", "late");
    expect([code, err]).toEqual([3, expect.stringContaining("say in a few words why")]);
    expect((await run("import", "withdraw", "nowhere", "--why", "w")).err).toContain("There are: ");
  });

  test("leaves another import alone than the one that is meant", async () => {
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const opened = await openCase({ dir: join(folder, "c"), mode: "write", surroundings });
    const acts = opened.acts();
    const meant = withdrawList(opened, "late", { why: "by mistake", import: "an act of before" });
    await expect(meant).rejects.toMatchObject({ code: "case/list-withdrawn" });
    expect(opened.acts()).toBe(acts);
    await opened.close();
  });

  test("takes with it the link and the estimate that its rows went into", async () => {
    await must(run("link"));
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const opened = await openCase({ dir: join(folder, "c"), mode: "write", surroundings });
    const assumption = { en: "The lists were made apart from each other." };
    await planEstimate(opened, EstimatePlanGiven.parse({ assumption, methods: ["chao"] }));
    await runEstimatePlans(opened);
    await opened.close();
    expect(await look()).toMatchObject({ isLinked: true, estimates: ["linked-lists"] });
    await must(run("import", "withdraw", "late", "--why", "another massacre"));
    expect(await look()).toMatchObject({ isLinked: false, estimates: [] });
    await must(run("link"));
    await must(run("estimate"));
    expect(await look()).toMatchObject({ isLinked: true, estimates: ["linked-lists"] });
    expect((await run("verify", "c")).code).toBe(0);
    // Built anew from the log it is the same.
    await must(run("rebuild"));
    expect((await look()).lists).not.toContain("late");
  });
});
