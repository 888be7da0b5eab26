/** The port of `linkage` in SQL that DuckDB runs and Spark is meant to. */
import type {
  Answers,
  EngineJob,
  EnginePairs,
  EngineRun,
  EngineScoring,
  LinkEngine,
  RuleAccount,
  ValueCondition,
} from "../../linkage/index.ts";
import {
  blockAccountQuery,
  blocksQuery,
  candidatesQuery,
  cappedAccountQuery,
  crowdsQuery,
  entriesQuery,
  freshPairsQuery,
  groupsQuery,
  largeQuery,
  newPairsQuery,
  pairsQuery,
  partsQuery,
  placesQuery,
  type RuleRange,
  toKeyTable,
  toRuleTable,
  toSplitTable,
} from "./blocking-sql.ts";
import type { Dialect } from "./dialect.ts";
import {
  crossedPairsQuery,
  type LoadedCondition,
  pairsWhereQuery,
  partQuery,
  rulesOfQuery,
  valueColumn,
  valuePairsQuery,
} from "./pairs-sql.ts";
import { type AnswerTables, keptQuery, scoreQuery } from "./scoring-sql.ts";
import type { IntegerTable, SqlSession } from "./session.ts";
import { Steps } from "./steps.ts";

/** An engine for linkage over sessions of one dialect. @param openSession - a new session for each run. */
export function createSqlEngine(dialect: Dialect, openSession: () => Promise<SqlSession>): LinkEngine {
  return {
    name: dialect.name,
    open: async (job) => {
      const steps = new Steps(await openSession(), dialect);
      try {
        return await openRun(job, steps);
      } catch (error) {
        await steps.close();
        throw error;
      }
    },
  };
}

async function openRun(job: EngineJob, steps: Steps): Promise<EngineRun> {
  const keyTable = toKeyTable(job);
  const keys = await steps.load("keys", keyTable);
  const rules = await steps.load("rules", toRuleTable(job));
  const splits = await steps.load("splits", toSplitTable(job));
  const records = await steps.load("records", {
    record: Int32Array.from({ length: job.recordCount }, (_, record) => record),
    ...Object.fromEntries(job.values.map((values, index) => [valueColumn(index), values])),
  });
  const mostKeys = keyTable.key_count.reduce((most, count) => Math.max(most, count), 0) + 1;
  const places: { readonly endRule: number; readonly table: string }[] = [];
  /** Tables of the pairs that are counted, each pair in the first that holds it. */
  const fresh: string[] = [];
  let areAllCounted = true;
  let candidates = "";
  const pairsOf = async (query: string): Promise<EnginePairs> => {
    const [left = NONE, right = NONE] = await steps.readIntegers(query, 2);
    return { left, right };
  };
  const valuesOf = async (query: string) => {
    const { left, right } = await pairsOf(query);
    return { first: left, second: right };
  };
  const loadConditions = (conditions: readonly ValueCondition[]): Promise<LoadedCondition[]> =>
    Promise.all(
      conditions.map(async ({ leftColumn, rightColumn, first, second }) => ({
        ...{ leftColumn, rightColumn },
        table: await steps.load("condition", { first_value: first, second_value: second }),
      })),
    );
  const tables = () => ({ candidates, records });
  return {
    async layOut(endRule, counted) {
      const range = { firstRule: places.at(-1)?.endRule ?? 0, endRule };
      const laid = await layBlocksOut(job, steps, { keys, rules, splits, range, mostKeys });
      places.push({ endRule, table: laid.places });
      areAllCounted = counted === null;
      const lefts = counted === null ? null : await steps.load("lefts", { record: counted });
      const pairs = pairsQuery({ places: [laid.places], ...range, lefts });
      const table = await steps.make("pairs", freshPairsQuery(pairs, fresh));
      fresh.push(table);
      const newPairs = new Array<number>(endRule - range.firstRule).fill(0);
      for (const [rule = 0, count = 0] of await steps.readCounts(newPairsQuery(table), 2)) {
        newPairs[rule - range.firstRule] = count;
      }
      return { accounts: laid.accounts, newPairs };
    },
    async take(ruleCount) {
      const blocked = job.isExhaustive ? await steps.load("blocked", { record: job.blocked }) : null;
      if (!areAllCounted) {
        await steps.drop(...fresh.splice(0));
        const all = places.map(({ table }) => table);
        const scope = { places: all, firstRule: 0, endRule: ruleCount, lefts: null };
        fresh.push(await steps.make("pairs", pairsQuery(scope)));
      }
      // Without a rule no pair was ever laid out.
      const none = { left_record: NONE, right_record: NONE, block: NONE };
      if (fresh.length === 0) fresh.push(await steps.load("pairs", none));
      candidates = await steps.make("candidates", candidatesQuery({ pairs: fresh, blocked, ruleCount }));
      await steps.drop(...fresh.splice(0));
    },
    sampleCandidates: (part) => pairsOf(partQuery(candidates, part, steps.dialect)),
    sampleRule: (rule, part) => {
      const own = places.find(({ endRule }) => rule < endRule)?.table;
      const scope = {
        places: own === undefined ? [] : [own],
        firstRule: rule,
        endRule: rule + 1,
        lefts: null,
      };
      return pairsOf(partQuery(`(${pairsQuery(scope)})`, part, steps.dialect));
    },
    valuePairs: (column) => valuesOf(valuePairsQuery(candidates, records, column)),
    crossedPairs: async (columns, conditions) =>
      valuesOf(crossedPairsQuery(tables(), columns, await loadConditions(conditions))),
    pairsWhere: async (conditions) => pairsOf(pairsWhereQuery(tables(), await loadConditions(conditions))),
    async score(scoring) {
      const answers = await loadAnswers(scoring, steps);
      const joint: string[] = [];
      for (const { firstLevel, secondLevel, weight } of scoring.joint) {
        joint.push(await steps.load("joint", { first_level: firstLevel, second_level: secondLevel, weight }));
      }
      const kept = await steps.make("kept", scoreQuery({ ...tables(), answers, joint }, scoring));
      const [left = NONE, right = NONE, weights = NONE, rule = NONE] = await steps.readIntegers(
        keptQuery(kept),
        4,
      );
      return { left, right, weights, rule };
    },
    async rulesOf({ left, right }) {
      const place = Int32Array.from(left.keys());
      const asked = await steps.load("asked", { place, left_record: left, right_record: right });
      const [rules = NONE] = await steps.readIntegers(rulesOfQuery(asked, candidates), 1);
      return rules;
    },
    close: () => steps.close(),
  };
}

const NONE = new Int32Array(0);

/** Lays out the blocks of some rules. Only where each record stands is kept of it. */
async function layBlocksOut(
  job: EngineJob,
  steps: Steps,
  loaded: {
    readonly keys: string;
    readonly rules: string;
    readonly splits: string;
    readonly range: RuleRange;
    readonly mostKeys: number;
  },
): Promise<{ readonly places: string; readonly accounts: RuleAccount[] }> {
  const { keys, rules, splits, range, mostKeys } = loaded;
  const entries = await steps.make("entries", entriesQuery({ rules, keys }, range, job.mostCombinations));
  const groups = await steps.make("groups", groupsQuery(entries, job.mostCombinations));
  // A step of its own: an engine that knows how few these are plans the next one well.
  const crowds = await steps.make("crowds", crowdsQuery({ entries, groups, rules }));
  const large = await steps.make("large", largeQuery({ crowds, splits, keys }));
  const parts = await steps.make("parts", partsQuery(large, rules, mostKeys));
  const blocks = await steps.make("blocks", blocksQuery({ groups, rules, parts }));
  const places = await steps.make("places", placesQuery({ entries, large, blocks }));
  const accounts = await readAccounts(steps, { groups, rules, parts }, range);
  await steps.drop(entries, groups, crowds, large, parts, blocks);
  return { places, accounts };
}

async function readAccounts(
  steps: Steps,
  tables: { readonly groups: string; readonly rules: string; readonly parts: string },
  { firstRule, endRule }: RuleRange,
): Promise<RuleAccount[]> {
  const capped = new Map<number, number>();
  for (const [rule = 0, twice = 0] of await steps.readCounts(cappedAccountQuery(tables), 2)) {
    capped.set(rule, twice / 2);
  }
  const accounts: RuleAccount[] = Array.from({ length: endRule - firstRule }, () => ({
    ...{ blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 },
  }));
  const blocks = await steps.readCounts(blockAccountQuery(tables.groups, tables.rules), 5);
  for (const [rule = 0, count = 0, largestBlock = 0, twice = 0, splitBlocks = 0] of blocks) {
    accounts[rule - firstRule] = {
      ...{ blocks: count, largestBlock, pairs: twice / 2, splitBlocks },
      cappedPairs: capped.get(rule) ?? 0,
    };
  }
  return accounts;
}

async function loadAnswers({ comparisons }: EngineScoring, steps: Steps): Promise<AnswerTables[]> {
  const tables: AnswerTables[] = [];
  for (const { values, pairs } of comparisons) {
    tables.push({
      values:
        values.first.length === 0
          ? null
          : await steps.load("answers", {
              ...{ first_value: values.first, second_value: values.second },
              ...columnsOf(values),
            }),
      pairs:
        pairs.left.length === 0
          ? null
          : await steps.load("exceptions", {
              ...{ left_record: pairs.left, right_record: pairs.right },
              ...columnsOf(pairs),
            }),
    });
  }
  return tables;
}

function columnsOf({ level, weight, conflict, identifier }: Answers): IntegerTable {
  return { level, weight, conflict, identifier };
}
