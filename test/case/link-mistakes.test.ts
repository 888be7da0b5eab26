import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow, onCase, writeLinkedLists } from "./linked-lists.ts";

const Doubt = z.looseObject({
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  missedLinks: z.number().nullable(),
  blockingRecall: z.number().nullable(),
});
const Answer = z.looseObject({
  persons: z.number(),
  doubt: Doubt,
  candidatePairs: z.number(),
  emptyLists: z.array(z.looseObject({ list: z.string(), records: z.number(), why: z.string() })),
  // Without figures the number of pairs for a person to decide.
  review: z
    .union([
      z.looseObject({ precision: z.looseObject({}).nullable(), counted: z.number(), drawn: z.number() }),
      z.number().transform(() => undefined),
    ])
    .optional(),
  judgements: z
    .looseObject({
      used: z.number(),
      waiting: z.number(),
      unusable: z.array(z.looseObject({ row: z.number(), why: z.string(), name: z.string() })),
      noFigures: z.string().optional(),
    })
    .optional(),
});
const Preview = z.looseObject({ recall: z.looseObject({ recall: z.number().nullable() }) });

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const run = (...words: readonly string[]) => inquest(folder, ...words);
const LISTS = ["--list", "fa=fa.csv", "--list", "en=en.csv"];
const onFiles = ["link", ...LISTS, "--recipe", "recipe.json"];
const link = (...more: readonly string[]) => run(...onFiles, "--out", "clusters.csv", ...more);
const answerOf = async (...more: readonly string[]) => {
  const { code, out, err } = await link(...more, "--json");
  expect(code, err).toBe(0);
  return { ...Answer.parse(JSON.parse(out)), err };
};
const HEADING = "list_a,record_id_a,list_b,record_id_b,decision";

/** The recipe of the two lists with these settings of linkage. */
function recipeWith(name: string, settings: unknown): void {
  const recipe = z.looseObject({}).parse(JSON.parse(read("recipe.json")));
  write(name, JSON.stringify({ ...recipe, link: settings }));
}

/** The rows of a sample with what the ids say: the digits of an id are the person. */
function judge(sample: string, decide: (place: number, isSame: boolean) => string): string {
  const [heading = "", ...rows] = sample.trim().split("\n");
  const columns = heading.split(",");
  const lines = rows.map((row, index) => {
    const cells = row.split(",");
    const person = (column: string) => cells[columns.indexOf(column)]?.replace(/\D/gu, "");
    return `${row}${decide(index + 1, person("record_id_a") === person("record_id_b"))}`;
  });
  return [heading, ...lines, ""].join("\n");
}

beforeAll(async () => {
  folder = temporaryFolder("link-mistakes");
  writeLinkedLists(folder);
  await run("init", "c", "--title", "Linked", "--fictional");
  for (const name of ["fa", "en"])
    await onCase(folder, "import", `${name}.csv`, "--recipe", "recipe.json", "--list", name);
});

describe("ids that look like formulas", () => {
  it("come back from a judged sample and from clusters as they were", async () => {
    const signs = ["-", "=", "+", "@", "'-"];
    const list = (script: "persian" | "latin", sign: (person: number) => string) =>
      everyone.map((person) => {
        const { name, died } = fictionalRow(script, person);
        return `${sign(person)}${person},${name},${died}`;
      });
    const signOf = (person: number) => signs[person % signs.length] ?? "-";
    // `-5` and `'-5` are two records of one list.
    const more = fictionalRow("persian", 7);
    write(
      "signed-a.csv",
      ["id,name,died", ...list("persian", signOf), `'-5,${more.name},${more.died}`].join("\n"),
    );
    write("signed-b.csv", ["id,name,died", ...list("latin", () => "-")].join("\n"));
    const words = ["link", "--list", "fa=signed-a.csv", "--list", "en=signed-b.csv"];
    const signed = (...rest: readonly string[]) =>
      run(...words, "--recipe", "recipe.json", "--out", "signed.csv", ...rest);
    await signed("--sample", "signed-sample.csv", "--pairs", "signed-pairs.csv");
    expect(read("signed-sample.csv")).toMatch(/(?:^|,)'-\d+,/mu);
    write(
      "signed-judged.csv",
      judge(read("signed-sample.csv"), () => "different"),
    );
    const { code, out, err } = await signed("--judgements", "signed-judged.csv", "--json");
    expect(code, err).toBe(0);
    const { judgements, review } = Answer.parse(JSON.parse(out));
    expect(judgements).toMatchObject({ unusable: [], waiting: 0 });
    expect(review?.counted).toBe(review?.drawn);
    expect(err).not.toContain("cannot be used");
    // Every pair of the sample is apart, so each pair that was merged was heard.
    const clusterOf = new Map(
      read("signed.csv")
        .trim()
        .split("\n")
        .map((line) => line.split(","))
        .map(([name, id, cluster]) => [`${name},${id}`, cluster]),
    );
    const pairs = read("signed-judged.csv").trim().split("\n").slice(1);
    for (const line of pairs) {
      const [listA, idA, , , listB, idB] = line.split(",");
      expect(clusterOf.get(`${listA},${idA}`)).not.toBe(clusterOf.get(`${listB},${idB}`));
    }
    // A hand-written file means the record that bears the id as such.
    write("exact.csv", `${HEADING}\nfa,'-5,fa,-5,different\nfa,'-5,en,'-5,different\n`);
    const exact = await signed("--judgements", "exact.csv", "--json");
    expect(Answer.parse(JSON.parse(exact.out)).judgements).toMatchObject({ used: 2, unusable: [] });
    // Clusters given back as the truth.
    write("signed-truth.csv", read("signed.csv").replace("cluster_id", "cluster"));
    const against = await signed("--truth", "signed-truth.csv", "--json");
    expect(against.code, against.err).toBe(0);
    expect(JSON.parse(against.out)).toMatchObject({ evaluation: { unusedTruthRows: 0 } });
  });

  it("leave the numbers that linkage writes numbers", async () => {
    recipeWith("wide.json", { decision: { reviewProbability: 0.0001 } });
    await run("link", ...LISTS, "--recipe", "wide.json", "--out", "o.csv", "--pairs", "pairs.csv");
    const weights = read("pairs.csv")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[4] ?? "");
    expect(weights.some((weight) => weight.startsWith("-"))).toBe(true);
    for (const weight of weights) expect(weight).toMatch(/^-?\d+(?:\.\d+)?$/u);
  });
});

describe("a file of judged pairs", () => {
  it("is told which of its rows cannot be used, in both languages", async () => {
    write(
      "mixed.csv",
      [HEADING, "fa,f1,en,e1,same", "xx,f1,en,e1,same", "", "fa,f1,en,gone,same", "fa,f2,fa,f2,same"].join(
        "\n",
      ),
    );
    const { judgements, err } = await answerOf("--judgements", "mixed.csv");
    expect(judgements?.used).toBe(1);
    expect(judgements?.unusable.map(({ row, why }) => [row, why])).toEqual([
      [2, "unknown-list"],
      [4, "unknown-record"],
      [5, "one-record"],
    ]);
    expect(err).toMatch(/mixed\.csv: 3 judged pairs cannot be used.*row 2 .*xx.*row 4 .*en:gone.*row 5 /u);
    const persian = await link("--judgements", "mixed.csv", "--lang", "fa");
    expect(persian.err).toContain("ردیف ۴");
    expect(persian.err.replace(/mixed\.csv|xx|(?:fa|en):\w+/gu, "")).not.toMatch(/[A-Za-z0-9]/u);
    const explained = await run(
      "link",
      "explain",
      "fa:f1",
      "en:e1",
      ...LISTS,
      "--recipe",
      "recipe.json",
      "--judgements",
      "mixed.csv",
    );
    expect(explained.err).toContain("row 4");
  });

  it("is told when nothing of it can be used", async () => {
    write("none.csv", `${HEADING}\nfa,f1,en,e1,\nfa,gone,en,e1,same\n`);
    const { err, judgements } = await answerOf("--judgements", "none.csv");
    expect(judgements).toMatchObject({ used: 0, waiting: 1 });
    expect(err).toContain("no row of it can be used");
  });

  it("is refused with file and row where a row is not of the heading's columns", async () => {
    for (const row of ["fa,f1,same", "fa,f1,en,e1", "fa,f1,en,e1,x,same", 'fa,"f1,en,e1,same']) {
      write("rows.csv", `${HEADING}\nfa,f1,en,e1,same\n${row}\n`);
      const { code, err } = await link("--judgements", "rows.csv");
      expect(code, row).toBe(3);
      expect(err, row).toMatch(/rows\.csv, row 2 \(line 3\)/u);
    }
  });

  it("gives no precision of pairs that somebody picked", async () => {
    write("picked.csv", `${HEADING}\nfa,f1,en,e1,same\nfa,f3,en,e3,same\nfa,f1,en,e3,different\n`);
    const { judgements, review } = await answerOf("--judgements", "picked.csv");
    expect(judgements?.noFigures).toBe("chosen");
    expect(review).toBeUndefined();
    const { out } = await link("--judgements", "picked.csv");
    expect(out).toContain("picked by hand");
    expect(out).not.toContain("precision 0");
    expect(out).toContain("Bound by 3 judged pairs");
  });

  it("counts a sample up to the first pair that waits, and only under the lists and settings that gave it", async () => {
    await link("--sample", "drawn.csv");
    const decision = (isSame: boolean) => (isSame ? "same" : "different");
    const judged = (isJudged: (place: number) => boolean) =>
      judge(read("drawn.csv"), (place, isSame) => (isJudged(place) ? decision(isSame) : ""));
    write(
      "whole.csv",
      judged(() => true),
    );
    const whole = await answerOf("--judgements", "whole.csv");
    expect(whole.review?.precision).not.toBeNull();
    expect(whole.review?.counted).toBe(whole.review?.drawn);
    write(
      "easy.csv",
      judged((place) => place !== 6),
    );
    expect((await answerOf("--judgements", "easy.csv")).review?.counted).toBe(5);
    expect((await link("--judgements", "easy.csv")).out).toMatch(/the first 5 count/u);
    write(
      "late.csv",
      judged((place) => place > 1),
    );
    expect((await answerOf("--judgements", "late.csv")).judgements?.noFigures).toBe("first-waits");
    // A spreadsheet may leave out the last, empty cell of a row.
    write("cut.csv", judged((place) => place < 4).replace(/,$/gmu, ""));
    expect((await answerOf("--judgements", "cut.csv")).review?.counted).toBe(3);
    recipeWith("seeded.json", { training: { seed: 7 } });
    const other = await run(
      ...["link", ...LISTS, "--recipe", "seeded.json", "--out", "o.csv", "--json"],
      ...["--judgements", "whole.csv"],
    );
    expect(Answer.parse(JSON.parse(other.out)).judgements?.noFigures).toBe("other-sample");
    const both = [read("whole.csv").trim(), ...read("whole.csv").trim().split("\n").slice(1)];
    const [first = "", ...rest] = both;
    write("several.csv", [first, ...rest.map((row) => row.replace(/,[0-9a-f]{16},/u, ",0123,"))].join("\n"));
    expect((await answerOf("--judgements", "several.csv")).judgements?.noFigures).toBe("several-samples");
  });
});

describe("outputs that would replace an input", () => {
  it("are refused before any work, whatever leads to the file", async () => {
    mkdirSync(join(folder, "sub"), { recursive: true });
    symlinkSync(join(folder, "en.csv"), join(folder, "sub", "link.csv"));
    linkSync(join(folder, "en.csv"), join(folder, "hard.csv"));
    write("truth.csv", "list,record_id,cluster\n");
    write("judged.csv", `${HEADING}\n`);
    const before = ["fa.csv", "en.csv", "recipe.json", "truth.csv", "judged.csv"].map(read);
    const given = ["--truth", "truth.csv", "--judgements", "judged.csv"];
    const wrong = [
      ["--out", "en.csv"],
      ["--out", "./sub/../fa.csv"],
      ["--out", "sub/link.csv"],
      ["--out", "hard.csv"],
      ["--out", "recipe.json"],
      ["--out", "n.csv", "--pairs", "fa.csv"],
      ["--out", "n.csv", "--sample", "truth.csv"],
      ["--out", "n.csv", "--sample", "judged.csv"],
      ["--out", "n.csv", "--pairs", "n.csv"],
      ["--out", "n.csv", "--sample", "sub/../n.csv"],
    ];
    for (const outputs of wrong) {
      const { code, err } = await run(...onFiles, ...outputs, ...given);
      expect(code, outputs.join(" ")).toBe(2);
      expect(err, outputs.join(" ")).toMatch(/would replace the file that|name one file/u);
    }
    expect(["fa.csv", "en.csv", "recipe.json", "truth.csv", "judged.csv"].map(read)).toEqual(before);
    expect(existsSync(join(folder, "n.csv"))).toBe(false);
    const imported = await run(
      ...["import", "fa.csv", "--recipe", "recipe.json", "--list", "fa", "--case", "c"],
      ...["--rejected", "fa.csv"],
    );
    expect(imported).toMatchObject({ code: 2, err: expect.stringContaining("--rejected fa.csv") });
  });
});

describe("a mistake in the settings of linkage", () => {
  it("is an input error that names file, member and remedy, on files and in a case", async () => {
    const mistakes: readonly (readonly [settings: unknown, said: RegExp])[] = [
      [{ decisions: {} }, /link\.?.*decisions/u],
      [{ decision: { linkProbability: 0.4 } }, /link\.decision\.linkProbability must be above 0\.5/u],
      [
        { comparisons: [{ name: "n", fields: ["name"], kind: "nmae" }] },
        /link\.comparisons\.0\.kind .*did you mean name\?/u,
      ],
      [{ training: { tolerance: "x" } }, /link\.training\.tolerance must be of type number/u],
      ["x", /link must be of type object/u],
    ];
    for (const [settings, said] of mistakes) {
      recipeWith("wrong.json", settings);
      const ways = [
        ["link", ...LISTS, "--recipe", "wrong.json", "--out", "o.csv"],
        ["link", "--preview", ...LISTS, "--recipe", "wrong.json"],
        ["link", "--case", "c", "--recipe", "wrong.json"],
      ];
      for (const way of ways) {
        const { code, err } = await run(...way);
        expect(code, err).toBe(3);
        expect(err).toMatch(said);
        expect(err).toContain("wrong.json");
        expect(err).not.toMatch(/ZodError|defect/u);
      }
    }
  });
});

describe("options that a kind of link would pass over", () => {
  it("are a usage error that says which go together", async () => {
    const everything = ["--out", "z", "--pairs", "y", "--truth", "t", "--sample", "s", "--judgements", "j"];
    const wrong: readonly (readonly [words: readonly string[], said: string])[] = [
      [["link", "--case", "c", ...everything], "--out, --pairs, --truth, --sample, --judgements do not go"],
      [[...onFiles, "--out", "z", "--train"], "--train does not go with link --list but with link --case"],
      [["link", "--preview", ...onFiles.slice(1), "--truth", "t"], "--truth does not go with"],
      [
        ["link", "explain", "fa:f1", "en:e1", ...onFiles.slice(1), "--sample", "s"],
        "--sample does not go with",
      ],
      [["link", "--case", "c", ...onFiles.slice(1), "--out", "z"], "--case does not go with link --list"],
      [["link", "c", ...onFiles.slice(1), "--out", "z"], 'takes no case; "c"'],
      [["link", "--case", "c", "--rejected", "r"], "link takes no --rejected"],
    ];
    for (const [words, said] of wrong) {
      const { code, err } = await run(...words);
      expect(code, words.join(" ")).toBe(2);
      expect(err).toContain(said);
    }
    expect(["z", "y", "s"].some((name) => existsSync(join(folder, name)))).toBe(false);
  });
});

describe("what linkage does not know", () => {
  const nothing = { blocking: { rules: [], exhaustivePairs: 0 } };

  it("is said where no rule brings two records together: preview, link and case", async () => {
    recipeWith("nothing.json", nothing);
    const words = [...LISTS, "--recipe", "nothing.json"];
    const shown = await run("link", "--preview", ...words);
    expect(shown.out).toMatch(/is unknown/u);
    expect(shown.out).not.toContain("100.0");
    const { recall } = Preview.parse(JSON.parse((await run("link", "--preview", ...words, "--json")).out));
    expect(recall.recall).toBeNull();
    const linked = await run("link", ...words, "--out", "o.csv");
    expect(linked.err).toContain("no two records were compared");
    expect(linked.out).toMatch(/how many true links were never compared is unknown/u);
    const persian = await run("link", ...words, "--out", "o.csv", "--lang", "fa");
    expect(persian.out + persian.err).not.toMatch(/[a-z0-9]{2}/iu);
    const { doubt } = Answer.parse(JSON.parse((await run("link", ...words, "--out", "o.csv", "--json")).out));
    expect(doubt).toMatchObject({ missedLinks: null, blockingRecall: null });
    const inCase = await run("link", "--case", "c", "--recipe", "nothing.json", "--quiet");
    expect(inCase.code, inCase.err).toBe(0);
    expect(inCase.err).toContain("no two records were compared");
    expect(inCase.out).toMatch(/is unknown/u);
    const answer = await run("answer", "c", "--json");
    expect(answer.out).toContain("How many true links were never compared is unknown");
  });

  it("stands beside the count of persons, with its interval, on plain files", async () => {
    const { doubt, persons } = await answerOf();
    expect(doubt.low).toBeLessThanOrEqual(doubt.estimate);
    expect(doubt.high).toBeGreaterThanOrEqual(doubt.estimate);
    expect(persons).toBeGreaterThan(30);
    expect((await link()).out).toMatch(/distinct persons with the doubt of linkage: \d+ \(\d+ to \d+/u);
  });

  it("is said of a list that adds nobody, since its name is not mapped or empty", async () => {
    const recipe = z
      .looseObject({ lists: z.record(z.string(), z.looseObject({})) })
      .parse(JSON.parse(read("recipe.json")));
    const unmapped = { id: "id", fields: { death: { column: "died", calendar: "by-year" } } };
    write("unmapped.json", JSON.stringify({ ...recipe, lists: { ...recipe.lists, more: unmapped } }));
    write("more.csv", "id,name,died\nm1,ناشناس,1988\nm2,,1988\n");
    const withMore = (file: string) =>
      run(...["link", ...LISTS, "--list", "more=more.csv", "--recipe", file, "--out", "o.csv", "--json"]);
    const [empty, lacking] = [await withMore("recipe.json"), await withMore("unmapped.json")];
    expect(Answer.parse(JSON.parse(empty.out)).emptyLists).toEqual([
      { list: "more", records: 2, why: "no-names" },
    ]);
    expect(empty.err).toContain("is empty or stands for nobody");
    expect(Answer.parse(JSON.parse(lacking.out)).emptyLists).toEqual([
      { list: "more", records: 2, why: "not-mapped" },
    ]);
    expect(lacking.err).toContain("no name column of it is mapped");
    await run("init", "d", "--title", "Empty", "--fictional");
    for (const name of ["fa", "more"])
      await run(...["import", `${name}.csv`, "--recipe", "recipe.json", "--list", name, "--case", "d"]);
    const inCase = await run("link", "--case", "d", "--quiet");
    expect(inCase.err).toMatch(/the list .more. adds nobody: the name of each of its 2 records is empty/u);
  });
});
