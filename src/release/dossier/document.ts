/**
 * A dossier as data, before it is set: sections of blocks, and the notes that claims stand on. Every form of it (PDF,
 * Markdown, DOCX) is made of this, so that they say the same.
 */
import type { Language } from "../../core/index.ts";

export interface Dossier {
  readonly language: Language;
  /** Of the case. */
  readonly title: string;
  /** Of the document, as its metadata give it. */
  readonly name: string;
  /** "Page {page} of {pages}": only whoever sets it knows the numbers. */
  readonly page: string;
  /** What is above the table of contents. */
  readonly contents: string;
  /** Of the last act that it rests on, `2026-11-24`: no clock is read. */
  readonly date: string;
  readonly cover: Cover;
  /** At the head of each page; null for a case that is not invented. */
  readonly banner: string | null;
  /** At the foot of each page: release, profile, checkpoint. */
  readonly foot: Text;
  readonly sections: readonly Section[];
  /** By number, from 1, in the order in which they are first cited. */
  readonly notes: readonly Note[];
}

export interface Cover {
  readonly kind: string;
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly words: readonly Text[];
  readonly legend: readonly { readonly mark: Standing; readonly text: Text }[];
  /** That the kinds of the legend are never added up. */
  readonly apart: string;
}

export interface Section {
  readonly title: string;
  /** An annex begins a page, unless it is empty, and is set smaller. */
  readonly isAnnex: boolean;
  readonly blocks: readonly Block[];
  /** What stands on paper in place of an annex that is too long for it; null for what is no annex. */
  readonly unprinted: Text | null;
}

/** strong: what is told; quote: words of others; code: hashes and ids, from left to right; faint: what is beside it. */
export type RunKind = "strong" | "quote" | "code" | "faint";
export type Run = string | { readonly text: string; readonly as: RunKind } | Cites;
export type Text = readonly Run[];

/** Numbers of notes: there is always one. */
export type Cited = readonly [number, ...number[]];
/** Where several claims share a line, each is followed by its notes. */
export interface Cites {
  readonly cites: Cited;
}

export type Standing = "documented" | "estimated" | "reported";
/** Told by shape as well as by colour. */
export type SiteMark = "destroyed" | "threatened" | "reported" | "other";
export type Mark = Standing | SiteMark;

/** Something told of the world. There is none without a note. */
export interface Claim {
  readonly mark: Mark | null;
  /** The words in which it is told, their notes behind them. */
  readonly text: Text;
  /** Who says so, when, where; what speaks against it. */
  readonly beside: readonly Text[];
  readonly notes: Cited;
}

export interface Fact {
  readonly name: string;
  readonly value: Text;
}

export interface ClaimRow {
  readonly cells: readonly Text[];
  readonly notes: Cited;
}

export interface Column {
  readonly title: string;
  readonly isNumber: boolean;
}

/** One interval to be drawn: the interval first, its point within it. */
export interface IntervalRow {
  readonly label: string;
  readonly mark: Standing;
  readonly from: number;
  readonly to: number;
  readonly point: number;
  readonly ends: readonly [from: string, to: string];
  /** All of it in words, for those who do not see it. */
  readonly text: string;
}

/** From the left and from the top: 0 to 1. */
export type Spot = readonly [fromLeft: number, fromTop: number];

/** All places on one map. Forms without drawings leave it out, and the numbers that stand on it. */
export interface Overview {
  /** Of its height to its width. */
  readonly aspect: number;
  readonly land: readonly (readonly Spot[])[];
  readonly borders: readonly (readonly Spot[])[];
  readonly places: readonly OverviewPlace[];
  /** Of the width. */
  readonly scale: { readonly part: number; readonly text: string };
  /** Which number is which site. */
  readonly key: readonly {
    readonly id: string;
    readonly number: string;
    readonly mark: SiteMark;
    readonly name: string;
  }[];
  readonly alt: string;
  readonly caption: string;
  /** Of the small drawings beside each site. */
  readonly note: string;
}

/** One site, or several that lie too near to each other to be told apart on paper. */
export interface OverviewPlace {
  readonly spot: Spot;
  /** How far a site may lie from there, in parts of the width. */
  readonly radius: number;
  readonly marks: readonly SiteMark[];
  readonly label: string;
}

/** A place on a grid of degrees: no outline of any country is drawn. */
export interface Locator {
  readonly mark: SiteMark;
  readonly radiusKm: number;
  /** From the middle to the edge of what is drawn. */
  readonly halfKm: number;
  readonly meridians: readonly GridLine[];
  readonly parallels: readonly GridLine[];
  readonly scale: { readonly km: number; readonly text: string };
  /** What the drawing shows, for those who do not see it. */
  readonly alt: string;
}

export interface GridLine {
  /** How far it lies from the middle, to the east or the north: -1 to 1. */
  readonly at: number;
  readonly text: string;
}

export type Block =
  /** Words about the dossier and its method, which tell nothing of the world. */
  | { readonly is: "text"; readonly text: Text }
  | { readonly is: "caution"; readonly text: Text }
  | { readonly is: "command"; readonly text: string }
  | { readonly is: "list"; readonly items: readonly Text[] }
  | { readonly is: "facts"; readonly facts: readonly Fact[] }
  | { readonly is: "heading"; readonly level: 2 | 3; readonly text: string; readonly mark: Mark | null }
  | { readonly is: "claims"; readonly claims: readonly Claim[] }
  | { readonly is: "table"; readonly columns: readonly Column[]; readonly rows: readonly ClaimRow[] }
  | {
      readonly is: "intervals";
      readonly title: string;
      /** Of the number that stands on the lists, drawn as a line. */
      readonly label: string;
      readonly rows: readonly IntervalRow[];
      readonly documented: { readonly value: number; readonly text: string };
    }
  | { readonly is: "overview"; readonly map: Overview }
  | {
      readonly is: "site";
      readonly mark: SiteMark;
      /** On the map of all sites; null where none is told of its place. */
      readonly number: string | null;
      readonly name: string;
      readonly status: string;
      readonly place: Text;
      /** Of status and place. */
      readonly notes: Cited;
      readonly cautions: readonly Text[];
      readonly locator: Locator | null;
      readonly lifeTitle: string;
      readonly life: readonly Claim[];
      /** Said where there is none. */
      readonly lifeless: string;
    }
  /** What notes lead to; each entry says itself where it stands. */
  | { readonly is: "entries"; readonly entries: readonly Entry[] }
  /** Names that share one claim, in columns. */
  | { readonly is: "names"; readonly columns: number; readonly names: readonly Text[] };

export interface Entry {
  readonly number: string;
  readonly lines: readonly Text[];
}

/** What a claim stands on: the words, and where they stand. */
export interface Note {
  readonly text: Text;
}

/** Rows, entries and names of a section. */
export function lengthOf({ blocks }: Section): number {
  return blocks.reduce((sum, block) => {
    if (block.is === "table") return sum + block.rows.length;
    if (block.is === "entries") return sum + block.entries.length;
    return block.is === "names" ? sum + block.names.length : sum;
  }, 0);
}

/** Every claim of a dossier, with those in tables and of sites. */
export function claimsOf({ sections }: Dossier): { readonly text: Text; readonly notes: Cited }[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(claimsOfBlock));
}

function claimsOfBlock(block: Block): { readonly text: Text; readonly notes: Cited }[] {
  switch (block.is) {
    case "claims":
      return [...block.claims];
    case "site":
      return [{ text: [block.status, ...block.place], notes: block.notes }, ...block.life];
    case "table":
      return block.rows.map(({ cells, notes }) => ({ text: cells.flat(), notes }));
    default:
      return [];
  }
}
