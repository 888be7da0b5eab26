/** A sealed file on its way to become a list: how it is read, what a recipe would give, what stands against it. */
import type { TimeView } from "./views.ts";

export type CalendarView = "gregorian" | "solar-hijri" | "lunar-hijri" | "by-year";
export type DateOrderView = "dmy" | "mdy" | "ymd";
export type DatePrecisionView = "day" | "month" | "year" | "year-when-january-first";
export type FieldKindView = "name" | "date" | "number" | "code" | "place" | "text";

/** How one field is read, as in a recipe (docs/formats/recipe.md). */
export interface FieldRecipeView {
  readonly column: string;
  readonly join?: readonly string[];
  readonly kind?: FieldKindView;
  readonly script?: string;
  readonly calendar?: CalendarView;
  readonly precision?: DatePrecisionView;
  readonly dateOrder?: DateOrderView;
  readonly within?: string;
  readonly unknown?: readonly string[];
  readonly codes?: Readonly<Record<string, string>>;
}

/** A list of a recipe, without what belongs to one file alone. */
export interface ListRecipeView {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly neutralized?: true;
  readonly sheet?: string | number;
  readonly headingRow?: number;
  readonly id?: string;
  readonly listColumn?: string;
  readonly of: "persons" | "sites" | "recommendations" | "roll-calls" | "votes";
  readonly body?: string;
  readonly concerns?: { readonly columns: readonly string[]; readonly words: readonly string[] };
  readonly fields: Readonly<Record<string, FieldRecipeView>>;
}

/** A sealed file, looked at as a table. */
export interface TableView {
  readonly source: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly fileName: string;
    /** Of the file's bytes, also where they are encrypted. */
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly isEncrypted: boolean;
    /** ISO time. */
    readonly sealedAt: string;
  };
  /** Null for a table of text. */
  readonly sheets:
    | readonly { readonly name: string; readonly isHidden: boolean; readonly rows: number }[]
    | null;
  readonly sheet: string | null;
  /** `xlsx` for a workbook. */
  readonly encoding: string;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  /** The row of the sheet or the line of the text in which the column names stand. */
  readonly headingRow: number;
  /** Rows below the heading. */
  readonly rowCount: number;
  /** The first rows as they stand, also those above the heading. */
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The first rows below the heading, as many as were asked for. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** How it was read and what was guessed. */
  readonly notices: readonly string[];
  readonly columns: readonly TableColumnView[];
  /** The column that is proposed to name the rows. */
  readonly id: string | null;
  /** Fields that a column can be mapped to. */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly kind: FieldKindView;
  }[];
  /** Lists that were imported from this file. */
  readonly imported: readonly { readonly list: string; readonly records: number }[];
  /** Recipes of the lists of the case. */
  readonly recipes: readonly {
    readonly list: string;
    readonly recipe: ListRecipeView;
    /** Columns that it names and this table does not have. */
    readonly missing: readonly string[];
  }[];
}

export interface TableColumnView {
  readonly column: string;
  /** Different values from the top, as they stand. */
  readonly samples: readonly string[];
  /** Rows in which it says something, of the first two thousand. */
  readonly filled: number;
  /** Whose digits it has, the most frequent first. */
  readonly digits: readonly ("ascii" | "persian" | "arabic")[];
  /** The field that is proposed for it; null for none. */
  readonly field: string | null;
  readonly recipe: FieldRecipeView | null;
  /** What the proposal is made from. */
  readonly why: "heading" | "values" | "none";
  /** Share of the values that are read as dates so, 0 to 1; null where the column has none. */
  readonly readable: number | null;
  /** Whether day and month could be the other way round. */
  readonly isOrderGuessed: boolean;
}

/** What a recipe gives; nothing is recorded of it. */
export interface ImportTrialView {
  readonly list: string;
  readonly lists: readonly string[];
  readonly records: number;
  /** Rows that become no record, those that a person left out included. */
  readonly rejected: number;
  /** Things to look at in rows that are kept, corrections not counted. */
  readonly problems: number;
  readonly notices: readonly string[];
  /** The first rows as the recipe reads them. */
  readonly sample: readonly SampleRowView[];
  /** Rejected rows and problems in the order of the rows: a page of them. */
  readonly faults: readonly ImportFaultView[];
  readonly faultCount: number;
  /** Columns that are sealed by default. */
  readonly sensitive: readonly { readonly column: string; readonly kind: string; readonly rows: number }[];
  readonly obstacles: readonly ImportObstacleView[];
}

export interface SampleRowView {
  readonly row: number;
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    /** The cell, or the cells that are joined. */
    readonly written: string;
    /** As it is read, in words; null where the cell says that nobody knows, or cannot be read. */
    readonly read: string | null;
    /** Whether it cannot be read. */
    readonly isUnread: boolean;
    readonly time: TimeView | null;
  }[];
}

export interface ImportFaultView {
  readonly row: number;
  /** The line of the text or the row of the sheet. */
  readonly line: number;
  readonly isRejected: boolean;
  /** `intake/what` */
  readonly code: string;
  readonly text: string;
  /** Null where it is about the row as a whole. */
  readonly column: string | null;
  /** The cell as the file has it; the row's text where it is about the whole row. */
  readonly written: string;
  /** What the file says in that column, letter by letter, where it can be corrected; null elsewhere. */
  readonly was: string | null;
}

export interface ImportObstacleView {
  readonly is: "broken" | "empty" | "held" | "replaces";
  /** Rows that cannot be read, rows that were rejected, or records that are there already. */
  readonly count: number;
  /** The list that holds the name already. */
  readonly holder: string | null;
}

/** A list as it was imported. */
export interface ListImportedView {
  readonly list: string;
  /** True when this very file was imported by this very recipe before: nothing changed. */
  readonly existed: boolean;
  readonly records: number;
  readonly rejected: number;
  readonly problems: number;
  readonly corrected: number;
  /** 1 for a first release. */
  readonly release: number;
}

/** A file as it was sealed. */
export interface FileSealedView {
  readonly source: string;
  readonly key: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** True when the same bytes were sealed before. */
  readonly existed: boolean;
  /** Whether it was noted that they came again under another name. */
  readonly isNoted: boolean;
  /** Things that a person should know of it before working with it; its page says them. */
  readonly remarks: number;
}
