/** What a face shows of where a value comes from, at a glance and as a footnote; the whole chain is a `TraceView`. */
import type { StatementView } from "./views.ts";

export interface OriginView {
  readonly id: string;
  readonly label: string;
  /** How it comes of what it rests on, in words. */
  readonly rule: string;
  /** The statements that it rests on. */
  readonly notes: readonly OriginNoteView[];
  /** How many more there are. */
  readonly more: number;
  /** Sealed files that it rests on as a whole: lists, links, reports. */
  readonly files: readonly OriginFileView[];
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
