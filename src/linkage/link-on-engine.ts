/** Linkage on another engine: the same result as `linkRecords`, to the byte. */
import { type Progress, silentProgress } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { type PlannedRule, planRules, type Rule } from "./blocking-rules.ts";
import { BlockFinder, MOST_COMBINATIONS } from "./blocks.ts";
import type { RuleAccount } from "./candidate-space.ts";
import { budgetOf, type CandidatePlan, countedPart, isAllPairs, isCounted, takeRules } from "./candidates.ts";
import { concludeLinks, decideLinks } from "./decide-links.ts";
import type { EngineJob, EngineRun, LinkEngine } from "./engine.ts";
import { answersFor } from "./engine-answers.ts";
import { type LinkedWithModel, toKept } from "./link-again.ts";
import { comparePairs, runAlone } from "./link-jobs.ts";
import { holdOneList } from "./name-conflict.ts";
import { followedRecords } from "./novelty.ts";
import { partOfCandidates, partOfRule } from "./pair-part.ts";
import { type BoundRun, bindRun } from "./prepare-run.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LeftOutRule, LinkResult } from "./result.ts";
import { RuleChoice } from "./rule-choice.ts";
import { type RunSample, type ScoredRun, toScoredRun, trainRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { trainingRules } from "./training-pairs.ts";

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
  request: LinkRequest,
): Promise<LinkResult> {
  return (await runOn(engine, input, request)).result;
}

/** `linkAndKeep` in the same way: model and scores are the same to the byte, too. @throws as `linkRecordsOn` does. */
export async function linkAndKeepOn(
  engine: LinkEngine,
  input: LinkInput,
  request: LinkRequest,
): Promise<LinkedWithModel> {
  const { run, result } = await runOn(engine, input, request);
  return toKept(run, request.settings, result);
}

async function runOn(
  engine: LinkEngine,
  input: LinkInput,
  { settings, judgements = [], progress = silentProgress }: LinkRequest,
): Promise<{ readonly run: ScoredRun; readonly result: LinkResult }> {
  const { run: bound, keys } = bindRun(input, settings);
  const { records, ownNames } = bound;
  progress({ step: "linkage.block", done: 0, total: 3, item: "plan" });
  const planned = planRules(
    keys,
    new BlockFinder(records.length),
    records.length,
    settings.blocking,
    ownNames,
  );
  progress({ step: "linkage.block", done: 1, total: 3, item: "blocks" });
  const run = await engine.open(toJob(bound, keys, planned, settings));
  try {
    const { plan, taken } = await takePlan(run, bound, planned, settings);
    progress({ step: "linkage.compare", done: 0, total: plan.report.candidatePairs });
    const sample = await samples(run, bound, { plan, taken }, settings);
    const trained = runAlone(trainRun(bound, { ...sample, plan, settings, progress }));
    progress({ step: "linkage.score", done: 0, total: records.length });
    const weighed = await run.score(await answersFor(run, trained, settings));
    const toTaken = placesAmong(taken);
    const found = { ...weighed, rule: weighed.rule.map(toTaken) };
    const kept = holdOneList(found, records, settings.decision);
    const scored = toScoredRun(trained, plan, kept, settings);
    const decided = decideLinks(scored, settings, judgements, progress);
    const ruleOfAsked = (await run.rulesOf(decided.asked)).map(toTaken);
    const ruleOf = (index: number): number => ruleOfAsked[index] ?? -1;
    const result = runAlone(concludeLinks(scored, decided, ruleOf, { settings, progress }));
    return { run: scored, result };
  } finally {
    await run.close();
  }
}

/** The place of a planned rule among those that were taken; -1 for none. */
function placesAmong(taken: readonly number[]): (rule: number) => number {
  const places = new Map(taken.map((rule, place) => [rule, place]));
  return (rule) => places.get(rule) ?? -1;
}

function toJob(
  { records, blocked, comparers }: BoundRun,
  keys: readonly KeyColumn[],
  planned: readonly PlannedRule[],
  settings: LinkSettings,
): EngineJob {
  return {
    recordCount: records.length,
    keys,
    rules: planned.map((rule) => {
      const [first, second] = rule.keys.map((key) => keys.indexOf(key));
      return {
        first: first ?? -1,
        second: second ?? null,
        cap: rule.cap,
        splits: rule.splits.map((column) => keys.indexOf(column)),
      };
    }),
    mostCombinations: MOST_COMBINATIONS,
    blocked,
    isExhaustive: isAllPairs(blocked.length, settings.blocking),
    values: comparers.map(({ pieces }) => pieces.ids),
  };
}

/** The engine lays out so many keys of records at once: some rules at a time, and no more than are needed. */
const KEYS_AT_ONCE = 8_000_000;

/** The rules that run, and where each of them stands among the planned ones. */
interface TakenPlan {
  readonly plan: CandidatePlan;
  readonly taken: readonly number[];
}

/** Lays the blocks out, leaves out rules that bring nothing new, counts what each of the others adds, and takes them. */
async function takePlan(
  run: EngineRun,
  { records, blocked }: BoundRun,
  planned: readonly PlannedRule[],
  { blocking }: LinkSettings,
): Promise<TakenPlan> {
  const oneIn = countedPart(planned);
  const positions = Int32Array.from(records.keys());
  const counted = oneIn === 1 ? null : positions.filter((record) => isCounted(record, oneIn));
  const isFree = blocking.rules === null;
  const isFollowed = followedRecords(records.length);
  const followed = isFree ? positions.filter((record) => isFollowed[record] === 1) : null;
  const choice = new RuleChoice(records.length, isFree);
  const budget = budgetOf(blocking, records.length);
  const kept: number[] = [];
  const refusals = new Map<PlannedRule, LeftOutRule["why"]>();
  const accounts: RuleAccount[] = [];
  const newPairs: number[] = [];
  for (let [spent, first] = [0, 0]; first < planned.length && spent < budget; ) {
    const end = endOfPart(planned, first, records.length);
    const laid = await run.layOut(end, followed);
    const some: number[] = [];
    for (const [place, rule] of laid.entries()) {
      const refusal = choice.refusal(rule);
      const refused = planned[first + place];
      if (refusal !== null) {
        if (refused !== undefined) refusals.set(refused, refusal);
        continue;
      }
      some.push(first + place);
      accounts.push(rule.account);
    }
    for (const pairs of await run.keep(some, counted)) {
      newPairs.push(pairs * oneIn);
      spent += pairs * oneIn;
    }
    kept.push(...some);
    first = end;
  }
  const plan = takeRules({
    ...{ planned, refusals, accounts, newPairs, blocked },
    rules: kept.flatMap((rule) => planned[rule] ?? []),
    recordCount: records.length,
    settings: blocking,
  });
  const taken = kept.slice(0, plan.rules.length);
  await run.take((taken.at(-1) ?? -1) + 1);
  return { plan, taken };
}

/** The end of the rules from `first` on whose keys together are about as many as are laid out at once; one at least. */
function endOfPart(rules: readonly PlannedRule[], first: number, recordCount: number): number {
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

/** The pairs that training sees, in the order in which the engine in process would have met them. */
async function samples(
  run: EngineRun,
  { records, comparers, ownNames, work }: BoundRun,
  { plan, taken }: TakenPlan,
  settings: LinkSettings,
): Promise<Pick<RunSample, "scale" | "sampled" | "pairsOfRule">> {
  const { seed } = settings.training;
  const { scale, part } = partOfCandidates(plan.report.candidatePairs, records.length, seed);
  const { left, right } = await run.sampleCandidates(part);
  const ofRules = new Map<Rule, readonly [Int32Array, Int32Array]>();
  const { rules } = plan;
  for (const rule of trainingRules({ comparers, ownNames, rules, recordCount: records.length, settings })) {
    const pairs = await run.sampleRule(taken[rules.indexOf(rule)] ?? -1, partOfRule(rule, seed));
    ofRules.set(rule, [pairs.left, pairs.right]);
  }
  return {
    scale,
    sampled: { left, right, packed: runAlone(comparePairs(work, left, right)) },
    pairsOfRule: (rule: Rule) => {
      const found = ofRules.get(rule);
      if (found === undefined) throw new RangeError(`no pairs of the rule ${rule.name} were asked for`);
      return found;
    },
  };
}
