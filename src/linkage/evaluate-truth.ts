/** The truth of a labelled set: which person each record is. */
import { InquestError } from "../core/pure.ts";

/** One line of a truth file: this record of this list is a record of this person. */
export interface TruthRow {
  readonly list: string;
  readonly recordId: string;
  readonly cluster: string;
}

/** A record as the truth may call it. */
export interface TruthAddress {
  readonly list: string;
  readonly recordId: string;
  /** The name under which the record's file was given, where its rows name other lists. */
  readonly givenAs?: string;
}

export interface AlignedTruth {
  /** The person of each record, in the order of the records. */
  readonly labels: readonly string[];
  /** Lines about records that are not among those linked. */
  readonly unusedRows: number;
}

const SHOWN = 5;

/**
 * The person of each record.
 *
 * @throws InquestError "linkage/truth-duplicate" when the truth speaks of one record twice;
 *   "linkage/truth-missing" when it says nothing of a record, or names no person.
 */
export function alignTruth(records: readonly TruthAddress[], rows: readonly TruthRow[]): AlignedTruth {
  const known = new Map<string, string>();
  const repeated: string[] = [];
  for (const row of rows) {
    const key = keyOf(row.list, row.recordId);
    if (known.has(key)) repeated.push(`${row.list}:${row.recordId}`);
    known.set(key, row.cluster.trim());
  }
  if (repeated.length > 0) {
    throw new InquestError({
      code: "linkage/truth-duplicate",
      reaction: "input",
      message: `The truth speaks of ${repeated.length} records more than once: ${shown(repeated)}. A record has one line.`,
      evidence: { count: repeated.length, records: repeated.slice(0, SHOWN) },
    });
  }
  const used = new Set<string>();
  const missing: string[] = [];
  const labels = records.map(({ list, recordId, givenAs }) => {
    const key = [list, givenAs]
      .filter((name) => name !== undefined)
      .map((name) => keyOf(name, recordId))
      .find((each) => known.has(each));
    const label = key === undefined ? undefined : known.get(key);
    if (key === undefined || label === undefined || label === "") missing.push(`${list}:${recordId}`);
    else used.add(key);
    return label ?? "";
  });
  if (missing.length > 0) {
    throw new InquestError({
      code: "linkage/truth-missing",
      reaction: "input",
      message: `The truth names no person for ${missing.length} of ${records.length} records: ${shown(missing)}. Add them, or leave their rows out of the lists.`,
      evidence: { count: missing.length, records: missing.slice(0, SHOWN) },
    });
  }
  return { labels, unusedRows: rows.length - used.size };
}

function keyOf(list: string, recordId: string): string {
  return JSON.stringify([list, recordId]);
}

function shown(names: readonly string[]): string {
  return names.slice(0, SHOWN).join(", ") + (names.length > SHOWN ? " …" : "");
}
