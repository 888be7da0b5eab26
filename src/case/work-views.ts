/** What the faces show of the work that is left in a case, and of what was done lately. */

/** Where the work is done: the page of the workbench, and below it what to look at; null for the command line. */
export type WorkPlace = "review" | "search" | "places" | "sources" | "estimate" | null;

export interface WorkLeftView {
  /** Such as "pairs", "mentions", "status.conflict". */
  readonly what: string;
  readonly count: number;
  /** The count in words, with what a person does about it. */
  readonly text: string;
  readonly place: WorkPlace;
  /** For the search: the status that is looked for. */
  readonly status: string | null;
}

export interface NewsView {
  /** ISO time from which acts count as new. */
  readonly since: string;
  /** Acts since then; of very many only the last are looked at. */
  readonly acts: number;
  readonly isAll: boolean;
  /** The kinds of these acts, those of which there are most first. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly text: string;
    readonly count: number;
    /** Who recorded them. */
    readonly by: readonly string[];
    /** ISO time of the last. */
    readonly last: string;
  }[];
}

export interface WorkView {
  /** Nothing where nothing waits. */
  readonly left: readonly WorkLeftView[];
  readonly news: NewsView;
}
