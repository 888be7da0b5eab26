/** Candidate pairs without a list of them: the blocks of all rules, read record by record. */
import type { KeyColumn } from "./blocking-keys.ts";
import type { PlannedRule } from "./blocking-rules.ts";
import type { BlockFinder } from "./blocks.ts";
import { IntList } from "./int-list.ts";
import { Novelty } from "./novelty.ts";
import type { BlockingRuleReport, LeftOutRule } from "./result.ts";
import { RuleChoice } from "./rule-choice.ts";
import { sharedInts } from "./shared-ints.ts";

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

/** Rules that are not worth running, and why. */
export type RuleRefusals = ReadonlyMap<PlannedRule, LeftOutRule["why"]>;

/** Block sizes of a rule, without the pairs that only a run can count. */
export type RuleAccount = Omit<BlockingRuleReport, "rule" | "blockCap" | "newPairs">;

/**
 * Lays out the blocks of the rules; a block above its rule's cap is split by every key of another field. A rule whose
 * pairs earlier ones hold already is left out.
 *
 * @param isFree - false takes every rule, whatever it brings: rules that a person gave, or an earlier run.
 */
export function toCandidateSpace(
  planned: readonly PlannedRule[],
  finder: BlockFinder,
  recordCount: number,
  isFree: boolean,
): {
  readonly space: CandidateSpace;
  readonly rules: readonly PlannedRule[];
  readonly accounts: readonly RuleAccount[];
  /** Why each of the other planned rules is left out. */
  readonly refusals: RuleRefusals;
} {
  const members = new IntList(1 << 16);
  const ruleStarts = new IntList();
  const rules: PlannedRule[] = [];
  const accounts: RuleAccount[] = [];
  const refusals = new Map<PlannedRule, LeftOutRule["why"]>();
  const novelty = isFree ? new Novelty(recordCount) : null;
  const choice = new RuleChoice(recordCount, isFree);
  for (const rule of planned) {
    const start = members.length;
    const account = layOut(rule, finder, members);
    const followed = novelty?.tell(members.view().subarray(start)) ?? { visits: 0, fresh: 0 };
    const refusal = choice.refusal({ ...followed, places: members.length - start });
    if (refusal !== null) {
      refusals.set(rule, refusal);
      members.length = start;
      continue;
    }
    ruleStarts.push(start);
    rules.push(rule);
    accounts.push(account);
  }
  ruleStarts.push(members.length);
  const all = sharedInts(members.length);
  all.set(members.view());
  const offsets = sharedInts(recordCount + 1);
  for (let place = 0; place < all.length; place += 1) {
    const record = all[place] ?? -1;
    if (record >= 0) offsets[record + 1] = (offsets[record + 1] ?? 0) + 1;
  }
  for (let record = 0; record < recordCount; record += 1) {
    offsets[record + 1] = (offsets[record + 1] ?? 0) + (offsets[record] ?? 0);
  }
  const next = offsets.slice(0, recordCount);
  const places = sharedInts(offsets[recordCount] ?? 0);
  for (let place = 0; place < all.length; place += 1) {
    const record = all[place] ?? -1;
    if (record < 0) continue;
    const at = next[record] ?? 0;
    places[at] = place;
    next[record] = at + 1;
  }
  return {
    space: { recordCount, members: all, places, offsets, ruleStarts: ruleStarts.view() },
    rules,
    accounts,
    refusals,
  };
}

function layOut(
  { keys, cap, splits: splitColumns }: PlannedRule,
  finder: BlockFinder,
  out: IntList,
): RuleAccount {
  const account = { blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 };
  const splits = splitColumns.map(splitterBy);
  finder.blocks(keys, (members, from, to) => {
    const size = to - from;
    const pairs = (size * (size - 1)) / 2;
    account.blocks += 1;
    if (size > account.largestBlock) account.largestBlock = size;
    account.pairs += pairs;
    if (size <= cap) {
      out.append(members, from, to);
      out.push(-1);
      return;
    }
    account.splitBlocks += 1;
    let kept = 0;
    const group = members.subarray(from, to);
    for (const split of splits) kept += split(group, cap, out);
    account.cappedPairs += Math.max(0, pairs - kept);
  });
  return account;
}

/**
 * A function that pushes the parts of a block that share a key of the column, from two records up to the cap, and
 * gives their pairs. Its counters are made once: a run splits many blocks.
 */
function splitterBy(column: KeyColumn): (group: Int32Array, cap: number, out: IntList) => number {
  const counts = new Int32Array(column.distinct);
  const ends = new Int32Array(column.distinct);
  const touched = new Int32Array(column.distinct);
  let parts = new Int32Array(1 << 10);
  const { offsets, ids } = column;
  return (group, cap, out) => {
    let keys = 0;
    for (let member = 0; member < group.length; member += 1) {
      const record = group[member] ?? 0;
      const last = offsets[record + 1] ?? 0;
      for (let at = offsets[record] ?? 0; at < last; at += 1) {
        const id = ids[at] ?? 0;
        const count = counts[id] ?? 0;
        if (count === 0) {
          touched[keys] = id;
          keys += 1;
        }
        counts[id] = count + 1;
      }
    }
    // Each part gets its place, with room for the sign of its end.
    let [total, pairs] = [0, 0];
    for (let index = 0; index < keys; index += 1) {
      const id = touched[index] ?? 0;
      const count = counts[id] ?? 0;
      counts[id] = 0;
      ends[id] = -1;
      if (count < 2 || count > cap) continue;
      ends[id] = total;
      total += count + 1;
      pairs += (count * (count - 1)) / 2;
    }
    if (total === 0) return 0;
    if (parts.length < total) parts = new Int32Array(total * 2);
    parts.fill(-1, 0, total);
    for (let member = 0; member < group.length; member += 1) {
      const record = group[member] ?? 0;
      const last = offsets[record + 1] ?? 0;
      for (let at = offsets[record] ?? 0; at < last; at += 1) {
        const id = ids[at] ?? 0;
        const end = ends[id] ?? -1;
        if (end < 0) continue;
        parts[end] = record;
        ends[id] = end + 1;
      }
    }
    out.append(parts, 0, total);
    return pairs;
  };
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
