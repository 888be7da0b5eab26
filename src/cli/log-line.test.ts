import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTranslate } from "../core/index.ts";
import { toLogLine, toSubject } from "./log-line.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";

const options = (language: "en" | "fa") => ({
  language,
  calendar: language === "fa" ? ("solar-hijri" as const) : ("gregorian" as const),
  translate: createTranslate<Record<keyof typeof messagesEn, string>>(
    { en: messagesEn, fa: messagesFa },
    language,
  ),
  wordsFor: () => null,
});

const act = (body: Record<string, string>) => ({
  v: 1 as const,
  case: "c",
  id: "018cc820-db2e-7846-bccc-3bbbf41f7b45",
  at: "2024-01-02T03:04:05.678Z",
  actor: "keeper",
  device: "ed25519-0",
  kind: "thing.done",
  body,
  sig: "",
});

describe("the line of an act", () => {
  test("is one line in which nothing moves a cursor or turns the text, whatever a body holds", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("en" as const, "fa" as const),
        (name, language) => {
          const line = toLogLine({ act: act({ name }), leafIndex: 7 }, options(language));
          expect(line).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
        },
      ),
      { numRuns: 500 },
    );
    const turned = toLogLine({ act: act({ name: "a\u202eb\u2067c\nd" }), leafIndex: 7 }, options("en"));
    expect(turned).toContain("a⟨U+202E⟩b⟨U+2067⟩c");
  });

  test("keeps what Persian needs to be read: the joiner within words", () => {
    expect(toLogLine({ act: act({ name: "می\u200cخواهم" }), leafIndex: 7 }, options("fa"))).toContain(
      "می\u200cخواهم",
    );
  });

  test("tells the time in the reader's calendar and digits", () => {
    expect(toLogLine({ act: act({}), leafIndex: 7 }, options("en"))).toContain("2024-01-02 03:04:05Z");
    expect(toLogLine({ act: act({}), leafIndex: 7 }, options("fa"))).toContain("۱۴۰۲-۱۰-۱۲ ۰۳:۰۴:۰۵Z");
  });
});

describe("what an act is about", () => {
  test("is read from its body or the one thing in it, whatever the kind", () => {
    expect(toSubject({ source: { id: "src-1", key: "letter", sha256: "00" } })).toBe("letter src-1");
    expect(toSubject({ item: "item-1", why: "asked" })).toBe("item-1");
    expect(toSubject({ a: {}, b: {} })).toBe("");
    expect(toSubject({ name: "x".repeat(200) })).toHaveLength(80);
  });
});
