import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

/** A witness made from the text of C2SP tlog-cosignature with node:crypto alone: none of our own code signs. */
function createWitness(name: string, seed: number) {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  const key = createPrivateKey({
    key: Buffer.concat([prefix, Buffer.alloc(32, seed)]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(4), publicKey]);
  const keyId = createHash("sha256").update(`${name}\n`).update(typed).digest().subarray(0, 4);
  return {
    key: `${name}+${keyId.toString("hex")}+${typed.toString("base64")}`,
    keyId: keyId.toString("hex"),
    cosign(note: string, atSeconds: number): string {
      const text = note.slice(0, note.indexOf("\n\n") + 1);
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(atSeconds));
      const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${atSeconds}\n${text}`), key);
      return `— ${name} ${Buffer.concat([keyId, time, signature]).toString("base64")}\n`;
    },
  };
}

const one = createWitness("witness.example/one", 1);
const two = createWitness("witness.example/two", 2);
let folder = "";
let note = "";
const checkpoint = (...args: readonly string[]) => inquest(folder, "checkpoint", "--case", "case", ...args);
const path = () => join(folder, "case", "ledger", "released", "2".padStart(20, "0"));

beforeAll(async () => {
  folder = temporaryFolder("cosigned");
  await inquest(folder, "init", "case", "--title", "T");
  note = (await checkpoint("--to", "two witnesses")).out;
});

describe("cosignatures that come back", () => {
  it("are refused when the witness whose key is given did not sign this, and nothing changes", async () => {
    writeFileSync(
      join(folder, "wrong.note"),
      note + one.cosign(note.replace("\n2\n", "\n3\n"), 1_800_000_000),
    );
    const { code, err } = await checkpoint("--add-cosigned", "wrong.note", "--witness", one.key);
    expect(code).toBe(4);
    expect(err).toContain("ledger/cosignature-invalid");
    expect(readFileSync(path(), "utf8")).toBe(note);
  });

  it("are taken with their witness's key as verified, and without it as not", async () => {
    writeFileSync(join(folder, "one.note"), note + one.cosign(note, 1_800_000_000));
    const first = await checkpoint("--add-cosigned", "one.note", "--witness", one.key, "--json");
    expect(JSON.parse(first.out)).toMatchObject({
      treeSize: 2,
      added: [
        { name: "witness.example/one", keyId: one.keyId, atSeconds: 1_800_000_000, standing: "verified" },
      ],
    });
    writeFileSync(join(folder, "two.note"), note + two.cosign(note, 1_800_000_060));
    const second = await checkpoint("--add-cosigned", "two.note", "--json");
    expect(JSON.parse(second.out).added).toMatchObject([
      { name: "witness.example/two", standing: "unknown" },
    ]);
    expect(await verifyCase(join(folder, "case"))).toMatchObject({ ok: true, problems: [], notes: [] });
  });

  it("are taken once: the same again records nothing", async () => {
    const acts = (await verifyCase(join(folder, "case"))).acts;
    const again = await checkpoint("--add-cosigned", "one.note", "--witness", one.key);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain("Nothing new");
    expect((await verifyCase(join(folder, "case"))).acts).toBe(acts);
  });

  it("are taken as bare lines, as a witness answers, when its key says which checkpoint they sign", async () => {
    writeFileSync(join(folder, "answer"), two.cosign(note, 1_900_000_000));
    expect((await checkpoint("--add-cosigned", "answer")).code).toBe(3);
    const taken = await checkpoint("--add-cosigned", "answer", "--witness", two.key, "--json");
    expect(JSON.parse(taken.out).added).toMatchObject([{ standing: "verified", atSeconds: 1_900_000_000 }]);
  });

  it("are shown with name, key id and time, and stand in the proofs that are made from then on", async () => {
    const { out } = await checkpoint("--released", "--witness", one.key);
    expect(out).toContain(
      `cosigned by witness.example/one (key ${one.keyId}), 2027-01-15T08:00:00Z: verified`,
    );
    expect(out).toContain("witness.example/two");
    expect(out).toContain("not verified");
    expect(await inquest(folder, "prove", "1", "--case", "case", "--out", "p.tlog-proof")).toMatchObject({
      code: 0,
    });
    const checked = await inquest(folder, "prove", "--check", "p.tlog-proof", "--witness", one.key, "--json");
    expect(JSON.parse(checked.out)).toMatchObject({ treeSize: 2, isTrusted: false });
    expect(JSON.parse(checked.out).cosignatures).toMatchObject([
      { name: "witness.example/one", standing: "verified" },
      { name: "witness.example/two", standing: "unknown" },
      { name: "witness.example/two", standing: "unknown" },
    ]);
  });

  it("are vouched for by acts: every byte of the kept note is, also of lines that nobody could verify", async () => {
    const original = readFileSync(path());
    chmodSync(path(), 0o644);
    for (let at = 0; at < original.length; at++) {
      const flipped = Buffer.from(original);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path(), flipped);
      expect((await verifyCase(join(folder, "case"))).ok, `byte ${at}`).toBe(false);
    }
    writeFileSync(path(), original);
    expect(await verifyCase(join(folder, "case"))).toMatchObject({ ok: true });
  });
});
