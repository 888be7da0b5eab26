/** Weights in SQL: what every comparison adds is looked up by equi-joins, and whole numbers are added. */
import type { EngineScoring } from "../../linkage/index.ts";
import { ordered, valueColumn } from "./pairs-sql.ts";

/** Where the answers of one comparison stand; null where there are none but the usual one. */
export interface AnswerTables {
  /** first_value, second_value, level, weight, conflict, identifier. */
  readonly values: string | null;
  /** left_record, right_record, level, weight, conflict, identifier. */
  readonly pairs: string | null;
}

/**
 * The candidates at or above the least weight: left_record, right_record, block, rule, weight.
 *
 * A missing value is level 0 and adds nothing. A pair that is answered by itself goes before its values. Two comparisons
 * that speak of one thing add what their levels say together. The bound on names that conflict comes last.
 */
export function scoreQuery(
  tables: {
    readonly candidates: string;
    readonly records: string;
    readonly answers: readonly AnswerTables[];
    /** first_level, second_level, weight: one for each of `scoring.joint`. */
    readonly joint: readonly string[];
  },
  scoring: EngineScoring,
): string {
  const { comparisons } = scoring;
  const looked = comparisons.map((comparison, index) =>
    lookUp(index, comparison, tables.answers[index] ?? { values: null, pairs: null }),
  );
  const compared = [
    "SELECT c.left_record AS left_record, c.right_record AS right_record, c.block AS block, c.rule AS rule,",
    looked.map(({ columns }) => columns).join(", "),
    `FROM ${tables.candidates} AS c JOIN ${tables.records} AS a ON a.record = c.left_record`,
    `JOIN ${tables.records} AS b ON b.record = c.right_record${looked.map(({ joins }) => joins).join("")}`,
  ].join(" ");
  const joint = scoring.joint.map(({ first, second }, index) => ({
    added: `CASE WHEN d${index}.weight IS NULL THEN 0 ELSE d${index}.weight END`,
    join: ` LEFT JOIN ${tables.joint[index]} AS d${index} ON d${index}.first_level = x.level_${first} AND d${index}.second_level = x.level_${second}`,
  }));
  const sum = [
    String(scoring.priorWeight),
    ...comparisons.map((_, index) => `x.weight_${index}`),
    ...joint.map(({ added }) => added),
  ].join(" + ");
  const total = (name: string) => comparisons.map((_, index) => `x.${name}_${index}`).join(" + ");
  const weighed = [
    "SELECT x.left_record AS left_record, x.right_record AS right_record, x.block AS block, x.rule AS rule,",
    `${sum} AS weight, ${total("conflict")} AS conflicts, ${total("identifier")} AS identifiers`,
    `FROM (${compared}) AS x${joint.map(({ join }) => join).join("")}`,
  ].join(" ");
  const most = scoring.conflictMost;
  const decided =
    most === null
      ? "w.weight"
      : `CASE WHEN w.weight > ${most} AND w.conflicts > 0 AND w.identifiers = 0 THEN ${most} ELSE w.weight END`;
  return [
    "SELECT w.left_record AS left_record, w.right_record AS right_record, w.block AS block, w.rule AS rule,",
    `CAST(${decided} AS INTEGER) AS weight FROM (${weighed}) AS w WHERE w.weight >= ${scoring.leastWeight}`,
  ].join(" ");
}

const MEMBERS = ["level", "weight", "conflict", "identifier"] as const;

function lookUp(
  index: number,
  { usual }: EngineScoring["comparisons"][number],
  { values, pairs }: AnswerTables,
): { readonly columns: string; readonly joins: string } {
  const column = valueColumn(index);
  const { smaller, larger } = ordered(`a.${column}`, `b.${column}`);
  const [v, p] = [`v${index}`, `p${index}`];
  const columns = MEMBERS.map((member) =>
    [
      `CASE WHEN a.${column} < 0 OR b.${column} < 0 THEN 0`,
      ...(pairs === null ? [] : [`WHEN ${p}.${member} IS NOT NULL THEN ${p}.${member}`]),
      ...(values === null ? [] : [`WHEN ${v}.${member} IS NOT NULL THEN ${v}.${member}`]),
      `ELSE ${usual[member]} END AS ${member}_${index}`,
    ].join(" "),
  );
  const ofValues = ` LEFT JOIN ${values} AS ${v} ON ${v}.first_value = ${smaller} AND ${v}.second_value = ${larger}`;
  const ofPairs = ` LEFT JOIN ${pairs} AS ${p} ON ${p}.left_record = c.left_record AND ${p}.right_record = c.right_record`;
  return {
    columns: columns.join(", "),
    joins: `${values === null ? "" : ofValues}${pairs === null ? "" : ofPairs}`,
  };
}

/** The kept pairs in order: left_record, right_record, weight, rule. */
export function keptQuery(kept: string): string {
  return `SELECT k.left_record, k.right_record, k.weight, k.rule FROM ${kept} AS k ORDER BY k.left_record, k.block, k.right_record`;
}
