import { describe, expect, test } from "vitest";
import { alignTruth } from "./evaluate-truth.ts";

const row = (list: string, recordId: string, cluster: string) => ({ list, recordId, cluster });

describe("alignTruth", () => {
  test("finds each record by its list or by the name its file was given under, and counts what is left over", () => {
    const records = [
      { list: "a", recordId: "1" },
      { list: "inner", recordId: "1", givenAs: "b" },
    ];
    const rows = [row("b", "1", "p2"), row("a", "1", "p1"), row("a", "9", "p9")];
    expect(alignTruth(records, rows)).toEqual({ labels: ["p1", "p2"], unusedRows: 1 });
  });

  test("refuses a record without a person, and a record with two lines", () => {
    const records = [
      { list: "a", recordId: "1" },
      { list: "a", recordId: "2" },
    ];
    expect(() => alignTruth(records, [row("a", "1", "p"), row("a", "2", " ")])).toThrowError(
      expect.objectContaining({ code: "linkage/truth-missing", evidence: { count: 1, records: ["a:2"] } }),
    );
    expect(() =>
      alignTruth(records, [row("a", "1", "p"), row("a", "1", "p"), row("a", "2", "q")]),
    ).toThrowError(expect.objectContaining({ code: "linkage/truth-duplicate" }));
  });
});
