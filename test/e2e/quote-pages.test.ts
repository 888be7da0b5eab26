/** Stating something from words of a page, in a real browser over a case with a document that has pages. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceView } from "../../src/case/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePdf } from "../made-files.ts";
import { look, startLiveWorkbench, type Workbench } from "./browser.ts";
import { choose, isInSight, select, walkTo } from "./quoting.ts";

const PAGES = [
  "The first page says nothing of the mill.",
  "چهل نفر از بند هشت بردند و نامی نگفتند.",
  "Sixty were buried by the mill. The mill was closed, and the mill fell down.",
];

let workbench: Workbench;
let writeAddress: string;

describe("stating something from words of a page, in a real browser", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("quote-pages");
    await buildSmallCase(folder, {
      subjects: ["{id: site:mill, names: {en: Behind the mill, fa: پشت آسیاب}}"],
      text: "A note.",
      statements: ['key: A, subject: site:mill, property: site-reported, value: a grave, quote: "A note."'],
    });
    writeFileSync(join(folder, "letter.pdf"), await madePdf(PAGES, "fa"));
    const added = await inquest(folder, "add", "letter.pdf", "--case", "c", "--quiet");
    expect(added.code, added.err).toBe(0);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("turns pages by keys, states from words of one, and opens the statement at its page again", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await page.goto(writeAddress);
    await page.goto(`${workbench.address}c/sources/letter.pdf?lang=en`);
    await page.locator(".sealed-text", { hasText: "The first page" }).waitFor();
    await page.locator(".sealed-text").focus();
    // The page that was asked for is named, though it is not here yet.
    await page.route(/\/pages\/\d/u, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.keyboard.press("]");
    await page.keyboard.press("]");
    await expect.poll(() => page.locator(".page-turner input").inputValue(), { timeout: 1000 }).toBe("3");
    await page.locator(".sealed-text", { hasText: "Sixty were buried" }).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    expect(page.url()).toContain("page=3");
    // The third of the words that are alike.
    for (const _ of [1, 2, 3]) await walkTo(page, "mill", "ArrowRight");
    await page.keyboard.press("s");
    await page.locator(".quoted-words", { hasText: "page 3 · occurrence 3" }).waitFor();
    await choose(page, "What is spoken of", "Behind the mill");
    await page.getByLabel("What is said of it").selectOption("site-destroyed");
    await page.getByLabel("In words").fill("it fell down");
    await choose(page, "Who says so", "A witness");
    await page.keyboard.press("Control+Enter");
    await page.locator(".news").waitFor();
    const mark = page.locator("mark.active");
    await mark.waitFor();
    expect(await mark.textContent()).toBe("mill");
    const before = await mark.evaluate((node) => {
      const range = document.createRange();
      range.setStart(node.closest(".sealed-text") ?? document, 0);
      range.setEndBefore(node);
      return range.toString();
    });
    expect(before).toMatch(/and the\s$/u);
    const view: SourceView = await page.evaluate(async () =>
      (await fetch("/api/cases/c/sources/letter.pdf?lang=en")).json(),
    );
    const [statement] = view.statementsAt;
    expect(statement).toMatchObject({ quote: "mill", at: { kind: "page", page: 3, read: "file" } });
    // From another page it is found again, by its address as by its place in the list.
    await page.goto(`${workbench.address}c/sources/letter.pdf?lang=en&page=2#statement=${statement?.id}`);
    await mark.waitFor();
    expect(page.url()).toContain("page=3");
    await expect.poll(() => mark.evaluate(isInSight)).toBe(true);
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });

  it("tells an outage apart from a name that nothing has, and goes on by itself once it is over", async () => {
    const { page } = await workbench.open();
    await page.goto(writeAddress);
    await page.goto(`${workbench.address}c/sources/letter.pdf?lang=en&page=3`);
    await page.locator(".sealed-text", { hasText: "The mill" }).waitFor();
    await select(page, "The mill", "closed");
    await page.keyboard.press("s");
    await page.locator(".quote-form").waitFor();
    const subject = page.getByRole("combobox", { name: "What is spoken of" });
    await page.route(/\/subjects\?/u, (route) => route.abort());
    await subject.fill("Nobody");
    const picker = page.locator(".picker", { has: subject });
    await picker.getByText("The program does not answer").waitFor();
    expect(await page.getByText("Nothing is called so.").count()).toBe(0);
    await page.unrouteAll({ behavior: "wait" });
    await picker.getByText("Nothing is called so.").waitFor();
    // And so with the id of something new: that nobody can tell is not that it is taken.
    await page.route(/\/subjects\?/u, (route) => route.abort());
    await picker.locator(".option").last().click();
    const fresh = page.locator(".new-subject");
    await fresh.getByText("The program does not answer").waitFor();
    expect(await fresh.getByText("Something has this id already").count()).toBe(0);
    await page.unrouteAll({ behavior: "wait" });
    await fresh.getByText("The program does not answer").waitFor({ state: "detached" });
    await page.close();
  });

  it.each([
    ["en", 1280],
    ["fa", 390],
  ] as const)("has no barrier and does not scroll sideways: %s, %i pixels", async (language, width) => {
    const watched = await workbench.open({ width });
    const { page } = watched;
    await page.goto(writeAddress);
    await page.goto(`${workbench.address}c/sources/letter.pdf?lang=${language}&page=2`);
    await page.locator(".sealed-text", { hasText: "چهل" }).waitFor();
    // Marks of what is quoted already take the place of the text that they mark.
    await page.waitForLoadState("networkidle");
    await select(page, "چهل", "هشت");
    await page.locator(".quote-button").waitFor();
    expect(await look(page, `pages-${language}-${width}`)).toEqual([]);
    await page.locator(".quote-button").click();
    await page.locator(".quote-form").waitFor();
    expect(await page.locator(".quoted-words figcaption").textContent()).toContain(
      language === "en" ? "page 2" : "صفحهٔ ۲",
    );
    await page.close();
  });
});
