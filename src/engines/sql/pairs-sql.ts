/** Samples, look-ups and questions over the candidates. */
import type { PairPart, ValueCondition } from "../../linkage/index.ts";
import type { Dialect } from "./dialect.ts";

/** The value column of a comparison in the table of records. */
export const valueColumn = (comparison: number): string => `value_${comparison}`;

const TWO_32 = 4_294_967_296;

/**
 * `pairs` (left_record, right_record, block) cut to a part by the hash of the pair, or of its left record, in order.
 *
 * The hash is that of `linkage`, splitmix32's finisher over 32 bits, in BIGINT: products are taken in two halves so that
 * nothing exceeds 63 bits, and a shift to the right is a division.
 */
export function partQuery(pairs: string, part: PairPart, dialect: Dialect): string {
  const { multiplier, seed, below, isOfLeft = false } = part;
  const columns = "SELECT p.left_record AS left_record, p.right_record AS right_record, p.block AS block";
  const order = "ORDER BY o.left_record, o.block, o.right_record";
  const read = (from: string) => `SELECT o.left_record, o.right_record FROM (${from}) AS o ${order}`;
  if (below >= TWO_32) return read(`${columns} FROM ${pairs} AS p`);
  const number = isOfLeft
    ? "CAST(p.left_record AS BIGINT)"
    : `MOD(CAST(p.left_record AS BIGINT) * ${multiplier} + p.right_record, ${TWO_32})`;
  const key = dialect.xor(number, `CAST(${seed} AS BIGINT)`);
  let query = `${columns}, ${times(key, 0x9e3779b1)} AS hash FROM ${pairs} AS p`;
  const step = (expression: string): void => {
    query = `SELECT h.left_record AS left_record, h.right_record AS right_record, h.block AS block, ${expression} AS hash FROM (${query}) AS h`;
  };
  const shifted = (bits: number): string =>
    dialect.xor("h.hash", `CAST(FLOOR(CAST(h.hash AS DOUBLE) / ${2 ** bits}) AS BIGINT)`);
  step(shifted(16));
  step(times("h.hash", 0x21f0aaad));
  step(shifted(15));
  step(times("h.hash", 0x735a2d97));
  step(shifted(15));
  return read(
    `SELECT h.left_record AS left_record, h.right_record AS right_record, h.block AS block FROM (${query}) AS h WHERE h.hash < ${below}`,
  );
}

/** A product of two 32-bit numbers, its low 32 bits. */
function times(value: string, factor: number): string {
  const high = `CAST(FLOOR(CAST(${value} AS DOUBLE) / 65536) AS BIGINT)`;
  return `MOD(MOD(${high} * ${factor}, 65536) * 65536 + MOD(${value}, 65536) * ${factor}, ${TWO_32})`;
}

/** Candidates beside the values of their two records. */
function withValues(candidates: string, records: string): string {
  return [
    `FROM ${candidates} AS c JOIN ${records} AS a ON a.record = c.left_record`,
    `JOIN ${records} AS b ON b.record = c.right_record`,
  ].join(" ");
}

/** The different pairs of values that a comparison meets, the smaller first. */
export function valuePairsQuery(candidates: string, records: string, comparison: number): string {
  const column = valueColumn(comparison);
  const { smaller, larger } = ordered(`a.${column}`, `b.${column}`);
  return [
    "SELECT v.first_value, v.second_value FROM (",
    `SELECT ${smaller} AS first_value, ${larger} AS second_value ${withValues(candidates, records)}`,
    `WHERE a.${column} >= 0 AND b.${column} >= 0) AS v GROUP BY v.first_value, v.second_value`,
    "ORDER BY v.first_value, v.second_value",
  ].join(" ");
}

export function ordered(one: string, other: string): { readonly smaller: string; readonly larger: string } {
  return {
    smaller: `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`,
    larger: `CASE WHEN ${one} < ${other} THEN ${other} ELSE ${one} END`,
  };
}

/** A condition whose values stand in a table (first_value, second_value). */
export interface LoadedCondition extends Pick<ValueCondition, "leftColumn" | "rightColumn"> {
  readonly table: string;
}

function joins(conditions: readonly LoadedCondition[]): string {
  return conditions
    .map(
      ({ table, leftColumn, rightColumn }, index) =>
        ` JOIN ${table} AS n${index} ON n${index}.first_value = a.${valueColumn(leftColumn)} AND n${index}.second_value = b.${valueColumn(rightColumn)}`,
    )
    .join("");
}

/** The different values of left in one comparison and right in another. */
export function crossedPairsQuery(
  tables: { readonly candidates: string; readonly records: string },
  { leftColumn, rightColumn }: Pick<ValueCondition, "leftColumn" | "rightColumn">,
  conditions: readonly LoadedCondition[],
): string {
  const [one, other] = [`a.${valueColumn(leftColumn)}`, `b.${valueColumn(rightColumn)}`];
  return [
    `SELECT ${one}, ${other} ${withValues(tables.candidates, tables.records)}${joins(conditions)}`,
    `WHERE ${one} >= 0 AND ${other} >= 0 GROUP BY ${one}, ${other} ORDER BY ${one}, ${other}`,
  ].join(" ");
}

/** The candidates for which all conditions hold. */
export function pairsWhereQuery(
  tables: { readonly candidates: string; readonly records: string },
  conditions: readonly LoadedCondition[],
): string {
  return [
    `SELECT c.left_record, c.right_record ${withValues(tables.candidates, tables.records)}${joins(conditions)}`,
    "ORDER BY c.left_record, c.right_record",
  ].join(" ");
}

/** The first rule that holds each of the asked pairs, in their order. */
export function rulesOfQuery(asked: string, candidates: string): string {
  return [
    "SELECT CASE WHEN c.rule IS NULL THEN -1 ELSE c.rule END",
    `FROM ${asked} AS q LEFT JOIN ${candidates} AS c`,
    "ON c.left_record = q.left_record AND c.right_record = q.right_record ORDER BY q.place",
  ].join(" ");
}
