/**
 * Makes a fresh clone ready, with Node's own modules only: installs what is missing, builds what is
 * older than its sources, and says what it does on standard error. Doing it again is quick.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const MINIMUM_NODE = [20, 19, 0];

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends with exit code 1 and a remedy when a step of the bootstrap itself fails. */
export function fail(text) {
  say(`\ninquest: ${text}`);
  process.exit(1);
}

export function requireNode() {
  const have = process.versions.node.split(".").map(Number);
  for (const [index, least] of MINIMUM_NODE.entries()) {
    if (have[index] > least) return;
    if (have[index] < least) {
      fail(
        `Node ${MINIMUM_NODE.join(".")} or newer is needed; this is ${process.versions.node}. Install it from nodejs.org or your system.`,
      );
    }
  }
}

/** Runs a program; its output goes to standard error, so that standard output stays clean for data. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options });
}

/** Runs a program of node_modules with this Node. */
export function runTool(script, args, options) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], options);
}

function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js") || cli?.endsWith(".cjs")) return run(process.execPath, [cli, ...args]);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { shell: process.platform === "win32" });
}

function hashFiles(files) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of files)
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** True when `stamp` says that this very input was already worked through. */
function isDone(stamp, key) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === key;
}

function markDone(stamp, key) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
}

export function ensureInstalled() {
  const stamp = join(root, "node_modules", ".inquest-installed");
  const key = hashFiles([join(root, "package-lock.json")]);
  if (isDone(stamp, key)) return;
  say("Installing the libraries that package-lock.json names (once; about a minute) …");
  const result = npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
  if (result.status !== 0)
    fail("npm could not install the libraries. Check the network connection and run the command again.");
  markDone(stamp, key);
}

export function ensureBuilt() {
  const stamp = join(root, "dist", ".built");
  const inputs = [
    ...filesBelow(join(root, "src")),
    ...filesBelow(join(root, "web")),
    ...filesBelow(join(root, "verifier")),
    ...["package-lock.json", "tsconfig.json", "tsconfig.build.json"].map((name) => join(root, name)),
  ];
  const key = hashFiles(inputs);
  if (isDone(stamp, key)) return;
  say("Building the program …");
  if (runTool("typescript/bin/tsc", ["-p", "tsconfig.build.json"]).status !== 0)
    fail("the program did not compile; the lines above say where.");
  say("Building the workbench …");
  if (
    runTool("vite/bin/vite.js", ["build", "--config", "web/vite.config.ts", "--logLevel", "warn"]).status !==
    0
  ) {
    fail("the workbench did not build; the lines above say where.");
  }
  say("Building the stand-alone verifier …");
  if (runTool("../scripts/build-verifier.mjs", []).status !== 0)
    fail("the verifier did not build; the lines above say where.");
  markDone(stamp, key);
}

/**
 * A folder of programs to put on the PATH, so that the tests of cases in S3 find a server (moto_server, from PyPI):
 * empty when it is there already, or when Python cannot make it, which those tests then say.
 */
export function ensureObjectServer() {
  if (spawnSync("moto_server", ["--help"], { stdio: "ignore" }).status === 0) return "";
  const folder = join(root, "node_modules", ".cache", "object-server");
  const programs = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  if (existsSync(join(programs, "moto_server"))) return programs;
  say("Installing an S3 server for the tests from PyPI (once; about a minute) …");
  if (run("python3", ["-m", "venv", folder]).status !== 0) {
    // Debian keeps venv in a package of its own.
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      run("apt-get", ["update", "-qq"], { env });
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "python3-venv"], { env });
      run("python3", ["-m", "venv", folder]);
    }
  }
  run(join(programs, "pip"), ["install", "--quiet", "--disable-pip-version-check", "moto[server]==5.2.1"]);
  return existsSync(join(programs, "moto_server")) ? programs : "";
}

/** The browser that the browser tests drive: found, or installed by apt on Debian as root. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const isRoot = process.getuid?.() === 0;
  if (!existsSync("/usr/bin/apt-get") || !isRoot) {
    fail(
      "the browser tests need Chromium. Install it, or set CHROMIUM_PATH to where it is, and run npm test again.",
    );
  }
  say("Installing Chromium by apt for the browser tests (once) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"], { env });
  return findChromium() ?? fail("apt could not install Chromium; the lines above say why.");
}

function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}
