/** Postings: who held which office when, as a view over statements about the office. */
import { parseEdtf, type TimeSpan } from "../core/index.ts";
import type { RecordedStatement, StatementStore, SubjectId } from "../statements/index.ts";

/** Days since 1970-01-01, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface Posting {
  readonly id: string;
  readonly office: SubjectId;
  readonly person: SubjectId;
  /**
   * Days on which the person is known to have held the office, taking the posting as unbroken between
   * the first and the last day known; null when no such day can be named.
   */
  readonly certain: Days | null;
  /** Days outside of which the person did not hold it; null where no start or end is stated. */
  readonly possible: { readonly from: number | null; readonly to: number | null };
  /** Times in each of which there is at least one day in office. */
  readonly cited: readonly TimeSpan[];
  readonly statements: readonly RecordedStatement[];
}

/** How surely a person held an office within a time. */
export type Holding = "certain" | "possible" | "no";

const POSTING_PROPERTIES = ["held-by", "taken-up-by", "left-by", "appointed-by"] as const;

/** Every posting, by office and then by the earliest day that is possible. */
export function viewPostings(store: StatementStore): Posting[] {
  const groups = new Map<string, RecordedStatement[]>();
  for (const recorded of store.openWith(POSTING_PROPERTIES)) {
    const holder = holderOf(recorded);
    if (holder === null) continue;
    const key = `${recorded.statement.subject} ${holder}`;
    groups.set(key, [...(groups.get(key) ?? []), recorded]);
  }
  return [...groups.values()].map(toPosting).sort(byOfficeThenTime);
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
  if (statement.property === "appointed-by") return statement.of ?? null;
  return statement.value.kind === "ref" ? statement.value.ref : null;
}

function toPosting(statements: readonly RecordedStatement[]): Posting {
  const [first] = statements;
  const office = first?.statement.subject ?? "";
  const person = first === undefined ? "" : (holderOf(first) ?? "");
  const cited = spansOf(statements, "held-by");
  const taken = spansOf(statements, "taken-up-by");
  const left = spansOf(statements, "left-by");

  // In office for sure from the last day on which the start can lie to the first day on which the end can.
  const from = least([...taken, ...cited].map((span) => span.latest));
  const to = greatest([...cited.map((span) => span.earliest), ...left.map((span) => span.earliest)]);
  return {
    id: `posting-${office.replace("office:", "")}-${person.replace("person:", "")}`,
    office,
    person,
    certain: from !== null && to !== null && from <= to ? { from, to } : null,
    possible: {
      from: taken.length > 0 ? least(taken.map((span) => span.earliest)) : null,
      to: left.length > 0 ? greatest(left.map((span) => span.latest)) : null,
    },
    cited,
    statements,
  };
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
