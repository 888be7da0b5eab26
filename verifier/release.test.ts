import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../test/case/cli-fixture.ts";
import { buildSmallCase } from "../test/case/small-folder.ts";
import { must } from "../test/case/two-lists.ts";
import { repository, temporaryFolder } from "../test/case-fixture.ts";
import { blobOf, dropLine, edit, flipLine, hashOf, resign, seal, sealed } from "../test/tampered-release.ts";
import { createFindings } from "./findings.ts";
import { checkPackage } from "./package.ts";

/** What somebody did to a package, and what is said of it first. */
type Tampering = readonly [
  name: string,
  alter: (bag: string) => void,
  code: string,
  path: string,
  detail?: string,
];

interface Finding {
  readonly path: string;
  readonly code: string;
  readonly detail: string | null;
}

let folder = "";
let verifier = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

/** Runs the one file in a folder of its own, without any of this process's environment. */
function verify(dir: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, dir, "--json", ...args], {
    env: {},
    encoding: "utf8",
  });
  const [part] = JSON.parse(stdout).parts;
  const { problems, notes, release }: { problems: Finding[]; notes: Finding[]; release: object } = part;
  return { status, stderr, problems, notes, release };
}

describe("the stand-alone verifier of releases", () => {
  beforeAll(async () => {
    const built = temporaryFolder("verifier-release");
    const build = spawnSync(process.execPath, [join(repository, "scripts", "build-verifier.mjs"), built], {
      encoding: "utf8",
    });
    expect(build.status, build.stderr).toBe(0);
    verifier = join(built, "verify.mjs");
    folder = temporaryFolder("verifier-releases");
    await buildSmallCase(folder, {
      subjects: [
        "{id: person:karimi, names: {en: Reza Karimi}}",
        "{id: person:gone, names: {en: Omid Sohrabi}}",
      ],
      text: "forty were taken. Karimi died in July. Nobody came to the gate.",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty"',
        'key: B, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
        'key: D, subject: event:e, property: persons-killed, value: {words: {en: thousands, fa: هزاران نفر}}, quote: "Nobody came"',
        'key: E, subject: event:e, property: persons-killed, value: {min: 1000, best: 2500, max: 4000}, quote: "to the gate"',
        'key: F, subject: person:karimi, property: father-name, value: "Hassan", quote: "Karimi died"',
        'key: C, subject: event:e, property: persons-killed, value: {min: 3, max: 1200}, quote: "were taken"',
      ],
    });
    writeFileSync(
      join(folder, "a.csv"),
      "id,name,death\n1,Nahid Full,1988-07-30\n2,Omid Sohrabi,1988-07-30\n",
    );
    const fields = { name: { column: "name" }, death: { column: "death" } };
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    const why = ["--why", "as the family asked"];
    await must(run("visibility", "a", "--show", "full", ...why));
    await must(run("visibility", "a:2", "--show", "withheld", ...why));
    await must(run("visibility", "person:gone", "--show", "withheld", ...why));
    await must(run("visibility", "person:karimi", "--show", "full", ...why));
    await must(run("visibility", "speaker:s", "--show", "name", ...why));
    for (const profile of ["public", "partners", "commission"])
      await must(run("release", "--profile", profile, "--out", profile));
    await must(run("release", "--profile", "commission", "--out", "persian", "--lang", "fa"));
  }, 120_000);

  it.each(["public", "partners"])(
    "accepts a release for %s, all of it bound and nothing as it is",
    (profile) => {
      const { status, problems, notes, release } = verify(join(folder, profile));
      expect(problems).toEqual([]);
      expect(notes.map(({ code }) => code)).toEqual(["ledger/key-unconfirmed"]);
      expect([status, release]).toEqual([
        0,
        expect.objectContaining({ profile, bound: 8, acts: 0, files: 0 }),
      ]);
      expect(existsSync(join(folder, profile, "data", "blobs"))).toBe(false);
    },
  );

  it("accepts one for commissions, with the acts and the file in which nothing stays", () => {
    const { status, problems, release } = verify(join(folder, "commission"));
    expect([problems, status]).toEqual([[], 0]);
    // The list names somebody who is withheld: the act that sealed it says no name, and the file stays.
    expect(release).toMatchObject({ profile: "commission", bound: 8, acts: 7, files: 1 });
  });

  it("reads the numbers, words and names of a release in Persian as those of its acts", () => {
    const { status, problems, release } = verify(join(folder, "persian"));
    expect([problems, status]).toEqual([[], 0]);
    expect(release).toMatchObject({ acts: 7 });
  });

  it("holds a release to the key and the root that were given, and says both", () => {
    const bag = join(folder, "commission");
    const root = hashOf(join(bag, "tagmanifest-sha256.txt"));
    const [key = ""] = readFileSync(join(bag, "data", "proofs", "keys.txt"), "utf8").split("\n");
    expect(verify(bag, "--key", key, "--root", root)).toMatchObject({ status: 0, notes: [] });
    const stranger = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    expect(verify(bag, "--key", stranger).problems.map(({ code }) => code)).toContain(
      "ledger/proof-signature",
    );
    const other = verify(bag, "--root", "0".repeat(64));
    expect(other.problems).toMatchObject([{ code: "release/root", path: "tagmanifest-sha256.txt" }]);
    const said = (language: string) =>
      spawnSync(process.execPath, [verifier, bag, "--lang", language], { encoding: "utf8" }).stdout;
    expect(said("en")).toContain(`root ${root}`);
    expect(said("fa")).toContain("پیوسته به دفتر: 8");
  });

  it("refuses every flipped bit of the proofs that is tried, whoever made the sums anew", async () => {
    const bag = join(temporaryFolder("verifier-flips"), "bag");
    cpSync(join(folder, "commission"), bag, { recursive: true });
    for (const name of ["checkpoint", "row.txt", "leaves.jsonl", "acts.jsonl"]) {
      const path = join(bag, "data", "proofs", name);
      const bytes = readFileSync(path);
      for (let n = 0; n < 60; n++) {
        const altered = Buffer.from(bytes);
        const at = Math.floor((n * bytes.length) / 60);
        altered[at] = (altered[at] ?? 0) ^ (1 << (n % 8));
        writeFileSync(path, altered);
        seal(bag);
        const findings = createFindings();
        await checkPackage(bag, { keys: [], root: null }, findings);
        expect(findings.problems.length, `${name}, byte ${at}`).toBeGreaterThan(0);
      }
      writeFileSync(path, bytes);
    }
  }, 60_000);

  const statements = "data/statements.jsonl";
  const leaves = "data/proofs/leaves.jsonl";
  const acts = "data/proofs/acts.jsonl";
  const TAMPERINGS: readonly Tampering[] = [
    [
      "another byte in a file",
      (bag) => appendFileSync(join(bag, statements), " "),
      "package/file-altered",
      statements,
    ],
    [
      "a file gone",
      (bag) => rmSync(join(bag, "data", "figures.json")),
      "package/file-missing",
      "data/figures.json",
    ],
    [
      "a file more",
      (bag) => writeFileSync(join(bag, "data", "more"), ""),
      "package/file-unlisted",
      "data/more",
    ],
    [
      "a link in the place of a file",
      (bag) => {
        rmSync(join(bag, "data", "people.csv"));
        symlinkSync("people.jsonl", join(bag, "data", "people.csv"));
      },
      "package/not-a-file",
      "data/people.csv",
    ],
    [
      "another README",
      (bag) => appendFileSync(join(bag, "README.txt"), "!"),
      "package/file-altered",
      "README.txt",
    ],
    [
      "another manifest",
      edit("manifest-sha256.txt", /^[0-9a-f]/u, "x"),
      "package/manifest-line",
      "manifest-sha256.txt",
    ],
    [
      "files to be fetched",
      (bag) => writeFileSync(join(bag, "fetch.txt"), "http://127.0.0.1:9/a 1 data/a\n"),
      "package/fetch",
      "fetch.txt",
    ],
    [
      "a sum of sizes that is not theirs",
      edit("bag-info.txt", /^Payload-Oxum: /mu, "Payload-Oxum: 1"),
      "package/file-altered",
      "bag-info.txt",
    ],
    [
      "a person taken out, and the sums made anew",
      sealed(dropLine("data/people.jsonl", 0)),
      "release/count",
      "release.json",
      "persons.full",
    ],
    [
      "a statement taken out, and the sums made anew",
      sealed(dropLine(statements, 0)),
      "release/count",
      "release.json",
      "statements",
    ],
    [
      "a statement and its count taken out",
      sealed((bag) => {
        dropLine(statements, 0)(bag);
        edit("release.json", '"statements": 6', '"statements": 5')(bag);
      }),
      "release/leaf-unneeded",
      leaves,
    ],
    [
      "a statement added",
      sealed((bag) => {
        const [line = ""] = readFileSync(join(bag, statements), "utf8").split("\n");
        appendFileSync(join(bag, statements), `${line.replace(/"id":"st-[0-9a-f]/u, '"id":"st-0')}\n`);
        edit("release.json", '"statements": 6', '"statements": 7')(bag);
      }),
      "release/unbound",
      statements,
    ],
    [
      "another quote",
      sealed(edit(statements, '"quote":"forty"', '"quote":"fifty"')),
      "release/act-differs",
      statements,
      "quote",
    ],
    [
      "another number",
      sealed(edit(statements, '"valueText":"40"', '"valueText":"4"')),
      "release/act-differs",
      statements,
      "value",
    ],
    [
      "a range made narrower",
      sealed(edit(statements, "1,200", "200")),
      "release/act-differs",
      statements,
      "value",
    ],
    [
      "another word for a number",
      sealed(edit(statements, '"thousands"', '"hundreds"')),
      "release/act-differs",
      statements,
      "value",
    ],
    ["another best number", sealed(edit(statements, "2,500", "3,500")), "release/act-differs", statements],
    ["another father", sealed(edit(statements, '"Hassan"', '"Hossein"')), "release/act-differs", statements],
    [
      "two things bound by one act",
      sealed((bag) => {
        const [one = "", two = "", ...rest] = readFileSync(join(bag, leaves), "utf8").split("\n");
        const { leaf, hash, path } = JSON.parse(one);
        const second = { ...JSON.parse(two), leaf, hash, path };
        writeFileSync(join(bag, leaves), [one, JSON.stringify(second), ...rest].join("\n"));
      }),
      "release/leaf",
      leaves,
      "2, ",
    ],
    [
      "a denial made of an assertion",
      sealed(edit(statements, '"asserts"', '"denies"')),
      "release/act-differs",
      statements,
      "polarity",
    ],
    [
      "a statement given to another act",
      sealed(edit(statements, /"leafIndex":(\d+)/u, '"leafIndex":1')),
      "release/unbound",
      statements,
    ],
    [
      "another hash of a leaf",
      sealed(flipLine(leaves, 2, /(?<="hash":")[0-9a-f]{64}/u)),
      "release/leaf",
      leaves,
      "3, ",
    ],
    [
      "a leaf given to another thing",
      sealed(edit(leaves, /"id":"s[a-z]+-[0-9a-f]/u, '"id":"st-0')),
      "release/unbound",
      "data/",
    ],
    [
      "another node of the row",
      sealed(flipLine("data/proofs/row.txt", 0, /^[0-9a-f]/u)),
      "release/row",
      "data/proofs/row.txt",
    ],
    ["another act", sealed(edit(acts, '"quote":"forty"', '"quote":"fifty"')), "release/act-leaf", acts],
    ["an act gone", sealed(dropLine(acts, 0)), "release/act-leaf", acts],
    [
      "another checkpoint",
      sealed(edit("data/proofs/checkpoint", /^(\d+)$/mu, "9$1")),
      "release/checkpoint",
      "data/proofs/checkpoint",
    ],
    ["another signature", sealed(resign), "ledger/proof-signature", "data/proofs/checkpoint"],
    [
      "the key of the checkpoint gone",
      sealed((bag) => writeFileSync(join(bag, "data/proofs/keys.txt"), "")),
      "ledger/proof-signature",
      "data/proofs/checkpoint",
    ],
    [
      "another sealed file",
      sealed((bag) => writeFileSync(blobOf(bag), "other")),
      "vault/blob-altered",
      "data/blobs/",
    ],
    [
      "a sealed file that no act binds",
      sealed((bag) => {
        mkdirSync(join(bag, "data", "blobs"), { recursive: true });
        writeFileSync(join(bag, "data", "blobs", "0".repeat(64)), "");
      }),
      "release/file-unbound",
      `data/blobs/${"0".repeat(64)}`,
    ],
    [
      "the sealed file gone",
      sealed((bag) => rmSync(blobOf(bag))),
      "release/count",
      "release.json",
      "proofs.files",
    ],
    [
      "another hash of a source",
      sealed(edit("data/method.json", /"sha256": "[0-9a-f]{8}/u, '"sha256": "00000000')),
      "release/act-differs",
      "data/method.json",
      "sha256",
    ],
    [
      "another profile and root of the log",
      sealed(edit("release.json", /"root": "[0-9a-f]{8}/u, '"root": "00000000')),
      "release/checkpoint",
      "data/proofs/checkpoint",
    ],
    [
      "the proofs gone",
      sealed((bag) => rmSync(join(bag, "data", "proofs"), { recursive: true })),
      "release/proof-file",
      "data/proofs/",
    ],
    ["the manifest gone", (bag) => rmSync(join(bag, "release.json")), "package/file-missing", "release.json"],
  ];
  it.each(TAMPERINGS.map((each) => ({ each, name: each[0] })))(
    "names first what is wrong: $name",
    ({ each, name }) => {
      const [, alter, code, path, detail] = each;
      const bag = join(temporaryFolder("verifier-tampered"), name.replaceAll(/[^a-z]/giu, "-"));
      cpSync(join(folder, "commission"), bag, { recursive: true });
      alter(bag);
      const { status, problems, stderr } = verify(bag);
      expect([status, stderr]).toEqual([4, ""]);
      const [first] = problems;
      expect(first, JSON.stringify(problems, null, 1)).toMatchObject({
        code,
        path: expect.stringContaining(path),
      });
      if (detail !== undefined) expect(first?.detail).toContain(detail);
    },
  );
});
