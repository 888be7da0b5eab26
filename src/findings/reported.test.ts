import { describe, expect, it } from "vitest";
import { createStatementStore, readStatementFile, type Subject } from "../statements/index.ts";
import { reportedQuantities } from "./reported.ts";

const subjects = new Map<string, Subject>([
  ["speaker:first", { id: "speaker:first", names: { en: "First" } }],
  [
    "speaker:copy",
    { id: "speaker:copy", names: { en: "Copy of first" }, independenceGroup: "speaker:first" },
  ],
  ["speaker:second", { id: "speaker:second", names: { en: "Second" } }],
]);

function figures(...lines: readonly string[]) {
  const yaml = [
    "source: note",
    "statements:",
    ...lines.map((line) => `  - {subject: event:e, chain: first-hand, quote: said, ${line}}`),
  ].join("\n");
  const context = { sourceOf: () => ({ id: "src-1", text: "It was said." }), isNamed: () => true };
  const store = createStatementStore();
  for (const [leafIndex, statement] of readStatementFile(yaml, "a.yaml", context).entries()) {
    store.add({ statement, leafIndex });
  }
  return reportedQuantities({
    question: "howMany",
    statements: store.openWith(["persons-killed"]),
    subjectOf: (id) => subjects.get(id),
  });
}
const said = (speaker: string, value: string) =>
  `property: persons-killed, speaker: "speaker:${speaker}", value: ${value}`;

describe("reported quantities", () => {
  it("make two mentions by one speaker one figure, which corroborates nothing", () => {
    const [figure, ...others] = figures(said("first", "{min: 30000}"), said("first", "30000"));
    expect(others).toEqual([]);
    expect(figure).toMatchObject({ value: 30_000, range: [30_000, null], contradictedBy: [] });
    expect(figure?.statements).toHaveLength(2);
  });

  it("take sources of one independence group as one voice", () => {
    expect(figures(said("first", "500"), said("copy", "500"))).toHaveLength(1);
    expect(figures(said("first", "500"), said("second", "500"))).toHaveLength(2);
  });

  it("set side by side what has no number in common, and add nothing up", () => {
    const [large, small] = figures(said("first", "{min: 30000}"), said("second", "{min: 2800, max: 3800}"));
    expect(large?.contradictedBy).toEqual([small?.id]);
    expect(small).toMatchObject({ value: null, range: [2800, 3800], contradictedBy: [large?.id] });
  });

  it("let overlapping ranges stand without a contradiction", () => {
    const all = figures(said("first", "{min: 300}"), said("second", "{min: 2800, max: 3800}"));
    expect(all.every((figure) => figure.contradictedBy.length === 0)).toBe(true);
  });

  it("keep words as words: no number is made of them, and they contradict nothing", () => {
    const [, words] = figures(said("first", "10"), said("second", "{words: {en: thousands}}"));
    expect(words).toMatchObject({ value: { en: "thousands" }, range: null, contradictedBy: [] });
  });

  it("keep one speaker's irreconcilable mentions apart", () => {
    const [large, small] = figures(said("first", "900"), said("first", "200"));
    expect([large?.value, small?.value]).toEqual([900, 200]);
    expect(large?.contradictedBy).toEqual([small?.id]);
  });

  it("show a published estimate with its own interval", () => {
    expect(figures(said("first", "{min: 9002, max: 12122, best: 10356}"))[0]).toMatchObject({
      value: 10_356,
      range: [9002, 12_122],
    });
  });
});
