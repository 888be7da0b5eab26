/** Commands about copies and health: mirror, repair, doctor. */
import { resolve } from "node:path";
import {
  examineCase,
  isAddress,
  mirrorCase,
  openCase,
  recordMirror,
  recordRepair,
  repairCase,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { withCase } from "./write-commands.ts";

const VERIFICATION_FAILED = 4;
const BYTES_A_MEGABYTE = 1e6;

/** `inquest mirror FOLDER|s3://… --case DIR`. */
export const mirror: Command = async (context) => {
  const { line, terminal, translate, progress } = context;
  const [folder] = line.operands;
  if (folder === undefined) throw usageError("mirror needs the folder of the copy, best on another disk.");
  const target = isAddress(folder) ? folder : resolve(context.cwd, folder);
  // The case is held while it is copied, so that the copy is of one moment.
  return withCase(context, findCase(context, undefined), async (opened) => {
    opened.ledger.publish();
    const report = await mirrorCase({
      dir: opened.dir,
      target,
      progress,
      now: context.surroundings.now,
      ownAddress: opened.config.store,
      ...(opened.remoteBlobs === null ? {} : { store: opened.remoteBlobs }),
    });
    await recordMirror(opened, report);
    const { copied, kept, destroyed, sizeBytes } = report;
    if (line.has("json")) writeJson(context, report);
    else {
      const megabytes = Math.ceil(sizeBytes / BYTES_A_MEGABYTE);
      terminal.out(`${translate("mirror.done", { copied, kept, megabytes })}\n`);
      for (const file of destroyed) terminal.out(`${translate("mirror.destroyed", { file })}\n`);
    }
    return 0;
  });
};

/** `inquest repair [--from COPY] --case DIR`: without a copy, what the log itself says comes back. */
export const repair: Command = async (context) => {
  const { line, terminal, translate, progress, surroundings } = context;
  const copy = line.value("from");
  const from = copy === undefined || isAddress(copy) ? (copy ?? null) : resolve(context.cwd, copy);
  const dir = findCase(context, line.operands[0]);
  const [acceptEnd, why] = [line.has("accept-end"), line.value("why")];
  if (acceptEnd && why === undefined) throw usageError('--accept-end needs --why "…": it is recorded.');
  const report = await repairCase({ dir, from, progress, surroundings, acceptEnd });
  const { repaired, putAside, quarantine, after } = report;
  if (after.ok && repaired.length > 0) {
    const opened = await openCase({ dir, mode: "write", surroundings, progress });
    await recordRepair(opened, repaired, acceptEnd ? why : undefined);
    await opened.close();
  }
  if (line.has("json")) writeJson(context, report);
  else {
    if (repaired.length + putAside.length === 0 && after.ok) terminal.out(`${translate("repair.none")}\n`);
    for (const file of repaired) terminal.out(`${translate("repair.file", { file })}\n`);
    for (const file of putAside) terminal.out(`${translate("repair.aside", { file })}\n`);
    if (quarantine !== null) terminal.out(`${translate("repair.quarantine", { folder: quarantine })}\n`);
    if (after.ok && repaired.length > 0) terminal.out(`${translate("repair.done")}\n`);
    if (!after.ok) {
      terminal.out(`${translate("repair.left", { count: after.problems.length })}\n`);
      for (const { path, text } of after.problems) terminal.out(`✗ ${path}: ${text}\n`);
    }
  }
  return after.ok ? 0 : VERIFICATION_FAILED;
};

/** `inquest doctor [CASE]`. */
export const doctor: Command = async (context) => {
  const { line, terminal, translate, progress, surroundings } = context;
  const dir = findCase(context, line.operands[0]);
  const opened = await openCase({ dir, mode: "read", surroundings, progress });
  try {
    const findings = examineCase(opened, surroundings, line.language);
    if (line.has("json")) writeJson(context, { findings });
    else if (findings.length === 0) terminal.out(`${translate("doctor.well")}\n`);
    else
      for (const { level, text, remedy } of findings) {
        terminal.out(`${translate(`doctor.${level}`, { text })}\n`);
        terminal.out(`${translate("doctor.remedy", { remedy })}\n`);
      }
    return 0;
  } finally {
    await opened.close();
  }
};
