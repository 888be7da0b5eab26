import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseCheckpointText, signCheckpoint } from "./checkpoint.ts";
import { sha256 } from "./merkle/hash.ts";
import { type NoteKey, parseVerifierKey, signNote, toVerifierKey, verifyNote } from "./signed-note.ts";
import { toTestSigner } from "./temporary-case.ts";

const CASES = resolve("../shared/data/vectors/signed-note/cases.json");

const Cases = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      keys: z.array(z.string()),
      msg: z.string(),
      ok: z.boolean(),
      verified: z.array(z.string()).optional(),
      unverified: z.array(z.string()).optional(),
    }),
  ),
});

const signer = toTestSigner("keeper");
const key: NoteKey = { name: "inquest/c", publicKey: signer.publicKey };

describe("a signed note", () => {
  test.skipIf(!existsSync(CASES))("is judged as every published case says", () => {
    const { cases } = Cases.parse(JSON.parse(readFileSync(CASES, "utf8")));
    expect(cases.length).toBeGreaterThanOrEqual(6);
    for (const { name, keys, msg, ok, verified, unverified } of cases) {
      const known = keys.map((text) => parseVerifierKey(text)).filter((found) => found !== null);
      expect(known).toHaveLength(keys.length);
      const report = verifyNote(Buffer.from(msg, "utf8"), known);
      expect(report.ok, name).toBe(ok);
      if (verified) expect(report.verified.map((each) => each.name)).toEqual(verified);
      if (unverified) expect(report.unverified.map((each) => each.name)).toEqual(unverified);
    }
  });

  test("verifies when signed here, and its key survives being written down", () => {
    const note = signNote("a text\n\nof two parts\n", key.name, signer);
    expect(verifyNote(Buffer.from(note), [key])).toMatchObject({ ok: true, fault: null });
    expect(parseVerifierKey(toVerifierKey(key))).toEqual(key);
    expect(parseVerifierKey(toVerifierKey(key).replace("c+", "d+"))).toBeNull();
  });

  test("does not verify after any single bit of it was flipped", () => {
    const note = Buffer.from(
      signCheckpoint({ origin: "inquest/c", treeSize: 7, root: sha256(Buffer.from("x")) }, signer).note,
    );
    for (let bit = 0; bit < note.length * 8; bit++) {
      const flipped = Buffer.from(note);
      const at = Math.floor(bit / 8);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
      expect(verifyNote(flipped, [key]).ok, `bit ${bit}`).toBe(false);
    }
  });

  test("does not verify when it was cut short or something was added", () => {
    const note = signNote("a text\n", key.name, signer);
    for (let end = 0; end < note.length; end++) {
      expect(verifyNote(Buffer.from(note.slice(0, end)), [key]).ok).toBe(false);
    }
    for (const added of ["\n", " ", "x", "\n\n", "— other\n", "\u0000", "\ufeff"]) {
      expect(verifyNote(Buffer.from(note + added), [key]).ok, JSON.stringify(added)).toBe(false);
      if (added !== "— other\n") expect(verifyNote(Buffer.from(added + note), [key]).ok).toBe(false);
    }
  });

  test("is refused when a known key's signature is wrong, though another known key's is right", () => {
    const other = toTestSigner("other");
    const text = "a text\n";
    const right = signNote(text, "one", signer).slice(text.length + 1);
    const wrong = signNote("another text\n", "two", other).slice("another text\n".length + 1);
    const keys = [
      { name: "one", publicKey: signer.publicKey },
      { name: "two", publicKey: other.publicKey },
    ];
    expect(verifyNote(Buffer.from(`${text}\n${right}${wrong}`), keys).ok).toBe(false);
    expect(verifyNote(Buffer.from(`${text}\n${right}${wrong}`), keys.slice(0, 1)).ok).toBe(true);
  });
});

describe("the text of a checkpoint", () => {
  const root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  test("has one spelling of its size and root, and no further lines", () => {
    expect(parseCheckpointText(`o\n12\n${root}\n`)).toHaveProperty("checkpoint.treeSize", 12);
    for (const text of [
      `o\n012\n${root}\n`,
      `o\n+12\n${root}\n`,
      `o\n1e1\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n99999999999999999999\n${root}\n`,
      `\n12\n${root}\n`,
      `o\n12\n${root.slice(0, -2)}\n`,
      // The last digit before "=" carries two bits that decode to nothing.
      `o\n12\n${root.replace("uFU=", "uFV=")}\n`,
      `o\n12\n${root}\nextension\n`,
      `o\n12\n${root}`,
    ]) {
      expect(parseCheckpointText(text), text).toHaveProperty("fault");
    }
  });
});
