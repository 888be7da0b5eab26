/** Persons: clusters of list records that linkage and reviewers hold to be one human being. */
import { compareText, toContentId } from "../core/index.ts";

/** What the registry needs of a list record; the record itself is immutable and belongs to its list. */
export interface PersonMember {
  readonly list: string;
  readonly recordId: string;
  readonly row: number;
}

export interface Person<Member extends PersonMember> {
  /** Stays the same as long as the person's first record does. */
  readonly id: string;
  /** By list, then by row. */
  readonly members: readonly Member[];
}

/**
 * Persons from records and the cluster that each was given.
 *
 * @param clusterOf - the cluster of a record; undefined makes the record a person of its own.
 */
export function viewPersons<Member extends PersonMember>(
  records: readonly Member[],
  clusterOf: (record: Member) => string | undefined,
): Person<Member>[] {
  const clusters = new Map<string, Member[]>();
  for (const record of records) {
    const cluster = clusterOf(record) ?? `alone ${record.list} ${record.recordId}`;
    const members = clusters.get(cluster);
    if (members === undefined) clusters.set(cluster, [record]);
    else members.push(record);
  }
  return [...clusters.values()].map(toPerson);
}

function toPerson<Member extends PersonMember>(unordered: Member[]): Person<Member> {
  const members = unordered.sort((a, b) => compareText(a.list, b.list) || a.row - b.row);
  return { id: personIdOf(members), members };
}

/** Made of the first of the rows, by the name of their list: the same whoever reads the case. */
export function personIdOf([first]: readonly Pick<PersonMember, "list" | "recordId">[]): string {
  return toContentId("person", [first?.list ?? "", first?.recordId ?? ""]);
}
