/** A case folder: its log, its sealed files, and the one file that says what case it is. */
import type { X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Act } from "./act.ts";
import type { Enrolled } from "./act-rules.ts";
import { readUtf8 } from "./bytes.ts";
import { isObject, isSame, type Json, type JsonObject, readCanonical } from "./canonical.ts";
import { isRegular, readBounded, walk } from "./files.ts";
import { createFindings, type Findings } from "./findings.ts";
import { createKeyFiles, judgeSealedKeyFile } from "./key-files.ts";
import { checkLog, hasLog } from "./log.ts";
import type { NoteFile } from "./log-notes.ts";
import { type NoteKey, readVerifierKey } from "./note.ts";
import { createReleases } from "./releases.ts";
import { createTimestamps } from "./timestamps.ts";
import { checkVault, createNeeds } from "./vault.ts";

export interface CaseResult {
  readonly caseId: string | null;
  readonly isClosed: boolean;
  readonly acts: number;
  readonly root: string;
  readonly blobs: number;
  readonly sizeBytes: number;
  /** Size of the signed checkpoint that holds; null when there is none. */
  readonly covered: number | null;
  readonly keys: readonly Enrolled[];
  readonly noteKeys: readonly NoteKey[];
}

export interface CaseChecks {
  readonly kept: readonly NoteFile[];
  /** Certificates of time-stamping authorities that the reader trusts. */
  readonly roots: readonly X509Certificate[];
}

/** Whether the folder is a case, or what is left of one. */
export function isCase(dir: string): boolean {
  return isRegular(join(dir, "case.json")) || isRegular(join(dir, "closed.json")) || hasLog(dir);
}

/** @param below - where the case lies in the folder that was named; put before every path. */
export async function checkCase(
  dir: string,
  below: string,
  checks: CaseChecks,
): Promise<CaseResult & { readonly findings: Findings }> {
  for (;;) {
    const before = stateOf(dir);
    const findings = createFindings(below);
    const result = await checkOnce(dir, checks, findings);
    // A program at work wrote between two looks: what was half there is whole at the next.
    if (findings.problems.length === 0 || stateOf(dir) === before) return { ...result, findings };
  }
}

/** Changes whenever a program appends to the log or signs it. */
function stateOf(dir: string): string {
  const checkpoint = readBounded(join(dir, "ledger", "checkpoint"), 1_000_000)?.toString("latin1");
  return `${checkpoint} ${[...walk(dir, "ledger/segment")].length}`;
}

async function checkOnce(dir: string, checks: CaseChecks, findings: Findings): Promise<CaseResult> {
  const closed = isRegular(join(dir, "closed.json")) ? readClosedFile(dir, findings) : null;
  const file = closed === null ? readCaseFile(dir) : null;
  const needs = createNeeds();
  const keyFiles = createKeyFiles();
  const releases = createReleases();
  const timestamps = createTimestamps();
  let config: Json | undefined;
  const log = await checkLog(
    {
      dir,
      caseId: closed?.caseId ?? file?.caseId ?? null,
      closedKeys: closed?.keys ?? null,
      kept: checks.kept,
      onAct(act) {
        keyFiles.follow(act);
        releases.follow(act);
        timestamps.follow(act);
        needs.add(act.body, subjectOf(act));
        if (act.kind === "case.configured") config = act.body.config;
      },
    },
    findings,
  );
  if (file !== null) judgeCaseFile(file, config, findings);
  else if (isRegular(join(dir, "case.json")))
    findings.problem({ path: "case.json", code: "case/file-unknown" });
  if (closed !== null) findings.note({ path: "closed.json", code: "ledger/closed" });
  const { keyFiles: found, ...vault } = checkVault(
    dir,
    needs,
    closed === null,
    findings,
    isObject(config) && "store" in config,
  );
  if (closed === null) {
    keyFiles.finish(dir, found, findings);
    releases.finish(log.released, findings);
    timestamps.finish(dir, checks.roots, findings);
  } else for (const path of found) judgeSealedKeyFile(dir, path, findings);
  const { caseId, acts, root, covered, keys, noteKeys } = log;
  return { caseId, isClosed: closed !== null, acts, root, covered, keys, noteKeys, ...vault };
}

/** Kind and the best name that its body has for what it is about. */
function subjectOf({ kind, id, body }: Act): string {
  const inner = Object.values(body).find((member) => isObject(member) && typeof member.key === "string");
  const name = body.id ?? body.name ?? (isObject(inner) ? inner.key : id);
  return `${kind} ${typeof name === "string" ? name : id}`;
}

interface CaseFile {
  /** Null when it is missing. */
  readonly text: string | null;
  readonly value: Json | undefined;
  readonly caseId: string | null;
}

function readCaseFile(dir: string): CaseFile {
  const bytes = readBounded(join(dir, "case.json"), 16 * 1024 * 1024);
  // Bytes that are no UTF-8 are no JSON either, and so altered.
  const text = bytes === null ? null : (readUtf8(bytes) ?? "");
  const value = text === null ? undefined : parseJson(text);
  const caseId = isObject(value) && typeof value.id === "string" ? value.id : null;
  return { text, value, caseId };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `case.json` says what the last `case.configured` says, indented by two, and nothing else. */
function judgeCaseFile(file: CaseFile, config: Json | undefined, findings: Findings): void {
  const path = "case.json";
  if (file.text === null) {
    findings.problem({ path, code: "case/file-missing" });
    return;
  }
  if (file.value === undefined || `${JSON.stringify(file.value, null, 2)}\n` !== file.text) {
    findings.problem({ path, code: "case/file-altered", actual: "JSON" });
    return;
  }
  // Damage of the log is reported already, and may have taken the act away.
  if (config === undefined && findings.problems.length > 0) return;
  if (isObject(file.value) && isObject(config) && isProjection(file.value, config)) return;
  findings.problem({
    path,
    code: "case/file-altered",
    detail: config === undefined ? "case.configured" : nameOfDifference(file.value, config),
  });
}

/** A newer program writes members that it found empty; all others are those of the act. */
function isProjection(file: JsonObject, config: JsonObject): boolean {
  return [...new Set([...Object.keys(file), ...Object.keys(config)])].every((name) =>
    name in config ? isSame(file[name], config[name]) : isEmpty(file[name]),
  );
}

function isEmpty(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isEmpty);
}

function nameOfDifference(file: Json | undefined, config: Json): string | null {
  if (!isObject(file) || !isObject(config)) return null;
  return Object.keys({ ...file, ...config }).find((name) => !isSame(file[name], config[name])) ?? null;
}

interface ClosedFile {
  readonly caseId: string | null;
  readonly keys: readonly NoteKey[];
}

function readClosedFile(dir: string, findings: Findings): ClosedFile {
  const path = "closed.json";
  const bytes = readBounded(join(dir, path), 1024 * 1024);
  const text = bytes === null ? null : readUtf8(bytes);
  const read = text === null ? { fault: "UTF-8" } : readCanonical(text.replace(/\n$/u, ""), 4);
  const value = "fault" in read ? undefined : read.value;
  const texts = isObject(value) && Array.isArray(value.logKeys) ? value.logKeys : [];
  const keys = texts.map((key: Json) => (typeof key === "string" ? readVerifierKey(key) : "no text"));
  const sound = keys.filter((key): key is NoteKey => typeof key !== "string");
  const isRight =
    isObject(value) &&
    Object.keys(value).join(" ") === "case logKeys v" &&
    value.v === 1 &&
    typeof value.case === "string" &&
    /^closed-[0-9a-f]{16}$/u.test(value.case) &&
    sound.length > 0 &&
    sound.length === keys.length &&
    sound.every((key) => key.name === `inquest/${String(value.case)}`);
  if (!isRight) {
    const fault = "fault" in read ? read.fault : keys.find((key) => typeof key === "string");
    findings.problem({ path, code: "case/closed-file", actual: typeof fault === "string" ? fault : null });
  }
  return { caseId: isObject(value) && typeof value.case === "string" ? value.case : null, keys: sound };
}
