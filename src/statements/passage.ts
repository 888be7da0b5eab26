/** Passages: where in its source a statement stands (W3C Web Annotation Data Model, 4.2). */
import { z } from "zod";
import { toCellName, toSheetPlace } from "../core/index.ts";
import { LocalTextSchema } from "./subject.ts";

/** In running text: Unicode code points from the start of the decoded text (4.2.5), and the words (4.2.4). */
export const TextPassage = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
export type TextPassage = z.infer<typeof TextPassage>;

/** `x` and `y` count from the top left corner; points on a page, pixels in a picture. */
export const Box = z.strictObject({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** On a page of a document (RFC 8118: `page` and `viewrect`). */
export const PagePassage = z.strictObject({
  kind: z.literal("page"),
  /** Counted from 1 in the order of the file, whatever is printed on it. */
  page: z.number().int().positive(),
  /** Absent where words were read by eye and nobody said where on the page. */
  box: Box.optional(),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  /** file: the words stand in the file and were found there. eye: a person read them from the picture of the page. */
  read: z.enum(["file", "eye"]),
});
export type PagePassage = z.infer<typeof PagePassage>;

/** In a recording: seconds from its start (Media Fragments URI 1.0: `t`), and what a person heard there. */
export const TimePassage = z.strictObject({
  kind: z.literal("time"),
  from: z.number().nonnegative(),
  to: z.number().positive(),
  quote: z.string().min(1),
});

/**
 * A cell: row and column counted from 1, the heading included (RFC 7111: `cell`). In a workbook on the sheet of that name
 * (ECMA-376-1, 18.3.1.47: `'Sheet one'!B7`).
 */
export const CellPassage = z.strictObject({
  kind: z.literal("cell"),
  /** Absent in a table that is one file. */
  sheet: z.string().min(1).optional(),
  row: z.number().int().positive(),
  column: z.number().int().positive(),
  /** All that stands in the cell. */
  quote: z.string().min(1),
});

export type CellPassage = z.infer<typeof CellPassage>;

/** A part of a picture in pixels (Media Fragments URI 1.0: `xywh`). */
export const RegionPassage = z.strictObject({
  kind: z.literal("region"),
  box: Box,
  /** Words that can be read there. */
  quote: z.string().min(1).optional(),
  /** What can be seen there, in the recorder's words and not the source's. */
  seen: LocalTextSchema.optional(),
});

export const Passage = z.union([TextPassage, PagePassage, TimePassage, CellPassage, RegionPassage]);
export type Passage = z.infer<typeof Passage>;

export function isTextPassage(passage: Passage): passage is TextPassage {
  return "start" in passage;
}

/** The source's own words; empty where a picture has none. */
export function quoteOf(passage: Passage): string {
  return passage.quote ?? "";
}

/**
 * The place as the fragment of an address: RFC 5147 `char`, RFC 8118 `page` and `viewrect`, Media Fragments URI 1.0 `t`
 * and `xywh`, RFC 7111 `cell`; a cell of a workbook as links into workbooks name it (ECMA-376-1, 18.3.1.47: `location`).
 */
export function toFragment(passage: Passage): string {
  if (!("kind" in passage)) return `char=${passage.start},${passage.end}`;
  switch (passage.kind) {
    case "page": {
      const { page, box } = passage;
      return box === undefined
        ? `page=${page}`
        : `page=${page}&viewrect=${box.x},${box.y},${box.width},${box.height}`;
    }
    case "time":
      return `t=${passage.from},${passage.to}`;
    case "cell":
      return passage.sheet === undefined
        ? `cell=${passage.row},${passage.column}`
        : toSheetPlace(passage.sheet, toCellName(passage.row, passage.column));
    case "region": {
      const { x, y, width, height } = passage.box;
      return `xywh=${x},${y},${width},${height}`;
    }
  }
}
