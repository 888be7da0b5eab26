/** Judgements in words: what was said of a pair, all pairs that were judged, and how far reviewers agree. */
import type { ListRecord } from "../intake/index.ts";
import { type JudgedAnswer, measureAgreement, type ReviewItem, reviewQueue } from "../linkage/index.ts";
import { decidedWith } from "./judge-pair.ts";
import type { JudgedRecord } from "./judgements.ts";
import type { Presenter } from "./present-statement.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import { namesOfRecord } from "./record-names.ts";
import type { ReviewTable } from "./review-desk.ts";
import type {
  AgreementView,
  JudgedPairView,
  JudgedRowView,
  JudgementsView,
  JudgementView,
  LastJudgementView,
} from "./review-views.ts";
import { type JudgedPair, pairKey } from "./standing-judgements.ts";

export function presentJudgement(
  read: ReadJudgement,
  standing: readonly ReadJudgement[],
  { translate }: Presenter,
): JudgementView {
  const { judgement, undone } = read;
  return {
    id: read.id,
    by: read.by,
    at: read.at,
    answer: judgement.answer,
    answerText: translate(`review.answer.${judgement.answer}`),
    reason: judgement.reason ?? null,
    asked: judgement.asked,
    isBlind: judgement.shown === null,
    weightBits: judgement.shown?.weightBits ?? null,
    stands: standing.includes(read),
    counts: read.counts,
    undone: undone === null ? null : { at: undone.at, reason: undone.reason },
    supersedes: judgement.supersedes ?? null,
    settles: judgement.settles ?? [],
  };
}

const NO_ROW = { id: null, names: [], row: null, source: null } as const;

/** Every pair that was ever judged, the last one first, with what contradicts what. */
export function presentJudgements(desk: ReviewTable, actor: string, presenter: Presenter): JudgementsView {
  // Those that somebody kept to stay contradictions: only the queue has done with them.
  const reviewed = desk.reviewed(actor).map((each) => ({ ...each, isConfirmed: false, sawAgainst: false }));
  const contradictions = new Map<string, JudgedPairView["contradiction"]>();
  for (const item of reviewQueue(desk.agenda, reviewed)) {
    const why = contradictionOf(item);
    if (why === null) break;
    const [left, right] = [desk.table.records[item.left], desk.table.records[item.right]];
    if (left !== undefined && right !== undefined) contradictions.set(pairKey(left, right), why);
  }
  const lastLeaf = ({ history }: JudgedPair) => history.at(-1)?.leafIndex ?? 0;
  const pairs = [...desk.standing.pairs.values()].sort((a, b) => lastLeaf(b) - lastLeaf(a));
  const judgedRow = (record: ListRecord): JudgedRowView => ({
    ...{ id: record.id, ...addressOf(record), names: namesOfRecord(record) },
    ...{ row: record.row, source: desk.sourceOf(record) },
  });
  return {
    pairs: pairs.map((pair) => ({
      left: judgedRow(pair.left),
      right: judgedRow(pair.right),
      decision: pair.decision,
      isDisputed: pair.isDisputed,
      isChanged: pair.isChanged,
      contradiction: contradictions.get(pair.key) ?? null,
      judgements: pair.history.map((each) => presentJudgement(each, pair.standing, presenter)),
    })),
    lost: desk.standing.lost.map((read) => ({
      left: { ...NO_ROW, ...addressOf(read.judgement.left) },
      right: { ...NO_ROW, ...addressOf(read.judgement.right) },
      decision: null,
      isDisputed: false,
      isChanged: false,
      contradiction: null,
      judgements: [presentJudgement(read, [], presenter)],
    })),
  };
}

/** The last judgement of somebody that was not taken back, whether or not it counts. */
export function presentLast(
  { read, standing }: ReviewTable,
  actor: string,
  { translate }: Presenter,
): LastJudgementView | null {
  const last = read.findLast((each) => each.by === actor && each.undone === null);
  if (last === undefined) return null;
  const pair = [...standing.pairs.values()].find(({ history }) => history.includes(last));
  const { answer, left, right } = last.judgement;
  const side = (row: ListRecord | undefined, judged: JudgedRecord) => ({
    id: row?.id ?? null,
    ...addressOf(row ?? judged),
    names: row === undefined ? [] : namesOfRecord(row),
  });
  // What may not be shown any more is not told: only that there is something to take back.
  if (pair === undefined && !standing.lost.includes(last)) return null;
  return {
    id: last.id,
    answerText: translate(`review.answer.${answer}`),
    left: side(pair?.left, left),
    right: side(pair?.right, right),
    others: decidedWith(last, read).length - 1,
  };
}

export function contradictionOf({ why }: ReviewItem): JudgedPairView["contradiction"] {
  switch (why) {
    case "disputed":
    case "same-and-different":
    case "against-evidence":
    case "changed":
      return why;
    default:
      return null;
  }
}

function addressOf({ list, recordId }: Pick<JudgedRecord, "list" | "recordId">) {
  return { list, recordId };
}

/** Two independent answers to one pair, and who gave them. */
interface TwoAnswers {
  readonly one: ReadJudgement;
  readonly other: ReadJudgement;
}

/**
 * Agreement between the first answer to a pair and the first blind one of somebody else. First answers, not last words:
 * whoever talked it over agrees afterwards. A slip that was taken back before the other answered does not count.
 */
export function presentAgreement({ standing }: ReviewTable): AgreementView {
  const answers = [...standing.pairs.values()].flatMap(({ history }) => twoAnswers(history));
  const byReviewers = new Map<string, TwoAnswers[]>();
  for (const each of answers) {
    const names = [each.one.by, each.other.by].sort();
    const key = names.join(" ");
    // Turned so that each column is one reviewer.
    const turned = names[0] === each.one.by ? each : { one: each.other, other: each.one };
    byReviewers.set(key, [...(byReviewers.get(key) ?? []), turned]);
  }
  return {
    ...measure(answers),
    reviewers: [...byReviewers.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, both]) => ({
        one: both[0]?.one.by ?? "",
        other: both[0]?.other.by ?? "",
        ...measure(both),
      })),
  };
}

function measure(answers: readonly TwoAnswers[]) {
  const said = answers.map(({ one, other }): readonly [JudgedAnswer, JudgedAnswer] => [
    one.judgement.answer,
    other.judgement.answer,
  ]);
  return measureAgreement(said);
}

function twoAnswers(history: readonly ReadJudgement[]): TwoAnswers[] {
  const counted = history.filter(({ counts, judgement }) => counts && judgement.settles === undefined);
  for (const one of counted) {
    const other = counted.find(
      (each) =>
        each.by !== one.by &&
        each.leafIndex > one.leafIndex &&
        each.judgement.shown === null &&
        each.undone === null,
    );
    if (other === undefined) return [];
    if (one.undone === null || one.undone.leafIndex > other.leafIndex) return [{ one, other }];
  }
  return [];
}
