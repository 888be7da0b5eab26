/** Ids in a release are made of what it tells: none is made of a row that stays, since a guess at that row would be confirmed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { personIdOf } from "../../src/registry/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { must } from "./two-lists.ts";

const folder = temporaryFolder("released-ids");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

async function importList(list: string, first: number): Promise<void> {
  const names = ["Nahid Amini", "Omid Rostami", "Parviz Karimi", "Sima Tavakoli"];
  const rows = names.map((name, at) => `${first + at},${name},Hall,1988-07-3${at % 2}`);
  writeFileSync(join(folder, `${list}.csv`), `${["id,name,place,death", ...rows].join("\n")}\n`);
  const fields = { name: { column: "name" }, deathPlace: { column: "place" }, death: { column: "death" } };
  writeFileSync(
    join(folder, `${list}.json`),
    JSON.stringify({ v: 1, lists: { [list]: { id: "id", fields } } }),
  );
  await must(run("import", `${list}.csv`, "--recipe", `${list}.json`, "--leave-open", "an invented list"));
}

async function releaseTo(out: string) {
  await must(run("release", "--profile", "public", "--out", out));
  const data = join(folder, out, "data");
  const lines = readFileSync(join(data, "people.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => String(JSON.parse(line).id)).sort();
}

test("of a person whom a list for the team knows too, before and after it is opened", async () => {
  await must(inquest(folder, "init", "c", "--title", "Small", "--fictional"));
  // Its rows come first in the order of the lists, of which the case makes its own ids.
  await importList("a-lent", 17);
  await importList("open", 1);
  await must(run("link"));
  await must(run("visibility", "open", "a-lent", "--show", "full", "--why", "a published list"));
  await must(run("access", "a-lent.csv", "--to", "team", "--why", "lent for the inquiry alone"));
  const idsOf = (list: string, first: number) =>
    [0, 1, 2, 3].map((at) => personIdOf([{ list, recordId: String(first + at) }])).sort();
  expect(await releaseTo("lent")).toEqual(idsOf("open", 1));
  const addresses = (out: string) =>
    readFileSync(join(folder, out, "data", "memorial", "en", "persons", "year-1988-1.html"), "utf8")
      .match(/(?<=href=")\w\w\/\w{14}\.html/gu)
      ?.sort();
  const before = addresses("lent");
  expect(before).toHaveLength(4);
  await must(run("access", "a-lent.csv", "--to", "open", "--why", "the archive agreed"));
  expect(await releaseTo("opened")).toEqual(idsOf("a-lent", 17));
  expect(addresses("opened")).toEqual(before);
});
