/** The timestamps that the acts tell of: each token against what it should be over. */
import type { X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Act } from "./act.ts";
import { sha256 } from "./bytes.ts";
import { isObject, type Json } from "./canonical.ts";
import { readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";
import { readTimeStamp } from "./time-stamp.ts";
import { toBlobPath } from "./vault.ts";

const MAX_TOKEN_BYTES = 1024 * 1024;

export interface Timestamps {
  follow(act: Act): void;
  finish(dir: string, roots: readonly X509Certificate[], findings: Findings): void;
}

interface Told {
  readonly token: string;
  readonly method: Json | undefined;
  readonly over: Json | undefined;
}

export function createTimestamps(): Timestamps {
  const told: Told[] = [];
  return {
    follow({ kind, body: { token, method, over } }) {
      if (!/^timestamp\.(?:received|upgraded)$/u.test(kind) || !isObject(token)) return;
      if (typeof token.sha256 === "string") told.push({ token: token.sha256, method, over });
    },
    finish(dir, roots, findings) {
      for (const { token, method, over } of told) {
        const path = toBlobPath(token);
        const bytes = readBounded(join(dir, path), MAX_TOKEN_BYTES);
        // That it is missing or altered is reported where all blobs are.
        if (bytes === null || sha256(bytes).toString("hex") !== token) continue;
        if (method !== "rfc3161") {
          findings.note({ path, code: "vault/timestamp-unjudged", actual: String(method) });
          continue;
        }
        const stamp = readTimeStamp(bytes, digestsOf(dir, over), roots);
        if (typeof stamp === "string")
          findings.problem({ path, code: "vault/timestamp-invalid", actual: stamp });
        else {
          const { at, authority, root } = stamp;
          const code = root === null ? "vault/timestamp-no-root" : "vault/timestamp-holds";
          findings.note({ path, code, actual: `${at}, ${authority}` });
        }
      }
    },
  };
}

/**
 * SHA-256 of what was stamped: a sealed file's own, or a checkpoint's. Of a checkpoint, the whole note or its
 * signed lines will do: both hold its size and root, which are compared with the log where notes are judged.
 */
function digestsOf(dir: string, over: Json | undefined): string[] {
  if (!isObject(over)) return [];
  const { treeSize, root, sha256: plain, stored } = over;
  if (typeof treeSize !== "number")
    return [plain, stored, ...Object.values(over).flatMap((each) => digestsOf(dir, each))].filter(
      (digest) => typeof digest === "string",
    );
  const note = readBounded(join(dir, `ledger/released/${String(treeSize).padStart(20, "0")}`), 1_000_000);
  if (note === null || typeof root !== "string") return [];
  const [origin, size, root64, blank, ...lines] = note.toString("utf8").split("\n");
  if (size !== String(treeSize) || Buffer.from(root64 ?? "", "base64").toString("hex") !== root) return [];
  const text = `${origin}\n${size}\n${root64}\n`;
  // Cosignatures may have been added since: each beginning of the note was whole at its time.
  const beginnings = lines.map((_, at) => `${text}${blank}\n${lines.slice(0, at + 1).join("\n")}\n`);
  return [text, ...beginnings].map((each) => sha256(Buffer.from(each)).toString("hex"));
}
