/** Roll calls: a vote of a body on a text, as an act of that body, with what each State said. */
import { compareTimes, type TimeSpan } from "../core/index.ts";

export interface RollCallRow {
  readonly record: string;
  /** What joins it to its votes. */
  readonly id: string;
  readonly body: string | null;
  readonly session: string | null;
  readonly resolution: string | null;
  readonly title: string | null;
  /** Null where none is given. */
  readonly time: TimeSpan | null;
}

export interface VoteRow {
  readonly record: string;
  readonly rollCall: string;
  readonly state: string | null;
  readonly vote: string | null;
}

export interface Vote {
  readonly record: string;
  readonly state: string | null;
  /** As the list says it: yes, no, abstain, absent; null where the row says nothing. */
  readonly vote: string | null;
}

export interface RollCall extends RollCallRow {
  /** In the order of the list. */
  readonly votes: readonly Vote[];
  /** By what was said, the missing among them under null. */
  readonly counts: ReadonlyMap<string | null, number>;
  /** States that the list gives more than one vote in this roll call: both stay. */
  readonly twice: readonly string[];
}

export interface RollCalls {
  /** By time, undated ones last, then in the order of the list. */
  readonly rollCalls: readonly RollCall[];
  /** Votes of roll calls that no list describes: kept apart, never dropped. */
  readonly strayVotes: readonly VoteRow[];
}

export function viewRollCalls(rows: readonly RollCallRow[], votes: readonly VoteRow[]): RollCalls {
  const known = new Set(rows.map(({ id }) => id));
  const byRollCall = new Map<string, Vote[]>();
  for (const { record, rollCall, state, vote } of votes) {
    const list = byRollCall.get(rollCall);
    if (list === undefined) byRollCall.set(rollCall, [{ record, state, vote }]);
    else list.push({ record, state, vote });
  }
  const rollCalls = rows.map((row): RollCall => {
    const own = takeList(byRollCall, row.id);
    return { ...row, votes: own, counts: countVotes(own), twice: findTwice(own) };
  });
  return {
    rollCalls: rollCalls.sort((a, b) => compareTimes(a.time, b.time)),
    strayVotes: votes.filter(({ rollCall }) => !known.has(rollCall)),
  };
}

function takeList(lists: ReadonlyMap<string, Vote[]>, id: string): Vote[] {
  return lists.get(id) ?? [];
}

function countVotes(votes: readonly Vote[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { vote } of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  return counts;
}

function findTwice(votes: readonly Vote[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { state } of votes) {
    if (state === null) continue;
    if (seen.has(state)) twice.add(state);
    seen.add(state);
  }
  return [...twice];
}
