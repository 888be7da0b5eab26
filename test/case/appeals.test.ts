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
    expect(first?.signatures).toMatchObject([
      { category: null, declared: [{ missing: 150, beyond: 0 }], named: [{ name: "Reza Karimi" }] },
    ]);
    const { out } = await run("appeals", "--on", "2020-06-30");
    expect(out).toContain("The families → The council");
    expect(out).toContain("not answered: nobody wrote back · 1 June 2020 (12 Khordad 1399) (E)");
  });

  test("speaks the reader's language and takes a day of the reader's calendar", async () => {
    const { out } = await run("appeals", "--on", "۱۳۹۹/۰۴/۱۰", "--lang", "fa");
    expect(out).toContain("شورا");
    expect(out).toContain("۱۲۱");
  });
});

describe("signatories by category, and answers one by one", () => {
  const other = temporaryFolder("appeals-full");
  const ask = (...args: readonly string[]) => inquest(other, ...args, "--case", "c", "--quiet");
  const roll = async (on: string): Promise<AppealRollView["appeals"]> =>
    JSON.parse((await ask("appeals", "--on", on, "--json")).out).appeals;
  const about = (key: string, more: string) => `key: ${key}, subject: appeal:call, ${more}, quote: "Words"`;

  beforeAll(async () => {
    await buildSmallCase(other, {
      subjects: [
        '{id: group:former-officials, names: {en: Former officials, fa: "مقام‌های پیشین"}}',
        "{id: group:lawyers, names: {en: Lawyers}}",
        ...["one", "two", "three"].map((name) => `{id: person:${name}, names: {en: Signatory ${name}}}`),
        '{id: body:council, names: {en: The council, fa: "شورا"}}',
        '{id: office:minister, names: {en: The minister, fa: "وزیر"}}',
        "{id: appeal:call, names: {en: The call}}",
      ],
      text: "Words of a call.",
      statements: [
        about("A", "property: addressed-to, value: body:council"),
        about("B", "property: addressed-to, value: office:minister"),
        about("C", "property: sent, time: 2020-03-01"),
        about("C2", "property: sent, time: 2020-03-11"),
        about("R", "property: received, time: 2020-03-14"),
        about("L", "property: legal-basis, value: a covenant"),
        about("X", "property: appeal-text"),
        about("D", "property: answer-due, time: 2020-05-01"),
        about("S", "property: signed-by, value: {min: 150}"),
        about("S1", "property: signed-by, value: 45, category: group:former-officials"),
        about("S2", "property: signed-by, value: 1, category: group:lawyers"),
        about("S3", "property: signed-by-former-un-officials, value: 45"),
        about("N1", "property: signatory, value: person:one, category: group:former-officials"),
        about("N2", "property: signatory, value: person:two, category: group:lawyers"),
        about("N3", "property: signatory, value: person:three, category: group:lawyers"),
        about("N4", "property: signatory, value: person:three, polarity: denies, category: group:lawyers"),
        about("E", "property: answered, value: a letter of one line, of: body:council, time: 2020-04-01"),
        about("F", "property: answer-attribution, value: denies, of: body:council, time: 2020-04-01"),
        about("G", "property: answer-kind, value: letter, of: body:council, time: 2020-04-01"),
        about("H", "property: duty-passes-to, value: the assembly"),
      ],
    });
  });

  test("a declared number stands beside the names of its own category, and a difference is no error", async () => {
    const [call] = await roll("2020-06-01");
    const counts = call?.signatures.map(({ category, declared, named, contested }) => [
      category?.name ?? null,
      declared.map(({ missing, beyond }) => [missing, beyond]),
      named.length,
      contested.map(({ name }) => name),
    ]);
    expect(counts).toEqual([
      [null, [[147, null]], 3, ["Signatory three"]],
      ["Former officials", [[44, 0]], 1, []],
      ["Lawyers", [[0, 1]], 2, ["Signatory three"]],
      ["former UN officials", [[45, 0]], 0, []],
    ]);
    const { out } = await ask("appeals", "--on", "2020-06-01");
    expect(out).toContain("signed by, in all: declared ≥ 150; 3 are named, 147 are not (S)");
    expect(out).toContain("signed by, Lawyers: declared 1; 2 are named, 1 more than declared (S2)");
    expect(out).toContain("Signatory three is named among those who signed, and a statement denies it");
    const fa = (await ask("appeals", "--on", "2020-06-01", "--lang", "fa")).out;
    expect(fa).toContain("امضاکنندگان، مقام‌های پیشین: اعلام‌شده ۴۵؛ ۱ تن نام برده شده‌اند و ۴۴ تن نه");
  });

  test("each of those who were asked has a line: what they answered, how it is taken, how long they are waited for", async () => {
    const [call] = await roll("2020-06-01");
    expect(
      call?.asked.map(({ addressee, state, daysWaiting, answers }) => [
        addressee.id,
        state,
        daysWaiting,
        answers.map(({ key }) => key),
      ]),
    ).toEqual([
      ["body:council", "answered", null, ["E", "F", "G"]],
      ["office:minister", "waiting", 82, []],
    ]);
    // Two sources give two days: the wait is counted from the later one.
    expect([call?.daysWaiting, call?.daysLeft]).toEqual([82, -31]);
    const { out } = await ask("appeals", "--on", "2020-06-01");
    expect(out).toContain("The council: answered");
    expect(out).toContain("how it is answered [The council]: denies · 1 April 2020 (13 Farvardin 1399) (F)");
    expect(out).toContain("The minister: no answer recorded for 82 days");
    expect(out).toContain("legal basis: a covenant (L)");
    expect(out).toContain("received · 14 March 2020");
    expect(out).toContain("its own text is held: A note (X)");
    expect(out).toContain("whose duty follows: the assembly (H)");
    const fa = (await ask("appeals", "--on", "2020-06-01", "--lang", "fa")).out;
    expect(fa).toContain("وزیر: ۸۲ روز است که پاسخی ثبت نشده");
  });

  test("what was answered later than the day is not known yet", async () => {
    const [call] = await roll("2020-03-20");
    expect(call?.asked.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    expect([call?.answers, call?.attributions, call?.daysLeft]).toEqual([[], [], 42]);
  });

  test("an answer stands in the figure of the one who gave it", async () => {
    const { answers } = JSON.parse((await ask("answer", "--json")).out);
    const figures = answers.offices.filter(
      ({ subject }: { subject: { id: string } }) => subject.id === "appeal:call",
    );
    expect(figures.map(({ value }: { value: string }) => value)).toEqual([
      "answer recorded: a letter of one line",
      "no answer recorded",
    ]);
  });
});
