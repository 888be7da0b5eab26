/** Recording things of any number: segment after segment, each signed while those before it are written and applied. */
import type { RecordedAct } from "../ledger/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";

/** Things of one segment: enough that its two fsyncs cost each a microsecond, and fit whatever their size. */
const AT_ONCE = 1000;

/** Segments under way: while one is signed, the one before it is written and the one before that applied. */
const UNDER_WAY = 3;

/** What becomes of some of the things. */
export interface Batch {
  readonly drafts: readonly ActDraft[];
  /** Called when the acts are recorded: one for each draft, in their order. */
  readonly onRecorded?: (acts: readonly RecordedAct[]) => void;
}

/**
 * Records things in their order. After a failure those before it stand, and perhaps some that were under way.
 *
 * @param toBatch - makes the acts of some of the things; called in their order, with the state of the case as it was
 *   when up to three thousand before them were not applied.
 * @param tell - told how many are recorded.
 * @throws what `CaseHandle.record` throws; then nothing is under way any more.
 */
export async function recordMany<T>(
  handle: CaseHandle,
  things: readonly T[],
  toBatch: (things: readonly T[]) => Promise<Batch> | Batch,
  tell: (done: number) => void = () => {},
): Promise<void> {
  const underWay: Promise<void>[] = [];
  let done = 0;
  async function settleFirst(): Promise<void> {
    await underWay.shift();
    done = Math.min(things.length, done + AT_ONCE);
    tell(done);
  }
  try {
    for (let at = 0; at < things.length; at += AT_ONCE) {
      const batch = await toBatch(things.slice(at, at + AT_ONCE));
      if (underWay.length >= UNDER_WAY) await settleFirst();
      const recording = handle.record(batch.drafts).then(batch.onRecorded);
      // What it throws is told in its turn.
      recording.catch(() => {});
      underWay.push(recording);
    }
    while (underWay.length > 0) await settleFirst();
  } finally {
    await Promise.allSettled(underWay);
  }
}
