import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import {
  createFileKey,
  createKeyPair,
  decryptFile,
  decryptPayload,
  encryptFile,
  encryptPayload,
  openHeader,
  parseSecretKey,
  passphraseIdentity,
  passphraseRecipient,
  payloadSize,
  toRecipient,
  writeHeader,
} from "./index.ts";

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));
const FEW_ROUNDS = 10;

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return new Uint8Array(Buffer.concat(parts));
}

const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000];

describe("payload and detached header", () => {
  test.each(sizes)("give %i bytes back, in any pieces, with the size foretold", async (size) => {
    const plain = random(size);
    const fileKey = createFileKey(random);
    const payload = await collect(encryptPayload(plain, fileKey, random));
    expect(payload.length).toBe(payloadSize(size));
    const pair = createKeyPair(random);
    const header = await writeHeader(fileKey, [toRecipient(pair.recipient)], random);
    expect(await openHeader(header, [parseSecretKey(pair.secret)])).toEqual(fileKey);
    const pieces = async function* () {
      for (let at = 0; at < payload.length; at += 7919) yield payload.subarray(at, at + 7919);
    };
    expect(await collect(decryptPayload(pieces(), fileKey))).toEqual(plain);
    // Header and payload set together are one standard age file.
    const whole = Buffer.concat([header, payload]);
    expect(await collect(decryptFile(whole, [pair]))).toEqual(plain);
  });

  test("a new header for the same file key opens the same payload; the old key is of no use for it", async () => {
    const fileKey = createFileKey(random);
    const [old, young] = [createKeyPair(random), createKeyPair(random)];
    const header = await writeHeader(fileKey, [toRecipient(young.recipient)], random);
    await expect(openHeader(header, [old])).rejects.toMatchObject({ code: "vault/age-no-match" });
    expect(await openHeader(header, [old, young])).toEqual(fileKey);
  });

  test("any flipped bit of a whole file is refused", async () => {
    const pair = createKeyPair(random);
    const file = await encryptFile(random(50), [toRecipient(pair.recipient)], random);
    let refused = 0;
    for (let bit = 0; bit < file.length * 8; bit++) {
      const flipped = Uint8Array.from(file);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const outcome = await collect(decryptFile(flipped, [pair])).then(
        () => "opened",
        () => "refused",
      );
      if (outcome === "refused") refused += 1;
    }
    console.log(`${refused} of ${file.length * 8} single-bit flips of an age file refused`);
    expect(refused).toBe(file.length * 8);
  });
});

describe("passphrases", () => {
  test("open what they closed, however the keyboard composes letters, and nothing else does", async () => {
    const plain = Buffer.from("کلید");
    const file = await encryptFile(plain, [passphraseRecipient("caf\u00e9 آب", FEW_ROUNDS)], random);
    const opened = await collect(decryptFile(file, [passphraseIdentity("cafe\u0301 آب")]));
    expect(Buffer.from(opened).toString()).toBe("کلید");
    await expect(collect(decryptFile(file, [passphraseIdentity("cafe آب")]))).rejects.toMatchObject({
      code: "vault/age-no-match",
      reaction: "decision",
    });
  });
});

describe("the npm package age-encryption", () => {
  test("opens our files, and we open its", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (plain) => {
        const secret = await generateIdentity();
        const recipient = await identityToRecipient(secret);
        const ours = await encryptFile(plain, [toRecipient(recipient)], random);
        const decrypter = new Decrypter();
        decrypter.addIdentity(secret);
        expect(new Uint8Array(await decrypter.decrypt(ours))).toEqual(plain);
        const encrypter = new Encrypter();
        encrypter.addRecipient(createKeyPairFor(secret));
        const theirs = await encrypter.encrypt(plain);
        expect(await collect(decryptFile(theirs, [parseSecretKey(secret)]))).toEqual(plain);
      }),
      { numRuns: 10 },
    );
  });

  /** The recipient as we derive it from a secret of theirs. */
  function createKeyPairFor(secret: string): string {
    return parseSecretKey(secret).recipient;
  }
});

const age = "/usr/bin/age";
test.skipIf(!existsSync(age))(
  "age itself opens header and payload set together (skips where it is absent)",
  async () => {
    const folder = temporaryFolder("age");
    const pair = createKeyPair(random);
    const fileKey = createFileKey(random);
    const plain = random(150_000);
    writeFileSync(join(folder, "header"), await writeHeader(fileKey, [toRecipient(pair.recipient)], random));
    writeFileSync(join(folder, "payload"), await collect(encryptPayload(plain, fileKey, random)));
    writeFileSync(join(folder, "key.txt"), `${pair.secret}\n`);
    const { stdout, status } = spawnSync("sh", ["-c", "cat header payload | age -d -i key.txt | sha256sum"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stdout.slice(0, 64)).toBe(createHash("sha256").update(plain).digest("hex"));
  },
);
