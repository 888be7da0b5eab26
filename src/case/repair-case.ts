/** Repair from a second copy: good bytes come back, the log is never bent, and what was bad is kept for inquiry. */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ensureFolder, hashBytes, type Progress, readIfThere, replaceFile } from "../core/index.ts";
import { type VerifyProblem, verifyLedger, walk } from "../ledger/index.ts";
import { readCaseFile } from "./case-file.ts";
import { isClosedCase, readClosedFile } from "./closed-file.ts";
import type { CopyPlace } from "./copy-place.ts";
import { openFolderCopy } from "./folder-copy.ts";
import type { Surroundings } from "./handle.ts";
import { isAddress } from "./mirror-case.ts";
import { openCase } from "./open-case.ts";
import { openS3Copy } from "./s3-copy.ts";
import { type CaseReport, verifyCase } from "./verify-case.ts";

export interface RepairOptions {
  readonly dir: string;
  /** A second copy of the same case: a folder, or `s3://…`. Null where there is none: what the log itself says comes back. */
  readonly from: string | null;
  readonly progress: Progress;
  /** Take the log to end where its acts end, and sign a new checkpoint over them, where the checkpoint is lost. */
  readonly acceptEnd?: boolean;
  /** Asked for the passphrase of a closed case, so that what its acts name can be judged. */
  readonly surroundings: Surroundings;
}

export interface RepairReport {
  /** Files whose good bytes came back, by path. */
  readonly repaired: readonly string[];
  /** Files that belong to no case and were put aside. */
  readonly putAside: readonly string[];
  /** Where the bad bytes lie now; null when there were none. */
  readonly quarantine: string | null;
  /** The verification after it. */
  readonly after: CaseReport;
}

/** Damage of the log hides what it names, so what is mended first shows what else is missing. */
const MOST_ROUNDS = 4;

/**
 * Puts back what verification finds wrong, from bytes of the copy that are provably the right ones: a blob by its
 * name, a key file by the hash in its act, files of the log only when the log with them verifies whole and has the
 * same checkpoint or continues it. Bad bytes are moved aside, never deleted.
 */
export async function repairCase({
  dir: caseDir,
  from: copy,
  progress,
  surroundings,
  acceptEnd = false,
}: RepairOptions): Promise<RepairReport> {
  const dir = resolve(caseDir);
  const from = await openCopy(copy, dir, surroundings);
  try {
    return await repairFrom(from, { dir, progress, surroundings, acceptEnd });
  } finally {
    from.close();
  }
}

async function openCopy(copy: string | null, dir: string, { now }: Surroundings): Promise<CopyPlace> {
  if (copy !== null && isAddress(copy))
    return openS3Copy({ address: copy, now, tempDir: join(dir, "vault", "tmp") });
  // A folder that is not there holds nothing.
  return openFolderCopy(copy === null ? join(dir, ".no-copy") : resolve(copy));
}

async function repairFrom(
  from: CopyPlace,
  { dir, progress, surroundings, acceptEnd = false }: Omit<RepairOptions, "from">,
): Promise<RepairReport> {
  const place = createQuarantine(dir, surroundings.now());
  const repaired: string[] = [...(await restoreFace(dir, from, place))];
  const putAside: string[] = [];
  let report = await verifyCase(dir, progress, surroundings);
  for (let round = 0; round < MOST_ROUNDS && !report.ok; round++) {
    const before = repaired.length + putAside.length;
    repaired.push(...(await repairLog({ dir, from, report, place })));
    for (const problem of report.problems) {
      if (problem.code.endsWith("/unknown-file")) {
        place.moveAside(problem.path);
        putAside.push(problem.path);
      } else if (await restoreFile({ dir, from, problem, place })) repaired.push(problem.path);
    }
    if (repaired.length + putAside.length === before) {
      const remade = await remakeLog({ dir, report, place, surroundings, acceptEnd });
      if (remade.length === 0) break;
      repaired.push(...remade);
    }
    report = await verifyCase(dir, progress, surroundings);
  }
  return { repaired, putAside, quarantine: place.path(), after: report };
}

/** Without the file that says what it is, a closed case cannot even be verified; the passphrase shows whose it is. */
async function restoreFace(dir: string, from: CopyPlace, place: Quarantine): Promise<string[]> {
  const faces = ["case.json", "closed.json"];
  if (!existsSync(join(dir, "ledger")) || faces.some((name) => existsSync(join(dir, name)))) return [];
  for (const name of faces) {
    const bytes = await from.read(name);
    if (bytes === null) continue;
    put(dir, name, { bytes, place, mode: 0o644 });
    return [name];
  }
  return [];
}

interface Quarantine {
  /** Moves a file of the case out of the way; does nothing when it is not there. */
  moveAside(path: string): void;
  /** Within the case folder; null while nothing was moved. */
  path(): string | null;
}

function createQuarantine(dir: string, nowMs: number): Quarantine {
  const name = `quarantine/${new Date(nowMs).toISOString().replaceAll(":", "")}`;
  let isUsed = false;
  return {
    path: () => (isUsed ? name : null),
    moveAside(path) {
      if (!existsSync(join(dir, path))) return;
      let to = join(dir, name, path);
      for (let again = 1; existsSync(to); again++) to = join(dir, name, `${path}.${again}`);
      mkdirSync(dirname(to), { recursive: true });
      renameSync(join(dir, path), to);
      isUsed = true;
    },
  };
}

interface Restoring {
  readonly dir: string;
  readonly from: CopyPlace;
  readonly problem: VerifyProblem;
  readonly place: Quarantine;
}

/**
 * Tiles follow from the acts, and are made anew where no copy has them; so is the checkpoint, where somebody accepts
 * that the log ends where its acts end. Damage to the acts themselves is mended by nothing but a copy.
 */
async function remakeLog({
  dir,
  report,
  place,
  surroundings,
  acceptEnd,
}: {
  readonly dir: string;
  readonly report: CaseReport;
  readonly place: Quarantine;
  readonly surroundings: Surroundings;
  readonly acceptEnd: boolean;
}): Promise<string[]> {
  const bad = report.problems.map(({ path }) => path).filter((path) => path.startsWith("ledger/"));
  const isTile = (path: string) => path.startsWith("ledger/tile/");
  const mayRemake = (path: string) => isTile(path) || (acceptEnd && path === "ledger/checkpoint");
  if (bad.length === 0 || !bad.every(mayRemake)) return [];
  for (const path of bad) place.moveAside(path);
  const opened = await openCase({ dir, mode: "write", surroundings, remakeLog: true });
  await opened.close();
  return bad;
}

/** A blob or a key file whose right hash is known. */
async function restoreFile({ dir, from, problem, place }: Restoring): Promise<boolean> {
  const { path } = problem;
  if (path === "case.json" && problem.expected?.startsWith("{") === true) {
    // What the log configures is the right text; no copy is needed for it.
    put(dir, path, { bytes: Buffer.from(problem.expected, "utf8"), place, mode: 0o644 });
    return true;
  }
  const isBlob = path.startsWith("vault/sha256/");
  const isKey = path.startsWith("vault/keys/");
  // Blobs of a case in a store lie there, and not in the folder.
  if ((!isBlob && !isKey) || (isBlob && hasStore(dir))) return false;
  const expected = isBlob ? basename(path) : problem.expected;
  const bytes = await from.read(path);
  if (bytes === null || hashBytes(bytes) !== expected) return false;
  put(dir, path, { bytes, place, mode: isKey ? 0o600 : 0o444 });
  return true;
}

function hasStore(dir: string): boolean {
  return existsSync(join(dir, "case.json")) && readCaseFile(dir).store !== undefined;
}

function put(
  dir: string,
  path: string,
  { bytes, place, mode }: { readonly bytes: Uint8Array; readonly place: Quarantine; readonly mode: number },
): void {
  place.moveAside(path);
  ensureFolder(dirname(join(dir, path)));
  ensureFolder(join(dir, "vault", "tmp"));
  replaceFile({ path: join(dir, path), bytes, tempDir: join(dir, "vault", "tmp"), mode, label: "repair" });
}

/** Files of the log: taken only when the log as it would then be verifies whole. */
async function repairLog({
  dir,
  from,
  report,
  place,
}: {
  readonly dir: string;
  readonly from: CopyPlace;
  readonly report: CaseReport;
  readonly place: Quarantine;
}): Promise<string[]> {
  const bad = report.problems.map(({ path }) => path).filter((path) => path.startsWith("ledger/"));
  if (bad.length === 0) return [];
  const held = (await from.list()).map(({ path }) => path).filter((path) => path.startsWith("ledger/"));
  if (held.length === 0) return [];
  const trial = mkdtempSync(join(dir, ".repair-"));
  try {
    hardLink(
      join(dir, "ledger"),
      join(trial, "ledger"),
      new Set(bad.map((path) => path.slice("ledger/".length))),
    );
    const taken: string[] = [];
    for (const path of candidates(bad, dir, held)) {
      const bytes = await from.read(path);
      if (bytes === null) continue;
      mkdirSync(dirname(join(trial, path)), { recursive: true });
      rmSync(join(trial, path), { force: true });
      writeFileSync(join(trial, path), bytes);
      taken.push(path);
    }
    const closed = isClosedCase(dir)
      ? { codec: "closed" as const, logKeys: readClosedFile(dir).logKeys }
      : {};
    const judged = await verifyLedger({ dir: trial, caseId: report.case, ...closed });
    if (!judged.ok || !(await continues(dir, from, judged.acts))) return [];
    for (const path of taken) {
      const bytes = readIfThere(join(trial, path));
      if (bytes !== null) put(dir, path, { bytes, place, mode: 0o644 });
    }
    return taken;
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** The bad files, and with them what must fit them: the checkpoint and the tiles of the copy. */
function candidates(bad: readonly string[], dir: string, held: readonly string[]): string[] {
  const segments = held
    .filter((path) => path.startsWith("ledger/segment/"))
    .filter((path) => readIfThere(join(dir, path)) === null);
  const paths = new Set([...bad, ...segments]);
  if (segments.length > 0 || bad.some((path) => path.includes("checkpoint") || path.includes("tile"))) {
    for (const path of held) if (path.startsWith("ledger/tile/")) paths.add(path);
    paths.add("ledger/checkpoint");
  }
  return [...paths];
}

/** A repaired log may not be shorter than what either side still shows of it. */
async function continues(dir: string, from: CopyPlace, acts: number): Promise<boolean> {
  const checkpoints = [readIfThere(join(dir, "ledger/checkpoint")), await from.read("ledger/checkpoint")];
  return checkpoints.every((checkpoint) => {
    const size = Number(
      Buffer.from(checkpoint ?? [])
        .toString("utf8")
        .split("\n")[1] ?? 0,
    );
    return !Number.isInteger(size) || size <= acts;
  });
}

/** A folder of links to the same files, without some of them: nothing is written twice for a trial. */
function hardLink(from: string, to: string, without: ReadonlySet<string>): void {
  for (const { path, isFile } of walk(from, "")) {
    if (!isFile || without.has(path) || path.startsWith("tmp/")) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    try {
      linkSync(join(from, path), join(to, path));
    } catch {
      cpSync(join(from, path), join(to, path));
    }
  }
}
