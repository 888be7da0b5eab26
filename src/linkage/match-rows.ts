/** Matching the rows of a list's next release to those of the last one: nothing guessed, nothing left out. */
import { toAsciiKey } from "../core/pure.ts";
import {
  ENOUGH,
  MARGIN,
  PERHAPS,
  type PreparedRow,
  prepareRow,
  type ReleaseRow,
  rowLikenessOf,
} from "./row-likeness.ts";
import { type TokenTable, tokenTable } from "./tokens.ts";
import { UnionFind } from "./union-find.ts";

export type { ReleaseRow } from "./row-likeness.ts";

/** Every row of either side stands in exactly one of the four. Indices into the two lists of rows. */
export interface MatchedRows {
  readonly matches: readonly { readonly before: number; readonly after: number }[];
  readonly gone: readonly number[];
  readonly added: readonly number[];
  /** Rows that may be one another, and nothing tells which: a person must say. */
  readonly ambiguous: readonly { readonly before: readonly number[]; readonly after: readonly number[] }[];
}

/**
 * Rows that are the same in every cell are matched first, then those that are but for their id, then by points:
 * a pair is taken when it has enough and stands above every rival of either row by a margin; this goes on until
 * nothing is above its rivals any more. What then still has enough, or might, is ambiguous.
 *
 * The order of the rows does not matter, except among rows that nothing tells apart.
 */
export function matchRows(before: readonly ReleaseRow[], after: readonly ReleaseRow[]): MatchedRows {
  const matches: { before: number; after: number }[] = [];
  const open = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const take = (left: number, right: number): void => {
    matches.push({ before: left, after: right });
    open.before.delete(left);
    open.after.delete(right);
  };
  const whole = ({ ownId, content }: ReleaseRow) => JSON.stringify([ownId, content]);
  for (const [left, right] of equalRows(before, after, open, whole)) {
    // Rows of one id and the same cells are the same row, however often it stands.
    for (const [index, row] of left.entries()) {
      const other = right[index];
      if (other !== undefined) take(row, other);
    }
  }
  for (const [left, right] of equalRows(before, after, open, ({ content }) => content)) {
    const [[one], [other]] = [left, right];
    if (left.length === 1 && right.length === 1 && one !== undefined && other !== undefined) take(one, other);
  }
  const table = tokenTable();
  const rows = {
    before: new Map([...open.before].map((index) => [index, prepared(before, index, table)])),
    after: new Map([...open.after].map((index) => [index, prepared(after, index, table)])),
  };
  let edges = scored(rows.before, rows.after, table);
  for (;;) {
    const taken = clearBest(edges);
    if (taken.length === 0) break;
    for (const edge of taken) take(edge.before, edge.after);
    edges = edges.filter((edge) => open.before.has(edge.before) && open.after.has(edge.after));
  }
  const ambiguous = toGroups(closeToBest(edges), before.length);
  for (const group of ambiguous) {
    for (const index of group.before) open.before.delete(index);
    for (const index of group.after) open.after.delete(index);
  }
  return {
    matches: matches.sort((a, b) => a.after - b.after),
    gone: [...open.before].sort((a, b) => a - b),
    added: [...open.after].sort((a, b) => a - b),
    ambiguous,
  };
}

function prepared(rows: readonly ReleaseRow[], index: number, table: TokenTable): PreparedRow {
  return prepareRow(rows[index] ?? { ownId: null, content: "", names: [], values: [] }, table);
}

interface OpenRows {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
}

/** The open rows of both sides that have one key, ascending. */
function equalRows(
  before: readonly ReleaseRow[],
  after: readonly ReleaseRow[],
  open: OpenRows,
  keyOf: (row: ReleaseRow) => string,
): (readonly [readonly number[], readonly number[]])[] {
  const groups = new Map<string, [number[], number[]]>();
  for (const [side, rows] of [before, after].entries()) {
    for (const [index, row] of rows.entries()) {
      if (!(side === 0 ? open.before : open.after).has(index)) continue;
      const key = keyOf(row);
      const group = groups.get(key) ?? [[], []];
      group[side]?.push(index);
      groups.set(key, group);
    }
  }
  return [...groups.values()].filter(([left, right]) => left.length > 0 && right.length > 0);
}

interface Edge {
  readonly before: number;
  readonly after: number;
  readonly points: number;
  readonly isEnough: boolean;
}

/** A key that so many pairs of rows share tells nothing; longer keys of the same rows do. */
const MOST_PAIRS = 10_000;

/** Every pair of rows that shares a key and might be one. */
function scored(
  before: ReadonlyMap<number, PreparedRow>,
  after: ReadonlyMap<number, PreparedRow>,
  table: TokenTable,
): Edge[] {
  const blocks = new Map<string, number[]>();
  for (const [index, row] of before) {
    for (const key of keysOf(row, table)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  }
  const rivals = new Map<string, number>();
  const keys = new Map([...after].map(([index, row]) => [index, keysOf(row, table)] as const));
  for (const key of [...keys.values()].flat()) rivals.set(key, (rivals.get(key) ?? 0) + 1);
  const likeness = rowLikenessOf(table, fewWords([...before.values(), ...after.values()]));
  const edges: Edge[] = [];
  for (const [index, row] of after) {
    const met = new Set<number>();
    for (const key of keys.get(index) ?? []) {
      const block = blocks.get(key) ?? [];
      if (block.length * (rivals.get(key) ?? 0) <= MOST_PAIRS) for (const other of block) met.add(other);
    }
    for (const other of met) {
      const earlier = before.get(other);
      if (earlier === undefined) continue;
      const { points, isForPerson, isEnough } = likeness(earlier, row);
      // Relatives share much that is not their name: that is no doubt about the row.
      if (points >= (isForPerson ? ENOUGH : PERHAPS))
        edges.push({ before: other, after: index, points, isEnough });
    }
  }
  return edges.sort((a, b) => a.before - b.before || a.after - b.after);
}

/** More words than this tell people apart. */
const FEW_WORDS = 8;

/** For each field whether a handful of words is all it ever says. */
function fewWords(rows: readonly PreparedRow[]): boolean[] {
  const words = (rows[0]?.values ?? []).map(() => new Set<string>());
  for (const { values } of rows) {
    for (const [field, value] of values.entries()) {
      const known = words[field];
      if (value === null || known === undefined || known.size > FEW_WORDS) continue;
      known.add("text" in value ? valueKey(value) : JSON.stringify(value));
    }
  }
  // In a short list every field says little; there each word counts in full.
  return words.map(({ size }) => size <= FEW_WORDS && rows.length > 4 * FEW_WORDS * FEW_WORDS);
}

/** The id; the whole name and every two of its words, in consonants of any script; the name with each other value. */
function keysOf(row: PreparedRow, table: TokenTable): string[] {
  const keys = new Set<string>();
  if (row.ownId !== null) keys.add(`id ${row.ownId}`);
  const values = row.values.map((value, field) => (value === null ? null : `${field} ${valueKey(value)}`));
  for (const ids of row.tokens) {
    const words = Array.from(ids, (id) => table.at(id).coarse).toSorted();
    const name = words.join(" ");
    keys.add(`name ${name}`);
    for (const [index, one] of words.entries()) {
      for (const other of words.slice(index + 1)) keys.add(`two ${one} ${other}`);
      for (const value of values) if (value !== null) keys.add(`with ${one} ${value}`);
    }
    for (const value of values) if (value !== null) keys.add(`whole ${name} ${value}`);
  }
  return [...keys];
}

function valueKey(value: Exclude<PreparedRow["values"][number], null>): string {
  if ("text" in value) return toAsciiKey(value.text);
  return "number" in value ? String(value.number) : String(value.days[0]);
}

/** Pairs with enough that stand above every other pair of either of their rows. */
function clearBest(edges: readonly Edge[]): Edge[] {
  const best = new Map<string, { first: number; second: number }>();
  const sides = ({ before, after }: Edge) => [`b${before}`, `a${after}`];
  for (const edge of edges) {
    for (const side of sides(edge)) {
      const { first, second } = best.get(side) ?? { first: -Infinity, second: -Infinity };
      const { points } = edge;
      best.set(
        side,
        points > first ? { first: points, second: first } : { first, second: Math.max(second, points) },
      );
    }
  }
  return edges.filter((edge) => {
    if (!edge.isEnough) return false;
    return sides(edge).every((side) => {
      const { first, second } = best.get(side) ?? { first: 0, second: 0 };
      return first === edge.points && first - second >= MARGIN;
    });
  });
}

/** What is left between rows that cannot be told apart: far weaker pairs of the same rows are no question. */
function closeToBest(edges: readonly Edge[]): Edge[] {
  const best = new Map<string, number>();
  const raise = (key: string, points: number) => best.set(key, Math.max(best.get(key) ?? points, points));
  for (const { before, after, points } of edges) {
    raise(`b${before}`, points);
    raise(`a${after}`, points);
  }
  return edges.filter(({ before, after, points }) => {
    const most = Math.max(best.get(`b${before}`) ?? points, best.get(`a${after}`) ?? points);
    return most - points < MARGIN;
  });
}

/** Rows that hang together by what might be. */
function toGroups(edges: readonly Edge[], offset: number): MatchedRows["ambiguous"] {
  const size = edges.reduce((most, { after }) => Math.max(most, after + 1), 0);
  const union = new UnionFind(offset + size);
  for (const { before, after } of edges) union.union(before, offset + after);
  const groups = new Map<number, { before: Set<number>; after: Set<number> }>();
  for (const { before, after } of edges) {
    const root = union.find(before);
    const group = groups.get(root) ?? { before: new Set(), after: new Set() };
    group.before.add(before);
    group.after.add(after);
    groups.set(root, group);
  }
  const sorted = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
  return [...groups.values()]
    .map(({ before, after }) => ({ before: sorted(before), after: sorted(after) }))
    .sort((a, b) => (a.before[0] ?? 0) - (b.before[0] ?? 0));
}
