/** Remarks as sentences for people. */
import { createTranslate, type Language, toVisibleText } from "../../core/index.ts";
import { type HostileMessageKey, hostileMessagesEn } from "./messages.en.ts";
import { hostileMessagesFa } from "./messages.fa.ts";

const LONGEST = 120;

/** The sentence, names from inside the file made visible and cut where they are endless. */
export function toRemarkText(
  { code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
  language: Language,
): string {
  if (!isMessageKey(code)) return code;
  const translate = createTranslate({ en: hostileMessagesEn, fa: hostileMessagesFa }, language);
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "number" ? value : toShown(value),
  ]);
  return translate(code, Object.fromEntries(shown));
}

function isMessageKey(code: string): code is HostileMessageKey {
  return Object.hasOwn(hostileMessagesEn, code);
}

function toShown(text: string): string {
  const visible = toVisibleText(text);
  const signs = [...visible];
  return signs.length <= LONGEST ? visible : `${signs.slice(0, LONGEST).join("")}…`;
}
