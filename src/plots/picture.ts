/** A picture and its table twin: the same numbers, once for the eye and once for everyone and everything else. */
import type { PlotOptions, plot } from "@observablehq/plot";

/** The document that a picture is drawn in: a browser's, or one of a server-side DOM. */
export type DrawingDocument = NonNullable<PlotOptions["document"]>;

/** A drawn picture: one `svg` element of the document. */
export type Drawing = ReturnType<typeof plot>;

/** Colours by what they mean, as SVG writes them; what was counted and what is estimated never share one. */
export interface Palette {
  readonly sheet: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly documented: string;
  readonly estimated: string;
  readonly alert: string;
}

/** Where and how a picture is drawn. */
export interface Easel {
  readonly document: DrawingDocument;
  /** Width in CSS pixels, 320 or more; text is 12 pixels high at this width. */
  readonly widthPx: number;
  readonly palette: Palette;
  /** Whether the title stands in the picture: where nothing around it says what it is. */
  readonly hasHeading: boolean;
}

/** Columns by heading; rows of plain numbers, whatever the language, so that they can be computed with. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface Picture {
  /** Stable name, of small letters and hyphens: its files are called so. */
  readonly name: string;
  readonly title: string;
  /** What can be read in it, in one or two sentences: the text alternative. */
  readonly description: string;
  readonly table: PictureTable;
  readonly draw: (easel: Easel) => Drawing;
}

/** The colours of a picture that stands alone, on white. */
export const PRINT_PALETTE: Palette = {
  sheet: "#ffffff",
  ink: "#1f2a33",
  soft: "#55616b",
  line: "#d9d4c8",
  documented: "#24566f",
  estimated: "#8a5415",
  alert: "#8f2f24",
};

/** Narrow enough for a telephone: what is wider than the screen is scaled down, and then nobody can read it. */
export const NARROW_WIDTH_PX = 390;
