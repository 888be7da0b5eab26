import { describe, expect, test } from "vitest";
import { drawReviewSample, estimateFromReview, judgedStrata } from "./evaluate-review.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import type { PairJudgement } from "./records.ts";
import { settingsFor } from "./settings.ts";

const stratum = (isLinked: boolean, pairs: number, same: number, different: number) => ({
  name: isLinked ? "linked-0.99" : "apart-0.5",
  isLinked,
  pairs,
  same,
  different,
  unsure: 0,
});

describe("estimates from judged pairs", () => {
  test("tell precision and recall exactly when every pair was judged", () => {
    const { precision, recall } = estimateFromReview([stratum(true, 10, 9, 1), stratum(false, 5, 3, 2)]);
    expect(precision?.value).toBeCloseTo(0.9, 12);
    expect(precision?.interval[0]).toBeCloseTo(0.9, 12);
    expect(recall?.value).toBeCloseTo(9 / 12, 12);
  });

  test("say what is missing instead of guessing it", () => {
    const { precision, recall, unsampled } = estimateFromReview([
      stratum(true, 100, 20, 1),
      stratum(false, 40, 0, 0),
    ]);
    expect(precision?.value).toBeGreaterThan(0.85);
    expect(recall).toBeNull();
    expect(unsampled).toEqual(["apart-0.5"]);
    expect(estimateFromReview([]).precision).toBeNull();
  });

  test("cover the true precision and recall of the fictional lists, judged by who knows the truth", () => {
    const { input, truth } = fictionalLists(600, 11);
    const result = linkRecords(input, settingsFor(input.fields));
    const address = (index: number) => {
      const { list, recordId } = input.records[index] ?? { list: "", recordId: "" };
      return { list, recordId };
    };
    const [linked, trueShown] = [
      result.pairs.filter(({ together }) => together),
      result.pairs.filter(({ left, right }) => truth[left] === truth[right]),
    ];
    const trueLinked = linked.filter(({ left, right }) => truth[left] === truth[right]).length;
    let covered = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const sample = drawReviewSample(result, { perStratum: 30, seed });
      const judgements = sample.map(
        ({ left, right }): PairJudgement => ({
          left: address(right),
          right: address(left),
          decision: truth[left] === truth[right] ? "same" : "different",
        }),
      );
      const { precision, recall } = estimateFromReview(judgedStrata(input, result, judgements), seed);
      const holds = (figure: typeof precision, value: number) =>
        figure !== null && figure.interval[0] <= value + 1e-9 && figure.interval[1] >= value - 1e-9;
      if (holds(precision, trueLinked / linked.length)) covered += 0.5;
      if (holds(recall, trueLinked / trueShown.length)) covered += 0.5;
    }
    expect(covered).toBeGreaterThanOrEqual(17);
  });

  test("draw the same sample from the same seed, and no pair twice", () => {
    const { input } = fictionalLists(200, 5);
    const result = linkRecords(input, settingsFor(input.fields));
    const sample = drawReviewSample(result, { perStratum: 10, seed: 4 });
    expect(drawReviewSample(result, { perStratum: 10, seed: 4 })).toEqual(sample);
    expect(new Set(sample).size).toBe(sample.length);
    expect(sample.length).toBeGreaterThan(20);
  });
});
