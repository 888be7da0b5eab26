import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

/** A folder with a case, its keeper's home and a note that left it at three acts. */
let folder = "";
const caseIn = (where: string) => join(where, "case");
const releasedIn = (where: string, size: number) =>
  join(caseIn(where), "ledger", "released", String(size).padStart(20, "0"));

/** A copy of all that to do harm to. */
function copy(name: string): string {
  const to = temporaryFolder(name);
  cpSync(folder, to, { recursive: true });
  return to;
}

async function addDocument(where: string, name: string, text: string): Promise<void> {
  writeFileSync(join(where, name), text);
  expect(await inquest(where, "add", name, "--case", "case")).toMatchObject({ code: 0 });
}

const problemsOf = async (where: string) =>
  (await verifyCase(caseIn(where))).problems.map(({ code, path }) => ({ code, path }));

beforeAll(async () => {
  folder = temporaryFolder("released");
  expect(await inquest(folder, "init", "case", "--title", "T")).toMatchObject({ code: 0 });
  await addDocument(folder, "a.txt", "a");
  // Before anything leaves: the past to which a thief would like to go back.
  cpSync(caseIn(folder), join(folder, "before"), { recursive: true });
  const { code, out } = await inquest(folder, "checkpoint", "--case", "case", "--to", "the court");
  expect(code).toBe(0);
  writeFileSync(join(folder, "court.note"), out);
  await addDocument(folder, "b.txt", "b");
});

describe("a checkpoint that leaves the house", () => {
  it("is the signed note alone on standard output, kept in the ledger, and told by an act", async () => {
    const note = readFileSync(join(folder, "court.note"), "utf8");
    expect(note).toMatch(/^inquest\/case\n3\n[A-Za-z0-9+/]{43}=\n\n— inquest\/case [A-Za-z0-9+/]+=*\n$/u);
    expect(readFileSync(releasedIn(folder, 3), "utf8")).toBe(note);
    const { out } = await inquest(folder, "log", "--case", "case", "--json", "--kind", "checkpoint");
    expect(JSON.parse(out)).toMatchObject({
      leafIndex: 3,
      kind: "checkpoint.released",
      body: { treeSize: 3, how: "printed", to: "the court" },
    });
    expect(await verifyCase(caseIn(folder))).toMatchObject({ ok: true, problems: [] });
  });

  it("is listed with the person it was given to", async () => {
    const { code, out } = await inquest(folder, "checkpoint", "--case", "case", "--released", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { treeSize: 3, continued: true, given: [{ how: "printed", to: "the court" }], cosignatures: [] },
    ]);
  });

  it("is continued by today's log, and the proof of that says so to a witness", async () => {
    const { code, out } = await inquest(
      folder,
      "checkpoint",
      "--case",
      "case",
      "--check",
      "court.note",
      "--out",
      "c.consistency",
    );
    expect(code).toBe(0);
    expect(out).toContain("continues the checkpoint over 3 acts");
    const text = readFileSync(join(folder, "c.consistency"), "utf8");
    expect(text).toMatch(/^old 3\n([A-Za-z0-9+/]{43}=\n)+\ninquest\/case\n5\n/u);
  });

  it("is refused as unknown when it is of another case, unsigned, or cut short", async () => {
    const note = readFileSync(join(folder, "court.note"), "utf8");
    for (const other of [
      note.replace("inquest/case\n3", "inquest/other\n3"),
      note.replace("\n3\n", "\n4\n"),
      note.slice(0, -3),
      "old news\n",
    ]) {
      writeFileSync(join(folder, "other.note"), other);
      const { code, err } = await inquest(folder, "checkpoint", "--case", "case", "--check", "other.note");
      expect(code, other).toBe(3);
      expect(err).toContain("ledger/note-unknown");
    }
  });
});

describe("a log that does not continue what left", () => {
  it("is found by verify when the past was put back and rewritten by one who has the key", async () => {
    const where = copy("rewritten");
    const kept = readFileSync(releasedIn(where, 3));
    rmSync(caseIn(where), { recursive: true, force: true });
    // The same case and key, other acts from the third on; the kept note put back beside them.
    expect(await inquest(where, "init", "case", "--title", "T")).toMatchObject({ code: 0 });
    await addDocument(where, "forged.txt", "forged");
    await addDocument(where, "forged2.txt", "forged 2");
    expect(await verifyCase(caseIn(where))).toMatchObject({ ok: true });
    mkdirSync(join(caseIn(where), "ledger", "released"));
    writeFileSync(releasedIn(where, 3), kept);
    const report = await verifyCase(caseIn(where));
    expect(report.problems).toMatchObject([
      { code: "ledger/released-differs", path: `ledger/released/${"3".padStart(20, "0")}` },
    ]);
    const [problem] = report.problems;
    expect(problem?.expected).toMatch(/^[0-9a-f]{64}$/u);
    expect(problem?.actual).toMatch(/^[0-9a-f]{64}$/u);
    expect(problem?.actual).not.toBe(problem?.expected);
    expect((await inquest(where, "verify", "case")).code).toBe(4);
  });

  it("is found by the note that an outsider kept, with both sides, and exit 4", async () => {
    const where = copy("rewritten-outside");
    rmSync(caseIn(where), { recursive: true, force: true });
    await inquest(where, "init", "case", "--title", "T");
    await addDocument(where, "forged.txt", "forged");
    const { code, err } = await inquest(
      where,
      "checkpoint",
      "--case",
      "case",
      "--check",
      "court.note",
      "--json",
    );
    expect(code).toBe(4);
    const { error } = JSON.parse(err.trim().split("\n").at(-1) ?? "");
    expect(error.code).toBe("ledger/not-continued");
    expect(error.evidence.expected).toMatch(/^[0-9a-f]{64}$/u);
    expect(error.evidence.actual).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("is found when its end was cut off together with the checkpoint: the very thing no log shows by itself", async () => {
    const where = copy("cut");
    await inquest(where, "checkpoint", "--case", "case", "--out", "late.note");
    const late = readFileSync(releasedIn(where, 5));
    rmSync(caseIn(where), { recursive: true, force: true });
    cpSync(join(where, "before"), caseIn(where), { recursive: true });
    expect(await verifyCase(caseIn(where))).toMatchObject({ ok: true, acts: 3 });
    const outside = await inquest(where, "checkpoint", "--case", "case", "--check", "late.note");
    expect(outside.code).toBe(4);
    expect(outside.err).toContain("ledger/not-continued");
    mkdirSync(join(caseIn(where), "ledger", "released"));
    writeFileSync(releasedIn(where, 5), late);
    expect(await problemsOf(where)).toEqual([
      { code: "ledger/released-ahead", path: `ledger/released/${"5".padStart(20, "0")}` },
    ]);
  });
});

describe("a kept note that someone touched", () => {
  it("is found at every byte", async () => {
    const where = copy("flipped");
    const path = releasedIn(where, 3);
    const original = readFileSync(path);
    chmodSync(path, 0o644);
    for (let at = 0; at < original.length; at++) {
      const flipped = Buffer.from(original);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, flipped);
      const report = await verifyCase(caseIn(where));
      expect(report.ok, `byte ${at}`).toBe(false);
      expect(
        report.problems.every((problem) => problem.path === `ledger/released/${"3".padStart(20, "0")}`),
      ).toBe(true);
    }
  });

  it("is missed when it is gone, and noticed when no act knows it", async () => {
    const where = copy("gone");
    const bytes = readFileSync(releasedIn(where, 3));
    rmSync(releasedIn(where, 3));
    expect(await problemsOf(where)).toMatchObject([{ code: "ledger/released-missing" }]);
    const stray = copy("stray");
    rmSync(caseIn(stray), { recursive: true, force: true });
    cpSync(join(stray, "before"), caseIn(stray), { recursive: true });
    mkdirSync(join(caseIn(stray), "ledger", "released"));
    writeFileSync(releasedIn(stray, 3), bytes);
    const report = await verifyCase(caseIn(stray));
    expect(report).toMatchObject({ ok: true, notes: [{ code: "ledger/released-unrecorded" }] });
  });
});
