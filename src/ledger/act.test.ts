import { generateKeyPairSync, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCanonicalJson, toUuidV7 } from "../core/index.ts";
import { MAX_ENTRY_BYTES, parseEntry, requireDraft, toEntry, toSignedAct } from "./act.ts";
import { toPublicKey } from "./actor-key.ts";
import { isSignedBy, isWeak } from "./key-ring.ts";
import { CASE_ID, createTestRandom, START_MS, toTestSigner } from "./temporary-case.ts";

const signer = toTestSigner("keeper");
const random = createTestRandom("act");

function signedAct(body: Parameters<typeof requireDraft>[0]["body"]) {
  const unsigned = {
    v: 1 as const,
    case: CASE_ID,
    id: toUuidV7(START_MS, random(10)),
    at: new Date(START_MS).toISOString(),
    actor: signer.actor,
    device: signer.device,
    kind: "note.taken",
    body,
  };
  return toSignedAct(unsigned, signer.sign);
}

describe("an entry", () => {
  test("is the canonical JSON of its act, whose signature is over the rest", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (body) => {
        // fast-check's own type for JSON is wider than ours by nothing but mutability.
        const { act, entry } = signedAct(JSON.parse(JSON.stringify(body)));
        expect(Buffer.from(entry).equals(toEntry(act))).toBe(true);
        expect(isSignedBy(act, toPublicKey(signer.publicKey))).toBe(true);
        const parsed = parseEntry(entry);
        expect(parsed).toHaveProperty("act", act);
      }),
    );
  });

  test("is refused when JSON.parse would forgive what it holds", () => {
    const text = Buffer.from(signedAct({ a: 1 }).entry).toString("utf8");
    expect(parseEntry(Buffer.from(text))).toHaveProperty("act");
    for (const [from, to] of [
      ['{"a":1}', '{"a":0,"a":1}'],
      ['{"a":1}', '{"a":12345678901234567890}'],
      ['{"a":1}', '{"a":1.0}'],
      ['{"a":1}', '{"a": 1}'],
      ['{"a":1}', '{"\\u0061":1}'],
      ['{"a":1}', '{"a":"\\ud800"}'],
      ['{"a":1}', "[1]"],
      ['{"a":1}', "null"],
      ['"v":1}', '"v":2}'],
      ['"v":1}', '"v":1,"w":1}'],
      ["05.678Z", "05.679Z"],
      ["note.taken", "NoteTaken"],
    ] as const) {
      expect(text).toContain(from);
      expect(parseEntry(Buffer.from(text.replace(from, to))), to).toHaveProperty("fault");
    }
    expect(parseEntry(Buffer.from(`\ufeff${text}`))).toHaveProperty("fault");
    expect(parseEntry(Buffer.from([0xff, 0xfe]))).toHaveProperty("fault");
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(parseEntry(Buffer.from(text.replace('{"a":1}', `{"a":${deep}}`)))).toHaveProperty("fault");
    expect(parseEntry(Buffer.alloc(MAX_ENTRY_BYTES + 1, 0x20))).toHaveProperty("fault");
  });

  test("is refused when its signature is spelled another way", () => {
    const { act } = signedAct({});
    const last = act.sig.at(-3) ?? "";
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const other = alphabet[alphabet.indexOf(last) + 1] ?? "";
    const sig = `${act.sig.slice(0, -3)}${other}==`;
    expect(Buffer.from(sig, "base64").equals(Buffer.from(act.sig, "base64"))).toBe(true);
    expect(parseEntry(Buffer.from(toCanonicalJson({ ...act, sig })))).toHaveProperty("fault");
  });
});

describe("a draft", () => {
  test("is refused before anything is signed when no act may hold it", () => {
    const nested = JSON.parse(`${'{"a":'.repeat(80)}1${"}".repeat(80)}`);
    for (const draft of [
      { kind: "Noted", body: {} },
      { kind: "noted", body: {} },
      { kind: "note.taken", body: nested },
    ]) {
      expect(() => requireDraft(draft)).toThrowError(expect.objectContaining({ code: "ledger/act-invalid" }));
    }
    expect(() => requireDraft({ kind: "person.visibility-set", body: {} })).not.toThrow();
  });
});

describe("a weak key", () => {
  test("is told from a strong one, and is one under which node accepts a forgery", () => {
    const identity = Buffer.from(`01${"00".repeat(31)}`, "hex");
    const forgery = Buffer.concat([identity, Buffer.alloc(32)]);
    expect(verify(null, Buffer.from("any text"), toPublicKey(identity), forgery)).toBe(true);
    expect(isWeak(identity)).toBe(true);
    const ff = "ff".repeat(30);
    for (const hex of [
      "00".repeat(32),
      `${"00".repeat(31)}80`,
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
      `ec${ff}7f`,
      `ed${ff}7f`,
      `ee${ff}ff`,
      `ff${ff}7f`,
    ]) {
      expect(isWeak(Buffer.from(hex, "hex")), hex).toBe(true);
    }
    for (let run = 0; run < 50; run++) {
      const pair = generateKeyPairSync("ed25519");
      const raw = pair.publicKey.export({ type: "spki", format: "der" }).subarray(-32);
      expect(isWeak(raw)).toBe(false);
    }
  });
});
