/** A text that goes from one script to another, in a real browser. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { startLiveWorkbench, type Workbench } from "./browser.ts";

const PERSIAN = "آن روز چهل تن را از بند چهار بردند.";
const ENGLISH = "They were buried behind the mill.";
let workbench: Workbench;

beforeAll(async () => {
  const folder = temporaryFolder("directions");
  await buildSmallCase(folder, {
    subjects: [],
    text: `${PERSIAN}\n\n${ENGLISH}`,
    statements: ['subject: event:e, property: persons-killed, value: 40, quote: "چهل تن"'],
  });
  ({ workbench } = await startLiveWorkbench(folder));
});
afterAll(() => workbench.close());

it("lays out each paragraph in the direction of its own script", async () => {
  const { page } = await workbench.open();
  await page.goto(`${workbench.address}c/sources/note?lang=en`);
  const root = page.locator(".sealed-text");
  await root.waitFor();
  /** Where the full stop stands, and the letter before it. */
  const endOf = (line: string) =>
    root.evaluate((text, words) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const end = (node.textContent?.indexOf(words) ?? -1) + words.length;
        if (end < words.length) continue;
        return [end - 2, end - 1].map((at) => {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().left;
        });
      }
      return [];
    }, line);
  const [persian = 0, persianStop = 0] = await endOf("را از بند چهار بردند.");
  const [english = 0, englishStop = 0] = await endOf(ENGLISH);
  expect(persianStop).toBeLessThan(persian);
  expect(englishStop).toBeGreaterThan(english);
  await page.close();
});
