/** The door of `estimate`: capture tables in, what can be said about N out. Pure; runs in a browser too. */
export type { CaptureCell, CaptureTable } from "./capture-table.ts";
export { type ChaoBound, type ChaoForm, type ChaoInput, chaoLowerBound } from "./chao.ts";
export { type CombinedReplicates, combineGuarded, combineReplicates } from "./combine-replicates.ts";
export { type CombinedTotal, combineStrata, type TotalOutcome } from "./combine-strata.ts";
export { combineTables, type TablesOutcome } from "./combine-tables.ts";
export {
  COMBINED_METHODS,
  type CombinedPart,
  type CommonMethod,
  numbersOfPart,
  toCombinable,
} from "./common-method.ts";
export { assessConvergence, type Convergence } from "./convergence.ts";
export { type DgaOptions, type DgaPosterior, estimateDga } from "./dga/dga-posterior.ts";
export {
  type Diagnostics,
  diagnoseTable,
  type GridVariant,
  isBound,
  type ListPrediction,
  type PairDiagnostic,
  type PredictiveCheck,
  type PriorVariant,
  type TableVariant,
  type Variant,
} from "./diagnostics.ts";
export { ENSEMBLE_MEMBERS, type EnsembleMember } from "./ensemble.ts";
export {
  ALL_METHODS,
  type EstimateOptions,
  estimateTable,
  estimateWithPosteriors,
  FAST_METHODS,
  type ReportWithPosteriors,
} from "./estimate-table.ts";
export type { LogitNormalEffort, LogitNormalSample } from "./heterogeneity/logit-normal-estimate.ts";
export { type CommonSource, type DerivedList, type KnownOfLists, warnOfKnown } from "./known-of-lists.ts";
export {
  type ChainWorkers,
  type LatentDraws,
  type LatentJob,
  type LatentOptions,
  type LatentSample,
  MOST_R_HAT,
  roundsOfJob,
  runLatentJob,
  sampleLatentClass,
  sampleLatentClassWith,
} from "./latent/latent-sample.ts";
export { knownByProvenance, type StatedProvenance, type TableColumn } from "./list-provenance.ts";
export type { Interval } from "./log-normal-interval.ts";
export { parseModelName } from "./loglinear/hierarchical-model.ts";
export type { BootstrapEffort } from "./loglinear/loglinear-estimate.ts";
export { messagesEn as estimateMessagesEn } from "./messages.en.ts";
export { messagesFa as estimateMessagesFa } from "./messages.fa.ts";
export { createWriter, type Writer } from "./messages.ts";
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
  BootstrapSettings,
  ChaoSettings,
  ChapmanSettings,
  DgaSettings,
  EnsembleSettings,
  Estimate,
  EstimateKind,
  EstimateRefusal,
  EstimateReport,
  EstimateWarning,
  LatentClassSettings,
  LogitNormalSettings,
  LoglinearSettings,
  MethodName,
  ModelLine,
  RefusalCode,
  TableSummary,
  WarningCode,
} from "./report.ts";
export { type Reproduction, reproduceInR } from "./reproduce/reproduce-in-r.ts";
export { missingMembers, unlistedMembers } from "./reproduce/unlisted-members.ts";
export { type AskedEffort, CLASSES, ROUNDS, samplerEffort } from "./sampler-effort.ts";
export {
  independentPatterns,
  loglinearPatterns,
  type SimulationInput,
  simulateTable,
} from "./simulate.ts";
export { checkSameLists, checkTable } from "./table-check.ts";
export {
  columnsJoined,
  keepUsableLists,
  peopleOnList,
  withListsJoined,
  withMergedLists,
  withoutList,
} from "./table-variants.ts";
export { type DocumentedCount, LEAST_SHARED } from "./table-warnings.ts";
export {
  type ChapmanEstimate,
  chapman,
  estimatePairs,
  lincolnPetersen,
  type PairEstimate,
  type TwoListCounts,
} from "./two-lists.ts";
export { totalInterval, totalQuantile, type UnseenPosterior } from "./unseen-posterior.ts";
