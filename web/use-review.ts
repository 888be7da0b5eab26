/** A sitting of review: pairs ahead at hand, answers sent while the next pair stands already, and taken back. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ReviewAsked, ReviewPairView, ReviewView } from "../src/server/client.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";

/** Pairs that are fetched beyond the one that is shown. */
const AHEAD = 6;
const MOST = 50;

export type ReviewAnswer = "same" | "different" | "unsure";
export type ReviewChoice = Pick<ReviewAsked, "queue" | "seed" | "size">;

/** What became of the last answer: shown until the next one. */
export interface ReviewDone {
  readonly answer: ReviewAnswer;
  readonly counts: boolean;
  /** Of a blind pair: what was hidden; null of any other. */
  readonly revealed: ReviewPairView | null;
}

export interface ReviewSitting {
  readonly view: ReviewView | null;
  /** The pair to judge; null when nothing waits, or while the first is fetched. */
  readonly pair: ReviewPairView | null;
  readonly trouble: Trouble | null;
  readonly done: ReviewDone | null;
  readonly isBusy: boolean;
  /** How many pairs were skipped in this sitting. */
  readonly skipped: number;
  readonly answer: (said: ReviewAnswer, reason: string) => Promise<boolean>;
  readonly skip: () => void;
  /** Shows the skipped ones again. */
  readonly unskip: () => void;
  readonly undo: () => Promise<void>;
  readonly retry: () => void;
}

const keyOf = ({ left, right }: ReviewPairView) => `${left.id} ${right.id}`;

export function useReview(caseId: string, choice: ReviewChoice): ReviewSitting {
  const { client } = useReader();
  const { queue, seed, size } = choice;
  const [view, setView] = useState<{ readonly view: ReviewView; readonly serial: number } | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  /** Pairs that were answered: left out until a view that knows of the answer is there. */
  const [sent, setSent] = useState<ReadonlyMap<string, number>>(new Map());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [done, setDone] = useState<ReviewDone | null>(null);
  const [waiting, setWaiting] = useState(0);
  const serial = useRef(0);
  const shown = useRef(0);

  const look = useCallback(
    async (passed: number): Promise<void> => {
      serial.current += 1;
      const own = serial.current;
      const limit = Math.min(MOST, passed + AHEAD);
      const next = await client.review(caseId, { queue, seed, size, limit });
      // An older answer that comes late says nothing new.
      if (own < shown.current) return;
      shown.current = own;
      setView({ view: next, serial: own });
      setTrouble(null);
    },
    [client, caseId, queue, seed, size],
  );
  const tell = useCallback((error: unknown) => setTrouble(toTrouble(error)), []);

  useEffect(() => {
    setSkipped([]);
    setSent(new Map());
    setDone(null);
    look(0).catch(tell);
  }, [look, tell]);

  const pair =
    view?.view.pairs.find((each) => {
      const needed = sent.get(keyOf(each));
      return !skipped.includes(keyOf(each)) && (needed === undefined || view.serial >= needed);
    }) ?? null;

  async function answer(said: ReviewAnswer, reason: string): Promise<boolean> {
    if (pair === null) return false;
    const key = keyOf(pair);
    setSent((before) => new Map(before).set(key, Number.POSITIVE_INFINITY));
    setTrouble(null);
    setWaiting((count) => count + 1);
    try {
      const recorded = await client.judge(caseId, {
        left: pair.left.id,
        right: pair.right.id,
        answer: said,
        asked: pair.asked,
        isBlind: pair.isBlind,
        ...(pair.rank === null ? {} : { rank: pair.rank }),
        ...(reason === "" ? {} : { reason }),
        ...(queue === "audit" ? { sample: { seed, size } } : {}),
      });
      setSent((before) => new Map(before).set(key, serial.current + 1));
      const [revealed] = await Promise.all([reveal(pair), look(skipped.length)]);
      setDone({ answer: said, counts: recorded.counts, revealed });
      return true;
    } catch (error) {
      setSent((before) => new Map([...before].filter(([each]) => each !== key)));
      tell(error);
      return false;
    } finally {
      setWaiting((count) => count - 1);
    }
  }

  function reveal({ isBlind, left, right }: ReviewPairView): Promise<ReviewDone["revealed"]> {
    if (!isBlind) return Promise.resolve(null);
    return client.reviewPair(caseId, left.id, right.id);
  }

  async function undo(): Promise<void> {
    setWaiting((count) => count + 1);
    try {
      // Asked anew, so that answers of another window, or from before a reload, are taken back in their order.
      const { lastMine } = await client.review(caseId, { queue, seed, size, limit: 0 });
      if (lastMine === null) return;
      await client.undoJudgement(caseId, lastMine.id);
      const key = `${lastMine.left.id} ${lastMine.right.id}`;
      setSent((before) => new Map([...before].filter(([each]) => each !== key)));
      setSkipped((before) => before.filter((each) => each !== key));
      setDone(null);
      await look(skipped.length);
    } catch (error) {
      tell(error);
    } finally {
      setWaiting((count) => count - 1);
    }
  }

  function skip(): void {
    if (pair === null) return;
    const passed = [...skipped, keyOf(pair)];
    setSkipped(passed);
    setDone(null);
    look(passed.length).catch(tell);
  }

  return {
    view: view?.view ?? null,
    pair,
    trouble,
    done,
    isBusy: waiting > 0,
    skipped: skipped.length,
    answer,
    skip,
    unskip() {
      setSkipped([]);
      look(0).catch(tell);
    },
    undo,
    retry: () => void look(skipped.length).catch(tell),
  };
}
