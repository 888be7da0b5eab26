/** Inflating in pieces, so that a limit can stop it at any of them. */
import { Readable, type Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refused } from "./report.ts";

/** All members of a gzip file (RFC 1952), one after the other. */
export async function* gunzip(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* through(chunks, createGunzip());
}

/** True for the error of a stream that ends before its format does. */
export function isCutOff(error: unknown): boolean {
  return codeOf(error) === "Z_BUF_ERROR";
}

/** Errors of zlib as a refusal that names the fault; others as they are. */
export function toDamage(error: unknown, member: string): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error) || !(code?.startsWith("Z_") || code === "ERR_BUFFER_TOO_LARGE")) return error;
  return new Refused("intake/archive-damaged", { member, fault: error.message });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

async function* through(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  inflater: Transform,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: true });
  source.on("error", (error) => inflater.destroy(error));
  source.pipe(inflater);
  try {
    for await (const chunk of inflater) yield chunk;
  } finally {
    source.destroy();
    inflater.destroy();
  }
}
