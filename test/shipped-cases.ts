/**
 * Shipped cases for tests, each built once in a run and copied for whoever asks: the clock and the randomness of a copy go on
 * where those of the building stopped.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { applyCaseFolder, createCase, type OpenCase, openCase, readCaseFolder } from "../src/case/index.ts";
import { silentProgress } from "../src/core/index.ts";
import { type FixedAt, fixedSurroundings, repository } from "./case-fixture.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const SHIPPED = ["iran-1988", "first-hour", "kosovo-1999"] as const;
export type ShippedCase = (typeof SHIPPED)[number];

const Stopped = z.strictObject({ ticks: z.number(), draws: z.number() });
const LOOK_AGAIN_MS = 100;
/** Less than a test may take, so that it says why it fails. */
const LONGEST_MS = 170_000;

/** A case of its own, open to write. Close it. */
export async function openShippedCase(id: ShippedCase, name: string): Promise<OpenCase> {
  const home = temporaryFolder(name);
  const { built, stopped } = await builtOnce(id);
  cpSync(built, home, { recursive: true });
  return openCase({
    dir: join(home, "case"),
    mode: "write",
    progress: silentProgress,
    surroundings: fixedSurroundings(home, stopped),
  });
}

/** By whichever worker of the run comes first; the others wait for it. */
async function builtOnce(id: ShippedCase): Promise<{ readonly built: string; readonly stopped: FixedAt }> {
  const kept = join(process.env.INQUEST_BUILT_CASES ?? temporaryFolder("built"), id);
  const done = join(kept, "stopped.json");
  const deadline = Date.now() + LONGEST_MS;
  while (!existsSync(done)) {
    if (mine(kept)) await build(id, kept, done);
    else if (Date.now() > deadline) throw new Error(`nobody finishes building ${id} in ${kept}`);
    else await pause(LOOK_AGAIN_MS);
  }
  return { built: join(kept, "home"), stopped: Stopped.parse(JSON.parse(readFileSync(done, "utf8"))) };
}

function mine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function build(id: ShippedCase, kept: string, done: string): Promise<void> {
  try {
    const at = { ticks: 0, draws: 0 };
    const home = join(kept, "home");
    const folder = readCaseFolder(join(repository, "cases", id));
    const surroundings = fixedSurroundings(home, at);
    const opened = await createCase({ dir: join(home, "case"), config: folder.config, surroundings });
    await applyCaseFolder(opened, folder);
    await opened.close();
    writeFileSync(`${done}.new`, JSON.stringify(at));
    renameSync(`${done}.new`, done);
  } catch (error) {
    rmSync(kept, { recursive: true, force: true });
    throw error;
  }
}
