/** The peer in a throw-away virtual environment: exact versions, from the Python package index. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const PEER_PACKAGES = [
  "splink==5.0.0",
  "duckdb==2.0.1",
  "pyarrow==26.0.1",
  "sqlglot==30.30.0",
] as const;

export type Installed =
  | { readonly python: string; readonly versions: string }
  | { readonly python: null; readonly reason: string };

/**
 * @param folder - a temporary one; the caller removes it.
 * @param packages - with exact versions.
 */
export function installPeer(folder: string, packages: readonly string[] = PEER_PACKAGES): Installed {
  const home = join(folder, "peer");
  const made = spawnSync("python3", ["-m", "venv", home], { encoding: "utf8" });
  if (made.status !== 0)
    return { python: null, reason: `python3 makes no virtual environment: ${lastLine(made)}` };
  const python = join(home, "bin", "python");
  const pip = spawnSync(python, ["-m", "pip", "install", "--quiet", ...packages], { encoding: "utf8" });
  if (pip.status !== 0) return { python: null, reason: `pip installs no ${packages[0]}: ${lastLine(pip)}` };
  const version = spawnSync(python, ["--version"], { encoding: "utf8" }).stdout.trim();
  return { python, versions: `${version}, ${packages.join(", ")}` };
}

function lastLine({ error, stderr }: ReturnType<typeof spawnSync>): string {
  return error?.message ?? String(stderr).trim().split("\n").at(-1) ?? "no reason given";
}
