/** Cutting a text at the ends of its passages, so that each piece knows the statements that stand on it. */

import type { StatementView } from "../../src/server/client.ts";

export interface Segment {
  /** Code points from the start of the text. */
  readonly start: number;
  readonly text: string;
  /** Ids of the statements whose passage covers it; none for plain text. */
  readonly statements: readonly string[];
}

export interface Anchored {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The statements that stand in running text, with their code points. */
export function toAnchored(
  statements: readonly { readonly id: string; readonly at: StatementView["at"] }[],
): Anchored[] {
  return statements.flatMap(({ id, at }) =>
    at.kind === "text" ? [{ id, start: at.start, end: at.end }] : [],
  );
}

/** What the head of a source note is called among the passages. */
export const FRONT_MATTER = "front-matter";

/** The head of a source note (YAML between two lines of dashes) as one passage; none where there is no such head. */
export function toFrontMatter(text: string): Anchored[] {
  const [head] = /^---\r?\n.*?\n---\r?\n/su.exec(text) ?? [];
  return head === undefined ? [] : [{ id: FRONT_MATTER, start: 0, end: [...head].length }];
}

/** A block of a long text. */
export interface TextBlock {
  /** Code points from the start of the text. */
  readonly start: number;
  /** How many it has. */
  readonly length: number;
  readonly text: string;
}

/** A passage as far as it reaches into a block, counted from the block's start. */
export interface BlockPassage extends Anchored {
  /** Whether it begins here. */
  readonly isStart: boolean;
}

/** UTF-16 units after which a block ends with its line. */
const BLOCK_LENGTH = 4000;

/** The text in blocks that end where a line ends; joined they are the text again. A browser lays out those in sight alone. */
export function toBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const line = text.length - from <= BLOCK_LENGTH ? -1 : text.indexOf("\n", from + BLOCK_LENGTH - 1);
    const to = line < 0 ? text.length : line + 1;
    const part = text.slice(from, to);
    const { length } = [...part];
    blocks.push({ start, length, text: part });
    start += length;
    from = to;
  }
  return blocks;
}

const NONE: readonly BlockPassage[] = [];

/** The passages that reach into a block; the same empty list for every block that has none. */
export function passagesIn(
  { start, length }: TextBlock,
  passages: readonly Anchored[],
): readonly BlockPassage[] {
  const own = passages.filter((each) => each.start < start + length && each.end > start);
  if (own.length === 0) return NONE;
  return own.map((each) => ({
    id: each.id,
    start: Math.max(0, each.start - start),
    end: Math.min(length, each.end - start),
    isStart: each.start >= start,
  }));
}

/**
 * The text in pieces; joined they are the text again. Positions count code points, while strings count
 * UTF-16 units: so the text is split into code points first.
 */
export function toSegments(text: string, passages: readonly Anchored[]): Segment[] {
  const points = [...text];
  const cuts = [...new Set([0, points.length, ...passages.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= points.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? points.length;
    return {
      start,
      text: points.slice(start, end).join(""),
      statements: passages.filter((each) => each.start <= start && each.end >= end).map(({ id }) => id),
    };
  });
}
