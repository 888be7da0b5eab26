/** Views of review: the queue, a pair with its differences and its waterfall, judgements, and agreement. */
import type { ReviewWhy } from "../linkage/index.ts";
import type { RecordView, TimeView } from "./views.ts";

export type ReviewQueueName = "open" | "audit" | "second";

export interface ReviewView {
  /** False while nothing is linked: then nothing waits, and nothing can be judged. */
  readonly isLinked: boolean;
  /** Imported lists of persons: what a link is made of. Without any, none can be made. */
  readonly personLists: number;
  /** Who asks. */
  readonly reviewer: string;
  readonly queue: ReviewQueueName;
  readonly waiting: ReviewCountsView;
  /** Pairs with a judgement that stands, and how many of them whoever asks judged. */
  readonly judged: { readonly pairs: number; readonly mine: number };
  readonly progress: ReviewProgressView;
  /** Pairs whose judgement the recorded link has not heard of yet: link again. */
  readonly sinceLink: number;
  /** The last judgement of whoever asks that stands: the one to take back first. */
  readonly lastMine: LastJudgementView | null;
  readonly agreement: AgreementView;
  /** How good the links are, by the blind audit of the link that is recorded; null before any pair of it is judged. */
  readonly audit: AuditView | null;
  /** The next pairs, in order. */
  readonly pairs: readonly ReviewPairView[];
}

/** How far a queue is, and how long the rest of it takes whoever asks. */
export interface ReviewProgressView {
  /** Pairs of this queue that were decided: of the pairs that wait by anybody, else by whoever asks. */
  readonly done: number;
  readonly left: number;
  /** Measured on the last answers of whoever asks; null while there are too few of them. */
  readonly pace: ReviewPaceView | null;
}

export interface ReviewPaceView {
  /** Mean time from one answer to the next, breaks left out. */
  readonly secondsEach: number;
  /** What is left, at this pace. */
  readonly secondsLeft: number;
  /** How many times between two answers it is measured on, and from how many seconds on one is a break. */
  readonly measuredOn: number;
  readonly breakSeconds: number;
}

/** What the pairs that wait may still change, all of them together. */
export interface ReviewOutlookView {
  readonly waiting: number;
  /** Documented counts that may be others after the next link; null where views and link are of two times. */
  readonly figures: readonly OutlookFigureView[] | null;
  /** Where the number of persons lies by the scores themselves; null where the link did not count that. */
  readonly likely: OutlookLikelyView | null;
}

export interface OutlookLikelyView {
  /** Of a figure: it can be followed. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

export interface OutlookFigureView {
  readonly id: string;
  readonly label: string;
  /** As it is documented now. */
  readonly now: number;
  /** With what people said already, and what waits left as the link has it. */
  readonly asLeft: number;
  /** If each pair that waits were one person, and if none were. */
  readonly allSame: number;
  readonly allDifferent: number;
}

export interface LastJudgementView {
  readonly id: string;
  readonly answerText: string;
  readonly left: RecordAddressView;
  readonly right: RecordAddressView;
  /** How many other judgements are taken back with it: those of one decision about whole persons. */
  readonly others: number;
}

export interface ReviewCountsView {
  readonly contradictions: number;
  readonly bridges: number;
  readonly band: number;
  /** Pairs that others judged and whoever asks did not. */
  readonly second: number;
  /** Of the audit sample that was asked for; 0 in the other queues. */
  readonly audit: number;
}

export interface AgreementView {
  /** Pairs that two reviewers judged independently: the second without seeing the first's answer. */
  readonly pairs: number;
  readonly agreed: number;
  /** The share of them; null without any. */
  readonly raw: number | null;
  /** Cohen's kappa of the first and the second answer; null where chance alone would give full agreement. */
  readonly kappa: number | null;
  readonly standardError: number | null;
  /** The same for each two reviewers. */
  readonly reviewers: readonly {
    readonly one: string;
    readonly other: string;
    readonly pairs: number;
    readonly agreed: number;
    readonly raw: number | null;
    readonly kappa: number | null;
    readonly standardError: number | null;
  }[];
}

export interface AuditFigureView {
  readonly value: number;
  /** 95 %, its ends leaning to the safe side. */
  readonly low: number;
  readonly high: number;
}

export interface AuditView {
  /** Blind judgements of pairs of this link. */
  readonly judged: number;
  /** Null while a stratum that it needs has no judged pair. */
  readonly precision: AuditFigureView | null;
  /** Among the pairs at or above the review band. */
  readonly recall: AuditFigureView | null;
}

export interface ReviewPairView {
  readonly left: ReviewRecordView;
  readonly right: ReviewRecordView;
  readonly why: ReviewWhy | "chosen";
  readonly whyText: string;
  /** How a judgement of it says why it was asked. */
  readonly asked: "contradiction" | "bridge" | "band" | "audit" | "second" | "chosen";
  /** Its place in the queue, from 1; null outside of one. */
  readonly rank: number | null;
  /** Whether score, waterfall, and what others said are hidden. */
  readonly isBlind: boolean;
  readonly fields: readonly ReviewFieldView[];
  /** Null while it is hidden, and where the link did not score the pair. */
  readonly waterfall: WaterfallView | null;
  /** What was said of the pair that may be shown now, in the order of the log. */
  readonly judgements: readonly JudgementView[];
}

export interface ReviewRecordView extends RecordView {
  /** Every spelling of the name, other scripts first. */
  readonly names: readonly string[];
  /** The sealed file that the row stands in; null for one that is on no list any more. */
  readonly source: string | null;
  /** How many rows the record's cluster has; null while blind. */
  readonly clusterSize: number | null;
}

/** A piece of a value, and whether the other value has it too. */
export interface DiffPart {
  readonly text: string;
  readonly isShared: boolean;
}

export interface SideBySide {
  readonly left: readonly DiffPart[];
  readonly right: readonly DiffPart[];
}

export interface ReviewFieldView {
  readonly field: string;
  readonly label: string;
  readonly agreement: "same" | "alike" | "overlaps" | "differs" | "missing";
  readonly agreementText: string;
  /** As the rows write it; empty where one says nothing. */
  readonly before: SideBySide;
  /** Written one way: folded letters and ISO days; across scripts, the consonants of a name. */
  readonly after: SideBySide;
  readonly leftTime: TimeView | null;
  readonly rightTime: TimeView | null;
}

export interface WaterfallView {
  readonly priorBits: number;
  readonly steps: readonly WaterfallStepView[];
  /** What comparisons that go together, such as a birth date and an age, add or take beside. */
  readonly jointBits: number;
  /** The part that no step tells: of links recorded before steps were kept, rarity; else the hold below. */
  readonly restBits: number;
  readonly totalBits: number;
  readonly probability: number;
  readonly thresholdBits: { readonly link: number; readonly review: number };
  /** Held below the link weight because the two have different names of their own. */
  readonly isHeldBack: boolean;
}

export interface WaterfallStepView {
  readonly comparison: string;
  readonly label: string;
  readonly level: string;
  readonly levelText: string;
  readonly bits: number;
  /** The prior and every step so far. */
  readonly totalBits: number;
}

export interface JudgementView {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly answer: "same" | "different" | "unsure";
  readonly answerText: string;
  readonly reason: string | null;
  readonly asked: "contradiction" | "bridge" | "band" | "audit" | "second" | "chosen";
  readonly isBlind: boolean;
  /** The score that was shown, in bits. */
  readonly weightBits: number | null;
  /** False for what was taken back, superseded by its author, or signed with a key that nobody vouched for. */
  readonly stands: boolean;
  readonly counts: boolean;
  readonly undone: { readonly at: string; readonly reason: string | null } | null;
  readonly supersedes: string | null;
  readonly settles: readonly string[];
}

export interface JudgedRowView extends RecordAddressView {
  /** Of the sealed file, from 1; null where it cannot be told any more, as is the file then. */
  readonly row: number | null;
  readonly source: string | null;
}

export interface JudgedPairView {
  readonly left: JudgedRowView;
  readonly right: JudgedRowView;
  /** What binds the next link; null where reviewers disagree or nothing stands. */
  readonly decision: "same" | "different" | "unsure" | null;
  readonly isDisputed: boolean;
  readonly isChanged: boolean;
  /** Whether judgements contradict each other or the evidence there, and how. */
  readonly contradiction: "disputed" | "same-and-different" | "against-evidence" | "changed" | null;
  readonly judgements: readonly JudgementView[];
}

export interface RecordAddressView {
  /** The id of the row; null where it cannot be told any more. */
  readonly id: string | null;
  readonly list: string;
  readonly recordId: string;
  readonly names: readonly string[];
}

export interface JudgementsView {
  /** The pair that was judged last comes first. */
  readonly pairs: readonly JudgedPairView[];
  /** Judgements that name a row which is gone: they bind nothing. */
  readonly lost: readonly JudgedPairView[];
}
