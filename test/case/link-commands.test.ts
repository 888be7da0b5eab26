import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow } from "./linked-lists.ts";

const Figure = z.strictObject({
  value: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
const Evaluated = z.looseObject({
  evaluation: z.looseObject({
    records: z.number(),
    pairwise: z.looseObject({ f1: Figure, sharedPairs: z.number(), truePairs: z.number() }),
    distinctPersons: z.strictObject({ found: z.number(), truth: z.number(), error: Figure }),
    unusedTruthRows: z.number(),
    blocking: z.strictObject({
      candidatePairs: z.number(),
      truePairs: z.number(),
      met: z.number(),
      completeness: z.number().nullable(),
    }),
    slices: z.array(z.looseObject({ slice: z.string(), value: z.string() })),
  }),
});
const Reviewed = z.looseObject({
  review: z.looseObject({
    precision: z.looseObject({ value: z.number() }).nullable(),
    recall: z.looseObject({ value: z.number() }).nullable(),
    unsampled: z.array(z.string()),
  }),
});
const Explained = z.looseObject({
  together: z.boolean(),
  priorBits: z.number(),
  weightBits: z.number(),
  decidedBits: z.number(),
  steps: z.array(
    z.looseObject({ comparison: z.string(), level: z.string(), bits: z.number(), isMissing: z.boolean() }),
  ),
  joint: z.array(z.looseObject({ bits: z.number() })),
  missing: z.array(z.string()),
  rules: z.array(z.looseObject({ rule: z.string(), blockSize: z.number() })),
  judgements: z.array(z.looseObject({ decision: z.string(), isDirect: z.boolean() })),
  isAsRecorded: z.boolean().optional(),
});

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const LISTS = ["--list", "fa=fa.csv", "--list", "en=en.csv", "--recipe", "recipe.json"];
const link = (...more: readonly string[]) =>
  inquest(folder, "link", ...LISTS, "--out", "clusters.csv", ...more);
const explain = (...words: readonly string[]) =>
  inquest(folder, "link", "explain", ...words, ...LISTS, "--json");

/** Thirty-six people on a Persian list, two thirds of them on an English one; the last has no date there. */
beforeAll(() => {
  folder = temporaryFolder("link-commands");
  const [fa, en, truth] = [["id,نام,مرگ"], ["id,name,died"], ["list,record_id,cluster"]];
  for (const person of everyone) {
    const [persian, latin] = [fictionalRow("persian", person), fictionalRow("latin", person)];
    fa.push(`${persian.id},${persian.name},${persian.died}`);
    truth.push(`fa,${persian.id},p${person}`);
    if (person % 3 === 2) continue;
    en.push(`${latin.id},${latin.name},${person === 34 ? "" : latin.died}`);
    truth.push(`en,${latin.id},p${person}`);
  }
  truth.push("other,1,nobody");
  write("fa.csv", fa.join("\n"));
  write("en.csv", en.join("\n"));
  write("truth.csv", truth.join("\n"));
  const fields = { name: { column: "نام" }, death: { column: "مرگ", calendar: "solar-hijri" } };
  const lists = {
    fa: { id: "id", fields },
    en: { id: "id", fields: { name: { column: "name" }, death: { column: "died" } } },
  };
  write("recipe.json", JSON.stringify({ v: 1, lists }));
});

describe("inquest link against a truth", () => {
  it("prints pairs, clusters, persons and slices, the same twice", async () => {
    const { code, out, err } = await link("--truth", "truth.csv", "--json");
    expect(code, err).toBe(0);
    const { evaluation } = Evaluated.parse(JSON.parse(out));
    expect(evaluation).toMatchObject({ records: 60, unusedTruthRows: 1 });
    expect(evaluation.pairwise.truePairs).toBe(24);
    // Few records: every pair is compared.
    expect(evaluation.blocking).toMatchObject({ completeness: 1, candidatePairs: (60 * 59) / 2 });
    expect(evaluation.pairwise.f1.value).toBeGreaterThan(0.8);
    expect(evaluation.distinctPersons.truth).toBe(36);
    const kinds = evaluation.slices.map(({ slice, value }) => `${slice} ${value}`);
    expect(kinds).toEqual(expect.arrayContaining(["script arabic – latin", "list en – fa", "dates none"]));
    expect((await link("--truth", "truth.csv", "--json")).out).toBe(out);
  });

  it("prints them in words, with Persian digits in Persian", async () => {
    const english = await link("--truth", "truth.csv");
    expect(english.out).toMatch(/pairs {5}precision [\d.]+ \[/u);
    const persian = await link("--truth", "truth.csv", "--lang", "fa");
    expect(persian.out).toMatch(/اشخاص جداگانه {2}[۰-۹]+/u);
    expect(persian.out).not.toContain("evaluate.");
    // In words of the language, but for the names of lists and of the measure.
    expect(persian.out.replace(/F1|\b(?:fa|en)\b/gu, "")).not.toMatch(/[A-Za-z]{2}/u);
  });

  it("refuses a truth that misses a record, speaks of one twice or lacks a column", async () => {
    const lines = readFileSync(join(folder, "truth.csv"), "utf8").split("\n");
    write("short.csv", lines.filter((line) => !line.startsWith("fa,f3,")).join("\n"));
    write("twice.csv", [...lines, "fa,f3,p4"].join("\n"));
    write("odd.csv", "list,id,cluster\nfa,f3,p3\n");
    const refusal = async (file: string) => {
      const { code, err } = await link("--truth", file);
      return { code, err };
    };
    expect(await refusal("short.csv")).toMatchObject({ code: 3, err: expect.stringContaining("fa:f3") });
    expect(await refusal("twice.csv")).toMatchObject({ code: 3, err: expect.stringContaining("fa:f3") });
    expect(await refusal("odd.csv")).toMatchObject({ code: 3, err: expect.stringContaining("record_id") });
  });
});

describe("inquest link with judged pairs", () => {
  it("draws pairs to judge, and tells precision and recall once they are", async () => {
    const { code, out } = await link("--sample", "to-judge.csv");
    expect(code).toBe(0);
    expect(out).toContain("to-judge.csv");
    const [heading = "", ...rows] = readFileSync(join(folder, "to-judge.csv"), "utf8").trim().split("\n");
    expect(heading.split(",").slice(0, 2)).toEqual(["list_a", "record_id_a"]);
    expect(rows.length).toBeGreaterThan(15);
    const columns = heading.split(",");
    const judged = rows.map((row) => {
      const cells = row.split(",");
      const person = (column: string) => cells[columns.indexOf(column)]?.slice(1);
      return `${row}${person("record_id_a") === person("record_id_b") ? "same" : "different"}`;
    });
    write("judged.csv", [heading, ...judged].join("\n"));
    const { review } = Reviewed.parse(JSON.parse((await link("--judgements", "judged.csv", "--json")).out));
    expect(review.unsampled).toEqual([]);
    expect(review.precision?.value).toBeGreaterThan(0.9);
    expect(review.recall?.value).toBeGreaterThan(0.5);
    write("bad.csv", [heading, `${rows[0]}perhaps`].join("\n"));
    const bad = await link("--judgements", "bad.csv");
    expect(bad).toMatchObject({ code: 3, err: expect.stringContaining("perhaps") });
  });
});

describe("inquest link --preview", () => {
  const Preview = z.looseObject({
    records: z.number(),
    blocking: z.looseObject({
      candidatePairs: z.number(),
      rules: z.array(z.looseObject({ rule: z.string() })),
    }),
    worst: z.array(
      z.looseObject({
        rule: z.string(),
        records: z.number(),
        isSplit: z.boolean(),
        example: z.looseObject({ list: z.string(), recordId: z.string() }),
      }),
    ),
    recall: z.looseObject({ recall: z.number().nullable(), records: z.number() }),
  });
  const preview = (...more: readonly string[]) => inquest(folder, "link", "--preview", ...LISTS, ...more);

  it("shows rules, the largest blocks and what blocking loses, in both languages, and writes nothing", async () => {
    const { code, out, err } = await preview("--json");
    expect(code, err).toBe(0);
    const shown = Preview.parse(JSON.parse(out));
    expect(shown.records).toBe(60);
    expect(shown.blocking.candidatePairs).toBe((60 * 59) / 2);
    expect(shown.recall).toMatchObject({ recall: 1, records: 0 });
    const sizes = shown.worst.map(({ records }) => records);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(shown.worst[0]?.example.recordId).toMatch(/^[ef]\d+$/u);
    expect((await preview()).out).toContain("Every pair is compared");
    expect((await preview("--lang", "fa")).out).not.toMatch(/preview\./u);
    // An engine that would be passed over in silence is refused.
    const withEngine = await preview("--engine", "duckdb");
    expect(withEngine.code).toBe(2);
    expect(withEngine.err).toMatch(
      /--engine does not go with link --preview .* but with link --case or link --list/u,
    );
  });

  it("counts what is split, and estimates recall, where not every pair is compared", async () => {
    const recipe = z.looseObject({}).parse(JSON.parse(readFileSync(join(folder, "recipe.json"), "utf8")));
    // A single rule that no two scripts share.
    const rules = [[{ field: "name", key: "end" }]];
    const blocking = { exhaustivePairs: 0, blockCap: 4, rules };
    write("split.json", JSON.stringify({ ...recipe, link: { blocking } }));
    const args = ["--list", "fa=fa.csv", "--list", "en=en.csv", "--recipe", "split.json"];
    const { code, out, err } = await inquest(folder, "link", "--preview", ...args, "--json");
    expect(code, err).toBe(0);
    const shown = Preview.parse(JSON.parse(out));
    expect(shown.worst.some(({ isSplit }) => isSplit)).toBe(true);
    expect(shown.blocking.rules.map(({ rule }) => rule)).toEqual(["name.end"]);
    // Nobody meets whoever bears the same name in the other script: no likely match is seen, and none may be missed.
    expect(shown.recall.records).toBeGreaterThan(0);
    expect(shown.recall.recall).toBeNull();
    const text = (await inquest(folder, "link", "--preview", ...args)).out;
    expect(text).toMatch(/blocks above 4 records are split/u);
    expect(text).toMatch(/is unknown: no likely match was found/u);
    const byDay = { exhaustivePairs: 0, rules: [[{ field: "death", key: "day" }]] };
    write("split.json", JSON.stringify({ ...recipe, link: { blocking: byDay } }));
    expect((await inquest(folder, "link", "--preview", ...args)).out).toMatch(/the rules hold [\d.]+%/u);
  });
});

describe("inquest link explain", () => {
  it("adds up on plain files, and names what brought the two together", async () => {
    const { code, out, err } = await explain("fa:f1", "en:e1");
    expect(code, err).toBe(0);
    const why = Explained.parse(JSON.parse(out));
    expect(why.together).toBe(true);
    expect(why.steps.map(({ comparison }) => comparison)).toEqual(["name", "death", "same list"]);
    const sum = [...why.steps, ...why.joint].reduce((total, { bits }) => total + bits, why.priorBits);
    expect(sum).toBeCloseTo(why.weightBits, 9);
    expect(why.rules.length).toBeGreaterThan(0);
    expect(Explained.parse(JSON.parse((await explain("fa:f34", "en:e34")).out)).missing).toEqual(["death"]);
  });

  it("shows a judgement that binds the two, in words of both languages", async () => {
    write("apart.csv", "list_a,record_id_a,list_b,record_id_b,decision\nfa,f1,en,e1,different\n");
    const args = ["link", "explain", "fa:f1", "en:e1", ...LISTS, "--judgements", "apart.csv"];
    const why = Explained.parse(JSON.parse((await inquest(folder, ...args, "--json")).out));
    expect(why.together).toBe(false);
    expect(why.judgements).toEqual([expect.objectContaining({ decision: "different", isDirect: true })]);
    expect((await inquest(folder, ...args)).out).toContain("a person judged the two to be different");
    const persian = (await inquest(folder, ...args, "--lang", "fa")).out;
    expect(persian).toContain("کسی این دو را متفاوت دانسته است");
    expect(persian).not.toMatch(/explain\.|evaluate\./u);
  });

  it("says of contradicting judgements which one was set aside, and against which others", async () => {
    const judged = ["fa,f1,en,e4,same", "fa,f1,en,e1,same", "fa,f4,en,e4,same", "fa,f4,en,e1,different"];
    judged.push("fa,f7,fa,nobody,same", "fa,f1,fa,f4,different");
    write("clash.csv", `list_a,record_id_a,list_b,record_id_b,decision\n${judged.join("\n")}\n`);
    const { out: told, err } = await link("--judgements", "clash.csv");
    expect(told).toMatch(/en:e4.*fa:f1.*"one person".*set aside.*two persons/u);
    // A row that is not there binds nothing, and is told apart from those that contradict each other.
    expect(err).toMatch(/row 5 \(there is no record .*fa:nobody/u);
    const persian = (await link("--judgements", "clash.csv", "--lang", "fa")).out;
    expect(persian).toContain("کنار گذاشته شد");
    expect(persian).not.toMatch(/link\.c/u);
    const why = await inquest(
      folder,
      "link",
      "explain",
      "fa:f1",
      "en:e4",
      ...LISTS,
      "--judgements",
      "clash.csv",
    );
    expect(why.out).toMatch(/(?:fa:f1.*en:e4|en:e4.*fa:f1).*one person\n.*set aside.*two persons/u);
  });

  it("puts identical rows of one list before a person", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `r${row},علی کریمی,1367/05/08`);
    write("twins.csv", `id,نام,مرگ\n${rows.join("\n")}\n`);
    const args = ["link", "--list", "fa=twins.csv", "--recipe", "recipe.json", "--out", "twins-clusters.csv"];
    const told = (await inquest(folder, ...args)).out;
    expect(told).toMatch(/^40 rows say in every field the same .* \(1 groups\)/mu);
    expect(told).toMatch(/fa:r0. = .fa:r1. = .* and 35 more/u);
    expect((await inquest(folder, ...args, "--lang", "fa")).out).toContain("۴۰ سطر در همهٔ فیلدها");
  });

  it("says what is wrong with a word that names nothing, and with one record twice", async () => {
    expect(await explain("fa:f1", "fa:nobody")).toMatchObject({
      code: 3,
      err: expect.stringContaining("fa:nobody"),
    });
    expect((await explain("fa:f1", "fa:f1")).code).toBe(3);
    expect((await explain("fa:f1")).code).toBe(2);
  });

  it("explains the recorded link of a case, by records or by persons, and says that it is as recorded", async () => {
    const run = async (...args: readonly string[]) => {
      const outcome = await inquest(folder, ...args, "--case", "c", "--quiet");
      expect(outcome.code, outcome.err).toBe(0);
      return outcome.out;
    };
    await inquest(folder, "init", "c", "--title", "Linked", "--fictional");
    for (const name of ["fa", "en"])
      await run("import", `${name}.csv`, "--recipe", "recipe.json", "--list", name);
    const early = await inquest(folder, "link", "explain", "fa:f1", "en:e1", "--case", "c", "--quiet");
    expect(early).toMatchObject({ code: 5, err: expect.stringContaining("inquest link") });
    await run("link");
    const onCase = Explained.parse(JSON.parse(await run("link", "explain", "fa:f1", "en:e1", "--json")));
    const onFiles = Explained.parse(JSON.parse((await explain("fa:f1", "en:e1")).out));
    expect(onCase).toEqual({ ...onFiles, isAsRecorded: true, said: [] });
    const people = z
      .looseObject({ hits: z.array(z.looseObject({ id: z.string(), kind: z.string() })) })
      .parse(JSON.parse(await run("search", "Ghorbani", "--json")));
    const persons = people.hits.filter(({ id }) => id.startsWith("person-")).map(({ id }) => id);
    const [first = "", second = ""] = persons;
    const between = Explained.parse(JSON.parse(await run("link", "explain", first, second, "--json")));
    expect(between.together).toBe(false);
  });
});
