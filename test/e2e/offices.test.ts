/** Offices over time and one above the other, places and estimates by keys, and all of it on paper, in a real browser. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReproductionView } from "../../src/case/index.ts";
import { formatNumber } from "../../src/core/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { importOneList } from "../case/one-list.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { must } from "../case/two-lists.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { unzip } from "../unzip.ts";
import { findBarriers, goTo, startLiveWorkbench, type Workbench } from "./browser.ts";
import { COMMAND_CASE } from "./command-case.ts";

const PRISON = "/c/offices/chain?unit=body%3Aprison&on=1988-05-01";
const LOOKS = [
  { language: "en", width: 1280, scheme: "light" },
  { language: "en", width: 1280, scheme: "dark" },
  { language: "fa", width: 390, scheme: "light" },
  { language: "fa", width: 390, scheme: "dark" },
] as const;

let workbench: Workbench;
let writeAddress = "";

async function visit(
  route: string,
  { language = "en", width = 1280, scheme = "light", on = workbench }: Partial<Look> = {},
) {
  const watched = await on.open({ width, scheme });
  await goTo(watched, { address: on.address, route, language });
  return watched;
}
interface Look {
  readonly language: "en" | "fa";
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly on: Workbench;
}

type Watched = Awaited<ReturnType<typeof visit>>;

/** Nothing that bars, nothing that reaches beyond the screen, no error and no request elsewhere. */
async function expectSound(watched: Watched, what: string): Promise<void> {
  expect(await findBarriers(watched.page), what).toEqual([]);
  const overflow = await watched.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, what).toBeLessThanOrEqual(0);
  expect(watched.errors, what).toEqual([]);
  expect(watched.foreign, what).toEqual([]);
}

/** What the page says itself: what it quotes, the letters on keys and names keep their own digits. */
function ownWords(element: Element): string {
  const copy = document.createElement("div");
  copy.append(element.cloneNode(true));
  for (const other of copy.querySelectorAll("q, kbd, option")) other.remove();
  return copy.textContent ?? "";
}

const parameter = ({ page }: Watched, name: string) => new URL(page.url()).searchParams.get(name);

describe("offices, places and estimates by keys, in a real browser", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("offices");
    await buildSmallCase(folder, COMMAND_CASE);
    await importOneList(folder);
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each(LOOKS)(
    "bars nobody and fits: offices, their chain as tree and table, places ($language, $width, $scheme)",
    async (look) => {
      for (const route of ["/c/offices", "/c/offices?from=1988-01-01&to=1988-12-31", PRISON, "/c/places"]) {
        const watched = await visit(route, look);
        await expectSound(watched, route);
        const asTable = watched.page.getByRole("button", {
          name: look.language === "fa" ? "نمایش به‌صورت جدول" : "Show as table",
        });
        await asTable.click();
        // Kept in the address, so that the table is what is sent on.
        await expect.poll(() => parameter(watched, "as")).toBe("table");
        await watched.page.reload();
        await watched.page.locator("table.stacking tbody tr").first().waitFor();
        await expectSound(watched, `${route} as a table`);
        if (look.language === "fa")
          expect(await watched.page.locator("main section").first().evaluate(ownWords)).not.toMatch(/[0-9]/u);
        await watched.page.close();
      }
    },
  );

  it("tells who is recorded above a unit on a day, how that is known, and what is not known", async () => {
    const watched = await visit("/c/offices/chain");
    const { page } = watched;
    await page.getByText("Choose a body or an office").waitFor();
    await page.getByLabel("Body or office").selectOption({ label: "North prison" });
    const tree = page.getByRole("region", { name: /Chain of command above .?North prison/u });
    await tree.waitFor();
    // Without a day it is the last one that a source speaks of.
    expect(await page.getByLabel("On the day").inputValue()).toBe("1990-12-31");
    await page.getByLabel("On the day").fill("1988-05-01");
    await expect.poll(() => parameter(watched, "on")).toBe("1988-05-01");
    const words = async () => (await tree.textContent()) ?? "";
    await expect.poll(words).toContain("Reza Karimi Assumed without a break");
    // Two superiors, of whom none is preferred; one without a time and denied; the highest unknown; one office empty.
    for (const said of [
      "Sources name several above it; none of them is preferred here.",
      "named above it, without any time",
      "Statements that deny it: 1",
      "Who stood above it is not recorded. That is not that nobody did.",
      "Nobody is recorded in it at this time. That is not that nobody held it.",
    ])
      expect(await words()).toContain(said);
    expect(await words()).not.toMatch(/guilt|responsib|perpetrat|ordered/iu);
    // What sources place above stands above.
    const top = (name: string) =>
      tree.getByRole("heading", { name }).evaluate((node) => node.getBoundingClientRect().top);
    expect(await top("Ministry")).toBeLessThan(await top("Prison service"));
    expect(await top("Prison service")).toBeLessThan(await top("North prison"));
    await page.getByRole("button", { name: "A month later" }).click();
    await expect.poll(() => parameter(watched, "on")).toBe("1988-06-01");
    await page.getByRole("button", { name: "A year later" }).click();
    await page.getByRole("button", { name: "A year later" }).click();
    await expect.poll(() => parameter(watched, "on")).toBe("1990-06-01");
    await expect.poll(words).toContain("Ali Nouri");
    expect(await words()).toContain("named above it for other times only: for this time it is not known");
    await page.getByRole("button", { name: "Show as table" }).click();
    const rows = page.locator("table tbody tr");
    expect(await rows.locator("th > bdi").allTextContents()).toEqual([
      "North prison",
      "Prison service",
      "Ministry",
      "Guard",
    ]);
    expect(await rows.nth(2).textContent()).toContain("denies: stood under The service never stood under");
    await rows.nth(1).getByRole("link", { name: "A note" }).click();
    await expect.poll(() => page.url()).toContain("/trace/");
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("looks at a shorter and a longer time by keys and buttons, and keeps it in the address", async () => {
    const watched = await visit("/c/offices");
    const { page } = watched;
    const range = async () => [parameter(watched, "from"), parameter(watched, "to")];
    // What a key acts on is there before the key is pressed, as it is for a reader.
    await page.getByRole("button", { name: "Shorter time" }).waitFor();
    await page.keyboard.press("Equal");
    await expect.poll(range).not.toContain(null);
    const once = await range();
    await page.keyboard.press("NumpadAdd");
    await expect.poll(range).not.toEqual(once);
    // Where the last half of the time is looked at, whoever held before is told as lying outside.
    const later = page.getByRole("button", { name: "Later" });
    for (let step = 0; step < 20 && (await later.isEnabled()); step += 1) await later.click();
    await page.getByText("outside it: 1").first().waitFor();
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.getByText("outside it: 1").first().waitFor();
    await page.keyboard.press("Minus");
    await page.keyboard.press("Digit0");
    await expect.poll(range).toEqual([null, null]);
    await page.getByRole("button", { name: "Shorter time" }).click();
    await expect.poll(range).toEqual(once);
    await page.getByRole("button", { name: "The whole time" }).click();
    // The reader takes another key, and ours does nothing any more.
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Change: in offices: look at a shorter time" }).click();
    await page.keyboard.press("c");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Equal");
    await page.keyboard.press("c");
    await expect.poll(range).toEqual(once);
    expect(await page.getByRole("button", { name: "Shorter time" }).locator("kbd").textContent()).toBe("c");
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("keeps to an office and a person in the address, and says what to do where nothing is left", async () => {
    const watched = await visit("/c/offices");
    const { page } = watched;
    await page.locator("select").nth(1).selectOption({ label: "Warden" });
    await expect.poll(() => parameter(watched, "office")).toBe("office:warden");
    await expect.poll(() => page.locator(".lane").count()).toBe(1);
    await page.getByLabel("Holder").selectOption({ label: "Ali Nouri" });
    await page.getByText("No posting of these is stated. That is not that there was none.").waitFor();
    await page.getByRole("button", { name: "Show all postings" }).click();
    await expect.poll(() => page.locator(".lane").count()).toBe(2);
    await page
      .locator(".lane", { hasText: "Warden" })
      .getByRole("link", { name: "Chain of command" })
      .click();
    await page.locator(".chain-unit.asked", { hasText: "Warden" }).waitFor();
    await page.close();
  });

  it.each([
    ["en", "ArrowRight", "ArrowLeft"],
    ["fa", "ArrowLeft", "ArrowRight"],
  ] as const)(
    "steps through time, shows the table and keeps to a status in places by keys (%s)",
    async (language, later, earlier) => {
      const watched = await visit("/c/places?on=1996-01-01", { language });
      const { page } = watched;
      await page.locator(".map-label").first().waitFor();
      await page.keyboard.press(later);
      await expect.poll(() => parameter(watched, "on")).toBe("1997-01-01");
      await page.keyboard.press(earlier);
      await page.keyboard.press(earlier);
      await expect.poll(() => parameter(watched, "on")).toBe("1995-01-01");
      // On the map itself they move the map.
      await page.locator(".map canvas").focus();
      await page.keyboard.press(later);
      await page.locator("h1").click();
      expect(parameter(watched, "on")).toBe("1995-01-01");
      await page.keyboard.press(later);
      await expect.poll(() => parameter(watched, "on")).toBe("1996-01-01");
      // Beside the map stands what has no place on it.
      expect(await page.locator(".map-beside .unplaced li").count()).toBe(1);
      const shown = page.locator("table.stacking tbody tr");
      await page.keyboard.press("t");
      await expect.poll(() => shown.count()).toBe(2);
      await page.keyboard.press("1");
      await expect.poll(() => parameter(watched, "status")).toBe("destroyed");
      await expect.poll(() => shown.count()).toBe(1);
      await page.keyboard.press("2");
      await expect.poll(() => shown.count()).toBe(0);
      expect(await page.locator(".status-filter button[aria-pressed=true]").textContent()).toContain("▲");
      await page.keyboard.press("3");
      await expect.poll(() => shown.count()).toBe(1);
      await page.keyboard.press("5");
      await expect.poll(() => parameter(watched, "status")).toBeNull();
      await page.keyboard.press("t");
      await page.locator(".map-label").first().waitFor();
      expect(watched.errors).toEqual([]);
      await page.close();
    },
  );

  it("has a place for each of its keys in the list of keys, where each can be changed", async () => {
    const { page } = await visit("/c/places", { language: "fa", width: 390 });
    await page.keyboard.press("?");
    // Of this page first; those of others where they are asked for.
    const others = page.locator("dialog.keys dd", { hasText: "در مقام‌ها: همهٔ زمان" });
    expect(await page.locator("dialog.keys dl").first().locator("dd").allTextContents()).toHaveLength(8);
    expect(await others.isVisible()).toBe(false);
    await page.locator("dialog.keys summary").click();
    expect(await others.isVisible()).toBe(true);
    const lines = await page.locator("dialog.keys dl > div").allTextContents();
    for (const [key, word] of [
      ["→", "در مکان‌ها: یک سال پیش‌تر"],
      ["5", "در مکان‌ها: همهٔ وضعیت‌ها"],
      ["+", "در مقام‌ها: نگاه به زمانی کوتاه‌تر"],
      ["d", "در برآورد: دریافت آنچه عدد را دوباره می‌سازد"],
    ] as const)
      expect(
        lines.some((line) => line.startsWith(key) && line.includes(word) && line.includes("تغییر")),
      ).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  it("goes on paper: A4 with page numbers, the table beside the tree, links with their addresses, no controls", async () => {
    for (const language of ["en", "fa"] as const) {
      const { page } = await visit(PRISON, { language, scheme: "dark" });
      await page.locator(".chain-tree").waitFor();
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      const first = await pdf.getPage(1);
      expect(first.view.map(Math.round)).toEqual([0, 0, 595, 842]);
      const { text } = await extractText(pdf, { mergePages: false });
      text.forEach((words, at) => {
        // From right to left the page stands right of their number.
        const [page, pages] = [at + 1, text.length].map((number) => formatNumber(number, language));
        expect(words).toContain(language === "fa" ? `${pages} / ${page}` : `${page} / ${pages}`);
      });
      const all = text.join("\n");
      expect(all).toMatch(/\(\/c\/trace\/st-/u);
      expect(all).toContain("/c/offices/chain?unit=body%3Aprison");
      if (language === "en") expect(all).toContain("What says so");
      for (const control of ["Show as table", "Overview", "the last day that is known"])
        expect(all).not.toContain(control);
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.locator("table.stacking").count()).toBe(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        "rgb(255, 255, 255)",
      );
      await page.emulateMedia({ media: "screen" });
      await expect.poll(() => page.locator("table.stacking").count()).toBe(0);
      await page.close();
    }
  });

  it("says what an estimate needs where there is none, and leads to the assumption by a key", async () => {
    const watched = await workbench.open({ width: 390 });
    const { page } = watched;
    await page.goto(writeAddress);
    await goTo(watched, { address: workbench.address, route: "/c/estimate", language: "fa" });
    expect(await page.locator(".needs li").count()).toBe(3);
    await page.locator(".estimate-plan").waitFor();
    await page.keyboard.press("r");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await expectSound(watched, "no estimate");
    await page.close();
  });

  it("keeps on paper what a source states, which stands on buttons on the screen", async () => {
    const { page } = await visit("/c/sources/note");
    await page.locator(".statement").first().waitFor();
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text.match(/stood under/gu)?.length ?? 0).toBeGreaterThanOrEqual(5);
    await page.close();
  });
});

describe("estimates by keys, in a real browser", () => {
  let estimates: Workbench;
  let writeAddress = "";
  beforeAll(async () => {
    const folder = temporaryFolder("estimate-keys");
    const from = join(folder, "from");
    cpSync(join(repository, "cases", "kosovo-1999"), from, { recursive: true });
    // Methods that draw nothing, so that nobody waits.
    const config = readFileSync(join(from, "case.yaml"), "utf8").replace(
      "methods: all",
      "methods: [chao, dga]",
    );
    writeFileSync(join(from, "case.yaml"), config);
    await must(inquest(folder, "init", "c", "--title", "Kosovo"));
    await must(inquest(folder, "build", from, "--case", "c", "--quiet"));
    await must(inquest(folder, "estimate", "--case", "c", "--quiet"));
    ({ workbench: estimates, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => estimates.close());

  it.each(LOOKS.filter(({ scheme }) => scheme === "light"))(
    "go to the models, and hand over what makes the number again ($language)",
    async (look) => {
      const watched = await visit("/c/estimate", { ...look, on: estimates });
      const { page } = watched;
      await page.locator("svg[role=img]").first().waitFor();
      await page.keyboard.press("m");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("models-four-lists");
      const download = page.waitForEvent("download");
      await page.keyboard.press("d");
      const handed = await download;
      expect(handed.suggestedFilename()).toBe("c-reproduce.zip");
      const address = `${estimates.address}api/cases/c/estimate/four-lists/reproduction?lang=${look.language}`;
      const { files }: ReproductionView = await (await fetch(address)).json();
      expect(await unzip(readFileSync(await handed.path()))).toEqual(
        Object.fromEntries(files.map(({ name, text }) => [`four-lists/${name}`, text])),
      );
      await page
        .getByText(
          look.language === "fa" ? "پرونده‌هایی که به مرورگر داده شد: ۳" : "Files handed to the browser: 3",
        )
        .waitFor();
      // This browser may not write: nothing offers to estimate, and the key does nothing.
      await page.keyboard.press("r");
      expect(await page.locator(".estimate-tools button").count()).toBe(2);
      await expectSound(watched, look.language);
      await page.close();
    },
  );

  it.each(LOOKS.filter(({ scheme }) => scheme === "dark"))(
    "have no offices beside them: the pages of offices say what to do next ($language)",
    async (look) => {
      for (const route of ["/c/offices", "/c/offices/chain"]) {
        const watched = await visit(route, { ...look, on: estimates });
        const next = watched.page.locator(".state.empty a");
        await next.waitFor();
        await expectSound(watched, route);
        await next.click();
        await expect.poll(() => watched.page.url()).toContain("/c/sources");
        await watched.page.close();
      }
    },
  );

  it("are made again by a key, which says so when nothing has changed", async () => {
    const watched = await estimates.open();
    const { page } = watched;
    await page.goto(writeAddress);
    await goTo(watched, { address: estimates.address, route: "/c/estimate", language: "en" });
    await page.getByRole("button", { name: /^Estimate again/u }).waitFor();
    await page.keyboard.press("r");
    await page.getByText("Nothing has changed since it was estimated.").waitFor();
    await expectSound(watched, "estimated again");
    await page.close();
  });
});
