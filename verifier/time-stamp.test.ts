import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedFile } from "../test/case-fixture.ts";
import { readTimeStamp } from "./time-stamp.ts";

const vectors = sharedFile("data", "vectors", "rfc3161");
const read = (name: string) => readFileSync(join(vectors ?? "", name));
const sha256 = (name: string) => createHash("sha256").update(read(name)).digest("hex");

describe.skipIf(vectors === null)(
  "the published time-stamp tokens (skipped where ../shared is absent)",
  () => {
    const roots = () => [new X509Certificate(read("test-root.pem"))];

    it("holds the good one over its data and its root", () => {
      expect(readTimeStamp(read("good.tsr"), [sha256("data.txt")], roots())).toMatchObject({
        at: expect.stringMatching(/^20\d\d-/u),
        root: expect.any(String),
      });
      expect(readTimeStamp(read("good.tsr"), [sha256("data.txt")], [])).toMatchObject({ root: null });
    });

    it("refuses other data, a bad signature, and one whose certificate is another's", () => {
      expect(readTimeStamp(read("good.tsr"), [sha256("other.txt")], roots())).toMatch(/^imprint/u);
      expect(readTimeStamp(read("bad-signature.tsr"), [sha256("data.txt")], roots())).toBeTypeOf("string");
      expect(readTimeStamp(read("data.tsq"), [sha256("data.txt")], roots())).toBeTypeOf("string");
      expect(readTimeStamp(Buffer.alloc(0), [sha256("data.txt")], roots())).toBeTypeOf("string");
    });

    it("refuses every flipped bit of what is signed, and throws for none", () => {
      const good = read("good.tsr");
      const info = good.indexOf(Buffer.from("308183020101", "hex"));
      const certificate = good.indexOf(Buffer.from("308201a330820149", "hex"));
      expect(Math.min(info, certificate)).toBeGreaterThan(0);
      const step = process.env.INQUEST_LONG === "1" ? 1 : 11;
      let accepted = 0;
      for (let bit = 0; bit < good.length * 8; bit += step) {
        const altered = Buffer.from(good);
        const at = bit >> 3;
        altered[at] = (altered[at] ?? 0) ^ (1 << (bit & 7));
        if (typeof readTimeStamp(altered, [sha256("data.txt")], roots()) === "string") continue;
        accepted++;
        const isSigned = (at >= info && at < info + 134) || (at >= certificate && at < certificate + 423);
        expect(isSigned, `byte ${at}`).toBe(false);
      }
      const all = Math.ceil((good.length * 8) / step);
      // A copy of the root comes along and is not used, since the reader brings one. Flips there are found by
      // the hash under which the token itself is sealed.
      console.log(`${all - accepted} of ${all} flips of a token refused; ${accepted} in unsigned bytes`);
      expect(accepted).toBeLessThan(all * 0.3);
    });
  },
);
