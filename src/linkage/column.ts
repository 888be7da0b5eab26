/** A dictionary-encoded column: each record's value as a small integer. */

export interface Column<Value> {
  /** For each record its value's id, or -1 when missing. */
  readonly ids: Int32Array;
  /** The distinct values by id. */
  readonly values: readonly Value[];
  /** Records for each value. */
  readonly counts: Int32Array;
  /** Records with a value. */
  readonly known: number;
}

/**
 * Encodes one value a record.
 *
 * @param read - the value of a record, or null when missing.
 * @param keyOf - equal keys are one value.
 */
export function toColumn<Value>(
  recordCount: number,
  read: (record: number) => Value | null,
  keyOf: (value: Value) => string | number,
): Column<Value> {
  const ids = new Int32Array(recordCount).fill(-1);
  const values: Value[] = [];
  const counts: number[] = [];
  const known = new Map<string | number, number>();
  for (let record = 0; record < recordCount; record += 1) {
    const value = read(record);
    if (value === null) continue;
    const key = keyOf(value);
    let id = known.get(key);
    if (id === undefined) {
      id = values.length;
      known.set(key, id);
      values.push(value);
      counts.push(0);
    }
    ids[record] = id;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return {
    ids,
    values,
    counts: Int32Array.from(counts),
    known: counts.reduce((sum, count) => sum + count, 0),
  };
}
