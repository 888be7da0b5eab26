/** The request to a time-stamping authority (RFC 3161, 2.4.1): what goes out, and nothing else about the case. */
import type { Sha256Hex } from "../../core/index.ts";
import { openMembers, readDer, TAG } from "./der.ts";
import { toBoolean, toInteger, toObjectId, toOctets, toSmallInteger } from "./der-values.ts";
import {
  writeBoolean,
  writeInteger,
  writeNull,
  writeObjectId,
  writeOctets,
  writeSequence,
} from "./der-write.ts";
import { malformed } from "./malformed.ts";
import { HASH_BYTES, HASHES, type HashName, OID } from "./object-ids.ts";

/** A hash and its function: what a token says existed (RFC 3161, MessageImprint). */
export interface Imprint {
  readonly hash: HashName;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

export interface TimeStampRequest {
  readonly imprint: Imprint;
  /** The policy asked for, in dots; null leaves it to the authority. */
  readonly policy: string | null;
  /** A number that the answer must repeat; null when there is none. */
  readonly nonce: bigint | null;
  /** Whether the authority's certificate should come with the answer. */
  readonly wantsCertificate: boolean;
}

/**
 * The DER of a request for a time over a SHA-256, as `openssl ts -query -sha256 -cert` writes it.
 *
 * @param nonce - 16 random bytes; they make each request another, so that an old answer cannot stand in.
 */
export function toTimeStampRequest(options: {
  readonly sha256: Sha256Hex;
  readonly nonce: Uint8Array;
  readonly policy?: string;
}): Uint8Array {
  const { sha256, nonce, policy } = options;
  return writeSequence(
    writeInteger(1n),
    writeSequence(
      writeSequence(writeObjectId(OID.sha256), writeNull()),
      writeOctets(Buffer.from(sha256, "hex")),
    ),
    ...(policy === undefined ? [] : [writeObjectId(policy)]),
    writeInteger(BigInt(`0x${Buffer.from(nonce).toString("hex")}`)),
    writeBoolean(true),
  );
}

/** Reads a request. @throws InquestError "vault/timestamp-malformed". */
export function readTimeStampRequest(bytes: Uint8Array): TimeStampRequest {
  const request = openMembers(readDer(bytes), "the request");
  const version = toSmallInteger(request.next(TAG.integer, "the version"), "the version");
  if (version !== 1) throw malformed(`a request of version ${version}`);
  const imprint = readImprint(request.next(TAG.sequence, "the imprint"));
  const policy = request.optional(TAG.objectId);
  const nonce = request.optional(TAG.integer);
  const wantsCertificate = request.optional(TAG.boolean);
  const extensions = request.optional(TAG.constructed(0));
  request.end();
  if (extensions !== null) throw malformed("a request with extensions", extensions.at);
  return {
    imprint,
    policy: policy === null ? null : toObjectId(policy),
    nonce: nonce === null ? null : toInteger(nonce),
    wantsCertificate: wantsCertificate !== null && toBoolean(wantsCertificate, "the wish for a certificate"),
  };
}

/** MessageImprint: algorithm and hash, whose length must be that of the algorithm. */
export function readImprint(value: Parameters<typeof openMembers>[0]): Imprint {
  const members = openMembers(value, "the imprint");
  const hash = readHashName(members.next(TAG.sequence, "the algorithm of the imprint"));
  const digest = toOctets(
    members.next(TAG.octetString, "the hash of the imprint"),
    "the hash of the imprint",
  );
  members.end();
  if (digest.length !== HASH_BYTES[hash])
    throw malformed(`a ${hash} of ${digest.length} bytes in the imprint`, value.at);
  return { hash, digest: Buffer.from(digest).toString("hex") };
}

/** AlgorithmIdentifier of a hash; its parameters are NULL or absent (RFC 5754, 2). */
export function readHashName(value: Parameters<typeof openMembers>[0]): HashName {
  const members = openMembers(value, "a hash algorithm");
  const id = toObjectId(members.next(TAG.objectId, "the name of a hash algorithm"));
  members.optional(TAG.nothing);
  members.end();
  const hash = HASHES[id];
  if (hash === undefined) throw malformed(`the hash algorithm ${id} is not known`, value.at);
  return hash;
}
