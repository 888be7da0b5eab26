/** One list writes given and family names in two columns, the other whole names: they are compared as whole names. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { toCsv } from "../../src/intake/index.ts";
import { fictionalLists } from "../../src/linkage/fictional-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { shownOf } from "./open-as.ts";
import { asWritten, must } from "./two-lists.ts";

const { input, truth } = fictionalLists(200, 11);
const LISTS = [...new Set(input.records.map(({ list }) => list))];
const FIELDS = input.fields.map(({ name }) => name);
let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--quiet");

/** A list as CSV with its recipe; in parts, the last word of each name stands in a column of its own. */
function writeList(list: string, inParts: boolean): object {
  const rows = input.records.flatMap(({ list: own, recordId, values }) => {
    if (own !== list) return [];
    return [
      [
        recordId,
        ...values.flatMap((value, at) => {
          const cell = asWritten(value);
          if (!inParts || FIELDS[at] !== "name") return [cell];
          const words = cell.split(" ");
          return [words.slice(0, -1).join(" "), words.at(-1) ?? ""];
        }),
      ],
    ];
  });
  const fields = FIELDS.flatMap((name) => (inParts && name === "name" ? ["given", "family"] : [name]));
  writeFileSync(join(folder, `${list}.csv`), toCsv([["id", ...fields], ...rows]));
  return { id: "id", fields: Object.fromEntries(fields.map((name) => [name, { column: name }])) };
}

async function linked(inParts: readonly boolean[]): Promise<{ f1: number }> {
  const lists = Object.fromEntries(LISTS.map((list, at) => [list, writeList(list, inParts[at] ?? false)]));
  writeFileSync(join(folder, "recipe.json"), JSON.stringify({ v: 1, lists }));
  const rows = input.records.map(({ list, recordId }, at) => [list, recordId, String(truth[at] ?? "")]);
  writeFileSync(join(folder, "truth.csv"), toCsv([["list", "record_id", "cluster"], ...rows]));
  const files = LISTS.flatMap((list) => ["--list", `${list}=${list}.csv`]);
  const out = await must(
    run(
      "link",
      ...files,
      "--recipe",
      "recipe.json",
      "--truth",
      "truth.csv",
      "--out",
      "clusters.csv",
      "--json",
    ),
  );
  return { f1: JSON.parse(out).evaluation.pairwise.f1.value };
}

describe("names in parts and whole names", () => {
  beforeAll(() => {
    folder = temporaryFolder("names-in-parts");
  });

  test("are linked nearly as well as if both lists wrote them whole", async () => {
    const whole = await linked(LISTS.map(() => false));
    const mixed = await linked(LISTS.map((_, at) => at === 0));
    console.log(`F1 with whole names ${whole.f1.toFixed(3)}, with one list in parts ${mixed.f1.toFixed(3)}`);
    expect(mixed.f1).toBeGreaterThan(whole.f1 - 0.02);
  });

  test("stand side by side in review as they are compared, and are explained so", async () => {
    await linked(LISTS.map((_, at) => at === 0));
    await must(run("init", "c", "--title", "Invented", "--fictional"));
    for (const list of LISTS)
      await must(run("import", `${list}.csv`, "--recipe", "recipe.json", "--list", list, "--case", "c"));
    await must(run("link", "--case", "c"));
    const { pairs } = await shownOf(folder, (reader) =>
      reader.review({ queue: "open", sample: { seed: 1, size: 10 }, offset: 0, limit: 1 }, "en"),
    );
    const fields = pairs[0]?.fields ?? [];
    expect(fields.map(({ field }) => field)).not.toContain("given");
    const name = fields.find(({ field }) => field === "name");
    expect(name?.agreement).not.toBe("missing");
    const textOf = (side: readonly { readonly text: string }[] | undefined) =>
      side?.map(({ text }) => text).join("") ?? "";
    expect(textOf(name?.before.left)).toContain(" ");
    expect(textOf(name?.before.right)).toContain(" ");
  });
});
