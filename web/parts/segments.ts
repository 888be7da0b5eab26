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

/** The head of a source note (YAML between two lines of dashes) as one passage; none where there is no such head. */
export function toFrontMatter(text: string): Anchored[] {
  const [head] = /^---\r?\n.*?\n---\r?\n/su.exec(text) ?? [];
  return head === undefined ? [] : [{ id: "front-matter", start: 0, end: [...head].length }];
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
