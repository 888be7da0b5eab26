import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadOrCreateActorKey } from "./actor-key.ts";
import { openLedger } from "./open-ledger.ts";
import { createTemporaryCase, createTestRandom, type TemporaryCase } from "./temporary-case.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

describe("the key of an actor", () => {
  test("is made once, kept apart from others' eyes, and enrols itself at its first act", async () => {
    const home = join(folder.dir, "home");
    const key = { home, actor: "keeper", random: createTestRandom("key") };
    const signer = loadOrCreateActorKey(key);
    const path = join(home, "keys/keeper.ed25519.pem");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----\n/u);
    expect(loadOrCreateActorKey(key)).toMatchObject({ device: signer.device, publicKey: signer.publicKey });
    const ledger = await openLedger({ ...folder.options, signer });
    expect(ledger.read(0).device).toBe(signer.device);
    await ledger.close();
    expect(readdirSync(join(home, "keys"))).toEqual(["keeper.ed25519.pem"]);
  });

  test("is never replaced when its file cannot be read, nor named so that it leaves its folder", () => {
    const home = join(folder.dir, "home");
    mkdirSync(join(home, "keys"), { recursive: true });
    writeFileSync(join(home, "keys/keeper.ed25519.pem"), "nonsense");
    const key = { home, actor: "keeper", random: createTestRandom("key") };
    expect(() => loadOrCreateActorKey(key)).toThrowError(
      expect.objectContaining({ code: "ledger/key-unreadable" }),
    );
    for (const actor of ["../keeper", "", "Keeper", "a b", "نام"]) {
      expect(() => loadOrCreateActorKey({ ...key, actor })).toThrowError(
        expect.objectContaining({ code: "ledger/actor-name" }),
      );
    }
    expect(existsSync(join(home, "keys/keeper.ed25519.pem"))).toBe(true);
  });
});
