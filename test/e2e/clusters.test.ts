import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../case/cli-fixture.ts";
import { makeThreeLists, TWO_DAYS, TWO_TOWNS } from "../case/three-lists.ts";
import { must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import {
  findBarriers,
  LOOKS,
  look,
  startLiveWorkbench,
  type WatchedPage,
  type Workbench,
} from "./browser.ts";

let workbench: Workbench;
let folder: string;
let writeAddress: string;

async function openPersons(
  query = "",
  { width = 1280, language = "en" as "en" | "fa", scheme = "light" as "light" | "dark" } = {},
): Promise<WatchedPage> {
  const watched = await workbench.open({ width, scheme });
  await watched.page.goto(writeAddress);
  await watched.page.goto(`${workbench.address}c/review?queue=persons${query}&lang=${language}`);
  await watched.page.locator(".person-check").waitFor();
  return watched;
}

/** The ids of the rows of the person who is looked at. */
const idsOf = (page: Page) =>
  page.locator("#person-title ~ .person-rows-frame tbody th small:first-of-type bdi").allTextContents();
const ofPerson = (person: number) => ["en", "fa", "more"].map((list) => `${list}-${person}`);

const judged = () => must(inquest(folder, "review", "--list", "--case", "c", "--quiet"));

async function shot(page: Page, name: string): Promise<void> {
  const to = process.env.INQUEST_SHOTS;
  if (to !== undefined) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true });
}

describe("persons to check in a real browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("clusters-e2e");
    await makeThreeLists(folder);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    ["en", "1 of 36 looked at", "0 of 36 looked at", "Maryam Sharifi"],
    ["fa", "۱ از ۳۶ شخص دیده شده", "۰ از ۳۶ شخص دیده شده", "مریم شریفی"],
  ] as const)("are parted, put back and joined by keys alone: %s", async (language, looked, none, name) => {
    const { page, errors, foreign } = await openPersons("", { language });
    expect(await idsOf(page)).toEqual(ofPerson(TWO_DAYS));
    // Contradictions round and round.
    await page.keyboard.press("c");
    await expect.poll(() => idsOf(page)).toEqual(ofPerson(TWO_TOWNS));
    await page.keyboard.press("c");
    await expect.poll(() => idsOf(page)).toEqual(ofPerson(TWO_DAYS));
    // The third row is somebody else.
    for (const key of ["j", "j", "j", "k", "j", "x"]) await page.keyboard.press(key);
    await page.locator(".person-preview h3").waitFor();
    const told = await page.locator(".person-preview").textContent();
    expect(told).toMatch(language === "en" ? /36 → 37/u : /۳۶ ← ۳۷/u);
    expect(await findBarriers(page)).toEqual([]);
    await shot(page, `${language}-split`);
    await page.keyboard.press("r");
    await page.keyboard.type(`two graves ${language}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("n");
    await page.getByText(looked, { exact: true }).waitFor();
    await expect.poll(() => idsOf(page)).toEqual(ofPerson(TWO_TOWNS));
    await shot(page, `${language}-parted`);
    expect((await judged()).split(`two graves ${language}`)).toHaveLength(3);
    // Undone as a whole, after a reload too, by the chord.
    await page.reload();
    await page.locator(".person-check").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText(none, { exact: true }).waitFor();
    await expect.poll(() => idsOf(page)).toEqual(ofPerson(TWO_DAYS));
    // Joined with somebody found across scripts.
    await page.keyboard.press("m");
    await page.keyboard.type(language === "en" ? "شریفی مریم" : "Maryam Sharifi");
    await page.locator(".person-picker [role=option]", { hasText: name }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".person-preview h3").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("answer-join");
    expect(await page.locator(".person-preview").textContent()).toMatch(
      language === "en" ? /36 → 35/u : /۳۶ ← ۳۵/u,
    );
    expect(await findBarriers(page)).toEqual([]);
    await shot(page, `${language}-join`);
    await page.keyboard.press("Enter");
    // Both are then judged to be one, and so looked at.
    await page.getByText(language === "en" ? "2 of 36 looked at" : "۲ از ۳۶ شخص دیده شده").waitFor();
    expect(await judged()).toContain("one person");
    await page.keyboard.press("z");
    await page.getByText(none, { exact: true }).waitFor();
    // Right as it is.
    await page.keyboard.press("y");
    await page.getByText(looked, { exact: true }).waitFor();
    await page.keyboard.press("z");
    await page.getByText(none, { exact: true }).waitFor();
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.close();
  });

  it("are reached from their page, and not joined while a judgement stands that they are two", async () => {
    await must(
      inquest(
        folder,
        ...["review", "fa:fa-10", "en:en-11", "different", "--why", "two fathers"],
        ...["--case", "c", "--quiet"],
      ),
    );
    const { page, errors } = await openPersons();
    await page.goto(`${workbench.address}c/people?q=${encodeURIComponent("fa-10")}&lang=en`);
    await page.locator("tbody th a").first().click();
    await page.getByRole("link", { name: "Split or join" }).click();
    await expect.poll(() => idsOf(page)).toEqual(ofPerson(10));
    await page.keyboard.press("m");
    await page.keyboard.type("en-11");
    await page.locator(".person-picker [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    const forbidden = page.getByRole("alert");
    await forbidden.getByText("They cannot be joined while this stands:").waitFor();
    expect(await forbidden.textContent()).toMatch(/keeper[\s\S]*two persons[\s\S]*two fathers/u);
    expect(await page.getByRole("button", { name: /Join them/u }).isDisabled()).toBe(true);
    await shot(page, "forbidden");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("are chosen in a list too, page by page", async () => {
    const { page, errors } = await openPersons();
    const list = page.locator(".persons-list");
    await list.locator("summary").click();
    expect(await list.locator("li").count()).toBe(20);
    expect(await list.locator("li .differs-word").count()).toBe(2);
    expect(await findBarriers(page)).toEqual([]);
    await list.getByRole("button", { name: /^5 / }).click();
    await page.getByText("5 of 36", { exact: true }).waitFor();
    await list.getByRole("button", { name: "Later" }).click();
    await page.getByText("21 of 36", { exact: true }).waitFor();
    expect(await list.locator("li").count()).toBe(16);
    await page.keyboard.press("s");
    await page.getByText("22 of 36", { exact: true }).waitFor();
    await page.keyboard.press("c");
    await page.getByText("1 of 36", { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it("are decided by the keys that the reader chose, and the list of keys names them", async () => {
    const { page, errors } = await openPersons("", { language: "fa" });
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    const change = dialog.getByRole("button", { name: /اشخاص برای بررسی: نشان زدن ردیف/u });
    await change.click();
    await page.keyboard.press("j");
    await dialog.locator("[role=status]").filter({ hasText: "j" }).waitFor();
    await page.keyboard.press("4");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    expect(await page.locator(".person-rows input:checked").count()).toBe(0);
    await page.keyboard.press("4");
    expect(await page.locator(".person-rows input:checked").count()).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(LOOKS)(
    "have no barrier and do not scroll sideways: %s, %i pixels, %s",
    async (language, width, scheme) => {
      const { page, errors } = await openPersons("", { language, width, scheme });
      await page.locator(".person-rows input").nth(1).click();
      await page.locator(".person-preview h3").waitFor();
      expect(await look(page, `persons-${language}-${width}`)).toEqual([]);
      await shot(page, `${language}-${width}-${scheme}`);
      await page.goto(`${workbench.address}c/review?queue=persons&shown=decided&lang=${language}`);
      await page.locator(".state.empty").waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    },
  );
});
