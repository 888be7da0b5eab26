/** The sealed files of a case: each against its name, and against the acts that name it. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { hashFile, messageOf } from "./bytes.ts";
import { isObject, type Json } from "./canonical.ts";
import { walk } from "./files.ts";
import type { Findings } from "./findings.ts";
import { isKeyFile } from "./key-files.ts";

export interface Needs {
  readonly blobs: ReadonlyMap<string, Need>;
  /**
   * Takes every `{sha256, sizeBytes}` and, of encrypted content, `{stored, sizeBytes, commitment}` in the body of
   * an act, however deep.
   */
  add(body: Json, neededBy: string): void;
}

export interface Need {
  readonly sizes: Set<number>;
  readonly neededBy: string[];
}

export function createNeeds(): Needs {
  const blobs = new Map<string, Need>();
  function add(value: Json, neededBy: string): void {
    if (Array.isArray(value)) for (const item of value) add(item, neededBy);
    if (!isObject(value)) return;
    const { sizeBytes } = value;
    const sha256 = "commitment" in value ? value.stored : value.sha256;
    if (typeof sha256 === "string" && /^[0-9a-f]{64}$/u.test(sha256) && typeof sizeBytes === "number") {
      const need = blobs.get(sha256) ?? { sizes: new Set(), neededBy: [] };
      blobs.set(sha256, need);
      need.sizes.add(sizeBytes);
      need.neededBy.push(neededBy);
    }
    for (const member of Object.values(value)) add(member, neededBy);
  }
  return { blobs, add };
}

export interface VaultResult {
  /** Blobs whose bytes have the hash of their name. */
  readonly blobs: number;
  readonly sizeBytes: number;
  /** Paths of doors and headers. */
  readonly keyFiles: readonly string[];
}

export function toBlobPath(sha256: string): string {
  return `vault/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/**
 * @param isElsewhere - true when the case keeps its sealed files in S3: then none of them need be here.
 * @param isOpen - false when the acts cannot be read: then nobody knows which blobs are needed.
 */
export function checkVault(
  dir: string,
  needs: Needs,
  isOpen: boolean,
  findings: Findings,
  isElsewhere = false,
): VaultResult {
  const seen = new Set<string>();
  let blobs = 0;
  const keyFiles: string[] = [];
  let sizeBytes = 0;
  try {
    for (const { path, isFile } of walk(dir, "vault")) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (isFile && /^[0-9a-f]{64}$/u.test(name) && toBlobPath(name) === path) {
        seen.add(name);
        if (isSound(path, name)) blobs += 1;
        sizeBytes += lstatSync(join(dir, path)).size;
        if (isOpen && !needs.blobs.has(name)) findings.note({ path, code: "vault/blob-unneeded" });
      } else if (isFile && /^vault\/tmp\/\.tmp-[0-9]{1,10}-[0-9]{1,10}$/u.test(path)) {
        findings.note({ path, code: "vault/temporary-file" });
      } else if (isFile && isKeyFile(path)) {
        keyFiles.push(path);
      } else {
        findings.problem({ path, code: "vault/unknown-file" });
      }
    }
  } catch (error) {
    findings.problem({ path: "vault", code: "vault/unreadable", actual: messageOf(error) });
  }
  for (const [sha256, { neededBy }] of needs.blobs) {
    if (isElsewhere && !seen.has(sha256)) {
      findings.note({ path: "vault", code: "vault/elsewhere" });
      break;
    }
    if (!seen.has(sha256))
      findings.problem({ path: toBlobPath(sha256), code: "vault/blob-missing", expected: sha256, neededBy });
  }
  return { blobs, sizeBytes, keyFiles };

  function isSound(path: string, sha256: string): boolean {
    const need = needs.blobs.get(sha256);
    const depends = need === undefined ? {} : { neededBy: need.neededBy };
    try {
      const { hex, sizeBytes: size } = hashFile(join(dir, path), ["sha256"]);
      const [actual = ""] = hex;
      if (actual !== sha256) {
        findings.problem({ path, code: "vault/blob-altered", expected: sha256, actual, ...depends });
        return false;
      }
      const other = [...(need?.sizes ?? [])].find((each) => each !== size);
      if (other === undefined) return true;
      const sides = { expected: String(other), actual: String(size) };
      findings.problem({ path, code: "vault/size-differs", ...sides, ...depends });
    } catch (error) {
      findings.problem({ path, code: "vault/unreadable", actual: messageOf(error), ...depends });
    }
    return false;
  }
}
