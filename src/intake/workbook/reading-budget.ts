/** How much of a workbook may be read, counted as it comes out. */
import type { InspectLimits } from "../hostile/limits.ts";
import { Refused } from "../hostile/report.ts";

type Where = () => string;

export interface ReadingBudget {
  readonly nesting: number;
  /** Texts that cells name by number, each counted once. @throws Refused "intake/workbook-too-large". */
  spendText(letters: number, where: Where): void;
  /** The text that a cell shows. @throws Refused "intake/workbook-too-large". */
  spendCell(letters: number, where: Where): void;
  /** A row's cells, empty ones before the last included. @throws Refused "intake/workbook-too-large". */
  spendRow(count: number, where: Where): void;
  /** Anything else that a file can hold without end: merged cells, formats. @throws likewise. */
  spendEntry(where: Where): void;
}

/**
 * Cells, and letters in them: a text that many cells share counts in each, since it is shown in each. Signs of
 * formats and merged cells count as cells do.
 */
export function createReadingBudget(limits: InspectLimits): ReadingBudget {
  let [shared, shown, cells, entries] = [0, 0, 0, 0];
  function require(found: number, limit: number, what: "cells" | "letters" | "entries", where: Where): void {
    if (found > limit) throw new Refused("intake/workbook-too-large", { place: where(), limit, what });
  }
  return {
    nesting: limits.nesting,
    spendText(letters, where) {
      // Even an empty text takes room.
      shared += letters + 1;
      require(shared, limits.textBytes, "letters", where);
    },
    spendCell(letters, where) {
      shown += letters;
      require(shown, limits.textBytes, "letters", where);
    },
    spendRow(count, where) {
      cells += count;
      require(cells, limits.cells, "cells", where);
    },
    spendEntry(where) {
      entries += 1;
      require(entries, limits.cells, "entries", where);
    },
  };
}
