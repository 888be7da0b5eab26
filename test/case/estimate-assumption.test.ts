/** What an estimate rests on is said in words before it is recorded, and recorded with it. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

const Plan = z.looseObject({
  estimates: z.array(z.looseObject({})),
  identifyingAssumption: z.record(z.string(), z.string()),
});

it("a blank assumption is refused with what to write, and new words make a new record", async () => {
  const folder = temporaryFolder("assumption");
  const from = join(folder, "source");
  cpSync(join(repository, "cases", "kosovo-1999"), from, { recursive: true });
  const path = join(from, "case.yaml");
  const plan = Plan.parse(parse(readFileSync(path, "utf8")));
  const buildWith = (identifyingAssumption: Readonly<Record<string, string>>) => {
    const estimates = plan.estimates.map((each) => ({ ...each, methods: ["chao"] }));
    writeFileSync(path, stringify({ ...plan, estimates, identifyingAssumption }));
    return inquest(folder, "build", "source", "--case", "k", "--quiet");
  };
  await inquest(folder, "init", "k", "--title", "Counts");
  const blank = await buildWith({ en: " ", fa: " " });
  expect(blank.code).toBe(3);
  expect(blank.err).toContain("identifyingAssumption in case.yaml needs plain words");
  const shown = async () => {
    const { out } = await inquest(folder, "estimate", "--case", "k", "--quiet");
    return out;
  };
  expect((await buildWith({ en: "Given the person, lists act independently." })).code).toBe(0);
  const before = await shown();
  expect(before).toContain("takes for granted: Given the person, lists act independently.");
  expect(before).toMatch(/chao +\[8,378 … 9,259\] +8,797/u);
  expect((await buildWith({ en: "Other words, for a later number." })).code).toBe(0);
  expect(await shown()).toContain("takes for granted: Other words, for a later number.");
});
