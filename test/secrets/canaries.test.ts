import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createCase,
  linkLists,
  type OpenCase,
  openCase,
  prepareImport,
  readCaseFolder,
  rebuildCase,
  recordImport,
  recordStatements,
  revealContent,
  type Surroundings,
  sealFile,
  shredItem,
} from "../../src/case/index.ts";
import { withStatementId } from "../../src/statements/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";
import { canaryNames, scan, sha256 } from "./canaries.ts";

const names = canaryNames();
const listBytes = Buffer.from(
  `name,name_fa,religion\n${names.map(({ latin, persian }) => `${latin},${persian},zz`).join("\n")}\n`,
);
const letter = Buffer.from(
  `A letter that several people hold a copy of. It names ${names[0]?.latin} and ${names[0]?.persian}. ${"It goes on for pages. ".repeat(400)}`,
);
const recipe = {
  of: "persons",
  fields: { nameLatin: { column: "name" }, name: { column: "name_fa" } },
} as const;
const QUOTE = names[1]?.latin ?? "";
const testimony = Buffer.from(`The guard said to ${QUOTE} that nobody would come back.`);

const secrets = [
  ...names.flatMap(({ latin, persian }) => [Buffer.from(latin), Buffer.from(persian)]),
  letter.subarray(0, 60),
  ...[letter, listBytes, testimony].map(sha256),
  Buffer.from("letter-from-the-prison"),
];

function surroundingsIn(home: string): Surroundings {
  return {
    ...fixedSurroundings(home),
    askPassphrase: () => Promise.resolve("orchard lantern seven rivers"),
    doorRounds: 10,
  };
}

/** Everything that takes something secret in, and everything that reads it again. */
async function work(opened: OpenCase, isSecret: boolean): Promise<void> {
  const file = { name: "letter-from-the-prison.txt", bytes: new Uint8Array(letter) };
  await sealFile(opened, file, { isSecret });
  const { source } = await sealFile(
    opened,
    { name: "testimony.txt", bytes: new Uint8Array(testimony) },
    { isSecret },
  );
  const start = testimony.toString("utf8").indexOf(QUOTE);
  await recordStatements(opened, [
    withStatementId({
      key: "S1",
      subject: "event:x",
      property: "persons-killed",
      value: { kind: "quantity", min: 3, max: 3 },
      source: source.id,
      passage: { start, end: start + QUOTE.length, quote: QUOTE, prefix: "to ", suffix: " that" },
      speaker: "speaker:y",
      chain: "first-hand",
      polarity: "asserts",
      standing: "reported",
      access: "open",
    }),
  ]);
  const list = {
    name: "l",
    file: { name: "list.csv", bytes: new Uint8Array(listBytes) },
    recipe,
    title: { en: "List" },
  };
  const prepared = await prepareImport(opened, { ...list, sealing: "seal" });
  await recordImport(opened, prepared);
  await linkLists(opened);
  await rebuildCase(opened);
  await revealContent(opened, "letter-from-the-prison", "to answer a request").catch((error: unknown) => {
    // In a closed case nothing but the list is an item of its own.
    if (isSecret) throw error;
  });
}

async function build(home: string, isClosed: boolean): Promise<void> {
  const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
  const surroundings = surroundingsIn(home);
  const opened = await createCase({ dir: join(home, "case"), config, isClosed, surroundings });
  await work(opened, !isClosed);
  await opened.close();
}

describe("two hundred canaries and a known document", () => {
  test("are found by the scan where they lie in the open", async () => {
    const folder = temporaryFolder("canary");
    mkdirSync(join(folder, "a"));
    for (const [index, bytes] of [
      listBytes,
      Buffer.from(listBytes.toString("base64")),
      Buffer.from(sha256(letter).toString("hex")),
      Buffer.from(names[5]?.persian ?? "", "utf16le"),
    ].entries()) {
      writeFileSync(join(folder, "a", String(index)), bytes);
    }
    const files = new Set(scan([folder], secrets).map(({ file }) => file));
    expect([...files].sort()).toEqual(["a/0", "a/1", "a/2", "a/3"]);
  });

  test.each([
    ["an open case that seals them", false],
    ["a closed case", true],
  ])("stand nowhere in %s, nor do their hashes: ledger, vault, keys, work, home", async (_, isClosed) => {
    const home = temporaryFolder("canary");
    await build(home, isClosed);
    expect(scan([home], secrets)).toEqual([]);

    // They are there all the same, for whoever has the passphrase.
    const opened = await openCase({
      dir: join(home, "case"),
      mode: "read",
      surroundings: surroundingsIn(home),
    });
    const [records] = [await opened.records("l")];
    expect(records.map((record) => record.cells.name)).toEqual(names.map(({ latin }) => latin));
    await opened.close();
    expect(scan([home], secrets)).toEqual([]);
  });

  test("a shredded source cannot be read by anyone, and everything else still can", async () => {
    const home = temporaryFolder("canary");
    await build(home, false);
    const options = { dir: join(home, "case"), surroundings: surroundingsIn(home) };
    const opened = await openCase({ ...options, mode: "write" });
    await opened.secrets.unlock("test");
    await shredItem(opened, "letter-from-the-prison", { why: "consent was withdrawn", copies: [] });
    await opened.close();
    const again = await openCase({ ...options, mode: "write" });
    await again.secrets.unlock("test");
    const sealed = [...again.state.sources.values()].flatMap(({ value }) => value.sealed?.content ?? []);
    const outcomes = await Promise.allSettled(sealed.map((ref) => again.read(ref)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect((await again.records("l")).length).toBe(100);
    await again.close();
  });
});
