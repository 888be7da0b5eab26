/** The people of a case, counted, narrowed and gone through by keys, and the life line of one of them, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, startWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("people in a real browser", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("narrows people by what lists say and do not say, keeps it in the address, and goes through them by keys", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/people");
    const facts = page.locator(".facts");
    await page.getByRole("region", { name: "Number of lists" }).getByRole("button", { name: /^2/u }).click();
    await page
      .getByRole("region", { name: "Not yet documented" })
      .getByRole("button", { name: /^every field/u })
      .click();
    await expect.poll(() => page.url()).toContain("lists=2&missing=unsaid");
    await expect.poll(() => facts.textContent()).not.toMatch(/^692 /u);
    const narrowed = await facts.textContent();
    await page.reload();
    await expect.poll(() => facts.textContent()).toBe(narrowed);
    const links = page.locator("tbody th > a");
    const isAt = (n: number) => links.nth(n).evaluate((link) => link === document.activeElement);
    // The list stands there a moment before it hears keys; either key begins at its first person, and none goes above.
    await expect
      .poll(async () => {
        await page.keyboard.press("k");
        return isAt(0);
      })
      .toBe(true);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await isAt(1)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What the records say" }).waitFor();
    const life = page.getByRole("region", { name: "Life line" });
    expect(await life.locator(".bar-track").count()).toBeGreaterThan(1);
    expect(await findBarriers(page)).toEqual([]);
    await life.getByRole("button", { name: "Show as table" }).click();
    expect(await life.locator("tbody th").first().textContent()).toContain("Died");
    await page.goBack();
    await page.getByRole("button", { name: "take all back" }).click();
    await expect.poll(() => facts.textContent()).toMatch(/^692 /u);
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.errors).toEqual([]);
    await page.close();
  });
});
