/** How fast content is encrypted into the vault and read back, beside the npm package age-encryption in one run. */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Encrypter } from "age-encryption";
import {
  createFileKey,
  createKeyPair,
  createVault,
  openFileBlobStore,
  openSecret,
  storeSecret,
} from "../src/vault/index.ts";
import { timed } from "./ledger-measures.ts";

const SIZE_MB = 512;
const ROUNDS = 3;
/** A file that is read whole: reading one in pieces is `decryptPayload`, of the same speed. */
const READ_MB = 128;

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));

/** Prints the median of three rounds; the peers take turns, so that a busy machine slows both. */
export async function benchSealing(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "inquest-bench-sealing-"));
  try {
    const file = join(dir, "plain");
    writeNoise(file, SIZE_MB);
    const ours: number[] = [];
    const theirs: number[] = [];
    const hashed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      hashed.push((SIZE_MB / (await timed(() => spawnSync("sha256sum", [file])))) * 1000);
      ours.push((SIZE_MB / (await timed(() => sealOurs(join(dir, `ours-${round}`), file)))) * 1000);
      theirs.push((SIZE_MB / (await timed(() => sealTheirs(join(dir, `theirs-${round}`), file)))) * 1000);
      rmSync(join(dir, `ours-${round}`), { recursive: true, force: true });
      rmSync(join(dir, `theirs-${round}`), { force: true });
    }
    const [seal, peer, sum] = [median(ours), median(theirs), median(hashed)];
    tell("sha256sum of the same file", sum);
    tell("encrypted ingest: read, hash, encrypt, hash again, write, fsync", seal);
    tell("age-encryption 0.3.1: read, encrypt, hash, write, fsync", peer);
    console.log(
      `  ratio to age-encryption ${(seal / peer).toFixed(1)}, to sha256sum ${(seal / sum).toFixed(2)}`,
    );
    await benchReading(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function sealOurs(dir: string, file: string): Promise<void> {
  const { put } = openFileBlobStore(dir);
  await storeSecret(put, { file }, { fileKey: createFileKey(random), random });
}

async function sealTheirs(path: string, file: string): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(createKeyPair(random).recipient);
  const source = Readable.toWeb(createReadStream(file, { highWaterMark: 1 << 20 }));
  const hash = createHash("sha256");
  const fd = openSync(path, "w");
  for await (const chunk of await encrypter.encrypt(toBytes(source))) {
    hash.update(chunk);
    for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
  }
  hash.digest();
  fsyncSync(fd);
  closeSync(fd);
}

async function benchReading(dir: string): Promise<void> {
  const store = openFileBlobStore(join(dir, "read"));
  const vault = createVault(store, dir);
  const fileKey = createFileKey(random);
  const { stored } = await storeSecret(store.put, random(READ_MB << 20), { fileKey, random });
  const tookMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    tookMs.push(await timed(async () => openSecret(await vault.read(stored), fileKey)));
  tell("reading back: verify the ciphertext's hash, decrypt", (READ_MB / median(tookMs)) * 1000);
}

/** The web streams of Node and of the DOM differ in their types only. */
function toBytes(source: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else if (next.value instanceof Uint8Array) controller.enqueue(next.value);
    },
  });
}

function writeNoise(path: string, sizeMb: number): void {
  const fd = openSync(path, "w");
  for (let done = 0; done < sizeMb; done++) {
    const chunk = randomBytes(1 << 20);
    for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
  }
  closeSync(fd);
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

function tell(what: string, mbPerSecond: number): void {
  console.log(`  ${what.padEnd(66)} ${Math.round(mbPerSecond).toString().padStart(6)} MB/s`);
}
