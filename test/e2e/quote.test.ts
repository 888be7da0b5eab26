/** Stating something from chosen words, in a real browser over a case that takes it. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseReader, openCase, readCase, type StatementView } from "../../src/case/index.ts";
import { buildSmallCase } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { keeperIn, look, startLiveWorkbench, type WatchedPage, type Workbench } from "./browser.ts";
import { choose, isInSight, select, state, walkTo } from "./quoting.ts";

/** Persian with a joiner, letters beyond the basic plane, combining marks, lines, and words that stand twice. */
const TEXT = [
  "🕯🕯 آن روز چهل تن را از بند چهار بردند. رضا کریمی در مرداد ۱۳۶۷ رئیس زندان بود.",
  "آنها را پشت آسیاب به خاک می‌سپردند؛ 𐎧𐏁 بر دیوار نوشته بود.",
  "",
  "The café́ stood by the mill. The mill was closed in July 1988.",
  ...Array.from(
    { length: 400 },
    (_, line) => `Line ${line} of a long record, in which nothing is said of the mill.`,
  ),
  "The last line says that sixty were buried there.",
].join("\n");

let workbench: Workbench;
let folder: string;
let writeAddress: string;

async function openNote({
  width = 1280,
  language = "en" as "en" | "fa",
  scheme = "light" as "light" | "dark",
  hash = "",
} = {}): Promise<WatchedPage> {
  const watched = await workbench.open({ width, scheme });
  await watched.page.goto(writeAddress);
  await watched.page.goto(`${workbench.address}c/sources/note?lang=${language}${hash}`);
  await watched.page.locator(".sealed-text").waitFor();
  return watched;
}

/** What somebody else reads of the case on the disk. */
async function fromDisk<T>(ask: (reader: CaseReader) => Promise<T>): Promise<T> {
  const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings: keeperIn(folder) });
  const answer = await ask(await readCase(opened));
  await opened.close();
  return answer;
}
const statedAt = async (quote: string): Promise<readonly StatementView[]> =>
  (await fromDisk((reader) => reader.source("note", "en"))).statementsAt.filter(
    (each) => each.quote === quote,
  );

describe("stating something from chosen words, in a real browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("quote-e2e");
    await buildSmallCase(folder, {
      subjects: [
        "{id: person:karimi, names: {en: Reza Karimi, fa: رضا کریمی}}",
        "{id: office:warden, names: {en: Warden, fa: رئیس زندان}}",
        "{id: site:mill, names: {en: Behind the mill, fa: پشت آسیاب}}",
      ],
      text: TEXT,
      statements: [
        'key: Z, subject: site:mill, property: site-persons, value: 60, quote: "sixty were buried there"',
        'key: Z2, subject: site:mill, property: site-reported, value: a grave, quote: "sixty were buried there"',
      ],
    });
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each(["en", "fa"] as const)(
    "needs no mouse: words chosen by arrows, two keys, a form in %s, and it is recorded at its passage",
    async (language) => {
      const { page, errors, foreign } = await openNote({ language });
      // Left is forward in a Persian text, whatever the interface.
      const isEnglish = language === "en";
      await walkTo(page, isEnglish ? "رضا" : "رئیس", "ArrowLeft");
      await page.keyboard.press("Control+Shift+ArrowLeft");
      const quote = (await page.evaluate(() => String(getSelection()))).trim();
      expect(quote).toBe(isEnglish ? "رضا کریمی" : "رئیس زندان");
      await page.keyboard.press("s");
      await page.locator(".quote-form").waitFor();
      expect(await page.locator(".quote-form blockquote").textContent()).toBe(quote);
      // The first field has the focus. The office, by part of its name in the other script.
      await page.keyboard.type(isEnglish ? "رئیس" : "ward");
      await page.locator(".picker-list:not([hidden]) .option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      // A select takes letters that keys write, which a test has only of Latin ones.
      if (isEnglish) await page.keyboard.type("held by");
      else await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Tab");
      expect(await page.locator(".quote-form select").first().inputValue()).toBe("held-by");
      await page.keyboard.type(isEnglish ? "karimi" : "کریمی");
      await page.locator(".picker-list:not([hidden]) .option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("مرداد ۱۳۶۷");
      const understood = isEnglish ? "July or August 1988" : "ژوئیه یا اوت ۱۹۸۸";
      await page.locator(".understood", { hasText: understood }).waitFor();
      await page.keyboard.press("Control+Enter");
      await page.locator(".news").waitFor();
      const [statement] = await statedAt(quote);
      expect(statement).toMatchObject({
        subject: { id: "office:warden" },
        property: "held-by",
        time: { edtf: "1988-07-23/1988-08-22" },
        speaker: { id: "speaker:s" },
        chain: "first-hand",
      });
      // It stands highlighted at its words, in sight, and the text has the focus again.
      await expect.poll(() => page.locator("mark.active").allTextContents()).toEqual([quote]);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("sealed-text");
      // And it can be taken back by keys alone.
      await page.keyboard.press("Control+z");
      await page.locator(".news.withdrawn").waitFor();
      expect((await statedAt(quote))[0]?.status).toBe("withdrawn");
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
      await page.close();
    },
  );

  it.each([
    ["letters beyond the basic plane", "🕯", "آن روز"],
    ["a word beyond it, chosen from its end to its start", "بود", "𐎧𐏁"],
    ["combining marks", "café́", "café́"],
    ["lines", "𐎧𐏁", "The café́"],
    ["words that stand twice, the second of them", "The mill", "July"],
    ["a passage that reaches into one that is marked already", "The last", "that sixty"],
  ])("keeps exactly the words that were chosen: %s", async (_, from, to) => {
    const { page } = await openNote();
    await select(page, from, to);
    const quote = await page.evaluate(() => getSelection()?.getRangeAt(0).toString());
    await page.locator(".quote-button").click();
    await state(page, "Behind the mill", "site-located", "by somebody");
    const [statement] = await statedAt(quote ?? "");
    const text = (await fromDisk((reader) => reader.source("note", "en"))).text ?? "";
    const { at } = statement ?? {};
    if (at?.kind !== "text") throw new Error("it stands in running text");
    expect([...text].slice(at.start, at.end).join("")).toBe(quote);
    expect(text.indexOf(quote ?? "")).toBeGreaterThan(0);
    const marked = async () => (await page.locator("mark.active").allTextContents()).join("");
    await expect.poll(marked).toBe(quote);
    await page.close();
  });

  it("says which of several occurrences is meant", async () => {
    const { page } = await openNote();
    // Twice on that line, once before it: "mill" as a whole word is meant the second time.
    await page.evaluate(() => {
      const root = document.querySelector(".sealed-text");
      const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf("mill was closed") ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at + 4, node, at);
      }
    });
    await page.keyboard.press("s");
    await page.getByText("occurrence 2").waitFor();
    await state(page, "Behind the mill", "site-reported", "the mill");
    const text = (await fromDisk((reader) => reader.source("note", "en"))).text ?? "";
    const [statement] = await statedAt("mill");
    expect(statement?.at).toMatchObject({
      start: [...text.slice(0, text.indexOf("mill was closed"))].length,
    });
    await page.close();
  });

  it("says beside the field why a statement is refused, by itself and by the case, and records nothing", async () => {
    const { page } = await openNote();
    await select(page, "The mill", "closed");
    await page.keyboard.press("s");
    await page.locator(".quote-form").waitFor();
    await page.keyboard.press("Control+Enter");
    const subject = page.getByRole("combobox", { name: "What is spoken of" });
    await expect.poll(() => subject.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".fault").allTextContents()).toEqual(["This is needed.", "This is needed."]);
    await choose(page, "What is spoken of", "Behind the mill");
    await page.getByLabel("What is said of it").selectOption("site-persons");
    await page.getByRole("textbox", { name: "Number" }).fill("۴۰–۳۰");
    await page.getByLabel("When, if it is said").fill("1367/5/6");
    await page.getByText("This may be of two calendars").waitFor();
    await page.getByLabel("Calendar").selectOption("solar-hijri");
    await page.locator(".understood", { hasText: "28 July 1988" }).waitFor();
    await page.locator(".primary").click();
    await page.getByText("This ends before it starts.").waitFor();
    await page.getByRole("textbox", { name: "Number" }).fill("۳۰–۴۰");
    await page.getByText("from 30 to 40").waitFor();
    // A place that is typed and not chosen is not dropped, though its field is folded away.
    const more = page.locator(".quote-more");
    await more.locator("summary").click();
    const place = page.getByRole("combobox", { name: "Where, if it is said" });
    await place.fill("the river");
    await more.locator("summary").click();
    await page.locator(".primary").click();
    await page.getByText("Nothing is chosen yet").waitFor();
    await expect.poll(() => place.evaluate((field) => field === document.activeElement)).toBe(true);
    await place.fill("");
    await page.getByText("Nothing is chosen yet").waitFor({ state: "detached" });
    // What only the case knows to refuse stands beside its field too, in its own words.
    await choose(page, "What is spoken of", "Warden");
    await page.getByLabel("What is said of it").selectOption("subordinate-to");
    await choose(page, "Who or what", "Warden");
    await page.locator(".primary").click();
    await page.getByText("office:warden cannot stand under itself").waitFor();
    const other = page.getByRole("combobox", { name: "Who or what" });
    expect(await other.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => other.evaluate((field) => field === document.activeElement)).toBe(true);
    // Escape leaves the form, and the words are chosen as they were.
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe("The mill was closed");
    expect(await statedAt("The mill was closed")).toEqual([]);
    // And what was filled in for them is there when they are stated of again.
    await page.keyboard.press("s");
    await page.locator(".quote-form").waitFor();
    expect(await page.getByLabel("What is said of it").inputValue()).toBe("subordinate-to");
    expect(await page.getByLabel("When, if it is said").inputValue()).toBe("1367/5/6");
    await page.close();
  });

  it("names something new with the statement, under an id that nothing has, and finds it from then on", async () => {
    const { page } = await openNote({ language: "fa" });
    await select(page, "آنها را", "آسیاب");
    await page.keyboard.press("s");
    await page.locator(".quote-form").waitFor();
    const subject = page.getByRole("combobox", { name: "سخن از چیست" });
    // Its id would be that of the person whom the case knows.
    await subject.fill("Karimi");
    await page.locator(".picker-list:not([hidden]) .option").last().click();
    await page.getByLabel("نام", { exact: true }).fill("خاوران");
    await page.getByLabel("چیست", { exact: true }).selectOption("site");
    await expect.poll(() => page.getByLabel("شناسهٔ آن").inputValue()).toBe("khavran");
    await page.getByLabel("شناسهٔ آن").fill("mill");
    await page.getByText("چیز دیگری این شناسه را دارد").waitFor();
    await page.getByLabel("شناسهٔ آن").fill("khavaran");
    await page.getByLabel("نام به انگلیسی").fill("Khavaran");
    await page.getByLabel("دربارهٔ آن چه گفته می‌شود").selectOption("site-located");
    await page.getByLabel("به عبارت").fill("پشت آسیاب");
    await page.keyboard.press("Control+Enter");
    await page.locator(".news").waitFor();
    const [statement] = await statedAt("آنها را پشت آسیاب");
    expect(statement).toMatchObject({
      subject: { id: "site:khavaran", name: "Khavaran" },
      valueText: "پشت آسیاب",
    });
    expect(
      (
        await fromDisk(async (reader) =>
          reader.site({ site: "site:mill", on: null, audience: "internal" }, "en"),
        )
      ).site,
    ).toMatchObject({ name: "Behind the mill" });
    await page.close();
  });

  it("is taken back from another page, once it was said what that would take back", async () => {
    const { page, errors } = await openNote();
    const quote = "Line 12 of a long";
    await select(page, quote, quote);
    await page.keyboard.press("s");
    await state(page, "Behind the mill", "site-located", "on another page");
    expect((await statedAt(quote))[0]?.status).toBe("draft");
    // Its page tells of it: nothing says so twice.
    expect(await page.locator(".undo output").textContent()).toBe("");
    await page.getByRole("link", { name: "People", exact: true }).click();
    await page.locator("main h1", { hasText: "People" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".undo output", { hasText: quote }).waitFor();
    expect((await statedAt(quote))[0]?.status).toBe("draft");
    await page.keyboard.press("Control+z");
    await page.getByText("This stands in the log as an act of its own.").waitFor();
    expect((await statedAt(quote))[0]?.status).toBe("withdrawn");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("says of the same statement that it is there already, and lets one count again that was withdrawn", async () => {
    const { page } = await openNote();
    for (const isFirst of [true, false]) {
      await select(page, "The last", "line says");
      await page.keyboard.press("s");
      await state(page, "Behind the mill", "site-located", "in the record");
      if (isFirst) await page.getByRole("button", { name: "Withdraw it" }).click();
      else await page.getByText("The case holds this statement already").waitFor();
      await page.getByRole("button", { name: "Let it count again" }).waitFor();
    }
    await page.getByRole("button", { name: "Let it count again" }).click();
    await page.getByRole("button", { name: "Withdraw it" }).waitFor();
    expect((await statedAt("The last line says")).map(({ status }) => status)).toEqual(["draft"]);
    // What goes from under whoever hides it leaves them where it stood.
    await page.getByRole("button", { name: "Hide this" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("quote-news");
    await page.close();
  });

  it("opens a long text at the passage of a statement, and checks its sealed bytes by a key", async () => {
    // The second of two statements at the very same words.
    const wanted = (await statedAt("sixty were buried there")).find(({ key }) => key === "Z2");
    const { page } = await openNote({ hash: `#statement=${wanted?.id}` });
    const passage = page.locator("mark.active").first();
    await passage.waitFor();
    await expect.poll(() => passage.evaluate(isInSight)).toBe(true);
    await page.keyboard.press("v");
    await page.getByText(/Verified at .*: the bytes have the hash/u).waitFor();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog");
    await keys.getByText("in a source: state something from the chosen words").waitFor();
    await keys.getByText("in a source: verify its bytes now").waitFor();
    await page.close();
  });

  it("leaves the keys alone while somebody types, and when they are switched off", async () => {
    const { page } = await openNote();
    await select(page, "The mill", "closed");
    await page.keyboard.press("s");
    await page.locator(".quote-form").waitFor();
    await page.keyboard.type("vs");
    expect(await page.getByRole("combobox", { name: "What is spoken of" }).inputValue()).toBe("vs");
    expect(await page.locator(".source-check output").textContent()).toContain("Not run yet");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByText("Settings").click();
    await page.getByRole("radio", { name: "Off" }).check();
    await page.keyboard.press("Escape");
    await select(page, "The mill", "closed");
    await page.keyboard.press("s");
    await page.keyboard.press("v");
    expect(await page.locator(".quote-form").count()).toBe(0);
    expect(await page.locator(".source-check output").textContent()).toContain("Not run yet");
    await page.getByRole("button", { name: "State something from these words" }).click();
    await page.locator(".quote-form").waitFor();
    await page.close();
  });

  it.each([
    ["en", "light", 1280],
    ["fa", "dark", 1280],
    ["en", "dark", 390],
    ["fa", "light", 390],
  ] as const)(
    "has no serious barrier and no sideways scroll: %s, %s, %i pixels",
    async (language, scheme, width) => {
      const watched = await openNote({ language, scheme, width });
      const { page } = watched;
      await select(page, "رضا کریمی", "مرداد");
      await page.locator(".quote-button").waitFor();
      const shot = async (name: string) => {
        expect(await look(page, `${name}-${language}-${width}`), name).toEqual([]);
      };
      await shot("chosen");
      await page.locator(".quote-button").click();
      await page.locator(".picker-list:not([hidden]) .option").first().waitFor();
      await shot("list");
      await page.locator(".quote-form .option").first().click();
      await page.locator(".quote-form select:not(:disabled)").first().selectOption({ index: 1 });
      await page.keyboard.press("Control+Enter");
      await page.locator(".fault").first().waitFor();
      await page.locator(".quote-more summary").click();
      await shot("refused");
      await page.keyboard.press("Escape");
      await page.locator(".source-check button").click();
      await page.locator(".check-good").waitFor();
      await shot("checked");
      // What became of a statement is said where its words are, at any width, with the way to take it back.
      await select(page, "رضا کریمی", "مرداد");
      await page.keyboard.press("s");
      await page.locator(".quote-form").waitFor();
      await page.locator(".quote-form [role=combobox]").first().fill("event:e");
      await page.locator(".picker-list:not([hidden]) .option").first().click();
      await page.locator(".quote-form select:not(:disabled)").first().selectOption("persons-killed");
      await page
        .locator(".quote-form input[type=text]:not([role])")
        .first()
        .fill(`${width}${language.length}${scheme.length}`);
      await page.keyboard.press("Control+Enter");
      await page.locator(".news button").first().waitFor();
      await expect.poll(() => page.locator("mark.active").first().evaluate(isInSight)).toBe(true);
      expect(await page.locator(".news button").first().evaluate(isInSight)).toBe(true);
      await shot("recorded");
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );
});
