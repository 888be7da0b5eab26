/** Views of the persons that review looks at as a whole: contradictions first, and what a decision would change. */
import type { JudgementView, RecordAddressView } from "./review-views.ts";
import type { TimeView } from "./views.ts";

export type ShownPersons = "open" | "decided";

export type PersonContradictionKind = "one-list" | "disputed" | "date" | "birth" | "place" | "sex" | "father";

export interface PersonChecksView {
  /** False while nothing is linked: then there is nobody to look at. */
  readonly isLinked: boolean;
  /** Imported lists of persons: what a link is made of. Without any, none can be made. */
  readonly personLists: number;
  /** Who asks. */
  readonly reviewer: string;
  readonly counts: PersonCountsView;
  /** Pairs whose judgement the recorded link has not heard of yet: link again. */
  readonly sinceLink: number;
  /** The last decision of whoever asks about whole persons that stands: the one to take back first. */
  readonly lastMine: LastPersonDecisionView | null;
  readonly shown: ShownPersons;
  /** How many are shown of all pages, and how many stand before this page. */
  readonly total: number;
  readonly offset: number;
  readonly persons: readonly PersonCheckView[];
  /** The person that was asked for by name, one of a single row too; null where the link knows none. */
  readonly named: PersonCheckView | null;
}

export interface PersonCountsView {
  /** Persons of several rows. */
  readonly persons: number;
  /** Looked at: found right, parted, or joined with another one. */
  readonly decided: number;
  /** Of those, parted or joined: the next link heeds it. */
  readonly waiting: number;
  /** Not looked at and with a contradiction. */
  readonly contradicted: number;
  /** The same by kind, the worst first; one person may be of several. */
  readonly kinds: readonly {
    readonly kind: PersonContradictionKind;
    readonly text: string;
    readonly persons: number;
  }[];
}

export interface LastPersonDecisionView {
  /** Of one of its judgements, by which the decision is taken back. */
  readonly id: string;
  readonly did: "split" | "joined" | "kept";
  readonly didText: string;
  /** The id of a row of it, by which the person is found again; null where it can be told no more. */
  readonly row: string | null;
  readonly names: readonly string[];
}

export interface PersonCheckView {
  readonly id: string;
  readonly names: readonly string[];
  /** Its place among those that are shown, from 1; null where it was asked for by name. */
  readonly rank: number | null;
  readonly state: "open" | "kept" | "parted" | "joined";
  readonly stateText: string;
  readonly contradictions: readonly PersonContradictionView[];
  /** The link without which it would fall apart most easily; null where none was scored. */
  readonly weakestBits: number | null;
  /** What its rows say, names first, then what contradicts. */
  readonly columns: readonly {
    readonly field: string;
    readonly label: string;
    readonly isContradicted: boolean;
  }[];
  readonly rows: readonly CheckedRowView[];
  /** What stands of what people said of two of its rows. */
  readonly said: readonly SaidOfRowsView[];
}

export interface PersonContradictionView {
  readonly kind: PersonContradictionKind;
  /** The field in which rows differ; null where it is not what a field says. */
  readonly field: string | null;
  readonly text: string;
}

export interface CheckedRowView {
  readonly id: string;
  readonly list: string;
  readonly row: number;
  readonly recordId: string;
  readonly names: readonly string[];
  /** Whether its list has another row of the person, and has each person once. */
  readonly isRepeated: boolean;
  readonly values: readonly {
    readonly field: string;
    readonly raw: string;
    readonly time: TimeView | null;
    /** Whether another row of the person says otherwise. */
    readonly isContradicted: boolean;
  }[];
}

export interface SaidOfRowsView {
  readonly left: RecordAddressView;
  readonly right: RecordAddressView;
  readonly judgement: JudgementView;
}

/** What a decision would record and change. Nothing is recorded by asking. */
export interface PersonPreviewView {
  readonly did: "split" | "joined";
  /** Rows that leave the person. */
  readonly leaving: number;
  /** Persons as the link has them, and as the rows would be by the recorded scores. */
  readonly personsBefore: number;
  readonly personsAfter: number;
  /** Figures of the case that would be others once the lists are linked again. */
  readonly figures: readonly {
    readonly id: string;
    readonly label: string;
    readonly before: number;
    readonly after: number;
  }[];
  /** Pairs that would be judged, with the score of each in bits. */
  readonly judged: readonly {
    readonly left: RecordAddressView;
    readonly right: RecordAddressView;
    readonly answer: "same" | "different" | "unsure";
    readonly weightBits: number | null;
  }[];
  /** Earlier judgements that say otherwise, and what becomes of each. */
  readonly against: readonly (SaidOfRowsView & {
    readonly becomes: "superseded" | "disputed" | "joins";
    readonly becomesText: string;
  })[];
  /** Judgements that two of them are two persons: while one stands they are not joined. */
  readonly forbidding: readonly SaidOfRowsView[];
  readonly needsReason: boolean;
  /** What would contradict in the person that is joined; none where one is parted. */
  readonly contradictions: readonly PersonContradictionView[];
  /** The person that is joined; null where one is parted. */
  readonly other: PersonCheckView | null;
}
