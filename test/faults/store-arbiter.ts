/** Stores that decide which segment is the next, for processes that each have a folder of their own. */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SegmentArbiter } from "../../src/ledger/index.ts";

export interface CountingArbiter extends SegmentArbiter {
  /** Segments offered whose place was taken. */
  readonly wasted: number;
}

/** @param place - a folder, or the address of a bucket (`http://…/bucket`) that keeps to `If-None-Match`. */
export function createStoreArbiter(place: string): CountingArbiter {
  const store = place.startsWith("http") ? bucketStore(place) : folderStore(place);
  let wasted = 0;
  return {
    get wasted() {
      return wasted;
    },
    async create(start, bytes) {
      const isFirst = await store.create(`segment/${start}`, bytes);
      if (!isFirst) wasted += 1;
      return isFirst;
    },
    read: (start) => store.read(`segment/${start}`),
    starts: () => store.starts(),
    published: (path) => store.read(path),
    publish: (path, bytes) => store.replace(path, bytes),
  };
}

interface Store {
  create(key: string, bytes: Uint8Array): Promise<boolean>;
  read(key: string): Promise<Uint8Array | null>;
  replace(key: string, bytes: Uint8Array): Promise<void>;
  /** The numbers under `segment/`. */
  starts(): Promise<readonly number[]>;
}

function folderStore(folder: string): Store {
  let count = 0;
  return {
    async create(key, bytes) {
      const path = join(folder, key);
      const temporary = join(folder, `.${process.pid}-${count++}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, bytes);
      try {
        linkSync(temporary, path);
        return true;
      } catch (error) {
        if (existsSync(path)) return false;
        throw error;
      } finally {
        rmSync(temporary);
      }
    },
    async read(key) {
      return existsSync(join(folder, key)) ? readFileSync(join(folder, key)) : null;
    },
    async starts() {
      const segments = join(folder, "segment");
      const names = existsSync(segments) ? readdirSync(segments) : [];
      return names.map(Number).sort((a, b) => a - b);
    },
    async replace(key, bytes) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), bytes);
    },
  };
}

/** The form of a signed request: the server of the tests takes any key, but no stranger. */
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

/** The three requests of S3 that a log needs: PutObject with and without `If-None-Match`, GetObject. */
function bucketStore(bucket: string): Store {
  const send = async (
    key: string,
    init: {
      readonly method?: string;
      readonly body?: Uint8Array;
      readonly headers?: Record<string, string>;
    } = {},
  ) => {
    const headers = { ...init.headers, Authorization: AUTHORIZATION };
    const response = await fetch(`${bucket}/${key}`, { ...init, headers });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body };
  };
  const put = (key: string, bytes: Uint8Array, headers: Record<string, string>) =>
    send(key, { method: "PUT", body: new Uint8Array(bytes), headers });
  return {
    async create(key, bytes) {
      const { status } = await put(key, bytes, { "If-None-Match": "*" });
      if (status !== 200 && status !== 412 && status !== 409) throw new Error(`PUT ${key}: ${status}`);
      return status === 200;
    },
    async read(key) {
      const { status, body } = await send(key);
      if (status !== 200 && status !== 404) throw new Error(`GET ${key}: ${status}`);
      return status === 200 ? body : null;
    },
    async starts() {
      const { origin, pathname } = new URL(bucket);
      const [, name = "", ...folder] = pathname.split("/");
      const prefix = [...folder, "segment/"].join("/");
      const starts: number[] = [];
      for (let after = ""; ; ) {
        const query = new URLSearchParams({ "list-type": "2", prefix, "start-after": after });
        const response = await fetch(`${origin}/${name}?${query}`, {
          headers: { Authorization: AUTHORIZATION },
        });
        const keys = [...(await response.text()).matchAll(/<Key>([^<]*)<\/Key>/gu)].map(
          ([, key]) => key ?? "",
        );
        if (!response.ok) throw new Error(`LIST ${prefix}: ${response.status}`);
        starts.push(...keys.map((key) => Number(key.slice(prefix.length))));
        if (keys.length === 0) return starts.sort((a, b) => a - b);
        after = keys.at(-1) ?? "";
      }
    },
    async replace(key, bytes) {
      const { status } = await put(key, bytes, {});
      if (status !== 200) throw new Error(`PUT ${key}: ${status}`);
    },
  };
}
