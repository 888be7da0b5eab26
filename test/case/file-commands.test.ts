import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

const Report = z.strictObject({
  table: z.looseObject({ lists: z.array(z.string()), n: z.number() }),
  methods: z.array(
    z.strictObject({
      name: z.enum(["chapman", "chao", "loglinear", "dga", "lcmcr", "logitNormal", "ensemble"]),
      point: z.number(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      kind: z.string(),
      settings: z.looseObject({}),
    }),
  ),
  warnings: z.array(z.strictObject({ code: z.string(), text: z.string().min(1) })),
  refused: z.array(z.strictObject({ name: z.string(), code: z.string(), text: z.string().min(1) })),
});

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe("commands on plain files, without a case", () => {
  beforeAll(() => {
    folder = temporaryFolder("files");
  });

  it("estimate from a table of counts, whatever its delimiter", async () => {
    write("counts.csv", "A;B;count\n1;0;50\n0;1;40\n1;1;10\n");
    const { code, out } = await inquest(folder, "estimate", "--table", "counts.csv", "--json");
    expect(code).toBe(0);
    const report = Report.parse(JSON.parse(out));
    const chapman = report.methods.find((method) => method.name === "chapman");
    expect(chapman?.point).toBeCloseTo((61 * 51) / 11 - 1, 6);
    expect(report.warnings.map((warning) => warning.code)).toContain("TWO_LISTS");
  });

  it("estimate by the methods asked for, by groups, and over several linkages", async () => {
    const cells = (counts: readonly number[]) =>
      counts.map((count, i) => [...[0, 1, 2].map((j) => ((i + 1) >> j) & 1), count]);
    const one = [90, 80, 35, 60, 30, 28, 14];
    const rows = (counts: readonly number[]) =>
      cells(counts)
        .map((row) => row.join(","))
        .join("\n");
    write("one.csv", `A,B,C,count\n${rows(one)}\n`);
    write("two.csv", `A,B,C,count\n${rows(one.map((count) => count + 3))}\n`);
    const asked = ["--methods", "chao,dga,lcmcr", "--json", "--quiet"];
    const single = await inquest(folder, "estimate", "--table", "one.csv", ...asked);
    const names = Report.parse(JSON.parse(single.out)).methods.map((method) => method.name);
    expect(names).toEqual(["chao", "dga", "lcmcr"]);
    const linked = await inquest(folder, "estimate", "--table", "one.csv", "--table", "two.csv", ...asked);
    const { combined } = z
      .object({ combined: z.object({ linkageShare: z.number(), replicates: z.literal(2) }) })
      .parse(JSON.parse(linked.out));
    expect(combined.linkageShare).toBeGreaterThan(0);
    expect(combined.linkageShare).toBeLessThan(0.9);
    const grouped = cells(one).flatMap((row) => [`north,${row.join(",")}`, `south,${row.join(",")}`]);
    write("groups.csv", `place,A,B,C,count\n${grouped.join("\n")}\n`);
    const groups = await inquest(folder, "estimate", "--table", "groups.csv", "--strata", "place", ...asked);
    const { strata, total } = z
      .object({
        strata: z.array(z.object({ name: z.string(), report: Report })),
        total: z.object({ point: z.number(), withoutPosterior: z.array(z.string()) }),
      })
      .parse(JSON.parse(groups.out));
    expect(strata.map(({ name }) => name)).toEqual(["north", "south"]);
    expect(total.withoutPosterior).toEqual([]);
    expect(total.point).toBeGreaterThan(2 * one.reduce((sum, count) => sum + count, 0));
    const wrong = await inquest(folder, "estimate", "--table", "one.csv", "--methods", "guess");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("lcmcr");
    const shown = await inquest(folder, "estimate", "--table", "one.csv", "--methods", "chao", "--diagnose");
    expect(shown.out).toContain("A+B");
  });

  it("bootstrap the log-linear search, or ask for one model and hear why it has no number", async () => {
    const Bootstrap = z.object({
      point: z.number(),
      interval: z.tuple([z.number(), z.number()]),
      profile: z.tuple([z.number(), z.number()]),
      replicates: z.literal(200),
      seed: z.literal(7),
    });
    write("avoiding.csv", "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n");
    const estimate = (...options: string[]) =>
      inquest(folder, "estimate", "--table", "avoiding.csv", "--methods", "loglinear", ...options);
    const people = (value: number) => value.toLocaleString("en");
    const drawn = ["--bootstrap", "200", "--seed", "7"];
    const [first, again] = [await estimate(...drawn, "--json"), await estimate(...drawn, "--json")];
    expect(again.out).toBe(first.out);
    const [loglinear] = Report.parse(JSON.parse(first.out)).methods;
    const { interval, point } = Bootstrap.parse(loglinear?.settings.bootstrap);
    expect(point).toBeCloseTo(539.0939303, 6);
    expect(interval[0]).toBeGreaterThan(96);
    expect(interval[1]).toBeGreaterThan(point);
    const shown = await estimate(...drawn);
    expect(shown.out).toContain(
      `bootstrap [${people(Math.floor(interval[0]))} … ${people(Math.ceil(interval[1]))}] (BCa`,
    );
    expect(shown.out).toContain("profile [285 … 1,268]");
    const asked = Report.parse(JSON.parse((await estimate("--model", "[12,3]", "--json")).out));
    expect(asked.methods).toEqual([]);
    expect(asked.refused.map(({ name, code }) => [name, code])).toEqual([
      ["loglinear", "MLE_DOES_NOT_EXIST"],
    ]);
    expect((await estimate("--model", "[12,4]")).err).toContain("estimate/model");
    for (const wrong of [
      ["--bootstrap", "9"],
      ["--bootstrap", "200", "--model", "[12,3]"],
    ])
      expect((await estimate(...wrong)).code).toBe(2);
    const other = ["--methods", "chao", "--model", "[12,3]"];
    expect((await inquest(folder, "estimate", "--table", "avoiding.csv", ...other)).code).toBe(2);
  });

  it("refuse a broken table with row and column, and exit 3", async () => {
    write("broken.csv", "A,B,count\n1,0,-5\n");
    const { code, err } = await inquest(folder, "estimate", "--table", "broken.csv", "--json");
    expect(code).toBe(3);
    expect(err).toContain("broken.csv, line 2");
    expect((await inquest(folder, "estimate", "--table", "none.csv")).code).toBe(3);
  });

  it("link two lists in two scripts and write clusters and scored pairs", async () => {
    write("fa.csv", "id,نام,مرگ\n1,مریم قربانی,1367/05/08\n2,حسین رضایی,1367/06/01\n3,ناشناس,1367/05/08\n");
    write("en.csv", "id,name,died\na,Maryam Ghorbani,1988-07-30\nb,Peyman Sohrabi,1988-09-02\n");
    write(
      "recipe.json",
      JSON.stringify({
        v: 1,
        lists: {
          fa: {
            id: "id",
            fields: { name: { column: "نام" }, death: { column: "مرگ", calendar: "solar-hijri" } },
          },
          en: { id: "id", fields: { name: { column: "name" }, death: { column: "died" } } },
        },
      }),
    );
    const args = ["--list", "fa=fa.csv", "--list", "en=en.csv", "--recipe", "recipe.json"];
    const outcome = await inquest(
      folder,
      "link",
      ...args,
      "--out",
      "clusters.csv",
      "--pairs",
      "pairs.csv",
      "--json",
    );
    expect(outcome.code, outcome.err).toBe(0);
    const clusters = readFileSync(join(folder, "clusters.csv"), "utf8").trim().split("\n");
    expect(clusters[0]).toBe("list,record_id,cluster_id");
    expect(clusters).toHaveLength(6);
    expect(readFileSync(join(folder, "pairs.csv"), "utf8")).toContain("weight_bits");
    // The record without a name stays alone, whatever its date.
    const unnamed = clusters.find((line) => line.startsWith("fa,3,"));
    expect(clusters.filter((line) => line.endsWith(`,${unnamed?.split(",")[2]}`))).toHaveLength(1);
  });

  it("say what is missing when a list has no file or no recipe", async () => {
    expect(
      (await inquest(folder, "link", "--list", "fa", "--recipe", "recipe.json", "--out", "x.csv")).code,
    ).toBe(2);
    const unknown = await inquest(
      folder,
      "link",
      "--list",
      "xx=fa.csv",
      "--recipe",
      "recipe.json",
      "--out",
      "x.csv",
    );
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("fa, en");
  });
});
