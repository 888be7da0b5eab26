import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  applyCaseFolder,
  createCase,
  examineCase,
  mirrorCase,
  openCase,
  readCaseFolder,
  recordMirror,
  repairCase,
  sealFile,
  shredItem,
  verifyCase,
} from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";

const home = temporaryFolder("copies");
const surroundings = {
  ...fixedSurroundings(home),
  askPassphrase: () => Promise.resolve("orchard lantern seven rivers"),
  doorRounds: 10,
};
const original = join(home, "original");
const copy = join(home, "copy");
let dir = "";
let count = 0;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) =>
      /^(vault\/(sha256|keys)\/.*\/|ledger\/(segment|tile).*\/|ledger\/checkpoint|case\.json)/u.test(name),
    )
    .filter((name) => existsSync(join(folder, name)) && !readdirOrNull(join(folder, name)))
    .sort();
}
function readdirOrNull(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
function flip(path: string): void {
  chmodSync(path, 0o644);
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}
const mirror = (from = dir, target = copy) => mirrorCase({ dir: from, target, progress: silentProgress });
const repair = () => repairCase({ dir, from: copy, progress: silentProgress, surroundings });

describe("a second copy", () => {
  beforeAll(async () => {
    const folder = readCaseFolder(join(repository, "cases", "kosovo-1999"));
    const opened = await createCase({ dir: original, config: folder.config, surroundings });
    await applyCaseFolder(opened, folder);
    await sealFile(
      opened,
      { name: "letter.txt", bytes: new TextEncoder().encode("a letter") },
      { isSecret: true },
    );
    await opened.close();
    await mirror(original);
  });
  beforeEach(() => {
    count += 1;
    dir = join(home, `case-${count}`);
    cpSync(original, dir, { recursive: true });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test("verifies by itself, and making it again copies nothing", async () => {
    expect((await verifyCase(copy)).problems).toEqual([]);
    expect(await mirror(original)).toMatchObject({ copied: 0, destroyed: [] });
  });

  test("brings back every file that was flipped or removed, and keeps what was bad", async () => {
    const files = filesBelow(original);
    let mended = 0;
    for (const [index, path] of files.entries()) {
      const bad = join(dir, path);
      if (index % 2 === 0) flip(bad);
      else rmSync(bad);
      const { after, repaired, quarantine } = await repair();
      expect({ path, problems: after.problems, repaired }).toMatchObject({ problems: [] });
      expect(repaired).toContain(path);
      expect(readFileSync(bad).equals(readFileSync(join(original, path)))).toBe(true);
      if (index % 2 === 0) expect(existsSync(join(dir, quarantine ?? "", path))).toBe(true);
      mended += 1;
    }
    console.log(`${mended} files of ledger, vault and keys damaged in turn, each brought back`);
    expect(mended).toBeGreaterThan(15);
  });

  test("cannot be made of damage: what is altered is not copied over what is sound", async () => {
    const [blob = ""] = filesBelow(dir).filter((path) => path.startsWith("vault/sha256"));
    flip(join(dir, blob));
    await expect(mirror()).rejects.toMatchObject({ code: "case/mirror-damage", evidence: { path: blob } });
    expect((await verifyCase(copy)).problems).toEqual([]);
  });

  test("tells when the case lost the end of its log, and gives it back", async () => {
    const segments = readdirSync(join(dir, "ledger", "segment")).sort();
    rmSync(join(dir, "ledger", "segment", segments.at(-1) ?? ""));
    await expect(mirror()).rejects.toMatchObject({ code: "case/mirror-ahead" });
    const { after } = await repair();
    expect(after).toMatchObject({ ok: true, acts: (await verifyCase(copy)).acts });
  });

  test("never bends the log: a damaged copy mends nothing", async () => {
    const segment = filesBelow(dir).find((path) => path.startsWith("ledger/segment")) ?? "";
    const bad = join(home, `bad-copy-${count}`);
    cpSync(copy, bad, { recursive: true });
    flip(join(dir, segment));
    flip(join(bad, segment));
    const before = readFileSync(join(dir, segment));
    const report = await repairCase({ dir, from: bad, progress: silentProgress, surroundings });
    expect(report.after.ok).toBe(false);
    expect(readFileSync(join(dir, segment)).equals(before)).toBe(true);
  });

  test("loses the key of an item that was shredded, at once or when it is next brought up to date", async () => {
    const target = join(home, `copy-${count}`);
    await mirror(dir, target);
    const opened = await openCase({ dir, mode: "write", surroundings });
    const [item = ""] = opened.state.keys.items.keys();
    await shredItem(opened, item, { why: "consent was withdrawn", copies: [] });
    await opened.close();
    const { destroyed } = await mirror(dir, target);
    expect(destroyed).toEqual([`vault/keys/item/${item}`]);
    expect((await verifyCase(target)).problems).toEqual([]);
  });

  test.each([
    ["within the case", () => join(dir, "copy")],
    ["of another case", () => join(home, "other")],
    ["with other things in it", () => join(home, "things")],
  ])("is refused in a folder %s", async (_, target) => {
    cpSync(join(repository, "cases", "kosovo-1999"), join(home, "things"), { recursive: true });
    cpSync(copy, join(home, "other"), { recursive: true });
    writeFileSync(join(home, "other", "case.json"), '{"id": "another"}');
    await expect(mirror(dir, target())).rejects.toMatchObject({ code: "case/mirror-place" });
  });

  test("is what the doctor asks for first, and no longer once it is made", async () => {
    const codes = async () => {
      const opened = await openCase({ dir, mode: "read", surroundings });
      const found = examineCase(opened, { ...surroundings, now: () => Date.UTC(2026, 0, 2) }, "fa");
      await opened.close();
      return found.map(({ code }) => code);
    };
    expect(await codes()).toEqual(
      expect.arrayContaining(["no-copy", "no-recovery", "no-checkpoint-outside"]),
    );
    const opened = await openCase({ dir, mode: "write", surroundings });
    await recordMirror(opened, await mirror(dir, join(home, `healthy-${count}`)));
    await opened.close();
    expect(await codes()).not.toContain("no-copy");
  });

  test("is not needed for what the log itself says: case.json and tiles come back without one", async () => {
    rmSync(join(dir, "case.json"));
    expect((await verifyCase(dir)).problems.map(({ path }) => path)).toEqual(["case.json"]);
    await expect(openCase({ dir, mode: "read", surroundings })).rejects.toMatchObject({
      code: "case/file-missing-beside-log",
    });
    rmSync(join(dir, "ledger", "tile"), { recursive: true });
    const { after, repaired } = await repairCase({ dir, from: null, progress: silentProgress, surroundings });
    expect(after.problems).toEqual([]);
    expect(repaired).toContain("case.json");
    expect(repaired.some((path) => path.startsWith("ledger/tile/"))).toBe(true);
    expect((await verifyCase(dir)).problems).toEqual([]);
  });

  test("brings back the face of a closed case, which nothing else says", async () => {
    const closed = join(home, `closed-${count}`);
    const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
    const made = await createCase({ dir: closed, config, surroundings, isClosed: true });
    await made.close();
    await mirror(closed, `${closed}-copy`);
    rmSync(join(closed, "closed.json"));
    const { after, repaired } = await repairCase({
      dir: closed,
      from: `${closed}-copy`,
      progress: silentProgress,
      surroundings,
    });
    expect([repaired, after.problems]).toEqual([["closed.json"], []]);
  });

  test("where the checkpoint is lost and no copy has it, somebody must accept that the log ends where its acts end", async () => {
    rmSync(join(dir, "ledger", "checkpoint"));
    const alone = { dir, from: null, progress: silentProgress, surroundings };
    const refused = await repairCase(alone);
    expect(refused.after.problems.map(({ code }) => code)).toEqual(["ledger/checkpoint-missing"]);
    const { after } = await repairCase({ ...alone, acceptEnd: true });
    expect(after.problems).toEqual([]);
    // Damage to the acts is mended by nothing but a copy.
    const [segment = ""] = filesBelow(dir).filter((path) => path.startsWith("ledger/segment/"));
    flip(join(dir, segment));
    expect((await repairCase({ ...alone, acceptEnd: true })).after.ok).toBe(false);
  });

  test("is never the case itself, by whatever name, and a key is destroyed only in a copy of this case", async () => {
    symlinkSync(dir, `${dir}-link`);
    await expect(mirror(dir, `${dir}-link`)).rejects.toMatchObject({ code: "case/mirror-place" });
    const opened = await openCase({ dir, mode: "write", surroundings });
    const [item = ""] = opened.state.keys.items.keys();
    for (const copies of [[join(home, "nowhere")], [join(home, "things")]])
      await expect(shredItem(opened, item, { why: "x", copies })).rejects.toMatchObject({
        code: "case/not-a-copy",
      });
    expect(opened.state.keys.shredded.has(item)).toBe(false);
    await opened.close();
  });

  test("is what brings back lost doors; without them nothing more is encrypted", async () => {
    rmSync(join(dir, "vault", "keys", "doors"), { recursive: true });
    const opened = await openCase({ dir, mode: "write", surroundings });
    const secret = { name: "s.txt", bytes: new TextEncoder().encode("a secret of its own length") };
    await expect(sealFile(opened, secret, { isSecret: true })).rejects.toMatchObject({
      code: "vault/no-door",
    });
    expect(examineCase(opened, surroundings, "en").map(({ code }) => code)).toContain("doors-gone");
    await opened.close();
  });

  test("of a case that somebody wrote into by hand leaves strange files where they were, and repair sets them aside", async () => {
    appendFileSync(join(dir, "vault", "sha256", "strange"), "x");
    const { putAside, after } = await repair();
    expect(putAside).toEqual(["vault/sha256/strange"]);
    expect(after.ok).toBe(true);
  });
});
