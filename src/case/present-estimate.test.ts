import { expect, test } from "vitest";
import { createTranslate, LANGUAGES, type Translate } from "../core/index.ts";
import { type CaseMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { warnOfOpenPairs } from "./present-estimate.ts";

test("LINKAGE_UNCERTAIN stands beside estimates of linked records while pairs wait, and nowhere else", () => {
  for (const language of LANGUAGES) {
    const translate: Translate<CaseMessageKey> = createTranslate<Record<CaseMessageKey, string>>(
      { en: messagesEn, fa: messagesFa },
      language,
    );
    const [warning, ...others] = warnOfOpenPairs({ from: "clusters", pairs: 12 }, { translate });
    expect(others).toEqual([]);
    expect(warning?.code).toBe("LINKAGE_UNCERTAIN");
    expect(warning?.text).toContain(language === "fa" ? "۱۲" : "12");
    expect(warnOfOpenPairs({ from: "clusters", pairs: 0 }, { translate })).toEqual([]);
    expect(warnOfOpenPairs({ from: "capture-counts", pairs: 12 }, { translate })).toEqual([]);
  }
});
