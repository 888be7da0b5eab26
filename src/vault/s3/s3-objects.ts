/** Objects of one bucket below one prefix: created once, read as a stream, listed, and removed with every version. */
import type { PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";
import type { S3Address } from "./s3-address.ts";
import { isConflict, isMissing, isTaken, toS3Error } from "./s3-failure.ts";
import { type StagedFile, uploadParts } from "./s3-upload.ts";

type Sdk = typeof import("@aws-sdk/client-s3");

/** The SDK is loaded when a store in S3 is opened, and never before: it takes a fifth of a second. */
export interface S3Connection {
  readonly sdk: Sdk;
  readonly client: S3Client;
  readonly bucket: string;
}

export interface ListedObject {
  /** Path below the prefix: `vault/sha256/ab/cd/…`, as in a case folder. */
  readonly path: string;
  readonly sizeBytes: number;
}

export interface CreateObject {
  readonly path: string;
  readonly content: Uint8Array | StagedFile;
  /** SHA-256 of the content, 32 bytes: the server checks what it receives against it. */
  readonly sha256: Uint8Array;
  /** Locked as long as the address says; left out for what must be removable. */
  readonly isRetained?: boolean;
}

export interface S3Objects {
  /** The address, for errors. */
  readonly place: string;
  /** Puts an object where none is; false, with nothing changed, when the name is taken. */
  create(object: CreateObject): Promise<boolean>;
  /** Puts an object, whatever is there. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they lie there, or null when there is no such object. */
  get(path: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** The whole object; for small ones. */
  read(path: string): Promise<Uint8Array | null>;
  /** Its size in bytes, or null when there is no such object. */
  sizeOf(path: string): Promise<number | null>;
  /** Removes an object, also each older version that the bucket keeps. */
  remove(path: string): Promise<void>;
  /** Every object below a folder, or of all when it is empty, in the order of the bytes of the names. */
  list(below: string): AsyncGenerator<ListedObject>;
  /** Ends the connections. */
  close(): void;
}

export interface S3ObjectsOptions {
  readonly address: S3Address;
  /** Milliseconds since 1970-01-01T00:00Z; retention counts from there. */
  readonly now: () => number;
  /**
   * Whether the server honours If-None-Match when it completes an upload in parts. Where it does not, a look
   * before takes its place: harmless for blobs, whose name decides their bytes.
   */
  readonly completesConditionally?: boolean;
}

/** Objects at an address. Makes no request by itself. */
export async function openS3Objects(options: S3ObjectsOptions): Promise<S3Objects> {
  const { address, completesConditionally = true } = options;
  const { bucket } = address;
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    region: address.region,
    ...(address.endpoint === null ? {} : { endpoint: address.endpoint, forcePathStyle: true }),
    // Each put carries its SHA-256; the CRC that the SDK would add, many servers do not know.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const connection: S3Connection = { sdk, client, bucket };
  const place = `s3://${bucket}${address.prefix === "" ? "" : `/${address.prefix}`}`;
  const keyOf = (path: string) => (address.prefix === "" ? path : `${address.prefix}/${path}`);

  function lockOf(
    isRetained: boolean,
  ): Pick<PutObjectCommandInput, "ObjectLockMode" | "ObjectLockRetainUntilDate"> {
    const { retention } = address;
    if (retention === null || !isRetained) return {};
    const until = new Date(options.now() + retention.days * 86_400_000);
    return {
      ObjectLockMode: retention.mode === "compliance" ? "COMPLIANCE" : "GOVERNANCE",
      ObjectLockRetainUntilDate: until,
    };
  }

  async function put(object: CreateObject): Promise<void> {
    const { path, content, sha256, isRetained = false } = object;
    const Key = keyOf(path);
    const lock = lockOf(isRetained);
    if (!(content instanceof Uint8Array)) {
      await uploadParts({
        connection,
        key: Key,
        staged: content,
        lock,
        isConditional: completesConditionally,
      });
      return;
    }
    await client.send(
      new sdk.PutObjectCommand({
        Bucket: bucket,
        Key,
        Body: content,
        ContentLength: content.length,
        ChecksumAlgorithm: "SHA256",
        ChecksumSHA256: Buffer.from(sha256).toString("base64"),
        IfNoneMatch: "*",
        ...lock,
      }),
    );
  }

  const objects: S3Objects = {
    place,
    async create(object) {
      const isUnguarded = !(object.content instanceof Uint8Array) && !completesConditionally;
      if (isUnguarded && (await objects.sizeOf(object.path)) !== null) return false;
      for (let attempt = 1; ; attempt++) {
        try {
          await put(object);
          return true;
        } catch (error) {
          if (isTaken(error)) return false;
          if (isConflict(error) && attempt < 5) continue;
          throw toS3Error(place, `take ${object.path}`, error);
        }
      }
    },
    async replace(path, bytes) {
      await asking(place, `take ${path}`, () =>
        client.send(
          new sdk.PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(path),
            Body: bytes,
            ContentLength: bytes.length,
          }),
        ),
      );
    },
    async get(path) {
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(path) }));
        return Body === undefined ? null : readBody(Body, place, path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw toS3Error(place, `give ${path}`, error);
      }
    },
    async read(path) {
      const chunks = await objects.get(path);
      if (chunks === null) return null;
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) all.push(chunk);
      return Buffer.concat(all);
    },
    async sizeOf(path) {
      try {
        const { ContentLength } = await client.send(
          new sdk.HeadObjectCommand({ Bucket: bucket, Key: keyOf(path) }),
        );
        return ContentLength ?? 0;
      } catch (error) {
        if (isMissing(error)) return null;
        throw toS3Error(place, `tell of ${path}`, error);
      }
    },
    async remove(path) {
      await asking(place, `remove ${path}`, () => removeVersions(connection, keyOf(path)));
    },
    async *list(below) {
      for (let token: string | undefined; ; ) {
        const answer = await asking(place, `list ${below}`, () =>
          client.send(
            new sdk.ListObjectsV2Command({
              Bucket: bucket,
              Prefix: keyOf(below === "" ? "" : `${below}/`),
              ContinuationToken: token,
            }),
          ),
        );
        for (const { Key = "", Size = 0 } of answer.Contents ?? []) {
          yield { path: Key.slice(keyOf("").length), sizeBytes: Size };
        }
        token = answer.NextContinuationToken;
        if (token === undefined) return;
      }
    },
    close: () => client.destroy(),
  };
  return objects;
}

async function asking<T>(place: string, what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw toS3Error(place, what, error);
  }
}

/** The pieces of an answer; a connection that breaks in the middle is an error of the store, not an end. */
async function* readBody(body: object, place: string, path: string): AsyncGenerator<Uint8Array> {
  if (!(Symbol.asyncIterator in body)) throw new TypeError("the SDK gave no stream that Node can read");
  try {
    // The SDK's type covers browsers too; in Node it is a Readable of buffers.
    yield* body as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw toS3Error(place, `give all of ${path}`, error);
  }
}

/** In a bucket that keeps versions a plain removal only hides: a key that was shredded would still be there. */
async function removeVersions({ sdk, client, bucket }: S3Connection, key: string): Promise<void> {
  await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }));
  for (let marker: { KeyMarker?: string; VersionIdMarker?: string } | null = {}; marker !== null; ) {
    const listed: Awaited<ReturnType<typeof listVersions>> = await listVersions(
      { sdk, client, bucket },
      key,
      marker,
    );
    for (const { Key, VersionId } of [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])]) {
      if (Key !== key || VersionId === undefined || VersionId === "null") continue;
      await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
    }
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = listed;
    marker =
      listed.IsTruncated === true && KeyMarker === key && VersionIdMarker !== undefined
        ? { KeyMarker, VersionIdMarker }
        : null;
  }
}

function listVersions(
  { sdk, client, bucket }: S3Connection,
  key: string,
  marker: { KeyMarker?: string; VersionIdMarker?: string },
) {
  return client.send(new sdk.ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...marker }));
}
