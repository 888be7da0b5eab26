/** A table that was sealed and of which no list was made: its rows to be read, and the way to a list, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { look, startLiveWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
let writeAddress = "";

describe("a sealed table of which no list was made", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("sealed-table");
    await buildSmallCase(folder, {
      subjects: [],
      text: "A note.",
      statements: ['key: A, subject: event:e, property: persons-killed, value: 1, quote: "A note."'],
    });
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    ["en", 1280],
    ["fa", 390],
  ] as const)(
    "is shown as a table, two hundred rows of it, with the step to a list (%s, %i pixels wide)",
    async (language, width) => {
      const watched = await workbench.open({ width });
      const { page } = watched;
      await page.goto(writeAddress);
      await page.goto(`${workbench.address}c/sources?lang=${language}`);
      const rows = Array.from({ length: 230 }, (_, n) => `زهرا ${n},Ray,1367/5/${(n % 28) + 1}`);
      const name = `rows-${language}.csv`;
      const buffer = Buffer.from(`name,town,day\n${rows.join("\n")}\n`);
      await page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer });
      await page.locator(".drop-results a", { hasText: name }).first().click();
      const table = page.locator("section[aria-labelledby=sealed-table-title]");
      await table.locator("tbody tr").first().waitFor();
      expect(await table.locator("tbody tr").count()).toBe(200);
      expect(await table.locator("thead th").count()).toBe(4);
      expect(await table.locator("tbody td").first().textContent()).toBe("زهرا 0");
      expect(await table.locator(".facts").textContent()).toContain(language === "fa" ? "۲۳۰" : "230");
      expect(await look(page, `sealed-table-${language}`)).toEqual([]);
      await table.locator(".facts a").click();
      await expect.poll(() => page.url()).toContain("/import");
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );
});
