/** S3 decides which segment of the log is the next; the case folder of each writer is a replica. */
import { createHash } from "node:crypto";
import type { SegmentArbiter } from "../../ledger/index.ts";
import type { S3Objects } from "./s3-objects.ts";

/** The log of a case at an address, under the names that it has in a case folder: `ledger/segment/…`. */
export function createS3SegmentArbiter(objects: S3Objects): SegmentArbiter {
  return {
    async create(start, bytes) {
      const path = toPath(start);
      const sha256 = createHash("sha256").update(bytes).digest();
      if (await objects.create({ path, content: bytes, sha256, isRetained: true })) return true;
      // A put whose answer was lost is sent again, and then finds itself there. Acts have random ids: no other
      // writer's segment has these bytes.
      const there = await objects.read(path);
      return there !== null && Buffer.from(bytes).equals(there);
    },
    read: (start) => objects.read(toPath(start)),
    async starts() {
      const starts: number[] = [];
      for await (const { path } of objects.list(SEGMENTS)) {
        const [, digits] = /^ledger\/segment\/(\d{20})$/u.exec(path) ?? [];
        if (digits !== undefined) starts.push(Number(digits));
      }
      return starts.sort((a, b) => a - b);
    },
    published: (path) => objects.read(`ledger/${path}`),
    publish: (path, bytes) => objects.replace(`ledger/${path}`, bytes),
  };
}

const SEGMENTS = ["ledger", "segment"].join("/");

function toPath(start: number): string {
  return `ledger/segment/${String(start).padStart(20, "0")}`;
}
