/**
 * Batch entry of 500,000 statements about 100,000 persons beside what the disk and the ledger alone can do; what a
 * reader in another process sees of it meanwhile; a person's page, a search of three words, the overview; memory.
 */
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseConfig, createCase, type OpenCase, recordStatements, sealFile } from "../src/case/index.ts";
import { type ActDraft, openLedger, toSignerFromSeed } from "../src/ledger/index.ts";
import { readStatementFile, type Statement } from "../src/statements/index.ts";
import { surroundingsIn } from "./case-scale.ts";
import { appendAndSync, createAndLink } from "./disk-measures.ts";
import { rate, timed } from "./ledger-measures.ts";
import { toSourceText, toStatementFile, toSubjects, toYamlFile } from "./people-material.ts";
import type { FollowReport } from "./people-reader.ts";
import { tellCosts } from "./people-stages.ts";

/** As `recordStatements` has it. */
const SEGMENT = 1000;
const UNDER_WAY = 3;
/** Statements of one file. */
const FILE = 50_000;
const IN_YAML = 5000;
const DISK_TRIES = 500;

/** A tenth of it, unless INQUEST_LONG=1. */
export async function benchPeopleScale(): Promise<void> {
  const persons = process.env.INQUEST_LONG === "1" ? 100_000 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), "inquest-bench-people-"));
  try {
    await measure(folder, persons);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, persons: number): Promise<void> {
  const statements = persons * 5;
  const about = `${statements.toLocaleString("en")} statements about ${persons.toLocaleString("en")} persons`;
  console.log(`\n## ${about}`);
  const opened = await newCase(folder);
  const text = toSourceText(statements, persons);
  const { source } = await sealFile(opened, { name: "note.txt", bytes: new TextEncoder().encode(text) });
  const subjects = toSubjects(persons);
  rate("subjects named", subjects.length, await timed(() => inSegments(subjects, opened.record)));

  const context = {
    sourceOf: () => ({ id: source.id, text }),
    isNamed: (id: string) => opened.state.subjects.has(id),
  };
  // The last fifth is entered while somebody reads.
  const alone = statements * 0.8;
  const entered = await enter({ opened, context, persons }, 0, alone);
  rate("statement files (JSON) read, checked, passages found", alone, entered.readingMs);
  rate("statements acknowledged (fsynced) and in the views", alone, entered.recordingMs);
  rate("both: from the file to the acknowledgement", alone, entered.readingMs + entered.recordingMs);
  tellBottleneck(entered);
  const yaml = toYamlFile("note", 0, IN_YAML, persons);
  const inYaml = await timed(() => readStatementFile(yaml, "a.yaml", context));
  rate("a statement file in YAML read, checked, passages found", IN_YAML, inYaml);
  tellMemory("the writer");

  await tellPeers(folder, entered.sample, alone / (entered.recordingMs / 1000));
  await tellCosts(entered.sample);

  console.log("\nanother process, which serves the case, while the rest is entered:");
  const reader = startReader(folder, persons);
  await reader.isReady;
  const began = Date.now();
  const followed = await enter({ opened, context, persons }, alone, statements);
  rate("statements acknowledged meanwhile", statements - alone, followed.recordingMs);
  const { shownAt, searchableAt, mostBehind, mostUnsearched } = await reader.follow(opened.acts());
  rate("statements shown by its views", statements - alone, shownAt - began - followed.readingMs);
  rate("statements found by its search", statements - alone, searchableAt - began - followed.readingMs);
  console.log(`views at most ${mostBehind} acts behind the log, search at most ${mostUnsearched}`);
  await reader.ask();
  await opened.close();
}

async function newCase(folder: string): Promise<OpenCase> {
  const config = CaseConfig.parse({
    v: 1,
    id: "bench",
    title: { en: "Bench" },
    fictional: true,
    languages: ["en"],
    calendars: ["gregorian"],
    standardOfProof: "reasonable-grounds-to-believe",
    event: "event:bench",
  });
  return createCase({ dir: join(folder, "case"), config, surroundings: surroundingsIn(folder) });
}

async function inSegments(
  drafts: readonly ActDraft[],
  record: (drafts: readonly ActDraft[]) => Promise<unknown>,
): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  for (let at = 0; at < drafts.length; at += SEGMENT) {
    if (underWay.length >= UNDER_WAY) await underWay.shift();
    underWay.push(record(drafts.slice(at, at + SEGMENT)));
  }
  await Promise.all(underWay);
}

interface Entry {
  readonly opened: OpenCase;
  readonly context: Parameters<typeof readStatementFile>[2];
  readonly persons: number;
}

/** Statement files as a program would write them, read and recorded one after the other. */
async function enter({ opened, context, persons }: Entry, from: number, to: number) {
  let [readingMs, recordingMs, busyMs, coresMs] = [0, 0, 0, 0];
  let sample: readonly Statement[] = [];
  for (let at = from; at < to; at += FILE) {
    const file = toStatementFile("note", at, Math.min(to, at + FILE), persons);
    let statements: readonly Statement[] = [];
    readingMs += await timed(() => {
      statements = readStatementFile(file, "a.json", context);
    });
    const [loop, cores] = [performance.eventLoopUtilization(), process.cpuUsage()];
    recordingMs += await timed(() => recordStatements(opened, statements));
    busyMs += performance.eventLoopUtilization(loop).active;
    const { user, system } = process.cpuUsage(cores);
    coresMs += (user + system) / 1000;
    sample = statements.slice(0, 10_000);
  }
  return { readingMs, recordingMs, busyMs, coresMs, sample };
}

/** Where the time of recording went: this thread makes, hashes and applies acts, two others sign and write. */
function tellBottleneck(entered: {
  readonly recordingMs: number;
  readonly busyMs: number;
  readonly coresMs: number;
}): void {
  const { recordingMs, busyMs, coresMs } = entered;
  const busy = busyMs / recordingMs;
  const share = (part: number) => `${Math.round(100 * part)} %`;
  const name =
    busy > 0.85 ? "the main thread, which makes, hashes and applies acts" : "the threads that sign and write";
  console.log(
    `bottleneck: ${name} (main thread busy ${share(busy)}, ${(coresMs / recordingMs).toFixed(2)} cores in use)`,
  );
}

/** What the same acts cost the ledger alone, and what the disk does for any program, in the same minute. */
async function tellPeers(folder: string, sample: readonly Statement[], entered: number): Promise<void> {
  rate(
    "peer, the disk: 200 bytes appended and fsynced",
    DISK_TRIES,
    await timed(() => appendAndSync(join(folder, "plain"), DISK_TRIES)),
  );
  const files = await timed(() => createAndLink(join(folder, "files"), DISK_TRIES));
  rate("peer, the disk: a new file fsynced, linked, its folder fsynced", DISK_TRIES, files);
  const ledger = await openLedger({
    dir: join(folder, "ledger-alone"),
    caseId: "bench",
    signer: toSignerFromSeed("bench", randomBytes(32)),
    now: Date.now,
    random: (sizeBytes) => randomBytes(sizeBytes),
  });
  const drafts = sample.map((statement) => ({
    kind: "statement.recorded",
    body: { statement: { ...statement } },
  }));
  const many = Array.from({ length: 5 }, () => drafts).flat();
  const alone = await timed(() => inSegments(many, ledger.append));
  await ledger.close();
  rate("peer, the ledger alone: the same acts", many.length, alone);
  const ratio = entered / ((many.length / alone) * 1000);
  console.log(`batch entry runs at ${ratio.toFixed(2)} of the ledger alone`);
}

function tellMemory(who: string): void {
  const { rss, heapUsed } = process.memoryUsage();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(`memory of ${who}: ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB, at most ${peak} MB`);
}

/** The process of people-reader.ts, asked one thing after another. */
function startReader(folder: string, persons: number) {
  const child = fork(join(import.meta.dirname, "people-reader.ts"), [folder, String(persons)], {
    execArgv: ["--import", "tsx", "--expose-gc"],
  });
  const heard = (word: string) =>
    new Promise<FollowReport>((resolve, reject) => {
      child.on("message", (message: FollowReport) => {
        if (message.word === word) resolve(message);
      });
      child.on("exit", (code) => reject(new Error(`the reader ended with ${code} before it was ${word}`)));
    });
  return {
    isReady: heard("ready"),
    follow(acts: number): Promise<FollowReport> {
      const report = heard("followed");
      child.send({ acts });
      return report;
    },
    async ask(): Promise<void> {
      const asked = heard("asked");
      child.send({ acts: null });
      await asked;
      child.disconnect();
    },
  };
}
