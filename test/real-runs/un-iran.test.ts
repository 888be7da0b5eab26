import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type CaseReader, type OpenCase, openCase, readCase, verifyCase } from "../../src/case/index.ts";
import { inquest } from "../case/cli-fixture.ts";
import { fixedSurroundings, sharedFile, temporaryFolder } from "../case-fixture.ts";

const FILES = ["unga_iran_roll_calls.csv", "unga_iran_votes.csv", "upr_recommendations_iran.csv"];
const paths = FILES.map((name) => sharedFile("cases", "un-iran", name));

const recipe = {
  v: 1,
  lists: {
    recommendations: {
      file: FILES[2],
      of: "recommendations",
      concerns: { columns: ["To", "Text"], words: ["Iran"] },
      fields: {
        addressee: { column: "To" },
        sender: { column: "From" },
        asks: { column: "Text" },
        answer: { column: "Response", codes: { Accepted: "accepted", Noted: "noted" } },
        session: { column: "Session" },
      },
    },
    "roll-calls": {
      file: FILES[0],
      of: "roll-calls",
      id: "rcid",
      body: "General Assembly of the United Nations",
      concerns: { columns: ["descr"], words: ["Iran"] },
      fields: {
        session: { column: "session" },
        date: { column: "date", dateOrder: "ymd" },
        resolution: { column: "unres" },
        title: { column: "descr" },
      },
    },
    votes: {
      file: FILES[1],
      of: "votes",
      fields: {
        rollCall: { column: "rcid" },
        state: { column: "country" },
        vote: { column: "vote", codes: { yes: "yes", no: "no", abstain: "abstain" } },
      },
    },
  },
};

describe.skipIf(paths.includes(null))(
  "what the United Nations said of Iran (skipped without ../shared)",
  () => {
    let folder = "";
    let opened: OpenCase;
    let reader: CaseReader;

    beforeAll(async () => {
      folder = temporaryFolder("un-iran");
      for (const [at, path] of paths.entries())
        if (path !== null) copyFileSync(path, join(folder, FILES[at] ?? ""));
      writeFileSync(join(folder, "recipe.json"), JSON.stringify(recipe));
      await inquest(folder, "init", "c", "--title", "UN");
      const { code, err } = await inquest(
        folder,
        "import",
        "--recipe",
        "recipe.json",
        "--case",
        "c",
        "--quiet",
      );
      expect({ code, err }).toMatchObject({ code: 0 });
      opened = await openCase({
        dir: join(folder, "c"),
        mode: "read",
        surroundings: fixedSurroundings(folder),
      });
      reader = await readCase(opened);
      return () => opened.close();
    });

    it("511 recommendations are appeals of States: 257 accepted, 254 noted, known by session and not by day", () => {
      const view = reader.recommendations({ offset: 0, limit: 1000 }, "en");
      expect(view.total).toBe(511);
      expect(view.facets.answer).toEqual([
        { value: "accepted", count: 257 },
        { value: "noted", count: 254 },
      ]);
      expect(
        view.rows.every(({ time, session, to }) => time === null && session !== null && to === "Iran"),
      ).toBe(true);
      console.log(
        `recommendations: ${view.total} of ${view.facets.from.length} States, ${view.facets.session.map(({ value, count }) => `session ${value}: ${count}`).join(", ")}`,
      );
    });

    it("they stand beside the roll of appeals, with their answers", async () => {
      const { out } = await inquest(folder, "appeals", "c", "--on", "2026-01-01");
      expect(out).toContain("511 recommendations of States (accepted 257, noted 254)");
      expect(out).toContain("41 roll calls");
    });

    it("41 roll calls are acts of the General Assembly, each with the vote of every State that is listed", () => {
      const { rollCalls, strayVotes } = reader.rollCalls("en");
      expect([rollCalls.length, strayVotes]).toEqual([41, 0]);
      expect(
        rollCalls.every(
          ({ body, time }) => body === "General Assembly of the United Nations" && time !== null,
        ),
      ).toBe(true);
      const votes = rollCalls
        .flatMap(({ counts }) => counts.map(({ count }) => count))
        .reduce((a, b) => a + b, 0);
      expect(votes).toBe(6909);
      const year = reader.rollCall("R/43/137", "fa");
      expect(year.time?.gregorian).toContain("۱۹۸۸");
      expect(year.counts).toEqual([
        { value: "yes", count: 61 },
        { value: "abstain", count: 44 },
        { value: "no", count: 25 },
      ]);
    });

    it("a row whose words do not show that it concerns Iran is listed and kept", async () => {
      const { problems } = await opened.problems("roll-calls");
      expect(problems.map(({ code, params }) => [code, params.columns])).toEqual([
        ["intake/not-shown-to-concern", "descr"],
      ]);
      expect((await opened.problems("recommendations")).problems).toEqual([]);
    });

    it("persons, answers and verification are as they were", async () => {
      expect(reader.summary("en").counts).toMatchObject({ persons: 0, records: 0 });
      expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
    });
  },
);
