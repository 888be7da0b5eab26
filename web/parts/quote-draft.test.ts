import { describe, expect, test } from "vitest";
import type { PropertyView } from "../../src/server/client.ts";
import type { QuotedPassage } from "./passage.ts";
import {
  type ChosenSubject,
  EMPTY_DRAFT,
  faultsOf,
  isOnlyNamed,
  type QuoteDraft,
  toStatementFile,
  withChoice,
  withProperty,
} from "./quote-draft.ts";

const KNOWN: ChosenSubject = { id: "site:mill", name: "Behind the mill", kind: "site", names: null };
const FRESH: ChosenSubject = { id: "place:ward", name: "Ward", kind: "place", names: { en: "Ward" } };

const property = (some: Partial<PropertyView> = {}): PropertyView => ({
  name: "site-located",
  label: "where it lies",
  question: "where",
  of: ["site"],
  value: "text",
  refersTo: [],
  codes: [],
  whose: null,
  access: "open",
  ...some,
});

const WHOLE: QuoteDraft = {
  ...EMPTY_DRAFT,
  subject: KNOWN,
  property: "site-located",
  value: "by the river",
  speaker: { ...KNOWN, id: "speaker:s", kind: "speaker" },
};

test("a place that was typed and not chosen is told, and never dropped", () => {
  expect(faultsOf(WHOLE, property())).toEqual({});
  const typed = withChoice(WHOLE, "place", { chosen: null, unchosen: "Ahvaz" });
  expect(faultsOf(typed, property())).toEqual({ place: "quote.unchosen" });
  // Something new without a name, which the form has begun.
  expect(faultsOf(withChoice(WHOLE, "place", { chosen: null, unchosen: "" }), property())).toEqual({
    place: "quote.missing",
  });
  expect(faultsOf(withChoice(typed, "place", { chosen: KNOWN, unchosen: "Ahvaz" }), property())).toEqual({});
  expect(faultsOf(withChoice(typed, "place", { chosen: null, unchosen: null }), property())).toEqual({});
});

test("so is whose it is, needed or not, and every other field in which something is chosen", () => {
  const whose = (isNeeded: boolean) => property({ whose: { isNeeded, kinds: ["person"] } });
  const typed = withChoice(WHOLE, "of", { chosen: null, unchosen: "Reza" });
  expect(faultsOf(typed, whose(false))).toEqual({ of: "quote.unchosen" });
  expect(faultsOf(typed, whose(true))).toEqual({ of: "quote.unchosen" });
  expect(faultsOf(WHOLE, whose(false))).toEqual({});
  expect(faultsOf(WHOLE, whose(true))).toEqual({ of: "quote.missing" });
  // A property that has no such field asks for nothing in it.
  expect(faultsOf(typed, property())).toEqual({});
  const all = (["subject", "ref", "speaker"] as const).reduce(
    (draft, field) => withChoice(draft, field, { chosen: null, unchosen: "half a na" }),
    WHOLE,
  );
  expect(faultsOf(all, property({ value: "ref" }))).toEqual({
    subject: "quote.unchosen",
    value: "quote.unchosen",
    speaker: "quote.unchosen",
  });
});

test("another property begins with nothing typed in the fields of the last one", () => {
  const typed = (["ref", "of", "place"] as const).reduce(
    (draft, field) => withChoice(draft, field, { chosen: null, unchosen: "half a na" }),
    WHOLE,
  );
  const other = withProperty(typed, "site-reported");
  expect(other).toMatchObject({ property: "site-reported", value: "", ref: null, of: null });
  expect(other.unchosen).toEqual({ place: "half a na" });
});

test("whoever was quicker than the answer whether an id is free need not press again", () => {
  const asked = withChoice(WHOLE, "place", { chosen: null, unchosen: "Ward" });
  const named = withChoice(asked, "place", { chosen: FRESH, unchosen: "Ward" });
  expect(isOnlyNamed(asked, named)).toBe(true);
  expect(isOnlyNamed(asked, { ...named, note: "and more" })).toBe(false);
  expect(isOnlyNamed(asked, withChoice(asked, "place", { chosen: KNOWN, unchosen: null }))).toBe(false);
});

const GRAVES: QuoteDraft = { ...WHOLE, property: "site-reported", value: "graves" };
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
    const file = toStatementFile(GRAVES, {
      property: property({ name: GRAVES.property }),
      passage,
      source: "src-1",
    });
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
