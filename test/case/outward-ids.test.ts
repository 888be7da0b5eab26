/** The id of a statement is a hash of all of it: in a release it would confirm a guess at what stays. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

const STATEMENT_ID = /\bst-[0-9a-f]{32}\b/gu;

let folder = "";
let own: ReadonlySet<string>;
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const idsIn = (out: string): ReadonlySet<string> =>
  new Set(
    readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(
        ({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8").match(STATEMENT_ID) ?? [],
      ),
  );
const linesOf = (out: string, path: string): readonly Record<string, string>[] =>
  readFileSync(join(folder, out, "data", ...path.split("/")), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("ids of statements", () => {
  beforeAll(async () => {
    folder = temporaryFolder("outward-ids");
    await buildSmallCase(folder, {
      subjects: [],
      text: "forty were taken. The sister told of fifty. Sixty, another said.",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty were taken"',
        'key: B, subject: event:e, property: persons-killed, value: 50, chain: second-hand, via: {en: a neighbour}, note: {en: came at night}, quote: "told of fifty"',
        'key: C, subject: event:e, property: persons-killed, value: 60, quote: "Sixty, another said"',
      ],
    });
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    await must(run("release", "--profile", "commission", "--out", "whole"));
    own = new Set(linesOf("whole", "statements.jsonl").map(({ id = "" }) => id));
    for (const profile of ["public", "partners"])
      await must(run("release", "--profile", profile, "--out", profile));
    await must(run("export", "--format", "jsonl", "--profile", "public", "--out", "lines"));
    await must(run("export", "--format", "ftm", "--profile", "public", "--out", "ftm"));
  });

  test("go to commissions as the case has them, so that the files that go along say the same", () => {
    expect(own.size).toBe(3);
    expect(idsIn("whole")).toEqual(own);
  });

  test.each(["public", "partners", "lines", "ftm"])("stand nowhere in %s", (out) => {
    const told = idsIn(out);
    expect(told.size).toBe(3);
    for (const id of told) expect(own.has(id)).toBe(false);
  });

  test("are outside the first digits of the hash of the leaf, which leads back to the act", () => {
    const leaves = linesOf("public", "proofs/leaves.jsonl").filter(({ id = "" }) => id.startsWith("st-"));
    expect(leaves).toHaveLength(3);
    for (const { id, hash = "" } of leaves) expect(id).toBe(`st-${hash.slice(0, 32)}`);
    expect(idsIn("partners")).toEqual(idsIn("public"));
  });

  test("of a release are known to the case: whoever cites one is shown what it rests on", async () => {
    const cited = linesOf("public", "statements.jsonl").find(({ key }) => key === "B")?.id ?? "";
    const trace = JSON.parse((await run("trace", cited, "--json")).out);
    expect(trace).toMatchObject({ verified: true });
    expect(JSON.stringify(trace)).toContain("told of fifty");
    expect((await run("trace", `st-${"0".repeat(32)}`)).err).toContain("case/not-found");
  });

  test("are in what changed those that the release before had, also of one that was corrected", async () => {
    const before = linesOf("public", "statements.jsonl");
    await must(run("status", "C", "withdrawn", "--why", "it was another year"));
    await must(run("release", "--profile", "public", "--out", "next"));
    const { statements, figures } = JSON.parse(
      readFileSync(join(folder, "next", "data", "changes.json"), "utf8"),
    );
    const gone = before.find(({ key }) => key === "C")?.id;
    expect(statements.removed).toEqual([{ id: gone, why: "withdrawn", by: null }]);
    expect(JSON.stringify(figures)).toContain(gone);
    expect([...idsIn("next")].filter((id) => own.has(id))).toEqual([]);
  });
});
