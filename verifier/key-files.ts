/** Doors and headers below `vault/keys/` (docs/formats/sealing.md) against the acts that give their hashes. */
import { join } from "node:path";
import type { Act } from "./act.ts";
import { sha256 } from "./bytes.ts";
import type { Json } from "./canonical.ts";
import { readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";

const MAX_KEY_BYTES = 1024 * 1024;

export interface KeyFiles {
  /** Follows the acts: what each door and each item's header must be by now. */
  follow(act: Act): void;
  /** Judges the files found, and those that are missing. */
  finish(dir: string, paths: readonly string[], findings: Findings): void;
}

export function createKeyFiles(): KeyFiles {
  /** Path to SHA-256. */
  const expected = new Map<string, string>();
  const shredded = new Set<string>();
  const item = (id: Json | undefined) => `vault/keys/item/${String(id)}`;
  const door = (id: Json | undefined) => `vault/keys/doors/${String(id)}`;

  return {
    follow({ kind, body }) {
      if (kind === "door.added") expected.set(door(body.door), String(body.sha256));
      if (kind === "door.removed") expected.delete(door(body.door));
      if (kind === "item.sealed") expected.set(item(body.item), String(body.header));
      if (kind === "item.rewrapped") {
        const pairs: readonly Json[] = Array.isArray(body.headers) ? body.headers : [];
        for (const pair of pairs) {
          if (Array.isArray(pair) && expected.has(item(pair[0])))
            expected.set(item(pair[0]), String(pair[1]));
        }
      }
      if (kind === "item.shredded") {
        for (const each of [body.item, ...(Array.isArray(body.also) ? body.also : [])]) {
          expected.delete(item(each));
          shredded.add(item(each));
        }
      }
    },
    finish(dir, paths, findings) {
      for (const [path, hash] of expected) {
        const bytes = readBounded(join(dir, path), MAX_KEY_BYTES);
        const actual = bytes === null ? null : sha256(bytes).toString("hex");
        if (actual === null) findings.problem({ path, code: "vault/key-missing", expected: hash });
        else if (actual !== hash)
          findings.problem({ path, code: "vault/key-altered", expected: hash, actual });
      }
      for (const path of paths) {
        if (shredded.has(path)) findings.problem({ path, code: "vault/key-not-shredded" });
        else if (!expected.has(path)) findings.note({ path, code: "vault/key-unneeded" });
      }
    },
  };
}

/** Whether a path is one of a key file. */
export function isKeyFile(path: string): boolean {
  return /^vault\/keys\/(?:log|content|(?:doors|item)\/[^/]+)$/u.test(path);
}

/** Of a closed case without its passphrase: that each is an age file's header, whole or with its payload. */
export function judgeSealedKeyFile(dir: string, path: string, findings: Findings): void {
  const text = readBounded(join(dir, path), MAX_KEY_BYTES)?.toString("latin1") ?? "";
  const isAge =
    /^age-encryption\.org\/v1\n(?:-> [!-~ ]+\n(?:[A-Za-z0-9+/]{1,64}\n)+)+--- [A-Za-z0-9+/]{43}\n/u.test(
      text,
    );
  if (!isAge) findings.problem({ path, code: "vault/key-altered", detail: "age v1" });
}
