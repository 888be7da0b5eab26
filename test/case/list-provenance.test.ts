/** Where lists come from, in a case: said in a recipe or later, warned of in estimates, and acted on by joining lists. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openCase, readCase } from "../../src/case/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow, onCase, toListFile } from "./linked-lists.ts";

const Estimate = z.looseObject({
  tables: z.array(
    z.looseObject({
      id: z.string(),
      n: z.number(),
      lists: z.array(z.looseObject({ id: z.string(), name: z.string() })),
      joined: z.array(
        z.strictObject({
          id: z.string(),
          lists: z.array(z.strictObject({ id: z.string(), name: z.string() })),
          text: z.string(),
        }),
      ),
      methods: z.array(z.looseObject({ name: z.string(), point: z.number() })),
      warnings: z.array(z.strictObject({ code: z.string(), text: z.string() })),
    }),
  ),
});
type Table = z.infer<typeof Estimate>["tables"][number];

const LISTS = ["a", "b", "c", "d"] as const;
let folder = "";

async function estimated(...more: readonly string[]): Promise<Table> {
  const [table] = Estimate.parse(JSON.parse(await onCase(folder, "estimate", "--json", ...more))).tables;
  if (table === undefined) throw new Error("nothing was estimated");
  return table;
}

/** The estimate as a reader of the case sees it, with nothing recorded anew. */
async function seen(language: "en" | "fa"): Promise<Table> {
  const opened = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  try {
    const view: unknown = JSON.parse(JSON.stringify((await readCase(opened)).estimate(language)));
    const [table] = Estimate.parse(view).tables;
    if (table === undefined) throw new Error("nothing was estimated");
    return table;
  } finally {
    await opened.close();
  }
}

const textsOf = (table: Table, code: string) =>
  table.warnings.flatMap((warning) => (warning.code === code ? [warning.text] : []));

function writeCase(plan: string): void {
  writeFileSync(
    join(folder, "from", "case.yaml"),
    `v: 1
id: c
title: {en: Provenance}
fictional: true
languages: [en, fa]
calendars: [gregorian]
standardOfProof: reasonable-grounds-to-believe
event: event:e
estimates: [{id: all, from: clusters, lists: ["list:a", "list:b", "list:c", "list:d"]${plan}}]
identifyingAssumption: {en: "Given the person, lists act independently."}
`,
  );
}

function writeRecipe(provenance: Readonly<Record<string, object>>): void {
  const fields = { name: { column: "name" }, death: { column: "died", calendar: "by-year" } };
  const lists = Object.fromEntries(
    LISTS.map((list) => [
      list,
      { id: "id", fields, ...(provenance[list] === undefined ? {} : { provenance: provenance[list] }) },
    ]),
  );
  // Lists this short teach little of how often one repeats a person: the machine is told to expect it.
  const link = { decision: { sameListPenaltyBits: 0 } };
  writeFileSync(join(folder, "from", "lists", "recipe.json"), JSON.stringify({ v: 1, lists, link }));
}

/** Four lists of 36 people: `d` is most of `a`, copied; one person of `b` stands on it twice. */
beforeAll(async () => {
  folder = temporaryFolder("list-provenance");
  mkdirSync(join(folder, "from", "lists"), { recursive: true });
  const list = (name: string, rows: readonly ReturnType<typeof fictionalRow>[]) =>
    writeFileSync(join(folder, "from", "lists", `${name}.csv`), toListFile(rows));
  const of = (script: "persian" | "latin", isOn: (n: number) => boolean) =>
    everyone.filter(isOn).map((n) => fictionalRow(script, n));
  list(
    "a",
    of("persian", (n) => n % 3 < 2),
  );
  // Of nobody else's list: two rows of one person that a third list names are joined by way of it.
  const again = { ...fictionalRow("latin", 8), id: "e8-again" };
  list("b", [...of("latin", (n) => n % 2 === 0), again]);
  list(
    "c",
    of("persian", (n) => n % 5 < 2),
  );
  list(
    "d",
    of("persian", (n) => n % 3 < 2 && n > 5),
  );
  writeCase("");
  writeRecipe({});
  const names = { a: "Memorial", b: "Families", c: "Prisoners", d: "Newsletter" };
  writeFileSync(
    join(folder, "from", "subjects.yaml"),
    [
      '- {id: "event:e", names: {en: "Event"}}\n',
      ...LISTS.map((id) => `- {id: "list:${id}", names: {en: "${names[id]}", fa: "فهرست ${id}"}}\n`),
    ].join(""),
  );
  await inquest(folder, "init", "c", "--title", "Provenance", "--fictional");
  await onCase(folder, "build", "from");
});

describe("an estimate of lists that copy each other", () => {
  it("suspects it by what they share, and says how to state and join it", async () => {
    const table = await estimated();
    expect(table.joined).toEqual([]);
    const [text, ...others] = textsOf(table, "LISTS_COPY_EACH_OTHER");
    expect(others).toEqual([]);
    expect(text).toContain("100 % of Newsletter");
    expect(text).toContain('inquest provenance d --draws-on a --why "…"');
    expect(text).toContain('merge: [{lists: ["list:d", "list:a"]}]');
  });

  it("warns of people who may stand twice on one list while the link's proposals wait", async () => {
    expect(textsOf(await seen("en"), "DUPLICATES_UNRESOLVED")).toEqual([
      expect.stringMatching(/^Families may hold people twice: up to 1 of its records/u),
    ]);
    expect(textsOf(await seen("fa"), "DUPLICATES_UNRESOLVED")).toEqual([expect.stringContaining("فهرست b")]);
  });

  it("warns at once when somebody says who copied whom, in both languages, and records it with the next estimate", async () => {
    const before = await seen("en");
    const said = await onCase(
      folder,
      ...["provenance", "d", "--draws-on", "Memorial", "--covers", "1988", "--scope", "executed prisoners"],
      ...[
        "--could-not-record",
        "people without relatives",
        "--why",
        "its preface says so",
        "--source",
        "note",
      ],
    );
    expect(said).toContain("Recorded where d comes from");
    await onCase(
      folder,
      ...["provenance", "b", "--covers", "1988/1989", "--scope", "everybody who died in custody"],
      ...["--referred-from", "c", "--why", "their keeper told us"],
    );
    for (const list of ["a", "b", "c"]) {
      await onCase(
        folder,
        ...[
          "provenance",
          list,
          "--could-not-record",
          "People without relatives",
          "--why",
          "all ask relatives",
        ],
      );
    }
    const [english, persian] = [await seen("en"), await seen("fa")];
    expect(textsOf(english, "LISTS_COPY_EACH_OTHER")[0]).toMatch(
      /^Newsletter is known to draw on Memorial\. .*merge: \[\{lists: \["list:d", "list:a"\]\}\].*inquest build/u,
    );
    expect(textsOf(persian, "LISTS_COPY_EACH_OTHER")[0]).toMatch(
      /^می‌دانیم که فهرست d از فهرست a برگرفته است/u,
    );
    for (const code of ["REFERRAL", "LIST_WITH_ZERO_CATCHABILITY", "OPEN_POPULATION", "SCOPE_MISMATCH"]) {
      expect(textsOf(before, code), code).toEqual([]);
      expect(textsOf(english, code), code).toHaveLength(1);
      expect(textsOf(persian, code), code).toHaveLength(1);
    }
    expect(english.methods).toEqual(before.methods);
    // Recorded with it, each warning stands once.
    expect((await estimated()).warnings).toEqual(english.warnings);
  });

  it("is told who said it, how they know, and of which lists nothing is said", async () => {
    const text = await onCase(folder, "provenance");
    expect(text).toContain("list:d  Newsletter\n    draws on Memorial\n    covers 1988\n");
    expect(text).toContain("its preface says so");
    expect(text).toContain("source: note");
    expect(await onCase(folder, "provenance", "d", "--lang", "fa")).toContain("برگرفته از فهرست a");
    expect(await onCase(folder, "provenance", "d")).not.toContain("list:b");
  });

  it("counts the two as one where the plan joins them, says why, and comes to another number", async () => {
    const before = await seen("en");
    writeCase(', merge: [{lists: ["list:a", "list:d"]}]');
    await onCase(folder, "build", "from");
    const after = await seen("en");
    expect(after.lists.map(({ name }) => name)).toEqual(["Memorial+Newsletter", "Families", "Prisoners"]);
    expect(after.joined).toEqual([
      {
        id: "Memorial+Newsletter",
        lists: [
          { id: "a", name: "Memorial" },
          { id: "d", name: "Newsletter" },
        ],
        text: "Memorial, Newsletter count as one list here. Newsletter draws on Memorial. How that is known of Newsletter: its preface says so",
      },
    ]);
    expect((await seen("fa")).joined[0]?.text).toContain("یک فهرست به شمار می‌آیند");
    expect((await seen("fa")).lists[0]?.name).toBe("فهرست a+فهرست d");
    expect(textsOf(after, "LISTS_COPY_EACH_OTHER")).toEqual([]);
    // The same people are counted; only their capture histories are others.
    expect(after.n).toBe(before.n);
    const pointOf = ({ methods }: Table, name: string) => methods.find((each) => each.name === name)?.point;
    // A copy that counts as a list makes people look easy to list, and the unlisted few.
    expect(pointOf(after, "chao")).toBeGreaterThan(pointOf(before, "chao") ?? Number.NaN);
    expect((await onCase(folder, "verify")).length).toBeGreaterThan(0);
  });

  it("gives its reason in the plan where provenance says none, and is refused without", async () => {
    expect(await onCase(folder, "provenance", "withdraw", "d", "--why", "it was another preface")).toContain(
      "Taken back",
    );
    const refused = await inquest(folder, "estimate", "--case", "c", "--quiet");
    expect(refused.code).toBe(3);
    expect(refused.err).toContain("nothing says why");
    writeCase(', merge: [{lists: ["list:a", "list:d"], why: {en: "One office kept both."}}]');
    await onCase(folder, "build", "from");
    expect((await seen("en")).joined[0]?.text).toBe(
      "Memorial, Newsletter count as one list here. One office kept both.",
    );
  });

  it.each([
    ['merge: [{lists: ["list:a", "list:x"], why: {en: "w"}}]', "which is none of its lists"],
    ['merge: [{lists: ["list:a", "list:a"], why: {en: "w"}}]', "names a twice"],
    ['merge: [{lists: ["list:a", "list:b", "list:c", "list:d"], why: {en: "w"}}]', "leaves one list only"],
  ])("is refused for %s", async (merge, fault) => {
    writeCase(`, ${merge}`);
    const { code, err } = await inquest(folder, "build", "from", "--case", "c", "--quiet");
    expect(code).toBe(3);
    expect(err).toContain(fault);
  });
});

describe("what a recipe says of a list", () => {
  const acts = async () => (await onCase(folder, "log")).trim().split("\n").length;

  it("is recorded for a list that was imported already, once, without importing it anew", async () => {
    writeCase("");
    writeRecipe({});
    await onCase(folder, "build", "from");
    const before = await acts();
    writeRecipe({ c: { drawsOn: ["list:a"], why: "the recipe's keeper compared them" } });
    await onCase(folder, "build", "from");
    expect(await acts()).toBe(before + 2);
    expect(await onCase(folder, "log", "--kind", "list.imported")).toMatch(/^(?:.*\n){4}$/u);
    expect(await onCase(folder, "provenance", "c")).toContain("(recipe, ");
    await onCase(folder, "build", "from");
    expect(await acts()).toBe(before + 2);
  });

  it("does not overrule a person who said otherwise since, and stands again when they take it back", async () => {
    await onCase(folder, "provenance", "c", "--draws-on", "An outside list", "--why", "it names it");
    await onCase(folder, "build", "from");
    expect(await onCase(folder, "provenance", "c")).toContain(
      "draws on An outside list (no list of this case)",
    );
    expect(await onCase(folder, "provenance", "withdraw", "c", "--why", "misread")).toContain("stands again");
    expect(await onCase(folder, "provenance", "c")).toContain("draws on Memorial");
  });

  it.each([
    [["provenance", "c", "--draws-on", "c", "--why", "w"], "no list comes from itself"],
    [["provenance", "c", "--draws-on", "a"], "how that is known is missing"],
    [["provenance", "c", "--why", "w"], "say what is known"],
    [["provenance", "withdraw", "a"], "the reason is missing"],
  ])("and what a person says is refused when it says nothing: %j", async (args, fault) => {
    const { code, err } = await inquest(folder, ...args, "--case", "c", "--quiet");
    expect(code).toBe(3);
    expect(err).toContain(fault);
  });

  it("may not name the list itself", async () => {
    const recipe = join(folder, "from", "lists", "recipe.json");
    const good = readFileSync(recipe, "utf8");
    writeRecipe({ c: { drawsOn: ["c"], why: "w" } });
    const { code, err } = await inquest(folder, "build", "from", "--case", "c", "--quiet");
    writeFileSync(recipe, good);
    expect(code).not.toBe(0);
    expect(err).toContain("lists.c.provenance.drawsOn names the list itself");
  });
});

describe("an encrypted list", () => {
  it("has no provenance in its recipe, which would stand readable; nothing is imported", async () => {
    const recipe = join(folder, "sealed.json");
    const fields = { name: { column: "name" } };
    const provenance = { drawsOn: ["a"], why: "a name that must stay secret" };
    writeFileSync(recipe, JSON.stringify({ v: 1, lists: { s: { id: "id", fields, provenance } } }));
    writeFileSync(join(folder, "s.csv"), "id,name\n1,Maryam Nouri\n");
    const args = ["import", "s.csv", "--recipe", "sealed.json", "--list", "s", "--seal"];
    const { code, err } = await inquest(folder, ...args, "--case", "c", "--quiet");
    expect(code).toBe(5);
    expect(err).toContain("would stand readable");
    expect(await onCase(folder, "log", "--json")).not.toContain("must stay secret");
  });
});

describe("published counts of lists that copy each other", () => {
  it("are added up by the joined columns, and their lists have a provenance though nothing of them was imported", async () => {
    const from = join(folder, "kosovo");
    cpSync(join(repository, "cases", "kosovo-1999"), from, { recursive: true });
    const plan = join(from, "case.yaml");
    const text = readFileSync(plan, "utf8").replace("methods: all", "methods: [chao, loglinear]");
    writeFileSync(plan, text);
    await inquest(folder, "init", "k", "--title", "Counts");
    const onCounts = async (...args: readonly string[]) => {
      const { code, out, err } = await inquest(folder, ...args, "--case", "k", "--quiet");
      if (code !== 0) throw new Error(err);
      return out;
    };
    await onCounts("build", from);
    await onCounts("provenance", "osce", "--draws-on", "aba", "--why", "for this test alone");
    const [before] = Estimate.parse(JSON.parse(await onCounts("estimate", "--json"))).tables;
    expect(before?.warnings.map(({ code }) => code)).toContain("LISTS_COPY_EACH_OTHER");
    writeFileSync(
      plan,
      text.replace("methods:", 'merge: [{lists: ["list:aba", "list:osce"]}]\n    methods:'),
    );
    await onCounts("build", from);
    const [after] = Estimate.parse(JSON.parse(await onCounts("estimate", "--json"))).tables;
    expect(before?.lists).toHaveLength(4);
    expect(after?.lists).toHaveLength(3);
    expect([before?.n, after?.n]).toEqual([4400, 4400]);
    expect(after?.joined).toHaveLength(1);
    expect(after?.warnings.map(({ code }) => code)).not.toContain("LISTS_COPY_EACH_OTHER");
    expect(after?.methods.map(({ point }) => point)).not.toEqual(before?.methods.map(({ point }) => point));
  });
});
