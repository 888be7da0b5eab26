/** Where values come from, one key or one button away, in a real browser over the shipped cases. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, startWorkbench, type Workbench } from "./browser.ts";
import { isInSight } from "./quoting.ts";
import { ROUTES } from "./routes.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("where a value comes from, in a real browser", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("is told by a key on a figure that has the focus, with a footnote to take along", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit(watched, "/iran-1988");
    const figure = page.getByRole("link", { name: /People killed: at least 30,000 persons/u });
    await figure.focus();
    await page.keyboard.press("i");
    const dialog = page.getByRole("dialog", { name: "Where this comes from" });
    await dialog.getByText("Unchanged since it was sealed, checked now").waitFor();
    expect(await dialog.locator("blockquote").first().textContent()).toContain("30,000");
    await dialog.getByRole("button", { name: "Copy footnote" }).first().click();
    await dialog.getByText("Copied:").waitFor();
    const footnote = await page.evaluate(() => navigator.clipboard.readText());
    expect(footnote).toMatch(/30,000.*SHA-256 [0-9a-f]{16}….*To verify: inquest trace/su);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await figure.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("is told by a key on a fact under the pointer, of a posting, a person and a statement at its source", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    const dialog = page.getByRole("dialog", { name: "Where this comes from" });
    const targets: readonly (readonly [route: string, selector: string])[] = [
      ["/first-hour/places/site%3Akhak-e-sorkh", ".values [data-origin]"],
      ["/first-hour/places/site%3Akhak-e-sorkh", ".life [data-origin]"],
      ["/iran-1988/offices", ".posting[data-origin] a"],
      ["/iran-1988/sources/article-2022-05-23", ".statement[data-origin]"],
    ];
    for (const [route, selector] of targets) {
      await visit(watched, route);
      await page.locator(selector).first().hover();
      await page.keyboard.press("i");
      await dialog.locator(".origin-notes > li").first().waitFor();
      // The key does nothing more while it is open, and Escape leaves no trace of it.
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    }
    await visit(watched, "/first-hour/people");
    await page.locator("tbody th a").first().click();
    await page
      .getByRole("button", { name: /^Where this comes from/u })
      .first()
      .click();
    await dialog.getByRole("heading", { name: "Sealed files" }).waitFor();
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("is told of every value that any page offers it for, each by a thing that the case knows", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    const asked = new Map<string, string>();
    const kinds = new Map<string, number>();
    await visit(watched, "/first-hour/people");
    const person = (await page.locator("tbody th a").first().getAttribute("href")) ?? "";
    for (const route of [...ROUTES, person]) {
      await visit(watched, route);
      const ids = await page
        .locator("main [data-origin]")
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-origin") ?? ""));
      kinds.set(route, ids.length);
      const caseId = route.split("/")[1] ?? "";
      for (const id of new Set(ids.slice(0, 40)))
        asked.set(`api/cases/${caseId}/origins/${encodeURIComponent(id)}`, route);
    }
    const refused: string[] = [];
    for (const [path, route] of asked) {
      const { status } = await fetch(`${workbench.address}${path}`);
      if (status !== 200) refused.push(`${status} ${path} on ${route}`);
    }
    expect(refused).toEqual([]);
    for (const route of [
      ...["/first-hour/people", "/first-hour/sources/families", "/iran-1988/appeals", "/first-hour/review"],
      ...["/first-hour/review?queue=persons", "/iran-1988/search?q=khavaran", "/iran-1988/trace/F38", person],
      ...["/kosovo-1999/estimate", "/first-hour/places"],
    ])
      expect(kinds.get(route), route).toBeGreaterThan(0);
    await page.close();
  });

  it("is told of a row of a list and of one field of a person: file, import, rule and footnote", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    const dialog = page.getByRole("dialog", { name: "Where this comes from" });
    await visit(watched, "/first-hour/sources/families");
    await page.locator("tbody tr[data-origin]").first().hover();
    await page.keyboard.press("i");
    await dialog.getByText("Unchanged since it was sealed, checked now").waitFor();
    expect(await dialog.locator(".origin-label").textContent()).toMatch(/^Row 1 of /u);
    const told = await dialog.locator(".origin-notes > li").first().textContent();
    expect(told).toMatch(/from the column .*Recipe.*List imported.*act \d+/su);
    expect(await dialog.getByRole("button", { name: "Copy footnote" }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await visit(watched, "/first-hour/people");
    await page.locator("tbody th a").first().click();
    const value = page.locator(".values [data-origin]").first();
    const text = (await value.locator("bdi, .time").first().textContent()) ?? "";
    await value.getByRole("button").focus();
    await page.keyboard.press("i");
    await dialog.locator(".origin-cells").first().waitFor();
    expect(await dialog.locator(".origin-label").textContent()).toBe(text);
    // One field's cell of each row that gives the value, and no other.
    const rows = await dialog.locator(".origin-notes > li").count();
    expect(await dialog.locator(".origin-cells > div").count()).toBe(rows);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("offers nothing for an allegation, which is read at its source and nowhere else", async () => {
    const watched = await workbench.open();
    await visit(watched, "/iran-1988/sources/article-2022-05-23");
    expect(await watched.page.locator(".statement.alleged").count()).toBe(4);
    expect(await watched.page.locator(".statement.alleged[data-origin]").count()).toBe(0);
    await watched.page.close();
  });

  it("leads on to the passage and to the whole lineage", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988");
    await page.getByRole("button", { name: /^Where this comes from: People killed: at least/u }).click();
    await page.locator(".origin .cells a").first().click();
    await page.locator("mark.active").first().waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.close();
  });

  it("leads to another statement of the source that is open already, and to the same one again", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/sources/article-2022-05-23");
    const dialog = page.getByRole("dialog", { name: "Where this comes from" });
    const follow = async (index: number) => {
      const item = page.locator(".statement[data-origin]").nth(index);
      await item.locator(".origin-button").click();
      await dialog.locator(".cells a").first().click();
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => item.getAttribute("class")).toContain("active");
      await expect.poll(() => page.locator("mark.active").first().evaluate(isInSight)).toBe(true);
    };
    await follow(0);
    await follow(3);
    await page.evaluate(() => {
      for (const node of document.querySelectorAll(".sealed-text")) node.scrollTop = node.scrollHeight;
      scrollTo(0, document.body.scrollHeight);
    });
    await follow(3);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it.each([
    ["en", "light", 1280],
    ["fa", "dark", 1280],
    ["en", "dark", 390],
    ["fa", "light", 390],
  ] as const)("has no barrier and fits: %s, %s, %i pixels", async (language, scheme, width) => {
    const watched = await workbench.open({ width, scheme });
    const { page } = watched;
    for (const route of ["/iran-1988", "/first-hour"]) {
      await visit(watched, route, language);
      await page.locator(".origin-button").first().click();
      await page.locator(".origin .check-good").waitFor();
      expect(await findBarriers(page), `${route} ${language}`).toEqual([]);
      const isWithin = await page
        .locator("dialog.origin")
        .evaluate(
          (node) => node.scrollWidth <= node.clientWidth && node.getBoundingClientRect().right <= innerWidth,
        );
      expect(isWithin).toBe(true);
      const shots = process.env.SCREENSHOTS;
      if (shots !== undefined)
        await page.screenshot({
          path: `${shots}/origin${route.replace("/", "-")}-${language}-${width}.png`,
        });
      await page.keyboard.press("Escape");
    }
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });
});
