/** `npm run screens`: pictures of every place of the workbench into docs/screens, from the shipped cases and an invented one. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { createCaseBelow, openLiveCase } from "../src/case/index.ts";
import { startServer } from "../src/server/index.ts";
import { fixedSurroundings, repository } from "../test/case-fixture.ts";
import { goTo, startWorkbench, type Workbench, withBrowser } from "../test/e2e/browser.ts";
import {
  MOST_PICTURE_BYTES,
  PICTURE_LANGUAGES,
  PICTURE_SIZES,
  type PictureLanguage,
  pictureFile,
} from "../test/e2e/pictures.ts";
import { PLACES } from "../test/e2e/routes.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/temporary-folder.ts";

const FOLDER = join(repository, "docs", "screens");

/** What the browser takes for today: the same pictures on whichever day they are made. */
const TODAY = new Date("2026-03-01T12:00:00Z");

/** A list as it comes: Persian digits, and one date that there is not. Everyone in it is invented. */
const LIST = [
  "ردیف,نام,نام خانوادگی,تاریخ اعدام,محل دفن",
  "۱,رضا,کریمی,۱۳۶۷/۰۵/۱۲,خاک سرخ",
  "۲,پروین,گلچین,۱۳۶۷/۱۳/۴۵,نامعلوم",
  "۳,مریم,احمدی,مرداد ۱۳۶۷,خاک سرخ",
  "",
].join("\n");

interface Look {
  readonly workbench: Workbench;
  readonly language: PictureLanguage;
  readonly size: (typeof PICTURE_SIZES)[number];
}

/** Opens a page of the size, goes where it is told, and keeps what is seen there. */
async function keep(
  place: string,
  { workbench, language, size }: Look,
  go: (watched: Awaited<ReturnType<Workbench["open"]>>) => Promise<void>,
): Promise<void> {
  const watched = await workbench.open({ width: size.width });
  const { page } = watched;
  await page.setViewportSize(size);
  await page.clock.setFixedTime(TODAY);
  await go(watched);
  await settle(page);
  const file = pictureFile(place, language, size.width);
  const bytes = await picture(page);
  writeFileSync(join(FOLDER, file), bytes);
  process.stderr.write(`${file} ${Math.ceil(bytes.length / 1024)} KB\n`);
  await page.close();
}

/** Fonts, pictures and maps are drawn a moment after the words stand there. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.waitForTimeout(300);
}

/** As WebP, which the browser writes by itself; coarser where it would be too large. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  for (const quality of [65, 50, 40, 30, 20]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length <= MOST_PICTURE_BYTES) return bytes;
  }
  throw new Error("this picture is too large at every quality");
}

async function pictureShippedCases(): Promise<void> {
  const workbench = await startWorkbench();
  const { address } = workbench;
  await eachLook(workbench, async (look) => {
    const { language } = look;
    for (const [place, route] of Object.entries(PLACES))
      await keep(place, look, async (watched) => {
        await goTo(watched, { address, route, language });
        // Review brings its pair into view; a picture shows the page from its head.
        await watched.page.waitForLoadState("networkidle");
        await watched.page.evaluate("scrollTo(0, 0)");
      });
    await keep("source-passage", look, async (watched) => {
      await goTo(watched, { address, route: "/first-hour/sources/burial-places-report", language });
      await watched.page.locator(".statement button").first().click();
      await watched.page.locator("mark.active").first().waitFor();
      await watched.page.mouse.move(0, 0);
    });
    await keep("person", look, async (watched) => {
      await goTo(watched, { address, route: "/first-hour/people", language });
      const link = watched.page.locator("tbody th a").first();
      const route = (await link.getAttribute("href")) ?? "";
      await goTo(watched, { address, route, language });
    });
  });
  await workbench.close();
}

/** Pages that only somebody sees who may record, with a case that was made just now. */
async function pictureOwnCase(): Promise<void> {
  const home = temporaryFolder("screens");
  const surroundings = fixedSurroundings(home);
  const title = { en: "Khak-e Sorkh (invented)", fa: "خاک سرخ (ساختگی)" };
  const { dir } = await createCaseBelow(home, { title, isFictional: true }, surroundings);
  const live = await openLiveCase({ dir, surroundings });
  const server = await startServer({
    cases: [live],
    createCase: () => Promise.reject(new Error("nobody makes a case here")),
    webFolder: join(repository, "dist", "web"),
    port: 0,
  });
  const workbench = await withBrowser(server, () => live.close());
  const { address } = workbench;
  const source = await seal(workbench, server.writeAddress, live.id);
  await eachLook(workbench, async (look) => {
    const { language } = look;
    await keep("import", look, async (watched) => {
      await watched.page.goto(server.writeAddress);
      await goTo(watched, { address, route: `${source}/import?step=3`, language });
      await watched.page.locator(".sample-rows").waitFor();
    });
    await keep("new-case", look, async (watched) => {
      await watched.page.goto(server.writeAddress);
      await goTo(watched, { address, route: "/_new", language });
    });
  });
  await workbench.close();
}

/** Drops the list on the page of sources, and gives the route of what became of it. */
async function seal(workbench: Workbench, writeAddress: string, caseId: string): Promise<string> {
  const watched = await workbench.open();
  const { page } = watched;
  await page.goto(writeAddress);
  await goTo(watched, { address: workbench.address, route: `/${caseId}/sources`, language: "en" });
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.locator(".drop input[type=file]").first().setInputFiles(file);
  const link = page.locator(".drop-results a").first();
  await link.waitFor();
  const route = (await link.getAttribute("href")) ?? "";
  await page.close();
  return route.replace(/\/import$/u, "");
}

async function eachLook(workbench: Workbench, take: (look: Look) => Promise<void>): Promise<void> {
  for (const language of PICTURE_LANGUAGES)
    for (const size of PICTURE_SIZES) await take({ workbench, language, size });
}

// A place that is no more leaves no picture behind.
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
try {
  await pictureShippedCases();
  await pictureOwnCase();
} finally {
  removeTemporaryFolders();
}
