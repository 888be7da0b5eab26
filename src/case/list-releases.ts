/** Releases of a list: how the rows of the next became of those of the last, and which are on it no more. */
import { z } from "zod";
import { type ListRecord, ListRecord as ListRecordSchema, toComparableValue } from "../intake/index.ts";
import { matchRows, type ReleaseRow } from "../linkage/index.ts";
import { type Content, isSealedRef } from "../vault/index.ts";
import type { ListImported, ReleaseCounts } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";
import { readJsonLines } from "./json-lines.ts";
import type { CaseState, Recorded } from "./state.ts";

/** A row of one release: its record and where it stands. */
export const RowOfRelease = z.strictObject({
  id: ListRecordSchema.shape.id,
  list: z.string(),
  recordId: z.string(),
  row: z.number().int().positive(),
});
export type RowOfRelease = z.infer<typeof RowOfRelease>;

/** What became of one row, or of rows that nothing tells apart. */
export const RowChange = z.discriminatedUnion("is", [
  /** The same cells under another id. */
  z.strictObject({ is: z.literal("unchanged"), before: RowOfRelease, after: RowOfRelease }),
  z.strictObject({
    is: z.enum(["changed", "returned"]),
    before: RowOfRelease,
    after: RowOfRelease,
    /** Headings whose cells differ, of those that both releases have. */
    cells: z.array(z.string()),
  }),
  z.strictObject({ is: z.literal("gone"), before: RowOfRelease }),
  z.strictObject({ is: z.literal("added"), after: RowOfRelease }),
  z.strictObject({ is: z.literal("ambiguous"), before: z.array(RowOfRelease), after: z.array(RowOfRelease) }),
]);
export type RowChange = z.infer<typeof RowChange>;

/** The imports under one name that may be shown, in order: the last one is what counts. */
export function releasesOf(state: CaseState, name: string): readonly Recorded<ListImported>[] {
  return state
    .everyImport()
    .filter(
      (imported) =>
        imported.value.name === name &&
        !state.isImportWithdrawn(imported) &&
        state.consents.whyWithheld(imported.value.source) === null &&
        isReadable(state, imported.value.records),
    );
}

function isReadable(state: CaseState, content: Content): boolean {
  return !isSealedRef(content) || !state.keys.shredded.has(content.item);
}

/** The records of any import, also of one that a later release followed. */
export async function readRecordsOf(
  handle: Pick<CaseHandle, "read">,
  { records, name }: Pick<ListImported, "records" | "name">,
): Promise<readonly ListRecord[]> {
  return readJsonLines(await handle.read(records), ListRecordSchema, `${name}.records`);
}

/** What became of the rows of the release before; none for a first release, and for imports of earlier versions. */
export async function readRowChanges(
  handle: Pick<CaseHandle, "read" | "state">,
  imported: ListImported,
): Promise<readonly RowChange[]> {
  const rows = imported.release?.rows;
  // What compared it with a release that was shredded is shredded too.
  if (rows === undefined || !isReadable(handle.state, rows)) return [];
  const bytes = await handle.read(rows);
  return readJsonLines(bytes, RowChange, `${imported.name}.releases`);
}

/** A record that the latest release holds no more, with the import that it came with. */
export interface GoneRecord {
  readonly record: ListRecord;
  readonly imported: ListImported;
}

/** Records of earlier releases that the last of these imports holds no more, by import and row. */
export async function readGone(
  handle: Pick<CaseHandle, "read" | "state">,
  imports: readonly Recorded<ListImported>[],
): Promise<readonly GoneRecord[]> {
  const gone = new Set<string>();
  for (const { value } of imports) {
    for (const change of await readRowChanges(handle, value)) {
      if (change.is === "gone") gone.add(change.before.id);
      else if (change.is === "returned") gone.delete(change.before.id);
    }
  }
  if (gone.size === 0) return [];
  const found = new Map<string, GoneRecord>();
  for (const { value: imported } of imports.slice(0, -1)) {
    for (const record of await readRecordsOf(handle, imported)) {
      if (gone.has(record.id) && !found.has(record.id)) found.set(record.id, { record, imported });
    }
  }
  return [...found.values()];
}

/** One side of a comparison: the records, and the column of their ids where the recipe names one. */
export interface ReleaseSide {
  readonly records: readonly ListRecord[];
  readonly idColumn: string | null;
}

/**
 * What becomes of each row.
 *
 * @param gone - records of earlier releases that the last one holds no more: a row of now may be one of them.
 */
export function compareReleases(
  before: ReleaseSide,
  gone: readonly ListRecord[],
  after: ReleaseSide,
): { readonly changes: readonly RowChange[]; readonly counts: ReleaseCounts } {
  const counts = { unchanged: 0, changed: 0, gone: 0, added: 0, returned: 0, ambiguous: 0 };
  const changes: RowChange[] = [];
  const earlier = [...before.records, ...gone];
  const isGone = (index: number) => index >= before.records.length;
  const shared = sharedColumns(earlier, before.idColumn, after);
  const fields = [
    ...new Set([...earlier, ...after.records].flatMap(({ fields: of }) => Object.keys(of))),
  ].sort();
  for (const list of [...new Set([...earlier, ...after.records].map((record) => record.list))].sort()) {
    const [old, now] = [indicesOf(earlier, list), indicesOf(after.records, list)];
    const rowOf = (record: ListRecord | undefined, hasIds: boolean): ReleaseRow =>
      toReleaseRow(record, { hasIds, shared, fields });
    const found = matchRows(
      old.map((index) => rowOf(earlier[index], before.idColumn !== null)),
      now.map((index) => rowOf(after.records[index], after.idColumn !== null)),
    );
    const oldAt = (place: number) => toRow(earlier[old[place] ?? -1]);
    const nowAt = (place: number) => toRow(after.records[now[place] ?? -1]);
    for (const { before: left, after: right } of found.matches) {
      const [one, other] = [earlier[old[left] ?? -1], after.records[now[right] ?? -1]];
      const cells = shared.filter((column) => (one?.cells[column] ?? "") !== (other?.cells[column] ?? ""));
      const ends = { before: oldAt(left), after: nowAt(right) };
      const is = isGone(old[left] ?? -1) ? "returned" : cells.length > 0 ? "changed" : "unchanged";
      counts[is] += 1;
      if (is !== "unchanged") changes.push({ is, ...ends, cells });
      else if (ends.before.recordId !== ends.after.recordId) changes.push({ is, ...ends });
    }
    // Who was gone before is not gone again.
    for (const place of found.gone.filter((each) => !isGone(old[each] ?? -1))) {
      counts.gone += 1;
      changes.push({ is: "gone", before: oldAt(place) });
    }
    for (const place of found.added) {
      counts.added += 1;
      changes.push({ is: "added", after: nowAt(place) });
    }
    for (const group of found.ambiguous) {
      counts.ambiguous += 1;
      changes.push({ is: "ambiguous", before: group.before.map(oldAt), after: group.after.map(nowAt) });
    }
  }
  return { changes, counts };
}

function indicesOf(records: readonly ListRecord[], list: string): number[] {
  return records.flatMap((record, index) => (record.list === list ? [index] : []));
}

/** Headings of both sides, but for the columns of ids: a row that only got another id is unchanged. */
function sharedColumns(
  earlier: readonly ListRecord[],
  idColumn: string | null,
  after: ReleaseSide,
): readonly string[] {
  const headings = (records: readonly ListRecord[]) =>
    new Set(records.flatMap(({ cells }) => Object.keys(cells)));
  const now = headings(after.records);
  return [...headings(earlier)].filter(
    (column) => now.has(column) && column !== idColumn && column !== after.idColumn,
  );
}

function toRow(record: ListRecord | undefined): RowOfRelease {
  if (record === undefined) throw new RangeError("no such row");
  const { id, list, recordId, row } = record;
  return { id, list, recordId, row };
}

const OWN_NAME = /^name/u;
const PARTS = ["given", "family"];

function toReleaseRow(
  record: ListRecord | undefined,
  {
    hasIds,
    shared,
    fields,
  }: { readonly hasIds: boolean; readonly shared: readonly string[]; readonly fields: readonly string[] },
): ReleaseRow {
  if (record === undefined) throw new RangeError("no such row");
  const textOf = (field: string): string => {
    const value = record.fields[field];
    return value?.kind === "name" ? value.text : "";
  };
  const isOwn = (field: string) => OWN_NAME.test(field) || PARTS.includes(field);
  const names = [
    ...fields.filter((field) => OWN_NAME.test(field)).map(textOf),
    PARTS.map(textOf).join(" ").trim(),
  ];
  return {
    ownId: hasIds ? record.recordId : null,
    content: JSON.stringify(shared.map((column) => record.cells[column] ?? "")),
    names: names.filter((name) => name !== ""),
    values: fields.filter((field) => !isOwn(field)).map((field) => toComparableValue(record, field)),
  };
}
