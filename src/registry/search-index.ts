/**
 * Search over anything with words: blind to script, digits, case and marks, forgiving of beginnings and slips.
 *
 * A word of a query finds a thing by the word as written, by a word that begins so, by one that sounds alike in
 * another script, and, where none of these is there, by one that differs in a single letter. A thing is found when
 * every word of the query finds it.
 */
import { foldText, toCoarseSkeleton, toNameSkeleton } from "../core/index.ts";
import { createPostingLists } from "./posting-lists.ts";

export interface SearchHits {
  /** Numbers of the things found, the best first, then in the order in which they were added. */
  readonly found: readonly number[];
}

export interface SearchIndex {
  /** Things added. */
  readonly size: number;
  /** Adds the next thing with its texts; gives its number, from 0. */
  add(texts: readonly string[]): number;
  /** Nothing for a query without a word. */
  search(query: string): SearchHits;
}

const EXACT = 8;
const BEGUN = 6;
const SOUNDS_ALIKE = 4;
const SOUNDS_ROUGHLY = 3;
const SLIP = 2;

/** Shorter words are too often one letter from another. */
const SLIP_LETTERS = 4;

export function createSearchIndex(): SearchIndex {
  /** By word: the things that hold it, ascending. */
  const things = createPostingLists();
  const words: string[] = [];
  const numberOf = new Map<string, number>();
  const bySound = new Map<string, number[]>();
  let size = 0;
  /** Numbers of words in the order of their letters, for beginnings; later words come in when it is next needed. */
  let sorted: readonly number[] = [];

  function wordNumber(word: string): number {
    const known = numberOf.get(word);
    if (known !== undefined) return known;
    const number = words.length;
    words.push(word);
    things.make();
    numberOf.set(word, number);
    for (const sound of soundsOf(word)) {
      const alike = bySound.get(sound);
      if (alike === undefined) bySound.set(sound, [number]);
      else alike.push(number);
    }
    return number;
  }

  function begunWith(start: string): number[] {
    if (sorted.length < words.length) sorted = withLaterWords(sorted, words);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[sorted[middle] ?? 0] ?? "") < start) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < sorted.length; at++) {
      const number = sorted[at] ?? 0;
      if (words[number]?.startsWith(start) !== true) break;
      found.push(number);
    }
    return found;
  }

  /** Words that a word of the query may mean, each with how well. */
  function meanings(word: string): Map<number, number> {
    const found = new Map<number, number>();
    const note = (number: number, score: number) =>
      found.set(number, Math.max(score, found.get(number) ?? 0));
    for (const number of begunWith(word)) note(number, words[number] === word ? EXACT : BEGUN);
    const [fine = "", coarse = ""] = soundsOf(word);
    for (const number of bySound.get(fine) ?? []) note(number, SOUNDS_ALIKE);
    if (found.size === 0) for (const number of bySound.get(coarse) ?? []) note(number, SOUNDS_ROUGHLY);
    if (found.size === 0 && word.length >= SLIP_LETTERS)
      for (const [number, other] of words.entries()) if (isOneSlip(word, other)) note(number, SLIP);
    return found;
  }

  /** For each thing that holds one of these words, the best score; only of the things that are left, where some are. */
  function bestOf(
    meant: readonly (readonly [number: number, score: number])[],
    left: ReadonlyMap<number, number> | null,
  ): Map<number, number> {
    const best = new Map<number, number>();
    for (const [number, score] of meant)
      for (const thing of things.of(number))
        if ((left === null || left.has(thing)) && score > (best.get(thing) ?? 0)) best.set(thing, score);
    return best;
  }

  return {
    get size() {
      return size;
    },
    add(texts) {
      const thing = size++;
      for (const text of texts) for (const word of wordsOf(text)) things.add(wordNumber(word), thing);
      return thing;
    },
    search(query) {
      const wanted = [...new Set(wordsOf(query))];
      if (wanted.length === 0) return { found: [] };
      // Rare words first: what they leave over is all that the others are asked about.
      const asked = wanted
        .map((word) => ({ all: [...meanings(word)] }))
        .map(({ all }) => ({
          all,
          count: all.reduce((sum, [number]) => sum + things.countOf(number), 0),
        }))
        .sort((a, b) => a.count - b.count);
      const [first, ...others] = asked;
      let scores = bestOf(first?.all ?? [], null);
      for (const { all } of others) {
        const best = bestOf(all, scores);
        scores = new Map([...best].map(([thing, score]) => [thing, score + (scores.get(thing) ?? 0)]));
      }
      const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { found: ranked.map(([thing]) => thing) };
    },
  };
}

/** Words in their order with those that came after them: only these are sorted, since they are few beside the others. */
function withLaterWords(sorted: readonly number[], words: readonly string[]): number[] {
  const isBefore = (a: number, b: number) => (words[a] ?? "") < (words[b] ?? "");
  const later = Array.from({ length: words.length - sorted.length }, (_, index) => sorted.length + index);
  later.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const merged: number[] = [];
  let at = 0;
  for (const number of later) {
    for (let known = sorted[at]; known !== undefined && isBefore(known, number); known = sorted[++at])
      merged.push(known);
    merged.push(number);
  }
  for (; at < sorted.length; at++) merged.push(sorted[at] ?? 0);
  return merged;
}

/** Digits of every script are folded too, so ۱۳۶۷ finds 1367. */
function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

/** Consonants, fine and coarse; a word of one consonant alone says too little. */
function soundsOf(word: string): string[] {
  if (/\p{N}/u.test(word)) return [];
  return [`f ${toNameSkeleton(word)}`, `c ${toCoarseSkeleton(word)}`].filter((sound) => sound.length > 3);
}

/** Whether one letter was left out, put in, changed, or two neighbours were swapped (Damerau, 1964). */
function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}
