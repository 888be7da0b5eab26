/** What the disk does for any program: the peers of whatever is fsynced. */
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Appends 200 bytes to a file and fsyncs it, so many times. */
export function appendAndSync(path: string, count: number): void {
  const fd = openSync(path, "a");
  const bytes = Buffer.alloc(200, "x");
  for (let n = 0; n < count; n++) {
    writeSync(fd, bytes);
    fsyncSync(fd);
  }
  closeSync(fd);
}

/** What a segment costs at least: it must be whole under its name, and its name must last. */
export function createAndLink(folder: string, count: number): void {
  mkdirSync(join(folder, "tmp"), { recursive: true });
  const bytes = Buffer.alloc(700, "x");
  for (let n = 0; n < count; n++) {
    const temporary = join(folder, "tmp", "next");
    const fd = openSync(temporary, "wx", 0o444);
    writeSync(fd, bytes);
    fsyncSync(fd);
    closeSync(fd);
    linkSync(temporary, join(folder, String(n)));
    const names = openSync(folder, "r");
    fsyncSync(names);
    closeSync(names);
    unlinkSync(temporary);
  }
}
