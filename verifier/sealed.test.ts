import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../src/case/index.ts";
import { openLedger, toSignerFromSeed, toVerifierKey, verifyLedger } from "../src/ledger/index.ts";
import { createFileKey } from "../src/vault/age/index.ts";
import { openFileBlobStore } from "../src/vault/file-blob-store.ts";
import {
  createClosedCodec,
  itemFile,
  LOG_HEADER,
  makeCaseKey,
  makeItem,
  openKeyFiles,
  storeSecret,
  writeKey,
} from "../src/vault/keys/index.ts";
import { fixedSurroundings, temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { checkCase } from "./case.ts";
import { toBlobPath } from "./vault.ts";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

async function problemsOf(dir: string): Promise<string[]> {
  const { findings } = await checkCase(dir, "", { kept: [], roots: [] });
  return findings.problems.map(({ path, code }) => `${path} ${code}`).sort();
}

describe("a case with a sealed item", () => {
  let dir = "";
  let header = "";
  let payload = "";
  let shred = async (_folder: string): Promise<void> => {};

  function copyOf(): string {
    const copy = join(temporaryFolder("sealed-copy"), "case");
    cpSync(dir, copy, { recursive: true });
    return copy;
  }

  beforeAll(async () => {
    const opened = await openShippedCase("kosovo-1999", "sealed");
    dir = opened.dir;
    const files = openKeyFiles(dir);
    const surroundings = fixedSurroundings(dirname(dir));
    const at = { files, ...surroundings };
    const lock = { kind: "passphrase", passphrase: "twelve brown bears sing", workFactor: 4 } as const;
    const made = await makeCaseKey(at, { lock, actor: "tester", seed: null });
    const item = await makeItem(at, { recipient: made.opened.key.recipient, generation: 1 }, "a letter");
    const secret = await storeSecret(openFileBlobStore(dir).put, Buffer.from("a letter"), {
      fileKey: item.fileKey,
      random: surroundings.random,
    });
    const { stored, storedBytes: sizeBytes, commitment } = secret;
    const content = { item: item.item, stored, sizeBytes, commitment };
    await opened.record([...made.drafts, item.draft, { kind: "letter.kept", body: { content } }]);
    await opened.close();
    header = `vault/keys/${itemFile(item.item)}`;
    payload = toBlobPath(stored);
    shred = async (folder) => {
      const again = await openCase({ dir: folder, mode: "write", surroundings });
      await again.record([
        { kind: "item.shredded", body: { item: item.item, why: "asked for", copies: [] } },
      ]);
      await again.close();
    };
  });

  it("is sound, and every door and header is held to the hash in its act", async () => {
    expect(await problemsOf(dir)).toEqual([]);
    for (const path of filesBelow(join(dir, "vault", "keys"))) {
      const below = relative(dir, path);
      const altered = copyOf();
      flip(join(altered, below), 40);
      expect(await problemsOf(altered)).toEqual([`${below} vault/key-altered`]);
      const removed = copyOf();
      rmSync(join(removed, below));
      expect(await problemsOf(removed)).toEqual([`${below} vault/key-missing`]);
    }
  });

  it("needs the encrypted content that an act names by its address", async () => {
    const copy = copyOf();
    rmSync(join(copy, payload));
    expect(await problemsOf(copy)).toEqual([`${payload} vault/blob-missing`]);
  });

  it("finds the key of a shredded item that is still there, and is sound without it", async () => {
    const copy = copyOf();
    await shred(copy);
    expect(await problemsOf(copy)).toEqual([`${header} vault/key-not-shredded`]);
    rmSync(join(copy, header));
    expect(await problemsOf(copy)).toEqual([]);
  });
});

describe("a closed case without its passphrase", () => {
  const caseId = "closed-0123456789abcdef";
  const signer = toSignerFromSeed("keeper", new Uint8Array(32).fill(7));
  const logKeys = [toVerifierKey({ name: `inquest/${caseId}`, publicKey: signer.publicKey })];
  let dir = "";

  beforeAll(async () => {
    dir = join(temporaryFolder("closed"), "case");
    mkdirSync(dir);
    const { now, random } = fixedSurroundings(dirname(dir));
    const fileKey = createFileKey(random);
    const files = openKeyFiles(dir);
    const lock = { kind: "passphrase", passphrase: "twelve brown bears sing", workFactor: 4 } as const;
    const made = await makeCaseKey(
      { files, random, now },
      { lock, actor: "keeper", seed: new Uint8Array(32).fill(7) },
    );
    await writeKey({ files, random, now }, LOG_HEADER, { fileKey, recipient: made.opened.key.recipient });
    writeFileSync(join(dir, "closed.json"), JSON.stringify({ case: caseId, logKeys, v: 1 }));
    const ledger = await openLedger({
      dir,
      caseId,
      signer,
      now,
      random,
      codec: createClosedCodec(fileKey, random),
    });
    for (let n = 0; n < 5; n++)
      await ledger.append(
        Array.from({ length: 60 }, (_, at) => ({ kind: "name.heard", body: { n, at, who: "Fatemeh" } })),
      );
    await ledger.close();
    const { stored } = await storeSecret(openFileBlobStore(dir).put, Buffer.from("a page"), {
      fileKey,
      random,
    });
    expect(stored).toHaveLength(64);
  });

  it("is sound by tree, checkpoint and hashes alone, and says that acts were not judged", async () => {
    const { findings, isClosed, acts, covered, root } = await checkCase(dir, "", { kept: [], roots: [] });
    expect(findings.problems).toEqual([]);
    expect(findings.notes.map(({ code }) => code)).toContain("ledger/closed");
    const program = await verifyLedger({ dir, caseId, codec: "closed", logKeys });
    expect(program.problems).toEqual([]);
    expect({ isClosed, acts, covered, root }).toEqual({
      isClosed: true,
      acts: program.acts,
      covered: program.acts,
      root: program.root,
    });
  });

  it("shows every flipped bit of its log that is tried, like the program does, and of its sealed files", async () => {
    const copy = join(temporaryFolder("closed-copy"), "case");
    cpSync(dir, copy, { recursive: true });
    let flips = 0;
    for (const path of [...filesBelow(join(copy, "ledger")), ...filesBelow(join(copy, "vault", "sha256"))]) {
      const original = readFileSync(path);
      const below = relative(copy, path);
      for (const share of [0.01, 0.3, 0.6, 0.99]) {
        flip(path, Math.floor(share * original.length));
        const alone = await problemsOf(copy);
        expect(
          alone.some((found) => found.startsWith(`${below} `)),
          below,
        ).toBe(true);
        if (below.startsWith("ledger/")) {
          const program = await verifyLedger({ dir: copy, caseId, codec: "closed", logKeys });
          expect(alone).toEqual(
            [...new Set(program.problems.map((each) => `${each.path} ${each.code}`))].sort(),
          );
        }
        writeFileSync(path, original);
        flips++;
      }
    }
    console.log(`${flips} flips over a closed case, all found`);
    expect(await problemsOf(copy)).toEqual([]);
  });

  it("is not sound when closed.json names another key, or has another form", async () => {
    const other = toSignerFromSeed("other", new Uint8Array(32).fill(8));
    const key = toVerifierKey({ name: `inquest/${caseId}`, publicKey: other.publicKey });
    const copy = join(temporaryFolder("closed-copy"), "case");
    cpSync(dir, copy, { recursive: true });
    writeFileSync(join(copy, "closed.json"), JSON.stringify({ case: caseId, logKeys: [key], v: 1 }));
    expect(await problemsOf(copy)).toContain("ledger/checkpoint ledger/checkpoint-signature");
    writeFileSync(join(copy, "closed.json"), JSON.stringify({ case: caseId, logKeys, v: 2 }));
    expect(await problemsOf(copy)).toContain("closed.json case/closed-file");
    cpSync(join(dir, "closed.json"), join(copy, "closed.json"));
    writeFileSync(join(copy, "case.json"), "{}\n");
    expect(await problemsOf(copy)).toEqual(["case.json case/file-unknown"]);
  });
});
