/** Members of a ZIP file by their names, for a file that was inspected: read whole or in pieces, within the limits. */
import { createBudget } from "./budget.ts";
import type { ByteSource } from "./byte-source.ts";
import type { InspectLimits } from "./limits.ts";
import { Refused } from "./report.ts";
import { openZip, readEntry } from "./zip.ts";

export interface ZipParts {
  has(name: string): boolean;
  /** The content; of a member that is missing, protected or packed in an unknown way, a refusal. */
  read(name: string): AsyncGenerator<Uint8Array>;
}

/**
 * The members by name, letters of either case being one (ISO/IEC 29500-2, 9.1.1.2).
 *
 * @throws Refused when the directory cannot be read, has too many members, or one name twice.
 */
export async function openZipParts(source: ByteSource, limits: InspectLimits): Promise<ZipParts> {
  const { zip, entries } = await openZip(source, limits);
  const budget = createBudget(limits);
  const byName = new Map<string, (typeof entries)[number]>();
  for (const each of entries) {
    const key = each.name.toLowerCase();
    if (byName.has(key)) throw new Refused("intake/archive-duplicate-name", { member: each.name });
    byName.set(key, each);
  }
  return {
    has: (name) => byName.has(name.toLowerCase()),
    async *read(name) {
      const found = byName.get(name.toLowerCase());
      if (found === undefined)
        throw new Refused("intake/workbook-broken", { place: name, fault: "this part is missing." });
      yield* readEntry(zip, found.entry, { budget, limits });
    },
  };
}
