import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createCase, readCaseFolder, sealFile } from "../src/case/index.ts";
import {
  createFileKey,
  createKeyPair,
  encryptBytes,
  toRecipient,
  writeHeader,
} from "../src/vault/age/index.ts";
import { inquest } from "../test/case/cli-fixture.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { stampWithOpenssl } from "../test/time-stamping-authority.ts";

const PAGE = join(repository, "docs", "formats", "verify-by-hand.md");
const SECRET = "what a witness said\n";
const hasAge = spawnSync("age", ["--version"]).status === 0;

let dir = "";
let places: Readonly<Record<string, string>> = {};

/** The shell blocks of the page, in their order. */
function blocks(): string[] {
  return [...readFileSync(PAGE, "utf8").matchAll(/```sh\n([^`]*)```/gu)].map(([, block = ""]) => block);
}

function run(folder: string, script: string) {
  return spawnSync("bash", ["--norc", "-eu", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...places },
  });
}

describe("docs/formats/verify-by-hand.md", () => {
  beforeAll(async () => {
    const opened = await openShippedCase("kosovo-1999", "by-hand");
    const leaf = Math.floor(opened.acts() / 2);
    await opened.close();
    dir = opened.dir;
    const folder = temporaryFolder("by-hand");
    const proved = await inquest(
      folder,
      "prove",
      String(leaf),
      "--case",
      dir,
      "--out",
      join(folder, "act"),
      "--json",
    );
    expect(proved.code, proved.err).toBe(0);
    const [proof = ""]: readonly string[] = JSON.parse(proved.out).files;
    cpSync(join(dir, "ledger", "checkpoint"), join(folder, "note"));

    const { random } = fixedSurroundings(folder);
    const fileKey = createFileKey(random);
    const pair = createKeyPair(random);
    writeFileSync(join(folder, "header"), await writeHeader(fileKey, [toRecipient(pair.recipient)], random));
    writeFileSync(join(folder, "payload"), encryptBytes(Buffer.from(SECRET), fileKey, random));
    writeFileSync(join(folder, "identity"), `${pair.secret}\n`);
    places = {
      proof: proof.replace(/\.tlog-proof$/u, ""),
      stamped: join(folder, "note"),
      ...stampWithOpenssl(folder, join(folder, "note")),
      header: join(folder, "header"),
      payload: join(folder, "payload"),
      identity: join(folder, "identity"),
    };
  });

  it("is true: its blocks, run one after the other, find a case sound", () => {
    const all = blocks();
    expect(all.length).toBe(10);
    // The ninth needs a program that few systems bring, the last one a release; see the next tests.
    const outcome = run(dir, all.slice(0, 8).join("\n"));
    expect(outcome.stderr).toBe("");
    expect(outcome.status).toBe(0);
    for (const what of ["sealed files", "segments", "root", "checkpoint", "act [0-9]+", "proof", "timestamp"])
      expect(outcome.stdout).toMatch(new RegExp(`^${what}: sound`, "mu"));
  });

  it.skipIf(!hasAge)(
    "is true of stock age, which opens header and content put together (skipped without age)",
    () => {
      const outcome = run(dir, `acts=$(mktemp -d)\n${blocks()[8]}\ncat "$acts/opened"`);
      expect(outcome.status, outcome.stderr).toBe(0);
      expect(outcome.stdout).toContain(SECRET);
    },
  );

  it("ends at an encrypted file that an act names and that is gone", async () => {
    const home = temporaryFolder("by-hand-sealed");
    const surroundings = {
      ...fixedSurroundings(home),
      askPassphrase: async () => "orchard lantern seven rivers",
      doorRounds: 10,
    };
    const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
    const opened = await createCase({ dir: join(home, "c"), config, surroundings });
    const { source } = await sealFile(
      opened,
      { name: "s.txt", bytes: Buffer.from(SECRET) },
      { isSecret: true },
    );
    await opened.close();
    const [sealedFiles = ""] = blocks();
    expect(run(opened.dir, sealedFiles).status).toBe(0);
    const stored = source.sealed?.content.stored ?? "";
    rmSync(join(opened.dir, "vault", "sha256", stored.slice(0, 2), stored.slice(2, 4), stored));
    const outcome = run(opened.dir, sealedFiles);
    expect([outcome.status, outcome.stdout]).toEqual([1, ""]);
  });

  it("finds a closed case sound by its first five blocks, and ends where it was altered", async () => {
    const home = temporaryFolder("by-hand-closed");
    const surroundings = {
      ...fixedSurroundings(home),
      askPassphrase: async () => "orchard lantern seven rivers",
      doorRounds: 10,
    };
    const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
    const opened = await createCase({ dir: join(home, "c"), config, surroundings, isClosed: true });
    await sealFile(opened, { name: "s.txt", bytes: Buffer.from(SECRET) });
    await opened.close();
    const script = blocks().slice(0, 5).join("\n");
    const outcome = run(opened.dir, script);
    expect([outcome.status, outcome.stderr]).toEqual([0, ""]);
    expect(outcome.stdout).toMatch(/^checkpoint: sound/mu);
    const path = join(opened.dir, "ledger", "checkpoint");
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(/.(.{10})$/su, (whole) => (whole.startsWith("A") ? "B" : "A") + whole.slice(1)),
    );
    expect(run(opened.dir, script).status).not.toBe(0);
  });

  const firstFile = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()[0] ?? "";

  it.each([
    { what: "a sealed file", path: (copy: string) => firstFile(join(copy, "vault")), said: "sealed files" },
    {
      what: "a segment",
      path: (copy: string) => firstFile(join(copy, "ledger", "segment")),
      said: "segments",
    },
    {
      what: "the checkpoint",
      path: (copy: string) => join(copy, "ledger", "checkpoint"),
      said: "checkpoint",
    },
  ])("ends at $what that was altered", ({ path, said }) => {
    const copy = join(temporaryFolder("by-hand-altered"), "case");
    cpSync(dir, copy, { recursive: true });
    const file = path(copy);
    const bytes = readFileSync(file);
    // In the checkpoint this is a character of the signature.
    const at = bytes.length - 20;
    bytes[at] = (bytes[at] ?? 0) === 0x41 ? 0x42 : 0x41;
    chmodSync(file, 0o644);
    writeFileSync(file, bytes);
    const outcome = run(copy, blocks().slice(0, 6).join("\n"));
    expect(outcome.status).not.toBe(0);
    expect(outcome.stdout).not.toContain(`${said}: sound`);
  });

  it("ends at a sealed file that an act names and that is gone", () => {
    const copy = join(temporaryFolder("by-hand-missing"), "case");
    mkdirSync(copy);
    cpSync(join(dir, "ledger"), join(copy, "ledger"), { recursive: true });
    mkdirSync(join(copy, "vault", "sha256"), { recursive: true });
    const empty = createHash("sha256").digest("hex");
    mkdirSync(join(copy, "vault", "sha256", empty.slice(0, 2), empty.slice(2, 4)), { recursive: true });
    writeFileSync(join(copy, "vault", "sha256", empty.slice(0, 2), empty.slice(2, 4), empty), "");
    expect(run(copy, blocks()[0] ?? "").status).not.toBe(0);
  });
});
