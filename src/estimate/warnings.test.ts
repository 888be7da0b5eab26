/** What is left of a report when chains disagree, and what all methods say together. */
import { describe, expect, test } from "vitest";
import { estimateTable } from "./estimate-table.ts";
import { estimateLatentClass } from "./latent/latent-estimate.ts";
import { createWriter } from "./messages.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";

const independent = (seed: number, chances: readonly number[], people = 2000) =>
  simulateTable({ seed, people, patternProbabilities: independentPatterns(chances) });

/** A table about which nothing is to be said. */
const SOUND = independent(3, [0.4, 0.35, 0.3]);

describe("chains that disagree", () => {
  const writer = createWriter("en");
  const short = { chainCount: 2, firstRounds: 40, mostRounds: 40 };

  test("give neither number nor interval, and say why", () => {
    const outcome = estimateLatentClass(SOUND, { latent: short }, writer);
    expect(outcome.estimate).toBeNull();
    expect(outcome.posterior).toBeNull();
    expect(outcome.refused.map(({ code }) => code)).toEqual(["CHAINS_DISAGREE"]);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(["CHAINS_DISAGREE"]);
  });

  test("leave no ensemble: an interval without a model that has not settled would span too little", () => {
    const report = estimateTable(SOUND, { methods: ["ensemble"], latent: short });
    expect(report.methods).toEqual([]);
    expect(report.refused.map(({ name, code }) => [name, code])).toEqual([["ensemble", "CHAINS_DISAGREE"]]);
  });
});

test("all methods agree on an independent population, and the ensemble holds each of their intervals", () => {
  const report = estimateTable(SOUND, { methods: ["dga", "lcmcr", "logitNormal", "ensemble"] });
  expect(report.refused).toEqual([]);
  expect(report.methods.map(({ name }) => name)).toEqual(["dga", "lcmcr", "logitNormal", "ensemble"]);
  const ensemble = report.methods.find(({ name }) => name === "ensemble")?.interval;
  for (const { interval } of report.methods) {
    expect(interval?.[0]).toBeLessThan(2050);
    expect(interval?.[1]).toBeGreaterThan(1950);
    // Its 98 % hull holds the 95 % interval of each member.
    expect(ensemble?.[0]).toBeLessThanOrEqual(interval?.[0] ?? 0);
    expect(ensemble?.[1]).toBeGreaterThanOrEqual(interval?.[1] ?? 0);
  }
  expect(estimateTable(SOUND, { methods: ["logitNormal"] }).methods).toEqual(
    report.methods.filter(({ name }) => name === "logitNormal"),
  );
});
