/** The import table of the rooms (docs/architecture.md), and the check that the code obeys it. */
import { dirname, join, normalize } from "node:path/posix";

const BEFORE_FINDINGS = [
  "core",
  "ledger",
  "vault",
  "intake",
  "statements",
  "registry",
  "linkage",
  "estimate",
  "engines",
];

/** Which rooms each room may import. */
export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ledger: ["core"],
  vault: ["core", "ledger"],
  intake: ["core", "vault"],
  statements: ["core", "ledger", "vault"],
  registry: ["core", "ledger", "statements"],
  linkage: ["core"],
  estimate: ["core"],
  plots: ["core", "estimate"],
  engines: ["core", "linkage", "estimate"],
  findings: BEFORE_FINDINGS,
  release: [...BEFORE_FINDINGS, "findings"],
  case: [...BEFORE_FINDINGS, "findings", "release"],
  server: ["core", "case"],
  cli: ["core", "linkage", "estimate", "plots", "engines", "intake", "case", "server"],
  web: ["core", "linkage", "estimate", "plots", "server"],
};

/** Rooms that run in a browser: no `node:` and only the pure door of `core`. */
const PURE_ROOMS = ["linkage", "estimate", "plots"];

const IMPORT = /(?:from|import)\s*\(?\s*"([^"]+)"/gu;

/**
 * Every breach of the table, as "file: what is wrong".
 *
 * @param files - path from the repository's root to text; only `src/<room>/…` and `web/…` are judged.
 */
export function findBreaches(files: ReadonlyMap<string, string>): string[] {
  const breaches: string[] = [];
  for (const [path, text] of files) {
    const room = roomOf(path);
    if (room === null) continue;
    for (const [, target] of text.matchAll(IMPORT)) {
      const problem = target === undefined ? null : judge(path, room, target);
      if (problem !== null) breaches.push(`${path}: ${problem}`);
    }
  }
  return breaches;
}

function judge(path: string, room: string, target: string): string | null {
  const isPure = PURE_ROOMS.includes(room) && !path.endsWith(".test.ts");
  if (!target.startsWith(".")) {
    return isPure && target.startsWith("node:") ? `a pure room imports ${target}` : null;
  }
  const file = normalize(join(dirname(path), target));
  const other = roomOf(file);
  if (other === null || other === room) return null;
  if (!(IMPORT_TABLE[room] ?? []).includes(other)) return `${room} may not import ${other}`;
  const doors = doorsOf(other, room);
  if (!doors.includes(file)) return `${other} is entered past its door: ${target}`;
  if ((isPure || room === "web") && other === "core" && file !== "src/core/pure.ts") {
    return `${room} runs in a browser and may enter core only by its pure door`;
  }
  return null;
}

function doorsOf(room: string, from: string): string[] {
  if (room === "core") return ["src/core/index.ts", "src/core/pure.ts"];
  // The workbench sees of the server only its HTTP client.
  if (room === "server" && from === "web") return ["src/server/client.ts"];
  return [`src/${room}/index.ts`];
}

function roomOf(path: string): string | null {
  if (path.startsWith("web/")) return "web";
  const [, room] = /^src\/([a-z]+)\//u.exec(path) ?? [];
  return room ?? null;
}
