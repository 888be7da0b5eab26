/** Of a figure that is counted, who imported and linked what it is counted from, and when, stands beside its files. */
import { expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { shownOf } from "./open-as.ts";
import { makeTwoLists } from "./two-lists.ts";

test("a counted figure says who imported and linked its lists, and when", async () => {
  const folder = temporaryFolder("origin-acts");
  await makeTwoLists(folder);
  const { acts, notes, files } = await shownOf(folder, (reader) => {
    const figure = reader.answers("en").howMany.find(({ standing }) => standing === "documented");
    return reader.origin(figure?.id ?? "none", "en");
  });
  expect(notes).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
  expect(acts.map(({ what }) => what)).toEqual(expect.arrayContaining(["records linked", "list imported"]));
  for (const { by, on, leafIndex } of acts) {
    expect(by).not.toBe("");
    expect(on).toMatch(/\d{4}/u);
    expect(leafIndex).toBeGreaterThanOrEqual(0);
  }
});
