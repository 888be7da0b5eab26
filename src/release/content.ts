/**
 * What a release lets out, in one language, before it is written in any form. Dossier, memorial and packages are made of
 * this and of nothing else: what is not here cannot leak.
 */
import type { Calendar, Language } from "../core/index.ts";
import type { FigureView } from "../findings/index.ts";
import type { ProfileId } from "./redaction/profile.ts";
import type { ReleasedPerson } from "./redaction/redact-person.ts";
import type { Visibility } from "./redaction/visibility.ts";

export interface ReleaseContent {
  readonly head: ReleaseHead;
  readonly counts: ReleaseCounts;
  readonly people: readonly ReleasedPerson[];
  /** Words for the fields of persons' facts, and for those that lists were read by. */
  readonly fieldLabels: Readonly<Record<string, string>>;
  /** By field, words for the codes among the values of persons' facts. */
  readonly codeLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly statements: readonly ReleasedStatement[];
  /** By question, in the order of the answers. */
  readonly figures: readonly ReleasedFigure[];
  readonly sites: readonly ReleasedSite[];
  readonly offices: readonly ReleasedOffice[];
  readonly appeals: readonly ReleasedAppeal[];
  readonly estimates: readonly ReleasedEstimate[];
  /** Those that something here stands in, and those of lists. */
  readonly sources: readonly ReleasedSource[];
  readonly lists: readonly ReleasedList[];
}

export interface ReleaseHead {
  readonly caseId: string;
  readonly title: string;
  readonly summary: string;
  readonly fictional: boolean;
  readonly standardOfProof: string;
  readonly profile: ProfileId;
  readonly language: Language;
  /** Counted from 1 within the case. */
  readonly number: number;
  /** Day of the last act that it rests on (ISO): "today" of everything that waits. No clock is read. */
  readonly asOf: string;
  /** Acts that it rests on, and their root, in hexadecimal. */
  readonly checkpoint: { readonly treeSize: number; readonly root: string };
}

/** How much is in it, and how much is not, by reason. */
export interface ReleaseCounts {
  readonly persons: Readonly<Record<Visibility, number>>;
  readonly statements: number;
  readonly stays: Readonly<Record<string, number>>;
  readonly sites: { readonly told: number; readonly withheld: number };
  readonly figures: { readonly told: number; readonly stay: number };
}

export interface ReleasedName {
  readonly id: string;
  readonly name: string;
}

/** Whole days since 1970-01-01, null where open; in the words of the language, by calendar. */
export interface ReleasedTime {
  readonly edtf: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly calendar: Calendar;
  readonly gregorian: string;
  readonly solarHijri: string;
  readonly lunarHijri: string;
}

export interface ReleasedStatement {
  readonly id: string;
  readonly key: string | null;
  readonly subject: ReleasedName;
  readonly property: string;
  readonly propertyText: string;
  readonly valueText: string;
  readonly of: ReleasedName | null;
  readonly time: ReleasedTime | null;
  readonly place: string | null;
  readonly speaker: ReleasedName;
  readonly chain: "first-hand" | "second-hand" | "further";
  readonly said: ReleasedTime | null;
  readonly translation: { readonly text: string; readonly by: string; readonly isMachine: boolean } | null;
  readonly polarity: "asserts" | "denies";
  readonly standing: "reported" | "alleged" | "open";
  /** An allegation is shown nowhere without these words. */
  readonly standingText: string;
  readonly source: ReleasedName;
  /** The place in the source in words; empty for running text. */
  readonly atText: string;
  readonly quote: string;
  readonly seen: string | null;
  /** Leaf of the act that recorded it. */
  readonly leafIndex: number;
}

export interface ReleasedFigure extends FigureView {
  readonly question: "howMany" | "who" | "where" | "offices";
  /** Figures of one group say the same kind of thing. */
  readonly group: string;
  readonly valueText: string;
  readonly timeText: ReleasedTime | null;
  /** Independent voices behind it, sealed sources, statements and records. */
  readonly footing: {
    readonly voices: number;
    readonly sealedSources: number;
    readonly originalsHeld: number;
    readonly statements: number;
    readonly records: number;
  };
}

export interface ReleasedSite {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusText: string;
  /** To how many kilometres its place is rounded; null where it is told exactly. */
  readonly coarsenedKm: number | null;
  /** Degrees, and how far it may lie from there; null where no place is told. */
  readonly point: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyM: number;
  } | null;
  /** Stages of its life of which statements go out, dated ones first. */
  readonly life: readonly {
    readonly text: string;
    readonly detail: string;
    readonly time: ReleasedTime | null;
    readonly speaker: string;
    readonly polarity: "asserts" | "denies";
    readonly statement: string;
  }[];
}

export interface ReleasedOffice {
  readonly office: ReleasedName;
  readonly postings: readonly {
    readonly id: string;
    readonly person: ReleasedName;
    /** Days since 1970-01-01: stated; assumed without a break; possible, null where open. */
    readonly certain: readonly { readonly from: number; readonly to: number }[];
    readonly assumed: { readonly from: number; readonly to: number } | null;
    readonly possible: { readonly from: number | null; readonly to: number | null };
    readonly continuityText: string;
    readonly sequenceText: string | null;
    readonly statements: readonly string[];
  }[];
}

export interface ReleasedAppeal {
  readonly id: string;
  readonly name: string;
  readonly senders: readonly string[];
  readonly addressees: readonly string[];
  readonly sent: ReleasedTime | null;
  /** Ids of statements of what it asks for. */
  readonly asks: readonly string[];
  /** Who was asked and what became of it, as of the day of the release. */
  readonly asked: readonly {
    readonly addressee: string;
    readonly stateText: string;
    readonly answers: readonly string[];
    readonly daysWaiting: number | null;
  }[];
  readonly statements: readonly string[];
}

export interface ReleasedEstimate {
  readonly id: string;
  readonly lists: readonly ReleasedName[];
  /** Persons on at least one list. */
  readonly n: number;
  readonly cells: readonly { readonly lists: readonly string[]; readonly count: number }[];
  readonly methods: readonly {
    readonly name: string;
    readonly title: string;
    readonly point: number;
    readonly interval: readonly [number, number] | null;
    readonly kindText: string;
  }[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly refused: readonly { readonly name: string; readonly code: string; readonly text: string }[];
  readonly assumption: string;
  readonly linkageText: string | null;
}

export interface ReleasedSource {
  readonly id: string;
  /** That somebody gave it, or what kind of file it is: never the file's name. */
  readonly title: string;
  /** Says that it is a summary; null for an original. */
  readonly roleText: string | null;
  readonly mediaType: string;
  /** Of the sealed bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Leaf of the act that sealed it. */
  readonly leafIndex: number;
  readonly sealedAt: string;
}

export interface ReleasedList {
  readonly id: string;
  readonly name: string;
  readonly of: string;
  readonly records: number;
  /** Fields that its recipe reads. */
  readonly fields: readonly string[];
  /** The sealed file that it was read from. */
  readonly source: string;
}
