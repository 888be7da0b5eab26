import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { monthsFrom } from "../../web/parts/month-steps.ts";
import { startWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("places in a real browser", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("draws the places offline, as a map and as a table, and knows what is certain on a day", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/places?on=2018-07-31");
    await page.locator(".map-label").first().waitFor();
    expect(await page.locator(".map-label").count()).toBe(4);
    await page.getByRole("button", { name: "Show as table" }).click();
    const rows = await page.locator("tbody tr").allTextContents();
    expect(rows.filter((row) => row.includes("certainly"))).toHaveLength(3);
    const possibly = rows.filter((row) => row.includes("possibly"));
    expect(possibly.filter((row) => row.includes("Destroyed"))).toHaveLength(4);
    // The threat is undated, so that by this day it is not certain either.
    expect(possibly.filter((row) => row.includes("Threatened, no destruction recorded"))).toHaveLength(1);
    expect(possibly).toHaveLength(5);
    await page.getByRole("button", { name: "A year earlier" }).click();
    await expect.poll(() => page.url()).toContain("on=2017-07-31");
    // In any calendar and digits; a month is taken once it is finished, and the address has the day.
    const day = page.getByRole("textbox", { name: "As of" });
    const understood = page.locator(".as-of-words");
    await day.fill("۹ مرداد ۱۳۹۷");
    await expect.poll(() => page.url()).toContain("on=2018-07-31");
    await day.fill("Shahrivar 1397");
    await expect.poll(() => understood.textContent()).toContain("Understood as: 22 September 2018");
    expect(page.url()).toContain("on=2018-07-31");
    await day.press("Enter");
    await expect.poll(() => page.url()).toContain("on=2018-09-22");
    await day.fill("one day");
    await expect.poll(() => understood.textContent()).toContain("No day can be read");
    await page.getByRole("button", { name: "A year earlier" }).click();
    await expect.poll(() => day.inputValue()).toBe("2017-09-22");
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });

  it("shows one site in full, as of a day, with its announced works first and what strangers are told", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/places");
    await page
      .locator("main")
      .getByRole("link", { name: /^Khak-e Sorkh/u })
      .first()
      .click();
    await page.getByRole("heading", { name: "Threats, announced works first" }).waitFor();
    expect(await page.locator("section .values li").first().textContent()).toContain("works announced");
    expect(await page.locator(".life em").first().textContent()).toMatch(/denies/u);
    expect(await page.locator(".role-text").textContent()).toContain(
      "Nobody decided what strangers may be told",
    );
    await page.getByRole("textbox", { name: "As of" }).fill("1 January 1990");
    await page.getByText(/statements? about (?:a later day is|later days are) left out/u).waitFor();
    await page.getByRole("button", { name: "As strangers see it" }).click();
    await page.getByText(/Strangers are told nothing of site:khak-e-sorkh/u).waitFor();
    await page.getByRole("button", { name: "As strangers see it" }).click();
    await page.getByRole("heading", { name: /^Khak-e Sorkh/u }).waitFor();
    await page.close();
  });

  it("shows times in the calendar that the reader chooses, by the moon with its doubt", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/places?on=2018-07-31");
    const day = page.locator(".as-of-words .time").first();
    expect(await day.textContent()).toBe("31 July 2018 9 Mordad 1397");
    await page.getByText("Settings").click();
    await page.getByRole("radio", { name: "Lunar Hijri" }).check();
    await expect.poll(() => day.textContent()).toBe("18 Dhu al-Qa'da 1439, give or take a day");
    await page.getByRole("radio", { name: "Gregorian and Solar Hijri" }).check();
    await expect.poll(() => day.textContent()).toBe("31 July 2018 9 Mordad 1397");
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("moves the day through the years with a slider, which arrows move by a month and no further", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/places?as=table");
    const slider = page.getByRole("slider", { name: "The day, month by month" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("whatever is known");
    await slider.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.url()).toMatch(/on=\d{4}-\d{2}-\d{2}/u);
    const first = new URL(page.url()).searchParams.get("on") ?? "";
    await expect
      .poll(async () => (await page.locator("tbody tr").allTextContents()).join())
      .not.toContain("certainly");
    await page.keyboard.press("ArrowRight");
    const second = monthsFrom(first, 1);
    await expect.poll(() => new URL(page.url()).searchParams.get("on")).toBe(second);
    expect(await slider.getAttribute("aria-valuetext")).toContain(second.slice(0, 4));
    await page.keyboard.press("End");
    await expect
      .poll(async () => (await page.locator("tbody tr").allTextContents()).join())
      .toContain("Destroyed");
    expect(watched.errors).toEqual([]);
    await page.close();
  });
});
