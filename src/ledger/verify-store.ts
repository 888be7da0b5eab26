/** Whether the store that decides holds the log that a folder holds, segment by segment. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listLogFiles } from "./log-files.ts";
import { toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";

/**
 * Reads every segment of the store. What the folder has not fetched yet is no problem while it follows without a gap.
 *
 * @throws what the store throws.
 */
export async function verifyStoreLog(dir: string, arbiter: SegmentArbiter): Promise<VerifyProblem[]> {
  const here = listLogFiles(dir).segments;
  const there = new Set(await arbiter.starts());
  const problems: VerifyProblem[] = [];
  for (const start of here) {
    const path = toSegmentPath(start);
    const own = readFileSync(join(dir, path));
    const theirs = await arbiter.read(start);
    there.delete(start);
    if (theirs === null) problems.push(storeProblem("ledger/store-lacks", path, own, null, "lacks it"));
    else if (!own.equals(theirs))
      problems.push(storeProblem("ledger/store-differs", path, own, theirs, "holds another"));
  }
  const last = here.at(-1) ?? -1;
  for (const start of there) {
    if (start > last) continue;
    const bytes = await arbiter.read(start);
    problems.push(
      storeProblem(
        "ledger/store-differs",
        toSegmentPath(start),
        null,
        bytes,
        "holds one that this folder does not",
      ),
    );
  }
  return problems;
}

function storeProblem(
  code: string,
  path: string,
  own: Uint8Array | null,
  theirs: Uint8Array | null,
  fault: string,
): VerifyProblem {
  const end = (bytes: Uint8Array | null) => (bytes === null ? null : toHex(bytes.subarray(-32)));
  return {
    path,
    code,
    expected: end(own),
    actual: end(theirs),
    text: `The store that decides ${fault}: another writer who begins now gets another log. Compare with a copy.`,
  };
}
