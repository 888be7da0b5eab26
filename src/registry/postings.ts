/** Postings: who held which office when, as a view over statements about the office. */
import { parseEdtf, type TimeSpan, toIsoDay } from "../core/index.ts";
import type { RecordedStatement, StatementStore, SubjectId } from "../statements/index.ts";

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
   * Days on which the person is known to have held the office, taking the posting as unbroken between
   * the first and the last day known; null when no such day can be named, or when it was decided that it was broken.
   */
  readonly certain: Days | null;
  /** Days outside of which the person did not hold it; null where no start or end is stated. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
  readonly continuity: Continuity;
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

/** How surely a person held an office within a time. */
export type Holding = "certain" | "possible" | "no";

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
  const cited = posting.cited.some((span) => isInside(span, time));
  if (cited || (posting.certain !== null && mustMeet(posting.certain, time))) return "certain";
  const { from, to } = posting.possible;
  const startsInTime = from === null || time.latest === null || from <= time.latest;
  const endsInTime = to === null || time.earliest === null || to >= time.earliest;
  return startsInTime && endsInTime ? "possible" : "no";
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
  const cited = CITES.flatMap((property) => spansOf(statements, property)).sort(bySpan);
  const precise = CITES.flatMap((property) => spansOf(statements.filter(isPrecise), property));
  const decision = continuityOf(office, person);
  const taken = [...spansOf(statements, "taken-up-by"), ...endsOf(statements, "starts")];
  const left = [...spansOf(statements, "left-by"), ...endsOf(statements, "ends")];

  // In office for sure from the last day on which the start can lie to the first day on which the end can.
  const from = least([
    ...[...taken, ...cited].map((span) => span.latest),
    ...precise.map((span) => span.earliest),
  ]);
  const to = greatest([
    ...[...cited, ...left].map((span) => span.earliest),
    ...precise.map((span) => span.latest),
  ]);
  const isStated = taken.length + left.length + cited.length <= 1 || (taken.length > 0 && left.length > 0);
  const undecided = isStated ? "stated" : "assumed";
  const continuity = decision === undefined ? undecided : decision.isContiguous ? "decided" : "broken";
  return {
    id: `posting-${office.replace("office:", "")}-${person.replace("person:", "")}`,
    office,
    person,
    certain: from !== null && to !== null && from <= to && continuity !== "broken" ? { from, to } : null,
    continuity,
    reason: decision?.reason ?? null,
    possible: {
      from: taken.length > 0 ? least(taken.map((span) => span.earliest)) : null,
      to: left.length > 0 ? greatest(left.map((span) => span.latest)) : null,
    },
    cited,
    taken,
    left,
    ranks: statements.filter(({ statement }) => statement.property === "held-with-rank").sort(byTime),
    statements,
  };
}

function isPrecise({ statement }: RecordedStatement): boolean {
  return statement.bound === "precise";
}

/** When a posting that is cited for a time began or ended by the same statement. */
function endsOf(statements: readonly RecordedStatement[], end: "starts" | "ends"): TimeSpan[] {
  return statements
    .filter(({ statement }) => statement[end] === true)
    .flatMap((recorded) => {
      const [span] = spansOf([recorded], "held-by");
      if (span === undefined) return [];
      if (!isPrecise(recorded)) return [span];
      const day = end === "starts" ? span.earliest : span.latest;
      return day === null ? [] : [{ ...span, earliest: day, latest: day, edtf: toIsoDay(day) }];
    });
}

function byTime({ statement: left }: RecordedStatement, { statement: right }: RecordedStatement): number {
  const start = (time: string | undefined) =>
    time === undefined ? Number.POSITIVE_INFINITY : (parseEdtf(time).earliest ?? Number.NEGATIVE_INFINITY);
  const [a, b] = [start(left.time), start(right.time)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function bySpan(left: TimeSpan, right: TimeSpan): number {
  const start = ({ earliest }: TimeSpan) => earliest ?? Number.NEGATIVE_INFINITY;
  return start(left) - start(right);
}

function spansOf(statements: readonly RecordedStatement[], property: string): TimeSpan[] {
  return statements
    .filter(({ statement }) => statement.property === property && statement.polarity === "asserts")
    .flatMap(({ statement }) => (statement.time === undefined ? [] : [parseEdtf(statement.time)]));
}

function isInside(inner: TimeSpan, outer: TimeSpan): boolean {
  if (inner.earliest === null || inner.latest === null) return false;
  return (
    (outer.earliest === null || inner.earliest >= outer.earliest) &&
    (outer.latest === null || inner.latest <= outer.latest)
  );
}

/** Whether every reading of `time` shares a day with the days in office. */
function mustMeet(days: Days, time: TimeSpan): boolean {
  if (time.earliest === null || time.latest === null) return false;
  return days.from <= time.latest && days.to >= time.earliest;
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
  const start = (posting: Posting) =>
    posting.certain?.from ?? posting.possible.from ?? Number.NEGATIVE_INFINITY;
  return start(left) - start(right) || (left.person < right.person ? -1 : 1);
}
