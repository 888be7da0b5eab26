import { beforeAll, describe, expect, test } from "vitest";
import type { AppealRollView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("appeals");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const rollOn = async (on: string): Promise<AppealRollView["appeals"]> =>
  JSON.parse((await run("appeals", "--on", on, "--json")).out).appeals;
const waits = async (on: string) =>
  (await rollOn(on)).map(({ id, daysWaiting, daysLeft }) => [id.slice(7), daysWaiting, daysLeft]);

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      "{id: body:families, names: {en: The families}}",
      '{id: body:council, names: {en: The council, fa: "شورا"}}',
      "{id: person:karimi, names: {en: Reza Karimi}}",
      ...["first", "second", "third"].map((name) => `{id: appeal:${name}, names: {en: The ${name} letter}}`),
    ],
    text: "Words about three letters.",
    statements: [
      'key: A, subject: appeal:first, property: sent-by, value: body:families, quote: "Words"',
      'key: B, subject: appeal:first, property: addressed-to, value: body:council, quote: "Words"',
      'key: C, subject: appeal:first, property: sent, time: 2020-03-01, quote: "Words"',
      'key: D, subject: appeal:first, property: answer-due, time: 2020-05-01, quote: "Words"',
      'key: E, subject: appeal:first, property: not-answered, value: nobody wrote back, time: 2020-06-01, quote: "Words"',
      'key: F, subject: appeal:first, property: signed-by, value: 151, quote: "Words"',
      'key: G, subject: appeal:first, property: signatory, value: person:karimi, quote: "Words"',
      'key: H, subject: appeal:second, property: sent, time: 2020-04, quote: "Words"',
      'key: I, subject: appeal:second, property: answered, value: a letter of one line, time: 2020-07-01, quote: "Words"',
      'key: J, subject: appeal:third, property: asks-for, value: an inquiry, quote: "Words"',
    ],
  });
});

describe("the roll of appeals", () => {
  test("counts the days an appeal waits for, and those since its answer was due", async () => {
    expect(await waits("2020-06-30")).toEqual([
      ["first", 121, -60],
      ["second", 61, null],
      ["third", null, null],
    ]);
  });

  test("takes no denial of an answer for an answer, and stops counting at the answer", async () => {
    expect(await waits("2020-07-02")).toEqual([
      ["first", 123, -62],
      ["second", null, null],
      ["third", null, null],
    ]);
  });

  test("holds nothing that was sent later than its day", async () => {
    expect(await waits("2020-03-15")).toEqual([
      ["first", 14, 47],
      ["third", null, null],
    ]);
  });

  test("tells how many signed beside how many of them are named", async () => {
    const [first] = await rollOn("2020-06-30");
    expect(first?.declared.map(({ valueText }) => valueText)).toEqual(["151"]);
    expect(first?.named.map(({ name }) => name)).toEqual(["Reza Karimi"]);
    const { out } = await run("appeals", "--on", "2020-06-30");
    expect(out).toContain("The families → The council");
    expect(out).toContain("nobody wrote back (E)");
  });

  test("speaks the reader's language and takes a day of the reader's calendar", async () => {
    const { out } = await run("appeals", "--on", "۱۳۹۹/۰۴/۱۰", "--lang", "fa");
    expect(out).toContain("شورا");
    expect(out).toContain("۱۲۱");
  });
});
