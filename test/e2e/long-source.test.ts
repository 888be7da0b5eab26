/** A source of hundreds of statements, in a real browser: none is lost, and a link lands at each. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase, readCase, type StatementView } from "../../src/case/index.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { findBarriers, keeperIn, startLiveWorkbench, startWorkbench, type Workbench } from "./browser.ts";

const COUNT = 450;
let workbench: Workbench;
let stated: readonly StatementView[];

describe("a source of hundreds of statements, in a real browser", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("long-source");
    const lines = Array.from(
      { length: COUNT },
      (_, line) => `Line ${line} says that ${line + 1} were taken.`,
    );
    await buildSmallCase(folder, {
      subjects: [],
      text: lines.join("\n"),
      statements: lines.map(
        (quote, line) =>
          `key: L${line}, subject: event:e, property: persons-killed, value: ${line + 1}, quote: "${quote}"`,
      ),
    });
    const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings: keeperIn(folder) });
    stated = (await (await readCase(opened)).source("note", "en")).statementsAt;
    await opened.close();
    ({ workbench } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("shows those among which the linked one is, and those of a passage that is chosen in the text", async () => {
    const { page, errors } = await workbench.open();
    const last = stated.at(-1);
    await page.goto(`${workbench.address}c/sources/note?lang=en#statement=${last?.id}`);
    const list = page.locator("ol.statements");
    const active = list.locator("li.active");
    await active.waitFor();
    expect(await active.textContent()).toContain(`L${COUNT - 1} `);
    expect(await active.evaluate((item) => item.getBoundingClientRect().top < innerHeight)).toBe(true);
    expect(await list.locator("> li").count()).toBe(COUNT % 200);
    expect(await page.locator(".sealed-text mark").count()).toBe(COUNT);
    await page.locator(".sealed-text mark").first().click();
    await expect.poll(() => active.textContent()).toMatch(/^L0 /u);
    expect(await list.locator("> li").count()).toBe(200);
    // Every statement is on one of the pages, in the order of the text.
    const seen: string[] = [];
    for (let turned = 0; turned < 3; turned += 1) {
      if (turned > 0) await page.getByRole("button", { name: "Later" }).click();
      seen.push(...(await list.locator("> li").evaluateAll((items) => items.map(({ id }) => id))));
    }
    expect(seen).toEqual(stated.map(({ id }) => `stated-${id}`));
    expect(await findBarriers(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("leads to any row of a long list, and turns its pages in the order of the file", async () => {
    const shown = await startWorkbench();
    const { page, errors } = await shown.open();
    await page.goto(`${shown.address}first-hour/sources/families?lang=en`);
    const rows = page.locator("#rows-title ~ section tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(100);
    const pager = page.getByRole("navigation", { name: /rows of the list/u });
    await pager.getByRole("button", { name: "Later" }).click();
    await expect.poll(() => rows.first().locator("th").textContent()).toMatch(/^101\b/u);
    const row = await rows.nth(20).getAttribute("id");
    // A link to it opens the page that holds it, in sight.
    await page.goto(`${shown.address}first-hour/sources/families?lang=fa#${row}`);
    const active = page.locator("tr.active");
    await active.waitFor();
    expect(await active.getAttribute("id")).toBe(row);
    const isInSight = () =>
      active.evaluate(
        (it) => it.getBoundingClientRect().top > 0 && it.getBoundingClientRect().bottom < innerHeight,
      );
    await expect.poll(isInSight).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    expect(errors).toEqual([]);
    await shown.close();
  });
});
