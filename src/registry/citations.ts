/** Dated statements that cite something for a time, and which of them reach furthest. */
import { type Certainty, compareTimes, heldOn, type TimeClaim, type TimeSpan } from "../core/index.ts";
import { claimOf, type RecordedStatement } from "../statements/index.ts";

/** One statement that says of a time that something was so on a day of it, or on every day. */
export interface Citation {
  readonly claim: TimeClaim;
  readonly recorded: RecordedStatement;
}

/** Those of the statements that have a time, in the order of the days that they can mean. */
export function citationsIn(statements: readonly RecordedStatement[]): Citation[] {
  return statements
    .flatMap((recorded) => {
      const claim = claimOf(recorded.statement);
      return claim === null ? [] : [{ claim, recorded }];
    })
    .sort((left, right) => compareTimes(left.claim.span, right.claim.span));
}

/** The citation that can lie furthest back: first cited. Null when there is none. */
export function firstOf(citations: readonly Citation[]): Citation | null {
  return citations[0] ?? null;
}

/** The citation that can lie furthest on, which need not be the last to begin: last cited. Null when there is none. */
export function lastOf(citations: readonly Citation[]): Citation | null {
  const end = ({ claim }: Citation) => claim.span.latest ?? Number.POSITIVE_INFINITY;
  const [first, ...others] = citations;
  if (first === undefined) return null;
  return others.reduce((last, each) => (end(each) >= end(last) ? each : last), first);
}

/** Whether something had happened by the end of a time that reaches up to a day; what has no time may have happened whenever. */
export function hadHappened(claim: TimeClaim | null, until: TimeSpan): Certainty {
  return claim === null ? "possible" : heldOn(claim, until);
}
