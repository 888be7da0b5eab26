/** Simple values of ASN.1: numbers, names of things, times. */
import { type DerValue, readMembers, requireTag, TAG } from "./der.ts";
import { malformed } from "./malformed.ts";

/** An object identifier in dots: `1.2.840.113549.1.7.2` (X.690, 8.19). */
export function toObjectId(value: DerValue, what = "an object identifier"): string {
  const { content, at } = requireTag(value, TAG.objectId, what);
  const arcs: number[] = [];
  let arc = 0;
  for (const [index, byte] of content.entries()) {
    if (arc === 0 && byte === 0x80) throw malformed(`${what} is written longer than needed`, at);
    arc = arc * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw malformed(`${what} has a number too large`, at);
    if (byte >= 0x80) {
      if (index === content.length - 1) throw malformed(`${what} is cut off`, at);
      continue;
    }
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  if (arcs.length === 0) throw malformed(`${what} is empty`, at);
  return arcs.join(".");
}

/** An integer of any length, two's complement (X.690, 8.3). */
export function toInteger(value: DerValue, what = "an integer", tag: number = TAG.integer): bigint {
  const { content, at } = requireTag(value, tag, what);
  const [first, second] = content;
  if (first === undefined) throw malformed(`${what} is empty`, at);
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw malformed(`${what} is written longer than needed`, at);
  const bits = BigInt(content.length * 8);
  return BigInt.asIntN(Number(bits), BigInt(`0x${Buffer.from(content).toString("hex")}`));
}

/** An integer that must be between 0 and 2^31 − 1. */
export function toSmallInteger(value: DerValue, what: string, tag: number = TAG.integer): number {
  const number = toInteger(value, what, tag);
  if (number < 0n || number > 0x7fffffffn) throw malformed(`${what} is ${number}`, value.at);
  return Number(number);
}

export function toBoolean(value: DerValue, what: string): boolean {
  const { content, at } = requireTag(value, TAG.boolean, what);
  if (content.length !== 1) throw malformed(`${what} is no truth value`, at);
  return content[0] !== 0;
}

/**
 * The bytes of an octet string. BER may cut one into several; they are put together.
 */
export function toOctets(value: DerValue, what: string): Uint8Array {
  if (value.rules === "ber" && value.tag === (TAG.octetString | 0x20)) {
    return Buffer.concat(
      readMembers(value).map((part) => requireTag(part, TAG.octetString, `a part of ${what}`).content),
    );
  }
  return requireTag(value, TAG.octetString, what).content;
}

/** The bits of a bit string, the first as the highest of a 16-bit number; later ones are cut off. */
export function toFlags(value: DerValue, what: string): number {
  const { content, at } = requireTag(value, TAG.bitString, what);
  if (content.length === 0 || (content[0] ?? 0) > 7) throw malformed(`${what} is no bit string`, at);
  return ((content[1] ?? 0) << 8) | (content[2] ?? 0);
}

/**
 * A time in milliseconds since 1970 (RFC 5280, 4.1.2.5; RFC 3161, 2.4.2). Fractions below a millisecond are
 * cut off, so that a time is never said to be later than it is.
 */
export function toTimeMs(value: DerValue, what: string): number {
  const text = Buffer.from(value.content).toString("latin1");
  const isUtc = value.tag === TAG.utcTime;
  if (!isUtc) requireTag(value, TAG.generalizedTime, what);
  const pattern = isUtc
    ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/u
    : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{0,8}[1-9]))?Z$/u;
  const [, year = "", month, day, hour, minute, second, fraction = ""] = pattern.exec(text) ?? [];
  const fullYear = isUtc && year !== "" ? `${Number(year) < 50 ? "20" : "19"}${year}` : year;
  const iso = `${fullYear}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
  const ms = Date.parse(iso);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso)
    throw malformed(`${what} "${text.slice(0, 32)}" is no time`, value.at);
  return ms;
}
