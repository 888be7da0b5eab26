/** The token of a time-stamping authority: TSTInfo (RFC 3161, 2.4.2) in CMS SignedData (RFC 5652, 5). */
import { type DerValue, openMembers, readDer, readMembers, TAG } from "./der.ts";
import { toBoolean, toInteger, toObjectId, toOctets, toSmallInteger, toTimeMs } from "./der-values.ts";
import { malformed } from "./malformed.ts";
import { type HashName, OID } from "./object-ids.ts";
import { readSignerInfo, type SignerInfo } from "./signer-info.ts";
import { type Imprint, readHashName, readImprint } from "./time-stamp-request.ts";

/** What the authority says. */
export interface TimeStampInfo {
  readonly policy: string;
  readonly imprint: Imprint;
  readonly serial: bigint;
  /** Milliseconds since 1970. */
  readonly genTimeMs: number;
  /** The true time lies within this of `genTimeMs`; null when the authority does not say. */
  readonly accuracyMs: number | null;
  readonly nonce: bigint | null;
  /** Critical extensions, none of which this reader understands. */
  readonly notUnderstood: readonly string[];
}

export interface TimeStampToken {
  readonly info: TimeStampInfo;
  /** DER of the info: what the message digest is over. */
  readonly infoBytes: Uint8Array;
  readonly digestAlgorithms: readonly HashName[];
  /** DER of the certificates that came with it, unchecked and in its order. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: SignerInfo;
}

/** Tokens with a chain take 1 to 10 KiB. */
export const MAX_TOKEN_BYTES = 256 * 1024;

/** @throws InquestError "vault/timestamp-malformed". */
export function readTimeStampToken(bytes: Uint8Array): TimeStampToken {
  const content = openMembers(readDer(bytes, "ber"), "the token");
  const type = toObjectId(content.next(TAG.objectId, "a content type"));
  if (type !== OID.signedData) throw malformed(`content of type ${type} instead of signed data`);
  const wrapped = content.next(TAG.constructed(0), "content");
  content.end();
  const [only, ...more] = readMembers(wrapped);
  if (only === undefined || more.length > 0) throw malformed("not one content", wrapped.at);
  return readSignedData(only);
}

function readSignedData(value: DerValue): TimeStampToken {
  const data = openMembers(value, "the signed data");
  const version = toSmallInteger(data.next(TAG.integer, "a version"), "the version");
  if (version !== 3) throw malformed(`signed data of version ${version} instead of 3`, value.at);
  const digestAlgorithms = readMembers(data.next(TAG.set, "digest algorithms")).map(readHashName);
  const infoBytes = readContent(data.next(TAG.sequence, "a content"));
  const certificates = data.optional(TAG.constructed(0));
  data.optional(TAG.constructed(1));
  const [signer, ...others] = readMembers(data.next(TAG.set, "signers"));
  data.end();
  // RFC 3161, 2.4.2: the token has no other signature than that of the authority.
  if (signer === undefined || others.length > 0)
    throw malformed(`${others.length + 1} signers instead of one`);
  return {
    info: readInfo(readDer(infoBytes)),
    infoBytes,
    digestAlgorithms,
    certificates:
      certificates === null
        ? []
        : readMembers(certificates)
            .filter((member) => member.tag === TAG.sequence)
            .map((member) => member.raw),
    signer: readSignerInfo(signer),
  };
}

function readContent(value: DerValue): Uint8Array {
  const content = openMembers(value, "the content");
  const type = toObjectId(content.next(TAG.objectId, "a type"));
  if (type !== OID.timeStampInfo) throw malformed(`content of type ${type} instead of a time`, value.at);
  const wrapped = content.next(TAG.constructed(0), "a value");
  content.end();
  const [only, ...more] = readMembers(wrapped);
  if (only === undefined || more.length > 0) throw malformed("not one value in the content", wrapped.at);
  return toOctets(only, "the time-stamp info");
}

function readInfo(value: DerValue): TimeStampInfo {
  const info = openMembers(value, "the time-stamp info");
  const version = toSmallInteger(info.next(TAG.integer, "a version"), "the version");
  if (version !== 1) throw malformed(`a time-stamp info of version ${version}`, value.at);
  const policy = toObjectId(info.next(TAG.objectId, "a policy"));
  const imprint = readImprint(info.next(TAG.sequence, "an imprint"));
  const serial = toInteger(info.next(TAG.integer, "a serial number"));
  const genTimeMs = toTimeMs(info.next(TAG.generalizedTime, "a time"), "the time");
  const accuracy = info.optional(TAG.sequence);
  info.optional(TAG.boolean);
  const nonce = info.optional(TAG.integer);
  info.optional(TAG.constructed(0));
  const extensions = info.optional(TAG.constructed(1));
  info.end();
  return {
    policy,
    imprint,
    serial,
    genTimeMs,
    accuracyMs: accuracy === null ? null : readAccuracyMs(accuracy),
    nonce: nonce === null ? null : toInteger(nonce),
    notUnderstood: extensions === null ? [] : criticalOf(extensions),
  };
}

/** Seconds, milliseconds and microseconds, each of which may be missing. */
function readAccuracyMs(value: DerValue): number {
  const members = openMembers(value, "the accuracy");
  const seconds = members.optional(TAG.integer);
  const millis = members.optional(TAG.primitive(0));
  const micros = members.optional(TAG.primitive(1));
  members.end();
  const of = (part: DerValue | null, tag: number) =>
    part === null ? 0 : toSmallInteger(part, "a part of the accuracy", tag);
  return of(seconds, TAG.integer) * 1000 + of(millis, TAG.primitive(0)) + of(micros, TAG.primitive(1)) / 1000;
}

function criticalOf(extensions: DerValue): string[] {
  return readMembers(extensions).flatMap((extension) => {
    const members = openMembers(extension, "an extension");
    const id = toObjectId(members.next(TAG.objectId, "a name"));
    const critical = members.optional(TAG.boolean);
    return critical !== null && toBoolean(critical, "critical") ? [id] : [];
  });
}
