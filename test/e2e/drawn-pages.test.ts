/** Pages of a document as they look, drawn by PDF.js in a real browser: covered until asked for, quoted by a box, harmless. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceView } from "../../src/case/index.ts";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { inquest } from "../case/cli-fixture.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePdf, madeScan, madeTurnedPdf } from "../made-files.ts";
import { findBarriers, startLiveWorkbench, type WatchedPage, type Workbench } from "./browser.ts";
import { choose } from "./quoting.ts";

const PICTURES = process.env.INQUEST_PICTURES;
const WORDS = { en, fa };

let workbench: Workbench;
let writeAddress: string;

async function visit(source: string, language: "en" | "fa" = "en", width = 1280): Promise<WatchedPage> {
  const watched = await workbench.open({ width });
  await watched.page.goto(writeAddress);
  await watched.page.goto(`${workbench.address}c/sources/${source}?lang=${language}`);
  await watched.page.locator("main h1").first().waitFor();
  return watched;
}

const show = (page: Page, language: "en" | "fa" = "en") =>
  page.getByRole("button", { name: WORDS[language]["media.show.pages"] }).click();

/** Share of dark pixels in the left and in the right half of what is drawn. */
const darkness = (page: Page) =>
  page.locator(".picture-stage canvas").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error("no canvas");
    const { width, height } = canvas;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    const dark = [0, 0];
    for (let at = 0; at < width * height; at += 1)
      if ((pixels[4 * at] ?? 255) < 128)
        dark[at % width < width / 2 ? 0 : 1] = (dark[at % width < width / 2 ? 0 : 1] ?? 0) + 1;
    return dark.map((count) => Math.round((200 * count) / (width * height)) / 100);
  });

async function expectSound({ page, errors, foreign }: WatchedPage, name: string): Promise<void> {
  expect(await findBarriers(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  expect(errors, name).toEqual([]);
  expect(foreign, name).toEqual([]);
}

describe("pages of a document in a real browser", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("drawn-pages");
    await buildSmallCase(folder, {
      subjects: ["{id: site:mill, names: {en: Behind the mill, fa: پشت آسیاب}}"],
      text: "A note.",
      statements: ['key: A, subject: site:mill, property: site-reported, value: a grave, quote: "A note."'],
    });
    const words = ["The first page says nothing.", "چهل نفر از بند هشت بردند."];
    const files = {
      "scan.pdf": madeScan(2),
      "letter.pdf": await madePdf(words, "fa"),
      "turned.pdf": madeTurnedPdf("Forty were taken", 90, [20, 150]),
      "broken.pdf": Buffer.from("%PDF-1.4\nnothing of a document\n%%EOF\n"),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      const added = await inquest(folder, "add", name, "--case", "c", "--quiet");
      expect(added.code, added.err).toBe(0);
    }
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("a scan without words can be read, once somebody asks: nothing of it is fetched before, nothing of it runs", async () => {
    const watched = await visit("scan.pdf");
    const { page } = watched;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator(".media-cover").waitFor();
    expect(await page.locator("canvas").count()).toBe(0);
    expect(
      asked.filter(
        (url) => /\/media\b|\/pdf\/|pdf[-.]/u.test(url) && !url.includes("/api/cases/c/sources/scan.pdf?"),
      ),
    ).toEqual([]);
    await expectSound(watched, "pages-covered");
    await show(page);
    await page.locator(".picture-stage canvas").waitFor();
    expect(await darkness(page)).toEqual([1, 0]);
    expect(await page.locator(".picture-stage a").count()).toBe(0);
    await expectSound(watched, "pages-scan");
    await page.keyboard.press("]");
    await page.locator(`canvas[aria-label="Page 2 as it looks"]`).waitFor();
    await page.keyboard.press("b");
    await page.locator(".media-cover").waitFor();
    expect(await page.locator("canvas").count()).toBe(0);
    expect(watched.foreign).toEqual([]);
    await page.close();
  });

  it.each([
    { language: "en", width: 1280 },
    { language: "fa", width: 390 },
  ] as const)(
    "a part of a page is stated of, by numbers or by drawing, and a link to it lands there ($language)",
    async ({ language, width }) => {
      const words = WORDS[language];
      const watched = await visit("scan.pdf", language, width);
      const { page } = watched;
      await page.goto(`${workbench.address}c/sources/scan.pdf?lang=${language}&page=2`);
      await page.locator(".media-cover").waitFor();
      await show(page, language);
      const stage = page.locator(".picture-stage svg");
      await stage.waitFor();
      if (width > 500) {
        await stage.scrollIntoViewIfNeeded();
        const box = await stage.boundingBox();
        if (box === null) throw new Error("no stage");
        const at = (x: number, y: number) =>
          [box.x + (x / 300) * box.width, box.y + (y / 200) * box.height] as const;
        await page.mouse.move(...at(30, 20));
        await page.mouse.down();
        await page.mouse.move(...at(90, 40), { steps: 4 });
        await page.mouse.up();
        expect(Number(await page.getByLabel(words["part.left"], { exact: true }).inputValue())).toBeCloseTo(
          30,
          -0.7,
        );
      }
      for (const [side, value] of [
        ["left", "30"],
        ["top", "20"],
        ["width", "500"],
        ["height", "20"],
      ] as const)
        await page.getByLabel(words[`part.${side}`], { exact: true }).fill(value);
      await page.getByLabel(words["part.words"], { exact: true }).fill("forty");
      await page.getByRole("button", { name: words["part.state"] }).click();
      await page.locator(".part-form .trouble", { hasText: language === "fa" ? "۳۰۰" : "300" }).waitFor();
      await page.getByLabel(words["part.width"], { exact: true }).fill("60");
      await page.getByRole("button", { name: words["part.state"] }).click();
      await choose(page, words["quote.subject"], language === "fa" ? "پشت آسیاب" : "Behind the mill");
      await page.getByLabel(words["quote.property"]).selectOption("site-destroyed");
      await page.getByLabel(words["quote.value.text"]).fill(`it fell down ${language}`);
      // Whoever spoke in the source before is proposed.
      if (language === "en") await choose(page, words["quote.speaker"], "A witness");
      await expectSound(watched, `pages-part-${language}`);
      await page.keyboard.press("Control+Enter");
      await page.locator(".news").waitFor();
      const view: SourceView = await page.evaluate(async () =>
        (await fetch("/api/cases/c/sources/scan.pdf?lang=en")).json(),
      );
      const statement = view.statementsAt.find(({ valueText }) => valueText.endsWith(language));
      expect(statement).toMatchObject({
        quote: "forty",
        at: { kind: "page", page: 2, read: "eye", box: { x: 30, y: 20, width: 60, height: 20 } },
      });
      await page.locator(`rect[id="at-${statement?.id}"]`).waitFor();
      // From its address: the page, and the box once the page is asked for.
      await page.goto("about:blank");
      await page.goto(`${workbench.address}c/sources/scan.pdf?lang=${language}#statement=${statement?.id}`);
      await page.locator(".media-cover").waitFor();
      await show(page, language);
      await page.locator(`rect.active[id="at-${statement?.id}"]`).waitFor();
      expect(page.url()).toContain("page=2");
      // And again after a reload: whoever sends the address on sends the statement.
      await page.reload();
      await page.locator(".media-cover").waitFor();
      await show(page, language);
      await page.locator(`rect.active[id="at-${statement?.id}"]`).waitFor();
      await expectSound(watched, `pages-landed-${language}`);
      await page.close();
    },
  );

  it("words of a page stand beneath its look, where they are quoted as before; a turned page stands upright", async () => {
    const watched = await visit("letter.pdf");
    const { page } = watched;
    await page.locator(".sealed-text", { hasText: "The first page" }).waitFor();
    await show(page);
    await page.locator(".picture-stage canvas").waitFor();
    await expectSound(watched, "pages-with-words");
    await page.goto(`${workbench.address}c/sources/turned.pdf?lang=en`);
    await page.locator(".sealed-text", { hasText: "Forty were taken" }).waitFor();
    await show(page);
    const canvas = page.locator(".picture-stage canvas");
    await canvas.waitFor();
    const shape = await canvas.evaluate((node) =>
      node instanceof HTMLCanvasElement ? node.height / node.width : 0,
    );
    expect(shape).toBeCloseTo(1.5, 1);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("a document that cannot be opened says so, and offers nothing to look at", async () => {
    const watched = await visit("broken.pdf");
    const { page } = watched;
    await page.locator(".trouble, .state-note, .role-text, .note").first().waitFor();
    expect(await page.getByRole("button", { name: en["media.show.pages"] }).count()).toBe(0);
    expect(watched.errors).toEqual([]);
    await page.close();
  });
});
