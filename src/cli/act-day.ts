/** The day of an act, in the calendar and the digits of the reader. */
import { fromDayNumber, type Language, localizeDigits } from "../core/index.ts";

const MS_A_DAY = 86_400_000;

/** @param at - an ISO time. */
export function actDay(at: string, language: Language): string {
  if (language !== "fa") return at.slice(0, 10);
  const { year, month, day } = fromDayNumber(Math.floor(Date.parse(at) / MS_A_DAY), "solar-hijri");
  return localizeDigits(`${year}/${month}/${day}`, language);
}
