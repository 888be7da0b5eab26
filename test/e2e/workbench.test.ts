import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, OF_COLOURS, startWorkbench, textsOf, type Workbench } from "./browser.ts";
import { ROUTES } from "./routes.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

/** A page of a person, whose id is made when the case is. */
async function routeOfPerson(): Promise<string> {
  const watched = await workbench.open();
  await visit(watched, "/first-hour/people?lists=2");
  const route = await watched.page.locator("tbody th a").first().getAttribute("href");
  await watched.page.close();
  if (route === null) throw new Error("the case has people");
  return route;
}

describe("the workbench in a real browser", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it.each([1280, 390])(
    "leads from a figure through its lineage to the quoted passage in the sealed source, %i pixels wide",
    async (width) => {
      const watched = await workbench.open({ width });
      const { page } = watched;
      await visit(watched, "/iran-1988");
      await page.getByRole("link", { name: /People killed: at least 30,000 persons/u }).click();
      await page.getByText("Nothing in this chain has changed since it was sealed").waitFor();
      expect(await page.getByText("the original is not in this case").count()).toBeGreaterThan(0);
      await page
        .getByRole("link", { name: /Open at its source/u })
        .first()
        .click();
      const passage = page.locator("mark.active").first();
      await passage.waitFor();
      expect(await passage.textContent()).toMatch(/30,000/u);
      await expect
        .poll(() =>
          passage.evaluate((node) => {
            const { top, bottom } = node.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          }),
        )
        .toBe(true);
      expect(watched.errors).toEqual([]);
      await page.close();
    },
  );

  it("turns to Persian with true right-to-left and Persian digits, and stays in it on the next page", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988");
    await page.getByRole("button", { name: "فارسی" }).click();
    await page.getByText("چند نفر؟").waitFor();
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      "rtl",
      "fa",
    ]);
    expect(await page.locator(".figure-value").first().textContent()).toContain("۳۰٬۰۰۰");
    await page.getByRole("link", { name: "منابع" }).click();
    await page.getByRole("heading", { name: "منابع" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    await page.close();
  });

  it("keeps the language that an address asked for, and names the page in the window's title", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988", "fa");
    await page.getByRole("link", { name: "مکان‌ها" }).first().click();
    await page.getByRole("heading", { name: "مکان‌ها", level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    expect(await page.title()).toBe("مکان‌ها · Inquest");
    await page.close();
  });

  it("leads from a documented count to the very row of the sealed list", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/trace/howMany.documented.persons");
    await page
      .getByRole("link", { name: /Open at its source families/u })
      .first()
      .click();
    const row = page.locator("tr.active");
    await row.waitFor();
    await expect
      .poll(() =>
        row.evaluate((node) => {
          const { top, bottom } = node.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("shows an allegation at its source as such, and nowhere else", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/sources/article-2022-05-23");
    expect(await page.locator(".statement.alleged").count()).toBe(4);
    expect(await page.locator(".statement.alleged strong").first().textContent()).toMatch(
      /^alleged by .*, not established$/u,
    );
    for (const route of ["/iran-1988", "/iran-1988/offices", "/iran-1988/people"]) {
      await visit(watched, route);
      expect(await page.locator("main").textContent()).not.toMatch(/alleged|death commission/iu);
    }
    await page.close();
  });

  it("finds a Persian name by a Latin query, opens the person, and shows where the records differ", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/people");
    const [latin = ""] = (await page.locator(".names small").first().textContent())?.trim().split(" ") ?? [];
    await page.getByRole("searchbox").fill(latin);
    await expect.poll(() => page.url()).toContain("q=");
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { name: "The records themselves" }).waitFor();
    expect(await page.locator(".fictional").count()).toBe(1);
    expect(await page.locator(".card").count()).toBeGreaterThan(0);
    await page.close();
  });

  it("finds in either script what stands in the case, keeps to a kind, and leads to it", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/search");
    await page.getByRole("searchbox").fill("خاوران");
    await page.getByRole("button", { name: /^statements/u }).click();
    await expect.poll(() => page.url()).toContain("kind=statement");
    const found = page.locator(".hits .chip");
    await expect.poll(async () => new Set(await found.allTextContents())).toEqual(new Set(["statements"]));
    await page.getByRole("searchbox").fill("khavaran");
    await page.getByRole("button", { name: /^sites/u }).click();
    // Statements stand there until the sites have come.
    const site = page.locator(".hits li").filter({ has: page.locator(".chip", { hasText: "sites" }) });
    await site.locator("a").first().click();
    await expect.poll(() => page.url()).toContain("/places/");
    await page.getByRole("heading", { level: 1, name: /Khavaran/u }).waitFor();
    await page.goBack();
    await page.getByRole("searchbox").fill("zzzzqqqq");
    await page.getByText("Nothing matches").waitFor();
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("shows why it found something, narrows by facets and by what is missing, and keeps all of it in the address", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/search?q=khavaran", "fa");
    await expect.poll(() => page.locator(".hits mark.alike").first().textContent()).toBe("خاوران");
    await visit(watched, "/iran-1988/search?q=1988");
    const total = page.locator(".found-hits .facts");
    const before = await total.textContent();
    await page.getByRole("button", { name: /^statements/u }).click();
    await page.getByRole("region", { name: "Year" }).getByRole("button", { name: /^1988/u }).click();
    await expect.poll(() => page.url()).toContain("kind=statement&year=1988");
    await expect.poll(() => total.textContent()).toBe("3 found");
    await page
      .getByRole("region", { name: "Place" })
      .getByRole("button", { name: /^none recorded 1$/u })
      .click();
    await expect.poll(() => total.textContent()).toBe("1 found");
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await expect.poll(() => total.textContent()).toBe("1 found");
    await page.getByRole("button", { name: "Take back Year: 1988" }).click();
    await expect.poll(() => page.url()).not.toContain("year=");
    await page.getByRole("button", { name: "take all back" }).click();
    await expect.poll(() => total.textContent()).toBe(before);
    await page.getByRole("searchbox").fill("khavarna");
    await page.getByText("Nothing is written so.").waitFor();
    expect(await page.locator(".hit-why").first().textContent()).toContain("khavarna");
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it.each([
    ["en", 1280],
    ["fa", 390],
  ] as const)(
    "draws models side by side and the lists as pictures, each beside its table (%s, %i pixels wide)",
    async (language, width) => {
      const watched = await workbench.open({ width });
      const { page } = watched;
      await visit(watched, "/kosovo-1999/estimate", language);
      const pictures = page.locator("svg[role=img]");
      await expect.poll(() => pictures.count()).toBe(2);
      const [models, upset] = [pictures.nth(0), pictures.nth(1)];
      expect(await models.locator("desc").textContent()).toContain(language === "fa" ? "۴٬۴۰۰" : "4,400");
      // At least five models, each with its interval and its mark; and never a number without them.
      const rows = await page.locator("table.stacking tbody tr").count();
      expect(rows).toBeGreaterThanOrEqual(5);
      expect(await models.locator("g.interval line").count()).toBeGreaterThanOrEqual(rows);
      // What other draws would give stands beneath the intervals that were drawn, and beneath no other.
      const drawn = page.locator("table.stacking tbody tr", {
        hasText: language === "fa" ? /± [۰-۹]/u : /± \d/u,
      });
      expect(await drawn.locator("th").allTextContents()).toHaveLength(2);
      expect(await upset.getAttribute("aria-label")).toBe(
        language === "fa" ? "چه کسانی در کدام فهرست‌ها هستند" : "Who is on which lists",
      );
      expect(await page.locator("table.histories tbody tr").count()).toBe(15);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // Drawn for this width, not scaled down to it: 12 pixels are 12, and no word leaves the picture.
      for (const picture of [models, upset])
        expect(await picture.evaluate(textsOf)).toEqual({ least: 12, outside: [] });
      expect(await findBarriers(page)).toEqual([]);
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );

  it("jumps by keys, not while typing, and not when they are switched off", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour");
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(page.url()).toContain("/search");
    await page.getByRole("heading", { name: "Search" }).click();
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await page.getByRole("heading", { name: "How many?" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("go");
    expect(page.url()).toContain("/people");
    await page.locator(".settings summary").click();
    await page.getByRole("radio", { name: "Off" }).check();
    await page.keyboard.press("Escape");
    expect(await page.locator("details[open]").count()).toBe(0);
    await page.locator("h1").click();
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await page.waitForTimeout(300);
    expect(page.url()).toContain("/people");
    await page.close();
  });

  it("has no serious barrier, no error and no request elsewhere on any route, in both languages, light and dark", async () => {
    const person = await routeOfPerson();
    for (const language of ["en", "fa"] as const) {
      const watched = await workbench.open();
      for (const route of [...ROUTES, person]) {
        await visit(watched, route, language);
        // A page turns dark as it stands, its pictures with it.
        await watched.page.emulateMedia({ colorScheme: "dark" });
        expect(await findBarriers(watched.page, OF_COLOURS), `${route} ${language} dark`).toEqual([]);
        await watched.page.emulateMedia({ colorScheme: "light" });
        expect(await findBarriers(watched.page), `${route} ${language} light`).toEqual([]);
      }
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await watched.page.close();
    }
  }, 600_000);

  it("fits a telephone: no route scrolls sideways at 390 pixels, in either language", async () => {
    const person = await routeOfPerson();
    for (const language of ["en", "fa"] as const) {
      const watched = await workbench.open({ width: 390 });
      for (const route of [...ROUTES, person]) {
        await visit(watched, route, language);
        const overflow = await watched.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${route} ${language}`).toBeLessThanOrEqual(0);
      }
      await watched.page.close();
    }
  });

  it("says so when the program behind it no longer runs", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988");
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("link", { name: "Sources" }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("start it again with npm start");
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("link", { name: /Summary of an article/u }).waitFor();
    await page.close();
  });

  it("shows a server's refusal with its remedy instead of an empty page", async () => {
    const watched = await workbench.open();
    await visit(watched, "/iran-1988/trace/no-such-figure");
    const alert = watched.page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("inquest answer lists the figures");
    await watched.page.close();
  });
});
