/** What a face is told so that a person can state something: the vocabulary, the subjects there are, and that a source is intact. */
import type { SubjectKind, ValueKind } from "../statements/index.ts";
import type { NamedView } from "./views.ts";

export interface VocabularyView {
  /** Every property, in the order of the questions it helps to answer. */
  readonly properties: readonly PropertyView[];
  readonly kinds: readonly { readonly kind: SubjectKind; readonly label: string }[];
}

export interface PropertyView {
  readonly name: string;
  readonly label: string;
  readonly question: "howMany" | "who" | "where" | "offices" | null;
  /** Kinds of subject that it is stated of. */
  readonly of: readonly SubjectKind[];
  readonly value: ValueKind;
  /** Of a reference: the kinds that it may point at. */
  readonly refersTo: readonly SubjectKind[];
  /** Of a code: the words that it may be. */
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  /** Whose it is, where the property asks for that; null where it takes no `of`. */
  readonly whose: { readonly kinds: readonly SubjectKind[]; readonly isNeeded: boolean } | null;
  /** How closed a statement of it is when its recorder says nothing. */
  readonly access: "open" | "restricted" | "sealed";
}

export interface SubjectsView {
  /** How many fit. */
  readonly total: number;
  readonly subjects: readonly SubjectView[];
  /** Whether the id that was asked about is that of a subject, shown or not; false when none was asked about. */
  readonly isTaken: boolean;
}

export interface SubjectView extends NamedView {
  readonly kind: SubjectKind;
  readonly kindLabel: string;
  /** What else it is called. */
  readonly otherNames: readonly string[];
}

/** The bytes of one source, hashed again now, and the act that sealed them. Integrity only, never truth. */
export interface SourceCheckView {
  readonly source: NamedView;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** As it was sealed. */
  readonly sha256: string;
  /** Whether the bytes have that hash. */
  readonly isIntact: boolean;
  /** Whether they could be read too: false for what is encrypted and whose key is not at hand. */
  readonly isReadable: boolean;
  readonly act: {
    readonly leafIndex: number;
    /** When it was sealed, by the act. */
    readonly at: string;
    /** Its signature holds, and it stands in the log that the checkpoint signs. */
    readonly isProven: boolean;
  };
  readonly treeSize: number;
  readonly root: string;
  /** All of it together. */
  readonly ok: boolean;
}

/** The words of one page as its file holds them, which may be others than its picture shows. */
export interface PageView {
  /** Counted from 1 in the order of the file. */
  readonly page: number;
  /** How many there are; 0 for a source that has none, or that may not be read. */
  readonly pages: number;
  /** In the order of reading; null where the page holds no words. */
  readonly text: string | null;
  /** Why the file is not opened, with the remedy; null for most. */
  readonly why: string | null;
  readonly marks: readonly PageMarkView[];
}

/** Where a statement stands among the words of a page: code points. */
export interface PageMarkView {
  readonly statement: string;
  readonly start: number;
  readonly end: number;
}
