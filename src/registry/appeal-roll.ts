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
import { type Appeal, viewAppeals } from "./appeals.ts";
import { hadHappened } from "./citations.ts";

export interface AppealRoll extends Appeal {
  /** How an answer is to be taken, as sources say it: codes of the vocabulary. */
  readonly attributions: readonly RecordedStatement[];
  readonly due: readonly RecordedStatement[];
  /** Statements of how many signed, and the signatories that a statement names. */
  readonly declared: readonly RecordedStatement[];
  readonly named: readonly SubjectId[];
  /** Whose duty follows where no answer comes. */
  readonly duty: readonly RecordedStatement[];
  /**
   * Days from the last day on which it can have been sent to the day asked about, while no answer is recorded;
   * null when one is, or when nobody says when it was sent.
   */
  readonly daysWaiting: number | null;
  /** Days until the first deadline, negative when it is over; null without one or with an answer. */
  readonly daysLeft: number | null;
}

/** @param on - days since 1970-01-01: what was sent later is not on the roll. */
export function viewAppealRoll(store: StatementStore, on: number): AppealRoll[] {
  const until = untilDay(on);
  return viewAppeals(store)
    .filter(({ sent }) => sent === null || possiblyOverlaps(sent, until))
    .map((appeal) => toRoll(appeal, store, { on, until }))
    .sort(byWaiting);
}

function toRoll(
  appeal: Appeal,
  store: StatementStore,
  { on, until }: { readonly on: number; readonly until: TimeSpan },
): AppealRoll {
  const about = (property: PropertyName) =>
    store.openWith([property]).filter(({ statement }) => statement.subject === appeal.id);
  const named = about("signatory").flatMap(({ statement }) =>
    statement.value.kind === "ref" ? [statement.value.ref] : [],
  );
  const due = about("answer-due");
  const isAnswered = appeal.answers.some(
    ({ statement }) =>
      statement.property === "answered" &&
      statement.polarity === "asserts" &&
      hadHappened(claimOf(statement), until) !== "no",
  );
  const sent = appeal.sent === null ? null : daysUntil(appeal.sent, on).latest;
  const deadlines = due.flatMap(({ statement }) => {
    const time = timeOf(statement);
    const latest = time === null ? null : daysUntil(time, on).latest;
    return latest === null ? [] : [latest];
  });
  return {
    ...appeal,
    attributions: about("answer-attribution"),
    due,
    declared: [...about("signed-by"), ...about("signed-by-former-un-officials")],
    named: [...new Set(named)],
    duty: about("duty-passes-to"),
    daysWaiting: isAnswered || sent === null ? null : Math.max(0, -sent),
    daysLeft: isAnswered || deadlines.length === 0 ? null : Math.min(...deadlines),
  };
}

/** Those that wait longest first; answered and undated ones last. */
function byWaiting(left: AppealRoll, right: AppealRoll): number {
  const waiting = ({ daysWaiting }: AppealRoll) => daysWaiting ?? -1;
  return waiting(right) - waiting(left) || (left.id < right.id ? -1 : 1);
}
