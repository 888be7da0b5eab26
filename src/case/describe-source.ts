/** What can be seen or heard in a source, told in words before anybody is shown it. */
import { z } from "zod";
import { InquestError, type LocalText, pickLocal } from "../core/index.ts";
import { LocalTextSchema } from "../statements/index.ts";
import { ItemDescribed } from "../vault/index.ts";
import { type CustodyEvent, findSourceId, recordEvent } from "./custody.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import type { DescriptionView } from "./views.ts";

const KIND = "item.described";

/** A description as somebody gives it: such as "photograph, dead body", by language. */
export const DescriptionGiven = z.strictObject({ shows: LocalTextSchema });
export type DescriptionGiven = z.infer<typeof DescriptionGiven>;

/**
 * Records what a source shows; takes the place of what was said before, in every language.
 *
 * @param word - the id, key or file name of the source.
 * @returns the id of the source.
 * @throws InquestError "case/not-found"; "case/description" (input) when nothing but blanks is said.
 */
export async function describeSource(
  handle: CaseHandle,
  word: string,
  { shows }: DescriptionGiven,
): Promise<string> {
  const source = findSourceId(handle, word);
  const parsed = ItemDescribed.safeParse({ source, shows });
  if (!parsed.success) {
    throw new InquestError({
      code: "case/description",
      reaction: "input",
      message: `Nothing is said of what ${word} shows. Say it in a few words, such as "photograph, dead body".`,
      evidence: { source },
    });
  }
  const said = Object.fromEntries(
    Object.entries(parsed.data.shows).flatMap(([language, words]) =>
      words === undefined ? [] : [[language, words]],
    ),
  );
  await recordEvent(handle, KIND, source, { shows: said });
  return source;
}

/** Words of a person, each under the language of its script; of two in one the last counts. */
export function toWordsByLanguage(texts: readonly string[]): LocalText {
  return Object.fromEntries(
    texts.map((text) => [/\p{Script=Arabic}/u.test(text) ? "fa" : "en", text.trim()]),
  );
}

/** What was said last among the events of a source; null while nobody said anything, or no key opens it. */
export function presentDescription(
  events: readonly CustodyEvent[],
  { language, day }: Pick<Presenter, "language" | "day">,
): DescriptionView | null {
  const last = events.findLast(({ kind }) => kind === KIND);
  const shows = LocalTextSchema.safeParse(last?.details.shows);
  if (last === undefined || !shows.success) return null;
  const said = shows.data;
  return { shows: pickLocal(said, language), said, by: last.actor, on: day(last.at.slice(0, 10)) };
}
