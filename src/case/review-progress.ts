/** How far a queue of review is, and how long the rest takes at the pace of whoever asks: from recorded answers alone. */
import type { AskedAs } from "./judgements.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import type { ReviewTable } from "./review-desk.ts";
import type { ReviewPaceView, ReviewProgressView, ReviewQueueName } from "./review-views.ts";

/** Longer between two answers, and whoever answers was away. */
const BREAK_SECONDS = 300;
/** Of the last answers only: a reviewer grows faster, and pairs grow harder. */
const MOST_MEASURED = 50;
/** Fewer tell nothing. */
const LEAST_MEASURED = 10;

const ASKED_OF: Readonly<Record<Exclude<ReviewQueueName, "audit">, readonly AskedAs[]>> = {
  open: ["contradiction", "bridge", "band"],
  second: ["second"],
};

export function progressOf(
  desk: Pick<ReviewTable, "read" | "standing">,
  actor: string,
  queue: { readonly name: ReviewQueueName; readonly left: number; readonly ofSample: number },
): ReviewProgressView {
  return {
    done: queue.name === "audit" ? queue.ofSample - queue.left : countDone(desk, actor, queue.name),
    left: queue.left,
    pace: paceOf(desk.read, actor, queue.left),
  };
}

function countDone(
  { standing }: Pick<ReviewTable, "standing">,
  actor: string,
  queue: Exclude<ReviewQueueName, "audit">,
): number {
  const isOf = ({ by, judgement }: ReadJudgement) =>
    ASKED_OF[queue].includes(judgement.asked) && (queue === "open" || by === actor);
  return [...standing.pairs.values()].filter(({ standing: words }) => words.some(isOf)).length;
}

/** The mean, not the median: what is left takes the slow ones too. */
export function paceOf(
  read: readonly Pick<ReadJudgement, "by" | "at" | "judgement">[],
  actor: string,
  left: number,
): ReviewPaceView | null {
  // Whole persons are decided by many judgements at once, which say nothing of how long a pair takes.
  const times = read
    .filter(({ by, judgement }) => by === actor && judgement.ofPerson === undefined)
    .map(({ at }) => Date.parse(at) / 1000);
  const measured = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .filter((seconds) => seconds >= 0 && seconds <= BREAK_SECONDS)
    .slice(-MOST_MEASURED);
  if (measured.length < LEAST_MEASURED) return null;
  const secondsEach = measured.reduce((sum, seconds) => sum + seconds, 0) / measured.length;
  return {
    secondsEach: Math.round(secondsEach * 10) / 10,
    secondsLeft: Math.round(secondsEach * left),
    measuredOn: measured.length,
    breakSeconds: BREAK_SECONDS,
  };
}
