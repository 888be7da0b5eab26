/** Writing the few DER values of a request (ITU-T X.690, 10). */
import { TAG } from "./der.ts";

/** Any value from its identifier octet and what stands in it. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), writeLength(content.length), content]);
}

export const writeSequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeDer(TAG.sequence, ...parts);

export const writeOctets = (bytes: Uint8Array): Uint8Array => writeDer(TAG.octetString, bytes);

export const writeNull = (): Uint8Array => writeDer(TAG.nothing);

export const writeBoolean = (value: boolean): Uint8Array =>
  writeDer(TAG.boolean, Buffer.of(value ? 0xff : 0x00));

/** @param value - 0 or more. */
export function writeInteger(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  // A leading bit of 1 would make it negative.
  return writeDer(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

/** @param dotted - `2.16.840.1.101.3.4.2.1`. */
export function writeObjectId(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [root * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left % 128) | 0x80);
    return septets;
  });
  return writeDer(TAG.objectId, Buffer.from(bytes));
}

function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Buffer.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}
