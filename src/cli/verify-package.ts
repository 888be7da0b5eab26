/** `inquest verify PACKAGE`: the stand-alone verifier is run, so that no second reader of packages is needed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InquestError } from "../core/index.ts";
import { type CommandContext, namesCase } from "./context.ts";

/** A report of a package of many thousand faults. */
const MAX_REPORT_BYTES = 1024 * 1024 * 1024;

/** The path of a package (BagIt) that a word names; null where it names a case, or nothing of the kind. */
export function findPackage(context: CommandContext, word: string | undefined): string | null {
  if (word === undefined || namesCase(context, word)) return null;
  const path = resolve(context.cwd, word);
  return existsSync(join(path, "bagit.txt")) ? path : null;
}

/** @returns the exit code. @throws InquestError "cli/no-verifier" (internal) where the program was not built whole. */
export function verifyPackage({ line, root, terminal }: CommandContext, path: string): number {
  const verifier = join(root, "dist", "verify.mjs");
  if (!existsSync(verifier))
    throw new InquestError({
      code: "cli/no-verifier",
      reaction: "internal",
      message: `The stand-alone verifier is missing (${verifier}). Build the program (npm run build), or run a verify.mjs that you were given: node verify.mjs ${path}.`,
      evidence: { verifier },
    });
  const given = (["key", "root"] as const).flatMap((name) =>
    line.values(name).flatMap((value) => [`--${name}`, value]),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [verifier, path, "--lang", line.language, ...given, ...(line.has("json") ? ["--json"] : [])],
    { env: {}, encoding: "utf8", maxBuffer: MAX_REPORT_BYTES },
  );
  terminal.out(stdout);
  terminal.err(stderr);
  return status ?? 1;
}
