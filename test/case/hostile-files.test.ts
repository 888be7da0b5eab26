import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openCase, sealFile, verifyCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

const MADE = fileURLToPath(new URL("../../../shared/data/vectors/hostile-made/", import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

const sourcesOf = async (folder: string) => {
  const opened = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  const sources = [...opened.state.sources.values()].map(({ value }) => value);
  await opened.close();
  return sources;
};

test("what is noticed about a file is told when it is sealed, and stands with the source", async () => {
  const folder = temporaryFolder("hostile-files");
  writeFileSync(join(folder, "photo.jpg"), "<!doctype html><script>alert(1)</script>");
  writeFileSync(join(folder, "plain.txt"), "a letter");
  await inquest(folder, "init", "c", "--title", "Hostile");
  const { code, out } = await inquest(folder, "add", "photo.jpg", "plain.txt", "--case", "c");
  expect(code).toBe(0);
  expect(out).toContain("The name says .jpg, the content is HTML.");
  expect(out).toContain("<script>");
  const [photo, plain] = await sourcesOf(folder);
  expect(photo?.inspection).toMatchObject({ kind: "html", mediaType: "text/html" });
  expect(plain?.inspection).toEqual({ kind: "text", mediaType: "text/plain" });
});

test("what is noticed about an encrypted file stands in its encrypted part only", async () => {
  const folder = temporaryFolder("hostile-files");
  writeFileSync(join(folder, "secret.jpg"), "<!doctype html><script>alert(1)</script>");
  writeFileSync(join(folder, "pass"), "a long passphrase of several words");
  await inquest(folder, "init", "c", "--title", "Hostile");
  const { code, err } = await inquest(
    folder,
    ...["add", "secret.jpg", "--seal", "--case", "c", "--new-passphrase-file", "pass"],
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [source] = await sourcesOf(folder);
  expect(source?.sealed).toBeDefined();
  expect(source?.inspection).toBeUndefined();
  for (const file of filesBelow(join(folder, "c")))
    expect(readFileSync(file, "latin1")).not.toContain("type-mismatch");
});

test("a limit can be raised for a file that is known, and a wrong one is refused with the names there are", async () => {
  const folder = temporaryFolder("hostile-files");
  writeFileSync(join(folder, "a.txt"), "x");
  const wrong = await inquest(folder, "inspect", "a.txt", "--limit", "colour=3");
  expect(wrong.code).toBe(2);
  expect(wrong.err).toMatch(/members, expandedBytes/u);
  const { code, out } = await inquest(folder, "inspect", "a.txt", "--limit", "members=5", "--json");
  expect({ code, report: JSON.parse(out)[0]?.kind }).toEqual({ code: 0, report: "text" });
});

describe.skipIf(!existsSync(MADE))("every hostile file (skipped without ../shared)", () => {
  test("is sealed byte for byte as evidence, expanded nowhere, and the case verifies", async () => {
    const folder = temporaryFolder("hostile-files");
    const files = filesBelow(MADE);
    await inquest(folder, "init", "c", "--title", "Hostile");
    const { code, out, err } = await inquest(folder, "add", MADE, "--quiet", "--case", "c");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n").filter((line) => line.startsWith("Sealed"))).toHaveLength(files.length);

    const sealed = new Map((await sourcesOf(folder)).map((source) => [source.sha256, source]));
    for (const file of files) {
      const source = sealed.get(createHash("sha256").update(readFileSync(file)).digest("hex"));
      expect(source?.sizeBytes, file).toBe(statSync(file).size);
      expect(source?.inspection, file).toBeDefined();
    }
    // Nothing was unpacked: not where the members ask to go, and not into the case.
    expect(readdirSync("/tmp").filter((name) => name.startsWith("inquest-escape"))).toEqual([]);
    const held = filesBelow(join(folder, "c")).reduce((sum, path) => sum + statSync(path).size, 0);
    const given = files.reduce((sum, path) => sum + statSync(path).size, 0);
    expect(held).toBeLessThan(given + 1024 * 1024);
    expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
  });

  test("names of strangers are kept letter by letter, shown escaped, and no path comes of them", async () => {
    const folder = temporaryFolder("hostile-files");
    const names = z.array(z.string()).parse(JSON.parse(readFileSync(join(MADE, "names.json"), "utf8")));
    await inquest(folder, "init", "c", "--title", "Hostile");
    mkdirSync(join(folder, "before"));
    const opened = await openCase({
      dir: join(folder, "c"),
      mode: "write",
      surroundings: fixedSurroundings(folder),
    });
    for (const [at, fileName] of names.entries())
      await sealFile(opened, {
        name: `upload ${at}`,
        fileName,
        bytes: new TextEncoder().encode(`content ${at}`),
      });
    await opened.close();

    expect((await sourcesOf(folder)).map(({ fileName }) => fileName)).toEqual(names);
    for (const path of filesBelow(join(folder, "c", "vault"))) expect(path).toMatch(/\/[0-9a-f]{64}$/u);
    expect(readdirSync(folder).sort()).toEqual(["before", "c", "home"]);
    const { out } = await inquest(folder, "log", "c");
    expect(out).not.toMatch(/[\u202e\ufeff\0]/u);
    expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
  });
});
