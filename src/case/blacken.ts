/** Words whose consent is missing, blackened wherever a source is read out. */
import {
  doBoxesMeet,
  findOnPage,
  type PageText,
  type SourceContent,
  type TextPassage,
} from "../core/index.ts";
import { type CellPassage, isTextPassage, type PagePassage, type Passage } from "../statements/index.ts";
import type { CaseState } from "./state.ts";

/** Where the statements of a source stand whose consent is missing, as they are and as they were before a correction. */
export function allWithheld({ statements, consents }: CaseState, source: string): Passage[] {
  if (consents.areAllOpen()) return [];
  return [...statements.recorded(), ...statements.corrected()]
    .filter(({ statement }) => statement.source === source && consents.areWordsWithheld(statement))
    .map(({ statement }) => statement.passage);
}

/** The same in running text. */
export function passagesWithheld(state: CaseState, source: string): TextPassage[] {
  return allWithheld(state, source).filter(isTextPassage);
}

/**
 * Part of a source's text with the passages blackened sign for sign, so that all others keep their places.
 *
 * @param from - code points of the source before the part.
 */
export function blacken(text: string, from: number, passages: readonly TextPassage[]): string {
  if (passages.length === 0) return text;
  const points = [...text];
  for (const { start, end } of passages) points.fill("█", Math.max(0, start - from), Math.max(0, end - from));
  return points.join("");
}

/** Pages and cells without the words of the passages: whole runs of a page and whole cells, sign for sign. */
export function blackenContent(content: SourceContent, passages: readonly Passage[]): SourceContent {
  if (content.kind === "pages") {
    const onPages = passages.flatMap((each) => ("kind" in each && each.kind === "page" ? [each] : []));
    const pages = content.pages.map((page, index) =>
      onPages.filter((each) => each.page === index + 1).reduce(blackenOnPage, page),
    );
    return { ...content, pages };
  }
  const cells = passages.flatMap((each) => ("kind" in each && each.kind === "cell" ? [each] : []));
  if (content.kind === "table") {
    const own = cells.filter(({ sheet }) => sheet === undefined);
    return { ...content, rows: content.rows.map((row, at) => blackenRow(row, at + 1, own)) };
  }
  if (content.kind !== "workbook") return content;
  const sheets = content.sheets.map((sheet) => {
    const own = cells.filter((cell) => cell.sheet === sheet.name);
    if (own.length === 0) return sheet;
    return {
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: blackenRow(row.cells, row.row, own) })),
    };
  });
  return { ...content, sheets };
}

function blackenRow(cells: readonly string[], row: number, withheld: readonly CellPassage[]): string[] {
  return cells.map((cell, index) =>
    withheld.some((each) => each.row === row && each.column === index + 1) ? black(cell) : cell,
  );
}

function blackenOnPage(page: PageText, { box, quote }: PagePassage): PageText {
  const boxes = [...(box === undefined ? [] : [box]), ...findOnPage(page, quote).map((words) => words.box)];
  const runs = page.runs.map((run) =>
    boxes.some((each) => doBoxesMeet(each, run.box)) ? { ...run, text: black(run.text) } : run,
  );
  return { ...page, runs };
}

function black(text: string): string {
  return "█".repeat([...text].length);
}
