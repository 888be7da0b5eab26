/** Why something was not looked into, as a sentence for people. */
import { createTranslate, type Language } from "../../core/index.ts";
import { toRemarkText } from "../../intake/index.ts";
import { scanMessagesEn } from "./scan.messages.en.ts";
import { scanMessagesFa } from "./scan.messages.fa.ts";
import type { OwnRemark, UnreadRemark } from "./scan-result.ts";

export function toUnreadText(remark: UnreadRemark, language: Language): string {
  const { code, params } = remark;
  if (!isOwn(code)) return toRemarkText({ code, params }, language);
  const translate = createTranslate<Record<OwnRemark, string>>(
    { en: scanMessagesEn, fa: scanMessagesFa },
    language,
  );
  return translate(code, params);
}

function isOwn(code: string): code is OwnRemark {
  return Object.hasOwn(scanMessagesEn, code);
}
