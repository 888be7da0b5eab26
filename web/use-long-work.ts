/** Long work of a case, looked at while it runs: it goes on when the page is left, and is found again when it comes back. */
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiFailure, type JobKind, type JobView } from "../src/server/client.ts";
import { useReader } from "./settings.tsx";

const LOOK_EVERY_MS = 500;

export interface LongWork {
  /**
   * loading: not known yet. closed: not from here, because the case is only shown or this browser may not write. open: it
   * may be started.
   */
  readonly state: "loading" | "closed" | "open";
  /** The last of its kind; null while there is none since the program was started. */
  readonly job: JobView | null;
  /** Whether work of any kind runs. */
  readonly isBusy: boolean;
  readonly trouble: { readonly code: string; readonly message: string } | null;
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

/** @param whenDone - told once for each job that this page saw running and that is done. */
export function useLongWork(caseId: string, kind: JobKind, whenDone: () => void): LongWork {
  const { client } = useReader();
  const [jobs, setJobs] = useState<readonly JobView[] | null>(null);
  const [isClosed, setClosed] = useState(false);
  const [trouble, setTrouble] = useState<LongWork["trouble"]>(null);
  const seenRunning = useRef(new Set<string>());
  const told = useRef(whenDone);
  told.current = whenDone;
  const isBusy = jobs?.some(({ state }) => state === "running") ?? false;

  const look = useCallback(async () => {
    try {
      const view = await client.jobs(caseId);
      for (const job of view.jobs) {
        if (job.state === "running") seenRunning.current.add(job.id);
        else if (seenRunning.current.delete(job.id) && job.kind === kind && job.state === "done")
          told.current();
      }
      setClosed(!view.canStart);
      setJobs(view.jobs);
    } catch {
      // Not reached for a moment is no reason to take the work off the page; the next look tells.
    }
  }, [client, caseId, kind]);

  useEffect(() => {
    void look();
  }, [look]);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isBusy, look]);

  const act = async (change: () => Promise<JobView>) => {
    try {
      const { id, state } = await change();
      if (state === "running") seenRunning.current.add(id);
      setTrouble(null);
    } catch (error) {
      const code = error instanceof ApiFailure ? error.code : "client/unexpected";
      setTrouble({ code, message: error instanceof Error ? error.message : String(error) });
    }
    await look();
  };
  const job = jobs?.find((each) => each.kind === kind) ?? null;
  return {
    state: isClosed ? "closed" : jobs === null ? "loading" : "open",
    ...{ job, isBusy, trouble },
    start: () => act(() => client.startJob(caseId, kind)),
    cancel: async () => {
      const running = jobs?.find(({ state }) => state === "running");
      if (running !== undefined) await act(() => client.cancelJob(caseId, running.id));
    },
  };
}
