/** A file system of a few kilobytes in memory, to fill up, set read-only, and widen again. Needs root on Linux. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  readonly root: string;
  /** Another size, or none written to at all, from now on. */
  remount(options: string): void;
  unmount(): void;
}

/** @param options - of tmpfs: `size=64k`, `nr_inodes=20`. */
export function mountSmallDisk(options: string): SmallDisk {
  const root = mkdtempSync(join(tmpdir(), "inquest-small-disk-"));
  mount("mount", "-t", "tmpfs", "-o", options, "tmpfs", root);
  return {
    root,
    remount: (changed) => mount("mount", "-o", `remount,${changed}`, root),
    unmount() {
      mount("umount", root);
      rmdirSync(root);
    },
  };
}

/** Why no small disk can be had here, or null when one can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== "linux") return "tmpfs exists on Linux only";
  try {
    mountSmallDisk("size=64k").unmount();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function mount(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr.trim()}`);
}
