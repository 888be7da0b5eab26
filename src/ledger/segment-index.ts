/** Where the segments of a log begin: eight bytes each, so that a million of them stay small. */

export interface SegmentIndex {
  readonly count: number;
  /** Adds the start of the next segment, after all before. */
  push(start: number): void;
  /** The start of the segment that holds a leaf: the last that is not after it; -1 when there is none. */
  find(leafIndex: number): number;
}

/** @param starts - ascending. */
export function createSegmentIndex(starts: ArrayLike<number> = []): SegmentIndex {
  let count = starts.length;
  let column = new Float64Array(Math.max(64, count));
  column.set(starts);
  return {
    get count() {
      return count;
    },
    push(start) {
      if (count === column.length) {
        const wider = new Float64Array(count * 2);
        wider.set(column);
        column = wider;
      }
      column[count] = start;
      count += 1;
    },
    find(leafIndex) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((column[middle] ?? 0) <= leafIndex) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? -1 : (column[low - 1] ?? -1);
    },
  };
}
