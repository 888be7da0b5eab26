/** What linkage takes in: records of lists as plain typed values, with no ledger and no database behind them. */

/** How a field is compared. `name` is text in any script; `date` an interval of days; `code` a closed set. */
export type LinkFieldKind = "name" | "date" | "number" | "code" | "text";

export interface LinkField {
  readonly name: string;
  readonly kind: LinkFieldKind;
}

/**
 * One value of one field.
 *
 * - name, text, code: `text` is the raw string.
 * - date: `days` is the closed interval [first, last] in whole days since 1970-01-01.
 * - number: `number`.
 *
 * A value that is unknown, a default or unreadable is null: missing, never agreement.
 */
export type LinkValue =
  | { readonly text: string }
  | { readonly days: readonly [number, number] }
  | { readonly number: number }
  | null;

export interface LinkRecord {
  readonly list: string;
  readonly recordId: string;
  /** One value for each field of the input, in the order of `fields`. */
  readonly values: readonly LinkValue[];
}

export interface LinkInput {
  readonly fields: readonly LinkField[];
  readonly records: readonly LinkRecord[];
}

/** A reviewer's decision on two records; `same` and `different` bind the clusters. */
export interface PairJudgement {
  readonly left: { readonly list: string; readonly recordId: string };
  readonly right: { readonly list: string; readonly recordId: string };
  readonly decision: "same" | "different" | "unsure";
}
