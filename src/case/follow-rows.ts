/** Which row of today a row of an earlier release became, as the matched releases say. */
import type { ListRecord } from "../intake/index.ts";
import type { CaseHandle } from "./handle.ts";
import type { JudgedRecord } from "./judgements.ts";
import { readRecordsOf, readRowChanges, releasesOf } from "./list-releases.ts";

/** The number of a row in each release by what stood in it, and where it went from one release to the next. */
interface FollowedRelease {
  /** Record ids by list, id and the hash of the cells. */
  readonly rows: ReadonlySet<string>;
  /** What became of a row of the release before, by list and id; null when it is gone or nobody knows. */
  readonly next: ReadonlyMap<string, string | null>;
}

/** The id of a row in the latest release; "lost" when it is gone or a person has yet to match it; undefined when no release held it so. */
export type RowFollower = (judged: JudgedRecord) => { readonly recordId: string } | "lost" | undefined;

/**
 * Follows rows that were judged: through changed cells, other ids and another order, to the latest release.
 *
 * @param hashCells - the hash that a judgement keeps of the cells.
 */
export async function createRowFollower(
  handle: CaseHandle,
  imports: readonly string[],
  hashCells: (record: ListRecord) => string,
): Promise<RowFollower> {
  const chains: FollowedRelease[][] = [];
  for (const name of imports) {
    const releases = releasesOf(handle.state, name);
    if (releases.length < 2) continue;
    const chain: FollowedRelease[] = [];
    for (const { value } of releases) {
      const rows = new Set<string>();
      for (const record of await readRecordsOf(handle, value)) {
        rows.add(keyOf(record.list, record.recordId, hashCells(record)));
      }
      const next = new Map<string, string | null>();
      for (const change of await readRowChanges(handle, value)) {
        if (change.is === "ambiguous")
          for (const { list, recordId } of change.before) next.set(keyOf(list, recordId), null);
        else if (change.is === "gone") next.set(keyOf(change.before.list, change.before.recordId), null);
        else if (change.is !== "added" && change.is !== "returned")
          next.set(keyOf(change.before.list, change.before.recordId), change.after.recordId);
      }
      chain.push({ rows, next });
    }
    chains.push(chain);
  }
  return ({ list, recordId, cells }) => {
    for (const chain of chains) {
      const from = chain.findLastIndex(({ rows }) => rows.has(keyOf(list, recordId, cells)));
      if (from < 0) continue;
      let at = recordId;
      for (const { next } of chain.slice(from + 1)) {
        const became = next.get(keyOf(list, at));
        if (became === null) return "lost";
        at = became ?? at;
      }
      return { recordId: at };
    }
    return undefined;
  };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
