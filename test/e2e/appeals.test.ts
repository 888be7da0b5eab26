import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedSource, openCase, readCase } from "../../src/case/index.ts";
import { startServer } from "../../src/server/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { must } from "../case/two-lists.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";
import { findBarriers, startWorkbench, type Workbench, withBrowser } from "./browser.ts";

let workbench: Workbench;
const visit: Workbench["visit"] = (...asked) => workbench.visit(...asked);

describe("the roll of appeals", () => {
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it("counts today the days for which an appeal has waited, beside who is said to have signed", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/iran-1988/appeals");
    const letter = page.getByRole("row", { name: /Letter of seven UN experts/u });
    const waiting = letter.getByText(/^waiting for [\d,]+ days$/u);
    await waiting.waitFor();
    const days = Number((await waiting.textContent())?.replaceAll(/\D/gu, ""));
    const sinceSent = (Date.now() - Date.UTC(2020, 8, 30)) / 86_400_000;
    expect(Math.abs(days - sinceSent)).toBeLessThanOrEqual(1);
    expect(await letter.getByText("declared 7; 0 are named, 7 are not").count()).toBe(1);
    const joint = page.getByRole("row", { name: /Joint statement/u });
    expect(await joint.getByText(/Former officials of the United Nations/u).count()).toBe(1);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("is as of a day: what was sent later is not on it, and what was answered later not yet", async () => {
    const watched = await workbench.open();
    const { page } = watched;
    await visit(watched, "/first-hour/appeals");
    const works = page.getByRole("row", { name: /stop the road at Khak-e Sorkh/u });
    await works.getByText(/the works will go ahead/u).waitFor();
    // Sent on 10 April 1992, answered on 2 June.
    await visit(watched, "/first-hour/appeals?on=1992-05-01");
    await works.getByText("no answer recorded").waitFor();
    await visit(watched, "/first-hour/appeals?on=1992-04-01");
    await page.getByText(/No appeal yet/u).waitFor();
    expect(await works.count()).toBe(0);
    await page.close();
  });
});

describe("appeals that stand in lists", () => {
  const folder = temporaryFolder("listed-appeals");
  let own: Workbench;
  beforeAll(async () => {
    const rows = Array.from({ length: 30 }, (_, i) => {
      const [from, answer] = i % 3 === 0 ? ["Norway", "Noted"] : ["Chile", "Accepted"];
      return `${from},Open the registers of prison ${i + 1},${i === 29 ? "" : answer},2010`;
    });
    writeFileSync(join(folder, "asked.csv"), `From,Text,Response,Session\n${rows.join("\n")}\n`);
    const fields = {
      sender: { column: "From" },
      asks: { column: "Text" },
      answer: { column: "Response", codes: { Accepted: "accepted", Noted: "noted" } },
      session: { column: "Session" },
    };
    const lists = { asked: { file: "asked.csv", of: "recommendations", fields } };
    writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
    await must(inquest(folder, "init", "c", "--title", "Asked"));
    await must(inquest(folder, "import", "--recipe", "recipe.json", "--case", "c", "--quiet"));
    const surroundings = fixedSurroundings(folder);
    const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
    const server = await startServer({
      cases: [fixedSource(await readCase(opened))],
      webFolder: join(repository, "dist", "web"),
      port: 0,
    });
    own = await withBrowser(server, () => opened.close());
  });
  afterAll(() => own.close());

  it.each(["en", "fa"] as const)(
    "can be narrowed by who asked and what was answered, a page at a time (%s)",
    async (language) => {
      const watched = await own.open({ width: language === "en" ? 1280 : 390 });
      const { page } = watched;
      await own.visit(watched, "/c/appeals", language);
      const rows = page.locator("table.stacking tbody tr");
      await expect.poll(() => rows.count()).toBe(25);
      await page.locator(".pager button").last().click();
      await expect.poll(() => rows.count()).toBe(5);
      // No answer to the last one is said in words, not left empty.
      expect(await rows.last().locator("td.silent").textContent()).toMatch(/\p{L}/u);
      await page.locator(".filters select").first().selectOption("Norway");
      await expect.poll(() => rows.count()).toBe(10);
      expect(page.url()).toContain("from=Norway");
      await page.locator(".filters select").last().selectOption({ index: 1 });
      await expect.poll(() => rows.count()).toBeLessThanOrEqual(10);
      expect(await findBarriers(page)).toEqual([]);
      expect(watched.errors).toEqual([]);
      await page.close();
    },
  );
});
