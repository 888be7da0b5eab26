/** `case.json`: what the case is, readable by a person; a projection of its last case.configured act. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  ensureFolder,
  InquestError,
  isProcessAlive,
  ownerOfTemporary,
  parseJson,
  replaceFile,
} from "../core/index.ts";
import { toWriteError } from "../ledger/index.ts";
import { CaseConfig } from "./config.ts";

/** The text of case.json for a configuration; the same configuration gives the same bytes. */
export function toCaseFile(config: CaseConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** @throws InquestError "case/not-a-case" when the folder holds no readable case.json. */
export function readCaseFile(dir: string): CaseConfig {
  const path = join(dir, "case.json");
  if (!existsSync(path) && idInLog(dir) !== null) {
    throw new InquestError({
      code: "case/file-missing-beside-log",
      reaction: "verification",
      message: `${dir} holds the log of a case and no case.json: somebody removed it. inquest repair --case ${dir} puts it back from the log.`,
      evidence: { dir },
    });
  }
  if (!existsSync(path)) {
    throw new InquestError({
      code: "case/not-a-case",
      reaction: "input",
      message: `${dir} is not a case: it holds no case.json. Name a case with --case, or make one with inquest init.`,
      evidence: { dir },
    });
  }
  const parsed = CaseConfig.safeParse(parseJson(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new InquestError({
    code: "case/file-altered",
    reaction: "verification",
    message: `${path} is not what this version of Inquest configures: it was altered, or another version wrote it. inquest verify shows which.`,
    cause: parsed.error,
    evidence: { path },
  });
}

/** The case that the first act of a log names; null where there is no log in the open. */
export function idInLog(dir: string): string | null {
  const path = join(dir, "ledger", "segment", "0".repeat(20));
  if (!existsSync(path)) return null;
  const head = readFileSync(path, "utf8").slice(0, HEAD_CHARACTERS);
  return /"case":"([a-z0-9-]+)"/u.exec(head)?.[1] ?? null;
}

/** The first act enrols a key, and is short. */
const HEAD_CHARACTERS = 4096;

/**
 * Puts case.json on the disk, making the folder where there is none: after a power cut it is whole, old or new.
 *
 * @throws InquestError "case/write-failed" (reaction locked) when the disk refuses.
 */
export function writeCaseFile(dir: string, config: CaseConfig): void {
  const bytes = Buffer.from(toCaseFile(config), "utf8");
  try {
    ensureFolder(dir);
    replaceFile({ path: join(dir, "case.json"), bytes, tempDir: dir, label: "case-file" });
  } catch (error) {
    throw toWriteError("case/write-failed", dir, error);
  }
}

/** Removes temporary files that dead processes left in the case folder itself, of case.json and of the lock. */
export function removeLeftovers(dir: string): void {
  if (!existsSync(dir)) return;
  for (const name of readdirSync(dir)) {
    const owner = ownerOfTemporary(name);
    if (owner !== null && !isProcessAlive(owner)) rmSync(join(dir, name), { force: true });
  }
}
