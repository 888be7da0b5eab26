/** Blocks and candidates in SQL: the same blocks, in the same order, as `linkage` lays them out. */
import type { EngineJob, EngineRule } from "../../linkage/index.ts";

/** A block's number: the rule above, its place within the rule below; so the least number is the first block. */
const BLOCKS_PER_RULE = 1_099_511_627_776;

/** The number that is above all blocks of the rules before `rule`. */
export const blocksBefore = (rule: number): string => (rule * BLOCKS_PER_RULE).toFixed(0);

const ruleOfBlock = (block: string): string =>
  `CAST(FLOOR(CAST(${block} AS DOUBLE) / ${BLOCKS_PER_RULE}) AS INTEGER)`;

/** Every key of every record, one row each: column, record, key, its place among the record's keys, and their number. */
export function toKeyTable({ keys, recordCount }: EngineJob) {
  const size = keys.reduce((sum, { ids }) => sum + ids.length, 0);
  const table = {
    key_column: new Int32Array(size),
    record: new Int32Array(size),
    key_id: new Int32Array(size),
    place: new Int32Array(size),
    key_count: new Int32Array(size),
  };
  let row = 0;
  for (const [column, { offsets, ids }] of keys.entries()) {
    for (let record = 0; record < recordCount; record += 1) {
      const [from, to] = [offsets[record] ?? 0, offsets[record + 1] ?? 0];
      for (let at = from; at < to; at += 1) {
        table.key_column[row] = column;
        table.record[row] = record;
        table.key_id[row] = ids[at] ?? 0;
        table.place[row] = at - from;
        table.key_count[row] = to - from;
        row += 1;
      }
    }
  }
  return table;
}

export function toSplitTable({ rules }: EngineJob) {
  const splits = rules.flatMap(({ splits: columns, cap }, rule) =>
    columns.map((column, order) => ({ rule, column, order, cap })),
  );
  return {
    rule: Int32Array.from(splits, ({ rule }) => rule),
    cap: Int32Array.from(splits, ({ cap }) => cap),
    split: Int32Array.from(splits, ({ order }) => order),
    key_column: Int32Array.from(splits, ({ column }) => column),
  };
}

/**
 * The members of every block of two or more records: rule, record, where the block was first seen, its size.
 * First seen is a number that only this block of the rule has: the first record's position and its combination of keys.
 */
export function membersQuery(job: EngineJob, keys: string): string {
  return job.rules
    .map((rule, index) => {
      const most = job.mostCombinations;
      const seen = `MIN(CAST(e.record AS BIGINT) * ${most} + e.combination) OVER (PARTITION BY e.one, e.other)`;
      const size = "COUNT(*) OVER (PARTITION BY e.one, e.other)";
      return [
        `SELECT ${index} AS rule, m.record AS record, m.seen AS seen, CAST(m.size AS INTEGER) AS size`,
        `FROM (SELECT e.record AS record, ${seen} AS seen, ${size} AS size`,
        `FROM (${entriesQuery(rule, keys, most)}) AS e WHERE e.combination < ${most}) AS m WHERE m.size >= 2`,
      ].join(" ");
    })
    .join(" UNION ALL ");
}

/** The keys, or combinations of two keys, of each record under a rule, numbered as they stand in the record. */
function entriesQuery({ first, second }: EngineRule, keys: string, most: number): string {
  if (second === null) {
    return `SELECT a.record AS record, a.key_id AS one, 0 AS other, a.place AS combination FROM ${keys} AS a WHERE a.key_column = ${first}`;
  }
  // Later places have no combination that counts; without this a record of very many keys would cost their square.
  const joined = [
    `FROM ${keys} AS a JOIN ${keys} AS b ON b.record = a.record`,
    `WHERE a.key_column = ${first} AND b.key_column = ${second}`,
    `AND a.place < ${most} AND b.place < ${2 * most}`,
  ].join(" ");
  if (second !== first) {
    return `SELECT a.record AS record, a.key_id AS one, b.key_id AS other, a.place * b.key_count + b.place AS combination ${joined}`;
  }
  // Two keys of one column, the earlier place first; as a block they have no order.
  const before = "CAST(FLOOR(CAST(a.place * (2 * a.key_count - a.place - 1) AS DOUBLE) / 2) AS INTEGER)";
  return [
    "SELECT a.record AS record, CASE WHEN a.key_id < b.key_id THEN a.key_id ELSE b.key_id END AS one,",
    "CASE WHEN a.key_id < b.key_id THEN b.key_id ELSE a.key_id END AS other,",
    `${before} + b.place - a.place - 1 AS combination ${joined} AND a.place < b.place`,
  ].join(" ");
}

/** The parts of blocks above their rule's cap: from two records up to the cap that share a key of a splitting column. */
export function partsQuery(tables: {
  readonly members: string;
  readonly keys: string;
  readonly splits: string;
  /** More than any record has keys of one column. */
  readonly mostKeys: number;
}): string {
  const large = [
    "SELECT m.rule AS rule, m.record AS record, m.seen AS seen, s.split AS split, s.cap AS cap, k.key_id AS key_id,",
    "k.place AS place",
    `FROM ${tables.members} AS m JOIN ${tables.splits} AS s ON s.rule = m.rule`,
    `JOIN ${tables.keys} AS k ON k.record = m.record AND k.key_column = s.key_column WHERE m.size > s.cap`,
  ].join(" ");
  const seen = `MIN(CAST(l.record AS BIGINT) * ${tables.mostKeys} + l.place)`;
  return [
    "SELECT p.rule AS rule, p.seen AS seen, p.split AS split, p.key_id AS key_id, p.part_seen AS part_seen, p.size AS size",
    "FROM (SELECT l.rule AS rule, l.seen AS seen, l.split AS split, l.key_id AS key_id, MIN(l.cap) AS cap,",
    `${seen} AS part_seen, CAST(COUNT(*) AS INTEGER) AS size FROM (${large}) AS l`,
    "GROUP BY l.rule, l.seen, l.split, l.key_id) AS p WHERE p.size >= 2 AND p.size <= p.cap",
  ].join(" ");
}

/** Each record in each block that stands, with the block's number: blocks up to the cap, and the parts of larger ones. */
export function placesQuery(tables: {
  readonly members: string;
  readonly keys: string;
  readonly splits: string;
  readonly parts: string;
  readonly caps: string;
}): string {
  const whole = [
    "SELECT m.rule AS rule, m.record AS record, m.seen AS seen, -1 AS split, CAST(0 AS BIGINT) AS part_seen",
    `FROM ${tables.members} AS m JOIN ${tables.caps} AS c ON c.rule = m.rule WHERE m.size <= c.cap`,
  ].join(" ");
  const parts = [
    "SELECT m.rule AS rule, m.record AS record, m.seen AS seen, p.split AS split, p.part_seen AS part_seen",
    `FROM ${tables.members} AS m JOIN ${tables.parts} AS p ON p.rule = m.rule AND p.seen = m.seen`,
    `JOIN ${tables.splits} AS s ON s.rule = p.rule AND s.split = p.split`,
    `JOIN ${tables.keys} AS k ON k.record = m.record AND k.key_column = s.key_column AND k.key_id = p.key_id`,
  ].join(" ");
  const number = "DENSE_RANK() OVER (PARTITION BY b.rule ORDER BY b.seen, b.split, b.part_seen)";
  return [
    `SELECT b.record AS record, CAST(b.rule AS BIGINT) * ${BLOCKS_PER_RULE} + ${number} AS block`,
    `FROM (${whole} UNION ALL ${parts}) AS b`,
  ].join(" ");
}

/** What the blocks of each rule are: rule, blocks, the largest, twice the pairs, and blocks above the cap. */
export function blockAccountQuery(members: string, caps: string): string {
  return [
    "SELECT CAST(b.rule AS DOUBLE), CAST(COUNT(*) AS DOUBLE), CAST(MAX(b.size) AS DOUBLE),",
    "CAST(SUM(CAST(b.size AS BIGINT) * (b.size - 1)) AS DOUBLE),",
    "CAST(SUM(CASE WHEN b.size > c.cap THEN 1 ELSE 0 END) AS DOUBLE)",
    `FROM (SELECT m.rule AS rule, m.seen AS seen, MAX(m.size) AS size FROM ${members} AS m GROUP BY m.rule, m.seen) AS b`,
    `JOIN ${caps} AS c ON c.rule = b.rule GROUP BY b.rule`,
  ].join(" ");
}

/** Twice the pairs of large blocks that no part holds, for each rule; parts may hold a pair more than once. */
export function cappedAccountQuery(tables: {
  readonly members: string;
  readonly caps: string;
  readonly parts: string;
}): string {
  const large = [
    "SELECT m.rule AS rule, m.seen AS seen, CAST(MAX(m.size) AS BIGINT) * (MAX(m.size) - 1) AS pairs",
    `FROM ${tables.members} AS m JOIN ${tables.caps} AS c ON c.rule = m.rule WHERE m.size > c.cap`,
    "GROUP BY m.rule, m.seen",
  ].join(" ");
  const kept = [
    "SELECT p.rule AS rule, p.seen AS seen, SUM(CAST(p.size AS BIGINT) * (p.size - 1)) AS pairs",
    `FROM ${tables.parts} AS p GROUP BY p.rule, p.seen`,
  ].join(" ");
  return [
    "SELECT CAST(l.rule AS DOUBLE), CAST(SUM(CASE WHEN k.pairs IS NULL THEN l.pairs",
    "WHEN k.pairs >= l.pairs THEN 0 ELSE l.pairs - k.pairs END) AS DOUBLE)",
    `FROM (${large}) AS l LEFT JOIN (${kept}) AS k ON k.rule = l.rule AND k.seen = l.seen GROUP BY l.rule`,
  ].join(" ");
}

/** Which pairs of the places a query takes. */
export interface PairScope {
  readonly places: string;
  /** The rules from this one up to, not with, `endRule`. */
  readonly firstRule: number;
  readonly endRule: number;
  /** A table of the left records that count; null for all. */
  readonly lefts: string | null;
}

/** Every pair once, with the first block that holds it. */
export function pairsQuery({ places, firstRule, endRule, lefts }: PairScope): string {
  const counted = lefts === null ? "" : ` JOIN ${lefts} AS f ON f.record = a.record`;
  return [
    "SELECT a.record AS left_record, b.record AS right_record, MIN(a.block) AS block",
    `FROM ${places} AS a JOIN ${places} AS b ON b.block = a.block${counted}`,
    `WHERE a.record < b.record AND a.block >= ${blocksBefore(firstRule)} AND a.block < ${blocksBefore(endRule)}`,
    "GROUP BY a.record, b.record",
  ].join(" ");
}

export function newPairsQuery(pairs: string): string {
  return [
    `SELECT CAST(n.rule AS DOUBLE), CAST(COUNT(*) AS DOUBLE)`,
    `FROM (SELECT ${ruleOfBlock("p.block")} AS rule FROM ${pairs} AS p) AS n GROUP BY n.rule`,
  ].join(" ");
}

/** The candidates with the first rule that holds each, -1 where only completeness does. */
export function candidatesQuery({
  pairs,
  blocked,
  ruleCount,
}: {
  readonly pairs: string;
  /** The records of which every two are candidates; null where only the rules speak. */
  readonly blocked: string | null;
  readonly ruleCount: number;
}): string {
  const held = `SELECT p.left_record AS left_record, p.right_record AS right_record, p.block AS block FROM ${pairs} AS p WHERE p.block < ${blocksBefore(ruleCount)}`;
  if (blocked === null) {
    const columns = "c.left_record AS left_record, c.right_record AS right_record, c.block AS block";
    return `SELECT ${columns}, ${ruleOfBlock("c.block")} AS rule FROM (${held}) AS c`;
  }
  return [
    "SELECT a.record AS left_record, b.record AS right_record,",
    `CASE WHEN h.block IS NULL THEN ${blocksBefore(ruleCount)} ELSE h.block END AS block,`,
    `CASE WHEN h.block IS NULL THEN -1 ELSE ${ruleOfBlock("h.block")} END AS rule`,
    `FROM ${blocked} AS a JOIN ${blocked} AS b ON a.record < b.record`,
    `LEFT JOIN (${held}) AS h ON h.left_record = a.record AND h.right_record = b.record`,
  ].join(" ");
}
