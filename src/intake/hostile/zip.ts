/**
 * ZIP files (APPNOTE 6.3.10) through yauzl, which reads the directory and the sizes; what it does not judge is
 * judged here: links, names that meet, members that share bytes, growth, checksums.
 */
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from "yauzl";
import { metered } from "./budget.ts";
import { type ByteSource, chunksOf } from "./byte-source.ts";
import { toDamage } from "./inflate.ts";
import type { InspectLimits } from "./limits.ts";
import { judgeMembers } from "./member-names.ts";
import { type ArchiveMember, Refused } from "./report.ts";
import { addMember, type Walk } from "./walk.ts";

const UNIX = 3;
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const FOLDER = 0o040000;
const REGULAR = 0o100000;
/** A link's target is a path; a longer one is no link that any system would make. */
const TARGET_BYTES = 4096;
const LOCAL_HEADER_BYTES = 30;

/**
 * Lists a ZIP file and looks into each member.
 *
 * @throws Refused when it must not be expanded.
 */
export async function walkZip(source: ByteSource, walk: Walk): Promise<void> {
  const { zip, entries: named } = await openZip(source, walk.limits);
  const entries = named.map(({ entry }) => entry);
  const from = walk.findings.report.members?.length ?? 0;
  for (const [index, entry] of entries.entries()) addMember(walk, toMember(index, entry));
  const members = (walk.findings.report.members ?? []).slice(from);
  walk.onListed?.(members);
  for (const [at, member] of members.entries()) {
    const entry = entries[at];
    if (entry !== undefined) await lookIntoEntry(zip, entry, member, walk);
  }
  judgeMembers(members, walk.findings);
}

export interface OpenZip {
  readonly zip: ZipFile;
  readonly entries: readonly { readonly name: string; readonly entry: Entry }[];
}

/**
 * A ZIP file and its directory.
 *
 * @throws Refused when it cannot be read, has more members than the limit, or two share their bytes.
 */
export async function openZip(source: ByteSource, limits: InspectLimits): Promise<OpenZip> {
  const zip = await readDirectory(source);
  const entries = await listEntries(zip, limits);
  requireDisjoint(entries);
  return { zip, entries: entries.map((entry) => ({ name: nameOf(entry), entry })) };
}

async function readDirectory(source: ByteSource): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.sizeBytes, options);
  } catch (error) {
    throw damaged("", error);
  }
}

/** The directory of the archive, up to the limit of members. */
async function listEntries(zip: ZipFile, limits: InspectLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.members)
    throw new Refused("intake/archive-too-many-members", { found: zip.entryCount, limit: limits.members });
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw damaged(nameOf(entries.at(-1)), error);
  }
  return entries;
}

/** No two members may come from the same bytes (Fifield, "A better zip bomb", 2019). */
function requireDisjoint(entries: readonly Entry[]): void {
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [at, entry] of byPlace.entries()) {
    const next = byPlace[at + 1];
    if (next === undefined) return;
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
    if (next.relativeOffsetOfLocalHeader < end)
      throw new Refused("intake/archive-overlap", { member: nameOf(next), other: nameOf(entry) });
  }
}

function toMember(index: number, entry: Entry): ArchiveMember {
  const name = nameOf(entry);
  const raw = Buffer.from(entry.fileNameRaw);
  const isEncrypted = entry.isEncrypted();
  return {
    index,
    name,
    ...(name.includes("\ufffd") ? { nameHex: raw.toString("hex") } : {}),
    type: typeOf(entry, name),
    sizeBytes: entry.uncompressedSize,
    kind: null,
    ...(isEncrypted ? { isEncrypted } : {}),
  };
}

function typeOf(entry: Entry, name: string): ArchiveMember["type"] {
  const mode = entry.versionMadeBy >>> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & TYPE_MASK : 0;
  if (mode === SYMBOLIC_LINK) return "symbolic-link";
  if (mode === FOLDER || /[/\\]$/u.test(name)) return "folder";
  return mode === 0 || mode === REGULAR ? "file" : "device";
}

async function lookIntoEntry(zip: ZipFile, entry: Entry, member: ArchiveMember, walk: Walk): Promise<void> {
  const { findings, budget, limits } = walk;
  const { name } = member;
  if (member.isEncrypted === true) return findings.warn("intake/archive-encrypted-member", { member: name });
  if (!entry.canDecodeFileData()) return findings.warn("intake/archive-method", { member: name });
  if (member.type === "folder" && entry.uncompressedSize === 0) return;
  try {
    const content = checkedEntry(zip, entry, { budget, limits });
    if (member.type === "symbolic-link") member.target = await readTarget(content);
    else Object.assign(member, await walk.lookInto(content, walk, name));
  } catch (error) {
    throw error instanceof Refused ? error : damaged(name, error);
  }
}

/**
 * The content of a member, within its limits and with its checksum.
 *
 * @throws Refused, also for a member that is protected by a password or packed in an unknown way.
 */
export async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  within: Pick<Walk, "budget" | "limits">,
): AsyncGenerator<Uint8Array> {
  const member = nameOf(entry);
  if (entry.isEncrypted()) throw new Refused("intake/archive-encrypted-member", { member });
  if (!entry.canDecodeFileData()) throw new Refused("intake/archive-method", { member });
  try {
    yield* checkedEntry(zip, entry, within);
  } catch (error) {
    throw error instanceof Refused ? error : damaged(member, error);
  }
}

async function* checkedEntry(
  zip: ZipFile,
  entry: Entry,
  { budget, limits }: Pick<Walk, "budget" | "limits">,
): AsyncGenerator<Uint8Array> {
  const member = nameOf(entry);
  const stream = await zip.openReadStreamPromise(entry);
  const growing = metered(bytesOf(stream), { storedBytes: entry.compressedSize, member }, budget, limits);
  yield* checked(growing, entry, member);
}

/** The content, and at its end its checksum against the one of the directory. */
async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  entry: Entry,
  member: string,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32)
    throw new Refused("intake/archive-damaged", { member, fault: "its checksum is another." });
}

async function readTarget(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size < TARGET_BYTES) parts.push(Uint8Array.from(chunk));
    size += chunk.length;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, TARGET_BYTES));
}

async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

/** UTF-8, the info-ZIP name of the extra fields, or code page 437, as the archive says; slashes as they stand. */
function nameOf(entry: Entry | undefined): string {
  if (entry === undefined) return "";
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function damaged(member: string, error: unknown): unknown {
  const known = toDamage(error, member);
  if (known instanceof Refused) return known;
  return new Refused("intake/archive-damaged", {
    member,
    fault: error instanceof Error ? error.message : String(error),
  });
}

/** What yauzl reads from. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksOf(this.#source, start, end), { objectMode: true });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const bytes = this.#source.read(position, length);
    buffer.set(bytes, offset);
    const isShort = bytes.length < length;
    setImmediate(() => callback(isShort ? new Error("the archive ends within a header") : null));
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}
