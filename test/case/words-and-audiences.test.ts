import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("told-to-whom");
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c");

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      "{id: person:p, names: {en: Somebody}}",
      "{id: body:ministry, names: {en: A ministry}}",
      "{id: appeal:a, names: {en: An appeal}}",
      "{id: site:field, names: {en: The field}}",
      "{id: office:warden, names: {en: Warden}}",
      "{id: speaker:t, names: {en: A sister}}",
    ],
    text: "He died in July. He died in 1988. Thirty were taken. What follows is told by others, at another time and of another day. It was seen from above. The warden signed the lists. They denied it.",
    statements: [
      'key: A, subject: person:p, property: died, time: 1988-07, quote: "He died in July."',
      'key: B, subject: person:p, property: died, time: "1988", speaker: speaker:t, quote: "He died in 1988."',
      'key: C, subject: event:e, property: persons-killed, value: 30, quote: "Thirty were taken."',
      'key: S, subject: site:field, property: site-reported, value: {en: seen}, quote: "It was seen from above."',
      'key: T, subject: site:field, property: site-located, value: {en: for us}, access: team, quote: "seen from above"',
      'key: J, subject: person:p, property: alleged-part, value: {en: signed}, quote: "The warden signed the lists."',
      'key: P, subject: appeal:a, property: addressed-to, value: body:ministry, time: 1988-08-01, quote: "They denied it."',
      'key: Q, subject: appeal:a, property: answer-attribution, value: denies, of: body:ministry, quote: "They denied it."',
    ],
  });
});

const enter = async (statement: string, head = "") => {
  writeFileSync(
    join(folder, "more.yaml"),
    `source: note\n${head}defaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n  - {${statement}}\n`,
  );
  return run("record", "more.yaml");
};

describe("a key", () => {
  test("passes to what another says of another thing only where the file says that this is meant", async () => {
    const other =
      'key: B, subject: event:e, property: persons-killed, value: 31, quote: "Thirty were taken."';
    const refused = await enter(other);
    expect(refused.code).toBe(3);
    expect(refused.err).toMatch(
      /more\.yaml, line 4, B: this key names a statement of speaker:t .*corrections: true/u,
    );
    const meant = await enter(other, "corrections: true\n");
    expect(meant.out).toMatch(/B takes the place of st-/u);
    const back =
      'key: B, subject: person:p, property: died, time: "1988", speaker: speaker:t, quote: "He died in 1988."';
    expect((await enter(back, "corrections: true\n")).code).toBe(0);
  });
});

describe("what is closed", () => {
  test("is not told by an open statement that quotes all its words", async () => {
    const { err } = await enter(
      'key: Z, subject: office:warden, property: held-by, value: person:p, quote: "The warden signed the lists."',
    );
    expect(err).toMatch(/Z quotes all the words of J, which is restricted/u);
  });

  test("for strangers is what is for the team, and what the keepers say of a statement", async () => {
    const decided = ["--publish", "exact", "--risk", "none", "--why", "known to all", "--by", "R"];
    expect((await run("sites", "site:field", ...decided)).err).toBe("");
    await run("status", "S", "issue", "--why", "Anna doubts it");
    const told = await run("site", "site:field", "--public", "--json");
    expect(told.out).toContain("seen");
    expect(told.out).not.toMatch(/for us|Anna/u);
    expect((await run("site", "site:field", "--json")).out).toMatch(/for us/u);
  });

  test("to an audience is what its speaker did not agree to give them", async () => {
    const { out } = await run("consent", "C", "--giver", "P9", "--scope", "un", "--how", "spoken", "--json");
    expect((await inquest(folder, "prove", "c", "C", "--out", "p")).err).toMatch(/case\/consent-scope/u);
    expect((await inquest(folder, "prove", "c", "C", "--for", "prosecutor", "--out", "p")).code).not.toBe(0);
    expect((await inquest(folder, "prove", "c", "C", "--for", "un", "--out", "p")).err).toBe("");
    expect(readFileSync(join(folder, "p.act.json"), "utf8")).toContain("Thirty");
    await run("consent", "withdraw", JSON.parse(out).id, "--why", "asked to");
    expect((await run("trace", "C")).err).toMatch(/is withheld: whoever spoke took their consent back/u);
  });
});

describe("a statement that was withdrawn by its recorders", () => {
  test("carries no finding, new or old, and says so where it is traced", async () => {
    const finding = (id: string) =>
      writeFileSync(
        join(folder, "f.yaml"),
        `- {id: ${id}, question: who, text: {en: He died.}, standard: reasonable-suspicion, supports: [A], limitations: {en: none}, reviewers: [R]}\n`,
      );
    finding("one");
    expect((await run("findings", "f.yaml")).err).toBe("");
    await run("status", "A", "withdrawn", "--why", "misheard");
    const [judged] = JSON.parse((await run("findings", "--json")).out).findings;
    expect(judged).toMatchObject({ standing: "above", lost: 1, support: { statements: 0 } });
    finding("two");
    expect((await run("findings", "f.yaml")).err).toMatch(/was withdrawn by its recorders/u);
    expect((await run("trace", "A")).out).toContain("withdrawn: misheard");
    await run("status", "A", "accepted");
  });
});

describe("answers and voices", () => {
  test("who is said to deny has answered", async () => {
    const { out } = await run("appeals", "--on", "1990-01-01", "--json");
    expect(JSON.parse(out).appeals[0].asked[0]).toMatchObject({ state: "answered" });
  });

  test("two who agree, the one more coarsely, bear one date out together", async () => {
    const { out } = await run("person", "person:p", "--json");
    const [died] = JSON.parse(out).fields;
    expect(died).toMatchObject({ shown: 0, confirmation: "independent" });
    expect(died.claims[0]).toMatchObject({ voices: 2, time: { edtf: "1988-07" } });
  });

  test("every mistake of a file is told at once", async () => {
    writeFileSync(
      join(folder, "bad.yaml"),
      [
        "source: note",
        "defaults: {speaker: speaker:s, chain: first-hand}",
        "statements:",
        '  - {key: X1, subject: person:p, property: flew, quote: "He died in July."}',
        '  - {key: X2, subject: person:p, property: died, time: 1990/1988, quote: "He died in July."}',
        '  - {key: X3, subject: person:p, property: age-at-death, value: {min: 3, best: 1, max: 9}, quote: "He died"}',
        "  - {key: X4, subject: body:ministry, property: subordinate-to, value: body:ministry, quote: They denied it.}",
      ].join("\n"),
    );
    const { err } = await run("record", "bad.yaml");
    for (const part of [
      'is "flew", which',
      "ends before it starts",
      "the best count 1 lies outside",
      "cannot stand under itself",
    ])
      expect(err).toContain(part);
  });
});

describe("what was said before and after", () => {
  test("a proof is refused for words inside of it that another may not have told, and for what was restricted since", async () => {
    expect(
      (
        await enter(
          'key: LO, subject: site:field, property: site-reported, value: {en: seen}, quote: "It was seen from above. The warden"',
        )
      ).err,
    ).toBe("");
    expect((await inquest(folder, "prove", "c", "LO", "--out", "lo")).err).toMatch(
      /case\/withheld|case\/consent-scope|case\/team-only/u,
    );
    expect(
      (await enter('key: K1, subject: event:e, property: persons-killed, value: 7, quote: "told by others"'))
        .err,
    ).toBe("");
    const before = JSON.parse((await run("search", "told by others", "--json")).out).hits[0].id;
    expect(
      (
        await enter(
          'key: K1, subject: event:e, property: persons-killed, value: 7, access: restricted, quote: "told by others"',
        )
      ).err,
    ).toBe("");
    expect((await inquest(folder, "prove", "c", before, "--out", "k1")).err).toMatch(/is restricted/u);
  });

  test("an allegation whose words an open statement tells already is refused until that one is corrected", async () => {
    expect(
      (await enter('key: H1, subject: event:e, property: persons-killed, value: 8, quote: "at another time"'))
        .err,
    ).toBe("");
    const { err } = await enter(
      'key: H2, subject: person:p, property: alleged-part, value: {en: so}, quote: "another time"',
    );
    expect(err).toMatch(/H1 quotes all the words of H2/u);
  });

  test("no-answer is no answer, and the answer and the roll say the same", async () => {
    const state = async () =>
      JSON.parse((await run("appeals", "--on", "1990-01-01", "--json")).out).appeals[0].asked[0].state;
    const said = async () => (await run("answer", "--json")).out;
    expect(await state()).toBe("answered");
    expect(await said()).not.toContain("no answer recorded");
    await run("status", "Q", "withdrawn", "--why", "misread");
    expect(
      (
        await enter(
          'key: Q2, subject: appeal:a, property: answer-attribution, value: no-answer, of: body:ministry, quote: "They denied it."',
        )
      ).err,
    ).toBe("");
    expect(await state()).toBe("waiting");
    expect(await said()).toContain("no answer recorded");
    await run("status", "Q", "accepted");
  });

  test("a name is one in two scripts, also where it is written as plain words", async () => {
    await enter(
      'key: N1, subject: person:p, property: person-name, value: Ali Hosseini, quote: "He died in July."',
    );
    await enter(
      'key: N2, subject: person:p, property: person-name, value: {fa: علی حسینی}, speaker: speaker:t, quote: "He died in 1988."',
    );
    const { fields } = JSON.parse((await run("person", "person:p", "--json")).out);
    const names = fields.find((field: { property: string }) => field.property === "person-name");
    expect(names).toMatchObject({ confirmation: "independent", claims: [{ voices: 2 }, { voices: 2 }] });
  });
});
