/** The lower bound at the link's own cut is the one that the recorded estimate has of the same persons. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { shownOf } from "./open-as.ts";
import { must } from "./two-lists.ts";

test("each cut of the link has its lower bound, the recorded one at the link's own", async () => {
  const folder = temporaryFolder("estimate-cuts");
  await must(inquest(folder, "init", "c", "--title", "Invented", "--fictional", "--quiet"));
  const from = join(repository, "cases", "first-hour");
  await must(inquest(folder, "build", from, "--case", "c", "--quiet"));
  const { cuts, table } = await shownOf(folder, async (reader) => ({
    cuts: (await reader.linkCuts("en")).cuts,
    table: reader.estimate("en").tables[0],
  }));
  const recorded = table?.methods.find(({ name }) => name === "chao");
  const own = cuts.find(({ isOwn }) => isOwn)?.lowerBound;
  expect(own?.point).toBeCloseTo(recorded?.point ?? Number.NaN, 8);
  expect(own?.interval?.[0]).toBeCloseTo(recorded?.interval?.[0] ?? Number.NaN, 8);
  const bounds = cuts.map(({ lowerBound }) => lowerBound?.point ?? 0);
  // Fewer links leave more persons on one list alone.
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(bounds.at(-1)).toBeGreaterThan(bounds[0] ?? 0);
}, 120_000);
