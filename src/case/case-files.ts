/** The files of a case that a copy must hold, in an order in which each can be copied after what it rests on. */
import { walk } from "../ledger/index.ts";

export type FileKind = "blob" | "key" | "segment" | "log" | "face";

export interface CaseFile {
  /** Within the case folder, with forward slashes. */
  readonly path: string;
  readonly kind: FileKind;
}

/** Content before the log that names it, segments in their order, tiles and checkpoint after them, the face last. */
const ORDER: readonly FileKind[] = ["blob", "key", "segment", "log", "face"];

/**
 * - blob, segment: never change once they are there.
 * - key, log, face: replaced as the case goes on, and removed when the case removes them.
 */
export function listCaseFiles(dir: string): CaseFile[] {
  const files: CaseFile[] = [];
  for (const { path, isFile } of walk(dir, "")) {
    const kind = isFile ? kindOfCaseFile(path) : null;
    if (kind !== null) files.push({ path, kind });
  }
  return inOrder(files);
}

/** Each file after what it rests on. */
export function inOrder(files: readonly CaseFile[]): CaseFile[] {
  return ORDER.flatMap((kind) => files.filter((file) => file.kind === kind));
}

/** What a path is to a case; null for what is no part of a copy. */
export function kindOfCaseFile(path: string): FileKind | null {
  if (path === "case.json" || path === "closed.json") return "face";
  if (path.startsWith("vault/sha256/")) return "blob";
  if (path.startsWith("vault/keys/")) return "key";
  if (path.startsWith("ledger/segment/")) return "segment";
  if (path.startsWith("ledger/") && !path.startsWith("ledger/tmp/")) return "log";
  // Locks, interrupted writes and what can be made anew.
  return null;
}

/** The case that a `case.json` or `closed.json` names; empty when it names none, null when there is none. */
export function idOfFace(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  return /"(?:id|case)":\s*"([^"]+)"/u.exec(Buffer.from(bytes).toString("utf8"))?.[1] ?? "";
}
