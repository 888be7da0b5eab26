/** Which sign parts the columns of a file. */

const CANDIDATES = [",", ";", "\t", "|"] as const;
const SAMPLE_ROWS = 50;

/**
 * The sign that gives most of the first rows the same number of columns as the first, and more than one; among
 * equals the one that gives more columns. A comma where no sign does: a file of one column.
 *
 * @param headingRow - the line of the column names, where others stand above it.
 */
export function detectDelimiter(whole: string, headingRow = 1): string {
  const text = fromLine(whole, headingRow);
  let best: { readonly delimiter: string; readonly share: number; readonly columns: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const [heading = 0, ...rows] = countSeparators(text, delimiter);
    if (heading === 0) continue;
    const alike = rows.filter((count) => count === heading).length;
    const share = rows.length === 0 ? 1 : alike / rows.length;
    if (best === null || share > best.share + 0.1 || (share > best.share - 0.1 && heading > best.columns))
      best = { delimiter, share, columns: heading };
  }
  return best?.delimiter ?? ",";
}

function fromLine(text: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text;
    start = end + 1;
  }
  return text.slice(start);
}

/** How often the sign stands outside quotation marks in each of the first rows that are not blank. */
function countSeparators(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  let isBlank = true;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "\n" || letter === "\r")) {
      if (!isBlank) counts.push(count);
      if (counts.length >= SAMPLE_ROWS) return counts;
      count = 0;
      isBlank = true;
      continue;
    } else if (!quoted && letter === delimiter) count += 1;
    isBlank = false;
  }
  if (!isBlank) counts.push(count);
  return counts;
}
