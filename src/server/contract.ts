/**
 * The HTTP interface as types: what each operation of `operations.ts` answers. The OpenAPI document is made of that table
 * and of these types (`answer-schemas.ts`, written by `npm run fix`), so neither is written twice. Errors answer with the
 * status of their reaction and an ErrorView.
 */
import type {
  AllegationsView,
  AnswersView,
  AppealRollView,
  CaseSummaryView,
  ChainView,
  CitedFigureView,
  ConfirmationCountsView,
  ConsentsView,
  ConsentView,
  EstimatePlanBefore,
  EstimateView,
  FigureOnScreen,
  FileSealedView,
  FindingsView,
  GradeView,
  ImportTrialView,
  JobsView,
  JobView,
  JudgementsView,
  LinkCutsView,
  ListImportedView,
  ListReleasesView,
  ListWithdrawal,
  MentionView,
  OfficesView,
  OriginView,
  PageView,
  PassagesView,
  PeopleView,
  PersonChecksView,
  PersonPreviewView,
  PersonView,
  PersonVisibilityView,
  PlacesView,
  PostingsView,
  ProvenanceView,
  PublishedReleaseView,
  PublishedView,
  RecommendationsView,
  ReleaseChangesView,
  ReleaseMadeView,
  ReleasePlanView,
  ReproductionView,
  ReviewOutlookView,
  ReviewPairView,
  ReviewView,
  RollCallsView,
  RollCallView,
  RowsView,
  SearchView,
  SitePageView,
  SourceCheckView,
  SourceSummaryView,
  SourceView,
  StatedPersonView,
  StatementEntered,
  StrataView,
  SubjectEntered,
  SubjectsView,
  TableView,
  TraceView,
  TwoPersonsView,
  VocabularyView,
  WatchListView,
  WhatWouldChangeView,
  WhoHeldView,
  WordsThatStay,
  WorkView,
} from "../case/index.ts";

export type * from "../case/index.ts";

/** The answer of each operation. */
export interface ApiAnswers {
  readonly openApi: OpenApiDocument;
  readonly cases: CasesAnswer;
  readonly unlock: Done;
  readonly lock: Done;
  readonly lockAll: Done;
  readonly createCase: CaseMade;
  readonly answers: ScreenAnswers;
  readonly work: WorkView;
  readonly jobs: JobsView;
  readonly startJob: JobView;
  readonly cancelJob: JobView;
  readonly planEstimate: PlanRecorded;
  readonly trace: TraceView;
  readonly origin: OriginView;
  readonly sources: SourcesAnswer;
  readonly source: SourceView;
  readonly table: TableView;
  readonly page: PageView;
  readonly rows: RowsView;
  readonly checkSource: SourceCheckView;
  readonly passages: PassagesView;
  readonly vocabulary: VocabularyView;
  readonly subjects: SubjectsView;
  readonly people: PeopleView;
  readonly person: PersonView;
  readonly places: PlacesView;
  readonly watchList: WatchListView;
  readonly site: SitePageView;
  readonly allegations: AllegationsView;
  readonly confirmation: ConfirmationCountsView;
  readonly mentions: MentionsAnswer;
  readonly grades: GradesAnswer;
  readonly provenance: ProvenanceView;
  readonly releases: ReleasesAnswer;
  readonly releaseChanges: ReleaseChangesView;
  readonly personVisibility: PersonVisibilityView;
  readonly releasePlan: ReleasePlanView;
  readonly published: PublishedAnswer;
  readonly publishedRelease: PublishedReleaseView;
  readonly citedFigure: CitedFigureView;
  readonly offices: OfficesView;
  readonly whoHeld: WhoHeldView;
  readonly postings: PostingsView;
  readonly chainOfCommand: ChainView;
  readonly statedPerson: StatedPersonView;
  readonly search: SearchView;
  readonly findings: FindingsView;
  readonly whatWouldChange: WhatWouldChangeView;
  readonly appealRoll: AppealRollView;
  readonly recommendations: RecommendationsView;
  readonly rollCalls: RollCallsView;
  readonly rollCall: RollCallView;
  readonly estimate: EstimateView;
  readonly reproduction: ReproductionView;
  readonly consents: ConsentsView;
  readonly twoPersons: TwoPersonsView;
  readonly review: ReviewView;
  readonly linkCuts: LinkCutsView;
  readonly strata: StrataView;
  readonly reviewOutlook: ReviewOutlookView;
  readonly reviewPair: ReviewPairView;
  readonly judgements: JudgementsView;
  readonly personChecks: PersonChecksView;
  readonly splitPreview: PersonPreviewView;
  readonly joinPreview: PersonPreviewView;
  readonly sealFile: FileSealed;
  readonly tryImport: ImportTrial;
  readonly importSource: SourceImported;
  readonly recordStatements: StatementsRecorded;
  readonly nameSubjects: SubjectsNamed;
  readonly setStatus: StatusRecorded;
  readonly recordConsent: ConsentRecorded;
  readonly withdrawConsent: ConsentTakenBack;
  readonly decideContinuity: ContinuityRecorded;
  readonly recordFindings: FindingsRecorded;
  readonly decidePublication: PublicationRecorded;
  readonly setVisibility: VisibilityRecorded;
  readonly publishRelease: ReleaseBegun;
  readonly recordCustody: CustodyRecorded;
  readonly describeSource: CustodyRecorded;
  readonly grade: GradeRecorded;
  readonly resolveMention: MentionRecorded;
  readonly stateProvenance: ProvenanceRecorded;
  readonly withdrawProvenance: ProvenanceRecorded;
  readonly withdrawList: ImportTakenBack;
  readonly judgePair: JudgementRecorded;
  readonly undoJudgement: JudgementTakenBack;
  readonly splitPerson: PersonDecisionRecorded;
  readonly joinPersons: PersonDecisionRecorded;
  readonly keepPerson: PersonDecisionRecorded;
  readonly releaseAllegation: StatusRecorded;
  readonly restrictAllegation: StatusRecorded;
  readonly propose: ProposalRecorded;
  readonly second: ProposalRecorded;
}

/** Operations that answer JSON. */
export type AnswerId = keyof ApiAnswers;

/** And the one that answers with the bytes of a file. */
export type OperationId = AnswerId | "media";

export interface PlanRecorded extends ActsRecorded {
  /** The id of the plan that stands now. */
  readonly plan: string;
  /** What stood before, as it is sent to let it stand again; null where nothing did that can be sent so. */
  readonly before: EstimatePlanBefore | null;
}

/** What a change recorded: durable when it is answered, and its checkpoint signed. */
export interface ActsRecorded {
  /** In the order of the log; none when the change said nothing new. */
  readonly acts: readonly ActReceipt[];
  /** Acts in the log after it. */
  readonly treeSize: number;
  /** SHA-256 root over them, as hexadecimal digits. */
  readonly root: string;
}

export interface ActReceipt {
  readonly id: string;
  readonly kind: string;
  readonly leafIndex: number;
}

export interface FileSealed extends ActsRecorded {
  readonly file: FileSealedView;
}

export interface ImportTrial {
  readonly trial: ImportTrialView;
}

export interface SourceImported extends ActsRecorded {
  readonly imported: ListImportedView;
}

export interface StatementsRecorded extends ActsRecorded {
  /** One for each statement that was sent, in their order. */
  readonly statements: readonly StatementEntered[];
}

export interface SubjectsNamed extends ActsRecorded {
  readonly subjects: readonly SubjectEntered[];
}

export interface StatusRecorded extends ActsRecorded {
  /** The id of the statement. */
  readonly statement: string;
}

export interface GradeRecorded extends ActsRecorded {
  /** The id of what was graded. */
  readonly of: string;
}

export interface ImportTakenBack extends ActsRecorded, ListWithdrawal {}

export interface ProvenanceRecorded extends ActsRecorded {
  /** The list's name. */
  readonly list: string;
}

export interface MentionRecorded extends ActsRecorded {
  readonly mention: string;
  /** Null for one that is open again. */
  readonly as: string | null;
}

export interface JudgementRecorded extends ActsRecorded {
  /** The id of its act, by which it is taken back. */
  readonly judgement: string;
  /** False while nobody vouched for the key of this server: it binds nothing until then. */
  readonly counts: boolean;
  /** The reviewer's earlier judgement that it takes the place of. */
  readonly supersedes: string | null;
  /** Judgements of others that it decides between. */
  readonly settles: readonly string[];
}

export interface JudgementTakenBack extends ActsRecorded {
  readonly judgement: string;
}

export interface PersonDecisionRecorded extends ActsRecorded {
  /** The ids of its judgements; any of them takes the whole decision back. */
  readonly judgements: readonly string[];
  /** False while nobody vouched for the key of this server: it binds nothing until then. */
  readonly counts: boolean;
}

export interface ConsentRecorded extends ActsRecorded {
  readonly consent: ConsentView;
}

export interface ConsentTakenBack extends ConsentRecorded {
  /** Where words whose consent is missing still stand. */
  readonly stays: readonly WordsThatStay[];
}

export interface ContinuityRecorded extends ActsRecorded {
  readonly person: string;
  readonly office: string;
}

export interface FindingsRecorded extends ActsRecorded {
  /** Ids of the findings that are new or changed. */
  readonly findings: readonly string[];
}

export interface PublicationRecorded extends ActsRecorded {
  readonly site: string;
}

export interface VisibilityRecorded extends ActsRecorded {
  /** What it is said of: subjects by id, rows as `list:record_id`. */
  readonly covers: readonly string[];
}

/** One of both: the work that makes it, or what was made where the keys of the case are in the server's process alone. */
export interface ReleaseBegun {
  readonly job: JobView | null;
  readonly made: ReleaseMadeView | null;
}

export interface PublishedAnswer {
  readonly releases: readonly PublishedView[];
}

export interface CustodyRecorded extends ActsRecorded {
  /** The id of the source. */
  readonly source: string;
}

export interface ProposalRecorded extends ActsRecorded {
  readonly proposal: string;
}

export interface Done {
  readonly ok: true;
}

/** An OpenAPI document, version 3.1. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly object[];
  readonly tags: readonly object[];
  readonly paths: Readonly<Record<string, object>>;
  readonly components: object;
}

export interface CasesAnswer {
  readonly cases: readonly CaseSummaryView[];
  /** Cases that cannot be read now, and why. */
  readonly unreadable: readonly UnreadableCase[];
  /** Cases that this browser has not unlocked. */
  readonly locked: readonly LockedCase[];
  /** Ids among `cases` of those that can be locked again. */
  readonly lockable: readonly string[];
  /** Ids among `cases` of those that this browser may write to. */
  readonly writable: readonly string[];
  /** Whether this browser may make another one here. */
  readonly canCreate: boolean;
}

export interface UnreadableCase {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

export interface CaseMade {
  /** Its id. */
  readonly case: string;
}

export interface LockedCase {
  readonly id: string;
  /** Whether everything in it is encrypted, its name included; else it holds something that is. */
  readonly isClosed: boolean;
}

export interface SourcesAnswer {
  readonly sources: readonly SourceSummaryView[];
}

export interface ReleasesAnswer {
  readonly lists: readonly ListReleasesView[];
}

export interface MentionsAnswer {
  /** The undecided ones first. */
  readonly mentions: readonly MentionView[];
}

export interface GradesAnswer {
  readonly grades: readonly GradeView[];
}

export interface ScreenAnswers {
  readonly case: CaseSummaryView;
  readonly answers: AnswersView<FigureOnScreen>;
}

export interface ErrorView {
  readonly error: {
    /** `room/what`, stable; docs/formats/errors.md lists them. */
    readonly code: string;
    /** What is wrong, and what to do. */
    readonly message: string;
    /** Where in the body it is, when it is in the body. */
    readonly at?: ErrorPlace;
  };
}

export interface ErrorPlace {
  /** The key or position of the entry. */
  readonly entry: string;
  /** The line of the body at which the entry starts, counted from 1; null when it cannot be told. */
  readonly line: number | null;
  /** The member at fault, as a JSON Pointer (RFC 6901) into the body. */
  readonly pointer: string;
}
