/** Entering more into a case that is there: subjects, and statements about a file that was added as it was found. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { madePdf } from "../made-files.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("record-command");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const put = (name: string, ...lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
const HEAD = ["source: letter", "defaults: {speaker: speaker:s, chain: first-hand}", "statements:"];
const SAID =
  '  - {key: P, subject: group:hall, property: casualties, value: 40, quote: "forty of them", at: {page: 1}}';

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [],
    text: "It was said.",
    statements: ['key: N, subject: event:e, property: persons-killed, value: 1, quote: "It was said."'],
  });
  writeFileSync(
    join(folder, "letter.pdf"),
    await madePdf(["They took forty of them at night. Nobody wrote."]),
  );
  expect((await inCase("add", "letter.pdf")).code).toBe(0);
});

describe("inquest record", () => {
  test("takes statements about a source of the case, when their subjects are named", async () => {
    put("said.yaml", ...HEAD, SAID);
    expect((await inCase("record", "said.yaml")).err).toContain("statements/unknown-subject");
    put("named.yaml", "- {id: group:hall, names: {en: Those of the hall}}");
    expect((await inCase("name", "named.yaml")).out).toContain("1 subjects");
    expect((await inCase("record", "said.yaml")).out).toBe("1 recorded; 0 stood already.\n");
    expect((await inCase("record", "said.yaml")).out).toBe("0 recorded; 1 stood already.\n");
    expect((await inCase("record", "said.yaml", "--lang", "fa")).out).toContain("۱ از پیش بود");
    expect((await inCase("passages", "letter")).out).toContain("page 1 “forty of them”");
    expect((await inCase("answer", "--json")).out).toContain("howMany.casualties.hall");
  });

  test("names line and remedy of a mistake, and records nothing of its file", async () => {
    put("wrong.yaml", ...HEAD, SAID.replace("key: P", "key: Q"), SAID.replace("page: 1", "page: 9"));
    const { code, err } = await inCase("record", "wrong.yaml");
    expect([code, err]).toEqual([3, expect.stringContaining("wrong.yaml, line 5")]);
    expect(err).toContain("statements/passage-range");
    expect((await inCase("passages", "letter")).out).not.toContain("(Q)");
  });

  test("tells no word whose consent was withdrawn, also not as what a quote is near to", async () => {
    const given = await inCase(
      "consent",
      "P",
      "--giver",
      "P7",
      "--scope",
      "un",
      "--how",
      "in writing",
      "--json",
    );
    await inCase("consent", "withdraw", JSON.parse(given.out).id, "--why", "asked for it");
    put("near.yaml", ...HEAD, SAID.replace("key: P", "key: R").replace("forty of them", "forty of these"));
    const { code, err } = await inCase("record", "near.yaml");
    expect(code).not.toBe(0);
    expect(err).not.toContain("forty of them");
  });
});
