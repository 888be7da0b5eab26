/** Verification of a case from its files alone: log, sealed files, configuration, and what the acts refer to. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { InquestError, type Progress, type Sha256Hex, silentProgress } from "../core/index.ts";
import {
  type EnrolledKey,
  inspectReleaseActs,
  openLedger,
  type VerifyProblem,
  verifyLedger,
} from "../ledger/index.ts";
import { contentOf } from "../statements/index.ts";
import { addressOf, type Content, type ExpectedBlob, verifyVault } from "../vault/index.ts";
import { createActIndex, readActIndex } from "./act-index.ts";
import { readCaseFile, toCaseFile } from "./case-file.ts";
import { type CaseState, createCaseState } from "./state.ts";

export interface CaseReport {
  readonly case: string;
  readonly ok: boolean;
  readonly acts: number;
  readonly blobs: number;
  readonly root: Sha256Hex;
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
  /** Keys that the log itself enrols: compare them with what the actors gave you by another way. */
  readonly keys: readonly EnrolledKey[];
}

/**
 * Recomputes everything of a case. Damage is reported, never thrown.
 *
 * @throws InquestError "case/not-a-case" when there is no case to verify.
 */
export async function verifyCase(caseDir: string, progress: Progress = silentProgress): Promise<CaseReport> {
  const dir = resolve(caseDir);
  if (!existsSync(join(dir, "case.json"))) readCaseFile(dir);
  const caseFile = readCaseFileQuietly(dir);
  const caseId = caseFile.id ?? "";
  const ledger = await verifyLedger({ dir, caseId, progress });
  const problems = [...caseFile.problems, ...ledger.problems];
  // Which files must be there is known from the log; a log that does not open names none for sure.
  const replayed = ledger.ok ? await replay(dir, caseId) : null;
  const state = replayed?.state ?? null;
  const vault = await verifyVault({ dir, expected: state === null ? [] : expectedBlobs(state), progress });
  if (state !== null) problems.push(...compareCaseFile(dir, state));
  const all = [
    ...problems,
    ...(replayed?.problems ?? []),
    ...vault.problems,
    ...(replayed?.releases.problems ?? []),
  ];
  return {
    case: caseId,
    ok: all.length === 0,
    acts: ledger.acts,
    blobs: vault.blobs,
    root: ledger.root,
    problems: all,
    keys: ledger.keys,
    notes: [...ledger.notes, ...vault.notes, ...(replayed?.releases.notes ?? [])],
  };
}

function readCaseFileQuietly(dir: string): {
  readonly id: string | null;
  readonly problems: VerifyProblem[];
} {
  try {
    return { id: readCaseFile(dir).id, problems: [] };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "verification") throw error;
    // The log itself still names the case: its id stands in every act.
    const [, id] = /"id":\s*"([a-z0-9-]+)"/u.exec(readFileSync(join(dir, "case.json"), "utf8")) ?? [];
    return { id: id ?? null, problems: [caseFileProblem("a configuration", "unreadable", error.message)] };
  }
}

interface Replayed {
  readonly state: CaseState;
  readonly problems: readonly VerifyProblem[];
  /** What the acts say about checkpoints that left the house, compared with log and notes. */
  readonly releases: ReturnType<typeof inspectReleaseActs>;
}

async function replay(dir: string, caseId: string): Promise<Replayed> {
  const state = createCaseState();
  const noClock = () => 0;
  const ledger = await openLedger({
    dir,
    caseId,
    signer: null,
    now: noClock,
    random: (size) => new Uint8Array(size),
  });
  const index = createActIndex();
  const kept = readActIndex(dir, (size) => (size <= ledger.size ? ledger.rootAt(size) : null));
  const problems: VerifyProblem[] = [];
  for (const { act, leafIndex } of ledger.entries()) {
    state.apply(act, leafIndex);
    index.add(act.kind);
    if (index.size === kept.size && !index.equals(kept)) problems.push(indexDiffers());
  }
  problems.push(...state.twoPersons.breaches.map(secondPersonMissing));
  return { state, problems, releases: inspectReleaseActs(dir, ledger, state.releases) };
}

function indexDiffers(): VerifyProblem {
  return {
    path: "work/act-index.json",
    code: "case/index-differs",
    expected: "the acts of each kind as they stand in the log",
    actual: "others",
    text: "The index of acts is not that of the log: somebody changed it. Delete the file; it is made anew.",
  };
}

function secondPersonMissing({ act, kind, why }: CaseState["twoPersons"]["breaches"][number]): VerifyProblem {
  return {
    path: "ledger",
    code: "case/second-person-missing",
    expected: "the agreement of a second person before it",
    actual: why,
    text: `Act ${act} (${kind}) was recorded although the case asks for two people, and ${why}.`,
  };
}

/** Every sealed file that an act refers to, with what needs it. */
export function expectedBlobs(state: CaseState): ExpectedBlob[] {
  const blobs: ExpectedBlob[] = [];
  const need = (content: Content | null, neededBy: string) => {
    if (content !== null) blobs.push({ sha256: addressOf(content), sizeBytes: content.sizeBytes, neededBy });
  };
  for (const { value } of state.sources.values()) {
    need(contentOf(value), `source ${value.key}`);
    need(value.sealed?.about ?? null, `what is said of the source ${value.key}`);
  }
  for (const { value } of state.sealedStatements.values()) need(value.statement, `statement ${value.id}`);
  for (const list of state.everyImport()) {
    need(list.recipe, `recipe of the list ${list.name}`);
    need(list.records, `records of the list ${list.name}`);
    need(list.problems, `problems of the list ${list.name}`);
  }
  for (const link of state.everyLink()) {
    for (const part of ["settings", "clusters", "pairs", "model"] as const)
      need(link[part], `${part} of a link`);
  }
  for (const estimate of state.everyEstimate()) need(estimate.report, `estimate ${estimate.id}`);
  return blobs;
}

function compareCaseFile(dir: string, state: CaseState): VerifyProblem[] {
  if (state.config === null)
    return [caseFileProblem("a case.configured act", "none", "The log configures no case.")];
  const expected = toCaseFile(state.config);
  const actual = readFileSync(join(dir, "case.json"), "utf8");
  if (actual === expected) return [];
  return [caseFileProblem(expected, actual, "case.json differs from what the ledger configured last.")];
}

function caseFileProblem(expected: string, actual: string, text: string): VerifyProblem {
  return { path: "case.json", code: "case/file-altered", expected, actual, text };
}
