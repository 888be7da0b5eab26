/** Web archives (ISO 28500:2017): a chain of records, each with headers and a length. */
import type { ChunkReader } from "./chunk-reader.ts";
import { Refused } from "./report.ts";
import { addMember, type Walk } from "./walk.ts";

const LINE_BYTES = 64 * 1024;
const HEADER_LINES = 200;

/** Lists the records by their addresses. @throws Refused for a record that says it is longer than it is. */
export async function walkWarc(reader: ChunkReader, walk: Walk): Promise<void> {
  const { report } = walk.findings;
  for (let index = 0; ; index++) {
    const version = await nextLine(reader);
    if (version === null) return;
    if (!/^WARC\/\d/u.test(version)) {
      walk.findings.refuseExpansion("intake/record-broken", { at: reader.position });
      return;
    }
    if (index >= walk.limits.members)
      throw new Refused("intake/archive-too-many-members", { found: index + 1, limit: walk.limits.members });
    const headers = await readHeaders(reader);
    const name = headers.get("warc-target-uri") ?? headers.get("warc-record-id") ?? String(index);
    const declared = Number(headers.get("content-length") ?? Number.NaN);
    if (!Number.isSafeInteger(declared) || declared < 0) {
      walk.findings.refuseExpansion("intake/record-broken", { at: reader.position });
      return;
    }
    addMember(walk, { index, name, type: "record", sizeBytes: declared, kind: null });
    const found = await reader.skip(declared);
    if (found === declared) continue;
    report.isTruncated = true;
    throw new Refused("intake/record-length-lies", { member: name, declared, found });
  }
}

/** The next line that is not empty; null at the end. */
async function nextLine(reader: ChunkReader): Promise<string | null> {
  for (;;) {
    if ((await reader.peek(1)).length === 0) return null;
    const line = await reader.line(LINE_BYTES);
    if (line !== "") return line ?? "";
  }
}

async function readHeaders(reader: ChunkReader): Promise<ReadonlyMap<string, string>> {
  const headers = new Map<string, string>();
  for (let count = 0; count < HEADER_LINES; count++) {
    const line = await reader.line(LINE_BYTES);
    if (line === null || line === "") break;
    const [, name, value] = /^([^:\s]+):\s*(.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}
