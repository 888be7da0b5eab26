import { describe, expect, test } from "vitest";
import type { PropertyView } from "../../src/server/client.ts";
import type { QuotedPassage } from "./passage.ts";
import { EMPTY_DRAFT, type QuoteDraft, toStatementFile } from "./quote-draft.ts";

const PROPERTY: PropertyView = {
  name: "site-reported",
  label: "reported",
  question: "where",
  of: ["site"],
  value: "text",
  refersTo: [],
  codes: [],
  whose: null,
  access: "open",
};
const DRAFT: QuoteDraft = {
  ...EMPTY_DRAFT,
  subject: { id: "site:mill", name: "The mill", kind: "site", names: null },
  property: PROPERTY.name,
  value: "graves",
  speaker: { id: "speaker:s", name: "A witness", kind: "speaker", names: null },
};
const WORDS: QuotedPassage = { start: 3, end: 9, quote: "graves", occurrence: null, page: null };
const BOX = { x: 1, y: 2, width: 30, height: 40 };

describe("the place that a statement is sent with", () => {
  test.each([
    ["running text", WORDS, { quote: "graves" }],
    ["one of several places in it", { ...WORDS, occurrence: 2 }, { quote: "graves", occurrence: 2 }],
    ["a page", { ...WORDS, page: 4 }, { quote: "graves", at: { page: 4 } }],
    [
      "words that can be read in a picture",
      { ...WORDS, start: 0, end: 0, part: { box: BOX, isSeen: false } },
      { quote: "graves", at: { region: [1, 2, 30, 40] } },
    ],
    [
      "what is seen in a picture, in the language of the words",
      { ...WORDS, start: 0, end: 0, quote: "سه گور", part: { box: BOX, isSeen: true } },
      { seen: { fa: "سه گور" }, at: { region: [1, 2, 30, 40] } },
    ],
  ])("is that of %s", (_, passage, placed) => {
    const file = toStatementFile(DRAFT, { property: PROPERTY, passage, source: "src-1" });
    expect(file).toEqual({
      source: "src-1",
      statements: [
        {
          subject: "site:mill",
          property: "site-reported",
          value: { en: "graves" },
          speaker: "speaker:s",
          chain: "first-hand",
          ...placed,
        },
      ],
    });
  });
});
