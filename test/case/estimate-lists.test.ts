import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const estimate = (...args: readonly string[]) => inquest(folder, "estimate", ...args, "--quiet");

const Report = z.object({
  table: z.object({ lists: z.array(z.string()), n: z.number() }),
  methods: z.array(
    z.object({
      name: z.string(),
      point: z.number(),
      settings: z.looseObject({ classCount: z.number().optional() }),
    }),
  ),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
});
const reportOf = async (...args: readonly string[]) =>
  Report.parse(JSON.parse((await estimate(...args, "--json")).out));

beforeAll(() => {
  folder = temporaryFolder("estimate-lists");
  // Of A and B together: 90 + 80 + 35 alone, 30 + 28 + 14 with C, 60 on C alone.
  write("three.csv", "A,B,C,count\n1,0,0,90\n0,1,0,80\n1,1,0,35\n0,0,1,60\n1,0,1,30\n0,1,1,28\n1,1,1,14\n");
  write("merged.csv", "AB,C,count\n1,0,205\n0,1,60\n1,1,72\n");
  write(
    "four.csv",
    "A,B,C,D,count\n1,0,0,0,90\n0,1,0,0,80\n0,0,1,0,70\n0,0,0,1,60\n1,1,0,0,30\n0,1,1,0,28\n0,0,1,1,25\n1,0,0,1,14\n1,1,1,0,9\n0,1,1,1,8\n1,1,1,1,3\n",
  );
  write(
    "lists.yaml",
    [
      'A: { drawsOn: [paper], covers: "1988", why: its foreword }',
      'B: { drawsOn: [paper], covers: "1988", why: its foreword }',
      'C: { covers: "1988, Tehran", couldNotRecord: [the untried], why: its title }',
      "paper: { drawsOn: [somebody], why: it says so }",
    ].join("\n"),
  );
});

describe("lists that count as one", () => {
  it("give the estimate of the table that has them as one list", async () => {
    const asked = ["--methods", "chapman,chao"];
    const merged = await reportOf("--table", "three.csv", "--merge", "A,B", ...asked);
    const byHand = await reportOf("--table", "merged.csv", ...asked);
    expect(merged.table).toEqual({ ...byHand.table, lists: ["A+B", "C"] });
    expect(merged.methods.map(({ point }) => point)).toEqual(byHand.methods.map(({ point }) => point));
  });

  it.each([
    [["--merge", "A,X"], 'a list "X", which the table has not; its lists are A, B, C'],
    [["--merge", "A"], "two lists or more"],
    [["--merge", "A,B", "--merge", "B,C"], 'names the list "B" twice'],
  ])("are told apart from what is none: %j", async (options, text) => {
    const { code, err } = await estimate("--table", "three.csv", ...options);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });
});

describe("what is said of the lists of a table", () => {
  const said = ["--table", "four.csv", "--methods", "chao", "--provenance", "lists.yaml"];

  it("warns of what the counts cannot show, and of the option that joins lists", async () => {
    const { warnings } = await reportOf(...said);
    const codes = warnings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["LISTS_COPY_EACH_OTHER", "LIST_WITH_ZERO_CATCHABILITY", "OPEN_POPULATION"]),
    );
    const { out } = await estimate(...said);
    expect(out).toContain("A and B are known to draw both on paper");
    expect(out).toContain("--merge A,B");
  });

  it("is followed into lists that were joined: what lies within one is no longer warned of", async () => {
    const { warnings } = await reportOf(...said, "--merge", "A,B");
    expect(warnings.map(({ code }) => code)).not.toContain("LISTS_COPY_EACH_OTHER");
  });

  it("is refused with file and line where it is wrong, and where it speaks of no list of the table", async () => {
    write("wrong.yaml", "A: { covers: 1988, why: its foreword }\n");
    const wrong = await estimate("--table", "four.csv", "--provenance", "wrong.yaml");
    expect([wrong.code, wrong.err]).toEqual([
      3,
      expect.stringContaining('wrong.yaml, line 1, "A": "covers"'),
    ]);
    write("other.yaml", "Z: { covers: x, why: its foreword }\n");
    const other = await estimate("--table", "four.csv", "--provenance", "other.yaml");
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('a list "Z"')]);
  });
});

describe("how latent classes are drawn", () => {
  it("has as many classes as asked for, also in the script for R", async () => {
    const asked = ["--table", "three.csv", "--methods", "lcmcr", "--classes", "3", "--reproduce", "script"];
    const { methods } = await reportOf(...asked);
    expect(methods.map(({ settings }) => settings.classCount)).toEqual([3]);
    expect(readFileSync(join(folder, "script", "reproduce.R"), "utf8")).toMatch(/lcmcr\(3, /u);
  });

  it.each([
    [["--methods", "dga", "--classes", "3"], "--classes goes with"],
    [["--methods", "lcmcr", "--classes", "1"], "from 2 to 50"],
    [["--methods", "dga", "--rounds", "100"], "--rounds goes with"],
  ])("is refused where it would be passed over: %j", async (options, text) => {
    const { code, err } = await estimate("--table", "three.csv", ...options);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });

  it("is as long as asked for with normal visibility too", async () => {
    const { out } = await estimate("--table", "three.csv", "--methods", "logitNormal", "--rounds", "20");
    expect(out).toContain("CHAINS_DISAGREE");
  });
});

describe("diagnostics in words", () => {
  it("give each number with its interval, and say which known numbers a method missed", async () => {
    const { out } = await estimate("--table", "four.csv", "--methods", "chao", "--diagnose");
    for (const heading of [
      "Pairs of lists",
      "Without one list:",
      "Two lists as one:",
      "People on one list",
      "Graphs with other prior counts:",
      "Graphs with the number unseen ending sooner",
      "What the best log-linear model expects",
    ]) {
      expect(out).toContain(heading);
    }
    expect(out).toMatch(/A, \d+ people: {2}chao \[\d+ … \d+\] \d+ \((holds|misses it)\)/u);
    expect(out).toMatch(/chao holds \d of 4\./u);
  });
});
