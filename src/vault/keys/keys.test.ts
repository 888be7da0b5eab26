import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { passphraseIdentity } from "../age/index.ts";
import { openFileBlobStore } from "../file-blob-store.ts";
import {
  addDoor,
  createClosedCodec,
  createKeyState,
  finishRotation,
  formatShare,
  isCommitted,
  itemFile,
  joinShares,
  type KeyDraft,
  makeCaseKey,
  makeItem,
  openDoors,
  openKey,
  openKeyFiles,
  openSecret,
  parseShare,
  requireStrength,
  rotateCaseKey,
  splitKey,
  storeSecret,
  verifyKeys,
} from "./index.ts";

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));
const PASSPHRASE = "orchard lantern seven rivers";
const lock = { kind: "passphrase", passphrase: PASSPHRASE, logRounds: 10 } as const;
const identity = passphraseIdentity(PASSPHRASE);

async function newCase() {
  const dir = temporaryFolder("keys");
  const surroundings = { files: openKeyFiles(dir), random, now: () => Date.UTC(2026, 0, 1) };
  const state = createKeyState();
  const record = (drafts: readonly KeyDraft[]) => {
    for (const draft of drafts) state.apply(draft);
  };
  const { opened, drafts } = await makeCaseKey(surroundings, { lock, actor: "anna", seed: null });
  record(drafts);
  const store = openFileBlobStore(dir);
  const seal = async (plain: Uint8Array) => {
    const { item, fileKey, draft } = await makeItem(
      surroundings,
      { recipient: opened.key.recipient, generation: 1 },
      "source",
    );
    record([draft]);
    return { item, ...(await storeSecret(store.put, plain, { fileKey, random })) };
  };
  const read = async (stored: string) => readFileSync(join(dir, store.pathOf(stored)));
  return { dir, surroundings, state, record, opened, store, seal, read };
}

describe("sealed items", () => {
  test("come back as they were, by the passphrase, with their commitment, whatever they are", async () => {
    const { surroundings, seal, read } = await newCase();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (plain) => {
        const { item, stored, commitment } = await seal(plain);
        const keys = (await openDoors(surroundings.files, identity)).map(({ key }) => key);
        const fileKey = await openKey(surroundings.files, itemFile(item), keys);
        const back = await openSecret(await read(stored), fileKey);
        expect(Buffer.compare(back, plain)).toBe(0);
        const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
        expect(isCommitted(fileKey, hash(plain), commitment)).toBe(true);
        expect(isCommitted(fileKey, hash(Buffer.concat([plain, Buffer.of(0)])), commitment)).toBe(false);
      }),
      { numRuns: 15 },
    );
  });

  test("say nothing of their content: the same bytes give other ciphertext and another commitment", async () => {
    const { seal } = await newCase();
    const plain = random(100);
    const [one, two] = [await seal(plain), await seal(plain)];
    expect(one.stored).not.toBe(two.stored);
    expect(one.commitment).not.toBe(two.commitment);
  });

  test("a wrong passphrase opens nothing and says so without a word of it", async () => {
    const { surroundings } = await newCase();
    const error = await openDoors(surroundings.files, passphraseIdentity("wrong horse")).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: "vault/wrong-passphrase", reaction: "decision" });
    expect(String(error)).not.toContain("horse");
  });
});

describe("rotation", () => {
  test("keeps content and opens it by the new key; the old one opens no header any more", async () => {
    const { surroundings, state, record, opened, seal, read } = await newCase();
    const items = await Promise.all([1, 100_000].map((size) => seal(random(size))));
    const bytes = await Promise.all(items.map(({ stored }) => read(stored)));
    const behind = await openDoors(surroundings.files, identity);
    const young = "another harbour nine candles";
    const rotated = await rotateCaseKey(surroundings, behind, {
      state,
      lock: { ...lock, passphrase: young },
      actor: "anna",
      why: "a laptop was seized",
      without: [],
    });
    record(rotated.drafts);
    finishRotation(surroundings.files, state);
    expect(state).toMatchObject({ generation: 2, recipient: rotated.opened.key.recipient });
    expect(await Promise.all(items.map(({ stored }) => read(stored)))).toEqual(bytes);
    for (const { item } of items) {
      const { files } = surroundings;
      await expect(openKey(files, itemFile(item), [opened.key])).rejects.toMatchObject({
        code: "vault/age-no-match",
      });
      await openKey(files, itemFile(item), [rotated.opened.key]);
    }
    await expect(openDoors(surroundings.files, identity)).rejects.toMatchObject({
      code: "vault/wrong-passphrase",
    });
    expect((await openDoors(surroundings.files, passphraseIdentity(young)))[0]?.generation).toBe(2);
    expect(verifyKeys(surroundings.files, state)).toEqual({ files: 3, problems: [], notes: [] });
  });
});

describe("shredding and verification", () => {
  test("a shredded header is gone, and one that comes back is found", async () => {
    const { surroundings, state, record, seal } = await newCase();
    const { item } = await seal(random(10));
    const { files } = surroundings;
    const copy = files.read(itemFile(item));
    expect(files.destroy(itemFile(item))).toBe(true);
    record([{ kind: "item.shredded", body: { item, why: "consent was withdrawn", copies: ["vault/keys"] } }]);
    await expect(openKey(files, itemFile(item), [])).rejects.toMatchObject({ code: "vault/key-missing" });
    expect(verifyKeys(files, state).problems).toEqual([]);
    files.write(itemFile(item), copy ?? new Uint8Array());
    expect(verifyKeys(files, state).problems).toMatchObject([{ code: "vault/key-not-shredded" }]);
  });

  test("every flipped bit of a header or a door is found and located", async () => {
    const { dir, surroundings, state, record, opened, seal } = await newCase();
    await seal(random(10));
    record([
      await addDoor(surroundings, opened, {
        lock: { kind: "recipient", recipient: opened.key.recipient },
        actor: "bahar",
      }),
    ]);
    for (const name of surroundings.files.list()) {
      const path = join(dir, "vault", "keys", name);
      const bytes = readFileSync(path);
      for (let at = 0; at < bytes.length; at += 7) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        writeFileSync(path, flipped);
        expect(verifyKeys(surroundings.files, state).problems).toMatchObject([
          { path: `vault/keys/${name}`, code: "vault/key-altered" },
        ]);
      }
      writeFileSync(path, bytes);
    }
  });
});

describe("recovery", () => {
  test("any three of five sheets give the key back, typed as people type", async () => {
    const { opened } = await newCase();
    const shares = await splitKey(opened, { threshold: 3, count: 5 });
    const sheets = shares.map(formatShare);
    const typed = [4, 0, 2].map((at) => parseShare(sheets[at]?.toLowerCase().replaceAll("-", "  ") ?? ""));
    const key = await joinShares(typed, opened.key.recipient);
    expect(key.secret).toBe(opened.key.secret);
  });

  test("too few, mixed, mistyped and foreign sheets are told apart, never taken for the key", async () => {
    const { opened } = await newCase();
    const [one, two, three] = await splitKey(opened, { threshold: 3, count: 5 });
    if (one === undefined || two === undefined || three === undefined) throw new Error("five shares");
    const { recipient } = opened.key;
    await expect(joinShares([one, two, two], recipient)).rejects.toMatchObject({
      code: "vault/shares-too-few",
    });
    const other = await splitKey({ ...opened, generation: 2 }, { threshold: 3, count: 5 });
    await expect(joinShares([one, two, ...other.slice(2, 3)], recipient)).rejects.toMatchObject({
      code: "vault/shares-mixed",
    });
    const foreign = await splitKey((await newCase()).opened, { threshold: 3, count: 5 });
    await expect(joinShares(foreign, recipient)).rejects.toMatchObject({ code: "vault/shares-wrong" });
    const sheet = formatShare(one);
    let refused = 0;
    for (const [at, sign] of [...sheet].entries()) {
      if (sign === "-") continue;
      const wrong = sheet.slice(0, at) + (sign === "7" ? "8" : "7") + sheet.slice(at + 1);
      expect(() => parseShare(wrong)).toThrowError(expect.objectContaining({ code: "vault/share-damaged" }));
      refused += 1;
    }
    expect(refused).toBe(sheet.replaceAll("-", "").length);
  });
});

describe("entries of a closed case", () => {
  test("come back, have padded lengths, and are refused when a bit is flipped", () => {
    const codec = createClosedCodec(random(16), random);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (entry) => {
        const leaf = codec.toLeaf(entry);
        expect(codec.fromLeaf(leaf)).toEqual({ entry: Buffer.from(entry) });
        expect((leaf.length - 32) % 256).toBe(0);
        const flipped = Uint8Array.from(leaf);
        const at = entry.length % flipped.length;
        flipped[at] = (flipped[at] ?? 0) ^ 0x10;
        expect(codec.fromLeaf(flipped)).toHaveProperty("fault");
      }),
    );
    expect(codec.toLeaf(new Uint8Array(60 * 1024)).length).toBeLessThan(65_536);
  });
});

test.each(["short", "aaaaaaaaaaaaaaaaaaaaaaaa", "کلید من", "password12"])(
  "the passphrase %s is refused",
  (weak) => {
    expect(() => requireStrength(weak)).toThrowError(
      expect.objectContaining({ code: "vault/weak-passphrase" }),
    );
  },
);
test.each([PASSPHRASE, "باغ فانوس هفت رودخانه", "correct horse battery staple"])("%s is enough", (good) => {
  expect(() => requireStrength(good)).not.toThrow();
});
