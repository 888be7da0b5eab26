/** Which pairs are compared: the rules within the budget, their blocks, and an account of them before any is compared. */
import type { Progress } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { type PlannedRule, pairBudget, planRules, type Rule, splitColumns } from "./blocking-rules.ts";
import { BlockFinder } from "./blocks.ts";
import {
  type CandidateSpace,
  type RuleAccount,
  type RuleRefusals,
  toCandidateSpace,
  visitCandidates,
} from "./candidate-space.ts";
import { mixedBits } from "./random.ts";
import type { BlockingReport } from "./result.ts";
import type { LinkSettings } from "./settings.ts";

/** Which rules run, and the account of them: what any engine must know, without the pairs themselves. */
export interface CandidatePlan {
  /** The rules that run, in order. */
  readonly rules: readonly Rule[];
  /** True when every pair of `blocked` is compared, whether a rule holds it or not. */
  readonly isExhaustive: boolean;
  /** Records that take part, ascending. */
  readonly blocked: Int32Array;
  readonly report: BlockingReport;
}

export interface Candidates extends CandidatePlan {
  readonly space: CandidateSpace;
}

/** With more visits than this the new pairs of each rule are counted from a part of the records. */
const COUNTED_VISITS = 4_000_000;

/** Records that take part, ascending, and how many there are in all. */
export interface BlockedRecords {
  readonly blocked: Int32Array;
  readonly recordCount: number;
}

/** Plans the rules, lays out their blocks and counts the pairs that each rule adds. */
export function planCandidates(
  columns: readonly KeyColumn[],
  { blocked, recordCount }: BlockedRecords,
  settings: LinkSettings["blocking"],
  ownNames: readonly string[],
  progress: Progress,
): Candidates {
  progress({ step: "linkage.block", done: 0, total: 3, item: "plan" });
  const finder = new BlockFinder(recordCount);
  const planned = planRules(columns, finder, recordCount, settings, ownNames);
  progress({ step: "linkage.block", done: 1, total: 3, item: "blocks" });
  const isFree = settings.rules === null;
  const { space, rules, accounts, refusals } = toCandidateSpace(planned, finder, recordCount, isFree);
  progress({ step: "linkage.block", done: 2, total: 3, item: "count" });
  const newPairs = countNewPairs(space, rules.length, countedPart(planned));
  const chosen = { planned, rules, refusals, accounts, newPairs };
  const plan = takeRules({ ...chosen, blocked, recordCount, settings });
  return { ...plan, space: { ...space, ruleStarts: space.ruleStarts.slice(0, plan.rules.length + 1) } };
}

/** The part of the records, one in so many and a power of two, from which new pairs of rules are counted. */
export function countedPart(planned: readonly Pick<Rule, "pairs">[]): number {
  const visits = planned.reduce((sum, { pairs }) => sum + pairs, 0);
  let oneIn = 1;
  while (visits / oneIn > COUNTED_VISITS) oneIn *= 2;
  return oneIn;
}

/** Whether a record is of that part. */
export function isCounted(record: number, oneIn: number): boolean {
  return oneIn === 1 || (mixedBits(record) & (oneIn - 1)) === 0;
}

/** Whether so few records take part that every two of them are compared. */
export function isAllPairs(blockedCount: number, { exhaustivePairs }: LinkSettings["blocking"]): boolean {
  return pairsAmong(blockedCount) <= exhaustivePairs;
}

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;

/** Candidate pairs after which no further rule runs: given rules all run. */
export function budgetOf(settings: LinkSettings["blocking"], recordCount: number): number {
  return settings.rules === null ? pairBudget(settings, recordCount) : Number.POSITIVE_INFINITY;
}

/** Rules run until the budget is spent; the one that spends it still runs whole. */
export function takeRules({
  planned,
  rules,
  refusals,
  accounts,
  newPairs,
  blocked,
  recordCount,
  settings,
}: BlockedRecords & {
  readonly planned: readonly PlannedRule[];
  /** Those of the planned rules that are worth running, as far as the budget reaches at least. */
  readonly rules: readonly PlannedRule[];
  /** Why others were left out. */
  readonly refusals: RuleRefusals;
  /** Of these rules; so are `newPairs`. */
  readonly accounts: readonly RuleAccount[];
  /** Pairs that no earlier one of them holds. */
  readonly newPairs: readonly number[];
  readonly settings: LinkSettings["blocking"];
}): CandidatePlan {
  const isExhaustive = isAllPairs(blocked.length, settings);
  const budget = budgetOf(settings, recordCount);
  let [spent, taken] = [0, 0];
  while (taken < rules.length && spent < budget) {
    spent += newPairs[taken] ?? 0;
    taken += 1;
  }
  const executed = rules.slice(0, taken);
  const left = new Set(planned);
  for (const rule of executed) left.delete(rule);
  // Of what comes after the budget is spent nobody asks what it would bring: not every engine lays it out.
  const last = executed.at(-1);
  const reached = spent < budget || last === undefined ? planned.length : planned.indexOf(last) + 1;
  const within = new Set(planned.slice(0, reached));
  const nameOf = ({ field, key }: Pick<KeyColumn, "field" | "key">) => ({ field, key });
  return {
    // The keys of all records are not needed any more, and are most of the memory of a long list.
    rules: executed.map(({ name, keys, cap, pairs, splits }) => ({
      ...{ name, cap, pairs },
      keys: keys.map(nameOf),
      splits: splits.map(nameOf),
    })),
    isExhaustive,
    blocked,
    report: {
      exhaustive: isExhaustive,
      candidatePairs: isExhaustive ? pairsAmong(blocked.length) : spent,
      rules: executed.map(({ name, cap }, index) => ({
        rule: name,
        blockCap: cap,
        newPairs: newPairs[index] ?? 0,
        ...(accounts[index] ?? { blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 }),
      })),
      leftOut: [...left].map((rule) => ({
        rule: rule.name,
        pairs: rule.pairs,
        why: (within.has(rule) ? refusals.get(rule) : undefined) ?? "budget",
      })),
    },
  };
}

/** The rules of an earlier run as they were, over the records of now. */
export interface KeptRules {
  readonly rules: readonly (Omit<Rule, "pairs" | "splits"> & {
    /** Left out by earlier versions: every key that may split large blocks does. */
    readonly splits?: Rule["splits"] | undefined;
  })[];
  readonly leftOut: BlockingReport["leftOut"];
}

/** Lays out the blocks of rules that were planned before: whether two records meet depends on the records alone. */
export function keepCandidates(
  columns: readonly KeyColumn[],
  { blocked, recordCount }: BlockedRecords,
  settings: LinkSettings["blocking"],
  { rules: kept, leftOut }: KeptRules,
): Candidates {
  const found = (names: Rule["keys"]): KeyColumn[] =>
    names.flatMap(({ field, key }) =>
      columns.filter((column) => column.field === field && column.key === key),
    );
  const planned = kept.flatMap(({ name, keys: names, cap, splits }): PlannedRule[] => {
    const keys = found(names);
    // A key that no record has any more brings nobody together.
    if (keys.length < names.length) return [];
    const by = splits === undefined ? splitColumns(keys, columns) : found(splits);
    return [{ name, keys, cap, pairs: 0, splits: by }];
  });
  const finder = new BlockFinder(recordCount);
  const { space, rules, accounts, refusals } = toCandidateSpace(planned, finder, recordCount, false);
  const oneIn = countedPart(accounts.map(({ pairs, cappedPairs }) => ({ pairs: pairs - cappedPairs })));
  const newPairs = countNewPairs(space, rules.length, oneIn);
  // The budget was spent when the rules were chosen: all of them run.
  const given = { ...settings, rules: [] };
  const chosen = { planned, rules, refusals, accounts, newPairs };
  const plan = takeRules({ ...chosen, blocked, recordCount, settings: given });
  return { ...plan, space, report: { ...plan.report, leftOut } };
}

/** Pairs that no earlier rule holds, for each rule; scaled from a part of the records where there are very many. */
function countNewPairs(space: CandidateSpace, ruleCount: number, oneIn: number): number[] {
  const counts = new Array<number>(ruleCount).fill(0);
  const seen = new Int32Array(space.recordCount).fill(-1);
  for (let record = 0; record < space.recordCount; record += 1) {
    if (!isCounted(record, oneIn)) continue;
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
  for (let index = 0; index < blocked.length; index += 1) {
    const left = blocked[index] ?? 0;
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

/** Candidates that hold no pair under any rule: what is there before blocking, and where another engine does it. */
export function noCandidates({
  blocked,
  recordCount,
}: BlockedRecords): Pick<Candidates, "space" | "isExhaustive" | "blocked"> {
  const none = new Int32Array(0);
  const space = { recordCount, members: none, places: none, ruleStarts: Int32Array.of(0) };
  return { space: { ...space, offsets: new Int32Array(recordCount + 1) }, isExhaustive: false, blocked };
}
