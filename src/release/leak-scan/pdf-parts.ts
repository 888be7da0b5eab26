/** What lies in a PDF, taken apart by its letters, so that no table of its own leaves anything out. */
import { type InspectLimits, type PdfObject, readPdfObjects } from "../../intake/index.ts";
import { drawnTexts } from "./pdf-drawn.ts";
import { unfilter } from "./pdf-filters.ts";
import { readFonts } from "./pdf-fonts.ts";
import { pdfTokens, textsOfString } from "./pdf-tokens.ts";

export interface PdfParts {
  /** Strings of all its objects: what it says of itself, comments, fields, bookmarks, names of files. */
  readonly strings: string;
  /** Words that its streams draw. */
  readonly drawn: readonly string[];
  /** Every stream without its filters, by the number of its object. */
  readonly streams: readonly { readonly number: number; readonly bytes: Uint8Array }[];
  readonly faults: readonly PdfFault[];
}

export type PdfFault =
  | { readonly is: "encrypted" | "partial" }
  | { readonly is: "too-large" | "damaged"; readonly object: number }
  | { readonly is: "unspelled-fonts"; readonly fonts: number };

/** @param spend - counts what comes out; throws where it is too much. */
export function readPdfParts(
  bytes: Uint8Array,
  limits: InspectLimits,
  spend: (bytes: number) => void,
): PdfParts {
  const { objects, isPartial } = readPdfObjects(bytes, limits);
  const isEncrypted = /\/Encrypt\b/u.test(Buffer.from(bytes).toString("latin1"));
  const faults: PdfFault[] = [];
  if (isEncrypted) faults.push({ is: "encrypted" });
  if (isPartial && !isEncrypted) faults.push({ is: "partial" });
  const streams = objects.flatMap(({ number, text, stream }) => {
    if (stream === null) return [];
    const { bytes: out, fault } = unfilter(text, stream, limits.nestedBytes);
    spend(out.length);
    if (fault !== null && fault !== "encrypted" && !isEncrypted) faults.push({ is: fault, object: number });
    return [{ number, bytes: out }];
  });
  const texts = new Map<number, string[]>();
  const textOf = (number: number) => {
    const known = texts.get(number);
    if (known !== undefined) return known;
    const read = streams.filter((each) => each.number === number).map((each) => toText(each.bytes));
    texts.set(number, read);
    return read;
  };
  const fonts = readFonts(objects, textOf);
  if (fonts.unspelled > 0) faults.push({ is: "unspelled-fonts", fonts: fonts.unspelled });
  return {
    strings: objects.flatMap(stringsOf).join("\n"),
    drawn: streams.flatMap((stream) => [...drawnTexts(toText(stream.bytes), fonts.byName)]),
    streams,
    faults,
  };
}

function stringsOf({ text }: PdfObject): string[] {
  if (!/[(<]/u.test(text)) return [];
  return [...pdfTokens(text)].flatMap((token) =>
    token.is === "string" ? [...textsOfString(token.bytes)] : [],
  );
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
