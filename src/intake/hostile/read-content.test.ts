import { afterAll, describe, expect, it } from "vitest";
import { madePdf, madePng, madeTurnedPdf, madeWav } from "../../../test/made-files.ts";
import { readOnPage, textOfPage } from "../../core/index.ts";
import { createInspector } from "./inspector.ts";

const inspector = createInspector();
afterAll(() => inspector.close());
const read = (content: Uint8Array, name: string) => inspector.read(content, { name });

async function pagesOf(content: Uint8Array) {
  const found = await read(content, "a.pdf");
  if (found.kind !== "pages") throw new Error(JSON.stringify(found));
  return found.pages;
}

describe("what places in a file are checked by", () => {
  it("the words of a PDF stand page by page in the order of reading, Persian ones too", async () => {
    const words = ["برگ نخست.", "پرونده در زندان گوهردشت ماند."];
    const pages = await pagesOf(await madePdf(words, "fa"));
    expect(pages.map((page) => textOfPage(page).trim())).toEqual(words);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [300, 200],
      [300, 200],
    ]);
  });

  it.each([
    ["fa", "پرونده در زندان Evin 1988 گوهردشت (سال ۱۳۶۷) ماند. دوم."],
    ["fa", "مرداد 1367 تا شهریور ۱۳۶۷، بند ۸ و «سالن حسینیه»"],
    ["en", "The prison گوهردشت زندان is far, (ماند) too."],
  ])(
    "words of both directions on one line stand in the order of reading (%s): %s",
    async (language, words) => {
      const [page] = await pagesOf(await madePdf([words], language));
      if (page === undefined) throw new Error("no page");
      expect(textOfPage(page).trim()).toBe(words);
    },
  );

  it("words that a line break parts are found, in a box that covers both lines", async () => {
    const words =
      "These words are so many that one line of so small a page cannot hold all of them together.";
    const [page] = await pagesOf(await madePdf([words]));
    if (page === undefined) throw new Error("no page");
    const { quote, box } = readOnPage(page, words);
    expect(quote).toBe(words);
    expect([box.x, box.y + box.height, box.x + box.width].map((side) => Math.round(side / 20))).toEqual([
      1, 2, 14,
    ]);
  });

  it.each([
    [0, { x: 40, y: 142 }],
    [90, { x: 48, y: 40 }],
    [180, { x: 200, y: 48 }],
    [270, { x: 142, y: 200 }],
  ])("a page that is turned by %i degrees is measured upright", async (degrees, corner) => {
    const [page] = await pagesOf(madeTurnedPdf("Ten words", degrees, [40, 50]));
    if (page === undefined) throw new Error("no page");
    expect([page.width, page.height]).toEqual(degrees % 180 === 0 ? [300, 200] : [200, 300]);
    const { box } = readOnPage(page, "Ten words");
    expect(Math.abs(box.x - corner.x)).toBeLessThan(20);
    expect(Math.abs(box.y - corner.y)).toBeLessThan(20);
    expect(box.width > box.height).toBe(degrees % 180 === 0);
  });

  it("a picture has its pixels, a recording its seconds", async () => {
    expect(await read(madePng(31, 17), "a.png")).toEqual({ kind: "picture", width: 31, height: 17 });
    expect(await read(madeWav(2.5), "a.wav")).toEqual({ kind: "recording", seconds: 2.5 });
  });

  it("a broken file costs its reader, and the next file is read", async () => {
    const pdf = await madePdf(["words"]);
    expect(await read(pdf.subarray(0, 300), "broken.pdf")).toMatchObject({ kind: "unread" });
    expect(await read(new TextEncoder().encode("plain"), "a.txt")).toMatchObject({ kind: "unread" });
    expect(await read(madePng(2, 2), "a.png")).toMatchObject({ kind: "picture" });
  });
});
