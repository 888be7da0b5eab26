/** What a scan looks for. */
import { wordsOf } from "./folded-words.ts";

/**
 * Something that must not be found. `id` is what a finding calls it: never the thing itself.
 *
 * - `words`: whole words in a row, whatever stands between them, in any spelling of their letters.
 * - `letters`: the same letters and digits in a row, whatever parts or joins them: finds more, by chance too.
 * - `point`: both coordinates near each other, in decimals (three of them at least) or in degrees, minutes and seconds.
 */
export type Sought =
  | { readonly id: string; readonly is: "words" | "letters"; readonly text: string }
  | { readonly id: string; readonly is: "point"; readonly latitude: number; readonly longitude: number };

/** Fewer letters are found in any text. */
export const FEWEST_LETTERS = 4;

/** @returns the ids of what stands in a text; one may come several times. */
export type Finder = (text: string) => Iterable<string>;

/** Whether it is long enough to be looked for: nobody may take what was not looked for as not there. */
export function isLookedFor(sought: Sought): boolean {
  if (sought.is === "point") return Number.isFinite(sought.latitude) && Number.isFinite(sought.longitude);
  const words = wordsOf(sought.text);
  return sought.is === "words" ? words.length > 0 : words.join("").length >= FEWEST_LETTERS;
}
