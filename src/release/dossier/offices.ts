/** Who held which office when, as far as it is stated; never that its holder took part in anything. */
import type { ReleasedOffice } from "../content.ts";
import type { Writing } from "./answers.ts";
import type { Block, Claim, Text } from "./document.ts";
import { strong, type Words } from "./words.ts";

type Posting = ReleasedOffice["postings"][number];

export function officeBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  if (content.offices.length === 0) return [{ is: "text", text: [words.say("none.postings")] }];
  return [
    { is: "caution", text: [words.say("offices.caution")] },
    ...content.offices.flatMap(({ office, postings }): Block[] => [
      { is: "heading", level: 2, text: words.told(office.name), mark: null },
      { is: "claims", claims: postings.map((posting) => postingClaim(posting, writing)) },
    ]),
  ];
}

function postingClaim(posting: Posting, { words, notes }: Writing): Claim {
  const { person, certain, assumed, continuityText, sequenceText, statements } = posting;
  const isDated = certain.length > 0 || assumed !== null;
  return {
    mark: "reported",
    text: [strong(words.told(person.name)), words.say("colon"), ...timesOf(posting, words)],
    beside: [isDated ? continuityText : "", sequenceText ?? ""]
      .filter((text) => text !== "")
      .map((text): Text => [words.told(text)]),
    notes: notes.cite(statements),
  };
}

function timesOf({ certain, assumed, possible }: Posting, words: Words): Text {
  const { say, days } = words;
  const stated = certain.map(({ from, to }) => days(from, to));
  const isKnownToEnd = possible.from !== null || possible.to !== null;
  const isStatedWhole =
    certain.length === 1 && certain[0]?.from === possible.from && certain[0]?.to === possible.to;
  const times = [
    ...(stated.length === 0 ? [] : [say("offices.stated", { days: stated.join(say("and")) })]),
    ...(assumed === null ? [] : [say("offices.assumed", { days: days(assumed.from, assumed.to) })]),
    ...(isKnownToEnd && !isStatedWhole
      ? [say("offices.possible", { days: days(possible.from, possible.to) })]
      : []),
  ];
  return [times.length === 0 ? say("offices.undated") : times.join(say("and"))];
}
