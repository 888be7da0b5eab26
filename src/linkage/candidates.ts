/** Candidate pairs: each once, from the first rule that holds it. */
import type { Progress } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { planRules, type Rule } from "./blocking-rules.ts";
import { toBlocks } from "./blocks.ts";
import { NumberDictionary } from "./number-dictionary.ts";
import type { BlockingReport, BlockingRuleReport } from "./result.ts";
import type { LinkSettings } from "./settings.ts";

export interface Candidates {
  /** Record positions, left < right. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Index into `rules`, or -1 where all pairs are compared and no rule holds this one. */
  readonly rule: Int16Array;
  readonly rules: readonly Rule[];
  readonly report: BlockingReport;
}

/** Rules may hold pairs that earlier rules hold; together they may visit this many times the budget. */
const VISITS_PER_BUDGET = 8;

/** Plans the rules and collects their pairs, or all pairs of blocked records when there are few. */
export function collectCandidates(
  columns: readonly KeyColumn[],
  blocked: readonly number[],
  recordCount: number,
  settings: LinkSettings["blocking"],
  ownNames: readonly string[],
  progress: Progress,
): Candidates {
  const { rules, leftOut } = planRules(columns, recordCount, settings, ownNames);
  const allPairs = (blocked.length * (blocked.length - 1)) / 2;
  const isExhaustive = allPairs <= settings.exhaustivePairs;
  const budget = settings.rules === null ? settings.pairsPerRecord * recordCount : Number.POSITIVE_INFINITY;
  const seen = new NumberDictionary(1 << 16);
  const [left, right, rule]: [number[], number[], number[]] = [[], [], []];
  const reports: BlockingRuleReport[] = [];
  const executed: Rule[] = [];
  const omitted = [...leftOut];
  let visits = 0;
  for (const [index, current] of rules.entries()) {
    progress({ step: "linkage.block", done: index, total: rules.length, item: current.name });
    if (seen.count >= budget || visits + current.pairs > budget * VISITS_PER_BUDGET) {
      omitted.push({ rule: current.name, pairs: current.pairs });
      continue;
    }
    const before = seen.count;
    const account = visitRule(current, columns, recordCount, settings.blockCap, (first, second) => {
      const count = seen.count;
      visits += 1;
      if (seen.idOf(first * recordCount + second) < count) return;
      left.push(first);
      right.push(second);
      rule.push(reports.length);
    });
    executed.push(current);
    reports.push({ rule: current.name, newPairs: seen.count - before, ...account });
  }
  if (isExhaustive) {
    for (const [index, first] of blocked.entries()) {
      for (let other = index + 1; other < blocked.length; other += 1) {
        const second = blocked[other] ?? 0;
        if (seen.has(first * recordCount + second)) continue;
        left.push(first);
        right.push(second);
        rule.push(-1);
      }
    }
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    rule: Int16Array.from(rule),
    rules: executed,
    report: { exhaustive: isExhaustive, candidatePairs: left.length, rules: reports, leftOut: omitted },
  };
}

/** Visits every pair of a rule (some more than once where a large block is split), left < right. */
export function visitRule(
  { keys }: Pick<Rule, "keys">,
  columns: readonly KeyColumn[],
  recordCount: number,
  cap: number,
  visit: (left: number, right: number) => void,
): Pick<BlockingRuleReport, "blocks" | "largestBlock" | "pairs" | "splitBlocks" | "cappedPairs"> {
  const { offsets, members } = toBlocks(keys, recordCount);
  const account = { blocks: offsets.length - 1, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 };
  const others = columns.filter(({ field }) => field !== "*" && keys.every((key) => key.field !== field));
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const group = members.subarray(offsets[block] ?? 0, offsets[block + 1] ?? 0);
    const pairs = (group.length * (group.length - 1)) / 2;
    account.largestBlock = Math.max(account.largestBlock, group.length);
    account.pairs += pairs;
    if (group.length <= cap) {
      visitBlock(group, visit);
      continue;
    }
    account.splitBlocks += 1;
    let visited = 0;
    for (const other of others) {
      const parts = toBlocks([other], recordCount, group);
      for (let part = 0; part + 1 < parts.offsets.length; part += 1) {
        const some = parts.members.subarray(parts.offsets[part] ?? 0, parts.offsets[part + 1] ?? 0);
        if (some.length > cap) continue;
        visited += (some.length * (some.length - 1)) / 2;
        visitBlock(some, visit);
      }
    }
    account.cappedPairs += Math.max(0, pairs - visited);
  }
  return account;
}

function visitBlock(block: Int32Array, visit: (left: number, right: number) => void): void {
  for (let row = 0; row < block.length; row += 1) {
    const first = block[row] ?? 0;
    for (let column = row + 1; column < block.length; column += 1) visit(first, block[column] ?? 0);
  }
}
