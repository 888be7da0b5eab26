/** Long work of a case, looked at while it runs: it goes on when the page is left, and is found again when it comes back. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { JobKind, JobView, StartedKind } from "../src/server/client.ts";
import { createJobWatch, type JobsKnown } from "./job-watch.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";

const LOOK_EVERY_MS = 500;
/** While nothing is known, because the program did not answer. */
const TRY_EVERY_MS = 2000;

export interface OneWork {
  /**
   * loading: not known yet. closed: not from here, because the case is only shown or this browser may not write. open: it
   * may be started.
   */
  readonly state: "loading" | "closed" | "open";
  /** The last of its kind; null while there is none since the program was started. */
  readonly job: JobView | null;
  /** Whether work of any kind runs. */
  readonly isBusy: boolean;
  readonly trouble: Trouble | null;
  /** Starts it in a way of its own. */
  readonly begin: (start: () => Promise<JobView>) => Promise<void>;
  /** Stops the work of this kind, and no other. */
  readonly cancel: () => Promise<void>;
}

/** What is started by its name alone. */
export interface LongWork extends OneWork {
  readonly start: () => Promise<void>;
}

/** @param whenDone - told once for each job that this page saw running and that is done. */
export function useLongWork(caseId: string, kind: StartedKind, whenDone: () => void): LongWork {
  const { client } = useReader();
  const work = useJob(caseId, kind, whenDone);
  return { ...work, start: () => work.begin(() => client.startJob(caseId, kind)) };
}

/** The same for work that is asked for with more than its name. */
export function useJob(caseId: string, kind: JobKind, whenDone: () => void): OneWork {
  const { client } = useReader();
  const [{ jobs, canStart }, setKnown] = useState<JobsKnown>({ jobs: null, canStart: true });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const told = useRef(whenDone);
  told.current = whenDone;
  const [watch] = useState(() => createJobWatch(kind, () => told.current()));
  const isBusy = jobs?.some(({ state }) => state === "running") ?? false;
  const isUnknown = jobs === null;

  const look = useCallback(async () => {
    const serial = watch.begin();
    try {
      const known = watch.looked(serial, await client.jobs(caseId));
      if (known !== null) setKnown(known);
    } catch {
      // Not reached for a moment is no reason to take the work off the page; the next look tells.
    }
  }, [client, caseId, watch]);

  useEffect(() => {
    void look();
  }, [look]);
  useEffect(() => {
    if (!isBusy && !isUnknown) return;
    const timer = setInterval(() => void look(), isBusy ? LOOK_EVERY_MS : TRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [isBusy, isUnknown, look]);

  const act = async (change: () => Promise<JobView>) => {
    try {
      setKnown(watch.acted(await change()));
      setTrouble(null);
    } catch (error) {
      setTrouble(toTrouble(error));
      await look();
    }
  };
  const job = jobs?.find((each) => each.kind === kind) ?? null;
  return {
    state: !canStart ? "closed" : isUnknown ? "loading" : "open",
    ...{ job, isBusy, trouble },
    begin: act,
    cancel: async () => {
      if (job?.state === "running") await act(() => client.cancelJob(caseId, job.id));
    },
  };
}
