/** Blocks: the records that share every key of a rule, found key by key without a dictionary of combinations. */
import type { KeyColumn } from "./blocking-keys.ts";
import { mixedBits } from "./random.ts";

/** A record with more combinations than this meets others under the first ones only. */
export const MOST_COMBINATIONS = 64;

/** A key column turned round: the records of key k are `members[starts[k] .. starts[k + 1])`, ascending. */
interface KeyIndex {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** Which of its record's keys each one is, counted from 0. */
  readonly rows: Int32Array;
  /** Where a record has more keys than count: the members of each key that count, if only it is asked for. */
  readonly counted: { readonly starts: Int32Array; readonly members: Int32Array } | null;
}

/** Finds blocks under any rule over some columns; what it lays out for a column or counts with is made once. */
export class BlockFinder {
  readonly #recordCount: number;
  readonly #indices = new Map<KeyColumn, KeyIndex>();
  #counts = new Int32Array(0);
  #touched = new Int32Array(0);
  /** Where the next member of each key goes. */
  #ends = new Int32Array(0);
  #group = new Int32Array(1 << 10);

  constructor(recordCount: number) {
    this.#recordCount = recordCount;
  }

  /**
   * The size of each block of two or more records.
   *
   * @param keys - one or two key columns; the same column twice means two different keys of it.
   * @param oneIn - only the blocks whose key falls in one of so many parts, a power of two: enough to measure a rule.
   */
  sizes(keys: readonly KeyColumn[], oneIn: number, visit: (size: number) => void): void {
    const [first, second] = ofRule(keys);
    if (second === undefined) {
      const index = this.#indexOf(first);
      const { starts } = index.counted ?? index;
      for (let key = 0; key < first.distinct; key += 1) {
        const size = (starts[key + 1] ?? 0) - (starts[key] ?? 0);
        if (size >= 2 && (oneIn === 1 || (mixedBits(key) & (oneIn - 1)) === 0)) visit(size);
      }
      return;
    }
    this.#eachGroup(first, second, oneIn, (touched) => {
      const counts = this.#counts;
      for (let index = 0; index < touched; index += 1) {
        const key = this.#touched[index] ?? 0;
        const size = counts[key] ?? 0;
        counts[key] = 0;
        if (size >= 2) visit(size);
      }
    });
  }

  /** The members of each block of two or more records, `[from .. to)` of the array, ascending; it is only lent. */
  blocks(keys: readonly KeyColumn[], visit: (members: Int32Array, from: number, to: number) => void): void {
    const [first, second] = ofRule(keys);
    if (second === undefined) {
      const index = this.#indexOf(first);
      const { starts, members } = index.counted ?? index;
      for (let key = 0; key < first.distinct; key += 1) {
        const [from, to] = [starts[key] ?? 0, starts[key + 1] ?? 0];
        if (to - from >= 2) visit(members, from, to);
      }
      return;
    }
    this.#eachGroup(first, second, 1, (touched, entries) => {
      const [counts, ends] = [this.#counts, this.#ends];
      let total = 0;
      for (let index = 0; index < touched; index += 1) {
        const key = this.#touched[index] ?? 0;
        const count = counts[key] ?? 0;
        ends[key] = total;
        if (count >= 2) total += count;
      }
      if (total > 0) {
        if (this.#group.length < total) this.#group = new Int32Array(total * 2);
        const group = this.#group;
        for (let entry = 0; entry < entries; entry += 2) {
          const key = this.#entries[entry] ?? 0;
          if ((counts[key] ?? 0) < 2) continue;
          const end = ends[key] ?? 0;
          group[end] = this.#entries[entry + 1] ?? 0;
          ends[key] = end + 1;
        }
      }
      let start = 0;
      for (let index = 0; index < touched; index += 1) {
        const key = this.#touched[index] ?? 0;
        const count = counts[key] ?? 0;
        counts[key] = 0;
        if (count < 2) continue;
        visit(this.#group, start, start + count);
        start += count;
      }
    });
  }

  /** Key of the second column and record of each combination of the group at hand. */
  #entries = new Int32Array(1 << 12);

  /** Counts, for each key of the first column, how often each key of the second stands beside it. */
  #eachGroup(
    first: KeyColumn,
    second: KeyColumn,
    oneIn: number,
    visit: (touched: number, entries: number) => void,
  ): void {
    const { starts, members, rows } = this.#indexOf(first);
    if (this.#counts.length < second.distinct) {
      this.#counts = new Int32Array(second.distinct);
      this.#ends = new Int32Array(second.distinct);
      this.#touched = new Int32Array(second.distinct);
    }
    const [counts, touchedKeys] = [this.#counts, this.#touched];
    const { offsets, ids, distinct } = second;
    const isSame = first === second;
    for (let key = 0; key < first.distinct; key += 1) {
      const from = starts[key] ?? 0;
      const to = starts[key + 1] ?? 0;
      if (to - from < 2) continue;
      let [touched, entries] = [0, 0];
      for (let at = from; at < to; at += 1) {
        const record = members[at] ?? 0;
        const row = rows[at] ?? 0;
        const begin = offsets[record] ?? 0;
        const width = (offsets[record + 1] ?? 0) - begin;
        if (this.#entries.length < entries + 2 * width) {
          const grown = new Int32Array(Math.max(this.#entries.length * 2, entries + 2 * width));
          grown.set(this.#entries);
          this.#entries = grown;
        }
        const own = this.#entries;
        for (let column = 0; column < width; column += 1) {
          const id = ids[begin + column] ?? 0;
          // Two keys of one column are one combination, told under the smaller id.
          if (isSame && id <= key) continue;
          const place = isSame ? triangular(row, column, width) : row * width + column;
          if (place >= MOST_COMBINATIONS) continue;
          // By the combination, not by one of its keys: a few common keys hold most of the pairs.
          if (oneIn > 1 && (mixedBits(key * distinct + id) & (oneIn - 1)) !== 0) continue;
          const count = counts[id] ?? 0;
          if (count === 0) {
            touchedKeys[touched] = id;
            touched += 1;
          }
          counts[id] = count + 1;
          own[entries] = id;
          own[entries + 1] = record;
          entries += 2;
        }
      }
      visit(touched, entries);
    }
  }

  #indexOf(column: KeyColumn): KeyIndex {
    const known = this.#indices.get(column);
    if (known !== undefined) return known;
    const starts = new Int32Array(column.distinct + 1);
    for (const id of column.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
    for (let key = 0; key < column.distinct; key += 1) {
      starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    }
    const next = starts.slice();
    const members = new Int32Array(column.ids.length);
    const rows = new Int32Array(column.ids.length);
    for (let record = 0; record < this.#recordCount; record += 1) {
      const from = column.offsets[record] ?? 0;
      for (let at = from; at < (column.offsets[record + 1] ?? 0); at += 1) {
        const key = column.ids[at] ?? 0;
        const place = next[key] ?? 0;
        members[place] = record;
        rows[place] = at - from;
        next[key] = place + 1;
      }
    }
    const index = { starts, members, rows, counted: countedOf(starts, members, rows) };
    this.#indices.set(column, index);
    return index;
  }
}

/** The members whose key is among the first of their record that count; null where all are. */
function countedOf(starts: Int32Array, members: Int32Array, rows: Int32Array): KeyIndex["counted"] {
  if (rows.every((row) => row < MOST_COMBINATIONS)) return null;
  const left = new Int32Array(starts.length);
  for (let key = 0; key + 1 < starts.length; key += 1) {
    let count = left[key] ?? 0;
    for (let at = starts[key] ?? 0; at < (starts[key + 1] ?? 0); at += 1) {
      if ((rows[at] ?? 0) < MOST_COMBINATIONS) count += 1;
    }
    left[key + 1] = count;
  }
  return { starts: left, members: members.filter((_, at) => (rows[at] ?? 0) < MOST_COMBINATIONS) };
}

function ofRule([first, second]: readonly KeyColumn[]): readonly [KeyColumn, KeyColumn | undefined] {
  if (first === undefined) throw new RangeError("a blocking rule has at least one key");
  return [first, second];
}

/** The place of two of `width` things among all twos of them, in order. */
function triangular(one: number, other: number, width: number): number {
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  return low * width - (low * (low + 1)) / 2 + high - low - 1;
}
