/** From what a person wrote about the place of a statement to its passage, checked against what the file holds. */
import { type PassageFinder, readOnPage } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import { parseMoment } from "./moment.ts";
import type { Passage } from "./passage.ts";
import { placeCell } from "./place-cell.ts";
import {
  type ContentOf,
  PLACE_WORDS,
  type Place,
  rangeError,
  requireContent,
  requireQuote,
  type SourceToQuote,
} from "./source-to-quote.ts";
import type { StatementDraft } from "./statement-draft.ts";

/** The same with what finds quotes in its text: made once for all statements of a file. */
export interface SourceToSearch extends SourceToQuote {
  readonly passages: PassageFinder;
}

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
  if ("page" in place) return onPage(draft, place, requireContent(source, "pages", at), at);
  if ("from" in place) return inRecording(draft, place, requireContent(source, "recording", at), at);
  if ("row" in place) return placeCell(draft, place, source, at);
  return inPicture(draft, place, requireContent(source, "picture", at), at);
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
  { pages }: ContentOf<"pages">,
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
  { seconds }: ContentOf<"recording">,
  at: EntryLocator,
): Passage {
  const [start, end] = [from, to].map((moment) => parseMoment(moment, at));
  if (start === undefined || end === undefined || start >= end)
    throw rangeError(at, `the passage ends at ${to}, before it starts. Swap its ends.`);
  if (seconds !== null && end > seconds)
    throw rangeError(at, `the passage ends at ${end} s; the recording runs for ${seconds} s.`);
  return { kind: "time", from: start, to: end, quote: requireQuote(draft, at) };
}

function inPicture(
  { quote, seen }: StatementDraft,
  { region }: Place<"region">,
  picture: ContentOf<"picture">,
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

function found<T>(at: EntryLocator, find: () => T): T {
  try {
    return find();
  } catch (cause) {
    throw entryError("statements/passage", at, cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}

function optionally<Name extends string, T>(name: Name, value: T | undefined): { readonly [K in Name]?: T } {
  const given: { [K in Name]?: T } = {};
  if (value !== undefined) given[name] = value;
  return given;
}
