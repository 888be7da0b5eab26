/** The door of `estimate`: capture tables in, what can be said about N out. Pure; runs in a browser too. */
export type { CaptureCell, CaptureTable } from "./capture-table.ts";
export { type ChaoBound, type ChaoForm, type ChaoInput, chaoLowerBound } from "./chao.ts";
export { type DgaOptions, type DgaPosterior, estimateDga } from "./dga/dga-posterior.ts";
export { type EstimateOptions, estimateTable } from "./estimate-table.ts";
export type { Interval } from "./log-normal-interval.ts";
export { messagesEn as estimateMessagesEn } from "./messages.en.ts";
export { messagesFa as estimateMessagesFa } from "./messages.fa.ts";
export {
  type Memberships,
  type ParseCaptureTableOptions,
  parseCaptureTable,
  parseStrata,
  type Stratum,
  type TableProblem,
  toCaptureTable,
} from "./parse-capture-table.ts";
export { type PatternCounts, toPatternCounts } from "./pattern-counts.ts";
export type {
  ChaoSettings,
  ChapmanSettings,
  DgaSettings,
  Estimate,
  EstimateKind,
  EstimateRefusal,
  EstimateReport,
  EstimateWarning,
  LoglinearSettings,
  MethodName,
  ModelLine,
  RefusalCode,
  TableSummary,
  WarningCode,
} from "./report.ts";
export {
  independentPatterns,
  loglinearPatterns,
  type SimulationInput,
  simulateTable,
} from "./simulate.ts";
export { checkTable } from "./table-check.ts";
export { type DocumentedCount, LEAST_SHARED } from "./table-warnings.ts";
export {
  type ChapmanEstimate,
  chapman,
  estimatePairs,
  lincolnPetersen,
  type PairEstimate,
  type TwoListCounts,
} from "./two-lists.ts";
