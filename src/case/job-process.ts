/**
 * The process in which long work on a case runs, so that a workbench goes on answering. It is ended to cancel: the act of a
 * link, and that of each plan of an estimate, is written once it is whole, so that a half-done one leaves nothing behind.
 */
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { InquestError, type ProgressEvent } from "../core/index.ts";
import { runEstimatePlans } from "./estimate-plans.ts";
import { type JobNews, JobTask } from "./job-messages.ts";
import { linkLists } from "./link-lists.ts";
import { openCase } from "./open-case.ts";
import { publishInCase } from "./publish-in-case.ts";

/** A page looks twice a second. */
const TELL_EVERY_MS = 250;
const WAITED_FOR_LOCK_MS = 5000;
const LOOK_EVERY_MS = 100;

process.once("message", (message) => {
  void work(JobTask.parse(message));
});
// Nobody is left to be told, or to cancel it: a case must not stay locked for hours by work that nobody sees.
process.once("disconnect", () => process.exit(1));

async function work(asked: JobTask): Promise<void> {
  const { dir, homeDir, actor } = asked;
  try {
    const opened = await onceUnlocked(() =>
      openCase({
        dir,
        mode: "write",
        surroundings: {
          now: Date.now,
          random: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
          homeDir,
          actor,
        },
        progress: teller(),
      }),
    );
    try {
      await tell(await doWork(opened, asked));
    } finally {
      await opened.close();
    }
  } catch (error) {
    await tell(toFailure(error));
  }
  process.disconnect();
}

/** Somebody who records a judgement has the case for a moment: no reason to fail. */
async function onceUnlocked<T>(open: () => Promise<T>): Promise<T> {
  for (const givenUpAt = performance.now() + WAITED_FOR_LOCK_MS; ; ) {
    try {
      return await open();
    } catch (error) {
      const isLocked = error instanceof InquestError && error.code === "ledger/case-locked";
      if (!isLocked || performance.now() > givenUpAt) throw error;
      await setTimeout(LOOK_EVERY_MS);
    }
  }
}

function doWork(opened: Opened, asked: JobTask): Promise<JobNews> {
  switch (asked.kind) {
    case "link":
      return link(opened);
    case "estimate":
      return estimate(opened);
    case "publish":
      return publishInCase(opened, asked.release).then((made) => ({ news: "published", ...made }));
  }
}

type Opened = Awaited<ReturnType<typeof openCase>>;

async function link(opened: Opened): Promise<JobNews> {
  const linked = await linkLists(opened);
  if (linked === null) {
    throw new InquestError({
      code: "case/nothing-to-link",
      reaction: "input",
      message: "The case holds no list of persons. Import one first.",
    });
  }
  const { records, persons, needsReview, existed } = linked;
  return { news: "linked", records, persons, needsReview, existed };
}

async function estimate(opened: Opened): Promise<JobNews> {
  if (opened.config.estimates.length === 0) {
    throw new InquestError({
      code: "case/no-estimate-plan",
      reaction: "input",
      message:
        "This case asks for no estimate: say which lists it is to be made of, and what must hold for it.",
    });
  }
  const planned = await runEstimatePlans(opened);
  return {
    news: "estimated",
    ids: planned.map(({ id }) => id),
    existed: planned.filter(({ existed }) => existed).length,
  };
}

/** Progress comes more often than anybody looks. */
function teller(): (event: ProgressEvent) => void {
  let [last, step] = [0, ""];
  return (event) => {
    const now = performance.now();
    if (event.step === step && now - last < TELL_EVERY_MS) return;
    [last, step] = [now, event.step];
    const { done, total, remainingMs = null } = event;
    void tell({ news: "progress", step, done, total, remainingMs });
  };
}

function tell(news: JobNews): Promise<void> {
  return new Promise((resolve) => {
    // Who asked may be gone: then nobody is told.
    if (process.send === undefined || !process.connected) resolve();
    else process.send(news, () => resolve());
  });
}

function toFailure(error: unknown): JobNews {
  if (error instanceof InquestError) return { news: "failed", code: error.code, message: error.message };
  console.error(error);
  return {
    news: "failed",
    code: "case/job-failed",
    message: "The work met an error that it did not expect; the terminal shows it. What stood before stands.",
  };
}
