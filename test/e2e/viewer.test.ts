/** Pictures, recordings and Markdown of a source, and folders that are sealed, in a real browser. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceView } from "../../src/case/index.ts";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePng, madeWav } from "../made-files.ts";
import { findBarriers, startLiveWorkbench, type WatchedPage, type Workbench } from "./browser.ts";
import { choose, select } from "./quoting.ts";

const PICTURES = process.env.INQUEST_PICTURES;
const WORDS = { en, fa };

const HOSTILE = [
  "# گزارش The report",
  "",
  "Forty were taken from ward eight. <script>window.harmed = 1</script>",
  "",
  '<img src="https://evil.example/a.png" onerror="window.harmed = 2">',
  "",
  "![a yard](https://evil.example/b.png) and [press](javascript:window.harmed=3)",
  "",
  "[The court](https://court.example/page)",
  "",
  "- one",
  "- two",
  "",
].join("\n");

let workbench: Workbench;
let writeAddress: string;
let folder: string;

interface Visit {
  readonly language?: "en" | "fa";
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

async function open(
  route: string,
  { language = "en", width = 1280, scheme = "light" }: Visit = {},
): Promise<WatchedPage> {
  const watched = await workbench.open({ width, scheme });
  await watched.page.goto(writeAddress);
  await watched.page.goto(`${workbench.address}c/${route}${route.includes("?") ? "&" : "?"}lang=${language}`);
  await watched.page.locator("main h1").first().waitFor();
  return watched;
}

async function seal(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });
  await page.locator(".drop-results a", { hasText: name }).first().waitFor();
}

/** How many pixels of the picture are on the page; none where it is covered. */
const pixelsOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("canvas")].reduce((sum, { width, height }) => sum + width * height, 0),
  );

async function look({ page, errors, foreign }: WatchedPage, name: string): Promise<void> {
  expect(await findBarriers(page), name).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    name,
  ).toBeLessThanOrEqual(0);
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  expect(errors, name).toEqual([]);
  expect(foreign, name).toEqual([]);
}

describe("the viewer in a real browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("viewer");
    await buildSmallCase(folder, {
      subjects: ["{id: site:mill, names: {en: Behind the mill, fa: پشت آسیاب}}"],
      text: "A note.",
      statements: ['key: A, subject: site:mill, property: site-reported, value: a grave, quote: "A note."'],
    });
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it("covers a picture until it is asked for, says what it is before that, and covers it again by b and by Esc", async () => {
    const watched = await open("sources");
    const { page } = watched;
    await seal(page, "yard.png", madePng(400, 300));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator(".drop-results a", { hasText: "yard.png" }).click();
    const cover = page.locator(".media-cover");
    await cover.waitFor();
    expect(await cover.textContent()).toContain(en["media.undescribed.picture"]);
    expect(asked.filter((url) => url.includes("/media"))).toEqual([]);
    expect(await page.locator("img, canvas, video").count()).toBe(0);

    await page.getByText(en["media.describe"]).click();
    await page.getByLabel(en["media.describe.words"]).fill("photograph, dead body");
    await page.getByRole("button", { name: en["media.describe.record"], exact: true }).click();
    await cover.getByText("photograph, dead body").waitFor();
    await look(watched, "picture-covered");

    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await expect.poll(() => pixelsOn(page)).toBe(400 * 300);
    expect(asked.filter((url) => url.includes("/media"))).toHaveLength(1);
    const canvas = page.locator("canvas");
    expect(await canvas.getAttribute("aria-label")).toBe("photograph, dead body");
    const widthOf = () => canvas.evaluate((node) => node.getBoundingClientRect().width);
    expect(await widthOf()).toBeLessThan(300);
    await look(watched, "picture-shown");
    await page.getByRole("button", { name: en["media.small"] }).click();
    expect(await widthOf()).toBeGreaterThan(380);
    await page.getByRole("button", { name: en["media.gray"] }).click();
    expect(await canvas.evaluate((node) => getComputedStyle(node).filter)).toBe("grayscale(1)");

    await page.keyboard.press("b");
    await cover.waitFor();
    expect(await pixelsOn(page)).toBe(0);
    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await expect.poll(() => pixelsOn(page)).toBeGreaterThan(0);
    // From a field too, where single keys are letters.
    await page.getByLabel(en["part.left"], { exact: true }).focus();
    await page.keyboard.press("Escape");
    await cover.waitFor();
    expect(await pixelsOn(page)).toBe(0);

    // Elsewhere in this sitting it stays as it was left; after a reload it is covered.
    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await canvas.waitFor();
    await page.reload();
    await cover.waitFor();
    // And no list shows it.
    await page.goto(`${workbench.address}c/sources?lang=en`);
    await page.locator(".cards").waitFor();
    expect(await page.locator("main img, main canvas, main video").count()).toBe(0);
    await page.close();
  });

  it("states something of a part of a picture, by numbers and by drawing, and opens there again", async () => {
    const watched = await open("sources");
    const { page } = watched;
    await seal(page, "plate.png", madePng(200, 100));
    await page.locator(".drop-results a", { hasText: "plate.png" }).click();
    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await page.locator("canvas").waitFor();
    await page.keyboard.press("s");
    await page.getByText("The box must lie in the picture").waitFor();
    const numbers = { left: "10", top: "۲۰", width: "50", height: "30" } as const;
    for (const side of ["left", "top", "width", "height"] as const)
      await page.getByLabel(en[`part.${side}`], { exact: true }).fill(numbers[side]);
    await page.getByLabel(en["part.seen"]).check();
    await page.getByLabel(en["part.words"], { exact: true }).fill("three graves");
    await page.getByRole("button", { name: en["part.state"] }).click();
    await page
      .locator(".quoted-words", { hasText: "50 by 30 pixels, 10 from the left and 20 from the top" })
      .waitFor();
    await look(watched, "picture-quoting");
    await choose(page, "What is spoken of", "Behind the mill");
    await page.getByLabel("What is said of it").selectOption("site-reported");
    await page.getByLabel("In words").fill("three graves");
    await choose(page, "Who says so", "A witness");
    await page.keyboard.press("Control+Enter");
    await page.locator(".news").waitFor();
    const active = page.locator("rect.part.active");
    await active.waitFor();
    const view: SourceView = await page.evaluate(async () =>
      (await fetch("/api/cases/c/sources/plate.png?lang=en")).json(),
    );
    const [statement] = view.statementsAt;
    const box = { x: 10, y: 20, width: 50, height: 30 };
    expect(statement).toMatchObject({ quote: "", seen: "three graves", at: { kind: "region", box } });
    // Where it is drawn is where it lies, at whatever size.
    const place = await active.evaluate((node) => {
      const [own, sheet] = [node.getBoundingClientRect(), node.closest("svg")?.getBoundingClientRect()];
      const canvas = document.querySelector("canvas")?.getBoundingClientRect();
      if (sheet === undefined || canvas === undefined) throw new Error("no sheet");
      return { x: (own.left - canvas.left) / canvas.width, svg: sheet.width / canvas.width };
    });
    expect(place.x).toBeCloseTo(10 / 200, 1);
    expect(place.svg).toBeCloseTo(1, 1);

    // Drawn with the pointer from right to left.
    const sheet = await page.locator(".picture-stage svg").boundingBox();
    if (sheet === null) throw new Error("no sheet");
    await page.mouse.move(sheet.x + sheet.width * 0.9, sheet.y + sheet.height * 0.9);
    await page.mouse.down();
    await page.mouse.move(sheet.x + sheet.width * 0.5, sheet.y + sheet.height * 0.5, { steps: 4 });
    await page.mouse.up();
    expect(Number(await page.getByLabel(en["part.left"], { exact: true }).inputValue())).toBeCloseTo(100, -1);
    expect(Number(await page.getByLabel(en["part.width"], { exact: true }).inputValue())).toBeCloseTo(80, -1);

    // By its address: covered at first, and marked as soon as it is shown.
    await page.goto(`${workbench.address}c/sources/plate.png?lang=en#statement=${statement?.id}`);
    await page.reload();
    await page.locator(".media-cover").waitFor();
    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await active.waitFor();
    await look(watched, "picture-part");
    await page.close();
  });

  it("turns a photograph as its camera says, with its parts where they lie in the file", async () => {
    const watched = await open("sources");
    const { page } = watched;
    // Left red and right blue, as the file stores it; the camera was held so that left is up.
    const plain = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 32);
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.fillStyle = "#f00";
      context.fillRect(0, 0, 32, 32);
      context.fillStyle = "#00f";
      context.fillRect(32, 0, 32, 32);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const tiff = "49492a000800000001001201030001000000060000000000000000".slice(0, 52);
    const note = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), Buffer.from(tiff, "hex")]);
    const segment = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
    const bytes = Buffer.from(plain);
    await seal(page, "held.jpg", Buffer.concat([bytes.subarray(0, 2), segment, note, bytes.subarray(2)]));
    await page.locator(".drop-results a", { hasText: "held.jpg" }).click();
    await page.getByRole("button", { name: en["media.show.picture"] }).click();
    await expect.poll(() => pixelsOn(page)).toBe(64 * 32);
    const seen = await page.locator("canvas").evaluate((node) => {
      if (!(node instanceof HTMLCanvasElement)) throw new Error("no canvas");
      const colourAt = (x: number, y: number) => [
        ...(node.getContext("2d")?.getImageData(x, y, 1, 1).data ?? []),
      ];
      return { width: node.width, height: node.height, top: colourAt(16, 8), bottom: colourAt(16, 56) };
    });
    expect(seen).toMatchObject({ width: 32, height: 64 });
    expect(seen.top[0]).toBeGreaterThan(200);
    expect(seen.bottom[2]).toBeGreaterThan(200);
    const left = { left: "0", top: "0", width: "32", height: "32" } as const;
    for (const side of ["left", "top", "width", "height"] as const)
      await page.getByLabel(en[`part.${side}`], { exact: true }).fill(left[side]);
    const [part, sheet] = [
      await page.locator("rect.draft").boundingBox(),
      await page.locator(".picture-stage svg").boundingBox(),
    ];
    if (part === null || sheet === null) throw new Error("no part");
    expect(Math.round(part.y - sheet.y)).toBeLessThanOrEqual(1);
    expect(part.height / sheet.height).toBeCloseTo(0.5, 1);
    expect(part.width / sheet.width).toBeCloseTo(1, 0);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it("plays a recording only when it is asked to, and without sound at first", async () => {
    const watched = await open("sources");
    const { page } = watched;
    await seal(page, "voice.wav", madeWav(2));
    await page.locator(".drop-results a", { hasText: "voice.wav" }).click();
    await page.locator(".media-cover").waitFor();
    expect(await page.locator("audio").count()).toBe(0);
    await page.getByRole("button", { name: en["media.show.sound"] }).click();
    const audio = page.locator("audio");
    await audio.waitFor();
    const stateOf = () =>
      audio.evaluate((node) =>
        node instanceof HTMLAudioElement
          ? { muted: node.muted, paused: node.paused, autoplay: node.autoplay, seconds: node.duration }
          : null,
      );
    await expect.poll(async () => (await stateOf())?.seconds).toBe(2);
    expect(await stateOf()).toMatchObject({ muted: true, paused: true, autoplay: false });
    await look(watched, "sound");
    await page.keyboard.press("b");
    await page.locator(".media-cover").waitFor();
    expect(await audio.count()).toBe(0);
    await page.close();
  });

  it("shows Markdown as a page that does nothing, and quotes it as it was written", async () => {
    const watched = await open("sources");
    const { page, foreign } = watched;
    await seal(page, "report.md", HOSTILE);
    await page.locator(".drop-results a", { hasText: "report.md" }).click();
    await page.locator(".sealed-text", { hasText: "<script>" }).waitFor();
    await page.getByRole("button", { name: en["reading.as-page"] }).click();
    const sheet = page.locator(".markdown-page");
    await sheet.locator("h3", { hasText: "The report" }).waitFor();
    expect(await sheet.locator("li").count()).toBe(2);
    expect(await sheet.locator("script, img, iframe, [onerror]").count()).toBe(0);
    expect(await sheet.textContent()).toContain("<script>window.harmed = 1</script>");
    expect(await sheet.textContent()).toContain("picture not loaded");
    const links = sheet.locator("a");
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute("rel")).toContain("noreferrer");
    expect(await sheet.textContent()).toContain("https://court.example/page");
    await look(watched, "markdown-page");
    expect(await page.evaluate(() => Reflect.get(window, "harmed"))).toBeUndefined();
    expect(foreign).toEqual([]);

    await page.getByRole("button", { name: en["reading.as-written"] }).click();
    await page.locator(".text-block").first().waitFor();
    await select(page, "Forty", "eight");
    await page.locator(".quote-button").click();
    const place = await page.locator(".quoted-words figcaption").textContent();
    const start = [...HOSTILE.slice(0, HOSTILE.indexOf("Forty"))].length;
    expect(place).toContain(`characters ${start} to ${start + "Forty were taken from ward eight".length}`);
    await page.close();
  });

  it("seals a folder with the paths of its files, and tells what the system left in it", async () => {
    const box = join(folder, "box");
    mkdirSync(join(box, "scans"), { recursive: true });
    writeFileSync(join(box, "letter.txt"), "A letter in a folder.");
    writeFileSync(join(box, "scans", "=cmd()'.csv"), "name\n=HYPERLINK(1)\n");
    writeFileSync(
      join(box, "scans", "page.svg"),
      "<svg xmlns='http://www.w3.org/2000/svg'><script>window.harmed=4</script></svg>",
    );
    writeFileSync(join(box, ".DS_Store"), "of the system");
    writeFileSync(join(box, "scans", "Thumbs.db"), "small pictures");
    const watched = await open("sources");
    const { page } = watched;
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: en["drop.choose-folder"] }).click(),
    ]);
    await chooser.setFiles(box);
    const results = page.locator(".drop-results li");
    const progress = page.locator(".drop-progress", { hasText: "3 of 3 files done" });
    await progress.waitFor();
    expect(await results.locator("a").count()).toBe(5);
    expect(await results.filter({ hasText: en["drop.skipped"] }).count()).toBe(2);
    expect(await progress.textContent()).toContain("keeps them for itself: 2");
    await look(watched, "folder");
    // A name with slashes is one name, of which the address is made as a whole.
    await page.goto(`${workbench.address}c/sources/${encodeURIComponent("box/letter.txt")}?lang=en`);
    await page.locator(".sealed-text", { hasText: "A letter in a folder." }).waitFor();
    await page.goto(`${workbench.address}c/sources/${encodeURIComponent("box/scans/page.svg")}?lang=en`);
    await page.locator("main h1").waitFor();
    expect(await page.locator(".media-cover, main svg, main img").count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "harmed"))).toBeUndefined();
    await page.close();
  });

  it("seals a folder that is dropped as a file manager drops it", async () => {
    const box = join(folder, "crate");
    mkdirSync(join(box, "deep", "er"), { recursive: true });
    writeFileSync(join(box, "deep", "er", "a.txt"), "Deep in a crate.");
    writeFileSync(join(box, "deep", ".DS_Store"), "of the system");
    const watched = await open("sources");
    const { page } = watched;
    const zone = await page.locator(".drop").boundingBox();
    if (zone === null) throw new Error("nowhere to drop");
    const session = await page.context().newCDPSession(page);
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", {
        type,
        x: zone.x + 20,
        y: zone.y + 20,
        data: { items: [], files: [box], dragOperationsMask: 1 },
      });
    }
    await page.locator(".drop-progress", { hasText: "1 of 1 file done" }).waitFor();
    expect(await page.locator(".drop-results a").first().textContent()).toBe("crate/deep/er/a.txt");
    expect(await page.locator(".drop-results", { hasText: "crate/deep/.DS_Store" }).count()).toBe(1);
    expect(watched.errors).toEqual([]);
    await page.close();
  });

  it.each([
    ["fa", 390, "light"],
    ["fa", 1280, "dark"],
    ["en", 390, "dark"],
  ] as const)(
    "has no barrier and does not scroll sideways: %s, %i pixels, %s",
    async (language, width, scheme) => {
      const words = WORDS[language];
      const watched = await open("sources", { language, width, scheme });
      const { page } = watched;
      const name = `tall-${language}-${width}.png`;
      await seal(page, name, madePng(300, 500 + width));
      await look(watched, `sources-${language}-${width}`);
      await page.locator(".drop-results a", { hasText: name }).click();
      await page.locator(".media-cover", { hasText: words["media.undescribed.picture"] }).waitFor();
      await look(watched, `covered-${language}-${width}`);
      await page.getByRole("button", { name: words["media.show.picture"] }).click();
      await expect.poll(() => pixelsOn(page)).toBeGreaterThan(0);
      await page.getByRole("button", { name: words["part.whole"] }).click();
      await look(watched, `shown-${language}-${width}`);
      await page.getByRole("button", { name: words["media.small"] }).click();
      await page.getByRole("button", { name: words["media.turn"] }).click();
      await look(watched, `turned-${language}-${width}`);
      await page.close();
    },
  );
});
