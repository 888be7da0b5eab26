import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCase } from "../../src/case/index.ts";
import { fixedSurroundings, sharedFile } from "../case-fixture.ts";
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

describe("timestamps that nobody asked for by us", () => {
  beforeAll(async () => {
    await inquest(folder, "init", "u", "--title", "Unasked");
    writeFileSync(join(folder, "photo.txt"), "a photograph");
    await inquest(folder, "add", "photo.txt", "--case", "u");
  });
  const unasked = async (...more: readonly string[]) => {
    const { out, code } = await inquest(folder, "timestamp", "list", "u", "--json", ...more);
    return { code, ...JSON.parse(out) };
  };
  const stampOf = (file: string): Buffer => {
    execFileSync("openssl", ["ts", "-query", "-data", file, "-sha256", "-cert", "-out", at("own.tsq")], {
      stdio: "pipe",
    });
    return answer(readFileSync(at("own.tsq")));
  };

  test("are taken when they are over a checkpoint that left the house or a source, and once", async () => {
    await inquest(folder, "checkpoint", "u", "--out", "left.note");
    writeFileSync(join(folder, "left.tsr"), stampOf(join(folder, "left.note")));
    writeFileSync(join(folder, "photo.tsr"), stampOf(join(folder, "photo.txt")));
    for (const name of ["left.tsr", "photo.tsr", "left.tsr"])
      expect(await inquest(folder, "timestamp", "import", name, "--case", "u")).toMatchObject({ code: 0 });
    const { timestamps, requests } = await unasked("--roots", at("root.pem"));
    expect(timestamps).toMatchObject([
      { isAnchored: true, over: { treeSize: 3 } },
      { isAnchored: true, over: { source: expect.stringMatching(/^src-/u) } },
    ]);
    expect(requests).toEqual([]);
    expect(await inquest(folder, "verify", "u")).toMatchObject({ code: 0 });
  });

  test("still hold when a witness's lines were added to the note that was stamped", async () => {
    const note = readFileSync(join(folder, "left.note"), "utf8");
    const line = `— witness.example/w ${Buffer.alloc(76, 5).toString("base64")}`;
    writeFileSync(join(folder, "cosigned.note"), `${note}${line}\n`);
    expect(await inquest(folder, "checkpoint", "u", "--add-cosigned", "cosigned.note")).toMatchObject({
      code: 0,
    });
    expect((await unasked("--roots", at("root.pem"))).timestamps[0]).toMatchObject({ isAnchored: true });
  });

  test("of OpenTimestamps are pending, join with fuller ones as files, and replace their earlier form", async () => {
    const digest = createHash("sha256").update("a photograph").digest();
    const ots = (tree: string) =>
      Buffer.from(
        `004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e892940108${digest.toString("hex")}${tree}`,
        "hex",
      );
    const uri = Buffer.from("https://calendar.example");
    const pending = `0083dfe30d2ef90c8e${Buffer.from([uri.length + 1, uri.length]).toString("hex")}${uri.toString("hex")}`;
    writeFileSync(join(folder, "photo.ots"), ots(`08${pending}`));
    writeFileSync(join(folder, "fuller.ots"), ots("08000588960d73d7190102fa03"));
    const ask = async () =>
      (await unasked()).timestamps.filter((each: { method: string }) => each.method !== "rfc3161");
    await inquest(folder, "timestamp", "import", "photo.ots", "--case", "u");
    expect(await ask()).toMatchObject([{ judged: "pending", authority: "https://calendar.example" }]);
    for (let times = 0; times < 2; times++)
      expect(await inquest(folder, "timestamp", "import", "fuller.ots", "--case", "u")).toMatchObject({
        code: 0,
      });
    expect(await ask()).toMatchObject([
      { judged: "complete", isAnchored: false, authority: "Bitcoin 506, https://calendar.example" },
    ]);
    const { out } = await inquest(folder, "log", "u", "--json", "--kind", "timestamp");
    expect(out.match(/"kind":"[a-z.]+"/gu)).toEqual([
      '"kind":"timestamp.received"',
      '"kind":"timestamp.received"',
      '"kind":"timestamp.received"',
      '"kind":"timestamp.upgraded"',
    ]);
  });

  test("and that do not hold, though an act says so, fail the verification with file and reason", async () => {
    const surroundings = { ...fixedSurroundings(folder), now: () => Date.now() };
    const opened = await openCase({ dir: join(folder, "u"), mode: "write", surroundings });
    const source = [...opened.state.sources.keys()][0] ?? "";
    const token = await opened.seal(stampOf(join(folder, "left.note")));
    const sha256 = createHash("sha256").update("a photograph").digest("hex");
    const body = { over: { source, sha256 }, sha256, method: "rfc3161", token, status: "complete" };
    await opened.record([{ kind: "timestamp.received", body }]);
    await opened.close();
    const { code, out } = await inquest(folder, "verify", "u", "--json");
    expect(code).toBe(4);
    const problems: unknown = JSON.parse(out).problems;
    expect(problems).toMatchObject([
      {
        code: "vault/timestamp-invalid",
        path: expect.stringContaining(token.sha256),
        expected: `sha256 ${sha256}`,
      },
    ]);
    expect((await unasked()).code).toBe(4);
  });
});

test("requests that nobody answered are listed until they are", async () => {
  await inquest(folder, "init", "open", "--title", "Open");
  await inquest(folder, "timestamp", "request", "--out", "open.tsq", "--case", "open");
  const { out } = await inquest(folder, "timestamp", "list", "open", "--lang", "fa");
  expect(out).toContain("هنوز پاسخی نرسیده است");
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
