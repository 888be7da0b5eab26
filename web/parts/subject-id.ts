/** Ids for what is named anew: words of Latin letters that a person can read, made of a name in any script. */

import { toAsciiDigits } from "./understood.ts";

/** Letter for letter; a handle, and no claim about how a name is said. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    "آ a",
    "ا a",
    "أ a",
    "إ a",
    "ء",
    "ئ y",
    "ؤ v",
    "ب b",
    "پ p",
    "ت t",
    "ة h",
    "ث s",
    "ج j",
    "چ ch",
    "ح h",
    "خ kh",
    "د d",
    "ذ z",
    "ر r",
    "ز z",
    "ژ zh",
    "س s",
    "ش sh",
    "ص s",
    "ض z",
    "ط t",
    "ظ z",
    "ع a",
    "غ gh",
    "ف f",
    "ق q",
    "ک k",
    "ك k",
    "گ g",
    "ل l",
    "م m",
    "ن n",
    "و v",
    "ه h",
    "ی i",
    "ي i",
    "ى a",
    "ß ss",
    "ø o",
    "ł l",
    "đ d",
    "ı i",
  ].map((pair) => {
    const [letter = "", latin = ""] = pair.split(" ");
    return [letter, latin];
  }),
);

/** The words of an id, joined by hyphens; empty where a name has no letter that we know. */
export function toSlug(name: string): string {
  const plain = [...toAsciiDigits(name.toLowerCase()).normalize("NFKD")].map((sign) => {
    if (/[a-z0-9]/u.test(sign)) return sign;
    if (/\p{M}/u.test(sign)) return "";
    return LETTERS.get(sign) ?? (sign === "\u200c" || sign === "'" || sign === "’" ? "" : "-");
  });
  return plain.join("").replaceAll(/-+/gu, "-").replaceAll(/^-|-$/gu, "").slice(0, 60).replace(/-$/u, "");
}

/** What an id may look like after its kind. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
