/** What lies in a member of an archive, and in an archive that lies in it. */
import { memorySource } from "./byte-source.ts";
import { createChunkReader } from "./chunk-reader.ts";
import { walkGzip } from "./gzip.ts";
import type { FileKind } from "./kinds.ts";
import { ZIP_KINDS } from "./kinds.ts";
import { Refused } from "./report.ts";
import { HEAD_BYTES, sniffHead } from "./sniff.ts";
import { walkTar } from "./tar.ts";
import { addMember, type SeenContent, type Walk } from "./walk.ts";
import { walkWarc } from "./warc.ts";
import { walkZip } from "./zip.ts";

/**
 * Uses the content up, tells its kind, and goes into it when it is an archive.
 *
 * @throws Refused when what lies in it goes beyond the limits or is hostile.
 */
export async function lookInto(
  content: AsyncIterable<Uint8Array>,
  walk: Walk,
  name: string,
): Promise<SeenContent> {
  const reader = createChunkReader(content);
  const head = await reader.peek(HEAD_BYTES);
  const kind = sniffHead(head, head.length < HEAD_BYTES);
  if (isWalked(kind)) {
    if (walk.depth >= walk.limits.depth)
      throw new Refused("intake/archive-too-deep", { member: name, limit: walk.limits.depth });
    await walkNested(kind, reader, walk, name);
  } else if (walk.examine?.wants(name) === true) {
    const { limits } = walk;
    const bytes = await reader.read(limits.textBytes + 1);
    walk.examine.take(name, bytes.length > limits.textBytes ? null : bytes);
  }
  await reader.skip(Number.POSITIVE_INFINITY);
  return { kind, sizeBytes: reader.position };
}

function isWalked(kind: FileKind): boolean {
  return kind === "tar" || kind === "gzip" || kind === "warc" || ZIP_KINDS.has(kind);
}

/** Members of inner archives are listed under the name of theirs: `outer!inner`. */
async function walkNested(
  kind: FileKind,
  reader: ReturnType<typeof createChunkReader>,
  walk: Walk,
  name: string,
): Promise<void> {
  const { limits, findings } = walk;
  const inner: Walk = { findings, limits, budget: walk.budget, lookInto, depth: walk.depth + 1 };
  const before = findings.report.members?.length ?? 0;
  if (kind === "tar") await walkTar(reader, inner);
  else if (kind === "warc") await walkWarc(reader, inner);
  else if (kind === "gzip") await walkGzip(reader.take(Number.POSITIVE_INFINITY), inner, name, Number.NaN);
  else {
    const bytes = await reader.read(limits.nestedBytes + 1);
    if (bytes.length > limits.nestedBytes)
      throw new Refused("intake/archive-nested-too-large", { member: name, limit: limits.nestedBytes });
    await walkZip(memorySource(bytes), inner);
  }
  for (const member of (findings.report.members ?? []).splice(before))
    addMember(walk, { ...member, name: `${name}!${member.name}` });
}
