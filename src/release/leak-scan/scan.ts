/** Looking for words and places in files and in everything that lies in them. */
import { createBudget, Refused } from "../../intake/index.ts";
import { createOpener } from "./open-content.ts";
import { ScanLimits } from "./scan-limits.ts";
import { createRecord } from "./scan-record.ts";
import type { LeakScan } from "./scan-result.ts";
import type { Sought } from "./sought.ts";

/** A file to be looked into: its path as people know it, and its bytes; null where it is too large to be read. */
export type ScannedFile = readonly [path: string, bytes: Uint8Array | null];

/**
 * Opens everything: archives, documents, pictures' tags, what is packed, escaped or written as letters. Never says that there is
 * nothing where it could not look: that is in `unread`.
 *
 * It does not read words in pixels or sound, and of kinds that it does not know only what can be read in their plain bytes.
 */
export async function scanForLeaks(
  files: Iterable<ScannedFile> | AsyncIterable<ScannedFile>,
  sought: readonly Sought[],
  given: Partial<ScanLimits> = {},
): Promise<LeakScan> {
  const limits = ScanLimits.parse(given);
  const record = createRecord(sought);
  const until = performance.now() + limits.timeMs;
  let count = 0;
  for await (const [path, bytes] of files) {
    count += 1;
    const parts = path.split("/");
    const shown = parts
      .map((part, index) => (record.holds(part) ? `#${count}.${index + 1}` : part))
      .join("/");
    record.look(path, [shown], "name");
    if (bytes === null || bytes.length > limits.fileBytes) {
      record.leave([shown], { code: "release/scan-file-too-large", params: { limit: limits.fileBytes } });
      continue;
    }
    // Each file has its own budget: a bomb in one takes nothing from the others.
    const open = createOpener({ record, limits, budget: createBudget(limits), until });
    try {
      await open(bytes, [shown]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      record.leave([shown], { code: error.code, params: error.params });
    }
  }
  return { ...record.result(), files: count };
}
