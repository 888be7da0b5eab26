import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  applyCaseFolder,
  createCase,
  openCase,
  propose,
  proveThing,
  readCase,
  readCaseFolder,
  recordFindings,
  releaseAllegation,
  restrictAllegation,
  type Surroundings,
  second,
  setStatus,
  verifyCase,
  vouch,
} from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase, writeSmallFolder } from "./small-folder.ts";

const SMALL = {
  subjects: [
    '{id: person:karimi, names: {en: Reza Karimi, fa: "رضا کریمی"}}',
    '{id: office:warden, names: {en: Warden, fa: "رئیس زندان"}}',
  ],
  text: "Karimi was warden in 1990. I saw him give the order. He was warden, so he must answer. Karimi says that he gave none.",
};
const OFFICE =
  'key: A, subject: office:warden, property: held-by, value: person:karimi, time: "1990", quote: "Karimi was warden in 1990."';
const involvement = (more: string) => `subject: person:karimi, property: involvement, time: "1990", ${more}`;
const ORDERED = involvement(
  'key: B, value: {act: event:e, degree: ordered, basis: named-by-witness, standard: reasonable-suspicion}, quote: "I saw him give the order."',
);
const OFFICE_ONLY = involvement(
  'key: C, value: {act: event:e, basis: held-office}, quote: "He was warden, so he must answer."',
);
const DENIED = involvement(
  'key: D, value: {act: event:e, degree: ordered, basis: not-stated}, polarity: denies, quote: "Karimi says that he gave none."',
);
const restricted = (statement: string) => `${statement}, access: restricted`;
const PASSPHRASE = "orchard lantern seven rivers";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

beforeEach(() => {
  folder = temporaryFolder("involvement");
});

/** Someone with a key of their own in this folder. */
function actor(name: string): Surroundings {
  return {
    now: () => Date.now(),
    random: (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes)),
    homeDir: join(folder, `home-${name}`),
    actor: name,
    askPassphrase: () => Promise.resolve(PASSPHRASE),
    doorRounds: 10,
  };
}

async function as<T>(name: string, action: (opened: Awaited<ReturnType<typeof openCase>>) => Promise<T>) {
  const opened = await openCase({ dir: join(folder, "d"), mode: "write", surroundings: actor(name) });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
}

/** A case of two people, of whom the second one's key counts. */
async function caseOfTwo(...statements: readonly string[]) {
  const from = readCaseFolder(writeSmallFolder(folder, { ...SMALL, statements: [OFFICE, ...statements] }));
  const opened = await createCase({
    dir: join(folder, "d"),
    config: from.config,
    surroundings: actor("anna"),
  });
  await applyCaseFolder(opened, from);
  await opened.close();
  await as("bahar", (other) => setStatus(other, { statement: "A", status: "accepted" }));
  await as("anna", async (anna) => {
    const key = anna.state.twoPersons.enrolled.find((each) => each.actor === "bahar");
    if (key !== undefined) await vouch(anna, key);
  });
}

async function agree(statement: string) {
  const proposal = await as("anna", (anna) =>
    propose(anna, { kind: "allegation.released", subject: statement, why: "a court named him" }),
  );
  await as("bahar", (bahar) => second(bahar, proposal));
}

/** Every view but that of a source, as one text in each language. */
async function everyView(isUnlocked: boolean) {
  const opened = await openCase({ dir: join(folder, "d"), mode: "read", surroundings: actor("anna") });
  if (isUnlocked) await opened.secrets.unlock("everything");
  const reader = await readCase(opened);
  const views = (["en", "fa"] as const).flatMap((language) => [
    reader.plainAnswers(language),
    reader.answers(language),
    reader.offices(language),
    reader.whoHeld({ office: "office:warden", on: "1990" }, language),
    reader.postings("person:karimi", language),
    reader.chainOfCommand({ unit: "office:warden", on: "1990" }, language),
    reader.statedPerson("person:karimi", language),
    reader.people({ q: "", offset: 0, limit: 50 }, language),
    reader.places(null, language),
    reader.search({ q: "order", offset: 0, limit: 50 }, language),
    reader.search({ q: "must answer", offset: 0, limit: 50 }, language),
    reader.findings(language),
    reader.estimate(language),
  ]);
  const traces = await Promise.all(["person:karimi", "office:warden"].map((id) => reader.trace(id, "en")));
  const allegations = reader.allegations("en");
  await opened.close();
  return { text: JSON.stringify([...views, ...traces]), allegations, reader };
}

describe("an involvement", () => {
  test("is encrypted unless its recorder decides otherwise, and refused where nobody gives a passphrase", async () => {
    const from = writeSmallFolder(folder, { ...SMALL, statements: [OFFICE, ORDERED] });
    await inquest(folder, "init", "c", "--title", "Small", "--fictional");
    const refused = await run("build", from);
    expect(refused.code).toBe(5);
    expect(refused.err).toMatch(/statement B names somebody's alleged part.*access: restricted/su);
    writeFileSync(join(folder, "pass"), `${PASSPHRASE}\n`);
    expect((await run("build", from, "--passphrase-file", "pass")).code).toBe(0);
    const { out } = await inquest(folder, "log", "c", "--json");
    // The source itself stands in the open, and so do its words around another quote.
    for (const word of ["involvement", "degree", "named-by-witness"]) expect(out).not.toContain(word);
    const again = await run("build", from, "--passphrase-file", "pass");
    expect((await inquest(folder, "log", "c", "--json")).out).toBe(out);
    expect(again.code).toBe(0);
  });

  test("stands in the log where its recorder wrote that it is restricted, and in no view", async () => {
    await caseOfTwo(restricted(ORDERED), restricted(OFFICE_ONLY), restricted(DENIED));
    const { text, allegations } = await everyView(false);
    for (const words of ["involvement", "order", "must answer", "gave none", "دستور", "alleged"])
      expect(text).not.toContain(words);
    expect(text).toContain("Karimi was warden in 1990.");
    expect(allegations).toEqual({ released: [], restricted: 3, unread: 0 });
  });

  test("is read at its source alone, with its label, and never as taking part for an office held", async () => {
    await buildSmallCase(folder, {
      ...SMALL,
      statements: [OFFICE, restricted(ORDERED), restricted(OFFICE_ONLY), restricted(DENIED)],
    });
    const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings: actor("anna") });
    const reader = await readCase(opened);
    const at = async (language: "en" | "fa") => {
      const { statementsAt } = await reader.source("note", language);
      return statementsAt.map(({ key, standing, standingText, valueText }) => [
        key,
        standing,
        standingText,
        valueText,
      ]);
    };
    expect(await at("en")).toEqual([
      ["A", "reported", "reported by A witness", "Reza Karimi"],
      [
        "B",
        "alleged",
        "alleged by A witness, not established",
        "is said to have ordered it (Event); basis: named by a witness; standard of proof that the speaker declares: reasonable suspicion",
      ],
      [
        "C",
        "alleged",
        "alleged by A witness, not established",
        "named for an office held, and for nothing else; to have held an office is not to have taken part in anything (Event)",
      ],
      [
        "D",
        "alleged",
        "denied by A witness; the allegation is not established",
        "is said to have ordered it (Event); basis: none is given",
      ],
    ]);
    expect((await at("fa"))[2]?.[3]).toContain("داشتن مقام به معنای دست داشتن در چیزی نیست");
    const { passages } = await reader.passages("note", null, "en");
    expect(passages.find(({ statement }) => statement.key === "B")?.statement.standingText).toContain(
      "not established",
    );
    await opened.close();
  });

  test("leaves the case by no trace, no proof and no finding", async () => {
    await buildSmallCase(folder, { ...SMALL, statements: [OFFICE, restricted(ORDERED)] });
    for (const refused of [await run("trace", "B"), await run("prove", "B")])
      expect([refused.code, refused.err]).toEqual([5, expect.stringContaining("case/restricted")]);
    writeFileSync(
      join(folder, "f.yaml"),
      [
        "- id: x",
        "  question: offices",
        "  text: {en: He ordered it}",
        "  standard: reasonable-suspicion",
        "  supports: [A]",
        "  contradicts: [B]",
        "  limitations: {en: none}",
        "  reviewers: [anna]",
      ].join("\n"),
    );
    const finding = await run("findings", "f.yaml");
    expect([finding.code, finding.err]).toEqual([
      3,
      expect.stringMatching(/line 1.*case\/finding-restricted/su),
    ]);
    expect(JSON.parse((await run("findings", "--json")).out).findings).toEqual([]);
  });
});

describe("releasing an allegation", () => {
  test("takes two people in every case, and then it stands in the answers under its label and in no lane", async () => {
    await caseOfTwo(restricted(ORDERED), restricted(DENIED));
    const alone = as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    await expect(alone).rejects.toMatchObject({ code: "case/second-person-needed" });
    await agree("B");
    await as("bahar", (bahar) => releaseAllegation(bahar, { statement: "B", why: "the verdict is public" }));
    const { allegations, reader, text } = await everyView(false);
    expect(allegations).toMatchObject({
      released: [{ statement: { key: "B" }, by: ["anna", "bahar"], why: "the verdict is public" }],
      restricted: 1,
    });
    const figure = reader.plainAnswers("en").answers.offices.find(({ id }) => id === "offices.allegation.b");
    expect(figure).toMatchObject({
      label: "Reza Karimi: alleged by A witness, not established",
      value: expect.stringMatching(/^is said to have ordered it/u),
    });
    expect(reader.plainAnswers("fa").answers.offices.at(-1)?.label).toBe(
      "رضا کریمی: ادعای A witness؛ اثبات نشده است",
    );
    expect(text).toContain("alleged part, with its basis (alleged by A witness, not established)");
    const { notes } = await as("anna", async (anna) => (await readCase(anna)).origin("B", "en"));
    // Its access is still for the few: nothing of it is handed out as a footnote.
    expect(notes.map(({ footnote }) => footnote)).toEqual([null]);
    const lanes = JSON.stringify([
      reader.offices("en"),
      reader.whoHeld({ office: "office:warden", on: "1990" }, "en"),
      reader.postings("person:karimi", "en"),
      reader.chainOfCommand({ unit: "office:warden", on: "1990" }, "en"),
    ]);
    expect(lanes).not.toContain("alleged");
    expect(text).not.toContain("gave none");
    expect((await verifyCase(join(folder, "d"))).problems).toEqual([]);
  });

  test("can be traced and proved then, and closed again by one person", async () => {
    await caseOfTwo(restricted(ORDERED));
    await agree("B");
    await as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    const { figure, verified } = await as("anna", async (anna) => (await readCase(anna)).trace("B", "en"));
    expect([figure.label, verified]).toEqual([
      "alleged part, with its basis (alleged by A witness, not established)",
      true,
    ]);
    const proof = await as("anna", (anna) => Promise.resolve(proveThing(anna, "B")));
    expect(JSON.parse(new TextDecoder().decode(proof.act)).kind).toBe("statement.recorded");
    await as("bahar", (bahar) => restrictAllegation(bahar, { statement: "B", why: "an appeal is pending" }));
    const { text, allegations } = await everyView(false);
    expect(text).not.toContain("ordered");
    expect(allegations).toMatchObject({ released: [], restricted: 1 });
    // One agreement is for one release.
    const again = as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    await expect(again).rejects.toMatchObject({ code: "case/second-person-needed" });
  });

  test("of one that is encrypted is told to those who have the passphrase, with its proof", async () => {
    await caseOfTwo(ORDERED);
    await agree("B");
    await as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    expect((await everyView(false)).text).not.toContain("ordered");
    const opened = await openCase({ dir: join(folder, "d"), mode: "read", surroundings: actor("anna") });
    await opened.secrets.unlock("B");
    const reader = await readCase(opened);
    expect(reader.plainAnswers("en").answers.offices.at(-1)?.label).toContain("not established");
    const { verified, chain } = await reader.trace("B", "en");
    expect([verified, chain.find(({ kind }) => kind === "statement")?.ok]).toEqual([true, true]);
    await opened.close();
  });

  test("lets a finding name it, under its label, and the finding falls when it is closed again", async () => {
    await caseOfTwo(restricted(ORDERED));
    const finding = [
      "- id: x",
      "  question: offices",
      "  text: {en: It is alleged that he ordered it}",
      "  standard: reasonable-suspicion",
      "  supports: [B]",
      "  limitations: {en: one witness}",
      "  reviewers: [anna]",
    ].join("\n");
    await agree("B");
    await as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    await as("anna", (anna) => recordFindings(anna, finding, "f.yaml"));
    const shown = () => as("anna", async (anna) => (await readCase(anna)).findings("en").findings[0]);
    expect(await shown()).toMatchObject({
      standing: "ok",
      supports: [{ standingText: "alleged by A witness, not established" }],
    });
    await as("bahar", (bahar) => restrictAllegation(bahar, { statement: "B", why: "an appeal is pending" }));
    expect(await shown()).toMatchObject({ standing: "above", supports: [], lost: 1, hangsOn: [] });
  });

  test("does not pass to a statement that corrects it", async () => {
    await caseOfTwo(restricted(ORDERED));
    await agree("B");
    await as("anna", (anna) => releaseAllegation(anna, { statement: "B", why: "w" }));
    const planned = restricted(ORDERED.replace("degree: ordered", "degree: planned"));
    const from = readCaseFolder(writeSmallFolder(folder, { ...SMALL, statements: [OFFICE, planned] }));
    await as("anna", (anna) => applyCaseFolder(anna, from));
    const { text, allegations } = await everyView(false);
    expect(allegations).toMatchObject({ released: [], restricted: 1 });
    expect(text).not.toMatch(/said to have (?:ordered|planned)/u);
  });

  test("refuses one that rests on an office alone, and a statement that alleges nothing", async () => {
    await caseOfTwo(restricted(OFFICE_ONLY));
    for (const [word, why] of [
      ["C", /office that they held/u],
      ["A", /alleges nothing/u],
    ] as const) {
      const proposed = as("anna", (anna) =>
        propose(anna, { kind: "allegation.released", subject: word, why: "w" }),
      );
      await expect(proposed).rejects.toMatchObject({
        code: "case/allegation",
        message: expect.stringMatching(why),
      });
    }
  });

  test("by one person alone, written by another program, opens nothing and is a breach", async () => {
    await caseOfTwo(restricted(ORDERED), restricted(OFFICE_ONLY));
    await as("anna", async (anna) => {
      for (const word of ["B", "C"]) {
        const statement = anna.state.statements.find(word)?.statement.id ?? "";
        await anna.record([{ kind: "allegation.released", body: { statement, why: "I say so" } }]);
      }
    });
    const { text, allegations } = await everyView(false);
    expect(text).not.toContain("ordered");
    expect(allegations).toMatchObject({ released: [], restricted: 2 });
    const { problems } = await verifyCase(join(folder, "d"));
    expect(problems.map(({ code }) => code)).toEqual([
      "case/second-person-missing",
      "case/second-person-missing",
    ]);
  });
});
