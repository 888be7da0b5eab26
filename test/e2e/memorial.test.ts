/** The memorial as it lies on a stick: opened from the folder, in a real browser, in both languages. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memorial, personAddress } from "../../src/release/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { manyPersons, memorialContents } from "../memorial-content.ts";
import { look, type WatchedPage, type Workbench, withBrowser } from "./browser.ts";

const LANGUAGES = ["en", "fa"] as const;
const addressOf = (id: string) => personAddress("7".repeat(64), id);
const gone = addressOf("somebody");
const FIRST_PAGE_BYTES = 100_000;
const PERSONS = 500;

let browser: Workbench;
let folder = "";

describe("the memorial from a folder", () => {
  beforeAll(async () => {
    folder = temporaryFolder("memorial");
    const asked = { addressOf, earlier: [gone], contact: "Signal: kanun.42", isIndexed: false };
    for (const [path, bytes] of memorial(memorialContents(manyPersons(PERSONS)), asked).files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const address = `${pathToFileURL(folder).href}/`;
    browser = await withBrowser({ address, close: async () => {} }, async () => {});
  });
  afterAll(() => browser.close());

  const open = async (path: string, options: Parameters<Workbench["open"]>[0] = {}): Promise<WatchedPage> => {
    const watched = await browser.open(options);
    await watched.page.goto(browser.address + path);
    return watched;
  };
  const find = async (page: Page, name: string) => {
    await page.locator("#q").fill(name);
    await page.locator("#q").press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-said]")?.textContent !== "");
    return page.locator("[data-found] a").allTextContents();
  };

  test("finds a Persian name by Persian, Arabic and Latin spelling, and leads to its page", async () => {
    for (const language of LANGUAGES) {
      const watched = await open(`${language}/index.html`);
      const { page } = watched;
      for (const spelling of ["رضا کریمی", "رِضا كريمي", "Reza Karimi", "rezâ karimi", "KARIMI, Rezā"]) {
        const found = await find(page, spelling);
        expect(found[0], spelling).toBe("رضا کریمی");
      }
      for (const digits of ["310", "۳۱۰", "٣١٠"])
        expect(await find(page, `رضا ${digits}`), digits).toEqual(["رضا رحیمی 310"]);
      await find(page, "Reza Karimi");
      await page.locator("[data-found] a").first().click();
      await page.waitForURL(/persons\/\w\w\//u);
      expect(await page.locator("h1").textContent()).toBe("رضا کریمی");
      expect([...watched.errors, ...watched.foreign]).toEqual([]);
      await page.close();
    }
  });

  test("says that a name which is not here says nothing, and obeys no name that is", async () => {
    const { page, errors } = await open("en/index.html");
    expect(await find(page, "Nobody Nowhere")).toEqual([]);
    expect(await page.locator("[data-said]").textContent()).toContain(
      "says nothing about what became of them",
    );
    const [found] = await find(page, "Zahra");
    expect(found).toContain("<script>");
    expect(await page.locator("[data-found] script").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  const paths = [
    ...["index.html", "persons/index.html", "persons/letter-631-1.html", "persons/year-1988-2.html"],
    ...["persons/initials-1.html", "sites/index.html", "numbers.html", "offices.html", "method.html"],
    ...["evidence/index.html", "correct.html", `persons/${gone}`],
    ...["person-reza", "person-hostile", "person-none", "person:leila"].map(
      (id) => `persons/${addressOf(id)}`,
    ),
  ];

  for (const language of LANGUAGES)
    for (const [scheme, width] of [
      ["light", 1280],
      ["dark", 390],
    ] as const)
      test(`has no barrier and no overflow in ${language}, ${scheme}, at ${width} pixels`, async () => {
        const { page, errors, foreign } = await browser.open({ scheme, width });
        const problems: string[] = [];
        const [site = ""] = siteFiles(language);
        for (const path of [...paths.map((each) => `${language}/${each}`), site, "index.html"]) {
          await page.goto(browser.address + path);
          await page.evaluate(() => document.fonts.ready);
          const name = `memorial-${path.replace(/\W+/gu, "-")}-${scheme}-${width}`;
          for (const problem of await look(page, name, { isWhole: true }))
            problems.push(`${path}: ${problem}`);
          problems.push(...(await smallTargets(page)).map((each) => `${path}: small target ${each}`));
        }
        // It is axe that asks for the style once more, and is refused.
        const own = errors.filter((error) => !/^Connecting to '[^']*memorial\.css'/u.test(error));
        expect([...problems, ...own, ...foreign]).toEqual([]);
        await page.close();
      });

  function siteFiles(language: string): string[] {
    const list = readFileSync(join(folder, language, "sites", "index.html"), "utf8");
    return [...list.matchAll(/href="(\w{12}\.html)"/gu)].map(([, file]) => `${language}/sites/${file}`);
  }

  test("weighs less than 100 KB at its first pages, fonts and scripts among it", async () => {
    for (const path of ["index.html", "fa/index.html", "en/index.html"]) {
      const { page } = await browser.open();
      const loaded = new Set<string>();
      page.on("request", (request) => loaded.add(request.url()));
      await page.goto(browser.address + path);
      await page.evaluate(() => document.fonts.ready);
      const bytes = [...loaded].reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
      if (path !== "index.html") expect(loaded.size).toBeGreaterThan(2);
      expect(bytes).toBeLessThan(FIRST_PAGE_BYTES);
      await page.close();
    }
    const { page } = await open("fa/index.html");
    expect(await page.evaluate(() => document.fonts.check("16px Vazirmatn", "کریمی"))).toBe(true);
    await page.close();
  });
});

/** Links and buttons of less than 24 pixels either way, those within running text aside (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a, button, summary, input")].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isInText = element.closest("p:not(.title, .other, .aside, .second), td, tbody th") !== null;
      return isInText || element.matches(".skip") || width === 0 || (width >= 24 && height >= 24)
        ? []
        : [`${element.outerHTML.slice(0, 80)} ${width}×${height}`];
    }),
  );
}
