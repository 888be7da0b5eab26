/** What a program reads of a file, by which places in it are checked. */
import type { PageText } from "./page-text.ts";
import type { Sheet } from "./workbook.ts";

export type SourceContent =
  | { readonly kind: "pages"; readonly pages: readonly PageText[] }
  /** Rows of a table as its file has them, the heading first. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  /** Sheets of cells in the order of the file, hidden ones among them. */
  | { readonly kind: "workbook"; readonly sheets: readonly Sheet[] }
  /** Pixels. */
  | { readonly kind: "picture"; readonly width: number; readonly height: number }
  /** How long it runs; null where its file does not say. */
  | { readonly kind: "recording"; readonly seconds: number | null }
  /** Neither of these, or a file that must not be opened. */
  | {
      readonly kind: "unread";
      /** A sentence with the remedy. */
      readonly why: string;
      /** The code of the remark that says so, where there is one. */
      readonly code?: string | undefined;
    };
