import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("person");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

interface Claim {
  readonly valueText: string;
  readonly voices: number;
  readonly asserting: readonly unknown[];
  readonly denying: readonly unknown[];
}
interface Field {
  readonly property: string;
  readonly confirmation: string;
  readonly shown: number | null;
  readonly claims: readonly Claim[];
}

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      '{id: person:mina, names: {en: "Mina Rahimi", fa: "مینا رحیمی"}}',
      "{id: site:field, names: {en: The field}}",
      "{id: site:hill, names: {en: The hill}}",
      "{id: speaker:t, names: {en: A sister}}",
      "{id: speaker:u, names: {en: A list}, independenceGroup: list}",
      "{id: speaker:v, names: {en: A copy of the list}, independenceGroup: list}",
    ],
    text: "Words about one person. Something is alleged.",
    statements: [
      'key: A, subject: person:mina, property: died, time: 1988-08, quote: "Words"',
      'key: B, subject: person:mina, property: died, time: 1988-08, speaker: speaker:t, quote: "Words"',
      'key: C, subject: person:mina, property: died, time: 1988-09, speaker: speaker:u, chain: second-hand, quote: "Words"',
      'key: D, subject: person:mina, property: buried-at, value: site:field, quote: "Words"',
      'key: E, subject: person:mina, property: buried-at, value: site:hill, speaker: speaker:t, quote: "Words"',
      'key: F, subject: person:mina, property: occupation, value: nurse, speaker: speaker:u, chain: second-hand, quote: "Words"',
      'key: G, subject: person:mina, property: occupation, value: nurse, speaker: speaker:v, chain: second-hand, quote: "Words"',
      'key: H, subject: person:mina, property: family-notified, value: by telephone, quote: "Words"',
      'key: I, subject: person:mina, property: family-notified, value: by telephone, polarity: denies, speaker: speaker:t, quote: "Words"',
      'key: J, subject: person:mina, property: alleged-part, value: something, quote: "Something is alleged"',
    ],
  });
});

const fields = async (): Promise<Map<string, Field>> => {
  const view = JSON.parse((await run("person", "مینا رحیمی", "--json")).out);
  return new Map(view.fields.map((field: Field) => [field.property, field]));
};

describe("a person of whom statements speak", () => {
  test("every value stands with its voices; the one with most is shown, and the rule is named", async () => {
    const died = (await fields()).get("died");
    expect(died).toMatchObject({ confirmation: "disputed", shown: 0 });
    expect(died?.claims.map(({ voices }) => voices)).toEqual([2, 1]);
    expect((await run("person", "Mina Rahimi")).out).toContain(
      "shown: the value with most independent voices",
    );
  });

  test("where as many voices stand against each other, none is shown", async () => {
    const buried = (await fields()).get("buried-at");
    expect([buried?.shown, buried?.claims.map(({ valueText }) => valueText).sort()]).toEqual([
      null,
      ["The field", "The hill"],
    ]);
  });

  test("two copies of one list are one voice", async () => {
    expect((await fields()).get("occupation")).toMatchObject({
      confirmation: "single",
      claims: [{ voices: 1 }],
    });
  });

  test("a denial stands beside what it denies, and disputes it", async () => {
    const field = (await fields()).get("family-notified");
    expect(field?.confirmation).toBe("disputed");
    expect(field?.claims.map(({ asserting, denying }) => [asserting.length, denying.length])).toEqual([
      [1, 1],
    ]);
  });

  test("an allegation is on no page, and a withdrawn statement counts no more", async () => {
    expect((await fields()).has("alleged-part")).toBe(false);
    await run("status", "C", "withdrawn", "--why", "a misprint");
    expect((await fields()).get("died")).toMatchObject({ confirmation: "independent", shown: 0 });
  });
});
