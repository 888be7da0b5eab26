import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
// The vectors of C2SP/CCTV as their authors publish them: one binary export a file.
import * as cctv from "cctv-age";
import { describe, expect, test } from "vitest";
import { InquestError } from "../../core/index.ts";
import { openHeader } from "./age-file.ts";
import { decodeArmor } from "./armor.ts";
import { parseHeader } from "./header.ts";
import { passphraseIdentity } from "./passphrase.ts";
import { decryptPayload } from "./payload.ts";
import type { Identity } from "./recipient.ts";
import { parseSecretKey } from "./x25519.ts";

const files = Object.entries(cctv).filter(([, bytes]) => bytes instanceof Uint8Array);

interface Vector {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: readonly Identity[];
  readonly isArmored: boolean;
  readonly file: Uint8Array;
}

const OUTCOME: Readonly<Record<string, string>> = {
  "vault/age-armor": "armor failure",
  "vault/age-header": "header failure",
  "vault/age-mac": "HMAC failure",
  "vault/age-no-match": "no match",
  "vault/age-payload": "payload failure",
};

/** A vector, or null for a kind of key that a case never uses (post-quantum hybrids). */
function readVector(name: string, file: Uint8Array): Vector | null {
  const bytes = Buffer.from(file);
  const end = bytes.indexOf("\n\n");
  const fields = bytes
    .toString("latin1", 0, end)
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)] as const);
  const all = (field: string) => fields.filter(([key]) => key === field).map(([, value]) => value);
  const keys = all("identity");
  if (keys.some((key) => !key.startsWith("AGE-SECRET-KEY-1"))) return null;
  const body = bytes.subarray(end + 2);
  return {
    name,
    expect: all("expect")[0] ?? "",
    payload: all("payload")[0],
    identities: [...keys.map(parseSecretKey), ...all("passphrase").map(passphraseIdentity)],
    isArmored: all("armored")[0] === "yes",
    file: new Uint8Array(all("compressed")[0] === "zlib" ? inflateSync(body) : body),
  };
}

/** What became of it, and the hash of whatever plaintext was given before. */
async function decrypt(vector: Vector, chunkBytes: number): Promise<{ outcome: string; released: string }> {
  const hash = createHash("sha256");
  try {
    const bytes = vector.isArmored ? decodeArmor(vector.file) : vector.file;
    const { length } = parseHeader(bytes);
    const fileKey = await openHeader(bytes.slice(0, length), vector.identities);
    const chunks = async function* () {
      for (let at = length; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes);
    };
    for await (const plain of decryptPayload(chunks(), fileKey)) hash.update(plain);
    return { outcome: "success", released: hash.digest("hex") };
  } catch (error) {
    if (!(error instanceof InquestError)) throw error;
    return { outcome: OUTCOME[error.code] ?? error.code, released: hash.digest("hex") };
  }
}

const names = files.map(([name]) => name);
const vectors = files.flatMap(([name, file]) => readVector(name, file) ?? []);

describe("the 143 published age vectors", () => {
  test("are all here, those of kinds that no case uses counted apart", () => {
    const outside = names.filter((name) => !vectors.some((vector) => vector.name === name));
    console.log(
      `age vectors: ${vectors.length} judged, ${outside.length} of other kinds: ${outside.join(", ")}`,
    );
    expect(names).toHaveLength(143);
    expect(outside.every((name) => name.includes("hybrid"))).toBe(true);
    expect(outside).toHaveLength(19);
  });

  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s", async (_, vector) => {
    // Byte by byte where that takes no minutes; the largest are megabytes.
    const smallest = vector.file.length < 200_000 ? 1 : 997;
    for (const chunkBytes of [vector.file.length, smallest, 65_552, 4096]) {
      const { outcome, released } = await decrypt(vector, chunkBytes);
      expect(outcome).toBe(vector.expect);
      if (vector.payload !== undefined) expect(released).toBe(vector.payload);
    }
  });
});
