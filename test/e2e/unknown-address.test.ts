import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, goTo, startWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;

describe("what an address and the keys after g lead to", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("says that a case or a page is not there, and shows nothing of another in its place", async () => {
    const { page } = await workbench.open({ width: 390 });
    await page.goto(`${workbench.address}nowhere/trace/F38?lang=en`);
    await page.getByRole("heading", { name: "No such case is open here" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/nowhere/trace/F38");
    expect(await page.locator("main code").textContent()).toBe("nowhere");
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: "Go to another case" }).click();
    await page.locator(".figure-value").first().waitFor();

    await page.goto(`${workbench.address}first-hour/nowhere?lang=fa`);
    await page.getByRole("heading", { name: "چنین صفحه‌ای نیست" }).waitFor();
    expect(await page.locator(".figure-value").count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  it("opens the settings by g and a comma, wherever the comma is on the layout", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await goTo(watched, { address: workbench.address, route: "/iran-1988/people", language: "fa" });
    await page.keyboard.press("KeyG");
    await page.keyboard.press("Comma");
    await page.locator(".settings details[open] .panel").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    await page.keyboard.press("Escape");
    await page.locator(".settings details:not([open])").waitFor();
    await page.close();
  });
});
