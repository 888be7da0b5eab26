/** Opening the log of a case: check it whole, repair what a crash may leave, refuse what it may not. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  createFolderMaker,
  InquestError,
  isProcessAlive,
  noFaults,
  ownerOfTemporary,
  syncFolderIfThere,
  toCanonicalJson,
  unlinkIfThere,
} from "../core/index.ts";
import { openCodec } from "./entry-codec.ts";
import { type Inspection, inspectLog } from "./inspect-log.ts";
import type { Ledger, OpenLedgerOptions } from "./ledger.ts";
import { createLedger } from "./ledger-handle.ts";
import type { LogState } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import { openByPosition } from "./open-by-position.ts";
import { keepsPosition, readPosition, toPosition, writePosition } from "./position.ts";
import type { VerifyProblem } from "./problem.ts";
import { removeTiles } from "./publish-log.ts";
import { replicate } from "./replicate.ts";
import { refusingWrites } from "./write-failed.ts";

/**
 * Opens the log of a case. With a signer it is created when missing (the first act enrols the signer's key),
 * temporary files of the dead are removed, and a checkpoint that a crash left behind is brought up to date.
 * Every segment, act, tile and the checkpoint are checked; of signatures, the checkpoint's and those of acts
 * that it does not cover. `verifyLedger` checks them all.
 *
 * @throws InquestError "ledger/altered" (reaction verification) when any file is not as it was sealed, with
 *   `evidence.problems` and both roots; "ledger/missing" for a reader where there is no log;
 *   "ledger/write-failed" (reaction locked) when the folder cannot be written.
 */
export async function openLedger(options: OpenLedgerOptions): Promise<Ledger> {
  const { dir, signer, arbiter = null, faults = noFaults } = options;
  if (signer !== null || arbiter !== null) {
    refusingWrites(dir, () => {
      const makeFolder = createFolderMaker(dir);
      makeFolder(join(dir, "ledger", "segment"));
      makeFolder(join(dir, "ledger", "tmp"));
    });
  } else if (!existsSync(join(dir, "ledger", "segment"))) {
    throw noLog(dir);
  }
  if (arbiter !== null) await replicate({ dir, arbiter, faults });
  const inspection = inspectQuickly(options) ?? (await inspectWhole(options));
  const { state } = inspection;
  if (signer === null) {
    if (state.tree.size === 0) throw noLog(dir);
    // Only a writer needs the leaves of the bundle that it goes on with.
    state.keepFrom(Number.MAX_SAFE_INTEGER);
  } else {
    refusingWrites(dir, () => tidy(dir, inspection));
  }
  const ledger = createLedger(options, inspection);
  // A new log gets its enrolment and its first checkpoint at once: from then on a missing one is a loss.
  // So does a writer whose key the log does not know, when acts wait for a checkpoint that another left behind.
  const isBehind = (inspection.checkpoint?.treeSize ?? 0) < ledger.size;
  const isUnknown = signer !== null && !state.ring.has(signer);
  if (ledger.size === 0 || (isBehind && isUnknown)) await ledger.append([]);
  ledger.publish();
  if (signer !== null && keepsPosition(options, ledger.size)) keepPosition(dir, state);
  return ledger;
}

/** By the position where there is one that fits; null for logs that are read whole. */
function inspectQuickly({
  dir,
  caseId,
  codec = openCodec,
  check,
  remake = false,
}: OpenLedgerOptions): Inspection | null {
  return check === "full" || remake
    ? null
    : openByPosition({ dir, caseId, codec, isAnySize: check === "position" });
}

async function inspectWhole(options: OpenLedgerOptions): Promise<Inspection> {
  const { dir, caseId, codec, progress, arbiter = null, remake = false } = options;
  const found = await inspectLog({ dir, caseId, codec, signatures: "uncovered", progress });
  // A folder that has just fetched its segments has no checkpoint yet; that none is missing, the store says.
  const problems = found.problems.filter(
    ({ code }) => arbiter === null || code !== "ledger/checkpoint-missing",
  );
  const isDerived = ({ code }: VerifyProblem) => DERIVED.includes(code);
  const left = remake ? problems.filter((problem) => !isDerived(problem)) : problems;
  const inspection = { ...found, problems: left, checkpoint: remake ? null : found.checkpoint };
  if (left.length > 0) throw altered(dir, inspection);
  return inspection;
}

/** Problems of files that follow from the acts. */
const DERIVED: readonly string[] = ["ledger/checkpoint-missing", "ledger/tile-missing"];

/** After a full check the next opening may be a quick one. */
function keepPosition(dir: string, state: LogState): void {
  const position = toPosition(state);
  const found = readPosition(dir);
  if (found === null || toCanonicalJson(found) !== toCanonicalJson(position)) writePosition(dir, position);
}

/** Removes what an interrupted write left; never the temporary file of another process that still runs. */
function tidy(dir: string, { files, staleTiles }: Inspection): void {
  for (const path of files.temporary) {
    const owner = ownerOfTemporary(basename(path)) ?? process.pid;
    // Writes of this process never span a turn, so a file of its own is left over too.
    if (owner === process.pid || !isProcessAlive(owner)) unlinkIfThere(join(dir, path));
  }
  // What replaced them may be of a process that died before its names were on the disk.
  const makeFolder = createFolderMaker(join(dir, "ledger"));
  for (const folder of new Set(staleTiles.map((path) => dirname(join(dir, path))))) {
    makeFolder(folder);
    syncFolderIfThere(folder);
  }
  removeTiles(dir, staleTiles);
}

function altered(dir: string, { problems, state, checkpoint }: Inspection): InquestError {
  const [first] = problems;
  const others = problems.length > 1 ? ` and ${problems.length - 1} more` : "";
  return new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `The log in ${dir} is not as it was sealed: ${first?.path}${others}. ${first?.text} Nothing was changed; compare with a copy before you go on.`,
    evidence: {
      problems,
      logSize: state.tree.size,
      logRoot: toHex(state.tree.root()),
      checkpointSize: checkpoint?.treeSize ?? null,
      checkpointRoot: checkpoint?.rootHash ?? null,
    },
  });
}

function noLog(dir: string): InquestError {
  return new InquestError({
    code: "ledger/missing",
    reaction: "not-found",
    message: `${dir} holds no ledger. Name the folder of a case, or create one first.`,
    evidence: { dir },
  });
}
