import { describe, expect, test } from "vitest";
import { parseNote, verifyNote } from "../signed-note.ts";
import { toTestSigner } from "../temporary-case.ts";
import {
  parseWitnessKey,
  readCosignatures,
  toCosignedText,
  toWitnessKeyId,
  toWitnessKeyText,
  type WitnessKey,
} from "./cosignature.ts";
import { KEY, makeLog } from "./proof-fixture.ts";

const signer = toTestSigner("witness");
const witness: WitnessKey = { name: "witness.example/w1", publicKey: signer.publicKey };
const { note } = makeLog(9);
const text = note.slice(0, note.indexOf("\n\n") + 1);

/** A line as the text of C2SP tlog-cosignature says it. */
function cosign(over: string, atSeconds: number): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(atSeconds));
  const signature = signer.sign(Buffer.from(toCosignedText(over, atSeconds)));
  const payload = Buffer.concat([toWitnessKeyId(witness), time, signature]);
  return `— ${witness.name} ${payload.toString("base64")}\n`;
}

function read(whole: string, witnesses: readonly WitnessKey[]) {
  const report = verifyNote(Buffer.from(whole), [KEY]);
  if (report.note === null) throw new Error(report.fault ?? "");
  return readCosignatures(report.note, report.unverified, witnesses);
}

describe("a cosignature", () => {
  test("verifies with the witness's key, and tells name, key id and time", () => {
    expect(read(note + cosign(text, 1_700_000_000), [witness])).toMatchObject([
      {
        name: witness.name,
        keyId: Buffer.from(toWitnessKeyId(witness)).toString("hex"),
        atSeconds: 1_700_000_000,
        standing: "verified",
        key: toWitnessKeyText(witness),
      },
    ]);
  });

  test("proves nothing without the witness's key", () => {
    expect(read(note + cosign(text, 5), [])).toMatchObject([
      { standing: "unknown", atSeconds: 5, key: null },
    ]);
  });

  test("is wrong over another checkpoint, at another time, and as a plain note signature", () => {
    expect(read(note + cosign("another\n1\nx\n", 5), [witness])).toMatchObject([{ standing: "wrong" }]);
    const line = cosign(text, 5);
    const moved = Buffer.from(line.split(" ")[2] ?? "", "base64");
    moved[11] = 6;
    expect(read(`${note}— ${witness.name} ${moved.toString("base64")}\n`, [witness])).toMatchObject([
      { standing: "wrong", atSeconds: 6 },
    ]);
    const plain = Buffer.concat([toWitnessKeyId(witness), signer.sign(Buffer.from(text))]).toString("base64");
    expect(read(`${note}— ${witness.name} ${plain}\n`, [witness])).toMatchObject([
      { standing: "wrong", atSeconds: null },
    ]);
  });

  test("does not verify after any single bit of it was flipped", () => {
    const payload = Buffer.from(cosign(text, 1_700_000_000).split(" ")[2] ?? "", "base64");
    for (let bit = 0; bit < payload.length * 8; bit++) {
      const flipped = Buffer.from(payload);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit % 8));
      const [found] = read(`${note}— ${witness.name} ${flipped.toString("base64")}\n`, [witness]);
      expect(found?.standing, `bit ${bit}`).toBe(bit < 32 ? "unknown" : "wrong");
    }
  });

  test("of a later kind is kept and named, never verified", () => {
    const longer = Buffer.concat([Buffer.from("01020304", "hex"), Buffer.alloc(8 + 2420)]).toString("base64");
    expect(read(`${note}— witness.example/pq ${longer}\n`, [witness])).toMatchObject([
      { name: "witness.example/pq", keyId: "01020304", atSeconds: null, standing: "unknown" },
    ]);
  });

  test("on a real log's checkpoint verifies with the published key of a real witness", () => {
    // Certificate log arche2025h1 (staging) at 1,432,088,532 entries, and the witness remora.n621.de.
    const real = [
      "arche2025h1.staging.ct.transparency.dev",
      "1432088532",
      "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=",
      "",
      "— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==",
      "",
    ].join("\n");
    const key = parseWitnessKey("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");
    const parsed = parseNote(Buffer.from(real));
    if (key === null || "fault" in parsed) throw new Error("the key or the note cannot be read");
    expect(readCosignatures(parsed.note, parsed.note.signatures, [key])).toMatchObject([
      { keyId: "da77ade7", standing: "verified" },
    ]);
  });
});

describe("a witness's verifier key", () => {
  test("is read back as it was written, and in no other spelling", () => {
    const written = toWitnessKeyText(witness);
    expect(parseWitnessKey(written)).toEqual(witness);
    const [name, id = "", base64 = ""] = written.split("+");
    for (const other of [
      `x${written}`,
      `${name}+${id.toUpperCase()}x+${base64}`,
      `${name}+00000000+${base64}`,
      `${written} `,
      `${name}+${id}`,
    ])
      expect(parseWitnessKey(other), other).toBeNull();
  });

  test("is none when it is a log's key, or one under which anyone can sign", () => {
    const log = Buffer.concat([Buffer.of(1), signer.publicKey]).toString("base64");
    expect(parseWitnessKey(`w+00000000+${log}`)).toBeNull();
    expect(parseWitnessKey(toWitnessKeyText({ name: "w", publicKey: new Uint8Array(32) }))).toBeNull();
  });
});
