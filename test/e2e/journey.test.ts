import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaseBelow, type LiveCase, openLiveCase } from "../../src/case/index.ts";
import { startServer } from "../../src/server/index.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { findBarriers, keeperIn, type Workbench, withBrowser } from "./browser.ts";
import { travel } from "./journey.ts";

let workbench: Workbench;
let writeAddress = "";
const live: LiveCase[] = [];

describe("the whole journey, from nothing to an answer with its proof", () => {
  beforeAll(async () => {
    const home = temporaryFolder("journey");
    const folder = join(home, "cases");
    mkdirSync(folder);
    const surroundings = keeperIn(home);
    const server = await startServer({
      cases: [],
      async createCase(given) {
        const { dir } = await createCaseBelow(folder, given, surroundings);
        const made = await openLiveCase({ dir, surroundings });
        live.push(made);
        return made;
      },
      webFolder: join(repository, "dist", "web"),
      port: 0,
    });
    writeAddress = server.writeAddress;
    workbench = await withBrowser(server, async () => {
      for (const each of live) await each.close();
    });
  });
  afterAll(() => workbench.close());

  it.each([
    { language: "en", width: 1280, scheme: "light" },
    { language: "fa", width: 390, scheme: "dark" },
  ] as const)(
    "makes a case, imports two lists, links, reviews by keys, states from a passage, estimates, and follows the answer to its proof ($language)",
    async ({ language, width, scheme }) => {
      const { page, errors, foreign } = await workbench.open({ width, scheme });
      await page.goto(writeAddress);
      await travel({
        ...{ page, language },
        address: workbench.address,
        async look(step) {
          expect(await findBarriers(page), step).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, step).toBeLessThanOrEqual(0);
        },
      });
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
      await page.close();
    },
    240_000,
  );
});
