import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { z } from "zod";
import { PAGES } from "../../web/addresses.ts";
import { repository } from "../case-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const out = temporaryFolder("bundle");
const unpacked = join(out, "inquest-0.1.0");
const Driven = z.object({
  outside: z.string(),
  output: z.string(),
  journeys: z.array(
    z.object({
      language: z.string(),
      traced: z.string(),
      errors: z.array(z.string()),
      foreign: z.array(z.string()),
    }),
  ),
  seen: z.array(
    z.object({
      language: z.string(),
      path: z.string(),
      heading: z.string(),
      errors: z.array(z.string()),
      foreign: z.array(z.string()),
    }),
  ),
});

/** A shell in which there is no network but the machine itself; null where this system allows none. */
function withoutNetwork(): readonly string[] | null {
  const ways = [
    ["unshare", "-n"],
    ["unshare", "-rn"],
  ];
  return (
    ways.find(([command = "", ...args]) => spawnSync(command, [...args, "ip", "link"]).status === 0) ?? null
  );
}

const namespace = withoutNetwork();

function bundle(folder: string): string {
  const made = spawnSync(process.execPath, ["scripts/bundle.mjs", "--out", folder], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(made.status, made.stderr).toBe(0);
  return made.stdout;
}

async function unpack(archive: string, folder: string): Promise<void> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(readFileSync(archive), { lazyEntries: true }, (error, file) =>
      error === null ? resolve(file) : reject(error),
    ),
  );
  await new Promise<void>((resolve, reject) => {
    zip.on("end", resolve).on("error", reject);
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error !== null) return reject(error);
        const path = join(folder, entry.fileName);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, await buffer(stream));
        chmodSync(path, (entry.externalFileAttributes >>> 16) & 0o777);
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
}

describe("the bundle that an investigator carries", () => {
  let said = "";
  let archive = "";
  beforeAll(async () => {
    said = bundle(out);
    archive = join(out, readdirSync(out).find((name) => name.endsWith(".zip")) ?? "");
    await unpack(archive, out);
  });

  it("is the same bytes when it is made again, and says their hash", () => {
    const again = temporaryFolder("bundle-again");
    bundle(again);
    const [name = ""] = readdirSync(again);
    const hash = createHash("sha256").update(readFileSync(archive)).digest("hex");
    expect(
      createHash("sha256")
        .update(readFileSync(join(again, name)))
        .digest("hex"),
    ).toBe(hash);
    expect(said.startsWith(hash)).toBe(true);
  });

  it("carries a sum for each of its files, and no tool that only developers need", () => {
    const sums = readFileSync(join(unpacked, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    for (const line of sums) {
      const [hash = "", path = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(readFileSync(join(unpacked, path)))
          .digest("hex"),
        path,
      ).toBe(hash);
    }
    const paths = sums.map((line) => line.slice(66));
    expect(paths).toContain("cases/iran-1988/case.yaml");
    expect(paths).toContain("dist/web/index.html");
    for (const tool of ["vitest", "typescript", "playwright-core", "@duckdb"])
      expect(existsSync(join(unpacked, "node_modules", tool)), tool).toBe(false);
    // Each library with its licence, since we hand it on.
    expect(paths.filter((path) => /^node_modules\/hono\/licen[cs]e/iu.test(path))).toHaveLength(1);
  });

  it("starts from the scripts beside it, which run", () => {
    const asked = spawnSync(join(unpacked, "start.sh"), ["help"], { encoding: "utf8" });
    expect(asked.status, asked.stderr).toBe(0);
    expect(asked.stdout).toContain("inquest");
    expect(readFileSync(join(unpacked, "start.cmd"), "utf8")).toContain("\r\n");
  });

  it.skipIf(namespace === null)(
    "opens the shipped cases and every page in both languages, and makes the whole journey, with the network taken away (skipped where no network namespace can be made)",
    () => {
      const driver = join(repository, "test", "e2e", "drive-bundle.ts");
      const home = join(out, "home");
      mkdirSync(home);
      const command = 'ip link set lo up && exec "$@"';
      const [program = "", ...args] = namespace ?? [];
      const node = [process.execPath, "--import", "tsx", driver, unpacked, home];
      const driven = spawnSync(program, [...args, "sh", "-c", command, "sh", ...node], {
        cwd: repository,
        encoding: "utf8",
      });
      expect(driven.status, driven.stderr).toBe(0);
      const { outside, seen, output, journeys } = Driven.parse(JSON.parse(driven.stdout));
      expect(outside).toBe("ENETUNREACH");
      expect(output).toContain("How many");
      expect(seen).toHaveLength(2 * PAGES.length);
      expect(journeys).toMatchObject([
        { language: "en", errors: [], foreign: [] },
        { language: "fa", errors: [], foreign: [] },
      ]);
      for (const { traced } of journeys) expect(traced).toContain("/trace/");
      for (const { heading, errors, foreign, path, language } of seen) {
        expect(heading, `${language} ${path}`).toMatch(language === "fa" ? /[\u0600-\u06ff]/u : /[a-z]/u);
        expect([...errors, ...foreign]).toEqual([]);
      }
    },
    300_000,
  );
});
