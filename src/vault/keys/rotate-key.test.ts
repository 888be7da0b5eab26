import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { passphraseIdentity } from "../age/index.ts";
import {
  CONTENT_HEADER,
  createKeyState,
  finishRotation,
  itemFile,
  type KeyDraft,
  LOG_HEADER,
  makeCaseKey,
  makeItem,
  openDoors,
  openKey,
  openKeyFiles,
  rotateCaseKey,
  verifyKeys,
  writeKey,
} from "./index.ts";

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));
const OLD = "orchard lantern seven rivers";
const NEW = "another harbour nine candles";
const lockOf = (passphrase: string) => ({ kind: "passphrase", passphrase, logRounds: 4 }) as const;

/** A closed case with two items, whose acts are what `record` was given. */
async function newCase() {
  const dir = temporaryFolder("rotate");
  const surroundings = { files: openKeyFiles(dir), random, now: () => Date.UTC(2026, 0, 1) };
  const acts: KeyDraft[] = [];
  const state = createKeyState();
  const record = (drafts: readonly KeyDraft[]) => {
    for (const draft of drafts) state.apply(draft);
    acts.push(...drafts);
  };
  const { opened, drafts } = await makeCaseKey(surroundings, {
    lock: lockOf(OLD),
    actor: "anna",
    seed: null,
  });
  record(drafts);
  const { recipient } = opened.key;
  const fileKeys = new Map<string, Uint8Array>();
  for (const name of [LOG_HEADER, CONTENT_HEADER]) {
    fileKeys.set(name, random(16));
    await writeKey(surroundings, name, { fileKey: fileKeys.get(name) ?? random(16), recipient });
  }
  for (const what of ["source", "statement"]) {
    const made = await makeItem(surroundings, { recipient, generation: 1 }, what);
    fileKeys.set(itemFile(made.item), made.fileKey);
    record([made.draft]);
  }
  return { dir, surroundings, state, record, opened, fileKeys };
}

type Case = Awaited<ReturnType<typeof newCase>>;

/** A rotation that dies before its step of that number, recorded and finished where it gets so far. */
async function rotateUntil({ dir, surroundings, state, record }: Case, dieAt: number) {
  let steps = 0;
  const files = openKeyFiles(dir, () => {
    if (steps++ === dieAt) throw new Error("killed");
  });
  let isRecorded = false;
  try {
    const opened = await openDoors(surroundings.files, passphraseIdentity(OLD));
    const rotation = { state, lock: lockOf(NEW), actor: "anna", why: "a laptop was seized", without: [] };
    const rotated = await rotateCaseKey({ ...surroundings, files }, opened, rotation);
    record(rotated.drafts);
    isRecorded = true;
    finishRotation(files, state);
    return { isDead: false, isRecorded };
  } catch (error) {
    if (!(error instanceof Error && error.message === "killed")) throw error;
    return { isDead: true, isRecorded };
  }
}

/** Which file keys a passphrase opens. */
async function opens({ surroundings, fileKeys }: Case, passphrase: string): Promise<boolean[]> {
  const doors = await openDoors(surroundings.files, passphraseIdentity(passphrase)).catch(() => []);
  const keys = doors.map(({ key }) => key);
  return Promise.all(
    [...fileKeys].map(([name, fileKey]) =>
      openKey(surroundings.files, name, keys).then(
        (found) => Buffer.compare(found, fileKey) === 0,
        () => false,
      ),
    ),
  );
}

describe("a rotation that dies", () => {
  test("at any step leaves every key to the passphrase that is due, no problem, and can be done again", async () => {
    let died = 0;
    let diedRecorded = 0;
    for (let dieAt = 0; ; dieAt++) {
      const made = await newCase();
      const { surroundings, state, record } = made;
      const { isDead, isRecorded } = await rotateUntil(made, dieAt);
      const due = isRecorded ? NEW : OLD;
      expect(await opens(made, due), `died at step ${dieAt}`).toEqual([true, true, true, true]);
      // A removed door that is still there is told as what it is.
      const before = verifyKeys(surroundings.files, state).problems.map(({ code }) => code);
      expect(before.filter((code) => code !== "vault/door-not-removed")).toEqual([]);

      finishRotation(surroundings.files, state);
      expect(verifyKeys(surroundings.files, state).problems).toEqual([]);
      expect(await opens(made, due)).toEqual([true, true, true, true]);
      if (isRecorded) expect(await opens(made, OLD)).toEqual([false, false, false, false]);

      const opened = await openDoors(surroundings.files, passphraseIdentity(due));
      const again = {
        state,
        lock: lockOf("a third one, quite long"),
        actor: "anna",
        why: "test",
        without: [],
      };
      record((await rotateCaseKey(surroundings, opened, again)).drafts);
      finishRotation(surroundings.files, state);
      expect(await opens(made, "a third one, quite long")).toEqual([true, true, true, true]);
      expect(verifyKeys(surroundings.files, state).problems).toEqual([]);
      expect(surroundings.files.list().filter((name) => name.startsWith("next-"))).toEqual([]);

      if (!isDead) break;
      died += 1;
      if (isRecorded) diedRecorded += 1;
    }
    console.log(`a rotation died at each of ${died} steps, ${diedRecorded} of them after it was recorded`);
    expect(died).toBeGreaterThan(20);
    expect(diedRecorded).toBeGreaterThan(8);
  });
});

describe("a rotation", () => {
  test("refuses a passphrase that opens only a key of before", async () => {
    const { surroundings, state, record } = await newCase();
    const old = await openDoors(surroundings.files, passphraseIdentity(OLD));
    const rotation = { state, lock: lockOf(NEW), actor: "anna", why: "test", without: [] };
    record((await rotateCaseKey(surroundings, old, rotation)).drafts);
    finishRotation(surroundings.files, state);
    await expect(rotateCaseKey(surroundings, old, rotation)).rejects.toMatchObject({
      code: "vault/key-superseded",
      reaction: "decision",
    });
  });

  test("staged and left: shredding an item destroys its staged header too", async () => {
    const { surroundings, state, fileKeys } = await newCase();
    const opened = await openDoors(surroundings.files, passphraseIdentity(OLD));
    await rotateCaseKey(surroundings, opened, {
      state,
      lock: lockOf(NEW),
      actor: "anna",
      why: "never recorded",
      without: [],
    });
    const [name = ""] = [...fileKeys.keys()].filter((each) => each.startsWith("item/"));
    expect(surroundings.files.list().filter((path) => path.endsWith(name))).toHaveLength(2);
    expect(surroundings.files.destroy(name)).toBe(true);
    expect(surroundings.files.list().filter((path) => path.endsWith(name))).toEqual([]);
    const keys = [...opened.map(({ key }) => key)];
    await expect(openKey(surroundings.files, name, keys)).rejects.toMatchObject({
      code: "vault/key-missing",
    });
  });
});
