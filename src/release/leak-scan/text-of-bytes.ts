/** Bytes as the texts that they may be: whole texts by their encoding, and what can be read in anything else. */

/** A text is looked through in pieces of this size, each with the end of the one before it. */
const PIECE_BYTES = 8 * 1024 * 1024;
const OVERLAP_BYTES = 8 * 1024;

/** In UTF-16, a letter of the scripts that names are written in: the byte that tells its block. */
const WIDE_BLOCKS = String.raw`[\x01-\x07\xfb-\xfe]`;
const READABLE = {
  // Latin letters with marks in one byte, and whatever is UTF-8.
  narrow: /(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}/gu,
  latin: /[\t\x20-\x7e\xc0-\xff]{5,}/gu,
  little: new RegExp(
    String.raw`(?:[\t\n\r\x20-\x7e\xa0-\xff]\0|[\0-\xff]${WIDE_BLOCKS}|[\x0c-\x0f]\x20){3,}`,
    "gu",
  ),
  big: new RegExp(
    String.raw`(?:\0[\t\n\r\x20-\x7e\xa0-\xff]|${WIDE_BLOCKS}[\0-\xff]|\x20[\x0c-\x0f]){3,}`,
    "gu",
  ),
} as const;

/** Characters that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/u;

export interface TextPiece {
  readonly text: string;
  /** Whether the bytes are a text; else these are the stretches of other bytes that can be read. */
  readonly isText: boolean;
}

/** Every reading of some bytes, piece by piece. Bytes that are no text give only what can be read in them. */
export function* textsOf(bytes: Uint8Array): Generator<TextPiece> {
  const marked = markedEncoding(bytes);
  for (const piece of pieces(bytes, marked === null ? 1 : 2)) {
    if (marked !== null) {
      yield { text: new TextDecoder(marked).decode(piece), isText: true };
      continue;
    }
    const text = new TextDecoder().decode(piece);
    if (!CONTROL.test(text) && isMostlyRead(text, piece)) yield { text, isText: true };
    else if (isEightBit(piece))
      for (const encoding of ["windows-1256", "windows-1252"])
        yield { text: new TextDecoder(encoding).decode(piece), isText: true };
    else yield* readable(piece);
  }
}

/** A piece ends wherever it falls: what is cut there stands whole in the next one. */
function* pieces(bytes: Uint8Array, unit: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const from = Math.max(0, start - OVERLAP_BYTES);
    yield bytes.subarray(from - (from % unit), start + PIECE_BYTES);
  }
}

function markedEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** UTF-8, whose ends may be cut, and in which a broken byte here and there hides nothing. */
function isMostlyRead(text: string, { length }: Uint8Array): boolean {
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken <= 6 || broken * 1000 < length;
}

/** A text in an older encoding of one byte a letter: no control characters at all. */
function isEightBit(bytes: Uint8Array): boolean {
  return !CONTROL.test(Buffer.from(bytes).toString("latin1"));
}

function* readable(bytes: Uint8Array): Generator<TextPiece> {
  const raw = Buffer.from(bytes).toString("latin1");
  const decoders = [
    [READABLE.narrow, "utf-8"],
    [READABLE.latin, "windows-1252"],
    [READABLE.little, "utf-16le"],
    [READABLE.big, "utf-16be"],
  ] as const;
  for (const [pattern, encoding] of decoders) {
    const decoder = new TextDecoder(encoding);
    const runs = raw.match(pattern) ?? [];
    // Apart, so that two stretches never make one word.
    const text = runs.map((run) => decoder.decode(Buffer.from(run, "latin1"))).join("\n");
    if (text !== "") yield { text, isText: false };
  }
}
