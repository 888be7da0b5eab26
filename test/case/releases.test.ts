/** The next release of a list: matched row by row to the last one, nothing deleted, nobody counted twice. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import {
  everyone,
  type FictionalRow,
  fictionalRow,
  onCase,
  toListFile,
  writeLinkedLists,
} from "./linked-lists.ts";

let folder = "";
const counts = z.strictObject({
  unchanged: z.number(),
  changed: z.number(),
  gone: z.number(),
  added: z.number(),
  returned: z.number(),
  ambiguous: z.number(),
});
const Row = z.looseObject({ recordId: z.string(), cells: z.record(z.string(), z.string()) });
const Changes = z.looseObject({
  number: z.number(),
  counts: counts.nullable(),
  changes: z.array(
    z.looseObject({
      is: z.string(),
      before: z.array(Row),
      after: z.array(Row),
      changed: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});
const Answer = z.looseObject({
  answers: z.looseObject({ howMany: z.array(z.looseObject({ id: z.string(), value: z.unknown() })) }),
});

const bring = (name: string, ...more: readonly string[]) =>
  onCase(folder, "import", `${name}.csv`, "--recipe", "recipe.json", "--list", name, ...more);
const release = (rows: readonly FictionalRow[]) => {
  writeFileSync(join(folder, "fa.csv"), toListFile(rows));
  return bring("fa", "--replace");
};
const changesOf = async (...more: readonly string[]) =>
  Changes.parse(JSON.parse(await onCase(folder, "releases", "fa", "--json", ...more)));
const figure = async (id: string) =>
  Answer.parse(JSON.parse(await onCase(folder, "answer", "--json"))).answers.howMany.find(
    (each) => each.id === id,
  )?.value;
const isOf = (of: z.infer<typeof Changes>, is: string) => of.changes.filter((change) => change.is === is);

beforeAll(async () => {
  folder = temporaryFolder("releases");
  writeLinkedLists(folder);
  await inquest(folder, "init", "c", "--title", "Linked", "--fictional");
  for (const name of ["fa", "en"]) await bring(name);
  await onCase(folder, "link");
});

describe("a list that comes again", () => {
  it("changes nothing when it is the same file, however often", async () => {
    const before = await onCase(folder, "log");
    expect(await bring("fa")).toContain("nothing changed");
    expect(await bring("fa", "--replace")).toContain("nothing changed");
    expect(await onCase(folder, "log")).toBe(before);
  });

  it("is refused as another file until somebody says that it is the next release", async () => {
    writeFileSync(join(folder, "fa.csv"), toListFile([fictionalRow("persian", 0)]));
    const args = ["import", "fa.csv", "--recipe", "recipe.json", "--list", "fa", "--case", "c", "--quiet"];
    expect(await inquest(folder, ...args)).toMatchObject({
      code: 5,
      err: expect.stringContaining("next release"),
    });
  });

  it("is matched row by row, in another order and under other ids, and tells which cells differ", async () => {
    // Five are gone, one is new, three have another day under their id, the others other ids; all in reverse order.
    const rows = everyone
      .filter((person) => person >= 5)
      .map((person) => ({ ...fictionalRow("persian", person), id: `new-${person}` }))
      .map((row, place) => (place < 3 ? { ...row, id: `f${place + 5}`, died: "1367/06/30" } : row))
      .reverse();
    rows.push({ id: "new-99", name: "خسرو بهرامی", died: "1367/05/02" });
    const out = await release(rows);
    expect(out).toContain("28 unchanged, 3 changed, 5 gone, 1 added, 0 returned, 0 for a person to match");
    const shown = await changesOf();
    expect(shown).toMatchObject({ number: 2, counts: { unchanged: 28, changed: 3, gone: 5, added: 1 } });
    for (const change of isOf(shown, "changed")) {
      const [before, after] = [change.before[0], change.after[0]];
      expect(after?.recordId).toBe(before?.recordId);
      expect(change.changed).toEqual([{ column: "died", before: before?.cells.died, after: "1367/06/30" }]);
    }
    expect(
      isOf(shown, "gone")
        .map(({ before }) => before[0]?.recordId)
        .sort(),
    ).toEqual(["f0", "f1", "f2", "f3", "f4"]);
    expect(isOf(shown, "added").map(({ after }) => after[0]?.recordId)).toEqual(["new-99"]);
  });

  it("is not linked by the ids of the release before: until it is linked, its rows are counted apart", async () => {
    expect(await figure("howMany.documented.not-linked-fa")).toBe(32);
    await onCase(folder, "link");
    expect(await figure("howMany.documented.not-linked-fa")).toBeUndefined();
    expect(await figure("howMany.documented.records-fa")).toBe(32);
    // Everyone of the Persian list once, and those of the English one who left it.
    expect(await figure("howMany.documented.persons")).toBe(32 + [0, 1, 3, 4].length);
  });

  it("leaves what is gone as evidence: a figure of its own, that traces to the earlier sealed file", async () => {
    expect(await figure("howMany.documented.gone-fa")).toBe(5);
    const trace = z
      .looseObject({
        verified: z.boolean(),
        chain: z.array(z.looseObject({ kind: z.string(), text: z.string() })),
      })
      .parse(JSON.parse(await onCase(folder, "trace", "howMany.documented.gone-fa", "--json")));
    expect(trace.verified).toBe(true);
    // The latest file and the earlier one, each with its table of records.
    expect(trace.chain.filter(({ kind }) => kind === "blob")).toHaveLength(4);
    expect(trace.chain.some(({ text }) => text.includes(fictionalRow("persian", 0).name))).toBe(true);
    expect((await inquest(folder, "verify", "c", "--quiet")).code).toBe(0);
  });

  it("knows who came back, and does not tell twice who is gone", async () => {
    const rows = everyone
      .filter((person) => person >= 3)
      .map((person) => fictionalRow("persian", person))
      .map((row, place) => (place >= 2 && place < 5 ? row : { ...row, id: row.id.replace("f", "third-") }));
    await release(rows);
    const shown = await changesOf();
    expect(shown.number).toBe(3);
    expect(shown.counts).toMatchObject({ returned: 2, added: 0, changed: 3, gone: 1 });
    expect(await figure("howMany.documented.gone-fa")).toBe(4);
    expect((await changesOf("--release", "2")).counts).toMatchObject({ gone: 5 });
    const listed = await onCase(folder, "releases");
    expect(listed).toMatch(/release 3: .* 33 records/u);
    expect(await onCase(folder, "releases", "fa", "--lang", "fa")).not.toMatch(/releases\./u);
  });

  it("lists for a person what nothing tells apart, and counts neither row twice", async () => {
    const twin = { ...fictionalRow("persian", 10), died: "" };
    const others = everyone.filter((person) => person >= 3 && person !== 10);
    const rest = others.map((person) => fictionalRow("persian", person));
    await release([...rest, { ...twin, id: "x1" }, { ...twin, id: "x2" }]);
    const shown = await changesOf();
    expect(shown.counts).toMatchObject({ unchanged: 32, ambiguous: 1, gone: 0, added: 0 });
    expect(
      isOf(shown, "ambiguous")[0]
        ?.after.map(({ recordId }) => recordId)
        .sort(),
    ).toEqual(["x1", "x2"]);
    expect(await figure("howMany.documented.records-fa")).toBe(34);
    const told = await onCase(folder, "releases", "fa");
    expect(told).toContain("a person must say");
    // Each row by its id and name, with the cells in which they differ, whatever the order of the columns.
    const { died } = fictionalRow("persian", 10);
    expect(told).toMatch(new RegExp(`release before: .third-10 \\| ${twin.name}.: .died. = .${died}`, "u"));
    expect(told).toMatch(new RegExp(`this release: .x1 \\| ${twin.name}.: .died. = .–`, "u"));
    expect(told).toContain("Judge their pairs again by name");
    const persian = await onCase(folder, "releases", "--lang", "fa");
    expect(persian).not.toMatch(/\d{4}-\d\d-\d\d/u);
    const missing = await inquest(folder, "releases", "fa", "--release", "9", "--case", "c");
    expect(missing).toMatchObject({ code: expect.any(Number), err: expect.stringContaining("4 releases") });
    expect(missing.code).not.toBe(0);
  });
});
