/** Which things hold everything that is asked for, and in which order they are shown. */
import type { Meaning } from "./meanings.ts";
import type { PackedTexts } from "./texts.ts";

/** A word in the name of a thing says more than one in a text about it. */
const IN_NAME = 20;

/** How many of the best are looked at text by text; what comes after them keeps the order of its words' quality. */
const LOOKED_AT = 500;

/** What a text adds in which everything stands: at all, for how much of it is asked for, and for standing close. */
const IN_ONE_TEXT = 10;
const NAME_COVERED = 30;
const TEXT_COVERED = 12;
const CLOSE_BY = 15;
const IN_ORDER = 3;
/** What all texts that hold something asked for add together, for how much of them that is. */
const ALL_COVERED = 8;

/**
 * The numbers of the things that hold one of the meanings of everything asked for, the best first; equals in the order in
 * which they were added.
 *
 * @param asked - for each thing asked for, what it may mean; nothing is found where one means nothing.
 * @param size - how many things there are.
 */
export function rankThings(
  asked: readonly (readonly Meaning[])[],
  texts: PackedTexts,
  size: number,
): Int32Array {
  if (asked.length === 0) return new Int32Array();
  const { found, scores } = gather(asked, size);
  const ranked = orderByScore(found, scores);
  const lookAt = createLook(asked, texts);
  const best = Array.from(ranked.subarray(0, LOOKED_AT), (thing) => ({
    thing,
    score: (scores[thing] ?? 0) / asked.length + lookAt(thing),
  }));
  best.sort((a, b) => b.score - a.score || a.thing - b.thing);
  ranked.set(best.map(({ thing }) => thing));
  return ranked;
}

/** The things that hold everything, ascending, and the sum of the best quality of each thing asked for. */
function gather(asked: readonly (readonly Meaning[])[], size: number) {
  // What is rare first: what it leaves over is all that the others are asked about.
  const inOrder = [...asked].sort((a, b) => countOf(a) - countOf(b));
  const scores = new Int32Array(size);
  /** How many things asked for were found there, and the quality of the last one. */
  const state = new Int32Array(size);
  const found = new Int32Array(Math.min(size, countOf(inOrder.at(-1) ?? [])));
  let count = 0;
  for (const [before, meanings] of inOrder.entries()) {
    count = 0;
    const isLast = before === inOrder.length - 1;
    for (const { places, quality } of meanings) {
      const inText = Math.round(quality);
      for (const place of places) {
        const thing = place >> 1;
        const worth = (place & 1) === 0 ? inText : inText + IN_NAME;
        const known = state[thing] ?? 0;
        if (known >> 8 === before) {
          if (isLast) found[count] = thing;
          count += 1;
          scores[thing] = (scores[thing] ?? 0) + worth;
        } else if (known >> 8 === before + 1 && worth > (known & 255)) {
          scores[thing] = (scores[thing] ?? 0) + worth - (known & 255);
        } else continue;
        state[thing] = ((before + 1) << 8) | worth;
      }
    }
    if (count === 0) break;
  }
  return { found: inAscendingOrder(found.subarray(0, count)), scores };
}

function countOf(meanings: readonly Meaning[]): number {
  return meanings.reduce((sum, { places }) => sum + places.length, 0);
}

/** Those of one meaning come in order already. */
function inAscendingOrder(things: Int32Array): Int32Array {
  for (let at = 1; at < things.length; at++)
    if ((things[at - 1] ?? 0) > (things[at] ?? 0)) return things.sort();
  return things;
}

/** By score, the highest first, equals as they came: counted, and in bare loops, since there may be half a million. */
function orderByScore(found: Int32Array, scores: Int32Array): Int32Array {
  let highest = 0;
  for (let at = 0; at < found.length; at++) highest = Math.max(highest, scores[found[at] ?? 0] ?? 0);
  // Where the next thing of each score goes; the highest score has slot 0.
  const next = new Int32Array(highest + 2);
  for (let at = 0; at < found.length; at++) {
    const slot = highest - (scores[found[at] ?? 0] ?? 0) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < next.length; slot++) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
  const ordered = new Int32Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const thing = found[at] ?? 0;
    const slot = highest - (scores[thing] ?? 0);
    const to = next[slot] ?? 0;
    ordered[to] = thing;
    next[slot] = to + 1;
  }
  return ordered;
}

/** What the texts of a thing add to the quality of its words: at most 66. */
function createLook(asked: readonly (readonly Meaning[])[], texts: PackedTexts): (thing: number) => number {
  /** By word: which of the things asked for it may be. */
  const meant = new Map<number, number[]>();
  for (const [number, meanings] of asked.entries())
    for (const { words } of meanings)
      for (const word of words) {
        const list = meant.get(word);
        if (list === undefined) meant.set(word, [number]);
        else if (list.at(-1) !== number) list.push(number);
      }

  function look(text: readonly number[], forCovering: number): number {
    const positions: number[] = [];
    const seen = new Map<number, number>();
    for (const [position, word] of text.entries()) {
      const numbers = meant.get(word);
      if (numbers === undefined) continue;
      positions.push(position);
      for (const number of numbers) if (!seen.has(number)) seen.set(number, position);
    }
    const [first = 0, last = 0] = [positions[0], positions.at(-1)];
    const covered = (forCovering * positions.length) / Math.max(1, text.length);
    const share = seen.size / asked.length;
    if (share < 1) return share * share * (IN_ONE_TEXT + covered) * 0.5;
    const order = [...seen].sort((a, b) => a[0] - b[0]).map(([, position]) => position);
    const isInOrder = order.every((position, at) => at === 0 || position >= (order[at - 1] ?? 0));
    const close = Math.min(1, asked.length / (last - first + 1));
    return IN_ONE_TEXT + covered + CLOSE_BY * close + (isInOrder ? IN_ORDER : 0);
  }

  function coverAll(all: readonly (readonly number[])[]): number {
    let [asked, words] = [0, 0];
    for (const text of all) {
      const here = text.reduce((sum, word) => sum + (meant.has(word) ? 1 : 0), 0);
      asked += here;
      if (here > 0) words += text.length;
    }
    return (ALL_COVERED * asked) / Math.max(1, words);
  }

  return (thing) => {
    const { names, others } = texts.read(thing);
    const inNames = names.map((text) => look(text, NAME_COVERED));
    const best = Math.max(0, ...inNames, ...others.map((text) => look(text, TEXT_COVERED)));
    return best + coverAll([...names, ...others]);
  };
}
