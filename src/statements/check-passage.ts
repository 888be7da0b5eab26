/** Whether a passage still stands where it was recorded, asked of the file itself. */
import { findOnPage, readCell, readPassage, type SourceContent } from "../core/index.ts";
import type { CellPassage, Passage } from "./passage.ts";

/**
 * file: the words are read at their place, now. eye: the place is in the file, and what is there a person saw or heard.
 * gone: neither.
 */
export type PassageCheck = "file" | "eye" | "gone";

/** @param text - what text passages count over. @param content - what other places are checked by. */
export function checkPassage(
  passage: Passage,
  { text, content }: { readonly text: string; readonly content: SourceContent | null },
): PassageCheck {
  if (!("kind" in passage)) return isQuoteAt(text, passage) ? "file" : "gone";
  switch (passage.kind) {
    case "page": {
      const page = content?.kind === "pages" ? content.pages[passage.page - 1] : undefined;
      if (page === undefined) return "gone";
      if (passage.read === "eye") return "eye";
      return findOnPage(page, passage.quote).length > 0 ? "file" : "gone";
    }
    case "time": {
      if (content?.kind !== "recording") return "gone";
      return content.seconds === null || passage.to <= content.seconds ? "eye" : "gone";
    }
    case "cell":
      return textOfCell(passage, content) === passage.quote ? "file" : "gone";
    case "region": {
      const { x, y, width, height } = passage.box;
      const isInside =
        content?.kind === "picture" && x + width <= content.width && y + height <= content.height;
      return isInside ? "eye" : "gone";
    }
  }
}

/** Undefined where there is no such cell. */
function textOfCell({ sheet, row, column }: CellPassage, content: SourceContent | null): string | undefined {
  if (sheet === undefined) return content?.kind === "table" ? content.rows[row - 1]?.[column - 1] : undefined;
  const named = content?.kind === "workbook" ? content.sheets.find(({ name }) => name === sheet) : undefined;
  return named === undefined ? undefined : readCell(named, row, column);
}

function isQuoteAt(
  text: string,
  passage: { readonly start: number; readonly end: number; readonly quote: string },
): boolean {
  if (passage.end > [...text].length) return false;
  return readPassage(text, passage).quote === passage.quote;
}
