import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixedSurroundings, temporaryFolder } from "../../test/case-fixture.ts";
import { createCaseBelow, openLiveCase } from "../case/index.ts";
import { openOwnCases } from "./own-cases.ts";

test("one case that is damaged is told, and the others are opened all the same", async () => {
  const home = temporaryFolder("own");
  const surroundings = { ...fixedSurroundings(home), actor: "keeper" };
  for (const title of ["Shipped", "One", "Two"])
    await createCaseBelow(home, { title: { en: title }, isFictional: true }, surroundings);
  writeFileSync(join(home, "one", "case.json"), "{");
  mkdirSync(join(home, "no-case"));
  writeFileSync(join(home, "no-folder"), "");
  mkdirSync(join(home, "closed"));
  writeFileSync(join(home, "closed", "closed.json"), "{}");
  const [opened, told]: [string[], string[]] = [[], []];
  await openOwnCases(home, ["shipped"], {
    async open(dir) {
      const live = await openLiveCase({ dir, surroundings });
      opened.push(live.id);
      await live.close();
    },
    tell: (dir, why) => told.push(`${dir.slice(home.length + 1)} ${why.code}`),
  });
  expect(opened).toEqual(["two"]);
  expect(told).toEqual([expect.stringMatching(/^closed /u), expect.stringMatching(/^one /u)]);
  const fault = new TypeError("a fault of the program");
  const open = () => Promise.reject(fault);
  await expect(openOwnCases(home, [], { open, tell: () => undefined })).rejects.toBe(fault);
});
