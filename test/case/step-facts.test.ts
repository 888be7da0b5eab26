/** What a page must know to tell a step that was not run from one that found nothing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCase, readCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { importList, must, NAMES_OF_LISTS, writeTwoLists } from "./two-lists.ts";

it("views say whether there is anything to link, whether it was linked, and whether a file was looked at", async () => {
  const folder = temporaryFolder("step-facts");
  const look = async () => {
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
    const reader = await readCase(opened);
    const sample = { seed: 1, size: 10 };
    const review = await reader.review({ queue: "open", sample, offset: 0, limit: 1 }, "en");
    const persons = await reader.personChecks({ shown: "open", offset: 0, limit: 1 }, "en");
    const { needs } = reader.estimate("en");
    const { left } = await reader.work("1970-01-01T00:00:00.000Z", "en");
    const places = left.flatMap(({ what, place }) => (what.endsWith("linked") ? [place] : []));
    const sources = await Promise.all(reader.sources("en").map(({ id }) => reader.source(id, "en")));
    await opened.close();
    return {
      lists: [review.personLists, persons.personLists, needs.personLists],
      linked: [review.isLinked, persons.isLinked, needs.isLinked],
      places,
      inspected: sources.flatMap(({ key, isInspected }) => (key.includes("letter") ? [isInspected] : [])),
    };
  };
  await must(inquest(folder, "init", "c", "--title", "Two lists", "--fictional"));
  const empty = { lists: [0, 0, 0], linked: [false, false, false], places: [], inspected: [] };
  expect(await look()).toEqual(empty);
  writeFileSync(join(folder, "letter.txt"), "Nothing is said here.");
  await must(inquest(folder, "add", "letter.txt", "--case", "c", "--quiet"));
  writeTwoLists(folder);
  for (const list of NAMES_OF_LISTS) await importList(folder, list, "c");
  // What waits to be linked leads to where lists are linked.
  expect(await look()).toEqual({ ...empty, lists: [2, 2, 2], places: ["review"], inspected: [true] });
  await must(inquest(folder, "link", "--case", "c", "--quiet"));
  expect(await look()).toMatchObject({ lists: [2, 2, 2], linked: [true, true, true] });
});
