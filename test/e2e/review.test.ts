import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inquest, inquestAs } from "../case/cli-fixture.ts";
import { makeTwoLists, must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import {
  findBarriers,
  LOOKS,
  look,
  startLiveWorkbench,
  type WatchedPage,
  type Workbench,
} from "./browser.ts";

let workbench: Workbench;
let folder: string;
let writeAddress: string;

async function openReview(
  query: string,
  { width = 1280, language = "en" as "en" | "fa", scheme = "light" as "light" | "dark" } = {},
): Promise<WatchedPage> {
  const watched = await workbench.open({ width, scheme });
  await watched.page.goto(writeAddress);
  const separator = query.includes("?") ? "&" : "?";
  await watched.page.goto(`${workbench.address}c/review${query}${separator}lang=${language}`);
  await watched.page.locator(".review-bar").waitFor();
  await watched.page.locator("#pair-title, main .state").first().waitFor();
  return watched;
}

/** The ids of the two rows that are shown. */
const rowsOf = (page: Page) =>
  page
    .locator(".review-table thead th bdi:not(:first-child), .review-table thead small bdi")
    .allTextContents();

/** What the page does while it is used: presses a key and waits until another pair stands there. */
async function pressUntilNext(page: Page, key: string): Promise<void> {
  const before = await rowsOf(page);
  await page.keyboard.press(key);
  await expect.poll(() => rowsOf(page)).not.toEqual(before);
}

const judged = async (): Promise<string> =>
  must(inquest(folder, "review", "--list", "--case", "c", "--quiet"));

describe("the page of review in a real browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("review-e2e");
    await makeTwoLists(folder);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("shows both names above the answers on a telephone, at first and after an answer", async () => {
    for (const language of ["en", "fa"] as const) {
      const { page } = await openReview("", { width: 390, language });
      const seen = async () => {
        const names = await page.locator(".review-table tbody tr:first-child td").all();
        const boxes = await Promise.all(names.map((name) => name.boundingBox()));
        const bar = await page.locator(".review-bar").boundingBox();
        expect(boxes).toHaveLength(2);
        return boxes.every((box) => box !== null && box.y >= 0 && box.y + box.height <= (bar?.y ?? 0));
      };
      await expect.poll(seen).toBe(true);
      await pressUntilNext(page, "s");
      await expect.poll(seen).toBe(true);
      await page.close();
    }
  });

  it("judges by keys with the mouse untouched, shows the next pair at once, and takes answers back after a reload", async () => {
    const { page, errors, foreign } = await openReview("");
    const first = await rowsOf(page);
    await pressUntilNext(page, "y");
    const second = await rowsOf(page);
    await pressUntilNext(page, "u");
    await pressUntilNext(page, "n");
    await page.getByText("3 judged, 3 by you").waitFor();
    // The rows of the next pair stand above the answers, in sight.
    const [rows, bar] = await Promise.all(
      [".review-table tbody tr:first-child", ".review-bar"].map((part) => page.locator(part).boundingBox()),
    );
    expect(rows?.y).toBeGreaterThanOrEqual(0);
    expect((rows?.y ?? 0) + (rows?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
    expect(await judged()).toMatch(/two persons[\s\S]*unsure[\s\S]*one person/u);
    await page.reload();
    await page.locator("#pair-title").waitFor();
    for (const left of ["2 judged", "1 judged", "0 judged"]) {
      await page.keyboard.press("z");
      await page.getByText(left).waitFor();
    }
    await expect.poll(() => rowsOf(page)).toEqual(first);
    expect(second).not.toEqual(first);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.close();
  });

  it("has the next pair there within a tenth of a second of the key", async () => {
    const { page } = await openReview("");
    const waited: number[] = [];
    for (const key of ["y", "y", "y", "y", "y"]) {
      const before = await rowsOf(page);
      waited.push(
        await page.evaluate(async (pressed) => {
          const title = () => document.querySelector(".review-table thead")?.textContent;
          const [shown, start] = [title(), performance.now()];
          document.dispatchEvent(new KeyboardEvent("keydown", { code: pressed, bubbles: true }));
          while (title() === shown) await new Promise(requestAnimationFrame);
          return performance.now() - start;
        }, `Key${key.toUpperCase()}`),
      );
      await expect.poll(() => rowsOf(page)).not.toEqual(before);
    }
    waited.sort((a, b) => a - b);
    expect(waited[2]).toBeLessThan(100);
    await page.getByText("5 judged").waitFor();
    for (const left of ["4 judged", "3 judged", "2 judged", "1 judged", "0 judged"]) {
      await page.keyboard.press("z");
      await page.getByText(left).waitFor();
    }
    await page.close();
  });

  it("works by keys of a Persian keyboard, not while a reason is typed, and not when keys are off", async () => {
    const { page } = await openReview("", { language: "fa" });
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    const first = await rowsOf(page);
    await page.keyboard.press("r");
    await page.keyboard.type("yes, نام پدر");
    expect(await rowsOf(page)).toEqual(first);
    await page.keyboard.press("Enter");
    // Whoever goes on with Tab goes on from the bar, and not from the head of the page.
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("review-bar");
    // The key at the place of n writes د there.
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyN", key: "د", bubbles: true })),
    );
    await expect.poll(() => rowsOf(page)).not.toEqual(first);
    await expect.poll(judged).toContain("yes, نام پدر");
    await page.locator("details.settings summary, header summary").first().click();
    await page.getByRole("radio", { name: "خاموش" }).check();
    await page.keyboard.press("Escape");
    const shown = await rowsOf(page);
    await page.locator("h1").click();
    await page.keyboard.press("y");
    await page.waitForTimeout(300);
    expect(await rowsOf(page)).toEqual(shown);
    await page.getByRole("button", { name: "پس گرفتن" }).click();
    await expect.poll(() => rowsOf(page)).toEqual(first);
    await page.close();
  });

  it("tells how far the queue is and which figures may still change, each with its trace", async () => {
    const { page } = await openReview("");
    const facts = page.locator(".review-summary .facts").first();
    await expect.poll(() => facts.textContent()).toMatch(/^\d+ decided, \d+ left/u);
    const outlook = page.locator("details.outlook");
    await outlook.locator("summary").click();
    const cells = await outlook.locator("tbody tr").first().locator("td").allTextContents();
    const [now = 0, ...ends] = cells.map(Number);
    expect(Math.min(...ends)).toBeLessThan(now);
    expect(Math.max(...ends)).toBeGreaterThan(now);
    await outlook.getByRole("link", { name: "Persons documented by name on the linked lists" }).click();
    await page.waitForURL(/\/trace\/howMany\.documented\.persons/u);
    await page.close();
  });

  it("opens each row in its list by a key, and explains the score by another", async () => {
    const { page } = await openReview("");
    await page.keyboard.press("e");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest(".waterfall") !== null))
      .toBe(true);
    const opened: string[] = [];
    for (const key of ["o", "p"]) {
      const ids = await rowsOf(page);
      await page.keyboard.press(key);
      await page.waitForURL(/\/sources\/src-[0-9a-f]+#rec-/u);
      const row = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
      await row.waitFor();
      opened.push((await row.textContent()) ?? "");
      expect(ids.some((id) => opened.at(-1)?.includes(id))).toBe(true);
      await page.goBack();
      await page.locator("#pair-title").waitFor();
    }
    expect(new Set(opened).size).toBe(2);
    await page.close();
  });

  it("offers no answer where none can be recorded, and says where it can", async () => {
    const watched = await workbench.open();
    const { page, errors } = watched;
    for (const [query, offered] of [
      ["", ["Skip"]],
      ["?queue=persons", ["Next contradiction", "Next person"]],
    ] as const) {
      await page.goto(`${workbench.address}c/review${query}`);
      const bar = page.locator(".review-bar");
      await bar.getByText("inquest review --case DIR").waitFor();
      const words = await bar.getByRole("button").allTextContents();
      expect(words.map((text) => text.replace(/.$/u, ""))).toEqual(offered);
      expect(await bar.getByRole("textbox").count()).toBe(0);
    }
    await page.goto(`${workbench.address}c/review`);
    await page.locator("#pair-title").waitFor();
    const before = await rowsOf(page);
    await page.keyboard.press("y");
    await page.waitForTimeout(300);
    expect(await rowsOf(page)).toEqual(before);
    await pressUntilNext(page, "s");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("asks for the reason where one changes one's mind, and records it", async () => {
    const { page } = await openReview("?queue=audit&size=6&seed=3");
    expect(await page.locator(".waterfall").count()).toBe(0);
    await page.getByText("Score, waterfall and earlier answers are hidden").waitFor();
    const names = (await rowsOf(page)).map((id) => `${id.split("-")[0]}:${id}`);
    await pressUntilNext(page, "n");
    await page.getByText(/The score was [+−][\d.]+ bits/u).waitFor();
    await page.getByText("1 decided, 5 left").waitFor();
    // What was hidden is shown of the pair that was decided, and of no other; its rows lead to where they stand.
    await page.getByRole("heading", { name: /What the score was made of: .+ and .+/u }).waitFor();
    expect(await page.locator(".waterfall").count()).toBe(1);
    await page.getByText("What you decided").click();
    const sealed = page.locator(".judged-pairs li").first().getByRole("link");
    await expect.poll(() => sealed.count()).toBe(2);
    expect(await sealed.first().getAttribute("href")).toMatch(/\/c\/sources\/src-[0-9a-f]+#rec-/u);
    const said = await inquest(folder, "review", ...names, "same", "--case", "c", "--quiet");
    expect(said.code).toBe(5);
    await page.close();
  });

  it("puts a dispute first, shows who said what, and does not settle it without a reason", async () => {
    const typed = ["y"];
    await must(inquestAs(folder, { actor: "second", typed }, "review", "--second", "--case", "c", "--quiet"));
    const people = await must(inquest(folder, "people", "--case", "c", "--json"));
    const device = /"actor": "second",\s+"device": "([^"]+)"/u.exec(people)?.[1] ?? "";
    await must(inquest(folder, "vouch", "second", device, "--case", "c"));
    const { page } = await openReview("");
    await page.getByRole("heading", { name: "Reviewers disagree on these two" }).waitFor();
    expect(await page.locator(".review-said li").allTextContents()).toEqual([
      expect.stringContaining("keeper"),
      expect.stringContaining("second"),
    ]);
    await page.keyboard.press("y");
    await page.getByText("This answer needs its reason.").waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("the file was read again");
    await page.keyboard.press("Enter");
    await pressUntilNext(page, "y");
    await expect.poll(judged).toContain("the file was read again");
    await page.close();
  });

  it.each(LOOKS)(
    "has no barrier and does not scroll sideways: %s, %i pixels, %s",
    async (language, width, scheme) => {
      for (const query of ["", "?queue=audit&size=20&seed=5", "?queue=second"]) {
        const { page, errors } = await openReview(query, { width, language, scheme });
        expect(await look(page, `review-${language}-${width}-${query.slice(7, 12)}`), query).toEqual([]);
        if (process.env.INQUEST_SHOTS !== undefined)
          await page.screenshot({
            path: `${process.env.INQUEST_SHOTS}/${language}-${width}-${query.slice(7, 12) || "open"}-view.png`,
          });
        const oneWay = page.getByRole("checkbox");
        if ((await oneWay.count()) > 0) await oneWay.check();
        if (process.env.INQUEST_SHOTS !== undefined)
          await page.screenshot({
            path: `${process.env.INQUEST_SHOTS}/${language}-${width}-${query.slice(7, 12) || "open"}.png`,
            fullPage: true,
          });
        expect(errors).toEqual([]);
        await page.close();
      }
    },
  );

  it("is judged by the keys that the reader chose, which stay after a reload and can be put back", async () => {
    const { page, errors } = await openReview("");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    const skip = dialog.getByRole("button", { name: "change: in review: skip" });
    await skip.click();
    await page.keyboard.press("y");
    await dialog.getByText("y does something else on the same screen.").waitFor();
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(true);
    await skip.click();
    await page.keyboard.press("8");
    await expect.poll(() => dialog.locator("kbd", { hasText: /^8$/u }).count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.reload();
    await page.locator(".review-pair").waitFor();
    const before = await rowsOf(page);
    await page.keyboard.press("s");
    expect(await rowsOf(page)).toEqual(before);
    await pressUntilNext(page, "8");
    await page.keyboard.press("?");
    await dialog.getByRole("button", { name: "All keys as they were" }).click();
    await expect.poll(() => dialog.locator("kbd", { hasText: /^8$/u }).count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
