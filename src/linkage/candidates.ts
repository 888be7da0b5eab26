/** Which pairs are compared: the rules within the budget, their blocks, and an account of them before any is compared. */
import type { Progress } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { pairBudget, planRules, type Rule } from "./blocking-rules.ts";
import { type CandidateSpace, toCandidateSpace, visitCandidates } from "./candidate-space.ts";
import { mixedBits } from "./random.ts";
import type { BlockingReport } from "./result.ts";
import type { LinkSettings } from "./settings.ts";

export interface Candidates {
  readonly space: CandidateSpace;
  /** The rules that run, in order. */
  readonly rules: readonly Rule[];
  /** True when every pair of `blocked` is compared, whether a rule holds it or not. */
  readonly isExhaustive: boolean;
  /** Records that take part, ascending. */
  readonly blocked: Int32Array;
  readonly report: BlockingReport;
}

/** With more visits than this the new pairs of each rule are counted from a part of the records. */
const COUNTED_VISITS = 4_000_000;

/** Plans the rules, lays out their blocks and counts the pairs that each rule adds. */
export function planCandidates(
  columns: readonly KeyColumn[],
  blocked: readonly number[],
  recordCount: number,
  settings: LinkSettings["blocking"],
  ownNames: readonly string[],
  progress: Progress,
): Candidates {
  progress({ step: "linkage.block", done: 0, total: 3, item: "plan" });
  const rules = planRules(columns, recordCount, settings, ownNames);
  const allPairs = (blocked.length * (blocked.length - 1)) / 2;
  const isExhaustive = allPairs <= settings.exhaustivePairs;
  const budget = settings.rules === null ? pairBudget(settings, recordCount) : Number.POSITIVE_INFINITY;
  const visits = rules.reduce((sum, { pairs }) => sum + pairs, 0);
  progress({ step: "linkage.block", done: 1, total: 3, item: "blocks" });
  const { space, accounts } = toCandidateSpace(rules, columns, recordCount);
  progress({ step: "linkage.block", done: 2, total: 3, item: "count" });
  const newPairs = countNewPairs(space, rules.length, visits);
  // Rules run until the budget is spent; the one that spends it still runs whole.
  let [spent, taken] = [0, 0];
  while (taken < rules.length && spent < budget) {
    spent += newPairs[taken] ?? 0;
    taken += 1;
  }
  const executed = rules.slice(0, taken);
  const omitted = rules
    .filter((rule) => !executed.includes(rule))
    .map(({ name, pairs }) => ({ rule: name, pairs }));
  return {
    space: { ...space, ruleStarts: space.ruleStarts.slice(0, taken + 1) },
    rules: executed,
    isExhaustive,
    blocked: Int32Array.from(blocked),
    report: {
      exhaustive: isExhaustive,
      candidatePairs: isExhaustive ? allPairs : spent,
      rules: executed.map(({ name, cap }, index) => ({
        rule: name,
        blockCap: cap,
        newPairs: newPairs[index] ?? 0,
        ...(accounts[index] ?? { blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 }),
      })),
      leftOut: omitted,
    },
  };
}

/** The rules of an earlier run as they were, over the records of now. */
export interface KeptRules {
  readonly rules: readonly {
    readonly name: string;
    readonly keys: readonly { readonly field: string; readonly key: string }[];
    readonly cap: number;
  }[];
  readonly leftOut: BlockingReport["leftOut"];
}

/** Lays out the blocks of rules that were planned before: whether two records meet depends on the records alone. */
export function keepCandidates(
  columns: readonly KeyColumn[],
  blocked: readonly number[],
  recordCount: number,
  settings: LinkSettings["blocking"],
  { rules: kept, leftOut }: KeptRules,
): Candidates {
  const rules = kept.flatMap(({ name, keys, cap }): Rule[] => {
    const found = keys.flatMap(({ field, key }) =>
      columns.filter((column) => column.field === field && column.key === key),
    );
    // A key that no record has any more brings nobody together.
    return found.length < keys.length ? [] : [{ name, keys: found, cap, pairs: 0 }];
  });
  const { space, accounts } = toCandidateSpace(rules, columns, recordCount);
  const visits = accounts.reduce((sum, { pairs, cappedPairs }) => sum + pairs - cappedPairs, 0);
  const newPairs = countNewPairs(space, rules.length, visits);
  const allPairs = (blocked.length * (blocked.length - 1)) / 2;
  const isExhaustive = allPairs <= settings.exhaustivePairs;
  return {
    space,
    rules,
    isExhaustive,
    blocked: Int32Array.from(blocked),
    report: {
      exhaustive: isExhaustive,
      candidatePairs: isExhaustive ? allPairs : newPairs.reduce((sum, pairs) => sum + pairs, 0),
      rules: rules.map(({ name, cap }, index) => ({
        rule: name,
        blockCap: cap,
        newPairs: newPairs[index] ?? 0,
        ...(accounts[index] ?? { blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 }),
      })),
      leftOut,
    },
  };
}

/** Pairs that no earlier rule holds, for each rule; scaled from a part of the records where there are very many. */
function countNewPairs(space: CandidateSpace, ruleCount: number, visits: number): number[] {
  let oneIn = 1;
  while (visits / oneIn > COUNTED_VISITS) oneIn *= 2;
  const counts = new Array<number>(ruleCount).fill(0);
  const seen = new Int32Array(space.recordCount).fill(-1);
  for (let record = 0; record < space.recordCount; record += 1) {
    if (oneIn > 1 && (mixedBits(record) & (oneIn - 1)) !== 0) continue;
    visitCandidates(space, { from: record, to: record + 1 }, seen, (_left, _right, rule) => {
      counts[rule] = (counts[rule] ?? 0) + oneIn;
    });
  }
  return counts;
}

/** Visits every candidate pair whose smaller record is in [from, to), once, with the rule that holds it or -1. */
export function visitPairs(
  { space, isExhaustive, blocked }: Pick<Candidates, "space" | "isExhaustive" | "blocked">,
  { from, to }: { readonly from: number; readonly to: number },
  seen: Int32Array,
  visit: (left: number, right: number, rule: number) => void,
): void {
  if (!isExhaustive) {
    visitCandidates(space, { from, to }, seen, visit);
    return;
  }
  for (const [index, left] of blocked.entries()) {
    if (left < from) continue;
    if (left >= to) return;
    visitCandidates(space, { from: left, to: left + 1 }, seen, visit);
    for (let other = index + 1; other < blocked.length; other += 1) {
      const right = blocked[other] ?? 0;
      if (seen[right] === left) continue;
      seen[right] = left;
      visit(left, right, -1);
    }
  }
}
