import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sharedFile } from "../../../test/case-fixture.ts";
import { readPemCertificates } from "./certificate.ts";
import { readOtsFile, toOtsBytes } from "./ots-file.ts";
import { readTimeStampResponse } from "./time-stamp-response.ts";
import { verifyOts } from "./verify-ots.ts";
import { verifyTimeStamp } from "./verify-time-stamp.ts";

const rfc3161 = sharedFile("data", "vectors", "rfc3161");
const ots = sharedFile("data", "vectors", "opentimestamps");
const WaczAnswer = z.object({ timeSignature: z.string(), timestampCert: z.string(), signature: z.string() });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe.skipIf(rfc3161 === null)("published RFC 3161 tokens (skips where ../shared is absent)", () => {
  const read = (name: string) => new Uint8Array(readFileSync(join(rfc3161 ?? "", name)));
  const judge = (token: string, data: string, root: string) =>
    verifyTimeStamp({
      bytes: read(token),
      sha256: sha256(read(data)),
      anchors: readPemCertificates(Buffer.from(read(root)).toString("utf8")),
    });

  test("the good one holds over its data by its root", () => {
    expect(judge("good.tsr", "data.txt", "test-root.pem")).toMatchObject({
      isSound: true,
      isAnchored: true,
      faults: [],
    });
  });

  test("other data and a bad signature are refused, each for its own reason", () => {
    expect(judge("good.tsr", "other.txt", "test-root.pem").faults).toMatchObject([
      { code: "vault/timestamp-imprint" },
    ]);
    expect(judge("bad-signature.tsr", "data.txt", "test-root.pem")).toMatchObject({ isSound: false });
  });

  test("a token of 2014 over SHA-1 is read and not believed", () => {
    const report = judge("pkijs-TestTSPresp.tsr", "data.txt", "test-root.pem");
    expect(report.info?.genTimeMs).toBe(Date.UTC(2014, 3, 10, 13, 23, 11));
    expect(report).toMatchObject({
      isSound: false,
      faults: [{ code: "vault/timestamp-imprint" }, { code: "vault/timestamp-weak" }],
    });
  });

  test("a token of a public authority holds by the root that came with it, and not without its certificate", () => {
    const answer: unknown = JSON.parse(Buffer.from(read("js-wacz-authsign-response.json")).toString("utf8"));
    const { timeSignature, timestampCert, signature } = WaczAnswer.parse(answer);
    const bytes = new Uint8Array(Buffer.from(timeSignature, "base64"));
    const ask = (pem: string, data = signature) =>
      verifyTimeStamp({ bytes, sha256: sha256(Buffer.from(data)), anchors: readPemCertificates(pem) });
    const [leaf, root] = timestampCert.split(/(?<=-----END CERTIFICATE-----)/u);
    expect(ask(timestampCert)).toMatchObject({ isAnchored: true, faults: [] });
    expect(new Date(ask(timestampCert).info?.genTimeMs ?? 0).toISOString()).toBe("2023-02-22T15:50:02.000Z");
    expect(ask(leaf ?? "").isAnchored).toBe(true);
    expect(ask(root ?? "").faults).toMatchObject([{ code: "vault/timestamp-certificate" }]);
    expect(ask(timestampCert, "another signature").faults).toMatchObject([
      { code: "vault/timestamp-imprint" },
    ]);
  });

  test("every single-bit flip is refused, or is told by the token's own hash", () => {
    const good = read("good.tsr");
    const digest = sha256(read("data.txt"));
    const anchors = readPemCertificates(Buffer.from(read("test-root.pem")).toString("utf8"));
    const { info: whole } = verifyTimeStamp({ bytes: good, sha256: digest, anchors });
    const counts = { refused: 0, unsigned: 0 };
    for (let bit = 0; bit < good.length * 8; bit += process.env.INQUEST_LONG === "1" ? 1 : 3) {
      const flipped = Uint8Array.from(good);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { isAnchored, info } = verifyTimeStamp({ bytes: flipped, sha256: digest, anchors });
      // A flip that passes changed nothing that the token says.
      if (isAnchored) expect(info).toEqual(whole);
      if (isAnchored) counts.unsigned += 1;
      else counts.refused += 1;
      expect(sha256(flipped)).not.toBe(sha256(good));
    }
    console.log(
      `RFC 3161: ${counts.refused} flips refused, ${counts.unsigned} in unsigned bits, found by the token's hash`,
    );
    expect(counts.refused).toBeGreaterThan(counts.unsigned * 3);
  });

  test("a token cut at any byte is refused without a crash", () => {
    const good = read("good.tsr");
    for (let length = 0; length < good.length; length += 5) {
      expect(() => readTimeStampResponse(good.subarray(0, length))).toThrowError(
        expect.objectContaining({ code: "vault/timestamp-malformed" }),
      );
    }
  });
});

describe.skipIf(ots === null)("published OpenTimestamps proofs (skips where ../shared is absent)", () => {
  const names =
    ots === null
      ? []
      : readdirSync(ots, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ots"));
  const read = (name: string) => new Uint8Array(readFileSync(join(ots ?? "", name)));

  test("each is read and written again byte for byte, over the file that it names, and never called verified", () => {
    const statuses = new Map<string, number>();
    for (const name of names) {
      const bytes = read(name);
      expect(Buffer.from(toOtsBytes(readOtsFile(bytes))).equals(Buffer.from(bytes))).toBe(true);
      const data = join(ots ?? "", name.slice(0, -4));
      if (!existsSync(data)) continue;
      const report = verifyOts({ bytes, sha256: sha256(readFileSync(data)), headers: [] });
      expect(report.isAnchored).toBe(false);
      const isOther = report.faults.some(({ code }) => code === "vault/timestamp-imprint");
      const kind = isOther ? "another hash function" : report.status;
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
    }
    console.log(`OpenTimestamps: ${names.length} proofs, ${JSON.stringify([...statuses])}`);
    expect(names.length).toBeGreaterThanOrEqual(7);
    expect(statuses.get("complete") ?? 0).toBeGreaterThan(0);
    expect(statuses.get("pending") ?? 0).toBeGreaterThan(0);
  });

  test("cut or flipped proofs are judged invalid or are other proofs, and nothing crashes", () => {
    let judged = 0;
    for (const name of names) {
      const bytes = read(name);
      for (let at = 0; at < bytes.length; at += 7) {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ 0x21;
        for (const form of [flipped, bytes.subarray(0, at)]) {
          const report = verifyOts({ bytes: form, sha256: sha256(bytes), headers: [] });
          expect(report.isAnchored).toBe(false);
          judged += 1;
        }
      }
    }
    expect(judged).toBeGreaterThan(500);
  });
});
