/** What a page knows of the jobs of a case, whatever order the answers come in. */
import type { JobKind, JobsView, JobView } from "../src/server/client.ts";

export interface JobsKnown {
  /** The last ones first; null while nothing is known. */
  readonly jobs: readonly JobView[] | null;
  readonly canStart: boolean;
}

export interface JobWatch {
  /** Of a question that is about to be asked: to be given back with its answer. */
  begin(): number;
  /** The answer to a question; null where a later one was heard before it, which says more. */
  looked(serial: number, view: JobsView): JobsKnown | null;
  /** The job that was started or cancelled, as the server gave it. */
  acted(job: JobView): JobsKnown;
}

/** @param whenDone - told once for each job of the kind that was seen running, or started here, and that is done. */
export function createJobWatch(kind: JobKind, whenDone: () => void): JobWatch {
  let asked = 0;
  let heard = 0;
  let known: JobsKnown = { jobs: null, canStart: true };
  const awaited = new Set<string>();

  function learn(next: JobsKnown): JobsKnown {
    known = next;
    for (const job of next.jobs ?? []) {
      if (job.state === "running") awaited.add(job.id);
      else if (awaited.delete(job.id) && job.kind === kind && job.state === "done") whenDone();
    }
    return next;
  }
  return {
    begin() {
      asked += 1;
      return asked;
    },
    looked(serial, { jobs, canStart }) {
      if (serial < heard) return null;
      heard = serial;
      return learn({ jobs, canStart });
    },
    acted(job) {
      // Whatever was asked before this may not know of it.
      asked += 1;
      heard = asked;
      awaited.add(job.id);
      const others = known.jobs?.filter(({ id }) => id !== job.id) ?? [];
      return learn({ ...known, jobs: [job, ...others] });
    },
  };
}
