/** Printed recovery sheets: one page for each share of a case key, in English and Persian. */

import { createTranslate, type LocalText, localizeDigits } from "../../core/index.ts";
import type { Share } from "../../vault/index.ts";
import { formatShare } from "../../vault/index.ts";
import { renderPdf } from "../render-pdf.ts";
import { sheetMessagesEn } from "./sheet.messages.en.ts";
import { sheetMessagesFa } from "./sheet.messages.fa.ts";
import { RECOVERY_SHEET_TEMPLATE } from "./template.ts";

export interface RecoverySheets {
  readonly caseId: string;
  /** Left out where even the name of the case is secret. */
  readonly caseTitle?: LocalText | undefined;
  /** `age1…` of the key that was split, as the ledger records it. */
  readonly recipient: string;
  /** The day of printing, `2026-11-24`. */
  readonly madeOn: string;
  readonly shares: readonly Share[];
}

const GROUPS_A_ROW = 4;
const RECIPIENT_COLUMNS = 31;
const WORDS = { en: sheetMessagesEn, fa: sheetMessagesFa } as const;

/**
 * A PDF (PDF/A-2b) with a page for each share. Everything happens in memory: whoever calls must take care that the
 * bytes go to a printer or to a place that the user named, and are not kept in the case.
 *
 * The same sheets give the same bytes.
 *
 * @throws InquestError "release/pdf-failed" (internal), which holds nothing of the shares.
 */
export async function renderRecoverySheets(sheets: RecoverySheets): Promise<Uint8Array> {
  const { caseId, caseTitle = {}, recipient, madeOn, shares } = sheets;
  const titles = [caseTitle.en, caseTitle.fa].filter((title) => title !== undefined);
  const pages = shares.map((share) => ({
    words: { en: wordsOf("en", share), fa: wordsOf("fa", share) },
    caseId,
    caseTitle: titles,
    recipient: inRows([...recipient], RECIPIENT_COLUMNS).map((row) => row.join("")),
    madeOn,
    code: inRows(formatShare(share).split("-"), GROUPS_A_ROW),
  }));
  return renderPdf({
    template: RECOVERY_SHEET_TEMPLATE,
    inputs: {
      sheets: JSON.stringify({ title: `Recovery sheets of ${caseId}`, date: dateOf(madeOn), pages }),
    },
  });
}

function dateOf(day: string): number[] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}

/** Every word of the page in one language, its numbers in the digits of that language. */
function wordsOf(language: "en" | "fa", share: Share): Record<string, string> {
  const translate = createTranslate<typeof sheetMessagesEn | typeof sheetMessagesFa>(WORDS, language);
  const { generation, threshold, count, number } = share;
  const digits = (value: number) => localizeDigits(String(value), language);
  const params = {
    generation: digits(generation),
    threshold: digits(threshold),
    count: digits(count),
    number: digits(number),
  };
  const keys = Object.keys(sheetMessagesEn) as (keyof typeof sheetMessagesEn)[];
  return Object.fromEntries(keys.map((key) => [key, translate(key, params)]));
}

function inRows<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, row) =>
    values.slice(row * size, (row + 1) * size),
  );
}
