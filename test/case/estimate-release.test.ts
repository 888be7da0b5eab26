/** Warnings of an estimate say where its lists come from, and name in a release no list that stays in the case. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, scanForLeaks } from "../../src/release/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow, onCase, toListFile } from "./linked-lists.ts";

const NAMES = { a: "Memorial", b: "Families", c: "Prisoners", lent: "Ledger of the prison" };

test("a source that two lists share is not named where it is for the team", async () => {
  const folder = temporaryFolder("estimate-release");
  const from = join(folder, "from");
  mkdirSync(join(from, "lists"), { recursive: true });
  const isOn = { a: [3, 2], b: [2, 1], c: [5, 3], lent: [7, 3] } as const;
  for (const [list, [of, first]] of Object.entries(isOn)) {
    const rows = everyone.filter((n) => n % of < first).map((n) => fictionalRow("persian", n));
    writeFileSync(join(from, "lists", `${list}.csv`), toListFile(rows));
  }
  const fields = { name: { column: "name" }, death: { column: "died", calendar: "by-year" } };
  const lists = Object.fromEntries(Object.keys(NAMES).map((list) => [list, { id: "id", fields }]));
  writeFileSync(join(from, "lists", "recipe.json"), JSON.stringify({ v: 1, lists }));
  writeFileSync(
    join(from, "case.yaml"),
    `v: 1
id: c
title: {en: Lent}
fictional: true
languages: [en, fa]
calendars: [gregorian]
standardOfProof: reasonable-grounds-to-believe
event: event:e
estimates: [{id: all, from: clusters, lists: ["list:a", "list:b", "list:c"]}]
identifyingAssumption: {en: "Given the person, lists act independently."}
`,
  );
  const subjects = Object.entries(NAMES).map(
    ([id, name]) => `- {id: "list:${id}", names: {en: "${name}"}}\n`,
  );
  writeFileSync(
    join(from, "subjects.yaml"),
    ['- {id: "event:e", names: {en: "Event"}}\n', ...subjects].join(""),
  );
  await inquest(folder, "init", "c", "--title", "Lent", "--fictional");
  await onCase(folder, "build", "from");
  for (const list of ["a", "c"])
    await onCase(folder, "provenance", list, "--draws-on", "lent", "--why", "its preface says so");
  await onCase(folder, "visibility", ...Object.keys(NAMES), "--show", "full", "--why", "invented");
  await onCase(folder, "estimate", "--quiet");
  const released = async (out: string) => {
    await onCase(folder, "release", "--profile", "public", "--out", out);
    const { estimates } = JSON.parse(readFileSync(join(folder, out, "data", "method.json"), "utf8"));
    const warnings: { code: string; text: string }[] = estimates[0].warnings;
    return warnings.flatMap(({ code, text }) => (code === "LISTS_COPY_EACH_OTHER" ? [text] : [])).join("\n");
  };
  expect(await released("before")).toContain("draw both on Ledger of the prison");
  await onCase(folder, "access", "lent.csv", "--to", "team", "--why", "lent for the inquiry alone");
  expect(await released("after")).toContain("names a list that stays in the case");
  const { found } = await scanForLeaks(filesBelow(join(folder, "after")), [
    { id: "list", is: "words", text: NAMES.lent },
  ]);
  expect(found).toEqual([]);
});
