import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, startWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("the palette of commands", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("goes to a page by a few letters, from the middle of a word that is being typed", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/people");
    await page.getByRole("searchbox").fill("re");
    await page.keyboard.press("Control+KeyK");
    const field = page.getByRole("combobox", { name: "go anywhere, do anything" });
    await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type("estim");
    expect(await field.getAttribute("aria-activedescendant")).toBe(
      await page.getByRole("option", { name: /Estimate/u }).getAttribute("id"),
    );
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Estimate", level: 1 }).waitFor();
    expect(await field.count()).toBe(0);
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.press("Escape");
    expect(await field.count()).toBe(0);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("finds what stands in the case in another script than it is asked for in, and leads to it", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour", "fa");
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("khak");
    // Pages are called otherwise in Persian, so what is found stands first.
    const site = page.getByRole("option", { name: /خاک/u }).first();
    await site.waitFor();
    await site.click();
    await expect.poll(() => page.url()).toContain("/places/");
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("مقام");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "مقام‌ها", level: 1 }).waitFor();
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("estim");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "برآورد", level: 1 }).waitFor();
    await page.close();
  });

  it("shows nothing of an older query, and an outage as one", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour");
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("khak");
    const hits = page.getByRole("option", { name: /Khak/u });
    await hits.first().waitFor();
    await page.route(/\/search\?/u, (route) => route.abort());
    await page.keyboard.type("z");
    expect(await hits.count()).toBe(0);
    await page.locator(".palette-state", { hasText: "The program does not answer" }).waitFor();
    await page.close();
  });

  it("changes settings and cases, with arrows that go round", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour");
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("dark");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.getByRole("button", { name: /Go to/u }).click();
    await page.keyboard.type("kosovo case");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("/kosovo-1999");
    await page.close();
  });
});
