import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const estimate = (...args: readonly string[]) => inquest(folder, "estimate", ...args, "--quiet");

/** Rows of a table with every pattern of its lists; `counts` by pattern 1, 2, 3 … */
const rowsOf = (counts: readonly number[], lists = 3) =>
  counts.map((count, i) => [...Array.from({ length: lists }, (_, j) => ((i + 1) >> j) & 1), count].join(","));
const COUNTS = [90, 80, 35, 60, 30, 28, 14];

const Numbers = z.object({ name: z.string(), interval: z.tuple([z.number(), z.number()]).nullable() });
const Report = z.object({ methods: z.array(Numbers) });
const Total = z.object({
  strata: z.array(z.object({ report: Report })),
  total: z
    .object({
      method: z.string(),
      models: z.array(z.string()),
      point: z.number().nullable(),
      interval: z.tuple([z.number(), z.number().nullable()]),
    })
    .nullable(),
  noTotal: z.string().nullable(),
});

beforeAll(() => {
  folder = temporaryFolder("estimate-many");
  write("one.csv", `A,B,C,count\n${rowsOf(COUNTS).join("\n")}\n`);
  write("other.csv", `A,B,D,count\n${rowsOf(COUNTS).join("\n")}\n`);
  write("turned.csv", `C,B,A,count\n${rowsOf(COUNTS).join("\n")}\n`);
  write("apart.csv", `A,B,C,count\n${rowsOf([400, 390, 12, 380, 11, 10, 2]).join("\n")}\n`);
  write("nobody.csv", "A,B,C,count\n1,0,0,0\n1,1,0,0\n");
  for (const name of ["unshared.csv", "unshared-too.csv"])
    write(name, "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n");
  const north = rowsOf(COUNTS).map((row) => `north,${row}`);
  write("north.csv", `place,A,B,C,count\n${north.join("\n")}\n`);
  write("two-places.csv", `place,A,B,C,count\n${[...north, "far,1,0,0,12", "far,0,1,0,9"].join("\n")}\n`);
  write("far.csv", "place,A,B,C,count\nfar,1,0,0,12\nfar,0,1,0,9\nnear,1,0,0,3\nnear,0,0,1,4\n");
});

describe("groups of one file", () => {
  it("have no total where none has a posterior, and the command ends with 5", async () => {
    const asked = ["--table", "far.csv", "--strata", "place", "--methods", "dga"];
    const { code, out } = await estimate(...asked);
    expect(code).toBe(5);
    expect(out).toContain("No total: no group has a posterior");
    expect(out).not.toContain("All groups together");
    const { total, noTotal } = Total.parse(JSON.parse((await estimate(...asked, "--json")).out));
    expect([total, noTotal]).toEqual([null, "no-posterior"]);
    expect((await estimate(...asked, "--lang", "fa")).out).toContain("جمعی در کار نیست");
  });

  it("have a lower end alone where one is left out, and no picture that would need the other", async () => {
    const asked = ["--table", "two-places.csv", "--strata", "place", "--methods", "dga"];
    const { code, out, err } = await estimate(...asked, "--plots", "pictures");
    expect(code, err).toBe(0);
    expect(out).toMatch(/All groups together: at least \d+, from sums of draws by dga/u);
    expect(out).toContain("Left out of the total because they have no posterior: far");
    expect(out).toContain("only the 21 people counted");
    const { total } = Total.parse(JSON.parse((await estimate(...asked, "--json")).out));
    expect(total?.point).toBeNull();
    expect(total?.interval[1]).toBeNull();
  });

  it("of one group are that group's own ensemble, and the models are named", async () => {
    const asked = ["--table", "north.csv", "--strata", "place", "--methods", "ensemble"];
    const { total, strata } = Total.parse(JSON.parse((await estimate(...asked, "--json")).out));
    expect(total?.method).toBe("ensemble");
    expect(total?.models).toEqual(["dga", "lcmcr", "logitNormal"]);
    expect(total?.interval).toEqual(strata[0]?.report.methods[0]?.interval);
    expect((await estimate(...asked)).out).toContain("by ensemble (hull of dga · lcmcr · logitNormal)");
  });

  it("are refused before any work where no method asked for can be added up", async () => {
    const { code, err } = await estimate(
      ...["--table", "missing.csv", "--strata", "place", "--methods", "chao,loglinear,chapman"],
    );
    expect(code).toBe(2);
    expect(err).toContain("can be neither added up");
  });
});

describe("several tables", () => {
  const Combined = z.object({
    combined: z.object({ method: z.string(), interval: z.null(), noInterval: z.string() }).nullable(),
    noCombined: z.string().nullable(),
  });

  it("of different lists are refused with their files and lists; the order of lists may differ", async () => {
    const { code, err } = await estimate("--table", "one.csv", "--table", "other.csv", "--methods", "dga");
    expect(code).toBe(3);
    expect(err).toContain("estimate/lists-differ");
    expect(err).toContain("one.csv has the lists A, B, C, other.csv has A, B, D");
    const turned = await estimate("--table", "one.csv", "--table", "turned.csv", "--methods", "dga");
    expect(turned.code, turned.err).toBe(0);
    expect(turned.out).toMatch(/Over 2 linkages: \d+ \[\d+ … \d+\], by dga/u);
  });

  it("far apart have no interval, and the reason is said", async () => {
    const asked = ["--table", "one.csv", "--table", "apart.csv", "--methods", "dga"];
    const { code, out } = await estimate(...asked);
    expect(code).toBe(0);
    expect(out).toContain("Over 2 linkages, by dga: no interval.");
    expect(out).toContain("fewer than 3 degrees of freedom");
    const { combined } = Combined.parse(JSON.parse((await estimate(...asked, "--json")).out));
    expect(combined?.noInterval).toBe("few-degrees");
  });

  it("without posteriors show their reports and say that nothing combines them", async () => {
    const asked = ["--table", "unshared.csv", "--table", "unshared-too.csv", "--methods", "dga"];
    const { code, out } = await estimate(...asked);
    expect(code).toBe(5);
    expect(out).toContain("No combined number: no method gives a posterior");
    const { noCombined } = Combined.parse(JSON.parse((await estimate(...asked, "--json")).out));
    expect(noCombined).toBe("no-posterior");
    const one = await estimate("--table", "one.csv", "--table", "unshared.csv", "--methods", "dga");
    expect(one.code).toBe(0);
    expect(one.out).toContain("one table alone has a posterior");
    const none = await estimate("--table", "one.csv", "--table", "missing.csv", "--methods", "loglinear");
    expect(none.code).toBe(2);
  });

  it("name the one that counts nobody before any is estimated", async () => {
    const { code, err } = await estimate("--table", "one.csv", "--table", "nobody.csv", "--methods", "dga");
    expect(code).toBe(3);
    expect(err).toContain("nobody.csv: The table counts nobody");
    write("empty.csv", "");
    const empty = await estimate("--table", "one.csv", "--table", "empty.csv", "--methods", "dga");
    expect(empty.code).toBe(3);
    expect(empty.err).toContain("empty.csv: The first row");
    write("one-list.csv", "A,B,C,count\n1,0,0,7\n0,1,0,0\n");
    const alone = await estimate("--table", "one-list.csv", "--methods", "dga");
    expect(alone.err).toContain("one-list.csv: A capture table has 2 to 16 lists");
  });
});

describe("options of an estimate", () => {
  it.each([
    ["--seed without --bootstrap", ["--table", "one.csv", "--methods", "loglinear", "--seed", "3"], "--seed"],
    ["--rounds without chains", ["--table", "one.csv", "--methods", "dga", "--rounds", "300"], "--rounds"],
    ["--diagnose of groups", ["--table", "north.csv", "--strata", "place", "--diagnose"], "--diagnose"],
    ["--methods of a case", ["--case", "case", "--methods", "dga"], "--methods"],
    ["--strata of a case", ["--case", "case", "--strata", "place"], "--strata"],
    ["--rounds of a case", ["--case", "case", "--rounds", "300"], "--rounds"],
    ["a table and a case", ["--case", "case", "--table", "one.csv"], "--case"],
  ])("are refused where they would be passed over: %s", async (_, args, named) => {
    const { code, err } = await estimate(...args);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });
});

it("an estimate whose every method was refused ends with 5", async () => {
  expect((await estimate("--table", "unshared.csv", "--methods", "loglinear,dga")).code).toBe(5);
  write("single.csv", "A,B,count\n1,1,1\n");
  expect((await estimate("--table", "single.csv", "--methods", "chao")).out).toContain("1 person on 2 lists");
  expect((await estimate("--table", "one.csv", "--methods", "chapman,dga")).code).toBe(0);
});
