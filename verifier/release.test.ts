import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../test/case/cli-fixture.ts";
import { buildSmallCase } from "../test/case/small-folder.ts";
import { must } from "../test/case/two-lists.ts";
import { repository, temporaryFolder } from "../test/case-fixture.ts";
import { TAMPERINGS } from "../test/release-tamperings.ts";
import { hashOf, seal } from "../test/tampered-release.ts";
import { createFindings } from "./findings.ts";
import { checkPackage } from "./package.ts";

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
  });

  // The name of a father is not for the public.
  it.each([
    ["public", 7],
    ["partners", 8],
  ] as const)("accepts a release for %s, all of it bound and nothing as it is", (profile, bound) => {
    const { status, problems, notes, release } = verify(join(folder, profile));
    expect(problems).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(["ledger/key-unconfirmed"]);
    expect([status, release]).toEqual([0, expect.objectContaining({ profile, bound, acts: 0, files: 0 })]);
    expect(existsSync(join(folder, profile, "data", "blobs"))).toBe(false);
  });

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

  it("says of a package that was made a plain bag that nothing was compared with key and root", () => {
    const released = join(folder, "public");
    const root = hashOf(join(released, "tagmanifest-sha256.txt"));
    const [key = ""] = readFileSync(join(released, "data", "proofs", "keys.txt"), "utf8").split("\n");
    const bag = join(temporaryFolder("verifier-plain"), "bag");
    mkdirSync(join(bag, "data"), { recursive: true });
    cpSync(join(released, "bagit.txt"), join(bag, "bagit.txt"));
    writeFileSync(join(bag, "data", "figures.json"), "[]");
    const sum = hashOf(join(bag, "data", "figures.json"));
    writeFileSync(join(bag, "manifest-sha256.txt"), `${sum}  data/figures.json\n`);
    expect(verify(bag).problems).toEqual([]);
    for (const given of [
      ["--root", root],
      ["--key", key],
    ])
      expect(verify(bag, ...given)).toMatchObject({ status: 4, problems: [{ code: "release/none" }] });
    const ofCase = spawnSync(process.execPath, [verifier, join(folder, "c"), "--root", root], {
      encoding: "utf8",
    });
    expect([ofCase.status, ofCase.stderr]).toEqual([2, expect.stringContaining("--root is of a release")]);
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
  });

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
