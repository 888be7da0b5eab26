import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PassagesView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("passages");
const run = (...args: readonly string[]) =>
  inquest(folder, "passages", "note", ...args, "--case", "c", "--quiet");
const viewOf = async (...args: readonly string[]): Promise<PassagesView> =>
  JSON.parse((await run(...args, "--json")).out);
const text = "They took forty persons from the hall. A guard named Karimi counted them. Thirty came back.";

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: ["{id: speaker:guard, names: {en: A guard}}"],
    text,
    statements: [
      'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty persons from the hall."',
      'key: B, subject: event:e, property: persons-killed, value: 30, quote: "Thirty came back."',
      'key: K, subject: event:e, property: persons-killed, value: 1, speaker: speaker:guard, quote: "Karimi counted them."',
    ],
  });
});

describe("passages", () => {
  test("are the selectors of the Web Annotation model, counted over the sealed text", async () => {
    const { passages, counts } = await viewOf();
    expect(counts).toBeNull();
    expect(passages.map(({ statement }) => statement.key)).toEqual(["A", "K", "B"]);
    expect(passages[2]?.selectors[1]).toEqual({
      type: "TextQuoteSelector",
      exact: "Thirty came back.",
      prefix: " guard named Karimi counted them. ".slice(-32),
      suffix: "\n",
    });
  });

  test("are found again in another extraction, or told to be lost, and nothing is recorded", async () => {
    const before = (await inquest(folder, "log", "c", "--json")).out;
    writeFileSync(
      join(folder, "again.txt"),
      "— 7 —\nThey took forty persons from\nthe hall. A guard named Karimi counted thern. Thirty came back.",
    );
    const { passages, counts } = await viewOf("--in", "again.txt");
    expect(counts).toEqual({ "in-place": 0, moved: 1, respaced: 1, ambiguous: 0, lost: 1, "by-eye": 0 });
    expect(passages.map(({ refound }) => [refound?.how, refound?.nearest])).toEqual([
      ["respaced", null],
      ["lost", "Karimi counted thern."],
      ["moved", null],
    ]);
    const said = await run("--in", "again.txt", "--lang", "fa");
    expect(said.out).toContain("واژه‌به‌واژه در آن نیست");
    expect(said.out).toMatch(/در [۰-۹]+–[۰-۹]+ ایستاده است، با فاصله‌گذاری دیگر/u);
    expect((await inquest(folder, "log", "c", "--json")).out).toBe(before);
  });

  test("show no word around them whose consent was withdrawn", async () => {
    const consent = (...args: readonly string[]) =>
      inquest(folder, "consent", ...args, "--case", "c", "--quiet", "--json");
    const given = await consent("K", "--giver", "P7", "--scope", "partners", "--how", "in writing");
    const taken = await consent("withdraw", JSON.parse(given.out).id, "--why", "asked for it");
    expect(taken.err).toBe("");
    const { out } = await run("--json");
    expect(JSON.parse(out).passages).toHaveLength(2);
    expect(out).not.toContain("counted");
    expect(out).toContain("███");
  });

  test("refuse a file that is no text, and a source that there is not", async () => {
    writeFileSync(join(folder, "broken.txt"), Buffer.from([0x61, 0xff, 0x62]));
    const broken = await run("--in", "broken.txt");
    expect(broken.code).not.toBe(0);
    expect(broken.err).toContain("broken.txt is not UTF-8 text");
    expect((await inquest(folder, "passages", "nothing", "--case", "c")).err).toContain("case/not-found");
  });
});
