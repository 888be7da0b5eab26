/**
 * Reading ASN.1 (ITU-T X.690): DER, where bytes are signed or hashed, and BER, where a sender may choose.
 *
 * What is read here comes from strangers. So every length is checked against what is there, nesting is
 * limited, and nothing may follow a value that should be the last.
 */
import { malformed } from "./malformed.ts";

/** DER has one form for each value; BER also allows indefinite and wasteful lengths. */
export type EncodingRules = "der" | "ber";

/** Identifier octets that time-stamping uses (X.690, 8.1.2). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  objectId: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
  /** Context tags: constructed holds values, primitive holds bytes. */
  constructed: (number: number) => 0xa0 + number,
  primitive: (number: number) => 0x80 + number,
} as const;

export interface DerValue {
  /** The identifier octet: class, form and number, which is below 31. */
  readonly tag: number;
  /** The value itself, without identifier and length. */
  readonly content: Uint8Array;
  /** Identifier, length and value: the bytes to hash. */
  readonly raw: Uint8Array;
  /** Where `raw` begins in what was first read. */
  readonly at: number;
  readonly rules: EncodingRules;
}

/** CMS with certificates nests about 15 deep. */
const MAX_DEPTH = 40;

/** The one value that the bytes are. @throws InquestError "vault/timestamp-malformed". */
export function readDer(bytes: Uint8Array, rules: EncodingRules = "der"): DerValue {
  const value = readAt({ bytes, base: 0, rules }, 0, 0);
  if (value.raw.length !== bytes.length)
    throw malformed(`${bytes.length - value.raw.length} bytes follow`, value.raw.length);
  return value;
}

/** The values inside a constructed one, in their order. @throws InquestError "vault/timestamp-malformed". */
export function readMembers(value: DerValue): DerValue[] {
  if ((value.tag & 0x20) === 0) throw malformed("a plain value where others should be inside", value.at);
  const members: DerValue[] = [];
  const headerBytes = value.content.byteOffset - value.raw.byteOffset;
  const inside = { bytes: value.content, base: value.at + headerBytes, rules: value.rules };
  for (let at = 0; at < value.content.length; ) {
    const member = readAt(inside, at, 0);
    members.push(member);
    at += member.raw.length;
  }
  return members;
}

/** The members of a sequence, taken one by one. */
export interface Members {
  /** The next member, which must have the tag. @param what - its name in the standard. */
  next(tag: number, what: string): DerValue;
  /** The next member if it has the tag. */
  optional(tag: number): DerValue | null;
  /** The next member whatever it is. */
  any(what: string): DerValue;
  /** @throws InquestError "vault/timestamp-malformed" when members are left. */
  end(): void;
}

/** @param tag - what the value itself must be. */
export function openMembers(value: DerValue, what: string, tag: number = TAG.sequence): Members {
  requireTag(value, tag, what);
  const members = readMembers(value);
  let index = 0;
  const any = (name: string): DerValue => {
    const member = members[index];
    if (member === undefined) throw malformed(`${what} has no ${name}`, value.at);
    index += 1;
    return member;
  };
  return {
    any,
    next: (wanted, name) => requireTag(any(name), wanted, name),
    optional(wanted) {
      const member = members[index];
      if (member?.tag !== wanted) return null;
      index += 1;
      return member;
    },
    end() {
      const member = members[index];
      if (member !== undefined) throw malformed(`${what} holds more than it may`, member.at);
    },
  };
}

export function requireTag(value: DerValue, tag: number, what: string): DerValue {
  if (value.tag === tag) return value;
  throw malformed(`${what} has tag ${toHexByte(value.tag)} instead of ${toHexByte(tag)}`, value.at);
}

interface Input {
  readonly bytes: Uint8Array;
  /** Where the bytes begin in what was first read. */
  readonly base: number;
  readonly rules: EncodingRules;
}

function readAt(input: Input, at: number, depth: number): DerValue {
  const { bytes, base, rules } = input;
  if (depth > MAX_DEPTH) throw malformed(`nested deeper than ${MAX_DEPTH}`, base + at);
  const tag = byteAt(input, at);
  if ((tag & 0x1f) === 0x1f) throw malformed("a tag of several bytes", base + at);
  const first = byteAt(input, at + 1);
  if (first === 0x80) return readIndefinite(input, at, depth);
  const { length, headerBytes } = first < 0x80 ? { length: first, headerBytes: 2 } : longLength(input, at);
  const end = at + headerBytes + length;
  if (end > bytes.length)
    throw malformed(`${length} bytes are announced and ${bytes.length - at - headerBytes} there`, base + at);
  const content = bytes.subarray(at + headerBytes, end);
  return { tag, content, raw: bytes.subarray(at, end), at: base + at, rules };
}

function longLength(input: Input, at: number): { readonly length: number; readonly headerBytes: number } {
  const count = byteAt(input, at + 1) & 0x7f;
  if (count > 4) throw malformed("a length of more than four bytes", input.base + at);
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + byteAt(input, at + 2 + index);
  const isShortest = length >= 0x80 && length >= 256 ** (count - 1);
  if (input.rules === "der" && !isShortest) throw malformed("a length longer than needed", input.base + at);
  return { length, headerBytes: 2 + count };
}

/** Values until two zero bytes (X.690, 8.1.3.6). */
function readIndefinite(input: Input, at: number, depth: number): DerValue {
  const { bytes, base, rules } = input;
  const tag = byteAt(input, at);
  if (rules === "der" || (tag & 0x20) === 0) throw malformed("a length that is left open", base + at);
  let end = at + 2;
  while (byteAt(input, end) !== 0 || byteAt(input, end + 1) !== 0)
    end += readAt(input, end, depth + 1).raw.length;
  return {
    tag,
    content: bytes.subarray(at + 2, end),
    raw: bytes.subarray(at, end + 2),
    at: base + at,
    rules,
  };
}

function byteAt({ bytes, base }: Input, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw malformed("the bytes end too soon", base + at);
  return byte;
}

function toHexByte(value: number): string {
  return `0x${value.toString(16).padStart(2, "0")}`;
}
