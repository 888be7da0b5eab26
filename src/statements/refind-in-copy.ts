/** Where a passage stands in another copy of its source. Nothing moves by it: a person decides. */
import {
  findOnPage,
  nearestMatch,
  type PageText,
  refindPassage,
  type SourceContent,
  textOfPage,
} from "../core/index.ts";
import { checkPassage } from "./check-passage.ts";
import type { CellPassage, PagePassage, Passage, TextPassage } from "./passage.ts";

export interface SourceCopy {
  /** What text passages count over; empty for a file that is no text. */
  readonly text: string;
  readonly content: SourceContent | null;
}

/**
 * in-place, moved, respaced, ambiguous, lost: as `refindPassage` has them. by-eye: the place is in the copy, and whether
 * the same words are heard or the same thing is seen there only a person can tell.
 */
export type RefindOutcome = "in-place" | "moved" | "respaced" | "ambiguous" | "lost" | "by-eye";

export interface RefoundPassage {
  readonly how: RefindOutcome;
  /** One place; several when it is ambiguous; none when it is lost. */
  readonly at: readonly Passage[];
  /** The likest words of a copy in which the passage is lost; null where nothing is like them. */
  readonly nearest: string | null;
}

/** Boxes this near to each other, in points, are the same place: programs measure letters differently. */
const SAME_PLACE = 3;

export function refindInCopy(passage: Passage, copy: SourceCopy): RefoundPassage {
  if (!("kind" in passage)) return inText(passage, copy.text);
  if (passage.kind === "page" && passage.read === "file") return onPages(passage, copy.content);
  if (passage.kind === "cell") return inCells(passage, copy.content);
  return checkPassage(passage, copy) === "eye" ? { how: "by-eye", at: [passage], nearest: null } : lost();
}

function inText(passage: TextPassage, text: string): RefoundPassage {
  const refound = refindPassage(text, passage);
  switch (refound.how) {
    case "lost":
      return lost(refound.nearest);
    case "ambiguous":
      return { how: "ambiguous", at: refound.passages, nearest: null };
    default:
      return { how: refound.how, at: [refound.passage], nearest: null };
  }
}

function onPages(passage: PagePassage, content: SourceContent | null): RefoundPassage {
  if (content?.kind !== "pages") return lost();
  const placed = content.pages.flatMap((page, index) =>
    findOnPage(page, passage.quote).map((words): PagePassage => ({ ...passage, ...words, page: index + 1 })),
  );
  const same = placed.filter((each) => each.page === passage.page && isSameBox(each, passage));
  const [only] = same;
  if (only !== undefined && same.length === 1) return { how: "in-place", at: [only], nearest: null };
  return choose(placed) ?? lost(nearestOn(content.pages, passage.quote));
}

function isSameBox({ box: left }: PagePassage, { box: right }: PagePassage): boolean {
  if (left === undefined || right === undefined) return true;
  const sides = ["x", "y", "width", "height"] as const;
  return sides.every((side) => Math.abs(left[side] - right[side]) <= SAME_PLACE);
}

function nearestOn(pages: readonly PageText[], quote: string): string | null {
  for (const page of pages) {
    const nearest = nearestMatch(textOfPage(page), quote);
    if (nearest !== null) return nearest;
  }
  return null;
}

/** A copy may be of the other kind: the sheet saved as CSV, or a table taken into a workbook. */
function inCells(passage: CellPassage, content: SourceContent | null): RefoundPassage {
  if (checkPassage(passage, { text: "", content }) === "file")
    return { how: "in-place", at: [passage], nearest: null };
  const { sheet: _, ...place } = passage;
  if (content?.kind === "table") {
    const rows = content.rows.map((cells, index) => ({ row: index + 1, cells }));
    return choose(placesIn(rows, place)) ?? lost();
  }
  if (content?.kind !== "workbook") return lost();
  return (
    choose(content.sheets.flatMap(({ name, rows }) => placesIn(rows, { ...place, sheet: name }))) ?? lost()
  );
}

function placesIn(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  passage: CellPassage,
): CellPassage[] {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, index) => (cell === passage.quote ? [{ ...passage, row, column: index + 1 }] : [])),
  );
}

function choose(placed: readonly Passage[]): RefoundPassage | null {
  if (placed.length === 0) return null;
  return { how: placed.length === 1 ? "moved" : "ambiguous", at: placed, nearest: null };
}

function lost(nearest: string | null = null): RefoundPassage {
  return { how: "lost", at: [], nearest };
}
