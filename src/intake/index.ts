/** The door of `intake`. */
export * from "./answer-table.ts";
export type { DateShape, DigitScript } from "./column-shape.ts";
export { detectDelimiter } from "./csv-delimiter.ts";
export * from "./csv-rows.ts";
export * from "./csv-write.ts";
export * from "./decode.ts";
export * from "./fields.ts";
export * from "./hostile/index.ts";
export * from "./list-import.ts";
export { ListProvenance } from "./list-provenance.ts";
export * from "./list-record.ts";
export { isContainer } from "./list-table.ts";
export { lookAtTable, type TableLook, type TableSettings } from "./look-at-table.ts";
export { toProblemText } from "./problem.ts";
export type { ColumnProposal } from "./propose-recipe.ts";
export * from "./read-list.ts";
export * from "./recipe.ts";
export {
  findSensitiveColumns,
  SealingDecision,
  type SensitiveColumn,
  type SensitiveKind,
} from "./sensitive-columns.ts";
export * from "./source-note.ts";
