/** Chao's lower bound over persons of linked lists, at a cut of the link or of a group: closed, so that it is computed whenever asked for. */
import { chaoLowerBound, type TableColumn } from "../estimate/index.ts";
import type { CaseConfig } from "./config.ts";
import { columnsOf, joinedLists, nameInTables } from "./estimate-columns.ts";
import type { CaseState } from "./state.ts";

export interface BoundOfPersons {
  readonly point: number;
  /** 95 %, of chance alone: what links may be wrong is not in it. Null where its formula gives none. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** The columns of the first estimate that is made of linked lists and recorded; null where there is none. */
export function columnsOfLinkedEstimate(
  state: CaseState,
  { estimates }: Pick<CaseConfig, "estimates">,
): readonly TableColumn[] | null {
  for (const plan of estimates) {
    const recorded = state.estimates.get(plan.id)?.value;
    if (plan.from !== "clusters" || recorded?.from !== "clusters") continue;
    const groups = joinedLists(state, plan, recorded.lists).map(({ lists }) => lists);
    return columnsOf(recorded.lists, groups, (list) => nameInTables(state, list));
  }
  return null;
}

interface Grouped {
  readonly members: readonly { readonly list: string; readonly isNamed: boolean }[];
}

/**
 * How many persons are on one column, on two, and so on. Persons without a named row say nothing of who is on several lists,
 * as in the estimate itself.
 */
export function seenOnColumns(persons: Iterable<Grouped>, columns: readonly TableColumn[]): number[] {
  const columnOf = new Map(columns.flatMap(({ lists }, column) => lists.map((list) => [list, column])));
  const seenOn = columns.map(() => 0);
  for (const { members } of persons) {
    if (!members.some(({ isNamed }) => isNamed)) continue;
    const on = new Set(members.flatMap(({ list }) => columnOf.get(list) ?? []));
    if (on.size > 0) seenOn[on.size - 1] = (seenOn[on.size - 1] ?? 0) + 1;
  }
  return seenOn;
}

/** @returns null for fewer than two columns. */
export function boundOfPersons(
  persons: Iterable<Grouped>,
  columns: readonly TableColumn[],
): BoundOfPersons | null {
  if (columns.length < 2) return null;
  const seenOn = seenOnColumns(persons, columns);
  const bound = chaoLowerBound({ listCount: columns.length, seenOn }, "bias-corrected");
  if (bound === null) return null;
  const { point, interval } = bound;
  return { point, interval: interval === null ? null : [interval[0], interval[1]] };
}
