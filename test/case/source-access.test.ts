/** A source for the team is used in answers, and neither it, nor its statements, nor its rows leave the case. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

const folder = temporaryFolder("source-access");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const released = (out: string): string =>
  readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");

async function importList(list: string, rows: readonly string[]): Promise<void> {
  writeFileSync(join(folder, `${list}.csv`), `${["id,name,place", ...rows].join("\n")}\n`);
  const fields = { name: { column: "name" }, place: { column: "place" } };
  writeFileSync(
    join(folder, `${list}.json`),
    JSON.stringify({ v: 1, lists: { [list]: { id: "id", fields } } }),
  );
  await must(run("import", `${list}.csv`, "--recipe", `${list}.json`, "--leave-open", "an invented list"));
}

test("what is for the team stays in every profile, is asked about no more, and goes out once it is opened", async () => {
  await buildSmallCase(folder, {
    subjects: [],
    text: "CANARYforty were taken.",
    statements: [
      'key: A, subject: event:e, property: persons-killed, value: 40, quote: "CANARYforty were taken"',
    ],
  });
  await importList("open", ["1,Nahid Amini,Hall", "2,Omid Rostami,Hall"]);
  await importList("closed", ["1,CANARYgiven CANARYfamily,CANARYplace", "2,Nahid Amini,CANARYyard"]);
  await must(run("visibility", "open", "--show", "full", "--why", "a published list"));
  await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
  const asked = JSON.parse((await run("release", "--profile", "public", "--dry-run", "--json")).out);
  expect(asked.missing).toMatchObject([{ is: "list", list: "closed" }]);

  expect((await run("access", "note", "--to", "team")).err).toContain("must give the reason");
  for (const source of ["note", "closed.csv"])
    await must(run("access", source, "--to", "team", "--why", "lent for the inquiry alone"));
  const answered = (await run("answer", "--json")).out;
  expect(answered).toContain("howMany.persons-killed.s");
  expect(answered).toContain("howMany.documented.records-closed");
  for (const profile of ["public", "partners", "commission"]) {
    await must(run("release", "--profile", profile, "--out", profile));
    const text = released(profile);
    expect(text).toContain("Omid Rostami");
    expect(text).not.toMatch(/canary|records-closed/iu);
  }
  const plan = JSON.parse((await run("release", "--profile", "public", "--dry-run", "--json")).out);
  expect(plan.persons).toMatchObject({ full: 2, counted: 2 });
  expect(plan.stays.access).toBe(1);
  for (const word of ["A", "note", "closed.csv"])
    expect([word, (await run("prove", word, "--out", "proof")).err]).toEqual([
      word,
      expect.stringContaining("for the team"),
    ]);

  await must(run("access", "note", "--to", "open", "--why", "the archive agreed"));
  await must(run("release", "--profile", "public", "--out", "opened"));
  expect(released("opened")).toContain("CANARYforty");
  expect((await run("verify", "c")).code).toBe(0);
});
