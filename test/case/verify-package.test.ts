import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

const isBuilt = existsSync(join(repository, "dist", "verify.mjs"));

describe.skipIf(!isBuilt)("inquest verify PACKAGE (skipped where the program is not built)", () => {
  test("runs the stand-alone verifier, and ends as it does", async () => {
    const folder = temporaryFolder("verify-package");
    const bag = join(folder, "bag");
    mkdirSync(join(bag, "data"), { recursive: true });
    writeFileSync(join(bag, "data", "a"), "a");
    writeFileSync(join(bag, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    const sum = createHash("sha256").update("a").digest("hex");
    writeFileSync(join(bag, "manifest-sha256.txt"), `${sum}  data/a\n`);
    const good = await inquest(folder, "verify", "bag");
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toContain("SOUND");
    expect((await inquest(folder, "verify", "bag", "--lang", "fa")).out).toContain("درست است");
    appendFileSync(join(bag, "data", "a"), "b");
    const altered = await inquest(folder, "verify", "bag", "--json");
    expect(altered.code).toBe(4);
    expect(JSON.parse(altered.out).parts[0].problems).toMatchObject([
      { path: "data/a", code: "package/file-altered" },
    ]);
    expect((await inquest(folder, "verify", "bag", "--key", "none")).code).toBe(2);
  });
});
