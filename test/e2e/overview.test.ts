import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("the answers", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("sets what speakers say side by side and marks what cannot be true together", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988");
    const group = page.locator(".figure-group").first();
    expect(await group.locator(".figure-value").allTextContents()).toEqual([
      "at least 30,000 persons",
      "2,800 to 3,800 persons",
      "thousands",
    ]);
    expect(await group.locator(".rivals").count()).toBe(2);
    expect(await group.locator(".standing").allTextContents()).toEqual(Array(3).fill("❝reported"));
    await page.close();
  });

  it("says below the answers what waits for people, each leading to where it is done, and what is new", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour");
    const left = page.getByRole("region", { name: "Work left" });
    await left.getByRole("link", { name: /pairs of records wait for a person/u }).waitFor();
    // The shipped cases were recorded on a day long past.
    expect(await page.getByRole("region", { name: "Since yesterday" }).textContent()).toContain(
      "Nothing was recorded since yesterday.",
    );
    await left.getByRole("link", { name: /pairs of records/u }).click();
    await page.locator(".review-pair").first().waitFor();
    await page.close();
  });

  it("says of several who recorded something each by themselves", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    const kinds = [{ kind: "statement.recorded", text: "statements", count: 2, by: ["anna", "reza"] }];
    await page.route(/\/work\?/u, async (route) => {
      const view: object = await (await route.fetch()).json();
      await route.fulfill({ json: { ...view, news: { acts: 2, isAll: true, kinds } } });
    });
    await visit(watched, "/first-hour");
    const row = page.getByRole("row", { name: /statements/u });
    expect(await row.getByRole("listitem").allTextContents()).toEqual(["anna", "reza"]);
    await page.close();
  });

  it("offers nothing that cannot be done: a case that is only shown takes no files and no statements", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/sources");
    await page.getByText(/Nothing can be recorded here/u).waitFor();
    expect(await page.locator(".drop").count()).toBe(0);
    await visit(watched, "/iran-1988/sources/article-2022-05-23");
    await page.getByText(/Nothing can be recorded here/u).waitFor();
    await page.locator(".sealed-text").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("s");
    expect(await page.locator(".quote-form").count()).toBe(0);
    // Nor steps that end at a button which refuses.
    await visit(watched, "/iran-1988/sources/article-2022-05-23/import");
    await page.getByText(/Nothing can be recorded here/u).waitFor();
    expect(await page.locator(".steps").count()).toBe(0);
    expect(await page.locator(".case-switch option", { hasText: "New case" }).count()).toBe(0);
    await page.close();
  });
});
