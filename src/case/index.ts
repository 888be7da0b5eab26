/** The door of `case`. */

export {
  EXPORT_FORMATS,
  filesBelow,
  type LeakScan,
  PROFILES,
  type ProfileId,
  type Sought,
  scanForLeaks,
  toUnreadText,
  VISIBILITIES,
} from "../release/index.ts";
export { CONSENT_SCOPES, STATUSES as STATEMENT_STATUSES, SUBJECT_KINDS } from "../statements/index.ts";
export {
  createHttpExchange,
  DERIVATIVES,
  formatShare,
  readBlockHeaders,
  readPemCertificates,
} from "../vault/index.ts";
export type { LinkDoubt, ReleaseCounts } from "./act-bodies.ts";
export { ContinuityGiven } from "./act-bodies.ts";
export type * from "./allegation-views.ts";
export { AllegationReason, releaseAllegation, restrictAllegation } from "./allegations.ts";
export type * from "./appeal-views.ts";
export { decideContinuity } from "./ask-offices.ts";
export { applyCaseFolder, type BuiltCase } from "./build-case.ts";
export { type CaseFolder, type FolderFile, readCaseFolder } from "./case-folder.ts";
export type { OpenCase } from "./case-handle.ts";
export { readCase } from "./case-reader.ts";
export type { Change, Recording } from "./case-writer.ts";
export {
  type Cosignature,
  checkProof,
  type RecordedAct,
  readWitnessKeys,
  type VerifiedProof,
  type WitnessKey,
} from "./check-proof.ts";
export { unlockBySheets } from "./closed-case.ts";
export { isClosedCase } from "./closed-file.ts";
export { CaseConfig } from "./config.ts";
export {
  ConsentGiven,
  ConsentTakenBack,
  recordConsent,
  StatusGiven,
  setStatus,
  withdrawConsent,
} from "./consent-operations.ts";
export {
  CUSTODY_EVENTS,
  CustodyEntry,
  type Derivative,
  findSourceId,
  noteDuplicate,
  readCustody,
  recordCustody,
  sealDerivative,
} from "./custody.ts";
export {
  JoinGiven,
  joinPersons,
  KeepGiven,
  keepPerson,
  type PersonDecided,
  SplitGiven,
  splitPerson,
} from "./decide-persons.ts";
export type * from "./decision-views.ts";
export { DescriptionGiven, describeSource, toWordsByLanguage } from "./describe-source.ts";
export { type DoctorFinding, examineCase } from "./doctor.ts";
export { type EmptyList, emptyLists } from "./empty-lists.ts";
export { enterStatements } from "./enter-statements.ts";
export type * from "./entry-views.ts";
export { runEstimatePlans } from "./estimate-plans.ts";
export { sampleChains, toChainEvent } from "./estimate-with-threads.ts";
export { type EstimateAgain, estimatesAgain } from "./estimates-again.ts";
export { explainRecordedLink, type SaidOfPair } from "./explain-link.ts";
export { fieldMessagesEn } from "./field-messages.en.ts";
export { fieldMessagesFa } from "./field-messages.fa.ts";
export { type FieldApart, fieldsApart } from "./fields-apart.ts";
export { FILE_SCHEMAS, isSchemaName } from "./file-schemas.ts";
export { type FilesToSeal, findFilesToSeal, loadFileToSeal } from "./files-to-seal.ts";
export type * from "./finding-views.ts";
export { recordFindings } from "./findings-of-case.ts";
export { GradeGiven, recordGrade } from "./grade-operations.ts";
export type { PassphraseQuestion, Surroundings } from "./handle.ts";
export { type ImportedList, type PreparedImport, prepareImport, recordImport } from "./import-list.ts";
export { ImportAsked, ImportTried, importSource } from "./import-source.ts";
export { toInspectionLines } from "./inspect-source.ts";
export type * from "./job-views.ts";
export { JOB_KINDS } from "./job-views.ts";
export { createJobs, type Jobs } from "./jobs.ts";
export {
  findRecord,
  type JudgementEntered,
  JudgementGiven,
  judgePair,
  UndoingGiven,
  undoJudgement,
} from "./judge-pair.ts";
export { type JudgedTimestamp, listOpenRequests, listTimestamps, type Trust } from "./judge-timestamps.ts";
export { ANSWERS, ASKED_AS, type AskedAs, type AuditSample, type PairAnswer } from "./judgements.ts";
export {
  addCaseDoor,
  joinSheets,
  makeRecovery,
  renderSheets,
  revealContent,
  rotateKey,
} from "./key-operations.ts";
export { kindMessagesEn } from "./kind-messages.en.ts";
export { kindMessagesFa } from "./kind-messages.fa.ts";
export { levelMessagesEn } from "./level-messages.en.ts";
export { levelMessagesFa } from "./level-messages.fa.ts";
export { clustersCsv, type LinkedLists, linkLists, pairsCsv, toLinkInput } from "./link-lists.ts";
export { linkOptionsOf } from "./link-options.ts";
export { toLinkDoubt } from "./link-partitions.ts";
export type * from "./link-views.ts";
export { type CaseLocking, type CaseSource, fixedSource, type LiveCase, openLiveCase } from "./live-case.ts";
export { type LockableCase, needsUnlocking, openLockableCase } from "./lockable-case.ts";
export { MentionGiven, type MentionView, resolveMention } from "./mentions.ts";
export { isAddress, mirrorCase } from "./mirror-case.ts";
export { nameSubjects, type SubjectEntered } from "./name-subjects.ts";
export { createCaseBelow, NewCaseGiven, newCaseConfig, toCaseId } from "./new-case.ts";
export type * from "./office-views.ts";
export { createCase, openCase } from "./open-case.ts";
export type * from "./origin-views.ts";
export type * from "./passage-views.ts";
export * from "./people-views.ts";
export type * from "./person-check-views.ts";
export type * from "./person-views.ts";
export { type EstimatePlanBefore, EstimatePlanGiven, planEstimate } from "./plan-estimate.ts";
export type { MissingDecision, ReleasePlan } from "./plan-release.ts";
export { presentCustody } from "./present-custody.ts";
export { presentConsent } from "./present-decisions.ts";
export type * from "./present-provenance.ts";
export type { PairQuestion, ReviewQuery } from "./present-review.ts";
export { previewLink } from "./preview-link.ts";
export { proveThing, type ThingProof } from "./prove-thing.ts";
export { readProvenanceFile } from "./provenance-file.ts";
export {
  ProvenanceGiven,
  ProvenanceTakenBack,
  stateProvenance,
  withdrawProvenance,
} from "./provenance-operations.ts";
export { AUDIENCES, type Audience, PublicationGiven } from "./publication.ts";
export { publishInCase } from "./publish-in-case.ts";
export { previewRelease, publishRelease } from "./publish-release.ts";
export type * from "./publish-views.ts";
export { STATEMENT_STAYS } from "./published-releases.ts";
export type { CaseReader } from "./reader.ts";
export { rebuildCase } from "./rebuild-case.ts";
export { recordMirror, recordRepair } from "./record-copies.ts";
export { sealFile } from "./record-source.ts";
export { recordStatements, type StatementEntered } from "./record-statements.ts";
export { ReleaseGiven } from "./release-given.ts";
export { causeInWords } from "./release-record.ts";
export {
  listReleasedCheckpoints,
  type ReleasedCheckpoint,
  releaseCheckpoint,
} from "./released.ts";
export { repairCase } from "./repair-case.ts";
export type { ReproductionView } from "./reproduction-view.ts";
export { addCosignatures, checkOldCheckpoint } from "./returned-checkpoint.ts";
export { notLinked } from "./review-desk.ts";
export { sampleCsv, sampleIdOf } from "./review-sample.ts";
export type * from "./review-views.ts";
export type * from "./row-views.ts";
export { type FileOutcome, sealFiles } from "./seal-files.ts";
export { sealSentFile } from "./seal-upload.ts";
export * from "./search-views.ts";
export { propose, second, vouch } from "./second-person.ts";
export { setVisibility, VisibilityGiven, viewVisibility } from "./set-visibility.ts";
export { type CitedView, type PublishedView, showCited, showPublished } from "./show-published.ts";
export {
  type ListReleasesView,
  type ReleaseChangesView,
  type ReleaseRowView,
  type RowChangeView,
  showReleaseChanges,
  showReleases,
} from "./show-releases.ts";
export { shredItem } from "./shred-item.ts";
export { decidePublication, toDay } from "./site-operations.ts";
export type * from "./site-views.ts";
export { SOURCE_ACCESS, setSourceAccess } from "./source-access.ts";
export { SHOWN_MEDIA_TYPES, type SourceMedia } from "./source-media.ts";
export { listIdentities, sealIdentity } from "./speaker-identity.ts";
export type * from "./strata-views.ts";
export type * from "./table-views.ts";
export {
  fetchPromises,
  fetchTimestamp,
  importTimestamp,
  requestTimestamp,
  upgradeTimestamps,
} from "./timestamps.ts";
export { ActProposed, PROPOSABLE_KINDS, type Proposal } from "./two-persons.ts";
export { type CaseReport, verifyCase } from "./verify-case.ts";
export type * from "./views.ts";
export { ListTakenBack, type ListWithdrawal, withdrawList } from "./withdraw-list.ts";
export { findWordsThatStay, type WordsThatStay } from "./words-that-stay.ts";
export type { NewsView, WorkLeftView, WorkView } from "./work-views.ts";
