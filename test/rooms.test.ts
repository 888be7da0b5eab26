import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { findBreaches, IMPORT_TABLE } from "./import-table.ts";

const root = join(import.meta.dirname, "..");

function readTree(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.tsx?$/u.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return files;
}

describe("the import table of the rooms", () => {
  it("is obeyed by every file of src and web", () => {
    const files = new Map([...readTree("src"), ...readTree("web")]);
    expect(files.size).toBeGreaterThan(50);
    expect(findBreaches(files)).toEqual([]);
  });

  it("knows every room that exists", () => {
    const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(rooms.map((room) => room.name).filter((name) => IMPORT_TABLE[name] === undefined)).toEqual([]);
  });

  it("catches planted faults", () => {
    const planted = (path: string, line: string) => findBreaches(new Map([[path, line]]));
    expect(planted("src/ledger/a.ts", 'import { x } from "../case/index.ts";')).toHaveLength(1);
    expect(planted("src/vault/a.ts", 'export { x } from "../ledger/tree.ts";')).toHaveLength(1);
    expect(planted("src/estimate/a.ts", 'import { readFileSync } from "node:fs";')).toHaveLength(1);
    expect(planted("src/linkage/a.ts", 'import { hashBytes } from "../core/index.ts";')).toHaveLength(1);
    expect(planted("web/pages/a.tsx", 'import { openCase } from "../../src/case/index.ts";')).toHaveLength(1);
    expect(planted("src/core/a.ts", 'const late = await import("../vault/index.ts");')).toHaveLength(1);
    expect(planted("src/vault/a.ts", 'import { appendActs } from "../ledger/index.ts";')).toEqual([]);
  });
});
