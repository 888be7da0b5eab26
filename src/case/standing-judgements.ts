/** From judgements in the log to what stands: which rows they speak of today, and what they decide together. */
import { compareText, hashBytes, toCanonicalJson } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { RowFollower } from "./follow-rows.ts";
import type { JudgedRecord, PairAnswer } from "./judgements.ts";
import type { ReadJudgement } from "./read-judgements.ts";

/** What people said of one pair of rows. */
export interface JudgedPair {
  readonly key: string;
  /** In the order of list and record id. */
  readonly left: ListRecord;
  readonly right: ListRecord;
  /** Of each reviewer whose key counts the last word that was not taken back, in the order of the log. */
  readonly standing: readonly ReadJudgement[];
  /** What binds; null where nobody's word stands, or reviewers disagree. */
  readonly decision: PairAnswer | null;
  readonly isDisputed: boolean;
  /** Whether a row says something else by now than when it was judged; the list's own id still names it. */
  readonly isChanged: boolean;
  /** All that was ever said of it, what was taken back and what does not count included. */
  readonly history: readonly ReadJudgement[];
}

export interface StandingJudgements {
  readonly pairs: ReadonlyMap<string, JudgedPair>;
  /** Judgements that name a row which cannot be told any more: they bind nothing. */
  readonly lost: readonly ReadJudgement[];
}

/** Finds rows of the lists that the case holds now. */
export interface RecordFinder {
  /** Whether the list is there and may be shown. */
  hasList(list: string): boolean;
  at(list: string, recordId: string): ListRecord | undefined;
  /** SHA-256 over the canonical JSON of a row's cells. */
  cellsOf(record: ListRecord): string;
  /** The one row of the list with these cells; undefined when there is none, or there are several. */
  withCells(list: string, cells: string): ListRecord | undefined;
  /** What became of a row of an earlier release, where releases were matched. */
  readonly follow: RowFollower;
}

export function createRecordFinder(
  records: readonly ListRecord[],
  follow: RowFollower = () => undefined,
): RecordFinder {
  const byList = new Map<string, Map<string, ListRecord>>();
  for (const record of records) {
    const list = byList.get(record.list) ?? new Map<string, ListRecord>();
    byList.set(record.list, list.set(record.recordId, record));
  }
  const byCells = new Map<string, Map<string, ListRecord | null>>();
  // Judgements are read again after each act: a row that was hashed once is not hashed again.
  const hashes = new Map<ListRecord, string>();
  const cellsOf = (record: ListRecord): string => {
    const hash = hashes.get(record) ?? hashCells(record);
    hashes.set(record, hash);
    return hash;
  };
  return {
    cellsOf,
    follow,
    hasList: (list) => byList.has(list),
    at: (list, recordId) => byList.get(list)?.get(recordId),
    withCells(list, cells) {
      let rows = byCells.get(list);
      if (rows === undefined) {
        // Of one list at the first question only: hashing every row of every list would be felt.
        rows = new Map();
        for (const record of byList.get(list)?.values() ?? []) {
          const hash = cellsOf(record);
          rows.set(hash, rows.has(hash) ? null : record);
        }
        byCells.set(list, rows);
      }
      return rows.get(cells) ?? undefined;
    },
  };
}

/**
 * Whether somebody ever said anything of a pair, taken back or not: with the answer they were told its score, so that
 * nothing they say of it later is blind.
 */
export function hasSaid(pair: JudgedPair | undefined, actor: string): boolean {
  return pair?.history.some(({ by }) => by === actor) ?? false;
}

/** What a judgement keeps of a row. */
export function toJudgedRecord(record: ListRecord): JudgedRecord {
  return { list: record.list, recordId: record.recordId, cells: hashCells(record) };
}

/** The key of a pair, whichever way round it is named. */
export function pairKey(one: Pick<ListRecord, "id">, other: Pick<ListRecord, "id">): string {
  return one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
}

/**
 * What stands of all that was said.
 *
 * A later release of a list may give its rows other numbers. Where a row is named by its number it is found again by its
 * cells; where the list has ids of its own the id holds, and a row that changed is told as such. Where releases were matched
 * row by row, that says which row it became, and what is gone binds nothing.
 */
export function toStanding(read: readonly ReadJudgement[], finder: RecordFinder): StandingJudgements {
  return createStanding(finder)(read);
}

/**
 * The same again and again over rows that stay: what was found for a judgement, and for a pair of which nothing new was
 * said, is kept, so that a thousandth answer costs no more than the first.
 */
export function createStanding(finder: RecordFinder): (read: readonly ReadJudgement[]) => StandingJudgements {
  let known = new Map<ReadJudgement, JudgedRows | "hidden" | "lost">();
  let before: ReadonlyMap<string, JudgedPair> = new Map();
  return (read) => {
    const rowsOf = new Map<ReadJudgement, JudgedRows | "hidden" | "lost">();
    const lost: ReadJudgement[] = [];
    const said = new Map<string, { readonly rows: JudgedRows; readonly judgements: ReadJudgement[] }>();
    for (const judgement of read) {
      const rows = known.get(judgement) ?? findRows(judgement, finder);
      rowsOf.set(judgement, rows);
      if (rows === "hidden") continue;
      if (rows === "lost") {
        lost.push(judgement);
        continue;
      }
      const pair = said.get(rows.key);
      if (pair === undefined) said.set(rows.key, { rows, judgements: [judgement] });
      else pair.judgements.push(judgement);
    }
    known = rowsOf;
    const pairs = new Map<string, JudgedPair>();
    for (const [key, { rows, judgements }] of said) {
      const last = before.get(key);
      if (last !== undefined && isSameHistory(last.history, judgements)) {
        pairs.set(key, last);
        continue;
      }
      const standing = lastWords(judgements);
      pairs.set(key, {
        ...{ key, left: rows.left, right: rows.right, standing },
        ...decide(standing),
        isChanged:
          standing.length > 0 &&
          standing.every((each) => {
            const its = rowsOf.get(each);
            return typeof its === "object" && its.isChanged;
          }),
        history: judgements,
      });
    }
    before = pairs;
    return { pairs, lost };
  };
}

/** The rows that a judgement speaks of today, in the order of list and record id. */
interface JudgedRows {
  readonly key: string;
  readonly left: ListRecord;
  readonly right: ListRecord;
  readonly isChanged: boolean;
}

/** `hidden`: of a list that may not be shown, which is not told either. */
function findRows({ judgement }: ReadJudgement, finder: RecordFinder): JudgedRows | "hidden" | "lost" {
  const { left, right } = judgement;
  if (!finder.hasList(left.list) || !finder.hasList(right.list)) return "hidden";
  const [one, other] = [findRow(left, finder), findRow(right, finder)];
  if (one === null || other === null || one.record === other.record) return "lost";
  const isInOrder =
    (compareText(one.record.list, other.record.list) ||
      compareText(one.record.recordId, other.record.recordId)) <= 0;
  const [first, second] = isInOrder ? [one.record, other.record] : [other.record, one.record];
  const isChanged = one.isChanged || other.isChanged;
  return { key: pairKey(first, second), left: first, right: second, isChanged };
}

function isSameHistory(one: readonly ReadJudgement[], other: readonly ReadJudgement[]): boolean {
  return one.length === other.length && one.every((judgement, index) => judgement === other[index]);
}

interface Found {
  readonly record: ListRecord;
  readonly isChanged: boolean;
}

/** The row of today that one which somebody saw became; null when it is gone, or a person has yet to match it. */
export function findRow({ list, recordId, cells }: JudgedRecord, finder: RecordFinder): Found | null {
  const named = finder.at(list, recordId);
  if (named !== undefined && finder.cellsOf(named) === cells) return { record: named, isChanged: false };
  // An id may name another row by now: what the releases say of the row comes before it.
  const followed = finder.follow({ list, recordId, cells });
  if (followed === "lost") return null;
  const record = followed === undefined ? undefined : finder.at(list, followed.recordId);
  if (record !== undefined) return { record, isChanged: finder.cellsOf(record) !== cells };
  const isNumbered = named === undefined || named.recordId === String(named.row);
  if (!isNumbered) return { record: named, isChanged: true };
  const moved = finder.withCells(list, cells);
  return moved === undefined ? null : { record: moved, isChanged: false };
}

/** SHA-256 over the canonical JSON of the cells. */
export function hashCells(record: Pick<ListRecord, "cells">): string {
  return hashBytes(toCanonicalJson(record.cells));
}

function lastWords(judgements: readonly ReadJudgement[]): ReadJudgement[] {
  const last = new Map<string, ReadJudgement>();
  for (const judgement of judgements) {
    if (!judgement.counts || judgement.undone !== null) continue;
    last.delete(judgement.by);
    last.set(judgement.by, judgement);
  }
  return [...last.values()];
}

/** Reviewers who are unsure stand against nobody; a judgement that settles stands above those that it names. */
function decide(standing: readonly ReadJudgement[]): Pick<JudgedPair, "decision" | "isDisputed"> {
  const settling = standing.findLast(({ judgement }) => judgement.settles !== undefined);
  const settled = new Set(settling?.judgement.settles);
  const decided = standing
    .filter(({ id, judgement }) => judgement.answer !== "unsure" && !settled.has(id))
    .map(({ judgement }) => judgement.answer);
  const [first] = decided;
  if (first === undefined) return { decision: standing.length > 0 ? "unsure" : null, isDisputed: false };
  const isDisputed = decided.some((answer) => answer !== first);
  return { decision: isDisputed ? null : first, isDisputed };
}
