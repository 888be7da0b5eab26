/** Texts that lists write where nobody knows: they are missing values, never evidence of agreement. */
import { foldText } from "../core/index.ts";

const BUILT_IN = [
  "ناشناس",
  "نامعلوم",
  "نامشخص",
  "مجهول",
  "مجهول الهویه",
  "غير معروف",
  "غير معلوم",
  "unknown",
  "not known",
  "unidentified",
  "not recorded",
  "n/a",
  "null",
  "none",
  "sin datos",
  "sin dato",
  "se desconoce",
  "desconocido",
  "desconocida",
  "dato resguardado",
  "inconnu",
  "sin datos fecha",
  "sin fecha",
  "no date",
  "date unknown",
  "تاریخ نامعلوم",
  "بدون تاریخ",
].map(foldText);

/** Longer texts are never looked up; folding each cell of a large list costs more than all else. */
const LONGEST = 40;

/** Says of a cell's text whether it means "nobody knows": empty, only signs, NA, a built-in word or one of the recipe's. */
export function createUnknownTest(words: readonly string[] = []): (text: string) => boolean {
  const known = new Set([...BUILT_IN, ...words.map(foldText)]);
  const longest = Math.max(LONGEST, ...words.map((word) => word.length + 10));
  return (text) => {
    if (text === "NA" || /^[-–—.?؟_*\s]*$/u.test(text)) return true;
    return text.length <= longest && known.has(foldText(text));
  };
}
