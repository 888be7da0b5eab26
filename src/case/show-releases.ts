/** The releases of the lists of a case, and what became of each row: for faces. */
import { InquestError } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";
import {
  type RowChange,
  type RowOfRelease,
  readRecordsOf,
  readRowChanges,
  releasesOf,
} from "./list-releases.ts";
import { namesOfRecord } from "./record-names.ts";
import type { Recorded } from "./state.ts";

/** Rows of a release as they stand to those of the release before: every row of either is counted once. */
export interface ReleaseCountsView {
  readonly unchanged: number;
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
  /** Gone from an earlier release, and here again. */
  readonly returned: number;
  /** Groups of rows that may be one another: a person must say. */
  readonly ambiguous: number;
}

/** One release as it was imported. */
export interface ReleaseView {
  readonly number: number;
  readonly source: string;
  readonly fileName: string | null;
  /** ISO time of the act. */
  readonly importedAt: string;
  readonly records: number;
  /** How its rows stand to those of the release before; null for a first one, and for imports of earlier versions. */
  readonly counts: ReleaseCountsView | null;
}

export interface ListReleasesView {
  readonly name: string;
  readonly lists: readonly string[];
  readonly releases: readonly ReleaseView[];
}

/** Every list with its releases, in the order in which they came. */
export function showReleases({ state }: CaseHandle): readonly ListReleasesView[] {
  return [...state.lists.values()].map(({ value }) => ({
    name: value.name,
    lists: value.lists,
    releases: releasesOf(state, value.name).map((recorded, index) => viewOf(state, recorded, index + 1)),
  }));
}

function viewOf(
  state: CaseHandle["state"],
  { value, at }: Recorded<ListImported>,
  number: number,
): ReleaseView {
  return {
    number,
    source: value.source,
    fileName: state.sources.get(value.source)?.value.fileName ?? null,
    importedAt: at,
    records: value.recordCount,
    counts: value.release?.counts ?? null,
  };
}

/** A row with what its cells say. */
export interface ReleaseRowView {
  readonly id: string;
  readonly list: string;
  readonly recordId: string;
  readonly row: number;
  /** Every spelling of its name. */
  readonly names: readonly string[];
  readonly cells: Readonly<Record<string, string>>;
}

export interface ChangedCellView {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What became of a row, with both texts of every cell that differs. */
export interface RowChangeView {
  readonly is: "unchanged" | "changed" | "returned" | "gone" | "added" | "ambiguous";
  readonly before: readonly ReleaseRowView[];
  readonly after: readonly ReleaseRowView[];
  readonly changed: readonly ChangedCellView[];
}

export interface ReleaseChangesView extends ReleaseView {
  readonly list: string;
  readonly changes: readonly RowChangeView[];
}

/**
 * What became of the rows of one release.
 *
 * @param number - of the release; the latest when left out.
 * @throws InquestError "case/not-found" for a list or a release that there is not.
 */
export async function showReleaseChanges(
  handle: CaseHandle,
  name: string,
  number?: number,
): Promise<ReleaseChangesView> {
  const imports = releasesOf(handle.state, name);
  const place = number ?? imports.length;
  const recorded = imports[place - 1];
  if (recorded === undefined) {
    const known = [...handle.state.lists.keys()].join(", ") || "none";
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message:
        imports.length === 0
          ? `No list "${name}" was imported. There are: ${known}.`
          : `The list "${name}" has ${imports.length} releases; there is no release ${place}.`,
      evidence: { name, number: place },
    });
  }
  const changes = await readRowChanges(handle, recorded.value);
  const wanted = new Set(
    changes
      .flatMap((change) => [...rowsOf(change, "before"), ...rowsOf(change, "after")])
      .map(({ id }) => id),
  );
  const records = new Map<string, ListRecord>();
  for (const { value } of changes.length === 0 ? [] : imports.slice(0, place)) {
    for (const record of await readRecordsOf(handle, value))
      if (wanted.has(record.id)) records.set(record.id, record);
  }
  const withCells = (row: RowOfRelease): ReleaseRowView => {
    const record = records.get(row.id);
    return {
      ...row,
      names: record === undefined ? [] : namesOfRecord(record),
      cells: record?.cells ?? {},
    };
  };
  return {
    list: name,
    ...viewOf(handle.state, recorded, place),
    changes: changes.map((change) => {
      const [before, after] = [
        rowsOf(change, "before").map(withCells),
        rowsOf(change, "after").map(withCells),
      ];
      const cells = "cells" in change ? change.cells : [];
      return {
        is: change.is,
        before,
        after,
        changed: cells.map((column) => ({
          column,
          before: before[0]?.cells[column] ?? "",
          after: after[0]?.cells[column] ?? "",
        })),
      };
    }),
  };
}

function rowsOf(change: RowChange, side: "before" | "after"): readonly RowOfRelease[] {
  if (change.is === "ambiguous") return change[side];
  if (side === "before") return "before" in change ? [change.before] : [];
  return "after" in change ? [change.after] : [];
}
