/** Linkage on another engine: the same result as `linkRecords`, to the byte. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { planRules, type Rule } from "./blocking-rules.ts";
import { MOST_COMBINATIONS } from "./blocks.ts";
import { type RuleAccount, splitColumns } from "./candidate-space.ts";
import { budgetOf, type CandidatePlan, countedPart, isAllPairs, isCounted, takeRules } from "./candidates.ts";
import { concludeLinks, decideLinks } from "./decide-links.ts";
import type { EngineJob, EngineRun, LinkEngine } from "./engine.ts";
import { answersFor } from "./engine-answers.ts";
import { holdOneList } from "./name-conflict.ts";
import { partOfCandidates, partOfRule } from "./pair-part.ts";
import { comparePairs } from "./pair-table.ts";
import { type BoundRun, bindRun } from "./prepare-run.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { toScoredRun, trainRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { trainingRules } from "./training.ts";

/** What to link, beside the records. */
export interface LinkRequest {
  /** From `settingsFor(input.fields)`. */
  readonly settings: LinkSettings;
  /** In the order in which they were made. */
  readonly judgements?: readonly PairJudgement[];
  readonly progress?: Progress;
}

/**
 * `linkRecords`, with blocks, candidates, look-ups and weights made by the engine. It sees whole numbers only.
 *
 * Training sees at most so many pairs however long the lists are, so it stays here, and with it every probability:
 * engines add numbers in different orders, and a sum of fractions depends on the order.
 *
 * @throws InquestError as `linkRecords` does, and what the engine throws.
 */
export async function linkRecordsOn(
  engine: LinkEngine,
  input: LinkInput,
  { settings, judgements = [], progress = silentProgress }: LinkRequest,
): Promise<LinkResult> {
  const bound = bindRun(input, settings);
  progress({ step: "linkage.block", done: 0, total: 3, item: "plan" });
  const rules = planRules(bound.keys, bound.records.length, settings.blocking, bound.ownNames);
  progress({ step: "linkage.block", done: 1, total: 3, item: "blocks" });
  const run = await engine.open(toJob(bound, rules, settings));
  try {
    const plan = await takePlan(run, bound, rules, settings);
    progress({ step: "linkage.compare", done: 0, total: plan.report.candidatePairs });
    const trained = trainRun(bound, {
      plan,
      settings,
      progress,
      ...(await samples(run, bound, plan, settings)),
    });
    progress({ step: "linkage.score", done: 0, total: bound.records.length });
    const weighed = await run.score(await answersFor(run, trained, settings));
    const kept = holdOneList(weighed, bound.records, settings.decision);
    const scored = toScoredRun(trained, plan, kept, settings);
    const decided = decideLinks(scored, settings, judgements, progress);
    const ruleOfAsked = await run.rulesOf(decided.asked);
    return concludeLinks(scored, decided, ruleOfAsked, { settings, progress });
  } finally {
    await run.close();
  }
}

function toJob(
  { records, keys, blocked, comparers }: BoundRun,
  rules: readonly Rule[],
  settings: LinkSettings,
): EngineJob {
  const used = rules.map((rule) => ({ rule, splits: splitColumns(rule.keys, keys) }));
  return {
    recordCount: records.length,
    keys,
    rules: used.map(({ rule, splits }) => {
      const [first, second] = rule.keys.map((key) => keys.indexOf(key));
      return {
        first: first ?? -1,
        second: second ?? null,
        cap: rule.cap,
        splits: splits.map((column) => keys.indexOf(column)),
      };
    }),
    mostCombinations: MOST_COMBINATIONS,
    blocked: Int32Array.from(blocked),
    isExhaustive: isAllPairs(blocked.length, settings.blocking),
    values: comparers.map(({ pieces }) => pieces.ids),
  };
}

/** The engine lays out so many keys of records at once: some rules at a time, and no more than are needed. */
const KEYS_AT_ONCE = 8_000_000;

/** Lays the blocks out, counts what each rule adds, and takes rules until the budget is spent. */
async function takePlan(
  run: EngineRun,
  { records, blocked }: BoundRun,
  rules: readonly Rule[],
  { blocking }: LinkSettings,
): Promise<CandidatePlan> {
  const oneIn = countedPart(rules);
  const counted =
    oneIn === 1 ? null : Int32Array.from(records.keys()).filter((record) => isCounted(record, oneIn));
  const budget = budgetOf(blocking, records.length);
  const accounts: RuleAccount[] = [];
  const newPairs: number[] = [];
  for (let spent = 0; newPairs.length < rules.length && spent < budget; ) {
    const laid = await run.layOut(endOfPart(rules, newPairs.length, records.length), counted);
    accounts.push(...laid.accounts);
    for (const pairs of laid.newPairs) {
      newPairs.push(pairs * oneIn);
      spent += pairs * oneIn;
    }
  }
  const plan = takeRules({
    ...{ rules, accounts, newPairs, blocked },
    recordCount: records.length,
    settings: blocking,
  });
  await run.take(plan.rules.length);
  return plan;
}

/** The end of the rules from `first` on whose keys together are about as many as are laid out at once; one at least. */
function endOfPart(rules: readonly Rule[], first: number, recordCount: number): number {
  let [end, keys] = [first, 0];
  while (end < rules.length && keys < KEYS_AT_ONCE) {
    keys += (rules[end]?.keys ?? []).reduce(
      (product, { ids }) => (product * ids.length) / recordCount,
      recordCount,
    );
    end += 1;
  }
  return end;
}

/** The pairs that training sees, in the order in which this engine would have met them. */
async function samples(
  run: EngineRun,
  { records, comparers, ownNames }: BoundRun,
  plan: CandidatePlan,
  settings: LinkSettings,
) {
  const { seed } = settings.training;
  const { scale, part } = partOfCandidates(plan.report.candidatePairs, records.length, seed);
  const { left, right } = await run.sampleCandidates(part);
  const ofRules = new Map<Rule, readonly [Int32Array, Int32Array]>();
  const { rules } = plan;
  for (const rule of trainingRules({ comparers, ownNames, rules, recordCount: records.length, settings })) {
    const pairs = await run.sampleRule(rules.indexOf(rule), partOfRule(rule, seed));
    ofRules.set(rule, [pairs.left, pairs.right]);
  }
  return {
    sample: { table: comparePairs(left, right, comparers), scale },
    pairsOfRule: (rule: Rule) => {
      const found = ofRules.get(rule);
      if (found === undefined) throw new RangeError(`no pairs of the rule ${rule.name} were asked for`);
      return found;
    },
  };
}
