import { expect, it } from "vitest";
import { findPassage } from "../core/index.ts";
import { Statement, withStatementId } from "../statements/index.ts";
import { StatementRecorded } from "./act-bodies.ts";

const statement = withStatementId({
  key: "K",
  subject: "event:e",
  property: "persons-killed",
  value: { kind: "quantity", min: 1, max: null, words: { en: "some" } },
  time: "1988",
  place: "place:p",
  source: "src-1",
  passage: findPassage("Some were killed.", "Some"),
  speaker: "speaker:s",
  chain: "first-hand",
  polarity: "asserts",
  standing: "reported",
  access: "open",
  note: { en: "a note" },
});

it("the statement of an act is kept as it was read, which is what its schema would make of it", () => {
  const { statement: kept } = StatementRecorded.parse({ statement });
  expect(kept).toBe(statement);
  expect(Statement.parse(statement)).toEqual(statement);
});

it("the statement of an act is refused when its schema refuses it", () => {
  for (const wrong of [{ ...statement, more: 1 }, { ...statement, property: "slain" }, "words"])
    expect(StatementRecorded.safeParse({ statement: wrong }).success).toBe(false);
});
