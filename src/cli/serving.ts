/** Where running workbenches note that they run, so that `inquest lock` finds them: one small file a process. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Serving = z.strictObject({
  pid: z.number().int().positive(),
  address: z.url(),
  /** What a program of this user shows to write; absent where nothing can be written without unlocking. */
  writeKey: z.string().optional(),
});
export type Serving = z.infer<typeof Serving>;

const folderOf = (homeDir: string) => join(homeDir, "serving");

/** Notes a running workbench; the result forgets it again. The note names no case. */
export function noteServing(homeDir: string, serving: Serving): () => void {
  mkdirSync(folderOf(homeDir), { recursive: true, mode: 0o700 });
  const path = join(folderOf(homeDir), `${serving.pid}.json`);
  writeFileSync(path, JSON.stringify(serving), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

/** The workbenches that run; notes of dead processes are removed. */
export function findServing(homeDir: string): Serving[] {
  const found: Serving[] = [];
  for (const name of namesIn(folderOf(homeDir))) {
    const path = join(folderOf(homeDir), name);
    const serving = read(path);
    if (serving !== null && isAlive(serving.pid)) found.push(serving);
    else rmSync(path, { force: true });
  }
  return found;
}

function read(path: string): Serving | null {
  try {
    return Serving.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process: it runs, and is not ours to end.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
