import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  addCaseDoor,
  applyCaseFolder,
  type CaseConfig,
  createCase,
  describeSource,
  formatShare,
  joinSheets,
  linkLists,
  makeRecovery,
  noteDuplicate,
  openCase,
  prepareImport,
  propose,
  readCase,
  readCaseFolder,
  readCustody,
  recordCustody,
  recordImport,
  recordStatements,
  revealContent,
  rotateKey,
  type Surroundings,
  sealDerivative,
  sealFile,
  second,
  shredItem,
  unlockBySheets,
  verifyCase,
  vouch,
} from "../../src/case/index.ts";
import { withStatementId } from "../../src/statements/index.ts";
import { createKeyPair } from "../../src/vault/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";

const OLD = "orchard lantern seven rivers";
const YOUNG = "harbour candle nine meadows";

/** Somebody at their keyboard, with the passphrase that they know. */
function person(home: string, actor: string, passphrase: string, next = passphrase): Surroundings {
  return {
    ...fixedSurroundings(home),
    actor,
    homeDir: join(home, `home-${actor}`),
    now: () => Date.now(),
    random: (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes)),
    askPassphrase: ({ kind }) => Promise.resolve(kind === "make" ? next : passphrase),
    doorRounds: 10,
  };
}

async function newCase(isClosed: boolean, change: Partial<CaseConfig> = {}) {
  const home = temporaryFolder("keys-of-case");
  const dir = join(home, "case");
  const { config } = readCaseFolder(join(repository, "cases", "iran-1988"));
  const anna = person(home, "anna", OLD);
  const opened = await createCase({ dir, config: { ...config, ...change }, isClosed, surroundings: anna });
  const letter = { name: "letter.txt", bytes: new TextEncoder().encode("What the letter says.") };
  const { source } = await sealFile(opened, letter, { isSecret: true });
  await opened.close();
  return { home, dir, anna, source };
}

async function readLetter(dir: string, surroundings: Surroundings): Promise<string> {
  const opened = await openCase({ dir, mode: "read", surroundings });
  try {
    const [content] = [...opened.state.sources.values()].flatMap(({ value }) => value.sealed?.content ?? []);
    if (content === undefined) throw new Error("the letter is sealed");
    return new TextDecoder().decode(await opened.read(content));
  } finally {
    await opened.close();
  }
}

describe.each([
  ["an open case", false],
  ["a closed case", true],
])("%s", (_, isClosed) => {
  test("is read after a rotation by the new passphrase only, and verifies", async () => {
    const { home, dir } = await newCase(isClosed);
    const rotating = person(home, "anna", OLD, YOUNG);
    const opened = await openCase({ dir, mode: "write", surroundings: rotating });
    const { generation } = await rotateKey(opened, { why: "a laptop was seized", without: [] });
    expect(generation).toBe(2);
    await opened.close();
    const young = person(home, "anna", YOUNG);
    expect(await readLetter(dir, young)).toBe("What the letter says.");
    await expect(readLetter(dir, person(home, "anna", OLD))).rejects.toMatchObject({
      code: "vault/wrong-passphrase",
    });
    expect((await verifyCase(dir, undefined, young)).problems).toEqual([]);
  });

  test("lets a second person in by a passphrase of their own, who signs as themselves", async () => {
    const { home, dir, anna } = await newCase(isClosed);
    const opened = await openCase({
      dir,
      mode: "write",
      surroundings: { ...anna, askPassphrase: async ({ kind }) => (kind === "make" ? YOUNG : OLD) },
    });
    await addCaseDoor(opened, { actor: "bahar", recipient: null });
    await opened.close();
    const bahar = person(home, "bahar", YOUNG);
    expect(await readLetter(dir, bahar)).toBe("What the letter says.");
    const theirs = await openCase({ dir, mode: "write", surroundings: bahar });
    await sealFile(theirs, { name: "note.txt", bytes: new TextEncoder().encode("A note.") });
    expect(theirs.requireSigner().actor).toBe("bahar");
    await theirs.close();
    const report = await verifyCase(dir, undefined, bahar);
    expect(report.problems).toEqual([]);
    expect(report.keys.map(({ actor }) => actor)).toEqual(["anna", "bahar"]);
    // A stranger can check what the second person signed too.
    expect((await verifyCase(dir)).problems).toEqual([]);
  });

  test("opens for a person's own age key, and keeps what they sign with behind their door", async () => {
    const { home, dir, anna } = await newCase(isClosed);
    const pair = createKeyPair((size) => crypto.getRandomValues(new Uint8Array(size)));
    const opened = await openCase({ dir, mode: "write", surroundings: anna });
    await addCaseDoor(opened, { actor: "bahar", recipient: pair.recipient });
    await opened.close();
    const bahar = { ...person(home, "bahar", "unknown to her"), secretKey: pair.secret };
    expect(await readLetter(dir, bahar)).toBe("What the letter says.");
    const devices = new Set<string>();
    for (const name of ["one", "two"]) {
      const theirs = await openCase({ dir, mode: "write", surroundings: bahar });
      await sealFile(theirs, { name: `${name}.txt`, bytes: new TextEncoder().encode(name) });
      devices.add(theirs.requireSigner().device);
      await theirs.close();
    }
    expect(devices.size).toBe(1);
    expect((await verifyCase(dir, undefined, anna)).problems).toEqual([]);
    expect((await verifyCase(dir)).problems).toEqual([]);
  });

  test("comes back from two of three sheets when the passphrase is forgotten", async () => {
    const { home, dir, anna } = await newCase(isClosed);
    const opened = await openCase({ dir, mode: "write", surroundings: anna });
    const sheets = (await makeRecovery(opened, { threshold: 2, shares: 3 })).map(formatShare);
    await expect(joinSheets(opened, sheets.slice(0, 1), "test")).rejects.toMatchObject({
      code: "vault/shares-too-few",
    });
    await joinSheets(opened, sheets.slice(1), "test");
    expect(opened.state.keys.recovery).toMatchObject({ isTested: true });
    await opened.close();
    const restoring = person(home, "anna", "forgotten", YOUNG);
    const unlocked = isClosed ? { unlocked: await unlockBySheets(dir, restoring, sheets.slice(0, 2)) } : {};
    const again = await openCase({ dir, mode: "write", surroundings: restoring, ...unlocked });
    if (!isClosed) await joinSheets(again, sheets.slice(0, 2), "restore");
    await again.close();
    expect(await readLetter(dir, person(home, "anna", YOUNG))).toBe("What the letter says.");
  });
});

test("a case that asks for two people shreds nothing on the word of one", async () => {
  const { home, dir, anna, source } = await newCase(false, { twoPersons: ["item.shredded"] });
  const item = source.sealed?.content.item ?? "";
  const bahar = person(home, "bahar", OLD);
  const why = "consent was withdrawn";

  const first = await openCase({ dir, mode: "write", surroundings: anna });
  await expect(shredItem(first, item, { why, copies: [] })).rejects.toMatchObject({
    code: "case/second-person-needed",
  });
  const proposal = await propose(first, { kind: "item.shredded", subject: item, why });
  await expect(second(first, proposal)).rejects.toMatchObject({ code: "case/second-person" });
  await first.close();

  const theirs = await openCase({ dir, mode: "write", surroundings: bahar });
  await expect(second(theirs, proposal)).rejects.toMatchObject({ code: "case/second-person" });
  const note = { name: "n.txt", bytes: new TextEncoder().encode("n") };
  await sealFile(theirs, note);
  const { device } = theirs.requireSigner();
  await theirs.close();

  const vouching = await openCase({ dir, mode: "write", surroundings: anna });
  await vouch(vouching, { actor: "bahar", device });
  await vouching.close();
  const agreeing = await openCase({ dir, mode: "write", surroundings: bahar });
  await second(agreeing, proposal);
  await agreeing.close();

  const doing = await openCase({ dir, mode: "write", surroundings: anna });
  expect(await shredItem(doing, item, { why, copies: [] })).toMatchObject({ destroyed: ["case"] });
  await doing.close();
  expect((await verifyCase(dir)).problems).toEqual([]);
  await expect(readLetter(dir, anna)).rejects.toMatchObject({ code: "case/item-shredded" });
});

test("who had an encrypted source, why, and what was made of it stand in no file in the open", async () => {
  const { dir, anna, source } = await newCase(false);
  const opened = await openCase({ dir, mode: "write", surroundings: anna });
  const given = { from: "Golnar, mother of Kaveh", to: "anna", why: "she fears a search" };
  await recordCustody(opened, source.id, { kind: "custody.received", ...given });
  const made = {
    what: "transcript",
    tool: "by hand of Golnar",
    version: "1",
    parameters: { room: "nine" },
  } as const;
  await sealDerivative(opened, source.id, { name: "typed.txt", bytes: Buffer.from("typed out") }, made);
  await noteDuplicate(
    opened,
    { source: { ...source, fileName: "letter.txt" }, existed: true },
    "golnar-letter.txt",
  );
  await describeSource(opened, source.id, { shows: { en: "photograph, Golnar in room nine" } });
  const chain = await readCustody(opened, source.id);
  expect(
    chain.map(({ kind, details }) => [
      kind,
      details.from ?? details.tool ?? details.fileName ?? details.shows,
    ]),
  ).toEqual([
    ["source.sealed", undefined],
    ["custody.received", given.from],
    ["item.derived", source.id],
    ["custody.duplicate-noted", "golnar-letter.txt"],
    ["item.described", { en: "photograph, Golnar in room nine" }],
  ]);
  await opened.close();
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).map((name) => join(dir, name));
  for (const file of files.filter((path) => statSync(path).isFile()))
    for (const word of ["Golnar", "golnar", "fears a search", "by hand", "nine"])
      expect(readFileSync(file, "latin1")).not.toContain(word);
  expect((await verifyCase(dir)).problems).toEqual([]);

  const revealing = await openCase({ dir, mode: "write", surroundings: anna });
  await revealContent(revealing, source.id, "for the court");
  await revealing.close();
  const reader = await openCase({ dir, mode: "read", surroundings: anna });
  const kinds = (await readCustody(reader, source.id)).map(({ kind }) => kind);
  expect(kinds.at(-1)).toBe("item.revealed");
  await reader.close();
});

test("what is encrypted is not added in the open again; a file of another size asks for no key", async () => {
  const { dir, anna } = await newCase(false);
  let asked = 0;
  const counting = {
    ...anna,
    askPassphrase: () => {
      asked += 1;
      return Promise.resolve(OLD);
    },
  };
  const opened = await openCase({ dir, mode: "write", surroundings: counting });
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  await sealFile(opened, file("other.txt", "Something of another length altogether."));
  expect(asked).toBe(0);
  await expect(sealFile(opened, file("copy.txt", "What the letter says."))).rejects.toMatchObject({
    code: "case/sealed-already",
  });
  await sealFile(opened, file("same-size.txt", "What the letter SAYS."));
  expect(asked).toBe(1);
  await opened.close();
});

test("a shredding that died before it was recorded is told by verify, and recorded when it is done again", async () => {
  const { dir, anna, source } = await newCase(false);
  const dying = await openCase({ dir, mode: "write", surroundings: anna });
  const mortal = { ...dying, record: () => Promise.reject(new Error("died here")) };
  const shredding = { why: "consent was withdrawn", copies: [] };
  await expect(shredItem(mortal, source.id, shredding)).rejects.toThrow("died here");
  await dying.close();
  expect((await verifyCase(dir)).problems).toMatchObject([
    { code: "vault/key-missing", text: expect.stringMatching(/inquest shred records that/u) },
  ]);
  const again = await openCase({ dir, mode: "write", surroundings: anna });
  await shredItem(again, source.id, shredding);
  await again.close();
  expect((await verifyCase(dir)).problems).toEqual([]);
  await expect(readLetter(dir, anna)).rejects.toMatchObject({ code: "case/item-shredded" });
});

test("the rule of two people is not lifted by one, by whatever way", async () => {
  const { dir, anna, source } = await newCase(false, { twoPersons: ["item.shredded"] });
  const folder = readCaseFolder(join(repository, "cases", "iran-1988"));
  const opened = await openCase({ dir, mode: "write", surroundings: anna });
  // A folder that does not speak of it leaves it as it is.
  await applyCaseFolder(opened, folder);
  expect(opened.config.twoPersons).toEqual(["item.shredded"]);
  const without = { ...folder, config: { ...folder.config, twoPersons: [] } };
  await expect(applyCaseFolder(opened, without)).rejects.toMatchObject({ code: "case/second-person-needed" });
  await expect(
    propose(opened, { kind: "item.shredded", subject: "nonsense", why: "x" }),
  ).rejects.toMatchObject({
    code: "case/not-found",
  });
  await expect(
    propose(opened, { kind: "item.revealed", subject: source.id, why: "x" }),
  ).rejects.toMatchObject({
    code: "case/second-person",
  });
  // A source is proposed by its own id; the rule looks at its item.
  await propose(opened, { kind: "item.shredded", subject: source.id, why: "x" });
  expect([...opened.state.twoPersons.proposals.values()].at(-1)?.subject).toBe(source.sealed?.content.item);
  // Whoever writes the act by hand is found out.
  const config = JSON.parse(JSON.stringify({ ...opened.config, twoPersons: [] }));
  await opened.record([{ kind: "case.configured", body: { config } }]);
  await opened.close();
  expect((await verifyCase(dir)).problems).toMatchObject([{ code: "case/second-person-missing" }]);
});

test("a source that is shredded takes its rows, its statements, its derivatives and its links with it", async () => {
  const { dir, anna } = await newCase(false);
  const opened = await openCase({ dir, mode: "write", surroundings: anna });
  const rows = (names: readonly string[]) => new TextEncoder().encode(`name\n${names.join("\n")}\n`);
  const recipe = { of: "persons", fields: { name: { column: "name" } } } as const;
  const list = (name: string, names: readonly string[]) => ({
    name,
    file: { name: `${name}.csv`, bytes: rows(names) },
    recipe,
    title: { en: name },
  });
  const secret = { ...list("told", ["Mina Rahimi", "Kaveh Nouri"]), sealing: "seal" } as const;
  await recordImport(opened, await prepareImport(opened, secret));
  await recordImport(opened, await prepareImport(opened, list("printed", ["Mina Rahimi", "Sara Omidi"])));
  await linkLists(opened);
  const source = [...opened.state.sources.values()].find(({ value }) => value.key === "told")?.value;
  if (source === undefined) throw new Error("the list's file is a source");
  await recordStatements(opened, [
    withStatementId({
      subject: "event:x",
      property: "persons-killed",
      value: { kind: "quantity", min: 2, max: 2 },
      source: source.id,
      passage: { start: 5, end: 16, quote: "Mina Rahimi", prefix: "", suffix: "" },
      speaker: "speaker:y",
      chain: "first-hand",
      polarity: "asserts",
      standing: "reported",
      access: "open",
    }),
  ]);
  const copyText = { name: "told.txt", bytes: new TextEncoder().encode("typed out") };
  const how = { what: "transcript", tool: "by hand", version: "1", parameters: {} } as const;
  await sealDerivative(opened, source.id, copyText, how);
  await opened.close();

  const shredding = await openCase({ dir, mode: "write", surroundings: anna });
  const { also } = await shredItem(shredding, "told", { why: "consent was withdrawn", copies: [] });
  expect(also.length).toBe(3);
  await shredding.close();

  const after = await openCase({ dir, mode: "write", surroundings: anna });
  await after.secrets.unlock("test");
  expect([...after.state.lists.keys()]).toEqual(["printed"]);
  expect(after.state.statements.ofSource(source.id)).toEqual([]);
  expect(after.state.link).toBeNull();
  expect((await linkLists(after))?.persons).toBe(2);
  expect((await readCase(after)).plainAnswers("en").answers.who.length).toBeGreaterThan(0);
  await after.close();
  const { problems, notes } = await verifyCase(dir);
  expect({ problems, unneeded: notes.filter(({ code }) => code === "vault/blob-unneeded") }).toEqual({
    problems: [],
    unneeded: [],
  });
});
