/** Cases built in a temporary folder, with a fixed clock and randomness, for tests that cross rooms. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  applyCaseFolder,
  type CaseFolder,
  createCase,
  type OpenCase,
  type Surroundings,
} from "../src/case/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const repository = join(import.meta.dirname, "..");

/** Material for development that lies beside the repository, where it does. */
export const shared = join(repository, "..", "shared");

/** The path of a shared file, or null when the material is not here; tests then skip and say so. */
export function sharedFile(...parts: readonly string[]): string | null {
  const path = join(shared, ...parts);
  return existsSync(path) ? path : null;
}

/** How often the clock was looked at and something was drawn; goes on with each. */
export interface FixedAt {
  ticks: number;
  draws: number;
}

/** A clock that goes on by a second at each look, and randomness from a counter. */
export function fixedSurroundings(folder: string, from: FixedAt = { ticks: 0, draws: 0 }): Surroundings {
  return {
    now: () => Date.UTC(2026, 0, 1) + 1000 * from.ticks++,
    random: (sizeBytes) => {
      const bytes = new Uint8Array(sizeBytes);
      for (let at = 0; at < sizeBytes; at += 32) {
        const digest = createHash("sha256")
          .update(`draw ${from.draws++}`)
          .digest();
        bytes.set(digest.subarray(0, Math.min(32, sizeBytes - at)), at);
      }
      return bytes;
    },
    homeDir: join(folder, "home"),
    actor: "tester",
  };
}

export { temporaryFolder };

/** A case built from a folder. Close it. */
export async function buildCase(folder: CaseFolder, name: string): Promise<OpenCase> {
  const home = temporaryFolder(name);
  const opened = await createCase({
    dir: join(home, "case"),
    config: folder.config,
    surroundings: fixedSurroundings(home),
  });
  await applyCaseFolder(opened, folder);
  return opened;
}
