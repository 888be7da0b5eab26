/** A source as places in it are looked for: its text and what else a program reads of it. */
import type { PassageFinder, SourceContent } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import type { DraftPlace, StatementDraft } from "./statement-draft.ts";

/** A source as far as places in it are concerned. */
export interface SourceToQuote {
  readonly id: string;
  /** The text that passages count over; empty for a file that is no text. */
  readonly text: string;
  /** For a place other than running text. */
  readonly content?: SourceContent | undefined;
  /** What finds quotes in the text, where several files quote it: made for each file when left out. */
  readonly passages?: PassageFinder | undefined;
}

export type Place<Member extends string> = Extract<DraftPlace, Readonly<Record<Member, unknown>>>;
export type ContentOf<Kind extends SourceContent["kind"]> = Extract<SourceContent, { readonly kind: Kind }>;

/** What a reader is told that a source has. */
export const PLACE_WORDS: Readonly<Record<SourceContent["kind"], string>> = {
  pages: "pages (a PDF)",
  recording: "time (a recording)",
  table: "cells (a CSV file)",
  workbook: "cells (a workbook)",
  picture: "regions (a picture)",
  unread: "",
};

/** What the source has of a kind. @throws InquestError "statements/passage-kind" where it has none, with the reason. */
export function requireContent<Kind extends Exclude<SourceContent["kind"], "unread">>(
  { content }: SourceToQuote,
  kind: Kind,
  at: EntryLocator,
): ContentOf<Kind> {
  if (isOfKind(content, kind)) return content;
  const why =
    content?.kind === "unread"
      ? ` ${content.why}`
      : content === undefined
        ? " It is running text: quote it without at."
        : ` It has ${PLACE_WORDS[content.kind]}.`;
  throw entryError("statements/passage-kind", at, `the source has no ${PLACE_WORDS[kind]}.${why}`);
}

function isOfKind<Kind extends SourceContent["kind"]>(
  content: SourceContent | undefined,
  kind: Kind,
): content is ContentOf<Kind> {
  return content?.kind === kind;
}

export function requireQuote({ quote }: StatementDraft, at: EntryLocator): string {
  if (quote !== undefined) return quote;
  throw entryError("statements/passage", at, "a statement quotes its source. Give the words with quote.");
}

export function rangeError(at: EntryLocator, problem: string) {
  return entryError("statements/passage-range", at, problem);
}
