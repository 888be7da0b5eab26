/** The port of `linkage` in SQL that DuckDB runs and Spark is meant to. */
import type {
  Answers,
  EngineJob,
  EnginePairs,
  EngineRun,
  EngineScoring,
  LaidRule,
  LinkEngine,
  RuleAccount,
  ValueCondition,
} from "../../linkage/index.ts";
import {
  besideQuery,
  blockAccountQuery,
  blocksQuery,
  candidatesQuery,
  cappedAccountQuery,
  crowdsQuery,
  entriesQuery,
  freshPairsQuery,
  groupsQuery,
  keptPlacesQuery,
  largeQuery,
  newPairsQuery,
  pairsQuery,
  partsQuery,
  placesQuery,
  type RuleRange,
  roomQuery,
  toKeyTable,
  toRuleTable,
  toSplitTable,
  visitsQuery,
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
    check: async () => (await openSession()).close(),
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
  /** What was laid out last, before it is known which of its rules are kept. */
  let last = { firstRule: 0, endRule: 0, table: "" };
  /** Tables of what followed records stand beside, each pair in the first that holds it. */
  const beside: string[] = [];
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
  // One after another: two with the same values are one table.
  const loadConditions = async (conditions: readonly ValueCondition[]): Promise<LoadedCondition[]> => {
    const loaded: LoadedCondition[] = [];
    for (const { leftColumn, rightColumn, first, second } of conditions) {
      const table = await steps.load("condition", { first_value: first, second_value: second });
      loaded.push({ leftColumn, rightColumn, table });
    }
    return loaded;
  };
  const tables = () => ({ candidates, records });
  return {
    async layOut(endRule, followed) {
      const range = { firstRule: last.endRule, endRule };
      const laid = await layBlocksOut(job, steps, { keys, rules, splits, range, mostKeys });
      last = { ...range, table: laid.places };
      const seen = await readFollowed(steps, laid.places, { followed, beside });
      return laid.accounts.map((account, index): LaidRule => {
        const rule = range.firstRule + index;
        const [members = 0, blocks = 0] = laid.room.get(rule) ?? [];
        const { visits, fresh: found } = seen;
        const told = { visits: visits.get(rule) ?? 0, fresh: found.get(rule) ?? 0 };
        return { account, places: members + blocks, ...told };
      });
    },
    async keep(kept, counted) {
      const { firstRule, endRule, table: laid } = last;
      let own = laid;
      if (kept.length < endRule - firstRule) {
        own = await steps.make("places", keptPlacesQuery(laid, kept));
        await steps.drop(laid);
      }
      places.push({ endRule, table: own });
      areAllCounted = counted === null;
      const lefts = counted === null ? null : await steps.load("lefts", { record: counted });
      const pairs = pairsQuery({ places: [own], firstRule, endRule, lefts });
      const table = await steps.make("pairs", freshPairsQuery(pairs, fresh));
      fresh.push(table);
      const newPairs = new Map<number, number>();
      for (const [rule = 0, count = 0] of await steps.readCounts(newPairsQuery(table), 2)) {
        newPairs.set(rule, count);
      }
      return kept.map((rule) => newPairs.get(rule) ?? 0);
    },
    async take(endRule) {
      await steps.drop(...beside.splice(0));
      const blocked = job.isExhaustive ? await steps.load("blocked", { record: job.blocked }) : null;
      if (!areAllCounted) {
        await steps.drop(...fresh.splice(0));
        const all = places.map(({ table }) => table);
        const scope = { places: all, firstRule: 0, endRule, lefts: null };
        fresh.push(await steps.make("pairs", pairsQuery(scope)));
      }
      // Without a rule no pair was ever laid out.
      const none = { left_record: NONE, right_record: NONE, block: NONE };
      if (fresh.length === 0) fresh.push(await steps.load("pairs", none));
      candidates = await steps.make("candidates", candidatesQuery({ pairs: fresh, blocked, endRule }));
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
): Promise<{
  readonly places: string;
  readonly accounts: RuleAccount[];
  /** Members of the blocks of each rule, and how many blocks. */
  readonly room: ReadonlyMap<number, readonly [members: number, blocks: number]>;
}> {
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
  const room = new Map<number, readonly [number, number]>();
  for (const [rule = 0, members = 0, count = 0] of await steps.readCounts(roomQuery(places), 3)) {
    room.set(rule, [members, count]);
  }
  return { places, accounts, room };
}

/** For each rule how often followed records stand beside another, and how often they never did before. */
async function readFollowed(
  steps: Steps,
  places: string,
  { followed, beside }: { readonly followed: Int32Array | null; readonly beside: string[] },
) {
  const [visits, fresh] = [new Map<number, number>(), new Map<number, number>()];
  if (followed === null) return { visits, fresh };
  const records = await steps.load("followed", { record: followed });
  for (const [rule = 0, count = 0] of await steps.readCounts(visitsQuery(places, records), 2)) {
    visits.set(rule, count);
  }
  const table = await steps.make("beside", freshPairsQuery(besideQuery(places, records), beside));
  beside.push(table);
  for (const [rule = 0, count = 0] of await steps.readCounts(newPairsQuery(table), 2)) fresh.set(rule, count);
  return { visits, fresh };
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
