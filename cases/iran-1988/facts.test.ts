import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Statement } from "../../src/statements/index.ts";
import { readBeside, readShippedCase } from "../read-shipped-case.ts";

const Row = z.object({
  id: z.string(),
  kind: z.string(),
  object: z.string(),
  unit: z.string(),
  date: z.string(),
  place: z.string(),
  speaker: z.string(),
  chain: z.string(),
  standing: z.enum(["reported", "alleged", "open"]),
  publication: z.string(),
});

const facts = readBeside("cases/iran-1988/facts.csv");
const article = readBeside("cases/iran-1988/article.txt");
const shipped = readShippedCase("iran-1988");

/** The columns by position: the header calls two of them by words that mean something else here. */
const rows = facts === null ? [] : parse(facts, { from_line: 2 }).map(toRow);

function toRow(cells: readonly string[]) {
  const [id, kind, , , object, unit, date, place, speaker, chain, standing, publication] = cells;
  return Row.parse({ id, kind, object, unit, date, place, speaker, chain, standing, publication });
}

const SPEAKERS = new Map([
  ["the article", "speaker:the-article"],
  ["joint statement", "speaker:joint-statement"],
  ["audio recording", "speaker:audio-recording"],
  ["Amnesty International", "speaker:amnesty-international"],
  ["Amnesty International (MDE 13/9421/2018)", "speaker:amnesty-international"],
  ["UN experts' letter", "speaker:un-experts-letter"],
  ["Maryam Rajavi", "speaker:rajavi"],
  ["NCRI", "speaker:ncri"],
  ["PMOI/MEK", "speaker:pmoi"],
  ["Hussein-Ali Montazeri (memoirs)", "speaker:montazeri"],
  ["encyclopaedia article", "speaker:encyclopaedia"],
  ["compilers of 'The victims of 1988 massacre', call4justice.iran-hrm.com", "speaker:call4justice"],
]);

const NOTES = new Map([
  ["article", "article-2022-05-23"],
  ["1988 executions of Iranian political prisoners, English Wikipedia, stored copy", "encyclopaedia"],
  ["Deseret News, 1988-12-13", "deseret-news-1988-12-13"],
  ["call4justice.iran-hrm.com/index.php/the-victims/", "call4justice-list"],
]);

/** Open ends as the file writes them, and the two rows whose ends are statements of their own. */
const TIMES = new Map([
  ["F13", "2016"],
  ["F14", "2017"],
  ["F16", "2013"],
  ["F42", "1988/.."],
]);

const byKey = new Map(shipped.statements.map((statement) => [statement.key, statement]));

function statementOf(key: string): Statement {
  const statement = byKey.get(key);
  if (statement === undefined) throw new Error(`no statement has the key ${key}`);
  return statement;
}

describe.skipIf(facts === null)("iran-1988 beside the list of facts (skipped without ../shared)", () => {
  it("tells each of the 52 facts", () => {
    expect(rows.length).toBe(52);
    expect(rows.map((row) => row.id).filter((id) => !byKey.has(id))).toEqual([]);
  });

  it.each(rows)("gives $id its speaker, chain, standing, source, time and place", (row) => {
    const statement = statementOf(row.id);
    expect(statement.speaker).toBe(SPEAKERS.get(row.speaker));
    expect(statement.chain).toBe(row.chain.split(" via ")[0]);
    expect(statement.via !== undefined).toBe(row.chain.includes(" via "));
    expect(statement.standing).toBe(row.standing);
    expect(statement.access).toBe(row.standing === "alleged" ? "restricted" : "open");
    expect(statement.source).toBe(NOTES.get(row.publication));
    const isCitedOffice = row.id === "F09" || row.id === "F12";
    const time = isCitedOffice ? "[2020-09..2022-05-23]" : (TIMES.get(row.id) ?? row.date);
    expect(statement.time ?? "").toBe(time);
    expect(statement.place).toBe(
      row.place === "" ? undefined : `place:${row.place.toLowerCase().replace(" ", "-")}`,
    );
  });

  it.each(rows.filter((row) => /^\d+(\/\d+)?$/u.test(row.object)))(
    "counts in $id what the row counts",
    (row) => {
      const { value } = statementOf(row.id);
      const [low, high = low] = row.object.split("/").map(Number);
      if (value.kind !== "quantity") throw new Error(`${row.id} is no count`);
      for (const bound of [value.min, value.max]) expect([null, low, high]).toContain(bound);
      expect([value.min, value.max]).not.toEqual([null, null]);
    },
  );

  it("copies no run of six words of the article or of the list of facts", () => {
    const taken = runsOf([article ?? "", facts ?? ""].join("\n\n"));
    const copied = shipped.files.flatMap(({ name, text }) =>
      [...runsOf(withoutNames(text))].filter((run) => taken.has(run)).map((run) => `${name}: ${run}`),
    );
    expect(copied).toEqual([]);
  });
});

describe("the statements of iran-1988", () => {
  const voices = new Map(shipped.subjects.map((subject) => [subject.id, subject.independenceGroup]));
  const range = (key: string) => {
    const { value } = statementOf(key);
    return value.kind === "quantity" ? [value.min, value.max] : null;
  };

  it("hold F01 and F02 to be two mentions by one voice, and no other total by that voice", () => {
    const voiceOf = (key: string) => voices.get(statementOf(key).speaker);
    expect(voiceOf("F01")).toBe(voiceOf("F02"));
    expect(new Set(["F01", "F48", "F49", "F51", "F52"].map(voiceOf)).size).toBe(5);
    expect(voiceOf("F49")).toBe(voiceOf("F50"));
  });

  it("keep bounds as bounds and words as words", () => {
    expect(["F01", "F02", "F33", "F48", "F50", "F51", "F52"].map(range)).toEqual([
      [30_000, null],
      [30_000, 30_000],
      [null, 36],
      [2800, 3800],
      [300, null],
      [32, null],
      [3200, null],
    ]);
    expect(range("F49")).toEqual([null, null]);
    expect(statementOf("F50").property).toBe("persons-executed-in-period");
  });

  it("report Khavaran as threatened only, and date only the destructions that are dated", () => {
    const life = shipped.statements.filter(({ subject }) => subject.startsWith("site:"));
    const khavaran = life.filter(({ subject }) => subject === "site:khavaran");
    expect(khavaran.map(({ property }) => property)).toEqual(["site-threatened"]);
    const dated = life.filter(({ time }) => time !== undefined).map(({ key, time }) => `${key} ${time}`);
    expect(dated).toEqual(["F38 2017", "F39 2017", "F40 2018-07"]);
    expect(life.some(({ property }) => property === "coordinate")).toBe(false);
  });

  it("give the ministers of justice of 2016 and of 2018, and no start in 2013", () => {
    const ministers = shipped.statements.filter(
      ({ subject, access }) => subject === "office:minister-of-justice" && access === "open",
    );
    expect(ministers.map(({ key, property, time }) => `${key} ${property} ${time ?? "undated"}`)).toEqual([
      "F13 held-by 2016",
      "F13b left-by 2017",
      "F13c appointed-by undated",
      "F14 taken-up-by 2017",
      "F14b held-by [2020-09..2022-05-23]",
    ]);
  });

  it("place cities no finer than ten kilometres", () => {
    const points = shipped.statements.flatMap(({ value }) => (value.kind === "point" ? [value] : []));
    expect(points.length).toBe(4);
    for (const { accuracyM } of points) expect(accuracyM).toBeGreaterThanOrEqual(10_000);
  });
});

/** Every run of six words, in lower case, without punctuation; a hyphenated id is one word. */
function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const part of text.split("¶")) {
    const words =
      part
        .toLowerCase()
        .replaceAll("’", "'")
        .match(/[\p{L}\p{N}'-]+/gu) ?? [];
    for (let at = 0; at + 6 <= words.length; at += 1) runs.add(words.slice(at, at + 6).join(" "));
  }
  return runs;
}

/** Names and titles are the same in any words: each becomes a break between runs. */
function withoutNames(text: string): string {
  const names = [
    "Continuing a Lengthy Campaign, Experts Urge Investigation Into Iran’s 1988 Massacre",
    "Justice for the Victims of the 1988 Massacre in Iran",
    "People’s Mojahedin Organization of Iran (PMOI/MEK)",
    "1988 executions of Iranian political prisoners",
    "call4justice.iran-hrm.com/index.php/the-victims/",
    "United States House of Representatives",
    "High Commissioner for Human Rights",
    "UN Human Rights Council",
  ];
  return names.reduce((rest, name) => rest.replaceAll(name, "¶"), text);
}
