/** Inspection of files in a process of its own, with limits of time and memory. */
import type { ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { z } from "zod";
import { CELL_MARKS, type SourceContent, startOwnProcess } from "../../core/index.ts";
import { type ByteSource, memorySource, withFileSource } from "./byte-source.ts";
import { type FileAbout, inspectFile, needsReading } from "./inspect.ts";
import { extensionOf, toMediaType } from "./kinds.ts";
import { DEFAULT_LIMITS, type InspectLimits, WorkerLimits } from "./limits.ts";
import { createFindings, FileReport } from "./report.ts";

/** A path, or bytes in memory: at most some MiB, since they are passed on. */
export type InspectedContent = { readonly file: string } | Uint8Array;

export interface Inspector {
  /**
   * Looks at a file. What it does to the process that reads it is told in the report.
   *
   * @param content - where its bytes lie, or the bytes, which then go to no disk; `about.name` is what it is called.
   * @throws the system's own errors when the path cannot be read.
   */
  inspect(content: InspectedContent, about: FileAbout): Promise<FileReport>;
  /**
   * What places in a file are checked by: words of pages, cells, measures, length. A file that harms its reader is `unread`.
   *
   * @throws the system's own errors when the path cannot be read.
   */
  read(content: InspectedContent, about: FileAbout): Promise<SourceContent>;
  /** The most memory that a process which answered had taken until then, in bytes. */
  peakBytes(): number;
  /** Ends the process; the inspector may be used again and then starts another one. */
  close(): void;
}

export interface InspectorOptions {
  readonly limits?: InspectLimits;
  readonly worker?: WorkerLimits;
}

const Length = z.number().nonnegative();
const Run = z.strictObject({
  text: z.string(),
  box: z.strictObject({ x: Length, y: Length, width: Length, height: Length }),
  endsLine: z.boolean(),
});
const Place = z.int().nonnegative();
const SheetAnswer = z.strictObject({
  name: z.string(),
  isHidden: z.boolean(),
  asksToCompute: z.boolean(),
  rows: z.array(
    z.strictObject({
      row: Place,
      cells: z.array(z.string()),
      isHidden: z.boolean(),
      marks: z.array(z.strictObject({ column: Place, is: z.enum(CELL_MARKS) })),
    }),
  ),
  hiddenColumns: z.array(z.strictObject({ first: z.number(), last: z.number() })),
  merged: z.array(z.strictObject({ firstRow: Place, lastRow: Place, firstColumn: Place, lastColumn: Place })),
});
const Content: z.ZodType<SourceContent> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("pages"),
    pages: z.array(z.strictObject({ width: Length, height: Length, runs: z.array(Run) })),
  }),
  z.strictObject({ kind: z.literal("workbook"), sheets: z.array(SheetAnswer) }),
  z.strictObject({ kind: z.literal("picture"), width: Length, height: Length }),
  z.strictObject({ kind: z.literal("recording"), seconds: Length.nullable() }),
  z.strictObject({ kind: z.literal("unread"), why: z.string(), code: z.string().optional() }),
]);

const Answer = z.union([
  z.strictObject({ id: z.int(), report: FileReport, peakBytes: z.number() }),
  z.strictObject({ id: z.int(), content: Content, peakBytes: z.number() }),
  z.strictObject({ id: z.int(), fault: z.string() }),
]);

/** Less than the memory limit, so that the engine ends a growing heap itself. */
const HEAP_MIB = 256;

interface Question {
  readonly id: number;
  readonly wanted: "report" | "content";
  readonly content: InspectedContent;
  readonly name: string;
  readonly mediaType: string | null;
  readonly limits: InspectLimits;
  readonly memoryBytes: number;
}

type Found = { readonly peakBytes: number } & (
  | { readonly report: FileReport }
  | { readonly content: SourceContent }
);
type End = { readonly died: "time" | "memory" | "crash"; readonly fault: string };

/** Starts no process before the first file of a format. Files are looked at one after the other. */
export function createInspector({
  limits = DEFAULT_LIMITS,
  worker = WorkerLimits.parse({}),
}: InspectorOptions = {}): Inspector {
  let child: ChildProcess | null = null;
  let asked = 0;
  let peak = 0;
  let turn: Promise<unknown> = Promise.resolve();

  function start(): ChildProcess {
    const started = startOwnProcess(import.meta.url, "inspect-process", {
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
      // Nothing of this process's secrets is in the environment of the one that reads hostile files.
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    // A process that waits for files keeps nobody else alive.
    started.unref();
    started.channel?.unref();
    return started;
  }

  /** Without a process: the report on a file of which no format is read. Null for any other. */
  async function lookHere(content: InspectedContent, about: FileAbout): Promise<FileReport | null> {
    const look = async (source: ByteSource) =>
      needsReading(source) ? null : inspectFile(source, about, limits);
    return content instanceof Uint8Array ? look(memorySource(content)) : withFileSource(content.file, look);
  }

  async function ask(
    wanted: Question["wanted"],
    content: InspectedContent,
    { name, mediaType = null }: FileAbout,
  ): Promise<Found | End> {
    child ??= start();
    const asking = child;
    const id = ++asked;
    const { memoryBytes, timeMs } = worker;
    const question = { id, wanted, content, name, mediaType, limits, memoryBytes };
    const answer = await waitForAnswer(asking, question, timeMs);
    if ("died" in answer) {
      asking.kill("SIGKILL");
      child = null;
    } else peak = Math.max(peak, answer.peakBytes);
    return answer;
  }

  async function askForReport(content: InspectedContent, about: FileAbout): Promise<FileReport> {
    // A path that cannot be read is the caller's error, not the file's.
    const sizeBytes = content instanceof Uint8Array ? content.length : statSync(content.file).size;
    const answer = await ask("report", content, about);
    if ("report" in answer) return answer.report;
    return toReportOfDeath({ ...about, sizeBytes }, toEnd(answer), worker);
  }

  async function askForContent(content: InspectedContent, about: FileAbout): Promise<SourceContent> {
    if (!(content instanceof Uint8Array)) statSync(content.file);
    const answer = await ask("content", content, about);
    if ("content" in answer) return answer.content;
    const { died, fault } = toEnd(answer);
    return {
      kind: "unread",
      why: `Reading it ended the process that read it (${died}${fault === "" ? "" : `: ${fault}`}). Use a smaller copy of it, or try again when the machine is less busy.`,
      code: `intake/inspection-${died}`,
    };
  }

  /** One after the other. */
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const mine = turn.then(action);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    inspect: (content, about) =>
      inTurn(async () => (await lookHere(content, about)) ?? (await askForReport(content, about))),
    read: (content, about) => inTurn(() => askForContent(content, about)),
    peakBytes: () => peak,
    close() {
      child?.kill("SIGKILL");
      child = null;
    },
  };
}

function waitForAnswer(child: ChildProcess, question: Question, timeMs: number): Promise<Found | End> {
  return new Promise((resolve) => {
    child.channel?.ref();
    const settle = (answer: Found | End) => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("exit", onExit);
      child.off("error", onError);
      child.channel?.unref();
      resolve(answer);
    };
    const onMessage = (message: unknown) => {
      const answer = Answer.safeParse(message);
      if (!answer.success) settle({ died: "crash", fault: "its answer is not understood" });
      else if (answer.data.id !== question.id) return;
      else if ("fault" in answer.data) settle({ died: "crash", fault: answer.data.fault });
      else settle(answer.data);
    };
    // Killed, or ended by the engine whose heap was full: both are memory, since the time is kept here.
    const onExit = (code: number | null, signal: string | null) => {
      const isMemory = signal === "SIGKILL" || signal === "SIGABRT" || code === 134;
      settle({ died: isMemory ? "memory" : "crash", fault: signal ?? `exit ${code}` });
    };
    const onError = (error: Error) => settle({ died: "crash", fault: error.message });
    const timer = setTimeout(() => settle({ died: "time", fault: "" }), timeMs);
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.on("error", onError);
    child.send(question, (error) => {
      if (error !== null) settle({ died: "crash", fault: error.message });
    });
  });
}

function toEnd(answer: Found | End): End {
  return "died" in answer ? answer : { died: "crash", fault: "it answered another question" };
}

/** What is known of a file whose reader died: nothing but its name and size. */
function toReportOfDeath(
  about: FileAbout & { readonly sizeBytes: number },
  { died, fault }: End,
  worker: WorkerLimits,
): FileReport {
  const findings = createFindings({
    name: about.name,
    sizeBytes: about.sizeBytes,
    kind: "unknown",
    mediaType: toMediaType("unknown"),
    alsoKinds: [],
    declared: { extension: extensionOf(about.name), mediaType: about.mediaType ?? null },
  });
  for (const refuse of [findings.refuseExpansion, findings.refuseDerivative]) {
    if (died === "time") refuse("intake/inspection-time", { seconds: worker.timeMs / 1000 });
    else if (died === "memory")
      refuse("intake/inspection-memory", { mebibytes: worker.memoryBytes / 1024 ** 2 });
    else refuse("intake/inspection-crash", { fault });
  }
  return { ...findings.report, died };
}
