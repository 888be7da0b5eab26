import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyCaseFolder, createCase, openLockableCase, readCaseFolder } from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { startServer } from "../../src/server/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";
import { findBarriers, type Workbench, withBrowser } from "./browser.ts";

const PASSPHRASE = "orchard lantern seven rivers";
const TITLE = "Kosovo";

let workbench: Workbench;
let caseId: string;

describe("a closed case in a real browser", () => {
  beforeAll(async () => {
    const home = temporaryFolder("closed-e2e");
    const dir = join(home, "case");
    const surroundings = {
      ...fixedSurroundings(home),
      askPassphrase: () => Promise.resolve(PASSPHRASE),
      doorRounds: 10,
    };
    const folder = readCaseFolder(join(repository, "cases", "kosovo-1999"));
    const made = await createCase({ dir, config: folder.config, isClosed: true, surroundings });
    await applyCaseFolder(made, folder);
    await made.close();
    const source = openLockableCase({ dir, surroundings, progress: silentProgress });
    caseId = source.id;
    const server = await startServer({
      cases: [source],
      webFolder: join(repository, "dist", "web"),
      port: 0,
      lockAfterMs: 3_600_000,
    });
    workbench = await withBrowser(server, () => source.close());
  });
  afterAll(() => workbench.close());

  it.each([
    ["en", 1280],
    ["en", 390],
    ["fa", 390],
  ] as const)(
    "asks in %s at %i pixels, opens for the right passphrase only, and is gone when it is locked",
    { timeout: 60_000 },
    async (language, width) => {
      const { page, errors, foreign } = await workbench.open({ width });
      await page.goto(`${workbench.address}?lang=${language}`);
      const field = page.locator("input[type=password]");
      await field.waitFor();
      expect(await page.content()).not.toContain(TITLE);
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      await field.fill("orchard lantern six rivers");
      await field.press("Enter");
      await page.getByRole("alert").waitFor();
      expect(await field.inputValue()).toBe("");

      await field.fill(PASSPHRASE);
      await field.press("Enter");
      await page
        .locator("main h1")
        .filter({ hasNotText: /closed|بسته/u })
        .waitFor();
      const lock = page.locator("button.lock");
      await lock.waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await lock.click();
      await field.waitFor();
      expect(await page.content()).not.toContain(TITLE);
      // Refusing a passphrase is an answer of 409, which the browser itself writes down.
      expect(errors.filter((text) => !text.includes("409"))).toEqual([]);
      expect(foreign).toEqual([]);
    },
  );

  it.each([
    ["nothing else", async () => {}],
    [
      "a list of keys that asks for one, which the first press leaves",
      async (page: Page) => {
        await page.keyboard.press("?");
        await page.locator("dialog.keys .key-change").first().click();
      },
    ],
  ])(
    "locks everything and leaves an empty page on three presses of Escape, from %s",
    {
      timeout: 60_000,
    },
    async (_, prepare) => {
      const { page } = await workbench.open();
      await page.goto(workbench.address);
      await page.locator("input[type=password]").fill(PASSPHRASE);
      await page.locator("input[type=password]").press("Enter");
      await page.locator("button.lock").waitFor();
      await prepare(page);
      for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
      await page.waitForURL("about:blank");
      const response = await page.request.get(`${workbench.address}api/cases/${caseId}/answers`);
      expect(response.status()).toBe(423);
    },
  );
});
