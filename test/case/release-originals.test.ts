/** What goes along with a release for commissions as it is: nothing, unless everything in it may be told. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFindings } from "../../verifier/findings.ts";
import { checkPackage } from "../../verifier/package.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase, type SmallFolder, writeSmallFolder } from "./small-folder.ts";
import { must } from "./two-lists.ts";

const SUBJECTS = [
  "{id: person:gone, names: {en: Omid Sohrabi}}",
  "{id: person:one, names: {en: Farshid}}",
  "{id: speaker:few, names: {en: A second witness}}",
];
const TEXT = "Forty were taken from the yard. By noon nobody was left.";
const TAKEN = 'key: A, subject: event:e, property: persons-killed, value: 40, quote: "Forty were taken"';
/** What goes along with a release of a case. */
async function originals(small: Partial<SmallFolder>, ...more: readonly (readonly string[])[]) {
  const folder = temporaryFolder("originals");
  const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
  await buildSmallCase(folder, { subjects: SUBJECTS, text: TEXT, statements: [TAKEN], ...small });
  const why = ["--why", "as the family asked"];
  for (const id of ["person:gone", "person:one"])
    await must(run("visibility", id, "--show", "withheld", ...why));
  await must(run("visibility", "speaker:s", "speaker:few", "--show", "name", ...why));
  for (const args of more) await must(run(...args));
  await must(run("release", "--profile", "commission", "--out", "out"));
  const proofs = join(folder, "out", "data", "proofs", "acts.jsonl");
  const kinds = existsSync(proofs)
    ? readFileSync(proofs, "utf8")
        .split("\n")
        .flatMap((line) => (line === "" ? [] : [String(JSON.parse(line).kind)]))
    : [];
  const blobs = join(folder, "out", "data", "blobs");
  return { kinds, files: existsSync(blobs) ? readdirSync(blobs).length : 0 };
}

const BOTH = { kinds: ["source.sealed", "statement.recorded"], files: 1 };
const SOURCE_ALONE = { kinds: ["source.sealed"], files: 0 };

describe("acts and files go along with a release for commissions", () => {
  test("where nothing in them stays", async () => {
    expect(await originals({})).toEqual(BOTH);
  });

  test.each<readonly [string, Partial<SmallFolder>, readonly (readonly string[])[]]>([
    ["a word of a name that is withheld is in the file", { text: `${TEXT} Sohrabi ran.` }, []],
    [
      "another statement of the file is for the team",
      {
        statements: [
          TAKEN,
          'key: B, subject: event:e, property: persons-killed, value: 1, access: team, quote: "nobody was left"',
        ],
      },
      [],
    ],
    [
      "the speaker of another statement agreed to fewer",
      {
        statements: [
          TAKEN,
          'key: B, subject: event:e, property: persons-killed, value: 1, speaker: speaker:few, quote: "nobody was left"',
        ],
      },
      [["consent", "speaker:few", "--giver", "P", "--scope", "internal", "--how", "in writing"]],
    ],
    [
      "it names a site that is told coarsely",
      {
        subjects: [...SUBJECTS, "{id: site:mill, names: {en: Behind the mill}}"],
        text: `${TEXT} Behind the mill.`,
      },
      [
        [
          ...["sites", "site:mill", "--publish", "coarsened", "--km", "5"],
          ...["--risk", "digging", "--why", "near a road", "--by", "keeper"],
        ],
      ],
    ],
    ["it holds characters that nobody sees", { text: `${TEXT} \u202eabc` }, []],
    ["it holds escapes that stand for letters", { text: `${TEXT} S&#111;hrabi.` }, []],
    ["it holds a word that may be anything written in letters", { text: `${TEXT} ${"QUJD".repeat(30)}` }, []],
  ])("not where %s: the act that sealed it says nothing of that", async (_, small, more) => {
    expect(await originals(small, ...more)).toEqual(SOURCE_ALONE);
  });

  test("no act holds a name of one word that is withheld, though lines of the release are not looked through for it", async () => {
    const note =
      'key: A, subject: event:e, property: persons-killed, value: 40, note: {en: "told by Farshid"}, quote: "Forty were taken"';
    const { kinds } = await originals({ statements: [note] });
    expect(kinds).toEqual(["source.sealed"]);
  });

  test.each([
    ["that nobody gave a title", "letter-from-home.txt", ""],
    [
      "that is called by a word of a name that is withheld",
      "sohrabi-told.md",
      "---\ntitle: {en: A letter}\nrole: evidence\nlanguage: en\n---\n",
    ],
  ])("a file %s is named nowhere: the act that sealed it stays", async (_, name, head) => {
    const folder = temporaryFolder("originals");
    const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    await buildSmallCase(folder, { subjects: SUBJECTS, text: TEXT, statements: [TAKEN] });
    writeFileSync(join(folder, name), `${head}Fifty were taken.\n`);
    await must(run("add", name));
    const lines = [
      `source: ${name.slice(0, name.indexOf("."))}`,
      "defaults: {speaker: speaker:s, chain: first-hand}",
      "statements:",
      '  - {key: L, subject: event:e, property: persons-killed, value: 50, quote: "Fifty were taken"}',
    ];
    writeFileSync(join(folder, "letter.yaml"), `${lines.join("\n")}\n`);
    await must(run("record", "letter.yaml"));
    const why = ["--why", "as the family asked"];
    await must(run("visibility", "person:gone", "person:one", "--show", "withheld", ...why));
    await must(run("visibility", "speaker:s", "--show", "name", ...why));
    await must(run("release", "--profile", "commission", "--out", "out"));
    const data = join(folder, "out", "data");
    const acts = readFileSync(join(data, "proofs", "acts.jsonl"), "utf8");
    expect(acts).toContain('"fileName":"note.md"');
    expect(acts).not.toContain(name);
    expect(readdirSync(join(data, "blobs"))).toHaveLength(1);
  });

  test("nothing of it goes to partners or the public", async () => {
    const folder = temporaryFolder("originals");
    const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    await buildSmallCase(folder, { subjects: [], text: TEXT, statements: [TAKEN] });
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    for (const profile of ["public", "partners"]) {
      await must(run("release", "--profile", profile, "--out", profile));
      const { proofs } = JSON.parse(readFileSync(join(folder, profile, "release.json"), "utf8"));
      expect(proofs).toMatchObject({ leaves: 2, acts: 0, files: 0 });
    }
  });

  test("who is withheld is not named in a note to commissions either: the statement stays", async () => {
    const folder = temporaryFolder("originals");
    const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    await buildSmallCase(folder, {
      subjects: SUBJECTS,
      text: TEXT,
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, note: {en: "Omid Sohrabi was there"}, quote: "Forty were taken"',
      ],
    });
    const why = ["--why", "as the family asked"];
    for (const id of ["person:gone", "person:one"])
      await must(run("visibility", id, "--show", "withheld", ...why));
    await must(run("visibility", "speaker:s", "--show", "name", ...why));
    const plan = JSON.parse((await run("release", "--profile", "commission", "--dry-run", "--json")).out);
    expect([plan.statements, plan.stays.person]).toEqual([0, 1]);
  });

  test("nothing of a closed case goes along, whose log holds sealed entries: their hashes bind like any other", async () => {
    const folder = temporaryFolder("originals");
    const passphrase = ["--passphrase-file", "pass", "--quiet"];
    const run = (...args: readonly string[]) => must(inquest(folder, ...args, ...passphrase));
    writeFileSync(join(folder, "pass"), "orchard lantern seven rivers\n");
    const from = writeSmallFolder(folder, { subjects: [], text: TEXT, statements: [TAKEN] });
    await run("init", "c", "--title", "Small", "--fictional", "--closed");
    await run("build", from, "--case", "c");
    await run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym", "--case", "c");
    await run("release", "--profile", "commission", "--out", "out", "--case", "c");
    const { proofs } = JSON.parse(readFileSync(join(folder, "out", "release.json"), "utf8"));
    expect(proofs).toMatchObject({ leaves: 2, acts: 0, files: 0 });
    const findings = createFindings();
    await checkPackage(join(folder, "out"), { keys: [], root: null }, findings);
    expect(findings.problems).toEqual([]);
    await run("verify", "c");
  });
});
