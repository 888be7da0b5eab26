import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../case/cli-fixture.ts";
import { importList, must, NAMES_OF_LISTS, writeTwoLists } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { findBarriers, startLiveWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
let writeAddress = "";
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("long work from the browser", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("long-work");
    writeTwoLists(folder);
    await must(inquest(folder, "init", "c", "--title", "Two lists", "--fictional"));
    for (const list of NAMES_OF_LISTS) await importList(folder, list, "c");
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("is not offered to a browser that may not write", async () => {
    const watched = await workbench.open();
    await visit(watched, "/c/review");
    await watched.page.locator("main .state").first().waitFor();
    expect(await watched.page.getByRole("button", { name: "Link the lists" }).count()).toBe(0);
    await watched.page.close();
  });

  it("can be cancelled, goes on while the page is loaded anew, and shows the pairs once it is done", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await page.goto(writeAddress);
    await visit(watched, "/c/review");
    await page.getByRole("button", { name: "Link the lists" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    // Whoever started it by keyboard stands on what stops it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    await page.keyboard.press("Enter");
    await page.getByText("Cancelled. What stood before stands.").waitFor();
    await page.getByRole("button", { name: "Link the lists" }).click();
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    await page.reload();
    await page.getByText(/records are [\d,]+ persons; [\d,]+ pairs wait for a person/u).waitFor();
    await page.locator(".review-pair").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });

  it("asks what must hold before it estimates, in the words of whoever asks, and keeps them with the number", async () => {
    const watched = await workbench.open({ width: 390 });
    const { page } = watched;
    await page.goto(writeAddress);
    await visit(watched, "/c/estimate", "fa");
    await page.getByText("برآورد شمار کسانی که در هیچ فهرستی نیامدند").click();
    await page.getByRole("button", { name: "برآورد کن" }).click();
    await page.getByRole("alert").waitFor();
    const words = "فهرست‌ها جدا از هم گردآوری شده‌اند.";
    await page.getByRole("textbox", { name: "چه چیزی باید درست باشد" }).fill(words);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: "برآورد کن" }).click();
    await page.locator("table.stacking tbody tr").first().waitFor();
    await page.getByText(words).last().waitFor();
    // What became of it stands open where it was asked for.
    await page.getByText(/برآورد ثبت شد/u).waitFor();
    // Two lists only: exploratory, and said so.
    await page.getByText("two-lists").first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });
});
