/** The roll of appeals: who was asked, who answered what, how long the others have been waited for. */
import { daysUntil, possiblyOverlaps, type TimeSpan, untilDay } from "../core/index.ts";
import {
  claimOf,
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { type Appeal, saysAnswered, viewAppeals } from "./appeals.ts";
import { hadHappened } from "./citations.ts";
import { type Signatures, viewSignatures } from "./signatures.ts";

/**
 * answered: by this one. someone-answered: an answer is recorded, and by whom is not said. waiting: none is.
 * undated: none is, and nobody says when the appeal was sent.
 */
export type AnswerState = "answered" | "someone-answered" | "waiting" | "undated";

/** One of those who were asked, with what they answered. */
export interface AskedOne {
  readonly addressee: SubjectId;
  readonly state: AnswerState;
  /** What is said of their answer, that none came too: answers, attributions and forms. */
  readonly answers: readonly RecordedStatement[];
  /** Days waited for them; null unless waiting. */
  readonly daysWaiting: number | null;
}

export interface AppealRoll extends Appeal {
  /** How an answer is to be taken, as sources say it: codes of the vocabulary. */
  readonly attributions: readonly RecordedStatement[];
  /** In which form an answer came. */
  readonly forms: readonly RecordedStatement[];
  readonly received: readonly RecordedStatement[];
  readonly legalBasis: readonly RecordedStatement[];
  /** Statements that stand in the text of the appeal itself. */
  readonly texts: readonly RecordedStatement[];
  readonly due: readonly RecordedStatement[];
  readonly signatures: readonly Signatures[];
  /** Whose duty follows where no answer comes. */
  readonly duty: readonly RecordedStatement[];
  readonly asked: readonly AskedOne[];
  /**
   * Days from the last day on which it can have been sent to the day asked about, while an answer is waited for; null
   * when none is, or when nobody says when it was sent.
   */
  readonly daysWaiting: number | null;
  /** Days until the first deadline, negative when it is over; null without one or when no answer is waited for. */
  readonly daysLeft: number | null;
}

/** @param on - days since 1970-01-01: what was sent later is not on the roll, and what was answered later not yet. */
export function viewAppealRoll(store: StatementStore, on: number): AppealRoll[] {
  const until = untilDay(on);
  return viewAppeals(store)
    .filter(
      ({ sentTimes }) => sentTimes.length === 0 || sentTimes.some((sent) => possiblyOverlaps(sent, until)),
    )
    .map((appeal) => toRoll(appeal, { on, until }))
    .sort(byWaiting);
}

function toRoll(
  appeal: Appeal,
  { on, until }: { readonly on: number; readonly until: TimeSpan },
): AppealRoll {
  const known = appeal.statements.filter(
    // A deadline lies ahead and is known all the same.
    ({ statement }) => statement.property === "answer-due" || hadHappened(claimOf(statement), until) !== "no",
  );
  const about = (property: PropertyName) => known.filter(({ statement }) => statement.property === property);
  const answers = appeal.answers.filter((each) => known.includes(each));
  const [attributions, forms, due] = [about("answer-attribution"), about("answer-kind"), about("answer-due")];
  // The last day that any source gives, so that no wait is made longer than it may be.
  const days = appeal.sentTimes.map((time) => daysUntil(time, on).latest);
  const sent =
    days.length === 0 || days.includes(null) ? null : Math.max(...days.filter((day) => day !== null));
  const waited = sent === null ? null : Math.max(0, -sent);
  const asked = appeal.addressees.map((addressee) =>
    toAsked(addressee, {
      said: [...answers, ...attributions, ...forms],
      isOnly: appeal.addressees.length === 1,
      waited,
    }),
  );
  const isWaiting =
    asked.length === 0 ? !answers.some(saysAnswered) : asked.some(({ state }) => isOpenState(state));
  const deadlines = due.flatMap(({ statement }) => {
    const time = timeOf(statement);
    const latest = time === null ? null : daysUntil(time, on).latest;
    return latest === null ? [] : [latest];
  });
  return {
    ...appeal,
    answers,
    attributions,
    forms,
    received: about("received"),
    legalBasis: about("legal-basis"),
    texts: about("appeal-text"),
    due,
    signatures: viewSignatures(known),
    duty: about("duty-passes-to"),
    asked,
    daysWaiting: isWaiting ? waited : null,
    daysLeft: isWaiting && deadlines.length > 0 ? Math.min(...deadlines) : null,
  };
}

interface Answering {
  readonly said: readonly RecordedStatement[];
  /** Whether nobody else was asked: an answer that nobody is named for is then theirs. */
  readonly isOnly: boolean;
  readonly waited: number | null;
}

function toAsked(addressee: SubjectId, { said, isOnly, waited }: Answering): AskedOne {
  const own = said.filter(({ statement: { of } }) => of === addressee || (of === undefined && isOnly));
  const isElsewhere = said.some((each) => each.statement.of === undefined && saysAnswered(each));
  const open = waited === null ? "undated" : "waiting";
  const state: AnswerState = own.some(saysAnswered) ? "answered" : isElsewhere ? "someone-answered" : open;
  return { addressee, state, answers: own, daysWaiting: state === "waiting" ? waited : null };
}

function isOpenState(state: AnswerState): boolean {
  return state === "waiting" || state === "undated";
}

/** Those that wait longest first; answered and undated ones last. */
function byWaiting(left: AppealRoll, right: AppealRoll): number {
  const waiting = ({ daysWaiting }: AppealRoll) => daysWaiting ?? -1;
  return waiting(right) - waiting(left) || (left.id < right.id ? -1 : 1);
}
