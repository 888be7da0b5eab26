/** Whether pages of an empty case, and steps that found nothing or failed, say so in words of their own and lead on. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { inquest } from "../case/cli-fixture.ts";
import { importList, must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { look, startLiveWorkbench, type WatchedPage, type Workbench } from "./browser.ts";

const WORDS = { en, fa };
const LANGUAGES = ["en", "fa"] as const;

/** Every page of a case that has nothing yet, and the states that it shows; null where nothing is done by itself. */
const EMPTY_PAGES = [
  ["", "not-run"],
  ["/sources", null],
  ["/search", "not-run"],
  ["/search?q=nobody", "nothing"],
  ["/review", "not-run"],
  ["/review?queue=audit", "not-run"],
  ["/review?queue=second", "not-run"],
  ["/review?queue=persons", "not-run"],
  ["/people", null],
  ["/places", null],
  ["/offices", null],
  ["/offices/chain", null],
  ["/appeals", null],
  ["/estimate", "not-run"],
  ["/publish", null],
] as const;

interface ShownState {
  readonly step: string | null;
  readonly sign: string | null;
  readonly links: readonly string[];
  readonly buttons: number;
  readonly commands: readonly string[];
}

/** The boxes that stand where something is not there. */
function readStates(page: Page): Promise<ShownState[]> {
  return page.locator("main div.state").evaluateAll((boxes) =>
    boxes.map((box) => ({
      step: box.getAttribute("data-step"),
      sign: box.querySelector(".step-sign")?.textContent?.replace(/^\S+\s/u, "") ?? null,
      links: [...box.querySelectorAll(".next a")].map((link) => link.getAttribute("href") ?? ""),
      buttons: box.querySelectorAll(".next button, :scope > button").length,
      commands: [...box.querySelectorAll(".next code")].map((code) => code.textContent ?? ""),
    })),
  );
}

const leadsOn = ({ links, buttons, commands }: ShownState) => links.length + buttons + commands.length > 0;

async function openAs(
  bench: { readonly workbench: Workbench; readonly writeAddress: string },
  mayWrite: boolean,
  width = 1280,
): Promise<WatchedPage> {
  const watched = await bench.workbench.open({ width });
  if (mayWrite) await watched.page.goto(bench.writeAddress);
  return watched;
}

describe("an empty case in a real browser", () => {
  let bench: Awaited<ReturnType<typeof startLiveWorkbench>>;
  beforeAll(async () => {
    const folder = temporaryFolder("states-empty");
    await must(inquest(folder, "init", "c", "--title", "Nothing yet", "--fictional"));
    bench = await startLiveWorkbench(folder);
  });
  afterAll(() => bench.workbench.close());

  describe.each(LANGUAGES)("in %s", (language) => {
    it.each([true, false])(
      "says on every page how it stands and what is next; may write: %s",
      { timeout: 240_000 },
      async (mayWrite) => {
        const watched = await openAs(bench, mayWrite, 390);
        const { page } = watched;
        const found: string[] = [];
        for (const [route, state] of EMPTY_PAGES) {
          await bench.workbench.visit(watched, `/c${route}`, language);
          await page.locator("main div.state").first().waitFor();
          await expect.poll(() => page.locator("main output.state").count()).toBe(0);
          const states = await readStates(page);
          const at = `${language} ${route} ${mayWrite}`;
          expect(
            states.filter((each) => !leadsOn(each)),
            at,
          ).toEqual([]);
          if (state !== null) {
            expect(
              states.map(({ step }) => step),
              at,
            ).toContain(state);
            expect(
              states.map(({ sign }) => sign),
              at,
            ).toContain(WORDS[language][`state.${state}`]);
          }
          // Whoever may not write is told how it is done elsewhere, and offered nothing that cannot be done.
          const offered = await page.locator("main .drop").count();
          if (!mayWrite) expect(offered, at).toBe(0);
          // Nor is anybody offered to link or estimate what is not there.
          expect(await page.locator("#start-link, #start-estimate").count(), at).toBe(0);
          const isToRecord = states.some(({ commands }) => commands.length > 0);
          if (!route.startsWith("/search?")) expect(isToRecord, at).toBe(!mayWrite);
          found.push(...(await look(page, `states${route.replaceAll(/\W/gu, "-")}-${language}-${mayWrite}`)));
        }
        expect(found).toEqual([]);
        expect(watched.errors).toEqual([]);
        await page.close();
      },
    );
  });

  it("leads to pages that are there, and to the choice of a first file", { timeout: 120_000 }, async () => {
    const watched = await openAs(bench, true);
    const { page } = watched;
    const hrefs = new Set<string>();
    for (const [route] of EMPTY_PAGES) {
      await bench.workbench.visit(watched, `/c${route}`);
      await page.locator("main div.state").first().waitFor();
      for (const { links } of await readStates(page)) for (const link of links) hrefs.add(link);
    }
    expect([...hrefs].sort()).toEqual(["/c/sources", "/c/sources?about=appeal"]);
    await bench.workbench.visit(watched, "/c/people");
    await page.getByRole("link", { name: en["next.import"] }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: en["next.drop"] }).click();
    await chooser;
    await bench.workbench.visit(watched, "/c/search?q=nobody");
    await page.getByRole("button", { name: en["next.clear-search"] }).click();
    await page.getByText(en["state.not-run"]).waitFor();
    expect(await page.getByRole("searchbox", { name: en["search.field"] }).inputValue()).toBe("");
    await page.close();
  });
});

const LISTS = {
  one: "id,name\n1,Reza Karimi\n2,Parvin Golchin\n",
  two: "id,name\n1,John Smith\n2,Mary Miller\n",
};

describe("steps that found nothing or failed, in a real browser", () => {
  let bench: Awaited<ReturnType<typeof startLiveWorkbench>>;
  beforeAll(async () => {
    const folder = temporaryFolder("states-steps");
    await must(inquest(folder, "init", "c", "--title", "Two lists", "--fictional"));
    const lists = Object.fromEntries(
      Object.keys(LISTS).map((list) => [list, { id: "id", fields: { name: { column: "name" } } }]),
    );
    writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
    for (const [list, text] of Object.entries(LISTS)) {
      writeFileSync(join(folder, `${list}.csv`), text);
      await importList(folder, list, "c");
    }
    writeFileSync(join(folder, "more.csv"), LISTS.one.replace("Reza", "Ali"));
    writeFileSync(join(folder, "odd.bin"), new Uint8Array([0, 1, 2, 3, 255, 254]));
    await must(inquest(folder, "add", "more.csv", "odd.bin", "--case", "c", "--quiet"));
    bench = await startLiveWorkbench(folder);
  });
  afterAll(() => bench.workbench.close());

  it("a link that was not run, that failed, and that found nothing are three things", {
    timeout: 120_000,
  }, async () => {
    const watched = await openAs(bench, true);
    const { page } = watched;
    await bench.workbench.visit(watched, "/c/review");
    const box = page.locator(".step-state");
    await page.locator("[data-step=not-run]").waitFor();
    await box.getByRole("button", { name: en["next.start"] }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en["job.link.start"]);

    const failed = {
      ...{ id: "j", kind: "link", state: "failed", startedAt: "2026-01-01T00:00:00.000Z" },
      ...{ endedAt: "2026-01-01T00:00:01.000Z", progress: null, linked: null, estimated: null },
      error: { code: "vault/full", message: "The disk is full." },
    };
    await page.route(/\/jobs(?:\?|$)/u, (route) =>
      route.fulfill({ json: { canStart: true, jobs: [failed] } }),
    );
    await bench.workbench.visit(watched, "/c/review");
    await page.locator("[data-step=failed]").waitFor();
    expect(await box.textContent()).toContain(en["review.notLinked.failed"]);
    expect(await look(page, "states-link-failed")).toEqual([]);
    await page.unrouteAll({ behavior: "wait" });

    await bench.workbench.visit(watched, "/c/review");
    await page.getByRole("button", { name: en["job.link.start"] }).click();
    await page.locator("[data-step=nothing]").waitFor();
    expect(await box.textContent()).toContain(en["review.nothing.open"]);
    expect(await look(page, "states-link-nothing")).toEqual([]);
    await page.getByRole("link", { name: en["review.next.persons"] }).click();
    await page.getByText(en["persons.none"]).waitFor();
    await page.close();
  });

  it("an estimate that was refused is no estimate of nothing", { timeout: 120_000 }, async () => {
    const watched = await openAs(bench, true);
    const { page } = watched;
    await bench.workbench.visit(watched, "/c/estimate");
    await page.locator("[data-step=not-run]").waitFor();
    await page.getByRole("button", { name: en["estimate.none.plan"] }).click();
    await page.keyboard.type("The lists were made apart.");
    await page.getByRole("button", { name: en["job.estimate.start"], exact: true }).click();
    await page.locator("[data-step=failed], [data-step=nothing]").first().waitFor();
    expect(await readStates(page)).not.toContainEqual(expect.objectContaining({ step: "not-run" }));
    expect((await readStates(page)).every(leadsOn)).toBe(true);
    expect(await look(page, "states-estimate-refused", { isWhole: true })).toEqual([]);
    await page.close();
  });

  it("a trial that failed is told as failed, and one without a problem as nothing found", {
    timeout: 120_000,
  }, async () => {
    const watched = await openAs(bench, true);
    const { page } = watched;
    await page.route(/\/import\/try/u, (route) => route.abort());
    await bench.workbench.visit(watched, "/c/sources/more.csv/import?step=4");
    await page.locator("[data-step=failed]").waitFor();
    expect(await page.getByText(en["import.faults.none"]).count()).toBe(0);
    expect(await look(page, "states-trial-failed")).toEqual([]);
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: en["app.retry"] }).click();
    await page.locator("[data-step=nothing]").waitFor();
    await page.getByRole("button", { name: "To step 5" }).click();
    await page.getByText(en["import.step.5"]).first().waitFor();
    await page.close();
  });

  it("a file without words says so, and a check that was not run is not one that failed", {
    timeout: 120_000,
  }, async () => {
    const watched = await openAs(bench, true);
    const { page } = watched;
    await bench.workbench.visit(watched, "/c/sources/odd.bin");
    await page.locator("[data-step=nothing]", { hasText: en["source.noWords"] }).waitFor();
    const check = page.locator(".source-check");
    expect(await check.textContent()).toContain(en["state.not-run"]);
    await page.route(/\/verification/u, (route) => route.abort());
    await check.getByRole("button").click();
    await check.getByText(en["state.failed"]).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await check.getByRole("button").click();
    await check.locator(".check-good").waitFor();
    expect(await look(page, "states-no-words", { isWhole: true })).toEqual([]);
    await page.close();
  });
});
