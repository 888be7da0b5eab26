import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InquestError } from "../../core/index.ts";
import { askAuthority, askCalendars, upgradeOts } from "./ask-services.ts";
import { readBlockHeaders } from "./block-header.ts";
import { createHttpExchange } from "./http-exchange.ts";
import { readOtsFile, readOtsNode, toNodeBytes, toOtsBytes } from "./ots-file.ts";
import { eachAttestation, mergeNodes, type OtsNode, type OtsProof } from "./ots-proof.ts";
import { verifyOts } from "./verify-ots.ts";

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Block 0 of Bitcoin, whose header every client holds. */
const GENESIS =
  "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";

/** A header whose hash meets a target that a test can reach, over a Merkle root. */
function mine(merkleRoot: Uint8Array): string {
  const header = Buffer.alloc(80);
  header.set(merkleRoot, 36);
  header.writeUInt32LE(1_700_000_000, 68);
  header.writeUInt32LE(0x2000ffff, 72);
  for (let nonce = 0; ; nonce++) {
    header.writeUInt32LE(nonce, 76);
    if (hash(hash(header))[31] === 0) return header.toString("hex");
  }
}

/** file → append → sha256 → block 7. */
function proofInto(
  height: number,
  data: Uint8Array,
): { readonly proof: OtsProof; readonly root: Uint8Array } {
  const message = hash(data);
  const bytes = Buffer.from("beside it");
  const joined = Buffer.concat([message, bytes]);
  const root = hash(joined);
  const block: OtsNode = { message: root, attestations: [{ kind: "bitcoin", height }], branches: [] };
  const hashed: OtsNode = {
    message: joined,
    attestations: [],
    branches: [{ operation: { name: "sha256" }, node: block }],
  };
  const branches = [{ operation: { name: "append" as const, bytes }, node: hashed }];
  return { proof: { hash: "sha256", root: { message, attestations: [], branches } }, root };
}

describe("a block header", () => {
  test("is read as the chain knows it: block 0 has the hash, root, time and work that everybody lists", () => {
    for (const form of [
      Buffer.from(GENESIS, "hex"),
      Buffer.from(`# block 0\n0 ${GENESIS}\n`),
      Buffer.from(GENESIS.toUpperCase()),
    ]) {
      const [header] = readBlockHeaders(form);
      expect(header?.hash).toBe("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
      expect(
        Buffer.from(header?.merkleRoot ?? [])
          .reverse()
          .toString("hex"),
      ).toBe("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b");
      expect(new Date(header?.timeMs ?? 0).toISOString()).toBe("2009-01-03T18:15:05.000Z");
      expect(header?.workBits).toBeCloseTo(32, 3);
    }
  });

  test("with any bit changed is no block", () => {
    const raw = Buffer.from(GENESIS, "hex");
    for (let bit = 0; bit < raw.length * 8; bit++) {
      const flipped = Buffer.from(raw);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // Six flips of the stated target make it easier, and the hash meets it no more, being another.
      expect(() => readBlockHeaders(Buffer.from(flipped.toString("hex")))).toThrow(InquestError);
    }
  });

  test("is refused with the line where it is none", () => {
    expect(() => readBlockHeaders(Buffer.from(`0 ${GENESIS}\n1 abc\n`))).toThrow(/line 2/u);
    expect(() => readBlockHeaders(Buffer.from([0, 1, 2]))).toThrow(/80 each/u);
  });
});

describe("a proof into a block", () => {
  const data = Buffer.from("a list of names");
  const { proof, root } = proofInto(7, data);
  const bytes = toOtsBytes(proof);
  const ask = (lines: string, leastWorkBits = 8) =>
    verifyOts({
      bytes,
      sha256: hex(hash(data)),
      headers: readBlockHeaders(Buffer.from(lines)),
      leastWorkBits,
    });

  test("is complete, and believed only by a header that has its root", () => {
    expect(ask("")).toMatchObject({ status: "complete", isAnchored: false, timeMs: null });
    const header = mine(root);
    expect(ask(`7 ${header}`)).toMatchObject({
      status: "complete",
      isAnchored: true,
      timeMs: 1_700_000_000_000,
    });
    expect(ask(header).isAnchored).toBe(true);
    expect(ask(`8 ${header}`)).toMatchObject({ status: "complete", isAnchored: false });
    expect(ask(`7 ${mine(hash(root))}`)).toMatchObject({
      status: "invalid",
      faults: [{ code: "vault/timestamp-block" }],
    });
  });

  test("is not believed by a header that anybody could have made", () => {
    const header = mine(root);
    const report = verifyOts({
      bytes,
      sha256: hex(hash(data)),
      headers: readBlockHeaders(Buffer.from(`7 ${header}`)),
    });
    expect(report).toMatchObject({ status: "invalid", isAnchored: false });
    expect(report.faults[0]?.text).toContain("too little work");
  });

  test("leads from the words in Bitcoin's first transaction to the root of its first block", () => {
    const words = Buffer.from("The Times 03/Jan/2009 Chancellor on brink of second bailout for banks");
    const before =
      "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d010445";
    const after =
      "ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000";
    const varbytes = (text: string) => Buffer.concat([toVaruint(text.length / 2), Buffer.from(text, "hex")]);
    const tree = Buffer.concat([
      Buffer.of(0xf1),
      varbytes(before),
      Buffer.of(0xf0),
      varbytes(after),
      Buffer.of(0x08, 0x08, 0x00),
      Buffer.from("0588960d73d7190101", "hex"),
      Buffer.of(0),
    ]);
    const node = readOtsNode(tree, words);
    const [claim] = [...eachAttestation(node)];
    expect(claim?.attestation).toEqual({ kind: "bitcoin", height: 0 });
    expect(hex(claim?.message ?? Buffer.of())).toBe(
      hex(readBlockHeaders(Buffer.from(GENESIS))[0]?.merkleRoot ?? root),
    );
    expect(hex(toNodeBytes(node))).toBe(tree.toString("hex"));
  });
});

describe("hostile proofs", () => {
  const head = Buffer.from("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e892940108", "hex");
  const refused = (tail: Uint8Array) => {
    const whole = Buffer.concat([head, Buffer.alloc(32), tail]);
    expect(() => readOtsFile(whole)).toThrow(expect.objectContaining({ code: "vault/timestamp-malformed" }));
  };

  test("deeper than 256, longer than 64 KiB, growing beyond 4 KiB or with a number without end are refused", () => {
    refused(Buffer.alloc(300, 0x08));
    refused(Buffer.alloc(70_000, 0x08));
    refused(Buffer.alloc(9, 0xf3));
    refused(Buffer.concat([Buffer.of(0xf0), Buffer.alloc(20, 0xff)]));
    refused(Buffer.of(0xf0, 0x00, 0x08));
    refused(Buffer.of(0x42));
  });

  test("never crash the reader, whatever their bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Buffer.concat([head, Buffer.alloc(32), tail]);
        const { isAnchored } = verifyOts({ bytes, sha256: "00".repeat(32), headers: [] });
        expect(isAnchored).toBe(false);
      }),
    );
  });

  test("are written as they were read, and joined with themselves stay the same", () => {
    const { proof } = proofInto(500_000, Buffer.from("x"));
    expect(readOtsFile(toOtsBytes(proof))).toEqual({ ...proof, root: expect.anything() });
    expect(hex(toNodeBytes(mergeNodes(proof.root, proof.root)))).toBe(hex(toNodeBytes(proof.root)));
    expect(() => mergeNodes(proof.root, proofInto(1, Buffer.from("y")).proof.root)).toThrow(InquestError);
  });
});

describe("services on this machine", () => {
  let answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void = () => {};
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push(`${request.method} ${request.url}`);
      answer(request, Buffer.concat(parts), response);
    });
  });
  let url = "";
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    url = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const exchange = createHttpExchange({ timeoutMs: 500, mostBytes: 1000 });
  const random = (size: number) => new Uint8Array(size).fill(7);

  test("a calendar sees a blinded hash, promises, and later puts its block where the promise stands", async () => {
    const data = hash(Buffer.from("a checkpoint"));
    let seen: Uint8Array = Buffer.of();
    const promise: OtsNode = { message: null, attestations: [{ kind: "pending", uri: url }], branches: [] };
    answer = (_request, body, response) => {
      seen = body;
      response.end(toNodeBytes(promise));
    };
    const proof = await askCalendars(hex(data), [`${url}/`], random, exchange);
    expect(asked.at(-1)).toBe("POST /digest");
    expect(hex(seen)).toBe(hex(hash(Buffer.concat([data, random(16)]))));
    expect(verifyOts({ bytes: toOtsBytes(proof), sha256: hex(data), headers: [] }).status).toBe("pending");

    answer = (_request, _body, response) => response.writeHead(404).end();
    const early = await upgradeOts(proof, [url], exchange);
    expect(early.answers).toMatchObject([{ outcome: "still-pending" }]);
    expect(asked.at(-1)).toBe(`GET /timestamp/${hex(seen)}`);
    const count = asked.length;
    const unnamed = await upgradeOts(proof, ["https://elsewhere.example"], exchange);
    expect(unnamed.answers).toMatchObject([{ outcome: "not-allowed" }]);
    expect(asked.length).toBe(count);

    const block: OtsNode = { message: null, attestations: [{ kind: "bitcoin", height: 7 }], branches: [] };
    answer = (_request, _body, response) => response.end(toNodeBytes(block));
    const late = await upgradeOts(proof, [url], exchange);
    expect(late.answers).toMatchObject([{ outcome: "upgraded" }]);
    const headers = readBlockHeaders(Buffer.from(`7 ${mine(seen)}`));
    const report = verifyOts({
      bytes: toOtsBytes(late.proof),
      sha256: hex(data),
      headers,
      leastWorkBits: 8,
    });
    expect(report).toMatchObject({ status: "complete", isAnchored: true });
    expect(report.claims.map(({ kind }) => kind).sort()).toEqual(["bitcoin", "pending"]);
    answer = (_request, _body, response) => response.end("no proof");
    expect((await upgradeOts(proof, [url], exchange)).answers).toMatchObject([{ outcome: "failed" }]);
  });

  test("that send too much, too late, elsewhere or in another form are told as such", async () => {
    const refuse = async (text: RegExp) => {
      await expect(askAuthority(url, Buffer.of(1), exchange)).rejects.toMatchObject({
        code: "vault/timestamp-network",
        reaction: "network",
        message: expect.stringMatching(text),
      });
    };
    const type = { "content-type": "application/timestamp-reply" };
    answer = (_request, _body, response) => response.writeHead(200, type).end(Buffer.alloc(2000));
    await refuse(/more than 1000 bytes/u);
    answer = () => {};
    await refuse(/no answer in time/u);
    answer = (_request, _body, response) =>
      response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    await refuse(/redirect/u);
    answer = (_request, _body, response) => response.writeHead(200, { "content-type": "text/html" }).end("x");
    await refuse(/text\/html/u);
    answer = (_request, _body, response) => response.writeHead(503).end();
    await refuse(/503/u);
    answer = (_request, _body, response) => response.destroy();
    await refuse(/gave no answer/u);
    for (const address of ["file:///etc/passwd", "ftp://x", "http://me:secret@x", "tsa"])
      await expect(askAuthority(address, Buffer.of(1), exchange)).rejects.toMatchObject({
        code: "vault/timestamp-url",
      });
  });
});

function toVaruint(value: number): Buffer {
  return value < 128 ? Buffer.of(value) : Buffer.of((value % 128) | 0x80, Math.floor(value / 128));
}
