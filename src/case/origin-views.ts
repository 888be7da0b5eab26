/** What a face shows of where a value comes from, at a glance and as a footnote; the whole chain is a `TraceView`. */
import type { NamedView, StatementView } from "./views.ts";

export interface OriginView {
  readonly id: string;
  /** Of what the whole lineage is asked for: the thing itself, or the person whose value it is. */
  readonly trace: string;
  readonly label: string;
  /** How it comes of what it rests on, in words. */
  readonly rule: string;
  /** The statements that it rests on. */
  readonly notes: readonly OriginNoteView[];
  /** The rows of lists that it stands in; of a field of a person those that give the value. */
  readonly rows: readonly OriginRowView[];
  /** How many more statements and rows there are. */
  readonly more: number;
  /** Sealed files that it rests on as a whole: lists, links, reports. */
  readonly files: readonly OriginFileView[];
  /** Acts that it rests on beside those of statements and rows: imports, links, estimates; the last first. */
  readonly acts: readonly (OriginActView & { readonly what: string })[];
  /** Nothing of it has changed since it was sealed, checked now. Says nothing about truth. */
  readonly verified: boolean;
  readonly treeSize: number;
  readonly root: string;
}

export interface OriginNoteView {
  readonly statement: StatementView;
  readonly sourceKey: string;
  readonly sha256: string;
  /** The act that records the statement. */
  readonly recorded: OriginActView;
  /** The act that sealed its source. */
  readonly sealed: OriginActView;
  /** Speaker, words, source, hash, act, and how to verify it, in one line; null for what must not leave the case. */
  readonly footnote: string | null;
}

export interface OriginActView {
  readonly by: string;
  /** A day in two calendars. */
  readonly on: string;
  readonly leafIndex: number;
}

export interface OriginFileView {
  readonly text: string;
  readonly sha256: string;
  readonly footnote: string;
}

export interface OriginRowView {
  /** Of the record. */
  readonly id: string;
  readonly list: NamedView;
  /** Data rows are counted from 1. */
  readonly row: number;
  /** The sealed file. */
  readonly source: NamedView;
  readonly sha256: string;
  /** By which the columns were read. */
  readonly recipeSha256: string;
  /** What was read of it, as it stands in the file, and by which rule of the recipe. */
  readonly cells: readonly OriginCellView[];
  /** The act of the import. */
  readonly imported: OriginActView;
  /** The act that sealed the file. */
  readonly sealed: OriginActView;
  /** List, row, file, hash, act, and how to verify it, in one line. It says nothing of what stands in the row. */
  readonly footnote: string;
}

export interface OriginCellView {
  readonly field: string;
  readonly label: string;
  readonly raw: string;
  readonly rule: string;
}
