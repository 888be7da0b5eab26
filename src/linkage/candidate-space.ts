/** Candidate pairs without a list of them: the blocks of all rules, read record by record. */
import type { KeyColumn } from "./blocking-keys.ts";
import type { Rule } from "./blocking-rules.ts";
import { toBlocks } from "./blocks.ts";
import { IntList } from "./int-list.ts";
import type { BlockingRuleReport } from "./result.ts";

/**
 * The blocks of several rules in one array, rule after rule; each block ends with -1. Any thread can give the pairs
 * of any range of records from it, each once, in one order, and no pair is ever stored.
 */
export interface CandidateSpace {
  readonly recordCount: number;
  /** Members of the blocks, ascending within a block, -1 after each block. */
  readonly members: Int32Array;
  /** Where record r stands in `members`: `places[offsets[r] .. offsets[r + 1])`, ascending, so in order of the rules. */
  readonly places: Int32Array;
  readonly offsets: Int32Array;
  /** Where the blocks of rule k begin in `members`; one more than there are rules. */
  readonly ruleStarts: Int32Array;
}

/** Block sizes of a rule, without the pairs that only a run can count. */
export type RuleAccount = Omit<BlockingRuleReport, "rule" | "blockCap" | "newPairs">;

/** Lays out the blocks of the rules; a block above its rule's cap is split by every key of another field. */
export function toCandidateSpace(
  rules: readonly Rule[],
  columns: readonly KeyColumn[],
  recordCount: number,
): { readonly space: CandidateSpace; readonly accounts: readonly RuleAccount[] } {
  const members = new IntList(1 << 16);
  const ruleStarts = new IntList();
  const accounts: RuleAccount[] = [];
  for (const rule of rules) {
    ruleStarts.push(members.length);
    accounts.push(layOut(rule, columns, recordCount, members));
  }
  ruleStarts.push(members.length);
  const all = members.view();
  const offsets = new Int32Array(recordCount + 1);
  for (const record of all) {
    if (record >= 0) offsets[record + 1] = (offsets[record + 1] ?? 0) + 1;
  }
  for (let record = 0; record < recordCount; record += 1) {
    offsets[record + 1] = (offsets[record + 1] ?? 0) + (offsets[record] ?? 0);
  }
  const next = offsets.slice(0, recordCount);
  const places = new Int32Array(offsets[recordCount] ?? 0);
  for (let place = 0; place < all.length; place += 1) {
    const record = all[place] ?? -1;
    if (record < 0) continue;
    places[next[record] ?? 0] = place;
    next[record] = (next[record] ?? 0) + 1;
  }
  return { space: { recordCount, members: all, places, offsets, ruleStarts: ruleStarts.view() }, accounts };
}

function layOut(
  { keys, cap }: Rule,
  columns: readonly KeyColumn[],
  recordCount: number,
  out: IntList,
): RuleAccount {
  const { offsets, members } = toBlocks(keys, recordCount);
  const account = { blocks: offsets.length - 1, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 };
  const splits = splitColumns(keys, columns).map(splitterBy);
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const group = members.subarray(offsets[block] ?? 0, offsets[block + 1] ?? 0);
    const pairs = (group.length * (group.length - 1)) / 2;
    account.largestBlock = Math.max(account.largestBlock, group.length);
    account.pairs += pairs;
    if (group.length <= cap) {
      pushBlock(group, out);
      continue;
    }
    account.splitBlocks += 1;
    let kept = 0;
    for (const split of splits) kept += split(group, cap, out);
    account.cappedPairs += Math.max(0, pairs - kept);
  }
  return account;
}

/**
 * A function that pushes the parts of a block that share a key of the column, from two records up to the cap, and
 * gives their pairs. Its counters are made once: a run splits many blocks.
 */
function splitterBy(column: KeyColumn): (group: Int32Array, cap: number, out: IntList) => number {
  const counts = new Int32Array(column.distinct);
  const ends = new Int32Array(column.distinct);
  let parts = new Int32Array(1 << 10);
  return (group, cap, out) => {
    const { offsets, ids } = column;
    for (const record of group) {
      for (let at = offsets[record] ?? 0; at < (offsets[record + 1] ?? 0); at += 1) {
        const id = ids[at] ?? 0;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    let [total, pairs] = [0, 0];
    for (const record of group) {
      for (let at = offsets[record] ?? 0; at < (offsets[record + 1] ?? 0); at += 1) {
        const id = ids[at] ?? 0;
        const count = counts[id] ?? 0;
        if (count <= 0) continue;
        // Each part gets its place, with room for the sign of its end; negative says that it has one.
        counts[id] = -count;
        if (count < 2 || count > cap) continue;
        ends[id] = total;
        total += count + 1;
        pairs += (count * (count - 1)) / 2;
      }
    }
    if (parts.length < total) parts = new Int32Array(total * 2);
    parts.fill(-1, 0, total);
    for (const record of group) {
      for (let at = offsets[record] ?? 0; at < (offsets[record + 1] ?? 0); at += 1) {
        const id = ids[at] ?? 0;
        const count = -(counts[id] ?? 0);
        if (count < 2 || count > cap) continue;
        parts[ends[id] ?? 0] = record;
        ends[id] = (ends[id] ?? 0) + 1;
      }
    }
    for (const record of group) {
      for (let at = offsets[record] ?? 0; at < (offsets[record + 1] ?? 0); at += 1) counts[ids[at] ?? 0] = 0;
    }
    for (let place = 0; place < total; place += 1) out.push(parts[place] ?? -1);
    return pairs;
  };
}

/** The columns that split the large blocks of a rule. Those of one key are what its combinations with others are for. */
export function splitColumns(keys: readonly KeyColumn[], columns: readonly KeyColumn[]): KeyColumn[] {
  return keys.length === 1 ? [] : columns.filter((column) => maySplit(keys, column));
}

/** Keys of other fields, and a third token beside two; parts of words would only repeat the words. */
function maySplit(keys: readonly KeyColumn[], column: KeyColumn): boolean {
  if (column.field === "*" || column.key === "slip" || column.key === "start" || column.key === "end")
    return false;
  const isToken = column.key === "token" && column.isMany;
  return keys.every((key) => key.field !== column.field || (isToken && key === column));
}

function pushBlock(block: Int32Array, out: IntList): void {
  for (const record of block) out.push(record);
  out.push(-1);
}

/** Which pairs to visit: those whose smaller record is in [from, to), under the rules [firstRule, endRule). */
export interface CandidateRange {
  readonly from: number;
  readonly to: number;
  readonly firstRule?: number;
  readonly endRule?: number;
}

/**
 * Visits each pair of the range once, left < right, by its left record, with the first of the rules that holds it.
 *
 * @param seen - one number a record, filled with -1 before the first range and left as it is between ranges.
 */
export function visitCandidates(
  { members, places, offsets, ruleStarts }: CandidateSpace,
  { from, to, firstRule = 0, endRule = ruleStarts.length - 1 }: CandidateRange,
  seen: Int32Array,
  visit: (left: number, right: number, rule: number) => void,
): void {
  const begin = ruleStarts[firstRule] ?? 0;
  const end = ruleStarts[endRule] ?? 0;
  for (let left = from; left < to; left += 1) {
    const last = offsets[left + 1] ?? 0;
    let rule = firstRule;
    for (let index = offsets[left] ?? 0; index < last; index += 1) {
      const place = places[index] ?? 0;
      if (place < begin) continue;
      if (place >= end) break;
      while (place >= (ruleStarts[rule + 1] ?? 0)) rule += 1;
      for (let other = place + 1; ; other += 1) {
        const right = members[other] ?? -1;
        if (right < 0) break;
        if (seen[right] === left) continue;
        seen[right] = left;
        visit(left, right, rule);
      }
    }
  }
}

/** The first rule that holds the pair, or -1. */
export function ruleOfPair(space: CandidateSpace, left: number, right: number): number {
  const { members, places, offsets, ruleStarts } = space;
  const end = ruleStarts[ruleStarts.length - 1] ?? 0;
  for (let index = offsets[left] ?? 0; index < (offsets[left + 1] ?? 0); index += 1) {
    const place = places[index] ?? 0;
    if (place >= end) return -1;
    for (let other = place + 1; (members[other] ?? -1) >= 0; other += 1) {
      if (members[other] === right) return ruleStarts.findIndex((start) => start > place) - 1;
    }
  }
  return -1;
}
