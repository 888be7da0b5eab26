/** The port of `linkage` in SQL that DuckDB runs and Spark is meant to. */
import type {
  Answers,
  EngineJob,
  EnginePairs,
  EngineRun,
  EngineScoring,
  LinkEngine,
  ValueCondition,
} from "../../linkage/index.ts";
import {
  blockAccountQuery,
  candidatesQuery,
  cappedAccountQuery,
  membersQuery,
  newPairsQuery,
  pairsQuery,
  partsQuery,
  placesQuery,
  toKeyTable,
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
  const caps = await steps.load("caps", {
    rule: Int32Array.from(job.rules.keys()),
    cap: Int32Array.from(job.rules, ({ cap }) => cap),
  });
  const splits = await steps.load("splits", toSplitTable(job));
  const records = await steps.load("records", {
    record: Int32Array.from({ length: job.recordCount }, (_, record) => record),
    ...Object.fromEntries(job.values.map((values, index) => [valueColumn(index), values])),
  });
  const mostKeys = keyTable.key_count.reduce((most, count) => Math.max(most, count), 0) + 1;
  const made = { places: "", allPairs: null as string | null, candidates: "" };
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
  const tables = () => ({ candidates: made.candidates, records });
  return {
    async layOut(counted) {
      const members = await steps.make("members", membersQuery(job, keys));
      const parts = await steps.make("parts", partsQuery({ members, keys, splits, mostKeys }));
      made.places = await steps.make("places", placesQuery({ members, keys, splits, parts, caps }));
      const lefts = counted === null ? null : await steps.load("lefts", { record: counted });
      const scope = { places: made.places, firstRule: 0, endRule: job.rules.length, lefts };
      const pairs = await steps.make("pairs", pairsQuery(scope));
      const accounts = await readAccounts(job, steps, { members, parts, caps });
      const newPairs = new Array<number>(job.rules.length).fill(0);
      for (const [rule = 0, count = 0] of await steps.readCounts(newPairsQuery(pairs), 2))
        newPairs[rule] = count;
      await steps.drop(members, parts);
      if (counted === null) made.allPairs = pairs;
      else await steps.drop(pairs);
      return { accounts, newPairs };
    },
    async take(ruleCount) {
      const scope = { places: made.places, firstRule: 0, endRule: ruleCount, lefts: null };
      const pairs = made.allPairs ?? (await steps.make("pairs", pairsQuery(scope)));
      const blocked = job.isExhaustive ? await steps.load("blocked", { record: job.blocked }) : null;
      made.candidates = await steps.make("candidates", candidatesQuery({ pairs, blocked, ruleCount }));
      await steps.drop(pairs);
    },
    sampleCandidates: (part) => pairsOf(partQuery(made.candidates, part, steps.dialect)),
    sampleRule: (rule, part) => {
      const scope = { places: made.places, firstRule: rule, endRule: rule + 1, lefts: null };
      return pairsOf(partQuery(`(${pairsQuery(scope)})`, part, steps.dialect));
    },
    valuePairs: (column) => valuesOf(valuePairsQuery(made.candidates, records, column)),
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
      const [rules = NONE] = await steps.readIntegers(rulesOfQuery(asked, made.candidates), 1);
      return rules;
    },
    close: () => steps.close(),
  };
}

const NONE = new Int32Array(0);

async function readAccounts(
  job: EngineJob,
  steps: Steps,
  tables: { readonly members: string; readonly parts: string; readonly caps: string },
) {
  const accounts = job.rules.map(() => ({
    ...{ blocks: 0, largestBlock: 0, pairs: 0, splitBlocks: 0, cappedPairs: 0 },
  }));
  const blocks = await steps.readCounts(blockAccountQuery(tables.members, tables.caps), 5);
  for (const [rule = 0, count = 0, largestBlock = 0, twice = 0, splitBlocks = 0] of blocks) {
    accounts[rule] = { blocks: count, largestBlock, pairs: twice / 2, splitBlocks, cappedPairs: 0 };
  }
  for (const [rule = 0, twice = 0] of await steps.readCounts(cappedAccountQuery(tables), 2)) {
    const account = accounts[rule];
    if (account !== undefined) account.cappedPairs = twice / 2;
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
