/** The whole journey of an investigator in a browser, from nothing to an answer with its proof, as steps that wait. */
import type { Page } from "playwright-core";
import { createTranslate } from "../../src/core/index.ts";
import { toCsv } from "../../src/intake/index.ts";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { NAMES_OF_LISTS, rowsOf } from "../case/two-lists.ts";
import { dropFiles } from "./dropping.ts";
import { select } from "./quoting.ts";

const WORDS = { en, fa };
const LONG = { timeout: 120_000 };

/** So many pairs are reviewed without a mouse. */
const PAIRS = 20;

const HEADINGS = {
  en: ["Number", "Full name", "Date of birth", "Date of death", "Place of death"],
  fa: ["ردیف", "نام و نام خانوادگی", "تاریخ تولد", "تاریخ اعدام", "محل اعدام"],
};
const NOTE = {
  name: "note.txt",
  text: "یادداشت: در تابستان ۱۳۶۷ شصت تن را پشت آسیاب به خاک سپردند.",
  words: "پشت آسیاب",
};

export interface Journey {
  readonly page: Page;
  /** Of the workbench, ending in a slash. */
  readonly address: string;
  readonly language: "en" | "fa";
  /** Looks at a step, such as for barriers. */
  readonly look?: (step: string) => Promise<void>;
}

/** Makes a case, imports two lists, links, reviews by keys, states from a passage, estimates, answers, traces. */
export async function travel({ page, address, language, look = async () => {} }: Journey): Promise<void> {
  const words = WORDS[language];
  const base = await makeCase({ page, address, language, look });
  const at = (path: string) => page.goto(`${address}${base}${path}`);

  for (const list of NAMES_OF_LISTS) {
    await at("/sources");
    await importList(page, list, language);
  }
  await at("/review");
  await page.getByRole("button", { name: words["job.link.start"] }).click();
  await page.locator(".review-pair").waitFor(LONG);
  await look("review");
  await reviewByKeys(page, language);

  await at("/sources");
  await stateFromPassage(page, language);
  await look("statement");

  await at("/estimate");
  await page.getByText(words["estimate.plan"]).click();
  const assumption = language === "en" ? "The lists were made apart." : "فهرست‌ها جدا از هم فراهم شدند.";
  await page.getByRole("textbox", { name: words["estimate.plan.assumption"] }).fill(assumption);
  await page.getByRole("button", { name: words["job.estimate.start"] }).click();
  await page.locator("table.stacking tbody tr").first().waitFor(LONG);
  await look("estimate");

  await at("");
  const figure = page.locator(".figure-value a, a.figure-value").first();
  await figure.waitFor();
  await look("overview");
  await figure.click();
  await page.waitForURL(/\/trace\//u);
  await page.getByText(words["trace.verified.about"]).waitFor();
  await look("trace");
}

/** @returns the id of the case. */
async function makeCase({ page, address, language, look }: Required<Journey>): Promise<string> {
  const words = WORDS[language];
  await page.goto(`${address}_new?lang=${language}`);
  const make = page.getByRole("button", { name: words["case.make"] });
  await make.click();
  // Not without a title.
  await page.getByRole("alert").waitFor();
  await page.getByLabel(words[`case.title.${language}`]).fill(language === "en" ? "Hurava" : "هوراوا");
  await page.getByRole("checkbox").check();
  await look("new-case");
  await make.click();
  await page.locator(".drop").waitFor();
  return new URL(page.url()).pathname.split("/")[1] ?? "";
}

async function sealFile(page: Page, name: string, text: string): Promise<void> {
  await dropFiles(page, [{ name, text }]);
  await page.locator(".drop-results li").filter({ hasText: name }).getByRole("link").first().waitFor();
}

/** The wizard as it proposes, by keys until the last step. */
async function importList(page: Page, list: string, language: "en" | "fa"): Promise<void> {
  const words = WORDS[language];
  await sealFile(page, `${list}.csv`, toCsv([HEADINGS[language], ...rowsOf(list)]));
  await page
    .locator(".drop-results li")
    .filter({ hasText: `${list}.csv` })
    .getByRole("link", { name: words["drop.import"] })
    .click();
  await page.getByRole("heading", { level: 2 }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator(".top-rows").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator(".sample-rows").waitFor();
  await page.getByRole("button", { name: words["import.step.5"] }).click();
  await page.getByLabel(words["import.confirm.name"]).fill(list);
  const take = page.getByRole("button", { name: words["import.confirm.import"] });
  await take.and(page.locator(":enabled")).waitFor();
  await take.click();
  await page.locator(".state.done").waitFor();
}

/** Answers as they come to mind; what counts here is that each brings the next pair and none is lost. */
async function reviewByKeys(page: Page, language: "en" | "fa"): Promise<void> {
  const title = page.locator(".review-table thead");
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const before = await title.textContent({ timeout: 10_000 });
    await page.keyboard.press(["y", "n", "u"][pair % 3] ?? "u");
    await page.waitForFunction(
      (text) => document.querySelector(".review-table thead")?.textContent !== text,
      before,
    );
  }
  // Each of them is recorded, and counted as decided by whoever sits here.
  const words = createTranslate(WORDS, language);
  await page.getByText(words("review.judged", { pairs: PAIRS, mine: PAIRS }), { exact: true }).waitFor();
}

/** Words of a note, two keys, a thing that nobody has named yet, and it stands at its passage. */
async function stateFromPassage(page: Page, language: "en" | "fa"): Promise<void> {
  const words = WORDS[language];
  await sealFile(page, NOTE.name, NOTE.text);
  await page.locator(".drop-results li").filter({ hasText: NOTE.name }).getByRole("link").first().click();
  await page.locator(".sealed-text").waitFor();
  await select(page, NOTE.words, NOTE.words);
  await page.keyboard.press("s");
  await page.locator(".quote-form").waitFor();
  await nameNew(page, words["quote.subject"], "Mill");
  await page.getByLabel(words["pick.kind"], { exact: true }).selectOption("site");
  await page.getByLabel(words["quote.property"]).selectOption("site-located");
  await page.getByLabel(words["quote.value.text"]).fill(NOTE.words);
  await nameNew(page, words["quote.speaker"], "Witness");
  await page.keyboard.press("Control+Enter");
  await page.locator(".news").waitFor();
}

async function nameNew(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(name);
  await page.locator(".picker-list:not([hidden]) .option").last().click();
}
