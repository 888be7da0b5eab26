/** Figures: the answers' values, each with its standing, its speaker and what it rests on. */
import type { LocalText } from "../core/index.ts";
import type { Question, SubjectId } from "../statements/index.ts";
import type { FindingMessageKey } from "./messages.en.ts";

/**
 * - documented: counted by Inquest from sealed sources.
 * - estimated: from a model, with its assumption.
 * - reported: said by a speaker.
 */
export type Standing = "documented" | "estimated" | "reported";

/** What a figure was made from, for its lineage. */
export type Basis =
  | { readonly kind: "statements" }
  /** Rows of lists, counted as they stand: the ids of exactly those that are counted. */
  | { readonly kind: "lists"; readonly lists: readonly string[]; readonly records: readonly string[] }
  /** Persons joined from rows of lists by a recorded link: the ids of exactly those that are counted. */
  | { readonly kind: "link"; readonly persons: readonly string[] }
  /** What the keepers of the case configured, such as the truth of an invented one. */
  | { readonly kind: "configuration" }
  | { readonly kind: "estimate"; readonly estimate: string };

/** A label as a message and its parameters, so that every language can write it. */
export interface FigureLabel {
  readonly key: FindingMessageKey;
  readonly params?: Readonly<Record<string, string | number | LocalText>>;
}

/** A number, a speaker's words, or a message of ours. */
export type FigureValue = number | LocalText | FigureLabel;

/** A place named in the case, or the words of a row that nobody has matched to one. */
export type FigurePlace = { readonly subject: SubjectId } | { readonly verbatim: string };

export type Range = readonly [number | null, number | null];

export interface Figure {
  /** Readable and the same in every build of the case: question, measure, subject or speaker. */
  readonly id: string;
  readonly question: Question;
  readonly label: FigureLabel;
  readonly subject: SubjectId | null;
  readonly value: FigureValue | null;
  /** Lower and upper bound, null where open; absent bounds of a single value give null as a whole. */
  readonly range: Range | null;
  /** What is counted: a key of the units in the message files. */
  readonly unit: string | null;
  /** EDTF. */
  readonly time: string | null;
  readonly place: FigurePlace | null;
  readonly standing: Standing;
  /** Who says so: several where independent sources state one posting or status; none for our own counts. */
  readonly speakers: readonly SubjectId[];
  /** Ids of the statements behind it, or `list:<name>` for whole lists of records. */
  readonly statements: readonly string[];
  readonly basis: Basis;
  /** Ids of figures that cannot be true together with this one. */
  readonly contradictedBy: readonly string[];
  /** Figures of one group measure the same thing and are shown side by side. */
  readonly group: string;
}

/** The figures of the four questions. */
export type Answers = Readonly<Record<Question, readonly Figure[]>>;

/** A figure's id: its parts as lower-case words, joined by dots. */
export function toFigureId(question: Question, ...parts: readonly string[]): string {
  const words = parts.map((part) =>
    part
      .replace(/^[a-z]+:/u, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .toLowerCase(),
  );
  return [question, ...words.filter((word) => word !== "")].join(".");
}
