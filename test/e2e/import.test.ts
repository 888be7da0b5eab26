import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { inquest } from "../case/cli-fixture.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madeWorkbook } from "../made-workbook.ts";
import { look, startLiveWorkbench, type WatchedPage, type Workbench } from "./browser.ts";
import { dropFiles } from "./dropping.ts";

const WORDS = { en, fa };

/** A list as it comes: a title above the heading, Persian digits, one date that there is not. */
const PERSIAN = [
  "ردیف,نام,نام خانوادگی,تاریخ اعدام,محل دفن",
  "۱,رضا,کریمی,۱۳۶۷/۰۵/۱۲,خاوران",
  "۲,پروین,گلچین,۱۳۶۷/۱۳/۴۵,نامعلوم",
  "۳,مریم,احمدی,مرداد ۱۳۶۷,خاوران",
  "",
].join("\n");

const workbookOf = (mark: string) =>
  madeWorkbook([
    { name: "About", rows: [["Read the other sheet", mark]] },
    {
      name: "Victims",
      rows: [
        ["Full name", "Date of death", "Age"],
        ["Zahra Naderi", "28/07/1988", 27],
        ["Ali Moradi", "02/08/1988", 1994],
      ],
    },
  ]);

let workbench: Workbench;
let folder: string;
let writeAddress: string;

interface Visit {
  readonly width?: number;
  readonly language: "en" | "fa";
  readonly scheme?: "light" | "dark";
}

async function openSources({ width = 1280, language, scheme = "light" }: Visit): Promise<WatchedPage> {
  const watched = await workbench.open({ width, scheme });
  await watched.page.goto(writeAddress);
  await watched.page.goto(`${workbench.address}c/sources?lang=${language}`);
  await watched.page.locator(".drop").waitFor();
  return watched;
}

async function lookAt(page: Page, name: string): Promise<void> {
  expect(await look(page, name, { isWhole: true }), name).toEqual([]);
}

const settled = (page: Page) => page.waitForTimeout(600);

describe("sealing files and importing lists in a real browser", () => {
  beforeAll(async () => {
    folder = temporaryFolder("import-e2e");
    const made = await inquest(folder, "init", "c");
    expect(made.err).toBe("");
    ({ workbench, writeAddress } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    { language: "fa", width: 390, scheme: "light" },
    { language: "en", width: 1280, scheme: "dark" },
  ] as const)(
    "drops a Persian list, maps it as proposed, corrects a date, imports it and finds its people ($language, $width pixels)",
    async ({ language, width, scheme }) => {
      const words = WORDS[language];
      const watched = await openSources({ language, width, scheme });
      const { page, errors, foreign } = watched;
      const name = `فهرست-${language}.csv`;
      const pictures = `${language}-${width}`;
      await dropFiles(page, [
        { name, text: PERSIAN.replace("خاوران", `خاوران ${language}`) },
        { name: "../../x", text: `hostile ${language}` },
        { name: "page.html", text: `<script>alert(1)</script> ${language}` },
      ]);
      const results = page.locator(".drop-results li");
      await expect.poll(() => results.filter({ hasText: words["drop.sealed"] }).count()).toBe(3);
      expect(await results.nth(1).textContent()).toContain("../../x");
      await dropFiles(page, [{ name: "again.csv", text: PERSIAN.replace("خاوران", `خاوران ${language}`) }]);
      // Files go one after the other, and each is looked at in a process of its own.
      await expect.poll(() => results.nth(3).textContent(), { timeout: 10_000 }).toContain(name);
      await lookAt(page, `${pictures}-0-sources`);

      await results.nth(0).getByRole("link", { name: words["drop.import"] }).click();
      await page.getByRole("heading", { level: 2 }).waitFor();
      expect(await page.locator(".hash").first().textContent()).toMatch(/^[0-9a-f]{64}$/u);
      await lookAt(page, `${pictures}-1-file`);

      // From here by keys alone.
      await page.keyboard.press("Control+Enter");
      await page.locator(".top-rows").waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("step-heading");
      await lookAt(page, `${pictures}-2-reading`);
      await page.keyboard.press("Control+Enter");
      await page.locator(".sample-rows").waitFor();
      const fields = await page
        .locator(".column select:first-of-type")
        .evaluateAll((selects) =>
          selects.flatMap((select) =>
            select instanceof HTMLSelectElement && select.querySelector("optgroup") !== null
              ? [select.value]
              : [],
          ),
        );
      expect(fields).toEqual(["", "given", "family", "death", "burial"]);
      expect(await page.getByLabel(words["import.map.calendar"]).inputValue()).toBe("solar-hijri");
      expect(await page.locator(".sample-rows .unread").count()).toBe(1);
      await lookAt(page, `${pictures}-3-columns`);

      await page.keyboard.press("Control+Enter");
      const fault = page.locator(".fault");
      await fault.first().waitFor();
      expect(await fault.count()).toBe(1);
      expect(await fault.textContent()).toContain("۱۳۶۷/۱۳/۴۵");
      await fault.locator("summary").focus();
      await page.keyboard.press("Enter");
      await lookAt(page, `${pictures}-4-problems`);
      await page.getByLabel(words["import.fix.now"]).fill("۱۳۶۷/۳/۵");
      await page.keyboard.press("Enter");
      await page.getByText(words["import.fix.needs-why"]).waitFor();
      await page.getByLabel(words["import.fix.why"], { exact: true }).fill("روی کاغذ ۳ و ۵ است");
      await page.keyboard.press("Enter");
      await page.getByText(words["import.faults.none"]).waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("facts");
      expect(await page.locator(".corrections li").count()).toBe(1);
      await lookAt(page, `${pictures}-4-corrected`);
      // What was corrected is there again after another page, and after another way of reading the file.
      await page.getByRole("link", { name: words["nav.people"], exact: true }).click();
      await page.getByRole("heading", { level: 1, name: words["nav.people"] }).waitFor();
      await page.goBack();
      await page.locator(".corrections li").waitFor();
      await page.getByRole("button", { name: words["import.step.2"] }).click();
      await page.getByLabel(words["import.read.delimiter"]).selectOption("|");
      await page.locator(".choices option:checked", { hasText: words["import.read.delimiter.|"] }).waitFor({
        state: "attached",
      });
      await page.getByRole("button", { name: words["import.step.4"] }).click();
      await page.getByText(words["import.faults.none"]).waitFor();
      expect(await page.locator(".corrections").count()).toBe(0);
      await page.getByRole("button", { name: words["import.step.2"] }).click();
      await page.getByLabel(words["import.read.delimiter"]).selectOption("");
      await page.getByRole("button", { name: words["import.step.4"] }).click();
      await page.locator(".corrections li").waitFor();

      await page.keyboard.press("Control+Enter");
      await page.getByLabel(words["import.confirm.name"]).fill(`list-${language}`);
      const take = page.getByRole("button", { name: words["import.confirm.import"] });
      await expect.poll(() => take.isEnabled()).toBe(true);
      await settled(page);
      await lookAt(page, `${pictures}-5-confirm`);
      await take.focus();
      await page.keyboard.press("Enter");
      await page.locator(".state.done").waitFor();
      await lookAt(page, `${pictures}-6-done`);
      await page.getByRole("link", { name: words["import.done.people"] }).click();
      await page.getByText("پروین گلچین").first().waitFor();
      const { out } = await inquest(folder, "search", "Golchin", "--case", "c");
      expect(out).toContain("پروین");
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
      await page.close();
    },
  );

  it.each([
    { language: "en", width: 1280 },
    { language: "fa", width: 390 },
  ] as const)(
    "takes the sheet of a workbook that a person chooses, and offers its recipe to the next release ($language)",
    async ({ language, width }) => {
      const words = WORDS[language];
      const watched = await openSources({ language, width });
      const { page, errors } = watched;
      const list = `victims-${language}`;
      const choose = async (name: string, buffer: Buffer) => {
        const mimeType = "application/octet-stream";
        await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
        const result = page.locator(".drop-results li").filter({ hasText: name });
        await result.getByRole("link", { name: words["drop.import"] }).click();
        await page.getByRole("heading", { level: 2 }).waitFor();
      };
      const next = page.getByRole("button", { name: words["import.next"], exact: true });
      await choose(`${list}.xlsx`, workbookOf(language));
      await next.click();
      await page.getByLabel(words["import.read.sheet"]).selectOption("Victims");
      await page.locator(".top-rows").getByText("Zahra Naderi").waitFor();
      await lookAt(page, `${language}-${width}-xlsx-2-reading`);
      await next.click();
      await page.locator('.sample-rows time[title="1988-07-28"]').waitFor();
      await next.click();
      // An age of 1994 is a birth year in the wrong column. The row is left out, that is taken back by a key, and it stays.
      const fault = page.locator(".fault");
      await fault.getByText("1994").first().waitFor();
      await fault.locator("summary").click();
      await page.getByLabel(words["import.fix.why"], { exact: true }).fill("twice on the paper");
      await page.getByRole("button", { name: words["import.fix.leave"] }).click();
      await fault.getByText(words["import.faults.rejected"]).waitFor();
      await page.keyboard.press("z");
      await fault.getByText(words["import.faults.kept"]).waitFor();
      expect(await page.locator(".corrections").count()).toBe(0);
      // By its button too, and whoever took it back goes on where the problems are counted.
      await fault.locator("summary").click();
      await page.getByLabel(words["import.fix.why"], { exact: true }).fill("twice on the paper");
      await page.getByRole("button", { name: words["import.fix.leave"] }).click();
      await page.locator(".corrections button").focus();
      await page.keyboard.press("Enter");
      await fault.getByText(words["import.faults.kept"]).waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("facts");
      await next.click();
      await page.getByLabel(words["import.confirm.name"]).fill(list);
      const take = page.getByRole("button", { name: words["import.confirm.import"] });
      await expect.poll(() => take.isEnabled()).toBe(true);
      await take.click();
      await page.locator(".state.done").getByText(list).waitFor();

      await page.goto(`${workbench.address}c/sources?lang=${language}`);
      await page.locator(".drop").waitFor();
      const following = `Full name;Date of death;Age\nSina Azad ${language};3/8/1988;30\n`;
      await choose(`next-${language}.csv`, Buffer.from(following));
      await page.goto(`${page.url()}?step=3`);
      await page.getByLabel(words["import.map.base"]).selectOption(list);
      await page.locator('.sample-rows time[title="1988-08-03"]').waitFor();
      // A field that two columns have is told at the last step too.
      const second = page.locator(".column").nth(1).getByLabel(words["import.map.field"]);
      const field = await second.inputValue();
      await second.selectOption(
        await page.locator(".column").nth(0).getByLabel(words["import.map.field"]).inputValue(),
      );
      await page.getByRole("button", { name: words["import.step.5"] }).click();
      await page
        .getByRole("alert")
        .filter({ hasText: words["import.map.twice"].split("{field}")[1] ?? "" })
        .waitFor();
      await page.getByRole("button", { name: words["import.step.3"] }).click();
      await second.selectOption(field);
      await page.getByRole("button", { name: words["import.step.5"] }).click();
      expect(await page.getByLabel(words["import.confirm.name"]).inputValue()).toBe(list);
      const replace = page.getByRole("checkbox");
      await replace.waitFor();
      expect(await take.isEnabled()).toBe(false);
      await lookAt(page, `${language}-${width}-xlsx-5-replaces`);
      await replace.check();
      await expect.poll(() => take.isEnabled()).toBe(true);
      await take.click();
      const two = language === "fa" ? "۲" : "2";
      await page.getByText(words["import.done.release"].replace("{release}", two)).waitFor();
      const { out } = await inquest(folder, "search", `Sina Azad ${language}`, "--case", "c");
      expect(out).toContain(`Sina Azad ${language}`);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it("asks why columns that can hurt the living stand open, and imports only with the reason", async () => {
    const watched = await openSources({ language: "en" });
    const { page, errors } = watched;
    await dropFiles(page, [{ name: "phones.csv", text: "name,phone\nReza Karimi,+98 21 1\n" }]);
    await page.locator(".drop-results").getByRole("link", { name: en["drop.import"] }).click();
    await page.getByRole("heading", { level: 2 }).waitFor();
    await page.getByRole("button", { name: en["import.step.5"] }).click();
    const reason = page.getByLabel(en["import.confirm.leave-open"]);
    await reason.pressSequentially("dead");
    // Half a reason is no reason, and no trouble either.
    await settled(page);
    const take = page.getByRole("button", { name: en["import.confirm.import"] });
    expect(await take.isEnabled()).toBe(false);
    expect(await page.getByRole("alert").count()).toBe(0);
    await reason.pressSequentially(" lines for thirty years");
    await lookAt(page, "en-1280-sensitive");
    await expect.poll(() => take.isEnabled()).toBe(true);
    await take.click();
    await page.locator(".state.done").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it("says what is wrong with a file that is no table, and takes a bad reading back", async () => {
    const watched = await openSources({ language: "en" });
    const { page } = watched;
    await dropFiles(page, [{ name: "broken.csv", text: "name\nA B\n" }]);
    await page.locator(".drop-results").getByRole("link", { name: en["drop.import"] }).click();
    await page.getByRole("heading", { level: 2 }).waitFor();
    await page.goto(`${page.url().replace(/\?.*/u, "")}?step=2&headingRow=9`);
    await page
      .getByRole("alert")
      .getByText(/broken\.csv.*line 9/u)
      .waitFor();
    await page.getByRole("button", { name: en["import.read.reset"] }).click();
    await page.locator(".top-rows").waitFor();
    await page.close();
  });
});
