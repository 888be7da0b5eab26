/** Blocks: the records that share every key of a rule. */
import type { KeyColumn } from "./blocking-keys.ts";
import { NumberDictionary } from "./number-dictionary.ts";

/** Members of block b are `members[offsets[b] .. offsets[b + 1])`, ascending, each once. */
export interface Blocks {
  readonly offsets: Int32Array;
  readonly members: Int32Array;
}

/** A record with more combinations than this meets others under the first ones only. */
const MOST_COMBINATIONS = 64;

/**
 * The blocks of two or more records, in order of first sight.
 *
 * @param keys - one or two key columns; the same column twice means two different keys of it.
 * @param among - the records to group, ascending; all when absent.
 */
export function toBlocks(keys: readonly KeyColumn[], recordCount: number, among?: Int32Array): Blocks {
  const [first, second] = keys;
  if (first === undefined) throw new RangeError("a blocking rule has at least one key");
  const blockOf = new NumberDictionary(1 << 12);
  const entryBlocks: number[] = [];
  const entryRecords: number[] = [];
  const counts: number[] = [];
  const enter = (key: number, record: number): void => {
    const block = blockOf.idOf(key);
    if (block === counts.length) counts.push(0);
    counts[block] = (counts[block] ?? 0) + 1;
    entryBlocks.push(block);
    entryRecords.push(record);
  };
  const total = among?.length ?? recordCount;
  for (let index = 0; index < total; index += 1) {
    const record = among?.[index] ?? index;
    visitKeys(first, second, record, enter);
  }
  return compact(counts, entryBlocks, entryRecords);
}

function visitKeys(
  first: KeyColumn,
  second: KeyColumn | undefined,
  record: number,
  enter: (key: number, record: number) => void,
): void {
  const [from = 0, to = 0] = [first.offsets[record], first.offsets[record + 1]];
  let combinations = 0;
  for (let row = from; row < to && combinations < MOST_COMBINATIONS; row += 1) {
    const id = first.ids[row] ?? 0;
    if (second === undefined) {
      enter(id, record);
      combinations += 1;
      continue;
    }
    const [start = 0, end = 0] =
      second === first ? [row + 1, to] : [second.offsets[record], second.offsets[record + 1]];
    for (let column = start; column < end && combinations < MOST_COMBINATIONS; column += 1) {
      const other = second.ids[column] ?? 0;
      const isTurned = second === first && other < id;
      enter(isTurned ? other * second.distinct + id : id * second.distinct + other, record);
      combinations += 1;
    }
  }
}

/** Counting sort of the entries into blocks of two or more. */
function compact(
  counts: readonly number[],
  entryBlocks: readonly number[],
  entryRecords: readonly number[],
): Blocks {
  const position = new Int32Array(counts.length).fill(-1);
  const offsets = [0];
  for (const [block, count] of counts.entries()) {
    if (count < 2) continue;
    position[block] = offsets.at(-1) ?? 0;
    offsets.push((offsets.at(-1) ?? 0) + count);
  }
  const members = new Int32Array(offsets.at(-1) ?? 0);
  for (const [entry, block] of entryBlocks.entries()) {
    const at = position[block] ?? -1;
    if (at < 0) continue;
    members[at] = entryRecords[entry] ?? 0;
    position[block] = at + 1;
  }
  return { offsets: Int32Array.from(offsets), members };
}
