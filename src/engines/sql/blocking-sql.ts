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

/** The columns that split the large blocks of each rule, in order. */
export function toSplitTable({ rules }: EngineJob) {
  const splits = rules.flatMap(({ splits: columns }, rule) =>
    columns.map((column, order) => ({ rule, column, order })),
  );
  return {
    rule: Int32Array.from(splits, ({ rule }) => rule),
    split: Int32Array.from(splits, ({ order }) => order),
    key_column: Int32Array.from(splits, ({ column }) => column),
  };
}

/** The rules as a table. `kind`: 1 one key, 2 keys of two columns, 3 two keys of one column. */
export function toRuleTable({ rules }: EngineJob) {
  const kindOf = ({ first, second }: EngineRule) => (second === null ? 1 : second === first ? 3 : 2);
  return {
    rule: Int32Array.from(rules.keys()),
    kind: Int32Array.from(rules, kindOf),
    first_column: Int32Array.from(rules, ({ first }) => first),
    second_column: Int32Array.from(rules, ({ second }) => second ?? -1),
    cap: Int32Array.from(rules, ({ cap }) => cap),
  };
}

/** Some rules in their order: from this one up to, not with, `endRule`. */
export interface RuleRange {
  readonly firstRule: number;
  readonly endRule: number;
}

/**
 * The keys, or combinations of two keys, of each record under each rule, numbered as they stand in the record.
 *
 * @param most - combinations from this number on do not count.
 */
export function entriesQuery(
  tables: { readonly rules: string; readonly keys: string },
  { firstRule, endRule }: RuleRange,
  most: number,
): string {
  const ruled = (kind: number) =>
    `r.kind = ${kind} AND r.rule >= ${firstRule} AND r.rule < ${endRule} AND a.place < ${most}`;
  const first = `FROM ${tables.rules} AS r JOIN ${tables.keys} AS a ON a.key_column = r.first_column`;
  // Later places have no combination that counts; without this a record of very many keys would cost their square.
  const both = `${first} JOIN ${tables.keys} AS b ON b.key_column = r.second_column AND b.record = a.record AND b.place < ${2 * most}`;
  const before = "CAST(FLOOR(CAST(a.place * (2 * a.key_count - a.place - 1) AS DOUBLE) / 2) AS INTEGER)";
  const entries = [
    `SELECT r.rule AS rule, a.record AS record, a.key_id AS one, 0 AS other, a.place AS combination ${first} WHERE ${ruled(1)}`,
    "UNION ALL SELECT r.rule AS rule, a.record AS record, a.key_id AS one, b.key_id AS other,",
    `a.place * b.key_count + b.place AS combination ${both} WHERE ${ruled(2)}`,
    // Two keys of one column, the earlier place first; as a block they have no order.
    "UNION ALL SELECT r.rule AS rule, a.record AS record,",
    "CASE WHEN a.key_id < b.key_id THEN a.key_id ELSE b.key_id END AS one,",
    "CASE WHEN a.key_id < b.key_id THEN b.key_id ELSE a.key_id END AS other,",
    `${before} + b.place - a.place - 1 AS combination ${both} WHERE ${ruled(3)} AND a.place < b.place`,
  ].join(" ");
  return [
    "SELECT e.rule AS rule, e.record AS record, e.one AS one, e.other AS other, e.combination AS combination",
    `FROM (${entries}) AS e WHERE e.combination < ${most}`,
  ].join(" ");
}

/**
 * The blocks of two or more records. `seen` orders the blocks of a rule, and no two have the same: by their first key, and
 * then by where they are first seen, the first record's position and the number of the combination there.
 */
export function groupsQuery(entries: string, most: number): string {
  return [
    "SELECT g.rule AS rule, g.one AS one, g.other AS other,",
    "ROW_NUMBER() OVER (PARTITION BY g.rule ORDER BY g.one, g.seen) AS seen, g.size AS size FROM (",
    `SELECT e.rule AS rule, e.one AS one, e.other AS other, MIN(CAST(e.record AS BIGINT) * ${most} + e.combination) AS seen,`,
    `CAST(COUNT(*) AS INTEGER) AS size FROM ${entries} AS e GROUP BY e.rule, e.one, e.other) AS g WHERE g.size >= 2`,
  ].join(" ");
}

/** The members of blocks above their rule's cap. */
export function crowdsQuery(tables: {
  readonly entries: string;
  readonly groups: string;
  readonly rules: string;
}): string {
  return [
    `SELECT e.rule AS rule, e.record AS record, g.seen AS seen FROM ${tables.entries} AS e`,
    `JOIN ${tables.groups} AS g ON g.rule = e.rule AND g.one = e.one AND g.other = e.other`,
    `JOIN ${tables.rules} AS r ON r.rule = g.rule WHERE g.size > r.cap`,
  ].join(" ");
}

/** Those members under every key of the columns that split their rule's blocks. */
export function largeQuery(tables: {
  readonly crowds: string;
  readonly splits: string;
  readonly keys: string;
}): string {
  return [
    "SELECT m.rule AS rule, m.record AS record, m.seen AS seen, s.split AS split, k.key_id AS key_id, k.place AS place",
    `FROM ${tables.crowds} AS m JOIN ${tables.splits} AS s ON s.rule = m.rule`,
    `JOIN ${tables.keys} AS k ON k.record = m.record AND k.key_column = s.key_column`,
  ].join(" ");
}

/**
 * The parts of large blocks that stand: from two records up to the cap that share a key.
 *
 * @param mostKeys - more than any record has keys of one column.
 */
export function partsQuery(large: string, rules: string, mostKeys: number): string {
  const parts = [
    "SELECT l.rule AS rule, l.seen AS seen, l.split AS split, l.key_id AS key_id,",
    `MIN(CAST(l.record AS BIGINT) * ${mostKeys} + l.place) AS part_seen, CAST(COUNT(*) AS INTEGER) AS size`,
    `FROM ${large} AS l GROUP BY l.rule, l.seen, l.split, l.key_id`,
  ].join(" ");
  return [
    "SELECT p.rule AS rule, p.seen AS seen, p.split AS split, p.key_id AS key_id, p.part_seen AS part_seen, p.size AS size",
    `FROM (${parts}) AS p JOIN ${rules} AS r ON r.rule = p.rule WHERE p.size >= 2 AND p.size <= r.cap`,
  ].join(" ");
}

/** The blocks that stand, numbered in their order: those up to the cap, and the parts of larger ones. */
export function blocksQuery(tables: {
  readonly groups: string;
  readonly rules: string;
  readonly parts: string;
}): string {
  const whole = [
    "SELECT g.rule AS rule, g.one AS one, g.other AS other, g.seen AS seen, -1 AS split, -1 AS key_id,",
    "CAST(0 AS BIGINT) AS part_seen",
    `FROM ${tables.groups} AS g JOIN ${tables.rules} AS r ON r.rule = g.rule WHERE g.size <= r.cap`,
  ].join(" ");
  const parts = [
    "SELECT p.rule AS rule, -1 AS one, -1 AS other, p.seen AS seen, p.split AS split, p.key_id AS key_id,",
    `p.part_seen AS part_seen FROM ${tables.parts} AS p`,
  ].join(" ");
  return [
    "SELECT b.rule AS rule, b.one AS one, b.other AS other, b.seen AS seen, b.split AS split, b.key_id AS key_id,",
    `CAST(b.rule AS BIGINT) * ${BLOCKS_PER_RULE} + ROW_NUMBER() OVER (PARTITION BY b.rule ORDER BY b.seen, b.split, b.part_seen) AS block`,
    `FROM (${whole} UNION ALL ${parts}) AS b`,
  ].join(" ");
}

/** Each record in each block that stands: record, block. */
export function placesQuery(tables: {
  readonly entries: string;
  readonly large: string;
  readonly blocks: string;
}): string {
  return [
    `SELECT e.record AS record, b.block AS block FROM ${tables.entries} AS e JOIN ${tables.blocks} AS b`,
    "ON b.rule = e.rule AND b.one = e.one AND b.other = e.other WHERE b.split < 0",
    `UNION ALL SELECT l.record AS record, b.block AS block FROM ${tables.large} AS l JOIN ${tables.blocks} AS b`,
    "ON b.rule = l.rule AND b.seen = l.seen AND b.split = l.split AND b.key_id = l.key_id",
  ].join(" ");
}

/** What the blocks of each rule are: rule, blocks, the largest, twice the pairs, and blocks above the cap. */
export function blockAccountQuery(groups: string, rules: string): string {
  return [
    "SELECT CAST(g.rule AS DOUBLE), CAST(COUNT(*) AS DOUBLE), CAST(MAX(g.size) AS DOUBLE),",
    "CAST(SUM(CAST(g.size AS BIGINT) * (g.size - 1)) AS DOUBLE),",
    "CAST(SUM(CASE WHEN g.size > r.cap THEN 1 ELSE 0 END) AS DOUBLE)",
    `FROM ${groups} AS g JOIN ${rules} AS r ON r.rule = g.rule GROUP BY g.rule`,
  ].join(" ");
}

/** Twice the pairs of large blocks that no part holds, for each rule; parts may hold a pair more than once. */
export function cappedAccountQuery(tables: {
  readonly groups: string;
  readonly rules: string;
  readonly parts: string;
}): string {
  const large = [
    "SELECT g.rule AS rule, g.seen AS seen, CAST(g.size AS BIGINT) * (g.size - 1) AS pairs",
    `FROM ${tables.groups} AS g JOIN ${tables.rules} AS r ON r.rule = g.rule WHERE g.size > r.cap`,
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

/** What takes room: rule, members of its blocks, blocks. */
export function roomQuery(places: string): string {
  const sizes = `SELECT p.block AS block, COUNT(*) AS size FROM ${places} AS p GROUP BY p.block`;
  return [
    "SELECT CAST(n.rule AS DOUBLE), CAST(SUM(CAST(n.size AS BIGINT)) AS DOUBLE), CAST(COUNT(*) AS DOUBLE)",
    `FROM (SELECT ${ruleOfBlock("s.block")} AS rule, s.size AS size FROM (${sizes}) AS s) AS n GROUP BY n.rule`,
  ].join(" ");
}

/** How often some records stand beside another in a block, for each rule: rule, visits. */
export function visitsQuery(places: string, followed: string): string {
  const sizes = `SELECT p.block AS block, COUNT(*) AS size FROM ${places} AS p GROUP BY p.block`;
  return [
    "SELECT CAST(n.rule AS DOUBLE), CAST(SUM(CAST(n.others AS BIGINT)) AS DOUBLE) FROM (",
    `SELECT ${ruleOfBlock("s.block")} AS rule, s.size - 1 AS others FROM ${places} AS p`,
    `JOIN ${followed} AS f ON f.record = p.record JOIN (${sizes}) AS s ON s.block = p.block) AS n GROUP BY n.rule`,
  ].join(" ");
}

/** The records that some records stand beside, with the first block that holds both: left_record, right_record, block. */
export function besideQuery(places: string, followed: string): string {
  return [
    "SELECT a.record AS left_record, b.record AS right_record, MIN(a.block) AS block",
    `FROM ${places} AS a JOIN ${followed} AS f ON f.record = a.record JOIN ${places} AS b ON b.block = a.block`,
    "WHERE a.record <> b.record GROUP BY a.record, b.record",
  ].join(" ");
}

/** The places in the blocks of these rules. */
export function keptPlacesQuery(places: string, rules: readonly number[]): string {
  const kept = rules.map(
    (rule) => `(p.block >= ${blocksBefore(rule)} AND p.block < ${blocksBefore(rule + 1)})`,
  );
  const condition = kept.length === 0 ? "1 = 0" : kept.join(" OR ");
  return `SELECT p.record AS record, p.block AS block FROM ${places} AS p WHERE ${condition}`;
}

/** Which pairs of the places a query takes. */
export interface PairScope extends RuleRange {
  /** Tables of places; together they hold the rules of the range. */
  readonly places: readonly string[];
  /** A table of the left records that count; null for all. */
  readonly lefts: string | null;
}

/** Every pair once, with the first block that holds it: left_record, right_record, block. */
export function pairsQuery({ places, firstRule, endRule, lefts }: PairScope): string {
  const counted = lefts === null ? "" : ` JOIN ${lefts} AS f ON f.record = a.record`;
  const bounds = `p.block >= ${blocksBefore(firstRule)} AND p.block < ${blocksBefore(endRule)}`;
  const all = places
    .map((table) => `SELECT p.record AS record, p.block AS block FROM ${table} AS p WHERE ${bounds}`)
    .join(" UNION ALL ");
  return [
    "SELECT a.record AS left_record, b.record AS right_record, MIN(a.block) AS block",
    `FROM (${all}) AS a JOIN (${all}) AS b ON b.block = a.block${counted}`,
    "WHERE a.record < b.record GROUP BY a.record, b.record",
  ].join(" ");
}

/** Those of the pairs that no earlier table holds. */
export function freshPairsQuery(pairs: string, earlier: readonly string[]): string {
  if (earlier.length === 0) return pairs;
  const known = earlier
    .map((table) => `SELECT t.left_record AS left_record, t.right_record AS right_record FROM ${table} AS t`)
    .join(" UNION ALL ");
  return [
    "SELECT p.left_record AS left_record, p.right_record AS right_record, p.block AS block",
    `FROM (${pairs}) AS p LEFT JOIN (${known}) AS k`,
    "ON k.left_record = p.left_record AND k.right_record = p.right_record WHERE k.left_record IS NULL",
  ].join(" ");
}

/** How many pairs each rule is the first to hold: rule, pairs. */
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
  endRule,
}: {
  /** Tables of pairs, no pair in two. */
  readonly pairs: readonly string[];
  /** The records of which every two are candidates; null where only the rules speak. */
  readonly blocked: string | null;
  readonly endRule: number;
}): string {
  const columns = "p.left_record AS left_record, p.right_record AS right_record, p.block AS block";
  const held = pairs
    .map((table) => `SELECT ${columns} FROM ${table} AS p WHERE p.block < ${blocksBefore(endRule)}`)
    .join(" UNION ALL ");
  if (blocked === null) return `SELECT ${columns}, ${ruleOfBlock("p.block")} AS rule FROM (${held}) AS p`;
  return [
    "SELECT a.record AS left_record, b.record AS right_record,",
    `CASE WHEN h.block IS NULL THEN ${blocksBefore(endRule)} ELSE h.block END AS block,`,
    `CASE WHEN h.block IS NULL THEN -1 ELSE ${ruleOfBlock("h.block")} END AS rule`,
    `FROM ${blocked} AS a JOIN ${blocked} AS b ON a.record < b.record`,
    `LEFT JOIN (${held}) AS h ON h.left_record = a.record AND h.right_record = b.record`,
  ].join(" ");
}
