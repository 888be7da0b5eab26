/** The persons of a recorded link as review looks at them: their rows, what contradicts in them, how they hang together. */
import type { ListRecord } from "../intake/index.ts";
import { pairNumber, type ReviewAgenda, weakestLinks } from "../linkage/index.ts";
import { type Person, viewPersons } from "../registry/index.ts";
import { agreementByLevel } from "./field-agreement.ts";
import type { LinkTable } from "./link-table.ts";
import { findRowContradictions, type RowContradiction } from "./row-contradictions.ts";

/** A person of several rows. */
export interface LinkedPerson extends Person<ListRecord> {
  /** By the rows alone, the worst first: what statements reconcile and what people said is not in it. */
  readonly contradictions: readonly RowContradiction[];
  /** The link without which the person would fall apart most easily, thousandths of a bit; null where none was scored. */
  readonly weakest: number | null;
}

export interface LinkedPersons {
  /** Of several rows, in the order of their first rows. */
  readonly several: readonly LinkedPerson[];
  /** Those of one row too: the person of a row, or of an id of a person. */
  find(id: string): Person<ListRecord> | undefined;
  /** What would contradict in a person of these rows. */
  contradictionsOf(rows: readonly ListRecord[]): readonly RowContradiction[];
}

/** Of the link alone, so that it is gathered once for a link. */
export function gatherPersons(table: LinkTable, { rowOf }: Pick<ReviewAgenda, "rowOf">): LinkedPersons {
  const { pairs, records, positionOf, comparisons, settings } = table;
  const persons = viewPersons(records, (record) => {
    const position = positionOf(record);
    return position === undefined ? undefined : String(pairs.clusterOf[position]);
  });
  const byId = new Map<string, Person<ListRecord>>();
  for (const person of persons) {
    byId.set(person.id, person);
    for (const { id } of person.members) byId.set(id, person);
  }
  const weakest = weakestLinks(pairs);
  const isOnePerList = settings.decision.sameList === "review";
  /** Levels of single fields: of a comparison of several no level says how far one of them agrees. */
  const columnOf = new Map(
    comparisons.flatMap(({ name, fields }, column) =>
      fields.includes(name) ? [[name, column] as const] : [],
    ),
  );
  const isAlike = (one: ListRecord, other: ListRecord, field: string): boolean => {
    const column = columnOf.get(field);
    const [left, right] = [positionOf(one), positionOf(other)];
    if (column === undefined || left === undefined || right === undefined) return false;
    const row = rowOf.get(pairNumber(left, right, records.length));
    return row !== undefined && agreementByLevel("differs", table.comparedOf(row).levels[column]) === "alike";
  };
  const contradictionsOf = (rows: readonly ListRecord[]) =>
    findRowContradictions(rows, {
      isOnePerList,
      isAlike(left, right, field) {
        const [one, other] = [rows[left], rows[right]];
        return one !== undefined && other !== undefined && isAlike(one, other, field);
      },
    });
  const several = persons
    .filter(({ members }) => members.length > 1)
    .map((person): LinkedPerson => {
      const [first] = person.members;
      const position = first === undefined ? undefined : positionOf(first);
      const cluster = position === undefined ? undefined : pairs.clusterOf[position];
      return {
        ...person,
        contradictions: contradictionsOf(person.members),
        weakest: (cluster === undefined ? undefined : weakest.get(cluster)) ?? null,
      };
    });
  return { several, find: (id) => byId.get(id), contradictionsOf };
}
