/** DER (X.690) as far as time-stamp tokens need it: definite, shortest lengths; anything else is refused. */

export interface Der {
  readonly tag: number;
  /** With tag and length. */
  readonly raw: Buffer;
  readonly content: Buffer;
}

export class NotDer extends Error {}

/** The values in a run of bytes, none nested deeper. @throws NotDer */
export function readDer(bytes: Buffer): Der[] {
  const values: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0x80;
    let from = at + 2;
    if (length > 0x80) {
      const digits = length - 0x80;
      if (digits > 4 || from + digits > bytes.length) throw new NotDer("length");
      length = bytes.readUIntBE(from, digits);
      from += digits;
      if (length < 0x80 || length < 2 ** (8 * (digits - 1))) throw new NotDer("length");
    } else if (length === 0x80) throw new NotDer("length");
    const end = from + length;
    if ((tag & 0x1f) === 0x1f || end > bytes.length) throw new NotDer("end");
    values.push({ tag, raw: bytes.subarray(at, end), content: bytes.subarray(from, end) });
    at = end;
  }
  return values;
}

/** The one value with this tag that comes next in a list, which is shortened by it. @throws NotDer */
export function take(values: Der[], tag: number): Der {
  const next = values.shift();
  if (next?.tag !== tag) throw new NotDer(`no ${tag.toString(16)}`);
  return next;
}

/** The same when it may be left out. */
export function takeIf(values: Der[], tag: number): Der | null {
  return values[0]?.tag === tag ? (values.shift() ?? null) : null;
}
