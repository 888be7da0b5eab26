/** The finder of all that is sought, in one pass over a text. */
import { createLetterFinder } from "./find-letters.ts";
import { createPointFinder } from "./find-points.ts";
import { createWordFinder } from "./find-words.ts";
import type { Finder, Sought } from "./sought.ts";

export function createFinder(sought: readonly Sought[]): Finder {
  const finders = [createWordFinder(sought), createLetterFinder(sought), createPointFinder(sought)];
  const used = finders.filter((finder) => finder !== null);
  return function* find(text) {
    for (const finder of used) yield* finder(text);
  };
}
