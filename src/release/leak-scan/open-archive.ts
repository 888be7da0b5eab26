/** Archives by the readers that the intake has for them: each member is looked into with its name. */
import {
  chunksOf,
  createChunkReader,
  createFindings,
  type FileKind,
  memorySource,
  Refused,
  type SeenContent,
  toMediaType,
  type Walk,
  walkGzip,
  walkTar,
  walkZip,
} from "../../intake/index.ts";
import type { OpenContent, OpenerOptions } from "./opener.ts";

/** Remarks of a walk by which something was not looked into. */
const LEFT = new Set(["intake/archive-encrypted-member", "intake/archive-method", "intake/truncated"]);

/** @throws Refused when the archive goes beyond the limits or is damaged. */
export async function openArchive(
  bytes: Uint8Array,
  path: readonly string[],
  kind: FileKind,
  { record, limits, budget }: OpenerOptions,
  open: OpenContent,
): Promise<void> {
  const name = path.at(-1) ?? "";
  const findings = createFindings({
    ...{ name, sizeBytes: bytes.length, kind, mediaType: toMediaType(kind), alsoKinds: [] },
    declared: { extension: null, mediaType: null },
  });
  let number = 0;
  const shownOf = (member: string) => (record.holds(member) ? `#${number}` : member);
  const walk: Walk = {
    ...{ findings, limits, budget, depth: 1 },
    async lookInto(content, _, member): Promise<SeenContent> {
      number += 1;
      const reader = createChunkReader(content);
      const whole = await reader.read(limits.nestedBytes + 1);
      if (whole.length > limits.nestedBytes)
        throw new Refused("intake/archive-nested-too-large", {
          member: shownOf(member),
          limit: limits.nestedBytes,
        });
      await open(whole, [...path, shownOf(member)]);
      return { kind: "unknown", sizeBytes: reader.position };
    },
  };
  try {
    if (kind === "tar") await walkTar(createChunkReader(chunksOf(memorySource(bytes))), walk);
    else if (kind === "gzip") await walkGzip([bytes], walk, name, bytes.length);
    else await walkZip(memorySource(bytes), walk);
  } finally {
    const { members = [], refusedExpansion, warnings } = findings.report;
    for (const [index, member] of members.entries()) {
      const at = record.holds(member.name) ? `#${index + 1}` : member.name;
      for (const words of [member.name, member.target ?? ""]) record.look(words, [...path, at], "name");
    }
    for (const remark of warnings) if (LEFT.has(remark.code)) record.leave(path, remark);
    if (refusedExpansion !== undefined) record.leave(path, refusedExpansion);
  }
}
