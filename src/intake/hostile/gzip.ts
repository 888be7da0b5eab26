/** A gzip file (RFC 1952): one content, which may be an archive itself. */
import { metered } from "./budget.ts";
import { gunzip, isCutOff, toDamage } from "./inflate.ts";
import { addMember, type Walk } from "./walk.ts";

/**
 * Looks into the content. A file that breaks off is reported as truncated, with what was in it until there.
 *
 * @param sizeBytes - of the packed file; NaN where it comes as a stream: the packed bytes are counted as they go by.
 * @throws Refused when it grows beyond the limits or is damaged.
 */
export async function walkGzip(
  packed: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  walk: Walk,
  name: string,
  sizeBytes: number,
): Promise<void> {
  const { findings, budget, limits } = walk;
  const stored = { bytes: Number.isNaN(sizeBytes) ? 0 : sizeBytes };
  const counted = countBytes(packed, stored, Number.isNaN(sizeBytes));
  const about = {
    member: name,
    get storedBytes() {
      return stored.bytes;
    },
  };
  const inside = name.replace(/\.t?gz$/iu, "");
  try {
    const seen = await walk.lookInto(metered(gunzip(counted), about, budget, limits), walk, inside);
    addMember(walk, { index: 0, name: inside, type: "file", ...seen });
  } catch (error) {
    if (!isCutOff(error)) throw toDamage(error, name);
    findings.report.isTruncated = true;
    findings.warn("intake/truncated", { at: stored.bytes });
  }
}

async function* countBytes(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  stored: { bytes: number },
  isCounting: boolean,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (isCounting) stored.bytes += chunk.length;
    yield chunk;
  }
}
