/** Recording that a second copy was made, or that files came back from one. */
import type { RepairMade } from "./act-bodies.ts";
import type { OpenCase } from "./case-handle.ts";
import type { MirrorReport } from "./mirror-case.ts";

/** Where the copy lies is not told: a log may be read by others. */
export async function recordMirror(
  opened: OpenCase,
  { copied, kept, sizeBytes }: MirrorReport,
): Promise<void> {
  const body = { files: copied + kept, sizeBytes, treeSize: opened.ledger.size };
  await opened.record([{ kind: "copy.verified", body }]);
}

const MOST_NAMED = 200;

/** @param why - given by whoever accepted that the log ends where its acts end. */
export async function recordRepair(opened: OpenCase, files: readonly string[], why?: string): Promise<void> {
  if (files.length === 0) return;
  const { files: named, count }: RepairMade = { files: files.slice(0, MOST_NAMED), count: files.length };
  await opened.record([
    {
      kind: "repair.made",
      body: { files: [...named], count, ...(why === undefined ? {} : { acceptedEnd: why }) },
    },
  ]);
}
