/** How far two values agree, where linkage compared them: the mark beside them says what the waterfall says. */
import type { ReviewFieldView } from "./review-views.ts";

/** Levels at which linkage takes two values for one, or nearly. Others, such as one shared word, say too little. */
const ALIKE: ReadonlySet<string> = new Set([
  ...["same", "same-sound", "near", "same-meaning", "part-of", "part-of-near", "swapped", "shares-most"],
  ...["same-day", "one-slip", "equal", "within-one"],
]);
const DIFFERENT: ReadonlySet<string> = new Set(["different", "different-in-another-script", "conflict"]);

/**
 * @param told - what the texts alone say.
 * @param level - of the comparison of the field; undefined where the two were not compared.
 * @returns null where the texts say it already.
 */
export function agreementByLevel(
  told: ReviewFieldView["agreement"],
  level: string | undefined,
): ReviewFieldView["agreement"] | null {
  if (level === undefined) return null;
  if (told === "differs" && ALIKE.has(level)) return "alike";
  return told === "alike" && DIFFERENT.has(level) ? "differs" : null;
}
