import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedFile } from "../case-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { stampWithOpenssl } from "../time-stamping-authority.ts";
import { inquest } from "./cli-fixture.ts";

const folder = temporaryFolder("timestamps");
const authority = join(folder, "authority");
const at = (name: string) => join(authority, name);

/** The answer of the authority that OpenSSL plays, to a request of ours. */
function answer(request: Uint8Array): Buffer {
  writeFileSync(at("ours.tsq"), request);
  const signer = ["-signer", at("tsa.pem"), "-inkey", at("tsa.key"), "-config", at("tsa.cnf")];
  execFileSync("openssl", ["ts", "-reply", "-queryfile", at("ours.tsq"), ...signer, "-out", at("ours.tsr")], {
    stdio: "pipe",
  });
  return readFileSync(at("ours.tsr"));
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    response.setHeader("content-type", "application/timestamp-reply");
    response.end(answer(Buffer.concat(parts)));
  });
});
let url = "";

const list = async (...more: readonly string[]) => {
  const { out, code } = await inquest(folder, "timestamp", "list", "--case", "c", "--json", ...more);
  return { code, stamps: JSON.parse(out).timestamps };
};

describe("timestamps by an authority that OpenSSL plays", () => {
  beforeAll(async () => {
    mkdirSync(authority);
    writeFileSync(at("any"), "any");
    stampWithOpenssl(authority, at("any"));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    url = typeof address === "object" ? `http://127.0.0.1:${address?.port}/` : "";
    writeFileSync(join(folder, "letter.txt"), "a letter");
    await inquest(folder, "init", "c", "--title", "Time");
    await inquest(folder, "add", "letter.txt", "--case", "c");
  });
  afterAll(() => server.close());

  test("cross an air gap as files: request out, answer in, sound at once and vouched for by a root", async () => {
    const asked = await inquest(folder, "timestamp", "request", "--out", "q.tsq", "--case", "c");
    expect(asked.code).toBe(0);
    writeFileSync(join(folder, "a.tsr"), answer(readFileSync(join(folder, "q.tsq"))));
    expect(await inquest(folder, "timestamp", "import", "a.tsr", "--case", "c")).toMatchObject({ code: 0 });
    expect((await list()).stamps).toMatchObject([{ judged: "complete", isAnchored: false }]);
    const { code, stamps } = await list("--roots", at("root.pem"));
    expect({ code, stamps }).toMatchObject({
      code: 0,
      stamps: [{ method: "rfc3161", judged: "complete", isAnchored: true, over: { treeSize: 3 } }],
    });
    expect((await inquest(folder, "verify", "c")).code).toBe(0);
  });

  test("come over HTTP from the authority that is named, for a source too", async () => {
    const { code, err } = await inquest(
      folder,
      ...["timestamp", "fetch", "--authority", url, "--item", "letter.txt", "--case", "c"],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { stamps } = await list("--roots", at("root.pem"));
    expect(stamps.at(-1)).toMatchObject({
      isAnchored: true,
      over: { source: expect.stringMatching(/^src-/u) },
    });
  });

  test("are refused when they answer another request, are altered or are none, and nothing is recorded", async () => {
    const before = (await list()).stamps.length;
    const fresh = await inquest(folder, "timestamp", "request", "--out", "q2.tsq", "--case", "c");
    expect(fresh.code).toBe(0);
    const good = answer(readFileSync(join(folder, "q2.tsq")));
    let refused = 0;
    const altered = Buffer.from(good);
    altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
    for (const bytes of [readFileSync(at("it.tsr")), altered, Buffer.from("no timestamp")]) {
      writeFileSync(join(folder, "bad.tsr"), bytes);
      const { code, err } = await inquest(folder, "timestamp", "import", "bad.tsr", "--case", "c");
      expect([3, 4]).toContain(code);
      expect(err).toMatch(/case\/timestamp-(unknown|refused)/u);
      refused += 1;
    }
    expect(refused).toBe(3);
    expect((await list()).stamps.length).toBe(before);
  });

  test("the doctor asks for one only while there is none", async () => {
    const { out } = await inquest(folder, "doctor", "c", "--json");
    expect(out).not.toContain("no-timestamp");
  });
});

const published = sharedFile("data", "vectors", "opentimestamps");
test.skipIf(published === null)(
  "an OpenTimestamps proof over nothing of the case is not taken (skips where ../shared is absent)",
  async () => {
    const file = join(published ?? "", "merkle1.txt.ots");
    const { code, err } = await inquest(folder, "timestamp", "import", file, "--case", "c");
    expect(code).toBe(3);
    expect(err).toContain("case/timestamp-unknown");
  },
);
