import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { inquest } from "../case/cli-fixture.ts";
import { importOneList } from "../case/one-list.ts";
import { must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { look, startLiveWorkbench, type Workbench } from "./browser.ts";

const WORDS = { en, fa };
const LISTS = { en: "late", fa: "فهرست دیر" } as const;
const PLANS = {
  en: ["Nobody was on a list because of another.", "Every list could have held anybody."],
  fa: ["هیچ فهرستی از دیگری برگرفته نشده است.", "هر کس می‌توانست در هر فهرستی باشد."],
} as const;

const SETTLED_MS = 600;
const STAYS_MS = 30_000;

let workbench: Workbench;
let writeAddress = "";

/** What a sentence of ours says around the words of others. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/gu, "");

/** By keys alone: Tab until the element has the focus. */
async function tabTo(page: Page, what: { readonly name: string }): Promise<void> {
  const wanted = page.getByRole("button", { name: what.name, exact: false }).last();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${what.name} is not reached by Tab`);
}

const notice = (page: Page) => page.locator(".undo output");
const noticeText = async (page: Page) => plain((await notice(page).textContent()) ?? "");

describe("taking back what was recorded, from anywhere", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("undo-e2e");
    await must(inquest(folder, "init", "c", "--title", "Undo", "--fictional"));
    for (const language of ["en", "fa"] as const) {
      writeFileSync(
        join(folder, `${LISTS[language]}.csv`),
        `id,name\n1,Nahid ${language}\n2,Omid ${language}\n`,
      );
      await must(inquest(folder, "add", `${LISTS[language]}.csv`, "--case", "c", "--quiet"));
    }
    await importOneList(folder);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    { language: "en", width: 1280 },
    { language: "fa", width: 390 },
  ] as const)(
    "an import, with its reason, by keys ($language, $width pixels)",
    async ({ language, width }) => {
      const words = WORDS[language];
      const watched = await workbench.open({ width });
      const { page } = watched;
      await page.clock.install();
      await page.goto(writeAddress);
      await workbench.visit(watched, "/c/sources", language);
      expect(await page.locator(".drop").textContent()).toContain(words["drop.forever"]);
      await page.locator("main a").filter({ hasText: LISTS[language] }).first().click();
      await page.locator("main h1").filter({ hasText: LISTS[language] }).waitFor();
      const source = new URL(page.url()).pathname;
      await workbench.visit(watched, `${source}/import?step=5`, language);
      await page.getByRole("button", { name: words["import.confirm.import"] }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".state.done").waitFor();
      await expect.poll(() => noticeText(page)).toContain(LISTS[language]);
      expect(await look(page, `undo-${language}-1-recorded`)).toEqual([]);

      // It stays when somebody goes on to another page, and is there again for the chord alone.
      await page.getByRole("link", { name: words["import.done.people"] }).focus();
      await page.keyboard.press("Enter");
      await page.getByText(`Nahid ${language}`).first().waitFor();
      await expect.poll(() => noticeText(page)).toContain(LISTS[language]);
      await tabTo(page, { name: words["undo.dismiss"] });
      await page.keyboard.press("Enter");
      await expect.poll(() => noticeText(page)).toBe("");

      // Whoever types takes back what they typed.
      await page.getByRole("searchbox").focus();
      await page.keyboard.press("Control+z");
      expect(await page.locator("dialog[open]").count()).toBe(0);
      await page.locator("#content").focus();
      await page.keyboard.press("Control+z");
      const why = page.getByRole("textbox", { name: words["undo.why"], exact: true });
      await why.waitFor();
      expect(await why.inputValue()).toBe(words["undo.import.why"]);
      expect(await look(page, `undo-${language}-2-reason`)).toEqual([]);
      await page.keyboard.press("Escape");
      await why.waitFor({ state: "detached" });
      await page.getByText(`Nahid ${language}`).first().waitFor();

      await page.keyboard.press("Control+k");
      await page.keyboard.type(plain(words["undo.take"]).split("{")[0] ?? "");
      await page.getByRole("option").filter({ hasText: LISTS[language] }).waitFor();
      await page.keyboard.press("Enter");
      await why.waitFor();
      // The sentence that is proposed is chosen, and written over.
      await page.keyboard.press("Delete");
      await page.keyboard.press("Control+Enter");
      await page.getByText(words["undo.why.missing"]).waitFor();
      await page.keyboard.type("the wrong file");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => noticeText(page)).toContain(words["undo.act"]);
      await page.getByText(`Nahid ${language}`).first().waitFor({ state: "detached" });
      expect(await look(page, `undo-${language}-3-taken`)).toEqual([]);
      await page.clock.fastForward(STAYS_MS - 5000);
      expect(await noticeText(page)).not.toBe("");
      await page.clock.fastForward(6000);
      await expect.poll(() => noticeText(page)).toBe("");

      // Imported anew it can be taken back where its rows are, later as well.
      await workbench.visit(watched, `${source}/import?step=5`, language);
      await page.getByRole("button", { name: words["import.confirm.import"] }).click();
      await page.locator(".state.done").waitFor();
      await workbench.visit(watched, source, language);
      await page.getByText(words["sources.import.about"]).waitFor();
      expect(await look(page, `undo-${language}-4-source`, { isWhole: true })).toEqual([]);
      await page.getByRole("button", { name: words["sources.import.take"] }).focus();
      await page.keyboard.press("Enter");
      await why.waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByText(words["sources.import.about"]).waitFor({ state: "detached" });
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );

  it.each([
    { language: "en", width: 1280 },
    { language: "fa", width: 390 },
  ] as const)("a plan, by the one before it ($language, $width pixels)", async ({ language, width }) => {
    const words = WORDS[language];
    const [first, second] = PLANS[language];
    const watched = await workbench.open({ width });
    const { page } = watched;
    await page.goto(writeAddress);
    await workbench.visit(watched, "/c/estimate", language);
    // It stands open already where something was estimated before.
    await page.locator("details.estimate-plan").evaluate((details) => details.setAttribute("open", ""));
    const field = page.getByRole("textbox", { name: words["estimate.plan.assumption"] });
    const start = page.getByRole("button", { name: words["job.estimate.start"] });
    const plan = async (text: string) => {
      await field.fill(text);
      await start.focus();
      const started = page.waitForResponse((response) => response.url().endsWith("/jobs"));
      await page.keyboard.press("Enter");
      await started;
      await page.waitForTimeout(SETTLED_MS);
      // There is nothing to estimate here: the plan is recorded all the same.
      await page.getByText(words["state.failed"]).first().waitFor();
      await expect.poll(() => start.getAttribute("aria-disabled")).toBe("false");
    };
    await plan(first);
    if (language === "en") {
      // None stood before: said in words, and not offered.
      await page.getByText(words["estimate.plan.first"]).waitFor();
      expect(await noticeText(page)).toBe("");
    }
    await plan(second);
    await expect.poll(() => noticeText(page)).toContain(first);
    expect(await look(page, `undo-${language}-5-plan`)).toEqual([]);
    // What has the focus is not beneath it.
    const [bottom, top] = await page.evaluate(() => [
      document.activeElement?.getBoundingClientRect().bottom ?? Number.NaN,
      document.querySelector(".undo")?.getBoundingClientRect().top ?? Number.NaN,
    ]);
    expect(bottom).toBeLessThanOrEqual(top ?? Number.NaN);
    await tabTo(page, { name: words["undo.undo"] });
    await page.keyboard.press("Enter");
    await expect.poll(() => noticeText(page)).toContain(words["undo.act"]);
    // The plan that stood before stands: stated once more, it is nothing new.
    await field.fill(first);
    const answered = page.waitForResponse((response) => response.url().endsWith("/estimate/plan"));
    await page.getByRole("button", { name: words["job.estimate.start"] }).click();
    expect(await (await answered).json()).toMatchObject({
      acts: [],
      before: { assumption: { [language]: first } },
    });
    await page.close();
  });
});
