/** TAR files: POSIX.1-2001 pax, ustar, GNU long names, and the older form. */
import type { ChunkReader } from "./chunk-reader.ts";
import { judgeMembers } from "./member-names.ts";
import { type ArchiveMember, Refused } from "./report.ts";
import { addMember, type Walk } from "./walk.ts";

const BLOCK = 512;
/** Pax headers and long names are read whole, up to this size. */
const HEADER_BYTES = 1024 * 1024;

const TYPES: Readonly<Record<string, ArchiveMember["type"]>> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "1": "hard-link",
  "2": "symbolic-link",
  "3": "device",
  "4": "device",
  "5": "folder",
  "6": "device",
};

interface Header {
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly target: string;
}

/** What pax headers and GNU long names say of the next member. */
type Overrides = { path?: string; linkpath?: string; size?: number };

/** Lists a TAR file and looks into each member. @throws Refused when it must not be expanded. */
export async function walkTar(reader: ChunkReader, walk: Walk): Promise<void> {
  const members: ArchiveMember[] = [];
  let next: Overrides = {};
  for (;;) {
    const block = await reader.read(BLOCK);
    if (block.length < BLOCK || block.every((byte) => byte === 0)) break;
    const header = readHeader(block, members.at(-1)?.name ?? "");
    if (header.type === "x" || header.type === "L" || header.type === "K") {
      next = { ...next, ...(await readOverrides(header, reader)) };
      continue;
    }
    if (header.type === "g") {
      await skipContent(reader, header.sizeBytes, header.name);
      continue;
    }
    if (members.length >= walk.limits.members)
      throw new Refused("intake/archive-too-many-members", {
        found: members.length + 1,
        limit: walk.limits.members,
      });
    const member = toMember(members.length, header, next);
    next = {};
    addMember(walk, member);
    members.push(member);
    await readContent(reader, member, walk);
  }
  judgeMembers(members, walk.findings);
}

function toMember(index: number, header: Header, next: Overrides): ArchiveMember {
  const name = next.path ?? header.name;
  const type = TYPES[header.type] ?? "file";
  const isLink = type === "symbolic-link" || type === "hard-link";
  return {
    index,
    name,
    type: type === "file" && name.endsWith("/") ? "folder" : type,
    sizeBytes: next.size ?? header.sizeBytes,
    kind: null,
    ...(isLink ? { target: next.linkpath ?? header.target } : {}),
  };
}

/** Links and devices have no content, whatever their size says (pax, "size"). */
async function readContent(reader: ChunkReader, member: ArchiveMember, walk: Walk): Promise<void> {
  if (member.type !== "file") {
    if (member.type !== "folder") return;
    await skipContent(reader, member.sizeBytes, member.name);
    return;
  }
  const start = reader.position;
  const seen = await walk.lookInto(reader.take(member.sizeBytes), walk, member.name);
  member.kind = seen.kind;
  await reader.skip(start + member.sizeBytes - reader.position);
  if (reader.position < start + member.sizeBytes) throw brokenOff(member.name);
  await reader.skip(paddingOf(member.sizeBytes));
}

async function readOverrides(header: Header, reader: ChunkReader): Promise<Overrides> {
  if (header.sizeBytes > HEADER_BYTES)
    throw new Refused("intake/archive-damaged", { member: header.name, fault: "a header is too large." });
  const bytes = await reader.read(header.sizeBytes);
  if (bytes.length < header.sizeBytes) throw brokenOff(header.name);
  await reader.skip(paddingOf(header.sizeBytes));
  if (header.type === "L") return { path: toText(bytes) };
  if (header.type === "K") return { linkpath: toText(bytes) };
  return readPax(Buffer.from(bytes));
}

/** Records "length keyword=value\n" (POSIX.1-2001, pax, "Extended Header"). */
function readPax(bytes: Buffer): Overrides {
  const found: Overrides = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number.parseInt(bytes.toString("latin1", at, space), 10);
    if (space < 0 || !Number.isSafeInteger(length) || length <= space - at + 1) break;
    const [, key, value] =
      /^([^=]*)=([\s\S]*)\n$/u.exec(bytes.toString("utf8", space + 1, at + length)) ?? [];
    if (key === "path" && value !== undefined) found.path = value;
    if (key === "linkpath" && value !== undefined) found.linkpath = value;
    if (key === "size" && value !== undefined && /^\d{1,15}$/u.test(value)) found.size = Number(value);
    at += length;
  }
  return found;
}

function readHeader(block: Uint8Array, after: string): Header {
  const written = readNumber(block.subarray(148, 156));
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (written !== sum)
    throw new Refused("intake/archive-damaged", { member: after, fault: "what follows is no TAR header." });
  const prefix =
    Buffer.from(block.subarray(257, 262)).toString("latin1") === "ustar"
      ? toText(block.subarray(345, 500))
      : "";
  const name = toText(block.subarray(0, 100));
  const sizeBytes = readNumber(block.subarray(124, 136));
  if (sizeBytes === null)
    throw new Refused("intake/archive-damaged", { member: name, fault: "it has no size." });
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    type: String.fromCharCode(block[156] ?? 0),
    sizeBytes,
    target: toText(block.subarray(157, 257)),
  };
}

/** Octal digits, or GNU's binary form for numbers that are too large for them. */
function readNumber(field: Uint8Array): number | null {
  if ((field[0] ?? 0) & 0x80) {
    const value = field.reduce((total, byte, at) => total * 256 + (at === 0 ? byte & 0x7f : byte), 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = Buffer.from(field)
    .toString("latin1")
    .replace(/[\0 ]+$/u, "")
    .trim();
  return /^[0-7]*$/u.test(digits) ? Number.parseInt(digits || "0", 8) : null;
}

async function skipContent(reader: ChunkReader, sizeBytes: number, member: string): Promise<void> {
  const padded = sizeBytes + paddingOf(sizeBytes);
  if ((await reader.skip(padded)) < sizeBytes) throw brokenOff(member);
}

function brokenOff(member: string): Refused {
  return new Refused("intake/archive-damaged", { member, fault: "the archive ends within it." });
}

function paddingOf(sizeBytes: number): number {
  return (BLOCK - (sizeBytes % BLOCK)) % BLOCK;
}

function toText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
