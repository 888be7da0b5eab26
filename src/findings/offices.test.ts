import { describe, expect, it } from "vitest";
import { createStatementStore, readStatementFile } from "../statements/index.ts";
import { answerOffices } from "./offices.ts";

function answer(on: string, ...lines: readonly string[]) {
  const store = createStatementStore();
  const head = "source: note\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n";
  const yaml = head + lines.map((line) => `  - {subject: office:warden, quote: said, ${line}}`).join("\n");
  const context = { sourceOf: () => ({ id: "src-1", text: "It was said." }), isNamed: () => true };
  for (const [leafIndex, statement] of readStatementFile(yaml, "a.yaml", context).entries()) {
    store.add({ statement, leafIndex });
  }
  const figures = answerOffices({
    event: "event:e",
    store,
    subjectOf: (id) => ({ id, names: { en: id } }),
    lists: [],
    persons: null,
    estimates: [],
    questions: { sitesOn: [], holders: [{ office: "office:warden", on }] },
    truth: null,
  });
  return figures.filter((figure) => figure.group.startsWith("offices.on."));
}

describe("who held an office at a time", () => {
  const lines = [
    "property: taken-up-by, value: person:a, time: '1984'",
    "property: left-by, value: person:a, time: '1986'",
  ];

  it("names the holder where a source makes it certain", () => {
    expect(answer("1985", ...lines)).toMatchObject([{ value: { en: "person:a" }, time: "1985" }]);
  });

  it("says possibly in the year of a change", () => {
    expect(answer("1984-03", ...lines)).toMatchObject([{ value: { key: "offices.possibly" } }]);
  });

  it("says that nobody is recorded, instead of nothing", () => {
    expect(answer("1990", ...lines)).toMatchObject([{ value: { key: "offices.nobody" }, statements: [] }]);
  });

  it("sets two certain holders side by side as a contradiction", () => {
    const rival = "property: held-by, value: person:b, time: '1985-05'";
    const [first, second] = answer("1985", ...lines, rival);
    expect(first?.contradictedBy).toEqual([second?.id]);
    expect(second?.contradictedBy).toEqual([first?.id]);
  });
});
