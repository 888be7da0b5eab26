import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaseBelow, type LiveCase, openLiveCase } from "../../src/case/index.ts";
import { toCsv } from "../../src/intake/index.ts";
import { startServer } from "../../src/server/index.ts";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { NAMES_OF_LISTS, rowsOf } from "../case/two-lists.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { findBarriers, type Workbench, withBrowser } from "./browser.ts";

const WORDS = { en, fa };
const HEADINGS = {
  en: ["Number", "Full name", "Date of birth", "Date of death", "Place of death"],
  fa: ["ردیف", "نام و نام خانوادگی", "تاریخ تولد", "تاریخ اعدام", "محل اعدام"],
};
/** So many pairs are reviewed without a mouse. */
const PAIRS = 20;

let workbench: Workbench;
let writeAddress = "";
const live: LiveCase[] = [];

describe("the whole journey, from nothing to an answer with its proof", () => {
  beforeAll(async () => {
    const home = temporaryFolder("journey");
    const folder = join(home, "cases");
    mkdirSync(folder);
    const surroundings = {
      now: () => Date.now(),
      random: (sizeBytes: number) => randomBytes(sizeBytes),
      homeDir: join(home, "home"),
      actor: "keeper",
    };
    const server = await startServer({
      cases: [],
      async createCase(given) {
        const { dir } = await createCaseBelow(folder, given, surroundings);
        const made = await openLiveCase({ dir, surroundings });
        live.push(made);
        return made;
      },
      webFolder: join(repository, "dist", "web"),
      port: 0,
    });
    writeAddress = server.writeAddress;
    workbench = await withBrowser(server, async () => {
      for (const each of live) await each.close();
    });
  }, 120_000);
  afterAll(() => workbench.close());

  it.each([
    { language: "en", width: 1280 },
    { language: "fa", width: 390 },
  ] as const)(
    "makes a case, imports two lists, links, reviews by keys, estimates, and follows the answer to its proof ($language)",
    async ({ language, width }) => {
      const words = WORDS[language];
      const watched = await workbench.open({ width });
      const { page } = watched;
      await page.goto(writeAddress);
      await page.goto(`${workbench.address}_new?lang=${language}`);

      await page.getByRole("button", { name: words["case.make"] }).click();
      await page.getByRole("alert").waitFor();
      await page.getByLabel(words[`case.title.${language}`]).fill(language === "en" ? "Hurava" : "هوراوا");
      await page.getByRole("checkbox").check();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole("button", { name: words["case.make"] }).click();
      await page.locator(".drop").waitFor();
      const base = new URL(page.url()).pathname.split("/")[1] ?? "";

      for (const list of NAMES_OF_LISTS) await importList(page, { base, list, language });

      await page.goto(`${workbench.address}${base}/review`);
      await page.getByRole("button", { name: words["job.link.start"] }).click();
      await page.locator(".review-pair").waitFor({ timeout: 60_000 });
      await reviewByKeys(page);

      await page.goto(`${workbench.address}${base}/estimate`);
      await page.getByText(words["estimate.plan"]).click();
      const assumption = language === "en" ? "The lists were made apart." : "فهرست‌ها جدا از هم فراهم شدند.";
      await page.getByRole("textbox", { name: words["estimate.plan.assumption"] }).fill(assumption);
      await page.getByRole("button", { name: words["job.estimate.start"] }).click();
      await page.locator("table.stacking tbody tr").first().waitFor({ timeout: 60_000 });

      await page.goto(`${workbench.address}${base}`);
      const figure = page.locator(".figure-value a, a.figure-value").first();
      await figure.waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await figure.click();
      await expect.poll(() => page.url()).toContain("/trace/");
      await page.getByText(words["trace.verified"]).waitFor();
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
    240_000,
  );
});

/** The wizard as it proposes, by keys alone. */
async function importList(
  page: Page,
  { base, list, language }: { readonly base: string; readonly list: string; readonly language: "en" | "fa" },
): Promise<void> {
  const words = WORDS[language];
  await page.goto(`${workbench.address}${base}/sources`);
  const text = toCsv([HEADINGS[language], ...rowsOf(list)]);
  await page.locator("input[type=file]").setInputFiles({
    name: `${list}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  const result = page.locator(".drop-results li").filter({ hasText: `${list}.csv` });
  await result.getByRole("link", { name: words["drop.import"] }).click();
  await page.getByRole("heading", { level: 2 }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator(".top-rows").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator(".sample-rows").waitFor();
  await page.getByRole("button", { name: words["import.step.5"] }).click();
  await page.getByLabel(words["import.confirm.name"]).fill(list);
  const take = page.getByRole("button", { name: words["import.confirm.import"] });
  await expect.poll(() => take.isEnabled()).toBe(true);
  await take.click();
  await page.locator(".state.done").waitFor();
}

/** Answers as they come to mind; what counts here is that each brings the next pair and none is lost. */
async function reviewByKeys(page: Page): Promise<void> {
  const title = page.locator(".review-table thead");
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const before = await title.textContent();
    await page.keyboard.press(["y", "n", "u"][pair % 3] ?? "u");
    await expect
      .poll(
        async () =>
          (await page.locator(".review-pair").count()) === 0 || (await title.textContent()) !== before,
      )
      .toBe(true);
    if ((await page.locator(".review-pair").count()) === 0) return;
  }
}
