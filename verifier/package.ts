/** A package in the sense of BagIt (RFC 8493): every file against every manifest, and nothing else beside. */
import { join } from "node:path";
import { hashFile, messageOf, readUtf8 } from "./bytes.ts";
import { isFolder, isRegular, readBounded, walk } from "./files.ts";
import type { Findings } from "./findings.ts";
import { checkRelease, isRelease, type ReleaseResult, type ReleaseTrust } from "./release.ts";

const KNOWN = ["sha512", "sha384", "sha256", "sha224", "sha1", "md5"];
const WEAK = ["sha1", "md5"];
const MAX_TAG_BYTES = 256 * 1024 * 1024;

export interface PackageResult {
  /** Null for a package that is no release of Inquest. */
  readonly release: ReleaseResult | null;
  readonly version: string | null;
  readonly files: number;
  readonly sizeBytes: number;
}

interface Listed {
  readonly algorithm: string;
  readonly hex: string;
  readonly manifest: string;
}

interface Declaration {
  readonly version: string | null;
  readonly isOld: boolean;
  readonly encoding: string;
}

export function isPackage(dir: string): boolean {
  return isRegular(join(dir, "bagit.txt")) || isFolder(join(dir, "data"));
}

export async function checkPackage(
  dir: string,
  trust: ReleaseTrust,
  findings: Findings,
): Promise<PackageResult> {
  const declaration = readDeclaration(dir, findings);
  const onDisk = new Set<string>();
  for (const { path, isFile } of walk(dir, "")) {
    if (isFile) onDisk.add(path);
    else findings.problem({ path, code: "package/not-a-file" });
  }
  if (!isFolder(join(dir, "data"))) findings.problem({ path: "data", code: "package/no-payload" });
  if (onDisk.has("fetch.txt")) judgeFetch(dir, declaration, onDisk, findings);
  judgeCollisions(onDisk, findings);

  const listed = new Map<string, Listed[]>();
  /** Payload manifests that can be checked. */
  const payload: string[] = [];
  for (const manifest of [...onDisk].sort()) {
    const [, tag, name = ""] = /^(tag)?manifest-([^/]+)\.txt$/u.exec(manifest) ?? [];
    if (name === "") continue;
    const algorithm = name.toLowerCase().replaceAll("-", "");
    if (!KNOWN.includes(algorithm)) {
      findings.note({ path: manifest, code: "package/unknown-hash", actual: name });
      continue;
    }
    if (WEAK.includes(algorithm)) findings.note({ path: manifest, code: "package/weak-hash", actual: name });
    if (tag === undefined) payload.push(manifest);
    readManifest({ dir, manifest, algorithm, isTag: tag !== undefined, declaration, listed, findings });
  }
  if (payload.length === 0) findings.problem({ path: "manifest-sha256.txt", code: "package/no-manifest" });
  const folded = new Map([...onDisk].map((path) => [fold(path), path]));
  /** Spelled as it is listed, or else otherwise: never both, since one of them would be looked at by nobody. */
  const fileOf = (path: string) => (onDisk.has(path) ? path : folded.get(fold(path)));
  judgeUnlisted({ onDisk, listed, fileOf, payload, isOld: declaration.isOld, findings });

  let files = 0;
  let sizeBytes = 0;
  for (const [path, expected] of listed) {
    const actualPath = fileOf(path);
    if (actualPath === undefined) {
      findings.problem({
        path,
        code: "package/file-missing",
        neededBy: expected.map(({ manifest }) => manifest),
      });
      continue;
    }
    if (actualPath !== path) findings.note({ path, code: "package/name-differs", actual: actualPath });
    const size = judgeFile(dir, path, actualPath, expected, findings);
    if (path !== actualPath || !path.startsWith("data/") || size === null) continue;
    files += 1;
    sizeBytes += size;
  }
  if (onDisk.has("bag-info.txt") && findings.problems.length === 0)
    judgeSum(dir, declaration, { files, sizeBytes }, findings);
  if (!isRelease(dir)) return { release: null, version: declaration.version, files, sizeBytes };
  judgeTagFiles(onDisk, listed, findings);
  const release = await checkRelease(dir, trust, findings);
  return { release, version: declaration.version, files, sizeBytes };
}

function readDeclaration(dir: string, findings: Findings): Declaration {
  const path = "bagit.txt";
  const text = readUtf8(readBounded(join(dir, path), 4096) ?? Buffer.alloc(0)) ?? "";
  const match =
    /^BagIt-Version: (0\.9[3-7]|1\.0)\r?\nTag-File-Character-Encoding: ([A-Za-z0-9_-]+)(?:\r?\n)?$/u.exec(
      text,
    );
  if (match === null) {
    findings.problem({ path, code: "package/declaration" });
    return { version: null, isOld: false, encoding: "utf-8" };
  }
  const [, version = "", encoding = ""] = match;
  return { version, isOld: version !== "1.0", encoding };
}

/** A tag file's text in the declared encoding; null when it is not in it. */
function readTagFile(dir: string, path: string, { encoding }: Declaration): string | null {
  try {
    const bytes = readBounded(join(dir, path), MAX_TAG_BYTES);
    if (bytes === null) return null;
    const isBigEndian = /^utf-?16$/iu.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff;
    return new TextDecoder(isBigEndian ? "utf-16be" : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Manifest {
  readonly dir: string;
  readonly manifest: string;
  readonly algorithm: string;
  readonly isTag: boolean;
  readonly declaration: Declaration;
  readonly listed: Map<string, Listed[]>;
  readonly findings: Findings;
}

function readManifest({ dir, manifest, algorithm, isTag, declaration, listed, findings }: Manifest): void {
  const text = readTagFile(dir, manifest, declaration);
  if (text === null) {
    findings.problem({ path: manifest, code: "package/manifest-line", actual: declaration.encoding });
    return;
  }
  for (const line of text.split(/\r\n|\n|\r/u).filter((each) => each !== "")) {
    const [, hash = "", name = ""] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/u.exec(line) ?? [];
    if (name === "") {
      findings.problem({ path: manifest, code: "package/manifest-line", actual: line.slice(0, 200) });
      continue;
    }
    const path = decodeName(name.replace(/^(?:\.\/)+/u, ""));
    if (isHostile(path) || (!isTag && !path.startsWith("data/"))) {
      findings.problem({ path: manifest, code: "package/hostile-path", actual: name });
      continue;
    }
    const hex = hash.toLowerCase();
    const known = listed.get(path) ?? [];
    const twin = known.find((each) => each.manifest === manifest);
    if (twin === undefined) listed.set(path, [...known, { algorithm, hex, manifest }]);
    else if (declaration.isOld && twin.hex === hex)
      findings.note({ path: manifest, code: "package/listed-again", actual: path });
    else findings.problem({ path: manifest, code: "package/listed-twice", actual: path });
  }
}

/** Only line ends and the percent sign itself are encoded in a manifest (section 2.1.3). */
function decodeName(name: string): string {
  return name.replaceAll(/%(?:0A|0D|25)/giu, (code) => decodeURIComponent(code));
}

/** A path that leads out of the package on any system: absolute, home, drive, share, variable, or upwards. */
function isHostile(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a zero ends names for the system.
  return /^[/~]|^[A-Za-z]:|\\|^%[^%/]+%|\u0000|(?:^|\/)\.{0,2}(?:\/|$)/u.test(path);
}

function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function judgeUnlisted(found: {
  readonly onDisk: ReadonlySet<string>;
  readonly listed: ReadonlyMap<string, readonly Listed[]>;
  readonly fileOf: (path: string) => string | undefined;
  readonly payload: readonly string[];
  readonly isOld: boolean;
  readonly findings: Findings;
}): void {
  const listedBy = new Map<string, string[]>();
  for (const [listed, entries] of found.listed) {
    const path = found.fileOf(listed);
    if (path === undefined) continue;
    listedBy.set(path, [...(listedBy.get(path) ?? []), ...entries.map(({ manifest }) => manifest)]);
  }
  for (const path of found.onDisk) {
    if (!path.startsWith("data/")) continue;
    const by = new Set(listedBy.get(path));
    const lacking = found.payload.filter((manifest) => !by.has(manifest));
    // Since version 1.0 each manifest lists everything; before, one was enough.
    const isListed = found.isOld ? lacking.length < found.payload.length : lacking.length === 0;
    if (!isListed) found.findings.problem({ path, code: "package/file-unlisted", neededBy: lacking });
  }
}

const TAG_MANIFEST = "tagmanifest-sha256.txt";

/** The root of a release binds what this manifest lists: beside a bag, which may hold more, a release holds nothing else. */
function judgeTagFiles(
  onDisk: ReadonlySet<string>,
  listed: ReadonlyMap<string, readonly Listed[]>,
  findings: Findings,
): void {
  for (const path of onDisk) {
    if (path.startsWith("data/") || path === TAG_MANIFEST) continue;
    const isListed = listed.get(path)?.some(({ manifest }) => manifest === TAG_MANIFEST) ?? false;
    if (!isListed) findings.problem({ path, code: "package/file-unlisted", neededBy: [TAG_MANIFEST] });
  }
}

/** Compares a file with each manifest that lists it; its size, or null when it cannot be read. */
function judgeFile(
  dir: string,
  path: string,
  actualPath: string,
  expected: readonly Listed[],
  findings: Findings,
): number | null {
  try {
    const { hex, sizeBytes } = hashFile(
      join(dir, actualPath),
      expected.map(({ algorithm }) => algorithm),
    );
    for (const [at, { hex: wanted, manifest }] of expected.entries()) {
      const actual = hex[at] ?? null;
      if (actual !== wanted)
        findings.problem({
          path,
          code: "package/file-altered",
          expected: wanted,
          actual,
          neededBy: [manifest],
        });
    }
    return sizeBytes;
  } catch (error) {
    findings.problem({ path, code: "package/unreadable", actual: messageOf(error) });
    return null;
  }
}

/** Names that are one name on systems that hold letters of either case, or composed and decomposed ones, for the same. */
function judgeCollisions(onDisk: ReadonlySet<string>, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const path of onDisk) {
    const other = seen.get(fold(path));
    if (other === undefined) seen.set(fold(path), path);
    else findings.note({ path, code: "package/name-collides", actual: other });
  }
}

/**
 * Nothing is fetched: a package is whole only when every file that its reader should fetch is there already. Fetching
 * would tell a stranger who reads.
 */
function judgeFetch(
  dir: string,
  declaration: Declaration,
  onDisk: ReadonlySet<string>,
  findings: Findings,
): void {
  const path = "fetch.txt";
  const lines = (readTagFile(dir, path, declaration) ?? "")
    .split(/\r\n|\n|\r/u)
    .filter((line) => line !== "");
  let missing = 0;
  for (const line of lines) {
    const [, , name = ""] = /^(\S+)[ \t]+\S+[ \t]+(.+)$/u.exec(line) ?? [];
    const wanted = decodeName(name.replace(/^(?:\.\/)+/u, ""));
    if (isHostile(wanted))
      findings.problem({ path, code: "package/hostile-path", actual: line.slice(0, 200) });
    if (!onDisk.has(wanted)) missing += 1;
  }
  if (missing > 0) findings.problem({ path, code: "package/fetch", actual: String(missing) });
  else findings.note({ path, code: "package/fetched", actual: String(lines.length) });
}

/** `Payload-Oxum` of bag-info.txt: bytes and files of the payload. */
function judgeSum(
  dir: string,
  declaration: Declaration,
  found: { files: number; sizeBytes: number },
  findings: Findings,
): void {
  const path = "bag-info.txt";
  const actual = `${found.sizeBytes}.${found.files}`;
  for (const [, expected = ""] of (readTagFile(dir, path, declaration) ?? "").matchAll(
    /^Payload-Oxum:[ \t]*(\S+)/gimu,
  )) {
    if (expected !== actual) findings.problem({ path, code: "package/oxum", expected, actual });
  }
}
