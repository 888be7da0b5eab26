import { describe, expect, it } from "vitest";
import { parseEdtf } from "../core/index.ts";
import { createStatementStore, readStatementFile } from "../statements/index.ts";
import { viewAppeals } from "./appeals.ts";
import { holdsWithin, viewPostings } from "./postings.ts";
import { siteStatus, viewSites } from "./sites.ts";
import { chainOfCommand, viewUnits } from "./units.ts";

/** A store of statements that all stand on one line of one note. */
function storeOf(...lines: readonly string[]) {
  const store = createStatementStore();
  const yaml = [
    "source: note",
    "defaults: {speaker: speaker:s, chain: first-hand}",
    "statements:",
    ...lines.map((line) => `  - {${line}, quote: said}`),
  ].join("\n");
  const context = { sourceOf: () => ({ id: "src-1", text: "It was said." }), isNamed: () => true };
  for (const [leafIndex, statement] of readStatementFile(yaml, "a.yaml", context).entries()) {
    store.add({ statement, leafIndex });
  }
  return store;
}

describe("postings", () => {
  const store = storeOf(
    "subject: office:minister, property: held-by, value: person:first, time: '2016'",
    "subject: office:minister, property: left-by, value: person:first, time: '2017'",
    "subject: office:minister, property: taken-up-by, value: person:second, time: '2017'",
    "subject: office:minister, property: held-by, value: person:second, time: 2020-09/2022-05-23",
  );
  const holdings = (time: string) =>
    viewPostings(store).map((posting) => `${posting.person} ${holdsWithin(posting, parseEdtf(time))}`);

  it("say certainly who held an office in a year that a source cites", () => {
    expect(holdings("2016")).toEqual(["person:first certain", "person:second no"]);
  });

  it("say of a day between two dates, with no end stated, that the holding is assumed and not certain", () => {
    expect(holdings("2018")).toEqual(["person:first no", "person:second assumed"]);
    expect(holdings("2020/2022")).toEqual(["person:first no", "person:second certain"]);
    const [, second] = viewPostings(store, () => ({ isContiguous: true, reason: "one decree" }));
    expect(second && holdsWithin(second, parseEdtf("2018"))).toBe("certain");
  });

  it("know the day on which an office was taken, whatever is assumed of the days after it", () => {
    const [posting] = viewPostings(
      storeOf(
        "subject: office:o, property: taken-up-by, value: person:p, time: 2017-03-01",
        "subject: office:o, property: held-by, value: person:p, time: '2019'",
      ),
    );
    const on = (time: string) => (posting === undefined ? "none" : holdsWithin(posting, parseEdtf(time)));
    expect(["2017-03-01", "2017-03-02", "2019", "2020"].map(on)).toEqual([
      "certain",
      "assumed",
      "certain",
      "possible",
    ]);
  });

  it("call both possible in the year of the change, as neither day is known", () => {
    expect(holdings("2017-06")).toEqual(["person:first possible", "person:second possible"]);
  });

  it("leave the start open that no source states", () => {
    const [first] = viewPostings(store);
    expect(first?.possible.from).toBeNull();
    expect(first?.possible.to).toBe(parseEdtf("2017-12-31").latest);
  });
});

describe("the claim model of time", () => {
  const only = (line: string) =>
    viewPostings(storeOf(`subject: office:o, property: held-by, value: person:p, ${line}`))[0];
  const on = (line: string, time: string) => {
    const posting = only(line);
    return posting === undefined ? "none" : holdsWithin(posting, parseEdtf(time));
  };

  it("an imprecise time is true on some day of it, a precise one on every day", () => {
    expect(on("time: '1988'", "1988-07-01")).toBe("possible");
    expect(on("time: '1988', bound: precise", "1988-07-01")).toBe("certain");
    expect(on("time: '1988', bound: precise", "1989-07-01")).toBe("possible");
  });

  it("a time that starts or ends a posting bounds it by the same statement", () => {
    expect(on("time: 1988/1990, bound: precise, starts: true", "1987-12-31")).toBe("no");
    expect(on("time: 1988/1990, bound: precise, ends: true", "1991-01-01")).toBe("no");
    expect(on("time: 1988/1990, bound: precise, starts: true", "1991-01-01")).toBe("possible");
    const posting = only("time: '1988', starts: true, ends: true");
    expect([posting?.taken.map(({ edtf }) => edtf), posting?.left.map(({ edtf }) => edtf)]).toEqual([
      ["1988"],
      ["1988"],
    ]);
  });
});

describe("sites", () => {
  const store = storeOf(
    "subject: site:dated, property: site-destroyed, value: x, time: 2018-07",
    "subject: site:undated, property: site-destroyed, value: x",
    "subject: site:later, property: site-destroyed, value: x, time: '2019'",
    "subject: site:threatened, property: site-threatened, value: x",
  );
  const statuses = (day: string) =>
    viewSites(store).map((site) => {
      const status = siteStatus(site, parseEdtf(day).latest);
      return `${site.id} ${status.code} ${status.certain ? "certainly" : "possibly"}`;
    });

  it("separate what was certainly destroyed by a day from what only may have been", () => {
    expect(statuses("2018-07-31")).toEqual([
      "site:dated destroyed certainly",
      "site:later other certainly",
      "site:threatened threatened possibly",
      "site:undated destroyed possibly",
    ]);
  });

  it("do not call a site certainly destroyed within the month in which it was", () => {
    expect(statuses("2018-07-15")[0]).toBe("site:dated destroyed possibly");
  });
});

describe("units", () => {
  const relation = (unit: string, parent: string, time?: string) =>
    `subject: body:${unit}, property: subordinate-to, value: body:${parent}${time === undefined ? "" : `, time: '${time}'`}`;

  it("climb to the superiors of the time, and to those of other times only where no better is known", () => {
    const relations = viewUnits(
      storeOf(
        relation("ward", "old-office", "1980"),
        relation("ward", "new-office", "1988"),
        relation("new-office", "ministry"),
      ),
    );
    const up = (time: string) =>
      chainOfCommand(relations, "body:ward", parseEdtf(time)).above.map(({ unit, strength }) => [
        unit,
        strength,
      ]);
    expect(up("1988-07")).toEqual([["body:new-office", "cited"]]);
    expect(up("1995")).toEqual([
      ["body:old-office", "other-times"],
      ["body:new-office", "other-times"],
    ]);
    const [office] = chainOfCommand(relations, "body:ward", parseEdtf("1988")).above;
    expect(office?.above.map(({ unit, strength }) => [unit, strength])).toEqual([
      ["body:ministry", "undated"],
    ]);
  });

  it("end where the statements lead in a circle, and say so", () => {
    const relations = viewUnits(storeOf(relation("a", "b"), relation("b", "a")));
    const [b] = chainOfCommand(relations, "body:a", parseEdtf("1988")).above;
    expect(b?.above).toMatchObject([{ unit: "body:a", isCircular: true, above: [] }]);
  });
});

describe("appeals", () => {
  it("keep addressees, the sending and the lack of a recorded answer apart", () => {
    const [appeal] = viewAppeals(
      storeOf(
        "subject: appeal:a, property: addressed-to, value: body:council",
        "subject: appeal:a, property: addressed-to, value: body:assembly",
        "subject: appeal:a, property: sent, time: 2020-09",
      ),
    );
    expect(appeal?.addressees).toEqual(["body:council", "body:assembly"]);
    expect(appeal?.sent?.edtf).toBe("2020-09");
    expect(appeal?.answers).toEqual([]);
  });
});
