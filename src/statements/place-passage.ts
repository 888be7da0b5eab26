/** From what a person wrote about the place of a statement to its passage, checked against what the file holds. */
import { type PassageFinder, readOnPage, type SourceContent } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import { parseMoment } from "./moment.ts";
import type { Passage } from "./passage.ts";
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

/** The same with what finds quotes in its text: made once for all statements of a file. */
export interface SourceToSearch extends SourceToQuote {
  readonly passages: PassageFinder;
}

type Place<Member extends string> = Extract<DraftPlace, Readonly<Record<Member, unknown>>>;
type Content<Kind extends SourceContent["kind"]> = Extract<SourceContent, { readonly kind: Kind }>;

/**
 * The passage of a statement.
 *
 * @throws InquestError "statements/passage": the words do not stand there, or stand there several times;
 *   "statements/passage-range": the place lies outside the source; "statements/passage-kind": the source has no such
 *   places, or cannot be read.
 */
export function placePassage(draft: StatementDraft, source: SourceToSearch, at: EntryLocator): Passage {
  const place = draft.at;
  if (place === undefined) return quoteText(draft, source, at);
  if ("page" in place) return onPage(draft, place, contentOf(source, "pages", at), at);
  if ("from" in place) return inRecording(draft, place, contentOf(source, "recording", at), at);
  if ("row" in place) return inCell(draft, place, contentOf(source, "table", at), at);
  return inPicture(draft, place, contentOf(source, "picture", at), at);
}

const PLACE_WORDS: Readonly<Record<SourceContent["kind"], string>> = {
  pages: "pages (a PDF)",
  recording: "time (a recording)",
  table: "cells (a CSV file)",
  picture: "regions (a picture)",
  unread: "",
};

function contentOf<Kind extends Exclude<SourceContent["kind"], "unread">>(
  { content }: SourceToQuote,
  kind: Kind,
  at: EntryLocator,
): Content<Kind> {
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
): content is Content<Kind> {
  return content?.kind === kind;
}

function quoteText(
  draft: StatementDraft,
  { text, content, passages }: SourceToSearch,
  at: EntryLocator,
): Passage {
  const { occurrence } = draft;
  if (text === "" && content !== undefined && content.kind !== "table")
    throw entryError(
      "statements/passage-kind",
      at,
      content.kind === "unread"
        ? content.why
        : `the source has ${PLACE_WORDS[content.kind]}. Say where the words stand with at.`,
    );
  return found(at, () =>
    passages.find(requireQuote(draft, at), occurrence === undefined ? {} : { occurrence }),
  );
}

function onPage(
  draft: StatementDraft,
  { page, box, read }: Place<"page">,
  { pages }: Content<"pages">,
  at: EntryLocator,
): Passage {
  const text = pages[page - 1];
  if (text === undefined)
    throw rangeError(
      at,
      `page ${page} is not in the source, which has ${pages.length}. Count them in the file.`,
    );
  const quote = requireQuote(draft, at);
  const given = box === undefined ? undefined : toBox(box, text, "points", at);
  if (read === "eye")
    return { kind: "page", page, ...optionally("box", given), quote, prefix: "", suffix: "", read };
  const words = found(at, () => readOnPage(text, quote, draft.occurrence));
  return { kind: "page", page, ...words, ...optionally("box", given), read: "file" };
}

function inRecording(
  draft: StatementDraft,
  { from, to }: Place<"from">,
  { seconds }: Content<"recording">,
  at: EntryLocator,
): Passage {
  const [start, end] = [from, to].map((moment) => parseMoment(moment, at));
  if (start === undefined || end === undefined || start >= end)
    throw rangeError(at, `the passage ends at ${to}, before it starts. Swap its ends.`);
  if (seconds !== null && end > seconds)
    throw rangeError(at, `the passage ends at ${end} s; the recording runs for ${seconds} s.`);
  return { kind: "time", from: start, to: end, quote: requireQuote(draft, at) };
}

function inCell(
  draft: StatementDraft,
  { row, column }: Place<"row">,
  { rows }: Content<"table">,
  at: EntryLocator,
): Passage {
  const [heading = []] = rows;
  const named = heading.indexOf(String(column)) + 1;
  const number = typeof column === "number" ? column : named;
  if (number === 0)
    throw rangeError(at, `no column is called "${column}". There are: ${heading.join(", ")}.`);
  const cell = rows[row - 1]?.[number - 1];
  if (cell === undefined)
    throw rangeError(
      at,
      `there is no cell in row ${row}, column ${column}; the table has ${rows.length} rows.`,
    );
  const quote = requireQuote(draft, at);
  if (cell !== quote)
    throw entryError(
      "statements/passage",
      at,
      `row ${row}, column ${column} reads ${JSON.stringify(cell)}, not ${JSON.stringify(quote)}. Quote the whole cell.`,
    );
  return { kind: "cell", row, column: number, quote };
}

function inPicture(
  { quote, seen }: StatementDraft,
  { region }: Place<"region">,
  picture: Content<"picture">,
  at: EntryLocator,
): Passage {
  const box = toBox(region, picture, "pixels", at);
  return { kind: "region", box, ...optionally("quote", quote), ...optionally("seen", seen) };
}

function toBox(
  [x, y, width, height]: readonly [number, number, number, number],
  within: { readonly width: number; readonly height: number },
  unit: string,
  at: EntryLocator,
) {
  if (x + width > within.width || y + height > within.height)
    throw rangeError(
      at,
      `the box ${x}, ${y}, ${width}, ${height} leaves the source, which measures ${within.width} by ${within.height} ${unit}. Give left, top, width and height.`,
    );
  return { x, y, width, height };
}

function requireQuote({ quote }: StatementDraft, at: EntryLocator): string {
  if (quote !== undefined) return quote;
  throw entryError("statements/passage", at, "a statement quotes its source. Give the words with quote.");
}

function found<T>(at: EntryLocator, find: () => T): T {
  try {
    return find();
  } catch (cause) {
    throw entryError("statements/passage", at, cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}

function rangeError(at: EntryLocator, problem: string) {
  return entryError("statements/passage-range", at, problem);
}

function optionally<Name extends string, T>(name: Name, value: T | undefined): { readonly [K in Name]?: T } {
  const given: { [K in Name]?: T } = {};
  if (value !== undefined) given[name] = value;
  return given;
}
