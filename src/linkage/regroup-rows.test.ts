import { describe, expect, it } from "vitest";
import { regroupRows, weakestLinks } from "./regroup-rows.ts";

const weights = (table: Readonly<Record<string, number>>) => (left: number, right: number) =>
  table[`${left} ${right}`];
const rows = {
  count: 3,
  linkWeight: 3000,
  isForbidden: () => false,
  weightOf: weights({ "0 1": 9000, "0 2": 8000, "1 2": 7000 }),
  together: [],
  apart: [],
};

describe("rows of a person, grouped again", () => {
  it("stay one where nobody says otherwise, and part where somebody does", () => {
    expect([...regroupRows(rows)]).toEqual([0, 0, 0]);
    expect([
      ...regroupRows({
        ...rows,
        apart: [
          [0, 2],
          [1, 2],
        ],
      }),
    ]).toEqual([0, 0, 2]);
    expect([
      ...regroupRows({
        ...rows,
        apart: [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
      }),
    ]).toEqual([0, 1, 2]);
  });

  it("stay by what people joined, against the machine, and part where that would join two judged different", () => {
    const apart = { ...rows, weightOf: weights({ "0 1": 9000, "0 2": -9000, "1 2": -9000 }) };
    expect([...regroupRows(apart)]).toEqual([0, 0, 2]);
    expect([...regroupRows({ ...apart, together: [[0, 2]] })]).toEqual([0, 1, 0]);
    expect([
      ...regroupRows({
        ...apart,
        together: [
          [0, 2],
          [1, 2],
        ],
        apart: [[0, 1]],
      }),
    ]).toEqual([0, 1, 0]);
  });

  it("are not joined where the machine may not, scored or not", () => {
    const isForbidden = (left: number, right: number) => left === 0 && right === 1;
    expect(new Set(regroupRows({ ...rows, isForbidden })).size).toBe(2);
    expect([...regroupRows({ ...rows, weightOf: () => undefined })]).toEqual([0, 1, 2]);
  });
});

describe("the weakest link of a cluster", () => {
  it("is the strongest that its loosest row has", () => {
    const weakest = weakestLinks({
      recordCount: 5,
      left: Int32Array.of(0, 0, 1, 3),
      right: Int32Array.of(1, 2, 2, 4),
      weights: Int32Array.of(9000, 6000, 2000, 5000),
      together: Uint8Array.of(1, 1, 1, 0),
      clusterOf: Int32Array.of(0, 0, 0, 3, 4),
    });
    expect([...weakest]).toEqual([[0, 6000]]);
  });
});
