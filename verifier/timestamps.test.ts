import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { releaseCheckpoint } from "../src/case/index.ts";
import { hashBytes } from "../src/core/index.ts";
import { temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { stampWithOpenssl } from "../test/time-stamping-authority.ts";
import { checkCase } from "./case.ts";

describe("timestamps that acts tell of", () => {
  let dir = "";
  let roots: readonly X509Certificate[] = [];
  let sealed = "";

  beforeAll(async () => {
    const folder = temporaryFolder("stamped");
    const opened = await openShippedCase("kosovo-1999", "stamped");
    dir = opened.dir;
    const { treeSize, rootHash: root, note } = await releaseCheckpoint(opened, { how: "timestamp" });
    writeFileSync(join(folder, "note"), note);
    const { token, roots: pem } = stampWithOpenssl(folder, join(folder, "note"));
    roots = [new X509Certificate(readFileSync(pem))];
    const blob = await opened.seal(readFileSync(token));
    sealed = blob.sha256;
    const method = "rfc3161";
    const said = { over: { treeSize, root }, sha256: hashBytes(note), method, status: "complete" };
    await opened.record([{ kind: "timestamp.received", body: { ...said, token: { ...blob } } }]);
    await opened.close();
  });

  it("hold over a checkpoint that left the house, and name the authority that the reader trusts", async () => {
    const { findings } = await checkCase(dir, "", { kept: [], roots });
    expect(findings.problems).toEqual([]);
    const told = findings.notes.find(({ path }) => path.endsWith(sealed));
    expect(told).toMatchObject({ code: "vault/timestamp-holds", actual: expect.stringContaining("CN=tsa") });
  });

  it("are said to lead to no root when none or another is given", async () => {
    for (const others of [[], [strangerOf()]]) {
      const { findings } = await checkCase(dir, "", { kept: [], roots: others });
      expect(findings.problems).toEqual([]);
      expect(findings.notes.map(({ code }) => code)).toContain("vault/timestamp-no-root");
    }
  });

  it("do not hold when the note that was stamped is not the one that was kept", async () => {
    const opened = await openShippedCase("kosovo-1999", "stamped-other");
    const { treeSize, rootHash: root, note } = await releaseCheckpoint(opened, { how: "timestamp" });
    const folder = temporaryFolder("stamped-other");
    writeFileSync(join(folder, "note"), "something else");
    const { token } = stampWithOpenssl(folder, join(folder, "note"));
    const blob = await opened.seal(readFileSync(token));
    const said = { over: { treeSize, root }, sha256: hashBytes(note), method: "rfc3161", status: "complete" };
    await opened.record([{ kind: "timestamp.received", body: { ...said, token: { ...blob } } }]);
    await opened.close();
    const { findings } = await checkCase(opened.dir, "", { kept: [], roots });
    expect(findings.problems.map(({ code }) => code)).toEqual(["vault/timestamp-invalid"]);
  });

  function strangerOf(): X509Certificate {
    const folder = temporaryFolder("stranger");
    writeFileSync(join(folder, "file"), "");
    return new X509Certificate(readFileSync(stampWithOpenssl(folder, join(folder, "file")).roots));
  }
});
