/** Rows that an unquoted line break cut into pieces. */

/**
 * Pieces of one row: consecutive short rows whose columns add up to the heading's, the cut column being counted
 * in both pieces. 22 and 4 columns under a heading of 25 are one row, cut inside its 22nd column.
 *
 * @param widths - columns of each row, 0 for a row that is blank or broken otherwise.
 * @returns index of each later piece to the index of the first piece of its row.
 */
export function findBrokenLines(widths: readonly number[], width: number): ReadonlyMap<number, number> {
  const headOf = new Map<number, number>();
  for (let head = 0; head < widths.length; head += 1) {
    const last = lastPiece(widths, head, width);
    for (let piece = head + 1; piece <= last; piece += 1) headOf.set(piece, head);
    head = Math.max(head, last);
  }
  return headOf;
}

/** The index of the last piece of the row that starts at `head`; `head` itself when it is no piece. */
function lastPiece(widths: readonly number[], head: number, width: number): number {
  let columns = widths[head] ?? 0;
  if (columns === 0 || columns >= width) return head;
  for (let at = head + 1; at < widths.length; at += 1) {
    const piece = widths[at] ?? 0;
    if (piece === 0 || piece >= width) return head;
    columns += piece - 1;
    if (columns === width) return at;
    if (columns > width) return head;
  }
  return head;
}
