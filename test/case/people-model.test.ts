/** People as sources tell them: names, groups, mentions, and how far a fate is confirmed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { StatedPersonView } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("people-model");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const person = async (id: string): Promise<StatedPersonView> =>
  JSON.parse((await inCase("person", id, "--json")).out);
const levelOf = async (id: string) => (await person(id)).confirmation.level;

const said = (key: string, subject: string, rest: string) =>
  `key: ${key}, subject: ${subject}, ${rest}, quote: "Words"`;
const [first, other, third] = ["speaker: speaker:s", "speaker: speaker:t", "speaker: speaker:u"];

beforeAll(async () => {
  const people = ["one", "two", "three", "proof", "alive", "disputed", "apart", "unknown", "copied"];
  await buildSmallCase(folder, {
    subjects: [
      ...people.map((name) => `{id: person:${name}, names: {en: Person ${name}}}`),
      "{id: mention:guard, names: {en: the boy with a scar}}",
      "{id: group:hall, names: {en: Those of the hall, fa: کسان تالار}}",
      "{id: place:town, names: {en: A town}}",
      "{id: speaker:t, names: {en: A sister}}",
      "{id: speaker:u, names: {en: A nurse}}",
      "{id: speaker:copy, names: {en: A copy}, independenceGroup: lists}",
      "{id: speaker:list, names: {en: A list}, independenceGroup: lists}",
    ],
    text: "Words. The faith is named.",
    statements: [
      said("A1", "person:one", `property: died, time: "1988-08-01", ${first}`),
      said("B1", "person:two", `property: died, time: "1988-08", ${first}, chain: second-hand`),
      said("B2", "person:two", `property: died, time: "1988-08-12", ${other}, chain: second-hand`),
      said("C1", "person:three", `property: died, place: place:town, ${first}`),
      said("C2", "person:three", `property: died, place: place:town, ${other}, chain: second-hand`),
      said("C3", "person:three", `property: died, place: place:town, ${third}, chain: second-hand`),
      said("D1", "person:proof", `property: death-certificate, value: issued, ${first}`),
      said("E1", "person:alive", `property: victim-status, value: found-alive, ${first}`),
      said("F1", "person:disputed", `property: died, time: "1988", ${first}`),
      said("F2", "person:disputed", `property: died, polarity: denies, ${other}`),
      said("G1", "person:apart", `property: died, time: "1988-07", ${first}`),
      said("G2", "person:apart", `property: died, time: "1989-07", ${other}`),
      said("H1", "person:copied", `property: died, time: "1988-07", speaker: speaker:copy`),
      said("H2", "person:copied", `property: died, time: "1988-07", speaker: speaker:list`),
      said(
        "N1",
        "person:one",
        `property: person-name, value: {text: علی, form: given, language: fa, title: دکتر}`,
      ),
      said("M1", "mention:guard", `property: died, time: "1988-08-01", ${third}`),
      said(
        "S1",
        "group:hall",
        `property: casualties, value: {min: 30, max: 40}, basis: witness-estimate, ${first}`,
      ),
      said("S2", "group:hall", `property: casualties, value: 55, basis: bodies-counted, ${other}`),
      said(
        "S3",
        "group:hall",
        `property: unnamed-casualties, value: {min: 12}, certainty: probable, ${first}`,
      ),
    ],
  });
});

describe("the level of confirmation", () => {
  test.each([
    ["person:one", "1"],
    ["person:two", "2"],
    ["person:three", "3"],
    ["person:proof", "3"],
    ["person:alive", "X"],
    ["person:disputed", "D"],
    ["person:apart", "1"],
    ["person:unknown", "0"],
    ["person:copied", "1"],
  ])("of %s is %s", async (id, level) => {
    expect(await levelOf(id)).toBe(level);
  });

  test("is published with its rule and counted", async () => {
    const { out } = await inCase("confirmation");
    expect(out).toContain(
      "level 2: 2 or more independent sources agree on the identity and on date or place",
    );
    const view = JSON.parse((await inCase("confirmation", "--json")).out);
    expect(view.levels.map((each: { level: string; stated: number }) => [each.level, each.stated])).toEqual([
      ["0", 0],
      ["1", 3],
      ["2", 1],
      ["3", 2],
      ["D", 1],
      ["X", 1],
    ]);
    expect((await inCase("confirmation", "--lang", "fa")).out).toContain("۲ منبع مستقل");
  });

  test("follows the rule that the case sets", async () => {
    const path = join(folder, "from", "case.yaml");
    const before = readFileSync(path, "utf8");
    writeFileSync(path, `${before}confirmation: {two: {agreeOn: date-and-place}, proofs: []}\n`);
    expect((await inCase("build", "from")).err).toBe("");
    expect([await levelOf("person:two"), await levelOf("person:proof")]).toEqual(["1", "1"]);
    expect((await inCase("confirmation")).out).toContain("By the rule of this case");
    writeFileSync(path, before);
    await inCase("build", "from");
    expect(await levelOf("person:two")).toBe("2");
  });
});

describe("a mention", () => {
  test("is nobody until somebody decides it, and can be opened again", async () => {
    expect(await levelOf("person:one")).toBe("1");
    expect((await inCase("mention")).out).toContain("nobody has decided who it is");
    const decided = await inCase(
      "mention",
      "the boy with a scar",
      "is",
      "Person",
      "one",
      "--why",
      "same scar",
    );
    expect(decided.err).toBe("");
    const view = await person("person:one");
    expect(view.mentions.map(({ name }) => name)).toEqual(["the boy with a scar"]);
    expect(view.confirmation.level).toBe("2");
    const died = view.fields.find(({ property }) => property === "died");
    expect(died?.claims[0]?.asserting.map(({ subject }) => subject.id)).toEqual([
      "person:one",
      "mention:guard",
    ]);
    await inCase("mention", "mention:guard", "open", "--why", "two boys had one");
    expect(await levelOf("person:one")).toBe("1");
  });

  test("needs a reason, and is no person by its name", async () => {
    expect((await inCase("mention", "mention:guard", "is", "person:one")).err).toContain("case/mention");
    expect((await inCase("mention", "person:one", "is", "person:two", "--why", "x")).err).toContain(
      "case/not-found",
    );
    expect((await inCase("person", "the boy with a scar")).err).toContain("case/not-found");
  });
});

describe("a name", () => {
  test("keeps its form, language and title, and its own script", async () => {
    const name = (await person("person:one")).fields.find(({ property }) => property === "person-name");
    expect(name?.claims[0]?.valueText).toBe("دکتر علی");
    expect(name?.claims[0]?.asserting[0]).toMatchObject({ nameForm: "given name" });
  });
});

describe("a group", () => {
  test("has its count by each voice with least and most, and nothing is added up", async () => {
    const { howMany } = JSON.parse((await inCase("answer", "--json")).out).answers;
    const of = (group: string) =>
      howMany
        .filter((figure: { id: string }) => figure.id.startsWith(`howMany.${group}.hall`))
        .map(({ value, range, contradictedBy }: Record<string, unknown[] | null>) => [
          value,
          range,
          contradictedBy?.length,
        ]);
    expect(of("casualties")).toEqual([
      [55, null, 1],
      [null, [30, 40], 1],
    ]);
    expect(of("unnamed-casualties")).toEqual([[12, [12, null], 0]]);
    expect((await inCase("answer", "--lang", "fa")).out).toContain("کسان «کسان تالار»");
  });
});

describe("access", () => {
  test("for the team is used in answers and leaves by no proof", async () => {
    const path = join(folder, "from", "statements", "note.yaml");
    const before = readFileSync(path, "utf8");
    writeFileSync(
      path,
      `${before}  - {${said("T1", "event:e", "property: persons-killed, value: 77, access: team")}}\n`,
    );
    expect((await inCase("build", "from")).err).toBe("");
    expect((await inCase("answer", "--json")).out).toMatch(/"value": 77\b/u);
    expect((await inquest(folder, "prove", "c", "T1", "--out", "proof")).err).toContain("case/team-only");
    writeFileSync(path, before);
  });

  test("to what can endanger a person is by key, unless somebody decided otherwise", async () => {
    const path = join(folder, "from", "statements", "note.yaml");
    const before = readFileSync(path, "utf8");
    const add = (rest: string) =>
      writeFileSync(
        path,
        `${before}  - {${said("R1", "person:one", `property: religion, ${rest}`).replace("Words", "The faith is named")}}\n`,
      );
    add("value: a faith");
    expect((await inCase("build", "from")).err).toContain("says what can endanger a person or their kin");
    writeFileSync(join(folder, "pass"), "correct horse battery staple\n");
    const sealed = await inCase("build", "from", "--passphrase-file", "pass");
    expect(sealed.code).toBe(0);
    expect((await inCase("search", "faith", "--json")).out).not.toContain("a faith");
    add("value: another faith, access: team");
    expect((await inCase("build", "from", "--passphrase-file", "pass")).code).toBe(0);
    expect((await inCase("person", "person:one")).out).toContain("another faith");
    writeFileSync(path, before);
  });
});
