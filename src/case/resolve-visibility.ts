/** Whom of the listed persons today's decisions let be shown, and how far. */
import { foldText } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { Person } from "../registry/index.ts";
import { leastVisible, type Visibility } from "../release/index.ts";
import { createRowFollower } from "./follow-rows.ts";
import type { CaseHandle } from "./handle.ts";
import type { JudgedRecord } from "./judgements.ts";
import { personImports } from "./link-input.ts";
import { readRecordsOf, releasesOf } from "./list-releases.ts";
import type { DecidedVisibility } from "./person-visibility.ts";
import type { CasePersons, CaseRecord } from "./persons.ts";
import { namesOfRecord } from "./record-names.ts";
import { listsForTeam } from "./source-access.ts";
import { createRecordFinder, findRow, hashCells } from "./standing-judgements.ts";

export interface DecidedPersons {
  /** Persons of whose rows each is decided: what shows least of what is said of them holds. */
  readonly decided: readonly { readonly person: Person<CaseRecord>; readonly visibility: Visibility }[];
  /** How many there are of each. */
  readonly counts: Readonly<Record<Visibility, number>>;
  readonly undecided: number;
  /** Lists with rows that nothing is decided of, with the persons of such rows, the most first. */
  readonly lists: readonly { readonly list: string; readonly persons: number }[];
  /** Rows that something was decided of and that are not found in the latest release, or not without doubt. */
  readonly lost: readonly Pick<JudgedRecord, "list" | "recordId">[];
}

/** What holds for rows, by their own decision or that of their list. */
export interface DecidedRows {
  ofRecord(record: CaseRecord): RowVisibility | undefined;
  readonly lost: readonly JudgedRecord[];
}

export interface RowVisibility extends DecidedVisibility {
  readonly of: "row" | "list";
}

export async function decidePersons(handle: CaseHandle, persons: CasePersons): Promise<DecidedPersons> {
  const { ofRecord, lost } = await decideRows(handle, persons);
  const named = lost.map(({ list, recordId }) => ({ list, recordId }));
  return {
    ...sort(persons.shown, (record) => ofRecord(record)?.visibility, listsForTeam(handle.state)),
    lost: named,
  };
}

/**
 * A row's own decision follows it through releases of its list. One on a list is of the rows that it had: after another import
 * it is to be made again, since nobody has seen the new rows.
 */
export async function decideRows(
  handle: CaseHandle,
  { records }: Pick<CasePersons, "records">,
): Promise<DecidedRows> {
  const { visibilities, lists: imports } = handle.state;
  const ofRows = [...visibilities.ofRows()];
  const follow =
    ofRows.length === 0 ? undefined : await createRowFollower(handle, personImports(handle.state), hashCells);
  const finder = createRecordFinder(
    records.map(({ record }) => record),
    follow,
  );
  const own = new Map<string, DecidedVisibility>();
  const lost = new Map<string, JudgedRecord>();
  for (const { row, decided } of ofRows) {
    if (!finder.hasList(row.list)) continue;
    const found = findRow(row, finder);
    if (found === null) lost.set(JSON.stringify(row), row);
    else own.set(found.record.id, decided);
  }
  const mayBeLost = await readLostNames(handle, [...lost.values()]);
  const ofRecord = ({ id, list, importName, record }: CaseRecord): RowVisibility | undefined => {
    const decided = own.get(id);
    if (decided !== undefined) return { ...decided, of: "row" };
    if (mayBeLost(record)) return undefined;
    const ofList = visibilities.of(`list:${list}`);
    const imported = imports.get(importName)?.leafIndex ?? Number.POSITIVE_INFINITY;
    return ofList !== undefined && ofList.leafIndex > imported ? { ...ofList, of: "list" } : undefined;
  };
  return { ofRecord, lost: [...lost.values()] };
}

/**
 * Whether a row of today bears, in the same list, the name of one that was decided on and is not found any more: it may be the
 * same person, and what is said of the list does not hold for it.
 */
async function readLostNames(
  handle: CaseHandle,
  lost: readonly JudgedRecord[],
): Promise<(record: ListRecord) => boolean> {
  const rows = new Set(lost.map(({ list, recordId, cells }) => JSON.stringify([list, recordId, cells])));
  const names = new Set<string>();
  for (const importName of lost.length === 0 ? [] : personImports(handle.state))
    for (const { value } of releasesOf(handle.state, importName))
      for (const record of await readRecordsOf(handle, value))
        if (rows.has(JSON.stringify([record.list, record.recordId, hashCells(record)])))
          for (const key of namesIn(record)) names.add(key);
  return (record) => names.size > 0 && namesIn(record).some((key) => names.has(key));
}

function namesIn(record: ListRecord): string[] {
  return namesOfRecord(record).map((name) => JSON.stringify([record.list, foldText(name)]));
}

function sort(
  shown: readonly Person<CaseRecord>[],
  ofRecord: (record: CaseRecord) => Visibility | undefined,
  forTeam: ReadonlySet<string>,
): Omit<DecidedPersons, "lost"> {
  const counts: Record<Visibility, number> = { full: 0, name: 0, initials: 0, counted: 0, withheld: 0 };
  const decided: DecidedPersons["decided"][number][] = [];
  const open = new Map<string, number>();
  for (const person of shown) {
    const members = person.members.filter(({ list }) => !forTeam.has(list));
    const undecided = members.filter((member) => ofRecord(member) === undefined);
    // Of whom only lists for the team know, nobody outside is told but that they are counted.
    const visibility =
      members.length === 0 ? "counted" : leastVisible(members.flatMap((member) => ofRecord(member) ?? []));
    if (undecided.length === 0 && visibility !== null) {
      decided.push({ person, visibility });
      counts[visibility] += 1;
    }
    for (const list of new Set(undecided.map((member) => member.list)))
      open.set(list, (open.get(list) ?? 0) + 1);
  }
  const lists = [...open].map(([list, persons]) => ({ list, persons }));
  return {
    ...{ decided, counts, undecided: shown.length - decided.length },
    lists: lists.sort((a, b) => b.persons - a.persons),
  };
}
