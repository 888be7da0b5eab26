/** A time in both calendars, the reader's own first. */
import type { Language } from "../core/index.ts";

export interface TimeInTwo {
  readonly gregorian: string;
  readonly solarHijri: string;
}

/** `28 July 1988 (6 Mordad 1367)`; once where both are the same words. */
export function dualTime({ gregorian, solarHijri }: TimeInTwo, language: Language): string {
  if (gregorian === solarHijri) return gregorian;
  return language === "fa" ? `${solarHijri} (${gregorian})` : `${gregorian} (${solarHijri})`;
}
