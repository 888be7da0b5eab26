/** Words and letters that name the calendar of a year: "۱۴۰۸ ه‍.ق", "1408 AH", "۱۳۶۷ شمسی", "1988 CE". */
import type { Calendar } from "./calendar.ts";
import { foldText } from "./names.ts";

/** What a text says of the calendar: one, or only that it counts from the Hijra, by the sun or by the moon. */
export type StatedEra = Calendar | "hijri";

/** Folded words; single letters come of abbreviations whose points are passed over ("ه.ق", "A.H."). */
const ERAS: ReadonlyMap<string, StatedEra> = new Map([
  ...words("lunar-hijri", "ق قمری قمریه qamari ghamari lunar ah"),
  ...words("solar-hijri", "ش شمسی شمسیه خورشیدی shamsi khorshidi solar sh ahs"),
  ...words("gregorian", "م میلادی میلادیه ad ce"),
  // In Arabic it means the lunar calendar, in Persian either: it is left to the column.
  ...words("hijri", "ه هجری هجریه hijri hejri hegira"),
]);

/** Abbreviations in Latin letters with points between them. */
const LETTERS: ReadonlyMap<string, StatedEra> = new Map([
  ["a h", "lunar-hijri"],
  ["s h", "solar-hijri"],
  ["a d", "gregorian"],
  ["c e", "gregorian"],
]);

/** The era that a word, or two letters with a space between, stand for; undefined when it is no such word. */
export function eraOf(word: string): StatedEra | undefined {
  return ERAS.get(word) ?? LETTERS.get(word);
}

/** What two words for the era say together ("هجری قمری" is lunar); null when they exclude each other. */
export function joinEras(left: StatedEra | null, right: StatedEra): StatedEra | null {
  if (left === null || left === right) return right;
  const isOneHijri = left === "hijri" || right === "hijri";
  const exact = left === "hijri" ? right : left;
  return isOneHijri && exact !== "gregorian" ? exact : null;
}

function words(era: StatedEra, text: string): [string, StatedEra][] {
  return text.split(" ").map((word) => [foldText(word), era]);
}
