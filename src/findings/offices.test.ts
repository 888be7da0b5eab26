import { describe, expect, it } from "vitest";
import { formatSpan, parseEdtf } from "../core/index.ts";
import { createStatementStore, readStatementFile } from "../statements/index.ts";
import { answerOffices } from "./offices.ts";

const GREGORIAN = { language: "en", calendar: "gregorian" } as const;

function answer(on: string, ...lines: readonly string[]) {
  return figuresOf(on, lines).filter((figure) => figure.group.startsWith("offices.on."));
}

function figuresOf(on: string, lines: readonly string[]) {
  const store = createStatementStore();
  const head = "source: note\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n";
  const yaml = head + lines.map((line) => `  - {subject: office:warden, quote: said, ${line}}`).join("\n");
  const context = { sourceOf: () => ({ id: "src-1", text: "It was said." }), isNamed: () => true };
  for (const [leafIndex, statement] of readStatementFile(yaml, "a.yaml", context).entries()) {
    store.add({ statement, leafIndex });
  }
  return answerOffices({
    event: "event:e",
    store,
    subjectOf: (id) => ({ id, names: { en: id } }),
    lists: [],
    persons: null,
    estimates: [],
    questions: { sitesOn: [], holders: [{ office: "office:warden", on }] },
    truth: null,
  });
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

  it("says that it is assumed where no source covers the time and none states a break", () => {
    const cited = ["'1984'", "1988-03/1989"].map(
      (time) => `property: held-by, value: person:a, time: ${time}`,
    );
    expect(answer("1986", ...cited)).toMatchObject([
      { label: { key: "offices.holder-on-assumed" }, value: { en: "person:a" }, time: "1986" },
    ]);
  });

  it("tells every time that is cited, where neither start nor end is stated", () => {
    const cited = ["'1984'", "1988-03/1989"].map(
      (time) => `property: held-by, value: person:a, time: ${time}`,
    );
    const lanes = figuresOf("1984", cited).filter(({ group }) => group === "offices.office:warden");
    const times = lanes.map(({ time }) => time);
    expect(times).toEqual(["{1984,1988-03..1989}"]);
    expect(times.map((edtf) => formatSpan(parseEdtf(edtf ?? ""), GREGORIAN))).toEqual([
      "1984, March 1988 to 1989",
    ]);
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

describe("the time of a posting", () => {
  const timeOf = (...lines: readonly string[]) =>
    figuresOf("1985", lines).find((figure) => figure.group === "offices.office:warden")?.time;
  const taken = (time: string) => `property: taken-up-by, value: person:a, time: ${time}`;
  const left = (time: string) => `property: left-by, value: person:a, time: ${time}`;

  it("is from the stated start to the stated end, as they are written", () => {
    expect(timeOf(taken("'1984'"), left("1986-03"))).toBe("1984/1986-03");
    expect(timeOf(taken("'1984'"))).toBe("1984/..");
  });

  it("takes the outer days of a start or an end that is itself a stretch", () => {
    expect(timeOf(taken("{text: مرداد ۱۳۶۳}"), left("{text: ۱ محرم ۱۴۰۹}"))).toBe("1984-07-23/1988-08-15");
    expect(timeOf(taken("1984-03/1984-05"))).toBe("1984-03-01/..");
  });

  it("covers both where sources let it end before it begins", () => {
    expect(timeOf(taken("'1990'"), left("'1986'"))).toBe("{1986,1990}");
  });
});
