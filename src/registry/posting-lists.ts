/** For each of very many words the numbers of the things that hold it, kept small: most words stand in one thing. */

export interface PostingLists {
  /** Makes the next list, with no number in it; lists are numbered from 0. */
  make(): number;
  /** Adds a number that is not below any in the list; one that is its last is not added again. */
  add(list: number, value: number): void;
  /** How many numbers a list has. */
  countOf(list: number): number;
  /** The numbers of a list, ascending. */
  of(list: number): Iterable<number>;
}

/** A column of numbers of which so many are in use. */
interface Column {
  numbers: Uint32Array;
  count: number;
}

/** Nothing, one number, a few of them, or many in a column, which takes half the memory but has a heavy head. */
type List = null | number | readonly number[] | Column;

const FEW = 12;

export function createPostingLists(): PostingLists {
  const lists: List[] = [];

  function add(index: number, value: number): void {
    const list = lists[index] ?? null;
    if (list === null) lists[index] = value;
    else if (typeof list === "number") {
      if (list !== value) lists[index] = [list, value];
    } else if (isFew(list)) {
      if (list.at(-1) !== value) lists[index] = list.length < FEW ? [...list, value] : toColumn(list, value);
    } else if (list.numbers[list.count - 1] !== value) append(list, value);
  }

  return {
    make: () => lists.push(null) - 1,
    add,
    countOf(index) {
      const list = lists[index] ?? null;
      if (list === null) return 0;
      if (typeof list === "number") return 1;
      return isFew(list) ? list.length : list.count;
    },
    of(index) {
      const list = lists[index] ?? null;
      if (list === null) return [];
      if (typeof list === "number") return [list];
      return isFew(list) ? list : list.numbers.subarray(0, list.count);
    },
  };
}

function isFew(list: readonly number[] | Column): list is readonly number[] {
  return Array.isArray(list);
}

function toColumn(list: readonly number[], value: number): Column {
  const column = { numbers: new Uint32Array(4 * FEW), count: list.length };
  column.numbers.set(list);
  append(column, value);
  return column;
}

function append(column: Column, value: number): void {
  if (column.count === column.numbers.length) {
    // Half as much again: what is not in use is never more than a third.
    const wider = new Uint32Array(Math.ceil(column.count * 1.5));
    wider.set(column.numbers);
    column.numbers = wider;
  }
  column.numbers[column.count] = value;
  column.count += 1;
}
