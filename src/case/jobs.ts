/** Long work on a case, each in a process of its own: started, watched, cancelled. */
import type { ChildProcess } from "node:child_process";
import { InquestError, startOwnProcess } from "../core/index.ts";
import { type JobAsked, JobNews, type JobTask } from "./job-messages.ts";
import type { JobView, StartedKind } from "./job-views.ts";
import type { ReleaseGiven } from "./release-given.ts";

export interface Jobs {
  /** The last ones first. */
  list(): readonly JobView[];
  /**
   * Starts one. The case is locked for writing while it runs.
   *
   * @throws InquestError "case/job-running" (locked) while another one runs.
   */
  start(kind: StartedKind): JobView;
  /** The same for a release. */
  publish(release: ReleaseGiven): JobView;
  /**
   * Ends one; a release is waited for instead. One that has ended, or has told what came of it, stays as it is. What it recorded until then stands: an
   * estimate records each plan as soon as it is made. @throws InquestError "case/not-found".
   */
  cancel(id: string): Promise<JobView>;
  /** @throws InquestError "case/job-running" (locked) while one runs. */
  requireNone(): void;
  /** Ends what runs, and resolves once it has ended. */
  close(): Promise<void>;
}

export interface JobsOptions extends Pick<JobTask, "dir" | "homeDir" | "actor"> {
  readonly now: () => number;
}

/** So many ended jobs are remembered. */
const REMEMBERED = 20;

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

export function createJobs({ now, ...task }: JobsOptions): Jobs {
  const jobs: JobView[] = [];
  const running = new Map<string, Running>();
  let started = 0;
  const time = () => new Date(now()).toISOString();
  const find = (id: string): JobView => {
    const found = jobs.find((job) => job.id === id);
    if (found !== undefined) return found;
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `There is no job "${id}". Those of before the program was started are not remembered.`,
      evidence: { id },
    });
  };
  const change = (id: string, changed: Partial<JobView>): void => {
    const at = jobs.findIndex((job) => job.id === id);
    const job = jobs[at];
    if (job !== undefined) jobs[at] = { ...job, ...changed };
  };
  /** The first end that is heard of is the one that counts. */
  const end = (id: string, state: JobView["state"], changed: Partial<JobView> = {}): void => {
    if (find(id).state === "running") change(id, { ...changed, state, endedAt: time() });
  };
  const hear = (id: string, told: unknown): void => {
    const said = JobNews.parse(told);
    if (find(id).state !== "running") return;
    if (said.news === "progress") {
      const { step, done, total, remainingMs } = said;
      change(id, { progress: { step, done, total, remainingMs } });
    } else change(id, toOutcome(said));
  };
  const requireNone = (): void => {
    if (running.size === 0) return;
    throw new InquestError({
      code: "case/job-running",
      reaction: "locked",
      message:
        "The case is being linked, estimated or released, and until that is done nothing else is recorded in it. Wait, or cancel it.",
      evidence: { running: [...running.keys()] },
    });
  };
  const isDone = ({ linked, estimated, published }: JobView): boolean =>
    linked !== null || estimated !== null || published !== null;
  const isTold = (job: JobView): boolean => isDone(job) || job.error !== null;
  const begin = (asked: JobAsked): JobView => {
    requireNone();
    started += 1;
    const id = `job-${started}`;
    const job: JobView = {
      ...{ id, kind: asked.kind, state: "running", startedAt: time(), endedAt: null },
      ...{ progress: null, linked: null, estimated: null, published: null, error: null },
    };
    jobs.unshift(job);
    jobs.length = Math.min(jobs.length, REMEMBERED);
    const child = startOwnProcess(import.meta.url, "job-process", {
      // Its errors stand in this terminal; its words come over the channel.
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = new Promise<void>((resolve) => {
      child.on("message", (told) => hear(id, told));
      child.on("error", () => undefined);
      child.on("close", () => {
        running.delete(id);
        // Only now can the next one have the case.
        if (isDone(find(id))) end(id, "done");
        else end(id, "failed", { error: find(id).error ?? ENDED });
        resolve();
      });
    });
    running.set(id, { child, ended });
    child.send({ ...task, ...asked } satisfies JobTask);
    return job;
  };
  return {
    list: () => jobs,
    requireNone,
    start: (kind) => begin({ kind }),
    publish: (release) => begin({ kind: "publish", release }),
    async cancel(id) {
      const found = running.get(find(id).id);
      if (found !== undefined) {
        // What is recorded was not cancelled: its process only closes the case. Nor is a release: its act and its folder belong together.
        if (!isTold(find(id)) && find(id).kind !== "publish") {
          end(id, "cancelled");
          found.child.kill("SIGKILL");
        }
        await found.ended;
      }
      return find(id);
    },
    async close() {
      for (const [id, { child, ended }] of [...running]) {
        if (find(id).kind !== "publish") {
          end(id, "cancelled");
          child.kill("SIGKILL");
        }
        await ended;
      }
    },
  };
}

const ENDED = {
  code: "case/job-ended",
  message:
    "The process that did the work was ended before it was done. What stood before stands; start it again.",
} as const;

function toOutcome(said: Exclude<JobNews, { news: "progress" }>): Partial<JobView> {
  if (said.news === "failed") return { error: { code: said.code, message: said.message } };
  if (said.news === "estimated") return { estimated: { ids: said.ids, existed: said.existed } };
  if (said.news === "published") {
    const { number, profile, root, folder } = said;
    return { published: { number, profile, root, folder } };
  }
  const { records, persons, needsReview, existed } = said;
  return { linked: { records, persons, needsReview, existed } };
}
