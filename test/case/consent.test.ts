import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openCase, readCase, verifyCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase, writeSmallFolder } from "./small-folder.ts";

const MARK = "forty persons were taken from ward four";
let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

async function views(now = Date.UTC(2026, 0, 1)) {
  const surroundings = { ...fixedSurroundings(folder), now: () => now };
  const opened = await openCase({ dir: join(folder, "c"), mode: "read", surroundings });
  const reader = await readCase(opened);
  const [source] = reader.sources("en");
  const pages = {
    answers: reader.answers("en"),
    plain: reader.plainAnswers("fa"),
    offices: reader.offices("en"),
    places: reader.places(null, "en"),
    source: await reader.source(source?.id ?? "", "en"),
    summary: reader.summary("en"),
  };
  await opened.close();
  return pages;
}

/** Every file that people use, without the ledger and the vault. */
function workFiles(): string {
  const work = join(folder, "c", "work");
  return readdirSync(work)
    .filter((name) => statSync(join(work, name)).isFile())
    .map((name) => readFileSync(join(work, name), "utf8"))
    .join("\n");
}

beforeEach(async () => {
  folder = temporaryFolder("consent");
  await buildSmallCase(folder, {
    subjects: ["{id: speaker:other, names: {en: Another witness}}"],
    text: `On that day ${MARK}. Another says fifty.`,
    statements: [
      `key: A, subject: event:e, property: persons-killed, value: 40, quote: "${MARK}"`,
      'key: B, subject: event:e, property: persons-killed, value: 50, speaker: speaker:other, quote: "fifty"',
    ],
  });
});

async function consent(...args: readonly string[]): Promise<string> {
  const given = ["--giver", "P7", "--scope", "partners", "--how", "in writing"];
  const { out, err } = await run("consent", ...args, ...given, "--json");
  expect(err).toBe("");
  return JSON.parse(out).id;
}

describe("a consent that is taken back", () => {
  test.each([
    ["on a statement", "A"],
    ["on its speaker", "A witness"],
    ["on its source", "note"],
  ])("%s takes the quote out of every answer, page and file, and the case verifies", async (_, what) => {
    const id = await consent(what);
    expect(JSON.stringify(await views())).toContain(MARK);
    expect((await run("consent", "withdraw", id, "--why", "fears for a sister")).code).toBe(0);
    const after = await views();
    expect(JSON.stringify(after)).not.toContain(MARK);
    expect(JSON.stringify(after.answers)).not.toContain('"40"');
    expect(workFiles()).not.toContain(MARK);
    expect((await run("answer", "--json")).out).not.toContain(MARK);
    expect((await run("trace", "c", "A")).code).not.toBe(0);
    expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
    expect((await run("consent")).out).toContain("withdrawn: fears for a sister");
  });

  test("leaves what others say, at its place in the text", async () => {
    await run("consent", "withdraw", await consent("A"), "--why", "asked to");
    const { source, answers } = await views();
    const [other] = source.statementsAt;
    const at = other?.at.kind === "text" ? other.at : null;
    expect(source.text?.slice(at?.start, at?.end)).toBe("fifty");
    expect(source.text).toContain("█".repeat(MARK.length));
    expect(answers.howMany.map(({ valueText }) => valueText).join()).toContain("50");
  });

  test("is not handed over in a proof", async () => {
    await run("consent", "withdraw", await consent("A"), "--why", "asked to");
    const { err } = await inquest(folder, "prove", "c", "A", "--out", "proof");
    expect(err).toMatch(/case\/(?:withheld|no-such-act)/u);
    const log = JSON.parse(
      `[${(await inquest(folder, "log", "c", "--kind", "statement.recorded", "--json")).out.trim().split("\n").join(",")}]`,
    );
    const act = log.find((each: { body: { statement: { key: string } } }) => each.body.statement.key === "A");
    const byId = await inquest(folder, "prove", "c", act.id, "--out", "proof");
    expect({ code: byId.code, err: byId.err }).toMatchObject({
      code: 5,
      err: expect.stringMatching(/case\/withheld/u),
    });
  });

  test("comes back only with a new consent, and building again records nothing twice", async () => {
    await run("consent", "withdraw", await consent("A"), "--why", "asked to");
    await run("build", join(folder, "from"));
    expect(JSON.stringify(await views())).not.toContain(MARK);
    await consent("A");
    expect(JSON.stringify(await views())).toContain(MARK);
    expect((await views()).summary.counts.statements).toBe(2);
  });

  test("is not taken back on a day that is none, and the case still opens", async () => {
    const id = await consent("A");
    const { code, err } = await run("consent", "withdraw", id, "--why", "asked to", "--on", "yesterday");
    expect([code, err]).toEqual([3, expect.stringMatching(/case\/consent/u)]);
    expect(JSON.stringify(await views())).toContain(MARK);
  });

  test("cannot be taken back twice, and an unknown one is named", async () => {
    const id = await consent("A");
    await run("consent", "withdraw", id, "--why", "asked to");
    expect((await run("consent", "withdraw", id, "--why", "again")).err).toMatch(
      /withdrawn before: asked to/u,
    );
    expect((await run("consent", "withdraw", "consent-x", "--why", "x")).err).toMatch(/There are: consent-/u);
  });
});

test("a consent with an end holds on its last day, and no longer", async () => {
  await consent("A", "--expires", "2026-03-31");
  expect(JSON.stringify(await views(Date.UTC(2026, 2, 31, 23)))).toContain(MARK);
  const after = await views(Date.UTC(2026, 3, 1));
  expect(JSON.stringify(after)).not.toContain(MARK);
});

test("a consent needs a pseudonym, a scope, how it was given, and days that exist", async () => {
  expect((await run("consent", "A", "--giver", "P7")).code).toBe(2);
  const bad = await run(
    "consent",
    "A",
    "--giver",
    "P",
    "--scope",
    "un",
    "--how",
    "by phone",
    "--expires",
    "2026-02-30",
  );
  expect(bad.err).toMatch(/case\/consent/u);
});

describe("the status of a statement", () => {
  test("needs a reason where it finds fault, and is counted where it accepts", async () => {
    expect((await run("status", "A", "issue")).err).toMatch(/needs its reason/u);
    expect((await run("status", "A", "accepted")).code).toBe(0);
    const { answers, source } = await views();
    const figure = answers.howMany.find(({ valueText }) => valueText.includes("40"));
    expect(figure?.footing).toMatchObject({ reviewed: 1, voices: 1 });
    expect(source.statementsAt[0]).toMatchObject({ status: "accepted" });
  });

  test("withdrawn takes it out of the answers and leaves it at its source, with the reason", async () => {
    await run("status", "A", "withdrawn", "--why", "misheard on the recording");
    const { answers, source } = await views();
    expect(JSON.stringify(answers)).not.toContain(MARK);
    expect(source.statementsAt[0]).toMatchObject({
      key: "A",
      statusText: "withdrawn: misheard on the recording",
    });
  });
});

describe("consent goes with the words", () => {
  const statements = (quote: string) => [
    `key: A, subject: event:e, property: persons-killed, value: 40, quote: "${quote}"`,
    'key: B, subject: event:e, property: persons-killed, value: 50, speaker: speaker:t, quote: "A guard said fifty"',
  ];
  const small = (value: string, quote = MARK) => ({
    subjects: ["{id: speaker:t, names: {en: A guard}}"],
    text: `They said ${MARK}. A guard said fifty.`,
    statements: statements(quote).map((line) => line.replace("value: 40", `value: ${value}`)),
  });
  const agree = async (giver: string) => {
    const given = await run(
      "consent",
      "A",
      "--giver",
      giver,
      "--scope",
      "un",
      "--how",
      "in writing",
      "--json",
    );
    return JSON.parse(given.out).id;
  };
  const everything = async () =>
    [await run("search", "ward"), await run("passages", "note"), await run("answer", "--json")]
      .map(({ out }) => out)
      .join("\n");

  beforeEach(async () => {
    folder = temporaryFolder("consent-words");
    await buildSmallCase(folder, small("40"));
  });

  test("also those of a statement that was corrected since", async () => {
    const id = await agree("P7");
    writeSmallFolder(folder, small("41"));
    expect((await run("build", "from")).code).toBe(0);
    expect(await everything()).toContain(MARK);
    await run("consent", "withdraw", id, "--why", "asked to");
    expect(await everything()).not.toContain(MARK);
    expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
  });

  test("also those that only the statement before the correction quoted, in the text of the source", async () => {
    writeSmallFolder(folder, small("41", "ward four"));
    expect((await run("build", "from")).code).toBe(0);
    const id = await agree("P7");
    expect(JSON.stringify((await views()).source)).toContain("forty persons");
    await run("consent", "withdraw", id, "--why", "asked to");
    expect(JSON.stringify((await views()).source)).not.toContain("forty persons");
  });

  test("and where a finding, a statement or another source repeats them, that is told", async () => {
    const id = await agree("P7");
    writeFileSync(join(folder, "copy.txt"), `A copy: ${MARK.toUpperCase().replaceAll(" ", "\n")}.`);
    writeFileSync(
      join(folder, "found.yaml"),
      `- {id: forty, question: howMany, text: {en: "That ${MARK} is well known."}, standard: reasonable-suspicion, supports: [B], limitations: {en: none}, reviewers: [R], above: {by: R, why: known}}`,
    );
    expect((await run("add", "copy.txt")).code).toBe(0);
    expect((await run("findings", "found.yaml")).err).toBe("");
    const { out } = await run("consent", "withdraw", id, "--why", "asked to");
    expect(out).toContain("The finding forty repeats words of A");
    expect(out).toContain("The source copy.txt holds words of A too");
    expect(JSON.parse((await run("consent", "repeats", "--json")).out)).toMatchObject([
      { in: "finding", id: "forty", of: "A" },
      { in: "source", name: "copy.txt", of: "A" },
    ]);
  });

  test("of each giver by itself: a second one does not outlive the first", async () => {
    const first = await agree("P7");
    await agree("P8");
    await run("consent", "withdraw", first, "--why", "asked to");
    expect(await everything()).not.toContain(MARK);
  });

  test("and no proof of a neighbouring statement hands them over", async () => {
    const id = await agree("P7");
    expect((await inquest(folder, "prove", "c", "B", "--for", "un", "--out", "before")).code).toBe(0);
    // The words around it are of one who agreed to fewer.
    expect((await inquest(folder, "prove", "c", "B", "--out", "all")).code).toBe(5);
    await run("consent", "withdraw", id, "--why", "asked to");
    expect((await inquest(folder, "prove", "c", "B", "--for", "un", "--out", "after")).err).toContain(
      "case/withheld",
    );
  });
});
