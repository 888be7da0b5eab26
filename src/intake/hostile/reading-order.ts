/** Runs of a page in the order in which they are read: a PDF may draw a line of Persian from its left end. */
import type { TextRun } from "../../core/index.ts";

/** A run with its place on its line. Its own letters are in the order of reading. */
export interface SetRun extends TextRun {
  /** Where it starts along the direction of its line, from the left, and how far it reaches. */
  readonly start: number;
  readonly length: number;
  /** Where its line stands, across that direction. */
  readonly baseline: number;
  /** Of the script. */
  readonly size: number;
}

/** Runs nearer than this, in sizes of the script, are parts of one word. */
const WORD_GAP = 0.15;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;
const LETTER = /\p{L}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** The runs, lines in the order of the file, those with right-to-left words put in the order of reading. */
export function inReadingOrder(runs: readonly SetRun[]): TextRun[] {
  return toLines(runs).flatMap((line) =>
    line.some(({ text }) => RIGHT_TO_LEFT.test(text)) ? reorder(line) : line.map(toRun),
  );
}

function toLines(runs: readonly SetRun[]): SetRun[][] {
  const lines: SetRun[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const goesOn =
      before !== undefined &&
      Math.abs(before.baseline - run.baseline) < Math.max(before.size, run.size, 1) / 2;
    if (line !== undefined && goesOn) line.push(run);
    else lines.push([run]);
  }
  return lines;
}

function reorder(line: readonly SetRun[]): TextRun[] {
  const seen = [...line].sort((a, b) => a.start - b.start || a.length - b.length);
  const ordered = toLogical(seen, levelsOf(seen));
  return ordered.map((run, index) => {
    const next = ordered[index + 1];
    const text = next !== undefined && areApart(run, next) ? `${run.text} ` : run.text;
    return { text, box: run.box, endsLine: next === undefined };
  });
}

/**
 * Embedding levels of runs (Unicode Standard Annex 9): a line of mostly right-to-left letters is level 1, words and
 * numbers of the other direction one level higher, and what has no direction goes with both its sides or with the line.
 */
function levelsOf(line: readonly SetRun[]): number[] {
  const all = line.map(({ text }) => text).join("");
  const base = (all.match(RIGHT_TO_LEFT_LETTER)?.length ?? 0) * 2 > (all.match(LETTER)?.length ?? 0) ? 1 : 0;
  const own = line.map(({ text }) => {
    if (/\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u.test(text.replaceAll(/\p{Nd}/gu, "")))
      return 1;
    return LETTER_OR_DIGIT.test(text) ? base * 2 : null;
  });
  return own.map((level, index) => {
    if (level !== null) return level;
    const before = own.slice(0, index).findLast((each) => each !== null);
    const after = own.slice(index + 1).find((each) => each !== null);
    return before !== undefined && before === after && before !== null ? before : base;
  });
}

/** Rule L2 of the annex, which undoes itself: stretches of each level and above are turned round, highest first. */
function toLogical(seen: readonly SetRun[], levels: readonly number[]): SetRun[] {
  let ordered = seen.map((run, index) => ({ run, level: levels[index] ?? 0 }));
  for (const level of [2, 1]) {
    const turned: typeof ordered = [];
    let stretch: typeof ordered = [];
    const flush = () => {
      turned.push(...stretch.reverse());
      stretch = [];
    };
    for (const each of ordered) {
      if (each.level >= level) stretch.push(each);
      else {
        flush();
        turned.push(each);
      }
    }
    flush();
    ordered = turned;
  }
  return ordered.map(({ run }) => run);
}

function areApart(one: SetRun, next: SetRun): boolean {
  if (/\s$/u.test(one.text) || /^\s/u.test(next.text)) return false;
  const [left, right] = one.start <= next.start ? [one, next] : [next, one];
  return right.start - (left.start + left.length) > WORD_GAP * Math.max(one.size, next.size);
}

function toRun({ text, box, endsLine }: SetRun): TextRun {
  return { text, box, endsLine };
}
