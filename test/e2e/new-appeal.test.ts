/** From the appeals to a passage, by a key: what is named there is proposed as an appeal, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { look, startLiveWorkbench, type Workbench } from "./browser.ts";
import { select } from "./quoting.ts";

const WORDS = { en, fa };
let workbench: Workbench;
let writeAddress = "";

describe("an appeal that is to be recorded", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("new-appeal");
    await buildSmallCase(folder, {
      subjects: [],
      text: "The families ask the court to open the registers. Nobody answered.",
      statements: ['key: A, subject: event:e, property: persons-killed, value: 1, quote: "Nobody answered"'],
    });
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    ["en", 1280],
    ["fa", 390],
  ] as const)(
    "leads to the words of a source, and from them to naming an appeal (%s, %i pixels wide)",
    async (language, width) => {
      const watched = await workbench.open({ width });
      const { page } = watched;
      const t = WORDS[language];
      await page.goto(writeAddress);
      await page.goto(`${workbench.address}c/appeals?lang=${language}`);
      await page.getByRole("link", { name: t["appeals.record"] }).first().waitFor();
      expect(await look(page, `appeals-empty-${language}`)).toEqual([]);
      await page.keyboard.press("a");
      await page.getByText(t["appeals.record.source"]).waitFor();
      expect(await look(page, `appeals-source-${language}`)).toEqual([]);
      await page.locator(".card h2 a").first().click();
      await page.locator(".sealed-text").waitFor();
      await select(page, "The families", "registers");
      await page.keyboard.press("s");
      const subject = page.getByRole("combobox", { name: t["quote.subject"] });
      await subject.fill("Appeal of the families");
      await page.locator(".picker-list:not([hidden]) .option").last().click();
      expect(await page.getByLabel(t["pick.kind"]).inputValue()).toBe("appeal");
      const properties = page.getByLabel(t["quote.property"]);
      await expect.poll(() => properties.isEnabled()).toBe(true);
      expect(await properties.locator("option").count()).toBeGreaterThan(3);
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );
});
