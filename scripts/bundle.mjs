/**
 * `npm run bundle [-- --out DIR] [--with-node]`: one archive that opens the shipped cases and the workbench with Node
 * alone and without a network: what an investigator carries. The same files make the same bytes.
 *
 * DuckDB stays out: it is large, made for one system, and linkage gives the same answer without it.
 * `--with-node` puts the Node that runs this beside the program, for machines of the same system without one.
 */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import yazl from "yazl";
import { ensureBuilt, ensureInstalled, fail, requireNode, root, say } from "./bootstrap.mjs";

const LEFT_OUT = /^node_modules\/@duckdb\//u;
/** Of the atlas the program reads one scale. */
const UNREAD = /^node_modules\/world-atlas\/(?!countries-50m)\w+-\d+m\.json$/u;
/** Nothing of a bundle says when or where it was made. */
const EVERY_TIME = new Date(Date.UTC(2000, 0, 1));
const PLAIN = 0o100644;
const RUNS = 0o100755;

requireNode();
ensureInstalled();
ensureBuilt();
await main();

async function main() {
  const { values } = parseArgs({
    options: { out: { type: "string", default: join(root, "bundle") }, "with-node": { type: "boolean" } },
  });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const system = `${process.platform}-${process.arch}`;
  const folder = `inquest-${version}`;
  const files = [
    ...programFiles(),
    ...libraryFiles(),
    ...ownFiles({ version, system }),
    ...(values["with-node"] ? [nodeItself()] : []),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ path, bytes }) => `${sha256(bytes())}  ${path}\n`).join("");
  files.push({ path: "SHA256SUMS", mode: PLAIN, bytes: () => Buffer.from(sums) });

  mkdirSync(values.out, { recursive: true });
  const archive = join(values.out, `${folder}-${system}.zip`);
  say(`Packing ${files.length} files …`);
  await pack(archive, folder, files);
  const bytes = readFileSync(archive);
  say(
    `${archive}, ${(bytes.length / 1e6).toFixed(1)} MB. Unpack it, and run start.cmd, start.command or start.sh.`,
  );
  process.stdout.write(`${sha256(bytes)}  ${archive}\n`);
}

/** Beside its place first, so that an interrupted run leaves no half archive under the name of a whole one. */
async function pack(archive, folder, files) {
  const zip = new yazl.ZipFile();
  for (const { path, mode, bytes } of files)
    zip.addBuffer(bytes(), `${folder}/${path}`, { mode, mtime: EVERY_TIME, forceDosTimestamp: true });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(`${archive}.part`));
  renameSync(`${archive}.part`, archive);
}

/** The built program without what only its developers read, the shipped cases, the docs. */
function programFiles() {
  // Of the pictures of the workbench those that the README shows: whoever unpacks it has the workbench itself.
  const readme = readFileSync(join(root, "README.md"), "utf8");
  return [
    ...filesBelow("dist").filter((path) => !/\.d\.ts$|\.map$|^dist\/\.built$/u.test(path)),
    ...filesBelow("cases"),
    ...filesBelow("docs").filter((path) => !path.startsWith("docs/screens/") || readme.includes(path)),
    "scripts/bootstrap.mjs",
    ...["README.md", "LICENSE", "CHANGELOG.md"],
  ].map(fileOf);
}

/** The libraries that the program needs at work, as they are installed here, each with its licence. */
function libraryFiles() {
  const { packages } = JSON.parse(readFileSync(join(root, "node_modules", ".package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => !dev && !devOptional && !LEFT_OUT.test(path))
    .filter(([path]) => existsSync(join(root, path)))
    .flatMap(([path]) => filesBelow(path, (name) => name !== "node_modules"))
    .filter((path) => !/\.d\.[cm]?ts$|\.map$/u.test(path) && !UNREAD.test(path))
    .map(fileOf);
}

/** What stands in a bundle alone: how to start it, in both languages, and a package.json without tools. */
function ownFiles({ version, system }) {
  const { name, description, license, type, engines, exports } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const manifest = { name, version, description, license, private: true, type, engines, exports };
  return [
    ...readdirSync(join(root, "scripts", "bundle")).map((file) => ({
      path: file,
      mode: /\.(?:sh|command|mjs)$/u.test(file) ? RUNS : PLAIN,
      bytes: () => readFileSync(join(root, "scripts", "bundle", file)),
    })),
    {
      path: "package.json",
      mode: PLAIN,
      bytes: () => Buffer.from(`${JSON.stringify({ ...manifest, inquestBundle: { system } }, null, 2)}\n`),
    },
  ];
}

function nodeItself() {
  const path = process.platform === "win32" ? "node/node.exe" : "node/node";
  return { path, mode: RUNS, bytes: () => readFileSync(process.execPath) };
}

function fileOf(path) {
  if (!existsSync(join(root, path))) fail(`${path} is missing; is this a whole clone?`);
  return { path, mode: PLAIN, bytes: () => readFileSync(join(root, path)) };
}

function filesBelow(folder, isWanted = () => true) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => isWanted(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path, isWanted);
      return entry.isFile() ? [path] : [];
    });
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
