/** The words of every text in their order, packed: for phrases, for nearness, and for names that are wholly matched. */

export interface PackedTexts {
  /** Adds the texts of the next thing, each as the numbers of its words; names first. */
  add(names: readonly (readonly number[])[], others: readonly (readonly number[])[]): void;
  /** The texts of a thing, in the order in which they were given. */
  read(thing: number): { readonly names: readonly number[][]; readonly others: readonly number[][] };
  /**
   * Of some places (`Meaning.places`) those whose thing has the words of a phrase next to each other, in this order, in
   * one text.
   */
  holding(phrase: readonly number[], places: readonly number[]): number[];
}

/** What stands between the words: the end of a text, and of the last name. Words are written as their number plus two. */
const END_OF_TEXT = 0;
const END_OF_NAMES = 1;
const FIRST_WORD = 2;

/**
 * Numbers as 7 bits a byte, the lowest first and the last below 128: words that are frequent are numbered early and take
 * one or two bytes, and a phrase is found by its bytes.
 */
export function createPackedTexts(): PackedTexts {
  let bytes = new Uint8Array(1 << 12);
  let end = 0;
  let starts = new Uint32Array(1 << 8);
  let size = 0;

  function write(value: number): void {
    let rest = value;
    while (rest > 127) {
      bytes[end++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[end++] = rest;
  }

  function writeAll(texts: readonly (readonly number[])[]): void {
    for (const text of texts) {
      for (const word of text) write(word + FIRST_WORD);
      write(END_OF_TEXT);
    }
  }

  const startOf = (thing: number) => starts[thing] ?? end;
  const endOf = (thing: number) => (thing + 1 < size ? startOf(thing + 1) : end);

  return {
    add(names, others) {
      const words = [...names, ...others].reduce((sum, text) => sum + text.length + 1, 1);
      // A number takes at most five bytes.
      if (end + words * 5 > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, end + words * 5));
        larger.set(bytes.subarray(0, end));
        bytes = larger;
      }
      if (size === starts.length) {
        const larger = new Uint32Array(size * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[size++] = end;
      writeAll(names);
      write(END_OF_NAMES);
      writeAll(others);
    },
    read(thing) {
      const [names, others]: [number[][], number[][]] = [[], []];
      let into = names;
      let text: number[] = [];
      for (let [at, last] = [startOf(thing), endOf(thing)]; at < last; ) {
        let value = 0;
        let byte = 128;
        for (let shift = 0; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          value |= (byte & 127) << shift;
        }
        if (value === END_OF_NAMES) into = others;
        else if (value === END_OF_TEXT) into.push(text);
        if (value < FIRST_WORD) text = [];
        else text.push(value - FIRST_WORD);
      }
      return { names, others };
    },
    holding(phrase, places) {
      const wanted = Uint8Array.from(phrase.flatMap((word) => toBytes(word + FIRST_WORD)));
      // Out of the closure, since a phrase may be looked for in every text of a case.
      const [all, from, last] = [bytes, starts, size - 1];
      const found: number[] = [];
      for (const place of places) {
        const thing = place >> 1;
        const to = thing < last ? (from[thing + 1] ?? 0) : end;
        if (holdsBytes(all, from[thing] ?? 0, to, wanted)) found.push(place);
      }
      return found;
    },
  };
}

function toBytes(value: number): number[] {
  const written: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) written.push((rest & 127) | 128);
  return [...written, rest];
}

/** A number begins where the byte before it ends one; what is wanted ends with the end of a number. */
function holdsBytes(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  const last = end - wanted.length;
  for (let at = start; at <= last; at++) {
    if (bytes[at] !== first || (at > start && (bytes[at - 1] ?? 0) > 127)) continue;
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return true;
  }
  return false;
}
