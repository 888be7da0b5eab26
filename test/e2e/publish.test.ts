import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCaseToPublish } from "../case/list-to-publish.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { look, startLiveWorkbench, type Workbench } from "./browser.ts";

let workbench: Workbench;
let writeAddress = "";
let folder = "";
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

/** Opens the decision of something that is undecided. */
async function open(page: Page, name: string): Promise<Locator> {
  const item = page.locator(".decisions > li", { hasText: name }).first();
  await item.locator("summary").first().click();
  return item;
}

describe("publishing from the browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("e2e-publish");
    await makeCaseToPublish(folder);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("offers a browser that may not write what it can see, and the commands", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/c/publish");
    await page.getByText("inquest visibility families --show").waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Publish …" }).count()).toBe(0);
    expect(await look(page, "publish-read-only")).toEqual([]);
    await page.close();
  });

  it("decides what is undecided, makes the release, lists it, and looks up a figure that is cited from it", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await page.goto(writeAddress);
    await visit(watched, "/c/sources");
    await page.keyboard.press("g");
    await page.keyboard.press("d");
    await page.getByRole("heading", { name: "Publish", exact: true }).waitFor();
    await page.getByText("Decisions that are missing: 4").waitFor();
    expect(await look(page, "publish-undecided", { isWhole: true })).toEqual([]);

    // The button leads to what is undecided instead of asking what cannot be done.
    await page.getByRole("button", { name: "Publish …" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("undecided-title");

    const list = await open(page, "The families’ list");
    await list.getByRole("button", { name: "Record the decision" }).click();
    await list.getByText("Write the reason in a few words.").waitFor();
    await list.getByRole("textbox", { name: "Why" }).fill("published by the families in 1990");
    await list.getByRole("radio", { name: /^in full/u }).check();
    expect(await look(page, "publish-decision")).toEqual([]);
    await list.getByRole("button", { name: "Record the decision" }).click();
    await page.getByText("Decisions that are missing: 3").waitFor();
    await page.getByText(/Recorded: .?The families’ list/u).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("undecided-title");
    for (const name of ["Reza Karimi", "A witness"]) {
      const item = await open(page, name);
      const before = await page.locator("#make-missing").textContent();
      await item.getByRole("radio", { name: /^in full/u }).check();
      await item.getByRole("textbox", { name: "Why" }).fill("as agreed");
      await item.getByRole("button", { name: "Record the decision" }).click();
      await page.waitForFunction(
        (text) => document.getElementById("make-missing")?.textContent !== text,
        before,
      );
    }
    const site = await open(page, "Behind the mill");
    await site.getByRole("radio", { name: /^coarsely/u }).check();
    await site.getByRole("textbox", { name: "Kilometres" }).fill("۵");
    await site.getByRole("textbox", { name: "What is risked by telling it" }).fill("looting");
    await site.getByRole("textbox", { name: "Why" }).fill("the families asked");
    await site.getByRole("textbox", { name: "Who looked at it" }).fill("A. Reviewer");
    await site.getByRole("button", { name: "Record the decision" }).click();
    await page.getByText("Everything that this release needs is decided.").waitFor();

    await page.getByRole("textbox", { name: /^What changed/u }).fill("The first.");
    await page.getByRole("button", { name: "Publish …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("this cannot be taken back").waitFor();
    await dialog.getByText("Persons: 4").waitFor();
    await dialog.getByText("The public").first().waitFor();
    // The one that changes nothing has the focus.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Not now");
    expect(await look(page, "publish-confirm")).toEqual([]);
    await page.keyboard.press("Enter");
    expect(existsSync(join(folder, "c", "releases"))).toBe(false);
    await page.getByRole("button", { name: "Publish …" }).click();
    await dialog.getByRole("button", { name: "Publish for the public" }).click();
    await page
      .getByText("Release 1 is made. It lies in the folder of the case, in")
      .waitFor({ timeout: 60_000 });
    expect(existsSync(join(folder, "c", "releases", "1-public", "release.json"))).toBe(true);
    // What was said of it is not said of the next.
    expect(await page.getByRole("textbox", { name: /^What changed/u }).inputValue()).toBe("");

    await page.getByRole("button", { name: "What it held: release 1" }).click();
    await page.getByText("The first for these readers.").waitFor();
    await page
      .getByRole("button", { name: /^Compare with today/u })
      .first()
      .click();
    await page.getByText("The case says the same today.").waitFor();
    expect(page.url()).toMatch(/release=1&figure=/u);
    expect(await look(page, "publish-made", { isWhole: true })).toEqual([]);
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });

  it("decides on one person from their page, who is then shown as their rows show least", async () => {
    const watched = await workbench.open({ width: 390 });
    const { page } = watched;
    await page.goto(writeAddress);
    await visit(watched, "/c/people", "fa");
    await page.getByRole("link", { name: /Nahid/u }).click();
    await page.getByRole("heading", { name: "این شخص چگونه به بیرونیان نشان داده شود" }).waitFor();
    const shown = page.locator(".person-shown");
    await shown.getByText("published by the families in 1990").waitFor();
    await shown.locator("summary").click();
    await shown.getByRole("radio", { name: /^با حرف‌های آغازین/u }).check();
    await shown.getByRole("textbox", { name: "چرا" }).fill("خواهرش چنین خواست");
    expect(await look(page, "person-shown-fa", { isWhole: true })).toEqual([]);
    await shown.getByRole("button", { name: "ثبت تصمیم" }).click();
    await shown.getByText("دربارهٔ همین ردیف").waitFor();
    await shown.getByText("خواهرش چنین خواست").waitFor();

    await visit(watched, "/c/publish?profile=partners", "fa");
    await page.getByText("انتشار شمارهٔ ۲").waitFor();
    await page.locator(".counts").first().getByText("با حرف‌های آغازین نام").waitFor();
    expect(await look(page, "publish-fa-390", { isWhole: true })).toEqual([]);
    await page.close();
  });

  it("refuses what was looked at before something else was recorded, and offers to look again", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await page.goto(writeAddress);
    await visit(watched, "/c/publish");
    await page.getByText("It would be release 2").waitFor();
    const other = await workbench.open();
    await other.page.goto(writeAddress);
    await visit(other, "/c/publish");
    await other.page.locator("details.decided > summary").click();
    const item = other.page.locator(".decided .decisions > li", { hasText: "A witness" });
    await item.getByText("Decide anew").click();
    await item.getByRole("radio", { name: /^counted/u }).check();
    await item.getByRole("textbox", { name: "Why" }).fill("wishes to be named no more");
    await item.getByRole("button", { name: "Record the decision" }).click();
    await other.page.getByText(/Recorded: .?A witness/u).waitFor();
    await other.page.close();
    await page.getByRole("button", { name: "Publish …" }).click();
    await page.getByRole("button", { name: "Publish for the public" }).click();
    await page.getByText(/were recorded since you looked/u).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Look again at what goes out" }).click();
    await page.getByText("which name somebody who is not to be named").waitFor();
    expect(existsSync(join(folder, "c", "releases", "2-public"))).toBe(false);
    await page.close();
  });
});
