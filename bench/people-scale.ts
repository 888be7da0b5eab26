/**
 * Batch entry of 500,000 statements about 100,000 persons beside what the disk and the ledger alone can do; what a
 * reader in another process sees of it meanwhile; a person's page, a search of three words, the overview; memory.
 */
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { CaseConfig, createCase, enterStatements, type OpenCase, sealFile } from "../src/case/index.ts";
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
/** Statements of one file, and lines of the source that it is about. */
const FILE = 10_000;
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
  const { opened, entry } = await newCase(folder, persons);
  const subjects = toSubjects(persons);
  rate("subjects named", subjects.length, await timed(() => inSegments(subjects, opened.record)));

  // The last fifth is entered while somebody reads.
  const alone = statements * 0.8;
  const entered = await entry(0, alone);
  rate("statement files (JSON) read, checked, quotes found", alone, entered.readingMs);
  rate("statements acknowledged (fsynced) and in the views", alone, entered.recordingMs);
  rate("both: from the file to the acknowledgement", alone, entered.readingMs + entered.recordingMs);
  tellBottleneck(entered);
  const source = { id: "src-1", text: toSourceText(0, FILE, persons) };
  const context = { sourceOf: () => source, isNamed: (id: string) => opened.state.subjects.has(id) };
  const yaml = toYamlFile("note", 0, IN_YAML, persons);
  const inYaml = await timed(() => readStatementFile(yaml, "a.yaml", context));
  rate("a statement file in YAML read, checked, quotes found", IN_YAML, inYaml);
  tellMemory("the writer");

  const sample = readStatementFile(toStatementFile("note", 0, FILE, persons), "a.json", context);
  await tellPeers(folder, sample, alone / (entered.recordingMs / 1000));
  await tellCosts(sample);

  console.log("\nanother process, which serves the case, while the rest is entered:");
  const reader = startReader(folder, persons);
  await reader.isReady;
  const began = Date.now();
  const followed = await entry(alone, statements);
  rate("statements acknowledged meanwhile", statements - alone, followed.recordingMs);
  const { shownAt, searchableAt, mostBehind, mostUnsearched } = await reader.follow(opened.acts());
  rate("statements shown by its views", statements - alone, shownAt - began - followed.readingMs);
  rate("statements found by its search", statements - alone, searchableAt - began - followed.readingMs);
  console.log(`views at most ${mostBehind} acts behind the log, search at most ${mostUnsearched}`);
  await reader.ask();
  await opened.close();
}

/** What entering took: reading (the file, its source, checks, quotes) and recording (to acknowledgement and views). */
interface Entered {
  readonly readingMs: number;
  readonly recordingMs: number;
  /** Of recording: this thread at work, and processor time of all threads. */
  readonly busyMs: number;
  readonly coresMs: number;
}

/** A case, and how statements from one number to another are entered into it: as `inquest record` does, file by file. */
export async function newCase(
  folder: string,
  persons: number,
): Promise<{ readonly opened: OpenCase; entry(from: number, to: number): Promise<Entered> }> {
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
  const marks = {
    isReading: false,
    at: 0,
    loop: performance.eventLoopUtilization(),
    cores: process.cpuUsage(),
  };
  const opened = await createCase({
    dir: join(folder, "case"),
    config,
    surroundings: surroundingsIn(folder),
    // Told first when a file was read and its statements are about to be recorded.
    progress({ step }) {
      if (!marks.isReading || step !== "case.statements") return;
      marks.isReading = false;
      marks.at = performance.now();
      marks.loop = performance.eventLoopUtilization();
      marks.cores = process.cpuUsage();
    },
  });
  return {
    opened,
    async entry(from, to) {
      let [readingMs, recordingMs, busyMs, coresMs] = [0, 0, 0, 0];
      for (let at = from; at < to; at += FILE) {
        const bytes = new TextEncoder().encode(toSourceText(at, at + FILE, persons));
        const { source } = await sealFile(opened, { name: `note-${at}.txt`, bytes });
        const file = toStatementFile(source.id, at, at + FILE, persons);
        const began = performance.now();
        marks.isReading = true;
        await enterStatements(opened, file, "a.json");
        readingMs += marks.at - began;
        recordingMs += performance.now() - marks.at;
        busyMs += performance.eventLoopUtilization(marks.loop).active;
        const { user, system } = process.cpuUsage(marks.cores);
        coresMs += (user + system) / 1000;
      }
      return { readingMs, recordingMs, busyMs, coresMs };
    },
  };
}

export async function inSegments(
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

/** Where the time of recording went: this thread makes, hashes and applies acts, two others sign and write. */
function tellBottleneck(entered: Entered): void {
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
