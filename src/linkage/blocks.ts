/** Blocks: the records that share every key of a rule. */
import type { KeyColumn } from "./blocking-keys.ts";
import { IntList } from "./int-list.ts";
import { NumberDictionary } from "./number-dictionary.ts";
import { mixedBits } from "./random.ts";

/** Members of block b are `members[offsets[b] .. offsets[b + 1])`, ascending, each once. */
export interface Blocks {
  readonly offsets: Int32Array;
  readonly members: Int32Array;
}

/** A record with more combinations than this meets others under the first ones only. */
export const MOST_COMBINATIONS = 64;

/**
 * The blocks of two or more records, in order of first sight.
 *
 * @param keys - one or two key columns; the same column twice means two different keys of it.
 * @param oneIn - only the blocks whose key falls in one of so many parts, a power of two: enough to measure a rule.
 */
export function toBlocks(
  keys: readonly KeyColumn[],
  recordCount: number,
  { oneIn = 1 }: { readonly oneIn?: number } = {},
): Blocks {
  const [first, second] = keys;
  if (first === undefined) throw new RangeError("a blocking rule has at least one key");
  const blockOf = new NumberDictionary(1 << 12);
  const blocks = new IntList(Math.max(16, Math.ceil(recordCount / oneIn)));
  const records = new IntList(Math.max(16, Math.ceil(recordCount / oneIn)));
  const counts = new IntList();
  const enter = (key: number, record: number): void => {
    if (oneIn > 1 && (mixedBits(key) & (oneIn - 1)) !== 0) return;
    const block = blockOf.idOf(key);
    if (block === counts.length) counts.push(0);
    counts.add(block, 1);
    blocks.push(block);
    records.push(record);
  };
  for (let record = 0; record < recordCount; record += 1) visitKeys(first, second, record, enter);
  return compact(counts.view(), blocks.view(), records.view());
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
    const start = second === first ? row + 1 : (second.offsets[record] ?? 0);
    const end = second === first ? to : (second.offsets[record + 1] ?? 0);
    for (let column = start; column < end && combinations < MOST_COMBINATIONS; column += 1) {
      const other = second.ids[column] ?? 0;
      const isTurned = second === first && other < id;
      enter(isTurned ? other * second.distinct + id : id * second.distinct + other, record);
      combinations += 1;
    }
  }
}

/** Counting sort of the entries into blocks of two or more. */
function compact(counts: Int32Array, entryBlocks: Int32Array, entryRecords: Int32Array): Blocks {
  const position = new Int32Array(counts.length).fill(-1);
  const offsets = new IntList();
  offsets.push(0);
  let total = 0;
  for (let block = 0; block < counts.length; block += 1) {
    const count = counts[block] ?? 0;
    if (count < 2) continue;
    position[block] = total;
    total += count;
    offsets.push(total);
  }
  const members = new Int32Array(total);
  for (let entry = 0; entry < entryBlocks.length; entry += 1) {
    const block = entryBlocks[entry] ?? 0;
    const at = position[block] ?? -1;
    if (at < 0) continue;
    members[at] = entryRecords[entry] ?? 0;
    position[block] = at + 1;
  }
  return { offsets: offsets.view(), members };
}
