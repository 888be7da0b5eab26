/** The queue of pairs for people: contradictions, then the weakest bridges, then the middle band by information. */
import { seededHash } from "./random.ts";
import type { ReviewAgenda } from "./review-agenda.ts";
import { findContradictions, followJudgements } from "./review-contradictions.ts";
import { pairNumber, type ReviewedPair, type ReviewItem } from "./review-pairs.ts";

/** How much less a question is worth for each answer that was given to it: the next may say the same again. */
const ANSWERED_ONCE = 0.1;

/**
 * What waits for whoever asks, in the order in which it should be asked. Pairs on which somebody's word stands are
 * left out, and pairs that other judgements already answer, unless they contradict something. Between two clusters
 * one pair is asked at a time.
 */
export function reviewQueue(agenda: ReviewAgenda, reviewed: readonly ReviewedPair[]): ReviewItem[] {
  const { pairs, bridges } = agenda;
  const { recordCount, left, right } = pairs;
  const judged = followJudgements(recordCount, reviewed);
  const contradictions = findContradictions(agenda, reviewed, judged);
  const answered = new Set(
    reviewed
      .filter(({ reviewers }) => reviewers > 0)
      .map((each) => pairNumber(each.left, each.right, recordCount)),
  );
  const isOpen = (row: number): boolean => {
    const [one, other] = [left[row] ?? 0, right[row] ?? 0];
    return !answered.has(pairNumber(one, other, recordCount)) && !judged.isImplied(one, other);
  };
  const toItem = (row: number, why: "bridge" | "band"): ReviewItem => ({
    left: left[row] ?? 0,
    right: right[row] ?? 0,
    why,
    pair: row,
  });
  return [
    ...contradictions,
    ...bridges.filter(isOpen).map((row) => toItem(row, "bridge")),
    ...openQuestions(agenda, reviewed, isOpen).map((row) => toItem(row, "band")),
  ];
}

/** One row for each question that is open, the most informative first. */
function openQuestions(
  { pairs, questions }: ReviewAgenda,
  reviewed: readonly ReviewedPair[],
  isOpen: (row: number) => boolean,
): number[] {
  const { clusterOf, recordCount } = pairs;
  const answers = new Map<number, number>();
  for (const { left, right, reviewers } of reviewed) {
    if (reviewers === 0) continue;
    const key = pairNumber(clusterOf[left] ?? 0, clusterOf[right] ?? 0, recordCount);
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
  const joined = joinedClusters(reviewed, clusterOf, recordCount);
  const open: { readonly row: number; readonly information: number }[] = [];
  for (const { one, other, rows, information } of questions) {
    const key = pairNumber(one, other, recordCount);
    // Somebody said that a record of the one is a record of the other: the clusters are joined when they are linked.
    if (joined.has(key)) continue;
    const row = rows.find(isOpen);
    if (row === undefined) continue;
    open.push({ row, information: information * ANSWERED_ONCE ** (answers.get(key) ?? 0) });
  }
  // The questions come by information already; only those answered before move back.
  return open.sort((a, b) => b.information - a.information).map(({ row }) => row);
}

function joinedClusters(
  reviewed: readonly ReviewedPair[],
  clusterOf: Int32Array,
  recordCount: number,
): ReadonlySet<number> {
  return new Set(
    reviewed
      .filter(({ decision }) => decision === "same")
      .map(({ left, right }) => pairNumber(clusterOf[left] ?? 0, clusterOf[right] ?? 0, recordCount)),
  );
}

/**
 * Pairs that others judged and whoever asks has not, for a second, independent opinion: those on which the first was
 * unsure, then in a seeded random order, so that wherever one stops the rest was a random sample.
 */
export function secondLooks(
  agenda: ReviewAgenda,
  reviewed: readonly ReviewedPair[],
  seed: number,
): ReviewItem[] {
  const { recordCount, keyOf } = agenda.pairs;
  return reviewed
    .filter(({ isMine, reviewers, isDisputed }) => !isMine && reviewers === 1 && !isDisputed)
    .map(({ left, right, decision }) => {
      const pair = agenda.rowOf.get(pairNumber(left, right, recordCount)) ?? null;
      const item: ReviewItem = { left, right, why: "second", pair };
      return {
        item,
        isUnsure: decision === "unsure",
        at: seededHash(`${keyOf(left)} ${keyOf(right)}`, seed),
      };
    })
    .sort(
      (a, b) =>
        Number(b.isUnsure) - Number(a.isUnsure) ||
        a.at - b.at ||
        a.item.left - b.item.left ||
        a.item.right - b.item.right,
    )
    .map(({ item }) => item);
}
