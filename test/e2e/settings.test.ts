import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, goTo, startWorkbench, type WatchedPage, type Workbench } from "./browser.ts";
import { ROUTES } from "./routes.ts";

let workbench: Workbench;
const visit = (watched: WatchedPage, route: string, language: "en" | "fa" | "ar") =>
  goTo(watched, { address: workbench.address, route, language });

describe("the settings of language and digits", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("writes every number and day in the digits that the reader chose, and keeps them on the next page", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988", "fa");
    const value = page.locator(".figure-value").first();
    expect(await value.textContent()).toContain("۳۰٬۰۰۰");
    await page.locator(".settings summary").click();
    await page.getByRole("radio", { name: "0123456789" }).check();
    await expect.poll(() => value.textContent()).toContain("30,000");
    expect(await value.getAttribute("aria-label")).toContain("30,000");
    // What the page and the program behind it write; quotes and names of sources are not theirs.
    for (const part of [".question-about", ".figure .time", ".page-foot p"])
      expect((await page.locator(part).allTextContents()).join(" "), part).not.toMatch(/[۰-۹٠-٩]/u);
    await page.reload();
    await expect.poll(() => value.textContent()).toContain("30,000");
    await visit(watched, "/iran-1988/places?on=2018-07-31", "fa");
    expect(await page.locator(".as-of-words .time").textContent()).toBe("9 مرداد 1397 31 ژوئیهٔ 2018");
    await visit(watched, "/kosovo-1999/estimate", "fa");
    const models = page.locator("svg[role=img]").first();
    await models.waitFor();
    expect(await models.locator("desc").textContent()).toContain("4,400");
    expect(await page.locator("table.histories .count").allTextContents()).not.toContainEqual(
      expect.stringMatching(/[۰-۹]/u),
    );
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.type("رقم‌ها ٠");
    await page.getByRole("option", { name: /٠١٢٣٤٥٦٧٨٩/u }).click();
    await expect.poll(() => models.locator("desc").textContent()).toContain("٤٬٤٠٠");
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("turns to Arabic: the shell in it, from right to left, and what is not there in it marked as English", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/people", "en");
    await page.getByRole("button", { name: "العربية" }).click();
    await page.getByRole("heading", { name: "الأشخاص", level: 1 }).waitFor();
    const root = () => page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]);
    expect(await root()).toEqual(["rtl", "ar"]);
    expect(page.url()).toContain("lang=ar");
    await page.getByRole("link", { name: "نظرة عامة" }).click();
    await page.getByRole("heading", { name: "كم عددهم؟" }).waitFor();
    expect(await root()).toEqual(["rtl", "ar"]);
    const main = page.locator("main");
    expect([await main.getAttribute("lang"), await main.getAttribute("dir")]).toEqual(["en", "ltr"]);
    expect(await page.locator(".figure-value").first().textContent()).toContain("at least 30,000 persons");
    const time = page.locator(".figure .time").first();
    expect(await time.textContent()).toMatch(/[٠-٩]/u);
    expect([await time.getAttribute("lang"), await time.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    const shell = await page.locator("header.head, nav.nav").allInnerTexts();
    expect(shell.join(" ").replaceAll(/Inquest|English|فارسی|Ctrl K/gu, "")).not.toMatch(
      /Overview|Sources|Search|Settings|Go to/u,
    );
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "المفاتيح" }).waitFor();
    const keys = (await page.locator("dialog.keys dd").allTextContents()).join(" ");
    expect(keys.replaceAll("Shift", "")).not.toMatch(/[a-z]{3}/u);
    await page.keyboard.press("Escape");
    await visit(watched, "/iran-1988/search?q=zzzzqqqq", "ar");
    await page.getByText("لا شيء يطابق").waitFor();
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("link", { name: "المصادر" }).click();
    await page.getByRole("alert").getByText("البرنامج لا يستجيب").waitFor();
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "أعد المحاولة" }).click();
    await page.getByRole("heading", { name: "المصادر", level: 1 }).waitFor();
    await page.close();
  });

  it.each(["light", "dark"] as const)("has no serious barrier in Arabic (%s)", async (scheme) => {
    const watched = await workbench.open({ scheme });
    for (const route of ["/iran-1988", "/first-hour/people"]) {
      await visit(watched, route, "ar");
      expect(await findBarriers(watched.page), route).toEqual([]);
    }
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await watched.page.close();
  });

  it("fits a telephone in Arabic: no route scrolls sideways at 390 pixels", async () => {
    const watched = await workbench.open({ width: 390 });
    for (const route of ROUTES) {
      await visit(watched, route, "ar");
      const overflow = await watched.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, route).toBeLessThanOrEqual(0);
    }
    await watched.page.close();
  });
});
