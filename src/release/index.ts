/** The door of `release`. */
export { type RecoverySheets, renderRecoverySheets } from "./recovery-sheet/render-sheets.ts";
