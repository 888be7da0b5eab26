import { describe, expect, test } from "vitest";
import { RandomStream } from "../numeric/random.ts";
import { PeopleDealer } from "./deal-people.ts";

/** Mean and variance of the people that each class gets over many deals. */
function dealt(count: number, weights: readonly number[], rounds: number) {
  const dealer = new PeopleDealer({
    listCount: 3,
    classCount: weights.length,
    random: new RandomStream(11, count),
  });
  const sums = weights.map(() => 0);
  const squares = weights.map(() => 0);
  const chances = Float64Array.from([9, 9, ...weights]);
  for (let round = 0; round < rounds; round++) {
    dealer.collect(Float64Array.from(weights));
    dealer.deal(chances, 2, count, 0b101);
    dealer.members.forEach((people, k) => {
      sums[k] = (sums[k] ?? 0) + people;
      squares[k] = (squares[k] ?? 0) + people * people;
    });
    if (round % 1000 > 0) continue;
    expect(dealer.members.reduce((sum, people) => sum + people, 0)).toBe(count);
    const nobody = dealer.members.map(() => 0);
    expect([...dealer.on]).toEqual([...dealer.members, ...nobody, ...dealer.members]);
  }
  return weights.map((_, k) => {
    const mean = (sums[k] ?? 0) / rounds;
    return { mean, variance: (squares[k] ?? 0) / rounds - mean * mean };
  });
}

describe("people dealt to classes", () => {
  // One person, a few, and so many that draws go by rejection; a class of none among them.
  test.each([1, 2, 5, 40, 3000])("are multinomial: %i of them", (count) => {
    const weights = [0.02, 0.5, 0.001, 0, 0.3];
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const rounds = 20_000;
    dealt(count, weights, rounds).forEach(({ mean, variance }, k) => {
      const chance = (weights[k] ?? 0) / all;
      const expected = count * chance * (1 - chance);
      // Five standard errors: a right sampler fails once in a million such tests.
      expect(Math.abs(mean - count * chance)).toBeLessThanOrEqual(5 * Math.sqrt(expected / rounds));
      const error = expected * Math.sqrt((2 + 1 / Math.max(expected, 1e-9)) / rounds);
      expect(Math.abs(variance - expected)).toBeLessThanOrEqual(5 * error);
    });
  });

  test("all go to the one class there is, and to the last where no class has a chance", () => {
    expect(dealt(7, [0.4], 5)).toEqual([{ mean: 7, variance: 0 }]);
    expect(dealt(7, [0, 0], 5)).toEqual([
      { mean: 0, variance: 0 },
      { mean: 7, variance: 0 },
    ]);
  });
});
