/** The authority's answer (RFC 3161, 2.4.2): a status, and a token when it was granted. */
import { type DerValue, openMembers, readDer, readMembers, TAG } from "./der.ts";
import { toFlags, toSmallInteger } from "./der-values.ts";
import { malformed } from "./malformed.ts";
import { MAX_TOKEN_BYTES, readTimeStampToken, type TimeStampToken } from "./time-stamp-token.ts";

export interface TimeStampResponse {
  /** 0 granted, 1 granted with changes, 2 to 5 not; null for a token that comes without an answer around it. */
  readonly status: number | null;
  /** What the authority says about it: texts and reasons; empty when nothing. */
  readonly statusText: string;
  readonly token: TimeStampToken | null;
}

/** PKIFailureInfo by bit (RFC 3161, 2.4.2). */
const REASONS: Readonly<Record<number, string>> = {
  0: "badAlg",
  2: "badRequest",
  5: "badDataFormat",
  14: "timeNotAvailable",
  15: "unacceptedPolicy",
  16: "unacceptedExtension",
  17: "addInfoNotAvailable",
  25: "systemFailure",
};

/**
 * Reads a `.tsr` file, or a bare token as signatures embed it.
 *
 * @throws InquestError "vault/timestamp-malformed", also for one longer than 256 KiB.
 */
export function readTimeStampResponse(bytes: Uint8Array): TimeStampResponse {
  if (bytes.length > MAX_TOKEN_BYTES) throw malformed(`longer than ${MAX_TOKEN_BYTES} bytes`);
  const outer = readDer(bytes, "ber");
  const [first, token, ...more] = outer.tag === TAG.sequence ? readMembers(outer) : [];
  if (first?.tag === TAG.objectId) return { status: null, statusText: "", token: readTimeStampToken(bytes) };
  if (first === undefined || more.length > 0) throw malformed("not a time-stamping answer", 0);
  const { status, statusText } = readStatus(first);
  const isGranted = status === 0 || status === 1;
  if (isGranted !== (token !== undefined))
    throw malformed(isGranted ? "granted, without a token" : "refused, with a token");
  return { status, statusText, token: token === undefined ? null : readTimeStampToken(token.raw) };
}

function readStatus(value: DerValue): { readonly status: number; readonly statusText: string } {
  const members = openMembers(value, "the status");
  const status = toSmallInteger(members.next(TAG.integer, "a number"), "the status");
  const texts = members.optional(TAG.sequence);
  const failure = members.optional(TAG.bitString);
  members.end();
  if (status > 5) throw malformed(`a status of ${status}`, value.at);
  const words =
    texts === null ? [] : readMembers(texts).map((text) => Buffer.from(text.content).toString("utf8"));
  const reasons = failure === null ? [] : reasonsOf(failure);
  return { status, statusText: [...words, ...reasons].join("; ") };
}

function reasonsOf(failure: DerValue): string[] {
  toFlags(failure, "the reasons");
  return Object.entries(REASONS).flatMap(([bit, name]) => {
    const byte = failure.content[1 + Math.floor(Number(bit) / 8)] ?? 0;
    return (byte & (0x80 >> (Number(bit) % 8))) === 0 ? [] : [name];
  });
}
