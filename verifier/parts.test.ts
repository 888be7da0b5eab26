import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCanonicalJson } from "../src/core/index.ts";
import { repository, sharedFile } from "../test/case-fixture.ts";
import { readBase64, readUtf8 } from "./bytes.ts";
import { isSame, readCanonical } from "./canonical.ts";
import { faultOfKey } from "./public-key.ts";
import { createTree, leafHash, nodeHash, rootOfPath } from "./tree.ts";

describe("the verifier's reader of canonical JSON", () => {
  it("accepts what the program writes, and reads the same value", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (json) => {
        const value = JSON.parse(json);
        const text = toCanonicalJson(value);
        const read = readCanonical(text, 64);
        expect("value" in read && isSame(read.value, JSON.parse(text))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses exactly what writing the parsed value again would change", () => {
    const isStable = (text: string): boolean => {
      try {
        return toCanonicalJson(JSON.parse(text)) === text;
      } catch {
        return false;
      }
    };
    let refused = 0;
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.nat(),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
        (json, at, kind, other) => {
          const text = toCanonicalJson(JSON.parse(json));
          const place = at % (text.length + 1);
          const tail = kind % 3 === 0 ? place : place + 1;
          const altered = text.slice(0, place) + (kind % 3 === 2 ? "" : other) + text.slice(tail);
          // Cutting may part a surrogate pair; no UTF-8 decodes to that.
          if (!altered.isWellFormed()) return;
          const accepted = "value" in readCanonical(altered, 64);
          if (!accepted) refused++;
          expect(accepted, altered).toBe(isStable(altered));
        },
      ),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it.each([
    ['{"a":1,"a":1}', "a member that stands twice"],
    ['{"b":1,"a":1}', "members out of order"],
    ["9007199254740993", "an integer that no double holds"],
    ["-0", "a negative zero"],
    ["1.0", "a fraction that is none"],
    ["1e400", "a number beyond all doubles"],
    ['"\\u0061"', "an escape where none is needed"],
    ['"\\ud800"', "half of a surrogate pair"],
    ['"\\u001F"', "an escape in capitals"],
    ['"\\/"', "an escaped slash"],
    ['{"a": 1}', "white space"],
    ["1 ", "white space at its end"],
    ["[1,]", "a comma too many"],
    ["", "nothing"],
  ])("refuses %s: %s", (text) => {
    expect(readCanonical(text, 64)).toHaveProperty("fault");
  });

  it("reads a text of 60,000 characters, refuses one that never ends, and nesting that is too deep", () => {
    expect(readCanonical(`"${"é".repeat(60_000)}"`, 64)).toHaveProperty("value");
    expect(readCanonical(`"${"a".repeat(60_000)}`, 64)).toHaveProperty("fault");
    expect(readCanonical("[".repeat(64) + "]".repeat(64), 64)).toHaveProperty("value");
    expect(readCanonical("[".repeat(65) + "]".repeat(65), 64)).toHaveProperty("fault");
  });
});

describe("the verifier's reader of base64", () => {
  it("reads one spelling of each sequence of bytes and no other", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(readBase64(Buffer.from(bytes).toString("base64"))).toEqual(Buffer.from(bytes));
      }),
    );
    for (const text of ["QQ", "QQ=", "QR==", "QUF=", "Q Q=", "QQ==\n", "-_8=", "="])
      expect(readBase64(text), text).toBeNull();
  });
});

describe("the verifier's judgement of Ed25519 keys", () => {
  it.each([
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0200000000000000000000000000000000000000000000000000000000000000",
  ])("refuses %s", (hex) => {
    expect(faultOfKey(Buffer.from(hex, "hex"))).not.toBeNull();
  });

  it.each([
    // RFC 8032, section 7.1, tests 1 to 3.
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  ])("accepts %s", (hex) => {
    expect(faultOfKey(Buffer.from(hex, "hex"))).toBeNull();
  });
});

describe("the verifier's tree", () => {
  /** RFC 9162, section 2.1.1, as it is written there. */
  function rootOf(leaves: readonly Buffer[]): Buffer {
    const [only] = leaves;
    if (only !== undefined && leaves.length === 1) return only;
    const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
    return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
  }

  it("has the root of the definition at every size up to 300, and tiles of at most 256", () => {
    let widest = 0;
    const tree = createTree(({ hashes }) => {
      widest = Math.max(widest, hashes.length);
    });
    expect(tree.root()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const leaves: Buffer[] = [];
    for (let size = 1; size <= 300; size++) {
      const leaf = leafHash(Buffer.from(`leaf ${size}`));
      leaves.push(leaf);
      tree.append(leaf);
      expect(tree.root()).toBe(rootOf(leaves).toString("hex"));
    }
    expect(widest).toBe(256);
  });

  const vectors = sharedFile("data", "vectors", "rfc6962-merkle", "inclusion");
  it.skipIf(vectors === null)(
    "judges the published inclusion proofs as they say (skipped where ../shared is absent)",
    () => {
      let good = 0;
      let bad = 0;
      for (const entry of readdirSync(vectors ?? "", { recursive: true, withFileTypes: true })) {
        if (!entry.name.endsWith(".json")) continue;
        const test = JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8"));
        const bytes = (text: string | null) => Buffer.from(text ?? "", "base64");
        const path: Buffer[] = (test.proof ?? []).map(bytes);
        const index = Number(test.leafIdx);
        const size = Number(test.treeSize);
        const leaf = bytes(test.leafHash);
        const root = index < size ? rootOfPath(leaf, { index, size, path }) : null;
        const isRight = leaf.length === 32 && root === bytes(test.root).toString("hex");
        expect(isRight, entry.name).toBe(!test.wantErr);
        if (isRight) good++;
        else bad++;
      }
      console.log(`${good} good and ${bad} bad inclusion proofs judged as published`);
      expect(good).toBeGreaterThan(3);
      expect(bad).toBeGreaterThan(40);
    },
  );
});

describe("the verifier's sources", () => {
  it("import Node's own modules and each other, nothing else", () => {
    const folder = join(repository, "verifier");
    const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const text = readUtf8(readFileSync(join(folder, name))) ?? "";
      for (const [, target = ""] of text.matchAll(/(?:\bfrom\s|\bimport\s|\bimport\s*\()\s*"([^"]+)"/gu))
        expect(target, name).toMatch(/^(?:node:[a-z]+|\.\/[a-z0-9.-]+\.ts)$/u);
    }
  });
});
