/** Where words stand in a text that is asked about many times: each answer costs about as much as the words are long. */

export interface TextIndex {
  /** UTF-16 offsets at which the words stand, ascending, overlapping ones too; none for an empty text. */
  offsetsOf(wanted: string): readonly number[];
  /** How many Unicode code points stand before an offset that splits no surrogate pair. */
  pointsBefore(offset: number): number;
}

/** The stretches that are looked up. Shorter words than this are found by reading the text. */
const GRAM = 4;

/** Reading the text is cheaper than indexing it until it was read so often. */
const READ_FIRST = 2;

/** A stretch that stands at no more places than this is rare enough: the others are not looked at. */
const RARE = 4;

/** More buckets would not fit the processor's caches. */
const MOST_BUCKET_BITS = 20;

/** @param text - any string; lone surrogates count as code points of their own. */
export function createTextIndex(text: string): TextIndex {
  let asked = 0;
  let grams: GramTable | null = null;
  let pairs: Int32Array | null = null;
  // Words that stand at many places are asked for many times, with the number of the occurrence.
  const many = new Map<string, readonly number[]>();

  function offsetsOf(wanted: string): readonly number[] {
    const known = many.get(wanted);
    if (known !== undefined) return known;
    asked += 1;
    if (asked > READ_FIRST && wanted.length >= GRAM) grams ??= createGramTable(text);
    const found = grams === null || wanted.length < GRAM ? readOffsets(text, wanted) : lookUp(grams, wanted);
    if (found.length > 1 || wanted.length < GRAM) many.set(wanted, found);
    return found;
  }

  function lookUp({ starts, places, bits }: GramTable, wanted: string): number[] {
    let best = { from: 0, to: Number.POSITIVE_INFINITY, at: 0 };
    for (let at = 0; at + GRAM <= wanted.length && best.to - best.from > RARE; at++) {
      const bucket = bucketOf(wanted, at, bits);
      const [from = 0, to = 0] = [starts[bucket], starts[bucket + 1]];
      if (to - from < best.to - best.from) best = { from, to, at };
    }
    const found: number[] = [];
    for (let index = best.from; index < best.to; index++) {
      const offset = (places[index] ?? 0) - best.at;
      if (offset >= 0 && text.startsWith(wanted, offset)) found.push(offset);
    }
    return found;
  }

  return {
    offsetsOf,
    pointsBefore(offset) {
      pairs ??= pairsOf(text);
      return offset - countBelow(pairs, offset);
    },
  };
}

/** The places of each bucket of stretches, in the order of the text: `places[starts[b] … starts[b + 1]]`. */
interface GramTable {
  readonly bits: number;
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

function createGramTable(text: string): GramTable {
  const count = Math.max(0, text.length - GRAM + 1);
  const bits = Math.min(MOST_BUCKET_BITS, Math.max(4, Math.ceil(Math.log2(count + 1))));
  const starts = new Int32Array(2 ** bits + 1);
  for (let at = 0; at < count; at++) {
    const next = bucketOf(text, at, bits) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(text, at, bits);
    const place = next[bucket] ?? 0;
    places[place] = at;
    next[bucket] = place + 1;
  }
  return { bits, starts, places };
}

/** Multiplicative hashing of four UTF-16 units (Knuth, vol. 3, 6.4); what shares a bucket is told apart by reading. */
function bucketOf(text: string, at: number, bits: number): number {
  const low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
  const high = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16);
  const mixed = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - bits);
}

function readOffsets(text: string, wanted: string): number[] {
  const found: number[] = [];
  if (wanted === "") return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Offsets of the first halves of surrogate pairs. */
function pairsOf(text: string): Int32Array {
  const pairs: number[] = [];
  // Letters, the joiners of Persian and all other marks of one unit: nearly every text ends here.
  if (/[\ud800-\udfff]/.test(text)) {
    for (let at = 0; at < text.length; at++)
      if ((text.codePointAt(at) ?? 0) > 0xffff) {
        pairs.push(at);
        at += 1;
      }
  }
  return Int32Array.from(pairs);
}

/** How many of ascending numbers are below a limit. */
function countBelow(ascending: Int32Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
