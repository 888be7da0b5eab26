import { createHash, randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCase, type Surroundings, sealFile, verifyCase } from "../../src/case/index.ts";
import { openLedger, toSignerFromSeed, verifyLedger } from "../../src/ledger/index.ts";
import {
  type BlobStore,
  createS3BlobStore,
  createS3SegmentArbiter,
  openFileBlobStore,
  openS3Objects,
  parseS3Address,
  probeS3,
} from "../../src/vault/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { type ObjectServer, startObjectServer, whyNoObjectServer } from "../faults/object-server.ts";
import { inquest } from "./cli-fixture.ts";

const missing = whyNoObjectServer();
const BUCKET = "inquest-case";
const folder = temporaryFolder("s3");
const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));

let server: ObjectServer;
const endpointOf = (address: string) => new URL(address).origin;
const addressOf = (prefix: string, raw = false) =>
  `s3://${BUCKET}/${prefix}?endpoint=${encodeURIComponent(endpointOf(raw ? server.raw : server.serial))}`;
const objectsAt = (prefix: string, raw = false) =>
  openS3Objects({
    address: parseS3Address(addressOf(prefix, raw)),
    now: Date.now,
    completesConditionally: false,
  });

async function collect(chunks: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> {
  if (chunks === null) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts);
}

// In CI a server must be there: a skip would hide that nothing was tried.
test.runIf(missing !== null && process.env.CI === "true")("an S3 server is here for the tests", () => {
  expect(missing).toBeNull();
});

describe.skipIf(missing !== null)(`a case in S3 (moto_server; skips where it is absent)`, () => {
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID ??= "test";
    process.env.AWS_SECRET_ACCESS_KEY ??= "test";
    server = await startObjectServer(BUCKET);
  });
  afterAll(() => server.stop());

  describe.each([
    ["a folder", async (): Promise<BlobStore> => openFileBlobStore(join(folder, "blobs"))],
    [
      "S3",
      async (): Promise<BlobStore> =>
        createS3BlobStore({ objects: await objectsAt("contract", true), tempDir: join(folder, "staging") }),
    ],
  ])("the contract of a blob store, kept by %s", (_, open) => {
    beforeAll(() => mkdirSync(join(folder, "blobs"), { recursive: true }));

    test.each([0, 1, 70_000, 9 * 1024 * 1024])(
      "gives %i bytes back under their hash, whole or streamed",
      async (size) => {
        const store = await open();
        const bytes = random(size);
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        async function* streamed() {
          for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
        }
        expect(await store.put(streamed())).toEqual({ sha256, sizeBytes: size, existed: false });
        expect(await store.put(bytes)).toEqual({ sha256, sizeBytes: size, existed: true });
        expect(await store.has(sha256)).toBe(true);
        expect((await collect(await store.get(sha256)))?.equals(bytes)).toBe(true);
      },
    );

    test("has nothing where nothing was put, and lists all that was", async () => {
      const store = await open();
      const absent = createHash("sha256").update("absent").digest("hex");
      expect([await store.has(absent), await store.get(absent)]).toEqual([false, null]);
      const listed: string[] = [];
      for await (const { kind, sha256, path } of store.list()) {
        expect([kind, path]).toEqual(["blob", store.pathOf(sha256 ?? "")]);
        listed.push(path);
      }
      expect(listed.length).toBe(4);
      expect(listed).toEqual([...listed].sort());
    });
  });

  test("a store that keeps the first of two is accepted; a race without a door in front is reported", async () => {
    const address = parseS3Address(addressOf("probe"));
    expect(await probeS3({ address, now: Date.now, random })).toHaveProperty("completesConditionally");
    const raw = parseS3Address(addressOf("race", true));
    const objects = await openS3Objects({ address: raw, now: Date.now });
    let winners = 0;
    for (let race = 0; race < 5; race++) {
      const tries = Array.from({ length: 8 }, async () => {
        const content = random(2000);
        const sha256 = createHash("sha256").update(content).digest();
        return objects.create({ path: `race/${race}`, content, sha256 });
      });
      winners += (await Promise.all(tries)).filter(Boolean).length;
    }
    console.log(`S3 raw race: ${winners} winners of 5 races of 8 (5 is right; moto may let more win)`);
    expect(winners).toBeGreaterThanOrEqual(5);
    objects.close();
  });

  test("eight writers by compare-and-swap: every acknowledged act stands exactly once in each replica", async () => {
    const acts = 6;
    const writers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const dir = join(folder, `writer-${index}`);
        mkdirSync(dir, { recursive: true });
        const objects = await objectsAt("writers");
        const open = () =>
          openLedger({
            dir,
            caseId: "shared",
            signer: toSignerFromSeed(`writer-${index}`, new Uint8Array(32).fill(index + 1)),
            now: Date.now,
            random,
            arbiter: createS3SegmentArbiter(objects),
          });
        return { dir, objects, open, index };
      }),
    );
    const acknowledged: string[] = [];
    await Promise.all(
      writers.map(async ({ open, index }) => {
        const ledger = await open();
        for (let count = 0; count < acts; count++) {
          const done = await ledger.append([{ kind: "note.taken", body: { text: `${index}-${count}` } }]);
          acknowledged.push(...done.map(({ act }) => act.id));
        }
        await ledger.close();
      }),
    );
    for (const { dir, open } of writers) {
      const ledger = await open();
      const ids = [...ledger.entries()]
        .filter(({ act }) => act.kind === "note.taken")
        .map(({ act }) => act.id);
      expect([...ids].sort()).toEqual([...acknowledged].sort());
      await ledger.close();
      expect((await verifyLedger({ dir, caseId: "shared" })).problems).toEqual([]);
    }
    console.log(`S3: ${acknowledged.length} acts by 8 writers, each exactly once in 8 replicas`);
    for (const { objects } of writers) objects.close();
  });

  test("is made by init --vault, written by two people with folders of their own, and verifies in both", async () => {
    const made = await inquest(folder, "init", "c", "--title", "Shared", "--vault", addressOf("case"));
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: "" });
    mkdirSync(join(folder, "second"));
    cpSync(join(folder, "c", "case.json"), join(folder, "second", "case.json"));
    const person = (actor: string): Surroundings => ({
      ...fixedSurroundings(folder),
      actor,
      now: Date.now,
      random,
      homeDir: join(folder, `home-${actor}`),
    });
    for (const [dir, actor, text] of [
      ["c", "anna", "one letter"],
      ["second", "bahar", "another letter"],
      ["c", "anna", "a third"],
    ] as const) {
      const opened = await openCase({ dir: join(folder, dir), mode: "write", surroundings: person(actor) });
      await sealFile(opened, { name: `${text}.txt`, bytes: new TextEncoder().encode(text) });
      await opened.close();
    }
    const opened = await openCase({
      dir: join(folder, "second"),
      mode: "read",
      surroundings: person("bahar"),
    });
    expect([...opened.state.sources.values()].map(({ value }) => value.fileName).sort()).toEqual([
      "a third.txt",
      "another letter.txt",
      "one letter.txt",
    ]);
    await opened.close();
    for (const dir of ["c", "second"]) {
      expect((await verifyCase(join(folder, dir))).problems).toEqual([]);
    }
  });

  test("with a retention, blobs are locked: nobody deletes them before their time", async () => {
    const origin = endpointOf(server.raw);
    const headers = { "x-amz-bucket-object-lock-enabled": "true" };
    expect((await fetch(`${origin}/locked-case`, { method: "PUT", headers })).ok).toBe(true);
    const query = `endpoint=${encodeURIComponent(origin)}&retention=governance:30`;
    const address = parseS3Address(`s3://locked-case/x?${query}`);
    const objects = await openS3Objects({ address, now: Date.now });
    const store = createS3BlobStore({ objects, tempDir: join(folder, "staging") });
    const { sha256 } = await store.put(Buffer.from("evidence"));
    await expect(objects.remove(store.pathOf(sha256))).rejects.toMatchObject({ code: "vault/s3-refused" });
    // A marker may hide it; the version itself stays.
    const versions = await (await fetch(`${origin}/locked-case?versions`)).text();
    expect(versions).toMatch(new RegExp(`<Version>.*${sha256}`, "su"));
    objects.close();
  });

  test("takes a second copy of a case, keeps what it has, and gives back what was damaged", async () => {
    await inquest(folder, "init", "home-case", "--title", "Copied");
    for (const [name, bytes] of [
      ["letter.txt", Buffer.from("a letter")],
      ["large.bin", Buffer.from(random(9 * 1024 * 1024))],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      await inquest(folder, "add", name, "--case", "home-case", "--quiet");
    }
    const mirror = () =>
      inquest(folder, "mirror", addressOf("copy", true), "--case", "home-case", "--json", "--quiet");
    const first = await mirror();
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: "" });
    const again = JSON.parse((await mirror()).out);
    // What changed since is the act that says that the first copy was made, and what stands over it.
    expect(again.copied).toBeLessThan(JSON.parse(first.out).copied);
    expect(again.kept).toBeGreaterThanOrEqual(3);

    const dir = join(folder, "home-case");
    const victims = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter(
      (path) => /^(?:vault\/sha256|ledger\/segment)\//u.test(path) && statSync(join(dir, path)).isFile(),
    );
    expect(victims.length).toBeGreaterThan(3);
    for (const path of [
      victims[0] ?? "",
      victims.at(-1) ?? "",
      victims.find((each) => each.startsWith("vault")) ?? "",
    ]) {
      chmodSync(join(dir, path), 0o644);
      writeFileSync(join(dir, path), "damaged");
      const { code, err } = await inquest(
        folder,
        "repair",
        "--from",
        addressOf("copy", true),
        "--case",
        "home-case",
        "--quiet",
      );
      expect({ path, code, err }).toEqual({ path, code: 0, err: "" });
      await mirror();
    }
    expect((await verifyCase(dir)).problems).toEqual([]);
    await inquest(folder, "init", "other-case", "--title", "Another");
    const refused = await inquest(folder, "mirror", addressOf("copy", true), "--case", "other-case");
    expect(refused.err).toContain("case/mirror-place");
  });

  test("a case whose content lies in a store is copied with its content", async () => {
    const { code } = await inquest(folder, "mirror", "taken-home", "--case", "c", "--quiet");
    expect(code).toBe(0);
    const blobs = (dir: string) =>
      readdirSync(join(folder, dir, "vault"), { recursive: true, encoding: "utf8" }).filter((path) =>
        /[0-9a-f]{64}$/u.test(path),
      );
    expect(blobs("taken-home")).toHaveLength(3);
    expect(existsSync(join(folder, "c", "vault", "sha256"))).toBe(false);
  });

  test("an address with a password in it, or none at all, is refused without repeating it", async () => {
    const { code, err } = await inquest(folder, "init", "d", "--vault", "s3://key:secret@bucket/x");
    expect(code).toBe(2);
    expect(err).not.toContain("secret@");
  });
});
