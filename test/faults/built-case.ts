/** A small finished case on disk, built by a worker, and its files. */
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, runWorker } from "./worker.ts";

/** Builds a case by the works named, one after the other; gives the folder that holds `case` and `home`. */
export async function buildByWorkers(works: readonly WorkOrders["work"][]): Promise<string> {
  const programs = await buildWorkers(temporaryFolder("fault-workers"));
  const root = quickFolder("built");
  for (const work of works) {
    const end = await runWorker(programs, {
      work: {
        work,
        dir: join(root, "case"),
        home: join(root, "home"),
        seed: work,
        rounds: 1,
        nowMs: 1_704_164_645_678,
      },
    });
    expect(end).toMatchObject({ code: 0, err: "" });
  }
  return root;
}

/** Paths within the case folder, with forward slashes, of the files below these folders, in order. */
export function filesBelow(dir: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(dir, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Runs a check while a file holds other bytes, then puts the right ones back. */
export async function withBytes(path: string, bytes: Uint8Array, check: () => Promise<void>): Promise<void> {
  const original = readFileSync(path);
  const { mode } = statSync(path);
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
  await check();
  writeFileSync(path, original);
  chmodSync(path, mode);
}
