import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../test/case/cli-fixture.ts";
import { buildSmallCase } from "../test/case/small-folder.ts";
import { must } from "../test/case/two-lists.ts";
import { repository, temporaryFolder } from "../test/case-fixture.ts";
import { createFindings } from "./findings.ts";
import { checkProof } from "./proof.ts";

const PAGE = join(repository, "docs", "formats", "verify-by-hand.md");
let folder = "";

/** The last shell block of the page, run for one thing of a release. */
function run(release: string, thing: string) {
  const [, block = ""] = [...readFileSync(PAGE, "utf8").matchAll(/```sh\n([^`]*)```/gu)].at(-1) ?? [];
  const env = { ...process.env, release: join(folder, release), thing };
  return spawnSync("bash", ["--norc", "-eu", "-c", block], { cwd: folder, encoding: "utf8", env });
}

const idsOf = (release: string): string[] =>
  readFileSync(join(folder, release, "data", "proofs", "leaves.jsonl"), "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [String(JSON.parse(line).id)]));

describe("the block for releases of docs/formats/verify-by-hand.md", () => {
  beforeAll(async () => {
    folder = temporaryFolder("by-hand-release");
    const call = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
    const team = Array.from({ length: 60 }, (_, n) => `Team ${n} speaks.`);
    await buildSmallCase(folder, {
      subjects: [],
      text: `Forty were taken. ${team.join(" ")}`,
      // Of many acts few go out: so the row is not the leaves themselves.
      statements: [
        ...team.map(
          (quote, n) =>
            `key: T${n}, subject: event:e, property: persons-killed, value: 1, access: team, quote: "${quote}"`,
        ),
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "Forty were taken"',
      ],
    });
    await must(call("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    for (const profile of ["public", "commission"])
      await must(call("release", "--profile", profile, "--out", profile));
  });

  it("finds each thing of a release sound, with its act or without", () => {
    const { proofs } = JSON.parse(readFileSync(join(folder, "public", "release.json"), "utf8"));
    expect(proofs.height).toBeGreaterThan(1);
    for (const release of ["public", "commission"]) {
      const ids = idsOf(release);
      expect(ids).toHaveLength(2);
      for (const id of ids) {
        const { status, stdout, stderr } = run(release, id);
        expect([status, stderr], id).toEqual([0, ""]);
        const isWithAct = release === "commission" && id.startsWith("src-");
        expect(stdout).toContain(isWithAct ? "thing: sound, with its act\n" : "thing: sound, its act stays");
      }
    }
  });

  it("the root that it tells is the one of the act that recorded the release, which is proven like any other", async () => {
    const call = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c");
    const logged = (await must(call("log", "--kind", "release.published", "--json"))).trim().split("\n");
    const { leafIndex } = JSON.parse(logged.at(-1) ?? "");
    const made = await must(call("prove", String(leafIndex), "--out", join(folder, "act"), "--json"));
    const [proof = ""]: readonly string[] = JSON.parse(made).files;
    const findings = createFindings();
    const { act } = await checkProof({ file: resolve(folder, proof), entry: null, trusted: [] }, findings);
    expect(findings.problems).toEqual([]);
    const { stdout } = run("commission", idsOf("commission")[0] ?? "");
    expect(stdout).toContain(`root of the release: ${String(act?.body.root)}\n`);
  });

  it("ends at a thing that is not there, and where a hash was altered", () => {
    expect(run("public", "st-none").status).not.toBe(0);
    const path = join(folder, "public", "data", "proofs", "row.txt");
    const row = readFileSync(path, "utf8");
    writeFileSync(
      path,
      row.replace(/^./u, (digit) => (digit === "0" ? "1" : "0")),
    );
    expect(run("public", idsOf("public")[0] ?? "").status).not.toBe(0);
    writeFileSync(path, row);
  });
});
