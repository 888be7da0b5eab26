/** One page of a source that has pages: its words, and where among them statements stand. */
import { findOnPage, InquestError, type PageText, rangesOnPage, textOfPage } from "../core/index.ts";
import type { Source } from "../statements/index.ts";
import { contentOf } from "../statements/index.ts";
import { allWithheld, blackenContent } from "./blacken.ts";
import type { PageMarkView, PageView } from "./entry-views.ts";
import { findSource } from "./find-source.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import { readWhatIsQuoted } from "./source-content.ts";

export interface PageReader {
  /**
   * Of a source that has no pages, or may not be read, all is empty.
   *
   * @throws InquestError "case/not-found" for a page that it does not have.
   */
  page(source: string, number: number, presenter: Presenter): Promise<PageView>;
}

/** Reads a file once for all of its pages: looking into one from strangers takes a process of its own. */
export function createPageReader(handle: CaseHandle): PageReader {
  let last: { readonly source: string; readonly content: ReturnType<typeof read> } | null = null;
  async function read(source: Source) {
    return (await readWhatIsQuoted(handle, source, await handle.read(contentOf(source)))).content;
  }
  return {
    async page(word, number, presenter) {
      const { value: source } = findSource(handle.state, word);
      const isClosed = source.sealed !== undefined && !handle.secrets.canOpen(source.sealed.content);
      const none = { page: number, pages: 0, text: null, why: null, marks: [] };
      if (isClosed || handle.state.consents.whyWithheld(source.id) !== null) return none;
      if (last?.source !== source.id) last = { source: source.id, content: read(source) };
      const { content } = last;
      const found = await content.catch((error: unknown) => {
        last = null;
        throw error;
      });
      if (found?.kind === "unread") return { ...none, why: found.why };
      if (found?.kind !== "pages") return none;
      const shown = blackenContent(found, allWithheld(handle.state, source.id));
      const pages = shown.kind === "pages" ? shown.pages : [];
      const wanted = pages[number - 1];
      if (wanted === undefined) throw noSuchPage(number, pages.length);
      const text = textOfPage(wanted);
      return {
        page: number,
        pages: pages.length,
        text: text.trim() === "" ? null : text,
        why: null,
        marks: marksOn(wanted, number, handle, source.id, presenter),
      };
    },
  };
}

/** Statements whose words the file holds on the page; what was read by eye stands nowhere among them. */
function marksOn(
  page: PageText,
  number: number,
  { state }: CaseHandle,
  source: string,
  presenter: Presenter,
): PageMarkView[] {
  const text = textOfPage(page);
  return state.statements.ofSource(source).flatMap((recorded) => {
    const { id, at, quote } = presenter.statement(recorded);
    if (at.kind !== "page" || at.page !== number || at.read === "eye") return [];
    const ranges = rangesOnPage(text, quote);
    // Of several places it is the one whose box was drawn when it was recorded.
    const boxed = findOnPage(page, quote).findIndex(({ box }) => box.x === at.box?.x && box.y === at.box?.y);
    const range = ranges[boxed] ?? ranges[0];
    return range === undefined ? [] : [{ statement: id, ...range }];
  });
}

function noSuchPage(number: number, pages: number): InquestError {
  return new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `The source has no page ${number}: it has ${pages}, counted from 1 in the order of the file.`,
    evidence: { page: number, pages },
  });
}
