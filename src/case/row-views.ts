/** What a face shows of the rows of a list, as they stand in its file. */
import type { RecordView } from "./views.ts";

export interface RowsView {
  readonly columns: readonly string[];
  readonly rows: readonly RecordView[];
  /** Rows before the first of these. */
  readonly offset: number;
  readonly total: number;
}
