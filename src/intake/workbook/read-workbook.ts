/**
 * Workbooks (XLSX, ECMA-376 transitional and strict) as sheets of cells. Runs only in the process that reads hostile
 * files, on a file that was inspected.
 */
import type { Sheet } from "../../core/index.ts";
import type { ByteSource } from "../hostile/byte-source.ts";
import type { InspectLimits } from "../hostile/limits.ts";
import { openZipParts } from "../hostile/zip-parts.ts";
import { NO_FORMATS, readCellFormats } from "./cell-formats.ts";
import { readWorkbookParts } from "./package-parts.ts";
import { readSheet } from "./read-sheet.ts";
import { createReadingBudget } from "./reading-budget.ts";
import { readSharedStrings } from "./shared-strings.ts";

/**
 * The sheets of a workbook in their order.
 *
 * @throws Refused "intake/workbook-…" or "intake/archive-…" with what is wrong and where.
 */
export async function readWorkbook(source: ByteSource, limits: InspectLimits): Promise<Sheet[]> {
  const parts = await openZipParts(source, limits);
  const budget = createReadingBudget(limits);
  const { sheets, sharedStrings, styles, ...about } = await readWorkbookParts(parts, limits.nesting);
  const texts = sharedStrings === null ? [] : await readSharedStrings(parts, sharedStrings, budget);
  const formats = styles === null ? NO_FORMATS : await readCellFormats(parts, styles, budget);
  const found: Sheet[] = [];
  for (const entry of sheets) found.push(await readSheet(entry, { parts, texts, formats, budget, ...about }));
  return found;
}
