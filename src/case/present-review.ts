/** Review in the words of a language: what waits, and two rows beside each other with all that speaks for and against. */
import type { ListRecord } from "../intake/index.ts";
import {
  estimateFromAudit,
  type ReviewItem,
  type ReviewWhy,
  reviewQueue,
  SAME_LIST,
  secondLooks,
  toProbability,
} from "../linkage/index.ts";
import { agreementByLevel } from "./field-agreement.ts";
import { findRecord } from "./judge-pair.ts";
import type { AskedAs, AuditSample } from "./judgements.ts";
import { contradictionOf, presentAgreement, presentJudgement, presentLast } from "./present-judgements.ts";
import { presentRecord } from "./present-people.ts";
import type { Presenter } from "./present-statement.ts";
import { namesOfRecord, withWholeName } from "./record-names.ts";
import type { ReviewTable } from "./review-desk.ts";
import { progressOf } from "./review-progress.ts";
import type {
  AuditView,
  ReviewFieldView,
  ReviewPairView,
  ReviewQueueName,
  ReviewRecordView,
  ReviewView,
  WaterfallView,
} from "./review-views.ts";
import { compareValues } from "./side-by-side.ts";
import { hasSaid, pairKey } from "./standing-judgements.ts";

export interface ReviewQuery {
  readonly queue: ReviewQueueName;
  /** Of the audit sample, and the order of second looks. */
  readonly sample: AuditSample;
  readonly offset: number;
  readonly limit: number;
}

export interface PairQuestion {
  /** Each `rec-…` or `list:record_id`. */
  readonly left: string;
  readonly right: string;
  /** Hides score and what others said, until whoever asks has judged the pair. */
  readonly isBlind: boolean;
}

export function presentReview(
  desk: ReviewTable,
  actor: string,
  { queue, sample, offset, limit }: ReviewQuery,
  presenter: Presenter,
): Omit<ReviewView, "personLists"> {
  const { agenda } = desk;
  const reviewed = desk.reviewed(actor);
  const open = reviewQueue(agenda, reviewed);
  const second = secondLooks(agenda, reviewed, sample.seed);
  const mine = new Set(reviewed.filter(({ isMine }) => isMine).map(({ left, right }) => `${left} ${right}`));
  const isMine = ({ left, right }: ReviewItem) =>
    mine.has(`${left} ${right}`) || mine.has(`${right} ${left}`);
  const audit = queue === "audit" ? desk.auditOf(sample).filter((item) => !isMine(item)) : [];
  const items = { open, second, audit }[queue];
  const count = (test: (item: ReviewItem) => boolean) => open.filter(test).length;
  return {
    isLinked: true,
    reviewer: actor,
    queue,
    waiting: {
      contradictions: count((item) => contradictionOf(item) !== null),
      bridges: count(({ why }) => why === "bridge"),
      band: count(({ why }) => why === "band"),
      second: second.length,
      audit: audit.length,
    },
    judged: { pairs: reviewed.length, mine: mine.size },
    progress: progressOf(desk, actor, {
      name: queue,
      left: items.length,
      ofSample: queue === "audit" ? desk.auditOf(sample).length : 0,
    }),
    sinceLink: desk.sinceLink(),
    lastMine: presentLast(desk, actor, presenter),
    agreement: presentAgreement(desk),
    audit: presentAudit(desk),
    pairs: items.slice(offset, offset + limit).flatMap((item, index) => {
      const [left, right] = [desk.table.records[item.left], desk.table.records[item.right]];
      if (left === undefined || right === undefined) return [];
      const isBlind = queue !== "open" && !hasSaid(desk.standing.pairs.get(pairKey(left, right)), actor);
      const how = { why: item.why, rank: offset + index + 1, isBlind };
      return [presentPair(desk, [left, right], how, presenter)];
    }),
  };
}

/** Of a case in which nothing is linked, or whose link may be shown no more. */
export function presentUnlinked(actor: string, { queue }: ReviewQuery): Omit<ReviewView, "personLists"> {
  const none = { pairs: 0, agreed: 0, raw: null, kappa: null, standardError: null };
  return {
    isLinked: false,
    reviewer: actor,
    queue,
    waiting: { contradictions: 0, bridges: 0, band: 0, second: 0, audit: 0 },
    judged: { pairs: 0, mine: 0 },
    progress: { done: 0, left: 0, pace: null },
    sinceLink: 0,
    lastMine: null,
    agreement: { ...none, reviewers: [] },
    audit: null,
    pairs: [],
  };
}

/** One pair by name. @throws InquestError "case/record-unknown". */
export function presentNamedPair(
  desk: ReviewTable,
  actor: string,
  question: PairQuestion,
  presenter: Presenter,
): ReviewPairView {
  const [left, right] = [findRecord(desk, question.left), findRecord(desk, question.right)];
  const isBlind = question.isBlind && !hasSaid(desk.standing.pairs.get(pairKey(left, right)), actor);
  return presentPair(desk, [left, right], { why: "chosen", rank: null, isBlind }, presenter);
}

interface HowShown {
  readonly why: ReviewWhy | "chosen";
  readonly rank: number | null;
  readonly isBlind: boolean;
}

function presentPair(
  desk: ReviewTable,
  [left, right]: readonly [ListRecord, ListRecord],
  { why, rank, isBlind }: HowShown,
  presenter: Presenter,
): ReviewPairView {
  const pair = desk.standing.pairs.get(pairKey(left, right));
  return {
    left: presentSide(desk, left, isBlind, presenter),
    right: presentSide(desk, right, isBlind, presenter),
    why,
    whyText: presenter.translate(`review.why.${why}`),
    asked: askedAs(why),
    rank,
    isBlind,
    fields: presentFields(desk, left, right, presenter),
    waterfall: isBlind ? null : presentWaterfall(desk, left, right, presenter),
    judgements: isBlind
      ? []
      : (pair?.history ?? []).map((each) => presentJudgement(each, pair?.standing ?? [], presenter)),
  };
}

function askedAs(why: HowShown["why"]): AskedAs {
  switch (why) {
    case "disputed":
    case "same-and-different":
    case "against-evidence":
    case "changed":
      return "contradiction";
    default:
      return why;
  }
}

function presentSide(
  { table, clusterSizes, sourceOf }: ReviewTable,
  record: ListRecord,
  isBlind: boolean,
  presenter: Presenter,
): ReviewRecordView {
  const position = table.positionOf(record);
  const cluster = position === undefined ? undefined : table.pairs.clusterOf[position];
  return {
    ...presentRecord({ record }, presenter),
    names: namesOfRecord(record),
    source: sourceOf(record),
    clusterSize: isBlind || cluster === undefined ? null : (clusterSizes.get(cluster) ?? 1),
  };
}

/** What linkage compares first, in its order; then what else the rows say. */
function presentFields(
  desk: ReviewTable,
  left: ListRecord,
  right: ListRecord,
  presenter: Presenter,
): ReviewFieldView[] {
  const { comparisons } = desk.table;
  const [ours, theirs] = [left, right].map(({ fields }) => withWholeName(fields, comparisons));
  if (ours === undefined || theirs === undefined) return [];
  const said = [...Object.keys(ours), ...Object.keys(theirs)];
  const compared = comparisons.flatMap(({ fields }) => fields);
  const names = [...new Set([...compared.filter((field) => said.includes(field)), ...said])];
  const timeOf = (value: ListRecord["fields"][string] | undefined) =>
    value?.kind === "date" ? presenter.time(value.time) : null;
  const row = scoredRow(desk, left, right);
  const levels = row === undefined ? [] : desk.table.comparedOf(row).levels;
  // Of a comparison of several fields no level says how far one of them agrees.
  const levelOf = (field: string) =>
    levels[comparisons.findIndex(({ name, fields }) => name === field && fields.includes(field))];
  return names.map((field) => {
    const [one, other] = [ours[field], theirs[field]];
    const values = compareValues(one, other);
    const level = levelOf(field);
    const byLevel = agreementByLevel(values.agreement, level);
    const levelKey = `level.${level}`;
    return {
      field,
      label: presenter.fieldLabel(field),
      ...values,
      agreement: byLevel ?? values.agreement,
      agreementText: presenter.translate(
        byLevel !== null && presenter.has(levelKey) ? levelKey : `review.values.${values.agreement}`,
      ),
      leftTime: timeOf(one),
      rightTime: timeOf(other),
    };
  });
}

/** The row of the recorded pairs; undefined for a pair that was not scored. */
function scoredRow({ table, agenda }: ReviewTable, left: ListRecord, right: ListRecord): number | undefined {
  const [one, other] = [table.positionOf(left), table.positionOf(right)];
  if (one === undefined || other === undefined) return undefined;
  return agenda.rowOf.get(Math.min(one, other) * table.records.length + Math.max(one, other));
}

/** From the recorded pairs alone: nothing is trained again to show it. */
function presentWaterfall(
  desk: ReviewTable,
  left: ListRecord,
  right: ListRecord,
  presenter: Presenter,
): WaterfallView | null {
  const { table, agenda } = desk;
  const row = scoredRow(desk, left, right);
  if (row === undefined) return null;
  const { levels, bits, jointBits } = table.comparedOf(row);
  let sum = table.priorMillibits;
  const steps = table.comparisons.map(({ name, fields, levels: weights }, column) => {
    const level = levels[column] ?? "";
    const millibits = Math.round((bits[column] ?? (weights.get(level) ?? 0) / 1000) * 1000);
    sum += millibits;
    const levelKey = `level.${level}`;
    return {
      comparison: name,
      label: labelOf(name, fields, presenter),
      level,
      levelText: presenter.has(levelKey) ? presenter.translate(levelKey) : level,
      bits: millibits / 1000,
      totalBits: sum / 1000,
    };
  });
  const total = agenda.pairs.weights[row] ?? 0;
  const rest = total - sum - Math.round(jointBits * 1000);
  const { linkWeight, reviewWeight } = agenda.pairs;
  return {
    priorBits: table.priorMillibits / 1000,
    steps,
    jointBits,
    restBits: rest / 1000,
    totalBits: total / 1000,
    probability: toProbability(total),
    thresholdBits: { link: linkWeight / 1000, review: reviewWeight / 1000 },
    isHeldBack: bits.length > 0 && rest < 0 && total === linkWeight - 1,
  };
}

function labelOf(comparison: string, fields: readonly string[], presenter: Presenter): string {
  if (comparison === SAME_LIST) return presenter.translate("review.comparison.same-list");
  const [field = comparison] = fields;
  return fields.length > 1 && field !== comparison ? comparison : presenter.fieldLabel(field);
}

/** By blind judgements that speak of the link as it is recorded: a link that has heard of them cannot be measured by them. */
function presentAudit({ table, agenda, standing, strata }: ReviewTable): AuditView | null {
  const judged = new Map<number, "same" | "different" | "unsure">();
  for (const { left, right, standing: words } of standing.pairs.values()) {
    const word = words.findLast(
      ({ judgement }) =>
        judgement.asked === "audit" && judgement.shown === null && judgement.link === table.link.inputSha256,
    );
    const [one, other] = [table.positionOf(left), table.positionOf(right)];
    if (word === undefined || one === undefined || other === undefined) continue;
    const row = agenda.rowOf.get(Math.min(one, other) * table.records.length + Math.max(one, other));
    if (row !== undefined) judged.set(row, word.judgement.answer);
  }
  if (judged.size === 0) return null;
  const { precision, recall } = estimateFromAudit(agenda.pairs, strata, judged);
  const figure = (of: typeof precision) =>
    of === null ? null : { value: of.value, low: of.interval[0], high: of.interval[1] };
  return { judged: judged.size, precision: figure(precision), recall: figure(recall) };
}
