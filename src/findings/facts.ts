/** What the findings read of a case: statements, listed persons, estimates and the questions asked. */
import type { EstimateReport } from "../estimate/index.ts";
import type { ContinuityOf, Person, PersonMember } from "../registry/index.ts";
import type { StatementStore, Subject, SubjectId } from "../statements/index.ts";

/** A list record as the findings count it. */
export interface CountedRecord extends PersonMember {
  readonly id: string;
  readonly isNamed: boolean;
  /** The province or place that the row gives, verbatim; null when it gives none. */
  readonly place: string | null;
}

export interface CountedList {
  readonly name: string;
  /** persons: each record is somebody; sites: each record is a place. Other lists are counted by nobody. */
  readonly of: "persons" | "sites";
  readonly records: readonly CountedRecord[];
  /** Rows with a date outside of the period that the recipe expects. */
  readonly outsidePeriod: ReadonlySet<number>;
  /** Ids of records on earlier releases of the list that the latest holds no more. */
  readonly gone?: readonly string[];
}

export interface CountedEstimate {
  readonly id: string;
  readonly from: "capture-counts" | "clusters";
  readonly report: EstimateReport;
  /** Statements of the capture counts, when the table was made from statements. */
  readonly statements: readonly string[];
  readonly lists: readonly string[];
}

export interface Questions {
  /** Days (ISO) for which the status of the sites is asked. */
  readonly sitesOn: readonly string[];
  /** Offices and the time (EDTF) for which the holder is asked; without a time, ever. */
  readonly holders: readonly { readonly office: SubjectId; readonly on?: string | undefined }[];
}

export interface CaseFacts {
  readonly event: SubjectId;
  readonly store: StatementStore;
  /** Whether a time in office was unbroken, where a person decided it. */
  readonly continuityOf?: ContinuityOf;
  readonly subjectOf: (id: SubjectId) => Subject | undefined;
  readonly lists: readonly CountedList[];
  /** Persons of the linked lists; null while nothing is linked. */
  readonly persons: readonly Person<CountedRecord>[] | null;
  /** How many persons the link names with its doubt in it; null or absent where nobody counted that. */
  readonly linkDoubt?: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    /** Null where nothing tells how many true links were never compared. */
    readonly missedLinks?: number | null;
  } | null;
  readonly estimates: readonly CountedEstimate[];
  readonly questions: Questions;
  /** Known totals of a fictional case. */
  readonly truth: {
    readonly personsKilled: number;
    readonly personsListed: number;
    readonly personsNamed?: number | undefined;
  } | null;
}

/** A statement that a whole list makes: its id in `Figure.statements`. */
export function listStatementId(list: string): string {
  return `list:${list}`;
}
