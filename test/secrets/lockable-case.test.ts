import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createCase,
  needsUnlocking,
  openLockableCase,
  readCaseFolder,
  sealFile,
} from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";

const RIGHT = "orchard lantern seven rivers";

async function newCase(isClosed: boolean, isSecret: boolean) {
  const home = temporaryFolder("lockable");
  const dir = join(home, "case");
  const surroundings = {
    ...fixedSurroundings(home),
    askPassphrase: () => Promise.resolve(RIGHT),
    doorRounds: 10,
  };
  const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
  const opened = await createCase({ dir, config, isClosed, surroundings });
  await sealFile(opened, { name: "letter.txt", bytes: new TextEncoder().encode("the letter") }, { isSecret });
  await opened.close();
  const { askPassphrase: _, ...nobodyToAsk } = surroundings;
  return { dir, held: openLockableCase({ dir, surroundings: nobodyToAsk, progress: silentProgress }) };
}

describe.each([
  ["an open case that holds something encrypted", false, true],
  ["a closed case", true, false],
])("%s, held by a face", (_, isClosed, isSecret) => {
  test("gives nothing before its passphrase, all after it, and nothing once it is locked again", async () => {
    const { dir, held } = await newCase(isClosed, isSecret);
    expect(needsUnlocking(dir)).toBe(true);
    await expect(held.current()).rejects.toMatchObject({ code: "case/locked" });
    await expect(held.locking?.unlock("some other words here")).rejects.toMatchObject({
      code: "vault/wrong-passphrase",
    });
    expect(held.locking?.isLocked()).toBe(true);
    await held.locking?.unlock(RIGHT);
    const reader = await held.current();
    const [summary] = reader.sources("en");
    expect(summary).toMatchObject({ key: "letter", isEncrypted: isSecret });
    expect((await reader.source("letter", "en")).text).toBe("the letter");
    await held.locking?.lock();
    await expect(held.current()).rejects.toMatchObject({ code: "case/locked" });
  });

  test("stays locked when it is locked while its door opens", async () => {
    const { held } = await newCase(isClosed, isSecret);
    const unlocking = held.locking?.unlock(RIGHT);
    await held.locking?.lock();
    await unlocking;
    expect(held.locking?.isLocked()).toBe(true);
  });
});

test("an open case without anything encrypted needs no unlocking", async () => {
  const { dir } = await newCase(false, false);
  expect(needsUnlocking(dir)).toBe(false);
});
