/** `closed.json`: what a closed case shows to someone without its passphrase: an id and the keys of its checkpoint. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ensureFolder, InquestError, parseJson, replaceFile, toCanonicalJson } from "../core/index.ts";
import { toWriteError } from "../ledger/index.ts";

const ClosedFile = z.strictObject({
  v: z.literal(1),
  /** Random: a name would say what the case is about. */
  case: z.string().regex(/^closed-[0-9a-f]{16}$/u),
  /** C2SP verifier keys of everyone who signs checkpoints here. */
  logKeys: z.array(z.string().min(1)).min(1),
});
export type ClosedFile = z.infer<typeof ClosedFile>;

const NAME = "closed.json";

export function isClosedCase(dir: string): boolean {
  return existsSync(join(dir, NAME));
}

/** @throws InquestError "case/file-altered" when it is not what this version writes. */
export function readClosedFile(dir: string): ClosedFile {
  const path = join(dir, NAME);
  const parsed = ClosedFile.safeParse(parseJson(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new InquestError({
    code: "case/file-altered",
    reaction: "verification",
    message: `${path} is not what this version of Inquest writes: it was altered, or another version wrote it. Restore it from a copy of the case.`,
    cause: parsed.error,
    evidence: { path },
  });
}

/** @throws InquestError "case/write-failed" (reaction locked) when the disk refuses. */
export function writeClosedFile(dir: string, file: ClosedFile): void {
  const bytes = Buffer.from(`${toCanonicalJson(file)}\n`, "utf8");
  try {
    ensureFolder(dir);
    replaceFile({ path: join(dir, NAME), bytes, tempDir: dir, label: "case-file" });
  } catch (error) {
    throw toWriteError("case/write-failed", dir, error);
  }
}
