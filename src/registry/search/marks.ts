/** Why a thing was found: where in its texts the words stand that a query asked for. */
import type { FoundHow, Meaning } from "./meanings.ts";
import { tokensOf, type Wanted } from "./query.ts";

/** A stretch of a text that answers something asked for. */
export interface Mark {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly how: FoundHow;
  /** What the reader wrote and this answers. */
  readonly asked: string;
}

interface Sense {
  /** Words that must stand next to each other; one for most. */
  readonly words: readonly number[];
  readonly how: FoundHow;
  readonly quality: number;
  readonly asked: string;
}

/**
 * Marks the words of any text that a query means, in the order of the text; stretches never overlap. Of several reasons
 * for one stretch the best is given.
 */
export function createMarker(
  wanted: readonly Wanted[],
  asked: readonly (readonly Meaning[])[],
  numberOf: (word: string) => number | undefined,
): (text: string) => Mark[] {
  let senses: Map<number, Sense[]> | null = null;
  return (text) => {
    senses ??= sensesOf(wanted, asked);
    const tokens = tokensOf(text);
    const numbers = tokens.map(({ words }) => words.map((word) => numberOf(word) ?? -1));
    const marks: Mark[] = [];
    for (let at = 0; at < tokens.length; ) {
      const best = bestAt(at, numbers, senses);
      const [first, last] = [tokens[at], tokens[at + (best?.length ?? 1) - 1]];
      if (best !== null && first !== undefined && last !== undefined)
        marks.push({ start: first.start, end: last.end, how: best.sense.how, asked: best.sense.asked });
      at += best?.length ?? 1;
    }
    return marks;
  };
}

/** By the first word of each. */
function sensesOf(wanted: readonly Wanted[], asked: readonly (readonly Meaning[])[]): Map<number, Sense[]> {
  const senses = new Map<number, Sense[]>();
  for (const [number, meanings] of asked.entries())
    for (const { words, how, quality } of meanings) {
      const sense = { words, how, quality, asked: wanted[number]?.asked ?? "" };
      const [first] = words;
      if (first === undefined) continue;
      const known = senses.get(first);
      if (known === undefined) senses.set(first, [sense]);
      else known.push(sense);
    }
  return senses;
}

/** The best sense of what begins with a token, and how many tokens it takes. */
function bestAt(
  at: number,
  numbers: readonly (readonly number[])[],
  senses: ReadonlyMap<number, readonly Sense[]>,
): { readonly sense: Sense; readonly length: number } | null {
  let best: { sense: Sense; length: number } | null = null;
  for (const number of numbers[at] ?? [])
    for (const sense of senses.get(number) ?? []) {
      const { length } = sense.words;
      if (!sense.words.every((word, n) => n === 0 || numbers[at + n]?.includes(word) === true)) continue;
      if (best === null || length > best.length || sense.quality > best.sense.quality)
        best = { sense, length };
    }
  return best;
}
