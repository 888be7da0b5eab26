/** Postings: who held which office when, as a view over statements about the office. */
import {
  beginningOf,
  type Certainty,
  certainlyMeets,
  compareTimes,
  type DayBounds,
  daysHeld,
  daysOverlap,
  endOf,
  heldOn,
  hullOf,
  isExact,
  type TimeSpan,
} from "../core/index.ts";
import { type RecordedStatement, type StatementStore, type SubjectId, timeOf } from "../statements/index.ts";
import { type Citation, citationsIn } from "./citations.ts";

/** Days since 1970-01-01, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a person held an office without a break between the days that are known: one day or both ends are stated;
 * nobody decided and it is assumed; a person decided, with a reason, that it was so, or that it was not.
 */
export type Continuity = "stated" | "assumed" | "decided" | "broken";

export interface ContinuityDecision {
  readonly isContiguous: boolean;
  readonly reason: string;
}

/** The decision on one person's time in one office; undefined while nobody decided. */
export type ContinuityOf = (office: SubjectId, person: SubjectId) => ContinuityDecision | undefined;

export interface Posting {
  readonly id: string;
  readonly office: SubjectId;
  readonly person: SubjectId;
  /**
   * Stretches of days on each of which the person is known to have held the office, in their order: those that a source
   * states, and all days between the first and the last of them where start and end are stated or a person decided so.
   */
  readonly certain: readonly Days[];
  /** The days from the first to the last known, while it is only assumed that no break lies between; else null. */
  readonly assumed: Days | null;
  /** Days outside of which the person did not hold it; null where no start or end is stated. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
  readonly continuity: Continuity;
  /**
   * By the dates as stated the office was left before it was taken: two times in office, or a mistake in one of the sources.
   */
  readonly isReversed: boolean;
  /** Why it was decided; null where nobody did. */
  readonly reason: string | null;
  /** Times in each of which there is at least one day in office, in their order. */
  readonly cited: readonly TimeSpan[];
  /** Times in which the person took the office, and left it: each a statement of its own. */
  readonly taken: readonly TimeSpan[];
  readonly left: readonly TimeSpan[];
  /** Statements of the rank that the person held in it, the earliest first; those of one rank are not joined. */
  readonly ranks: readonly RecordedStatement[];
  readonly statements: readonly RecordedStatement[];
}

/** How surely a person held an office within a time; `assumed` if only because nobody states a break in it. */
export type Holding = Certainty | "assumed";

const POSTING_PROPERTIES = ["held-by", "taken-up-by", "left-by", "appointed-by", "held-with-rank"] as const;
/** Each of them places the person in the office on some day of its time. */
const CITES = ["held-by", "held-with-rank"] as const;

/** Every posting, by office and then by the earliest day that is possible. */
export function viewPostings(store: StatementStore, continuityOf: ContinuityOf = () => undefined): Posting[] {
  const groups = new Map<string, RecordedStatement[]>();
  for (const recorded of store.openWith(POSTING_PROPERTIES)) {
    const holder = holderOf(recorded);
    if (holder === null) continue;
    const key = `${recorded.statement.subject} ${holder}`;
    groups.set(key, [...(groups.get(key) ?? []), recorded]);
  }
  // A denial that nobody stands against places nobody in an office.
  const isAsserted = (group: readonly RecordedStatement[]) =>
    group.some(({ statement }) => statement.polarity === "asserts");
  return [...groups.values()]
    .filter(isAsserted)
    .map((group) => toPosting(group, continuityOf))
    .sort(byOfficeThenTime);
}

/** Whether the person held the office on at least one day of a time. */
export function holdsWithin(posting: Posting, time: TimeSpan): Holding {
  const isMet = (days: Days) => certainlyMeets(toBounds(days), time);
  const isCited = citationsOf(posting).some(({ claim }) => heldOn(claim, time) === "certain");
  if (isCited || posting.certain.some(isMet)) return "certain";
  if (posting.assumed !== null && isMet(posting.assumed)) return "assumed";
  return daysOverlap(toBounds(posting.possible), time) ? "possible" : "no";
}

/** The dated statements that place the person in the office, first cited first. */
export function citationsOf(posting: Pick<Posting, "statements">): Citation[] {
  return citationsIn(CITES.flatMap((property) => asserting(posting.statements, property)));
}

function toBounds({ from, to }: { readonly from: number | null; readonly to: number | null }): DayBounds {
  return { earliest: from, latest: to };
}

function holderOf({ statement }: RecordedStatement): SubjectId | null {
  if (statement.property === "appointed-by" || statement.property === "held-with-rank")
    return statement.of ?? null;
  return statement.value.kind === "ref" ? statement.value.ref : null;
}

function toPosting(statements: readonly RecordedStatement[], continuityOf: ContinuityOf): Posting {
  const [first] = statements;
  const office = first?.statement.subject ?? "";
  const person = first === undefined ? "" : (holderOf(first) ?? "");
  const claims = citationsOf({ statements }).map(({ claim }) => claim);
  const cited = claims.map(({ span }) => span);
  const decision = continuityOf(office, person);
  const taken = [
    ...spansOf(statements, "taken-up-by"),
    ...claims.map(beginningOf).filter((span) => span !== null),
  ];
  const left = [...spansOf(statements, "left-by"), ...claims.map(endOf).filter((span) => span !== null)];

  // In office for sure from the last day on which the start can lie to the first day on which the end can. What its
  // writer calls approximate or doubtful makes nothing sure.
  const held = [...claims.flatMap(daysHeld), ...[...taken, ...left].filter(isExact).filter(isOneDay)];
  const from = least([
    ...[...taken, ...cited].filter(isExact).map((span) => span.latest),
    ...held.map((days) => days.earliest),
  ]);
  const to = greatest([
    ...[...cited, ...left].filter(isExact).map((span) => span.earliest),
    ...held.map((days) => days.latest),
  ]);
  const isStated = taken.length + left.length + cited.length <= 1 || (taken.length > 0 && left.length > 0);
  const undecided = isStated ? "stated" : "assumed";
  // Of one date alone nothing can be decided: what was, once stood beside others.
  const isSingle = taken.length + left.length + cited.length <= 1;
  const decided = decision?.isContiguous === true ? "decided" : "broken";
  const continuity = decision === undefined || isSingle ? undecided : decided;
  const [start, end] = [hullOf(taken)?.earliest ?? null, hullOf(left)?.latest ?? null];
  const isReversed = start !== null && end !== null && start > end;
  const known = from !== null && to !== null && from <= to ? { from, to } : null;
  const isUnbroken = continuity === "stated" || continuity === "decided";
  return {
    id: `posting-${office.replace("office:", "")}-${person.replace("person:", "")}`,
    office,
    person,
    certain: isUnbroken && known !== null ? [known] : stretchesOf(held),
    assumed: continuity === "assumed" ? known : null,
    continuity,
    reason: isSingle ? null : (decision?.reason ?? null),
    isReversed,
    // Where one of several sources leaves the start or the end open, nothing is ruled out before or after it. Nor do
    // sources by which somebody left before they came rule anything out.
    possible: isReversed ? { from: null, to: null } : { from: start, to: end },
    cited,
    taken,
    left,
    ranks: statements.filter(({ statement }) => statement.property === "held-with-rank").sort(byTime),
    statements,
  };
}

/** Days that are known, joined where they meet. */
function stretchesOf(held: readonly DayBounds[]): Days[] {
  const stretches: Days[] = [];
  const bounded = held.flatMap(({ earliest, latest }) =>
    earliest === null || latest === null ? [] : [{ from: earliest, to: latest }],
  );
  for (const days of bounded.sort((left, right) => left.from - right.from)) {
    const last = stretches.at(-1);
    if (last === undefined || days.from > last.to + 1) stretches.push(days);
    else stretches.splice(-1, 1, { from: last.from, to: Math.max(last.to, days.to) });
  }
  return stretches;
}

function isOneDay({ earliest, latest }: DayBounds): boolean {
  return earliest !== null && earliest === latest;
}

function byTime({ statement: left }: RecordedStatement, { statement: right }: RecordedStatement): number {
  return compareTimes(timeOf(left), timeOf(right));
}

function spansOf(statements: readonly RecordedStatement[], property: string): TimeSpan[] {
  return citationsIn(asserting(statements, property)).map(({ claim }) => claim.span);
}

function asserting(statements: readonly RecordedStatement[], property: string): RecordedStatement[] {
  return statements.filter(
    ({ statement }) => statement.property === property && statement.polarity === "asserts",
  );
}

function least(days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function greatest(days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function byOfficeThenTime(left: Posting, right: Posting): number {
  if (left.office !== right.office) return left.office < right.office ? -1 : 1;
  const days = ({ certain: [first], assumed, possible }: Posting) =>
    toBounds({ from: (assumed ?? first)?.from ?? possible.from, to: null });
  return compareTimes(days(left), days(right)) || (left.person < right.person ? -1 : 1);
}
