import { describe, expect, test } from "vitest";
import { hashBytes, toCanonicalJson } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { Judgement, PairAnswer } from "./judgements.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import { createRecordFinder, pairKey, toJudgedRecord, toStanding } from "./standing-judgements.ts";

function row(list: string, recordId: string, name: string, number = 1): ListRecord {
  const cells = { name };
  return {
    id: `rec-${hashBytes(toCanonicalJson([list, recordId, cells])).slice(0, 32)}`,
    list,
    recordId,
    file: hashBytes(list),
    row: number,
    locator: { line: number + 1, start: 0, end: 1 },
    cells,
    fields: { name: { kind: "name", raw: name, text: name } },
  };
}

const [ali, aliLatin, reza] = [
  row("fa", "f-1", "علی"),
  row("en", "e-1", "Ali", 1),
  row("en", "e-2", "Reza", 2),
] as const;
const finder = createRecordFinder([ali, aliLatin, reza]);

let leaf = 0;
function said(by: string, answer: PairAnswer, more: Partial<ReadJudgement & Judgement> = {}): ReadJudgement {
  leaf += 1;
  const { settles, left = toJudgedRecord(ali), right = toJudgedRecord(aliLatin), ...rest } = more;
  return {
    id: `act-${leaf}`,
    leafIndex: leaf,
    at: "2026-01-01T00:00:00Z",
    by,
    device: by,
    isSealed: false,
    counts: true,
    undone: null,
    judgement: {
      left,
      right,
      answer,
      asked: "band",
      shown: null,
      link: null,
      ...(settles === undefined ? {} : { settles }),
    },
    ...rest,
  };
}

const standingOf = (...judgements: readonly ReadJudgement[]) => {
  const found = toStanding(judgements, finder).pairs.get(pairKey(ali, aliLatin));
  if (found === undefined) throw new Error("the pair was judged");
  return found;
};

describe("what stands of judgements", () => {
  test("is each reviewer's last word; one that was taken back gives way to the one before it", () => {
    expect(standingOf(said("a", "same"), said("a", "different")).decision).toBe("different");
    const undone = { by: "a", device: "a", at: "", leafIndex: 99, reason: null };
    expect(standingOf(said("a", "same"), said("a", "different", { undone })).decision).toBe("same");
    expect(standingOf(said("a", "same", { undone })).decision).toBeNull();
  });

  test("binds nothing where reviewers disagree, and a settling word decides until somebody speaks again", () => {
    const [one, other] = [said("a", "same"), said("b", "different")];
    expect(standingOf(one, other)).toMatchObject({ decision: null, isDisputed: true });
    const settled = said("c", "different", { settles: [one.id] });
    expect(standingOf(one, other, settled)).toMatchObject({ decision: "different", isDisputed: false });
    expect(standingOf(one, other, settled, said("a", "same"))).toMatchObject({
      decision: null,
      isDisputed: true,
    });
  });

  test("stands against nobody where it is unsure", () => {
    expect(standingOf(said("a", "unsure"), said("b", "same"))).toMatchObject({
      decision: "same",
      isDisputed: false,
    });
    expect(standingOf(said("a", "unsure")).decision).toBe("unsure");
  });

  test("does not hold what a key said that nobody vouched for", () => {
    const pair = standingOf(said("stranger", "same", { counts: false }));
    expect(pair).toMatchObject({ decision: null, standing: [] });
    expect(pair.history).toHaveLength(1);
  });

  test("finds a row that got another number by its cells, and tells of one that changed under its own id", () => {
    const numbered = row("no-ids", "7", "Sara", 7);
    const before = { ...numbered, recordId: "3", row: 3 };
    const other = row("no-ids", "3", "Mina", 3);
    const moved = toStanding(
      [said("a", "same", { left: toJudgedRecord(ali), right: toJudgedRecord(before) })],
      createRecordFinder([ali, numbered, other]),
    );
    expect([...moved.pairs.keys()]).toEqual([pairKey(ali, numbered)]);
    const corrected = { ...aliLatin, cells: { name: "Aly" } };
    const [changed] = toStanding([said("a", "same")], createRecordFinder([ali, corrected])).pairs.values();
    expect(changed).toMatchObject({ decision: "same", isChanged: true });
  });

  test("loses a judgement whose row is gone, and says nothing at all of a list that may not be shown", () => {
    expect(toStanding([said("a", "same")], createRecordFinder([ali, reza])).lost).toHaveLength(1);
    const hidden = toStanding([said("a", "same")], createRecordFinder([ali]));
    expect(hidden).toMatchObject({ lost: [] });
    expect(hidden.pairs.size).toBe(0);
  });
});
