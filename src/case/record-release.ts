/** The next release of a list, while it is imported: compared row by row with the last one. */
import { z } from "zod";
import type { JsonValue } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import { type Content, isSealedRef } from "../vault/index.ts";
import type { ReleaseCounts } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";
import {
  compareReleases,
  type ReleaseSide,
  type RowChange,
  readGone,
  readRecordsOf,
  releasesOf,
} from "./list-releases.ts";

/** A release that follows another, and what became of the rows. */
export interface NextRelease {
  readonly number: number;
  /** The source of the release before. */
  readonly after: string;
  readonly counts: ReleaseCounts;
  readonly changes: readonly RowChange[];
  /** Whether the release before is encrypted: what is said of its rows is then encrypted too. */
  readonly isSecret: boolean;
}

const WithId = z.looseObject({ id: z.string().optional() });

/** Compares records that are to be imported with the last release under that name; null when there is none. */
export async function compareWithLast(
  handle: CaseHandle,
  name: string,
  now: ReleaseSide,
): Promise<NextRelease | null> {
  const imports = releasesOf(handle.state, name);
  const last = imports.at(-1)?.value;
  if (last === undefined) return null;
  const before = {
    records: await readRecordsOf(handle, last),
    idColumn: await idColumnOf(handle, last.recipe),
  };
  const gone = (await readGone(handle, imports)).map(({ record }): ListRecord => record);
  const { changes, counts } = compareReleases(before, gone, now);
  return {
    number: imports.length + 1,
    after: last.source,
    counts,
    changes,
    isSecret: isSealedRef(last.records),
  };
}

/** The column that names the rows, as the recipe under which they were read says. */
async function idColumnOf(handle: CaseHandle, recipe: Content): Promise<string | null> {
  const text = new TextDecoder().decode(await handle.read(recipe));
  return WithId.parse(JSON.parse(text)).id ?? null;
}

/** What the act says of the release. */
export function toReleaseBody({ number, after, counts }: NextRelease, rows: Content): JsonValue {
  return { number, after, counts: { ...counts }, rows: { ...rows } };
}
