/** What is read straight off a capture table, before any model. */
import type { CaptureTable } from "./capture-table.ts";
import { countBits } from "./numeric/subset-sums.ts";
import type { TableSummary } from "./report.ts";
import { estimatePairs } from "./two-lists.ts";

export function summariseTable(table: CaptureTable): TableSummary {
  const seenOn = new Array<number>(table.lists.length).fill(0);
  const listSizes = new Array<number>(table.lists.length).fill(0);
  let n = 0;
  for (const { pattern, count } of table.cells) {
    n += count;
    const times = countBits(pattern);
    seenOn[times - 1] = (seenOn[times - 1] ?? 0) + count;
    for (let list = 0; list < table.lists.length; list++) {
      if ((pattern >> list) & 1) listSizes[list] = (listSizes[list] ?? 0) + count;
    }
  }
  return { lists: table.lists, n, cells: table.cells, listSizes, seenOn, pairs: estimatePairs(table) };
}
