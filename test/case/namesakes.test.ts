import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { judgePair } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { makeCaseToPublish } from "./list-to-publish.ts";
import { openAs } from "./open-as.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const planned = async () => {
  const { out } = await run("release", "--profile", "public", "--dry-run", "--json");
  const namesakes: { shown: { of: string; name: string }; hidden: { of: string } }[] =
    JSON.parse(out).namesakes;
  return namesakes.map(({ shown, hidden }) => [shown.of, shown.name, hidden.of]);
};

describe("whoever goes out under the name of somebody who is not to be named", () => {
  beforeAll(async () => {
    folder = temporaryFolder("namesakes");
    await makeCaseToPublish(folder);
    const rows = ["1,Azad Nahid,1979", "2,امید رحمانی,1979", "3,Sima Golchini,1979", "4,Parviz Rahmani,1979"];
    const rest = ["5,Reza Karimi,1979", "6,Karimi,1979", "7,محمد رضا احمدی,1979", "8,محمدرضا احمدی,1979"];
    writeFileSync(join(folder, "b.csv"), `${["id,name,death", ...rows, ...rest].join("\n")}\n`);
    const fields = { name: { column: "name" }, death: { column: "death" } };
    writeFileSync(join(folder, "b.json"), JSON.stringify({ v: 1, lists: { press: { id: "id", fields } } }));
    await must(run("import", "b.csv", "--recipe", "b.json", "--leave-open", "invented"));
    await must(run("link"));
    const why = ["--why", "as the families asked"];
    await must(run("visibility", "families", "press", "--show", "full", "--why", "published lists"));
    await must(run("visibility", "families:1", "--show", "withheld", ...why));
    await must(run("visibility", "families:2", "--show", "initials", ...why));
    await must(run("visibility", "families:3", "--show", "counted", ...why));
    await must(run("visibility", "press:8", "--show", "withheld", ...why));
    await must(run("visibility", "person:karimi", "--show", "counted", ...why));
  });

  test("is told before the release, in any order of the words and in either script, and no other name is", async () => {
    expect(await planned()).toEqual([
      ["press:1", "Azad Nahid", "families:1"],
      ["press:2", "امید رحمانی", "families:2"],
      ["press:5", "Reza Karimi", "person:karimi"],
      // Names are joined and parted at will.
      ["press:7", "محمد رضا احمدی", "press:8"],
    ]);
    const { out } = await run("release", "--profile", "public", "--dry-run");
    const text = out.replace(/[\u2066-\u2069]/gu, "");
    expect(text).toContain("4 persons who go out bear the name of somebody who is not to be named");
    expect(text).toContain("Azad Nahid (press:1) and families:1");
  });

  test("is told no more once somebody judged the two to be two persons, or the same is decided of both", async () => {
    await openAs(folder, "keeper", (opened) =>
      judgePair(opened, { left: "press:1", right: "families:1", answer: "different" }),
    );
    await must(run("visibility", "press:2", "--show", "initials", "--why", "the same person"));
    await must(run("visibility", "press:7", "--show", "initials", "--why", "the same person"));
    expect(await planned()).toEqual([["press:5", "Reza Karimi", "person:karimi"]]);
  });
});
