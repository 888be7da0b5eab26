import { describe, expect, test } from "vitest";
import { type NoteKey, toVerifierKey } from "../signed-note.ts";
import { toTestSigner } from "../temporary-case.ts";
import { toExtraBytes } from "./proof-extra.ts";
import { FILE_KEY, KEY, leafKeyOf, makeLog, makeProof, ORIGIN } from "./proof-fixture.ts";
import { parseTlogProof, toTlogProofBytes } from "./tlog-proof.ts";
import { type ProofClaim, verifyProof } from "./verify-proof.ts";

const SIZE = 37;
const open = makeLog(SIZE);
const closed = makeLog(SIZE, true);
const stranger: NoteKey = { name: ORIGIN, publicKey: toTestSigner("stranger").publicKey };

function claimOf(leafIndex: number, changes: Partial<ProofClaim> = {}): ProofClaim {
  const act = open.acts[leafIndex]?.entry ?? new Uint8Array();
  const proof = makeProof(open, leafIndex);
  return { proof, act, leaf: null, origin: ORIGIN, keys: [KEY], witnesses: [], ...changes };
}

function closedClaimOf(leafIndex: number, changes: Partial<ProofClaim> = {}): ProofClaim {
  const { entry: act, leaf } = closed.acts[leafIndex] ?? { entry: new Uint8Array(), leaf: new Uint8Array() };
  const proof = makeProof(closed, leafIndex, leafKeyOf(leaf));
  return { proof, act, leaf, origin: ORIGIN, keys: [KEY], witnesses: [], ...changes };
}

const codeOf = (claim: ProofClaim) => {
  const verdict = verifyProof(claim);
  return verdict.ok ? null : verdict.fault.code;
};

describe("a proof of an act", () => {
  test("holds for every leaf of an open and of a closed log, without the log", () => {
    for (let leafIndex = 0; leafIndex < SIZE; leafIndex++) {
      for (const claim of [claimOf(leafIndex), closedClaimOf(leafIndex)]) {
        const verdict = verifyProof(claim);
        expect(verdict, `leaf ${leafIndex}`).toMatchObject({ ok: true });
        if (verdict.ok)
          expect(verdict.found).toMatchObject({
            leafIndex,
            treeSize: SIZE,
            origin: ORIGIN,
            signedBy: toVerifierKey(KEY),
            actKey: toVerifierKey(KEY),
            isTrusted: true,
          });
      }
    }
  });

  test("is not called trusted when only the file itself names the key", () => {
    expect(verifyProof(claimOf(3, { keys: [] }))).toMatchObject({ ok: true, found: { isTrusted: false } });
  });

  test("fails for a reader who trusts other keys, whatever key the file offers", () => {
    expect(codeOf(claimOf(3, { keys: [stranger] }))).toBe("ledger/proof-signature");
  });

  test("fails for another log than the one asked for", () => {
    expect(codeOf(claimOf(3, { origin: "inquest/other" }))).toBe("ledger/proof-origin");
  });

  test("fails beside another act of the same log, open or closed", () => {
    const other = open.acts[4]?.entry ?? new Uint8Array();
    expect(codeOf(claimOf(3, { act: other }))).toBe("ledger/proof-root");
    const [act, leaf] = [closed.acts[4]?.entry, closed.acts[4]?.leaf];
    expect(codeOf(closedClaimOf(3, { act: act ?? other }))).toBe("ledger/proof-leaf-key");
    expect(codeOf(closedClaimOf(3, { leaf: leaf ?? other }))).toBe("ledger/proof-root");
  });

  test("finds every single flipped bit of the act", () => {
    const claim = claimOf(5);
    for (let bit = 0; bit < claim.act.length * 8; bit++) {
      const act = flip(claim.act, bit);
      expect(verifyProof({ ...claim, act }).ok, `bit ${bit}`).toBe(false);
    }
  });

  test("finds every single flipped bit of its file that is not in the unsigned extra line", () => {
    const claim = claimOf(5);
    const lines = Buffer.from(claim.proof).toString().split("\n");
    const from = `${lines[0]}\nextra `.length;
    const extra = { from, to: from + (lines[1] ?? "").length - "extra ".length };
    const sound = verifyProof(claim);
    let inExtra = 0;
    for (let bit = 0; bit < claim.proof.length * 8; bit++) {
      const verdict = verifyProof({ ...claim, proof: flip(claim.proof, bit) });
      const at = Math.floor(bit / 8);
      if (at >= extra.from && at < extra.to) {
        inExtra += 1;
        // Nothing in it is believed: where the file can still be read, the finding is the same.
        if (verdict.ok) expect(verdict).toEqual(sound);
      } else expect(verdict.ok, `bit ${bit}`).toBe(false);
    }
    expect(inExtra).toBeGreaterThan(0);
  });

  test("does not hold when the file is cut short at any byte, or something is added", () => {
    const claim = claimOf(5);
    for (let end = 0; end < claim.proof.length; end++)
      expect(verifyProof({ ...claim, proof: claim.proof.subarray(0, end) }).ok).toBe(false);
    for (const added of ["\n", " ", "\u0000", "— x AAAA\n", "\ufeff"]) {
      const longer = Buffer.concat([claim.proof, Buffer.from(added)]);
      const verdict = verifyProof({ ...claim, proof: longer });
      // A further well-formed signature by an unknown key is what the standard lets witnesses add.
      expect(verdict.ok, JSON.stringify(added)).toBe(false);
    }
  });
});

describe("the key of one sealed entry", () => {
  test("opens that entry and no other", () => {
    const key = leafKeyOf(closed.acts[3]?.leaf ?? new Uint8Array());
    const { entry: act, leaf } = closed.acts[4] ?? { entry: new Uint8Array(), leaf: new Uint8Array() };
    expect(codeOf(closedClaimOf(4, { proof: makeProof(closed, 4, key), act, leaf }))).toBe(
      "ledger/proof-leaf-key",
    );
    expect(Buffer.from(makeProof(closed, 3, key)).includes(FILE_KEY.toString("base64"))).toBe(false);
  });

  test("must be in the file: without it a sealed entry proves no act", () => {
    expect(codeOf(closedClaimOf(3, { proof: makeProof(closed, 3) }))).toBe("ledger/proof-leaf-key");
  });
});

describe("an index or path that cannot be", () => {
  test("leads nowhere: an index beyond the tree, a hash more, a hash less", () => {
    const { path } = open.tree.proveInclusion(5, SIZE);
    const extra = toExtraBytes({ keys: [KEY], leafKey: null });
    const parts = { leafIndex: 5, path, extra, note: open.note };
    const withParts = (changes: Partial<typeof parts>) =>
      claimOf(5, { proof: toTlogProofBytes({ ...parts, ...changes }) });
    expect(codeOf(withParts({}))).toBeNull();
    expect(codeOf(withParts({ leafIndex: SIZE }))).toBe("ledger/proof-file");
    expect(codeOf(withParts({ leafIndex: 6 }))).toBe("ledger/proof-root");
    expect(codeOf(withParts({ path: path.slice(1) }))).toBe("ledger/proof-malformed");
    expect(codeOf(withParts({ path: [...path, Buffer.alloc(32)] }))).toBe("ledger/proof-malformed");
  });
});

describe("a file that is read", () => {
  test("is written back as the same bytes", () => {
    for (const leafIndex of [0, 1, 36]) {
      const bytes = makeProof(open, leafIndex);
      const parsed = parseTlogProof(bytes);
      if ("fault" in parsed) throw new Error(parsed.fault);
      expect(Buffer.compare(toTlogProofBytes(parsed.proof), bytes)).toBe(0);
    }
  });

  test("may lack the extra line, and may carry anything in it", () => {
    const { path } = open.tree.proveInclusion(5, SIZE);
    for (const extra of [
      null,
      new Uint8Array(),
      Buffer.from("not json"),
      Buffer.from('{"v":1,"keys":[1]}'),
    ]) {
      const proof = toTlogProofBytes({ leafIndex: 5, path, extra, note: open.note });
      expect(verifyProof(claimOf(5, { proof }))).toMatchObject({ ok: true });
      expect(codeOf(claimOf(5, { proof, keys: [] }))).toBe("ledger/proof-signature");
    }
  });

  test("has one spelling of each line", () => {
    const good = Buffer.from(makeProof(open, 5)).toString();
    const spellings = [
      good.replace("index 5", "index 05"),
      good.replace("index 5", "index +5"),
      good.replace("index 5", "index  5"),
      good.replace("index 5", "Index 5"),
      good.replace("index 5", "index 5 "),
      good.replace("index 5", "index 99999999999999999"),
      good.replaceAll("\n", "\r\n"),
      good.replace("@v1", "@v2"),
      good.replace("\n\n", "\n \n"),
      good.replace(/\nextra (.*)\n/u, "\nextra $1\nextra $1\n"),
      good.replace(/\n(index 5)\n/u, "\n"),
      `\n${good}`,
    ];
    for (const text of spellings)
      expect(codeOf(claimOf(5, { proof: Buffer.from(text) })), text).toBe("ledger/proof-file");
  });
});

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}
