/** What the workbench may ask of the server, and give it: one function for each thing. */
import type {
  JudgementAsked,
  PersonChecksAsked,
  PublicationAsked,
  RecipeAsked,
  ReleaseAsked,
  ReviewAsked,
  TableAsked,
  VisibilityAsked,
} from "./client-asked.ts";
import type {
  AppealRollView,
  Audience,
  CaseMade,
  CasesAnswer,
  ChainView,
  CitedFigureView,
  CustodyRecorded,
  EstimatePlanBefore,
  EstimateView,
  FileSealedView,
  ImportTakenBack,
  ImportTrialView,
  JobKind,
  JobsView,
  JobView,
  JudgementRecorded,
  JudgementsView,
  JudgementTakenBack,
  LinkCutsView,
  ListImportedView,
  OfficesView,
  OriginView,
  PageView,
  PeopleFacet,
  PeopleView,
  PersonChecksView,
  PersonDecisionRecorded,
  PersonPreviewView,
  PersonView,
  PersonVisibilityView,
  PlacesView,
  PlanRecorded,
  ProfileId,
  PublicationRecorded,
  PublishedAnswer,
  PublishedReleaseView,
  RecommendationsView,
  ReleaseBegun,
  ReleasePlanView,
  ReproductionView,
  ReviewOutlookView,
  ReviewPairView,
  ReviewView,
  RollCallsView,
  RowsView,
  ScreenAnswers,
  SearchFacet,
  SearchView,
  SitePageView,
  SourceCheckView,
  SourcesAnswer,
  SourceView,
  StatementsRecorded,
  StatusRecorded,
  StrataView,
  SubjectsNamed,
  SubjectsView,
  SubjectView,
  TableView,
  TraceView,
  VisibilityRecorded,
  VocabularyView,
  WorkView,
} from "./contract.ts";

/** @property act - the id of the act that imported it; null where nothing was recorded. */
export interface ListTaken extends ListImportedView {
  readonly act: string | null;
}

export interface SubjectsAsked {
  readonly q: string;
  readonly kinds: readonly SubjectView["kind"][];
  readonly limit: number;
  /** Asks whether it is taken. */
  readonly id?: string;
}

/** What is chosen of facets; nothing where it is left out. */
export interface Chosen<Facet extends string> {
  readonly chosen?: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly missing?: readonly Facet[];
}

export interface Client {
  cases(): Promise<CasesAnswer>;
  answers(caseId: string): Promise<ScreenAnswers>;
  /** @param since - ISO time from which acts are news. */
  work(caseId: string, since: string): Promise<WorkView>;
  trace(caseId: string, id: string): Promise<TraceView>;
  /** Where a value comes from, at a glance. */
  origin(caseId: string, id: string): Promise<OriginView>;
  sources(caseId: string): Promise<SourcesAnswer>;
  source(caseId: string, id: string): Promise<SourceView>;
  /** @param name - what it is called in the case. */
  sealFile(caseId: string, file: File, name: string, isSecret: boolean): Promise<FileSealedView>;
  table(caseId: string, source: string, asked: TableAsked): Promise<TableView>;
  tryImport(
    caseId: string,
    source: string,
    asked: {
      readonly list: string;
      readonly recipe: RecipeAsked;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<ImportTrialView>;
  importSource(
    caseId: string,
    source: string,
    asked: {
      readonly list: string;
      readonly recipe: RecipeAsked;
      readonly replace: boolean;
      readonly acceptBroken: boolean;
    },
  ): Promise<ListTaken>;
  /** The import of a list stands no more; the one before it stands again. @param given.import - the act that is meant. */
  withdrawList(
    caseId: string,
    list: string,
    given: { readonly why: string; readonly import: string },
  ): Promise<ImportTakenBack>;
  /** @param number - from 1. */
  page(caseId: string, id: string, number: number): Promise<PageView>;
  /** @param asked - so many rows from the start, or the page that holds one. */
  rows(
    caseId: string,
    id: string,
    asked: { readonly offset: number } | { readonly row: string },
  ): Promise<RowsView>;
  /** A picture or a recording, asked for once somebody wants to see it. */
  media(caseId: string, id: string): Promise<Blob>;
  /** Says what a source shows. @param shows - by language. */
  describeSource(
    caseId: string,
    id: string,
    shows: { readonly en?: string | undefined; readonly fa?: string | undefined },
  ): Promise<CustodyRecorded>;
  /** The sealed bytes hashed again, now. */
  checkSource(caseId: string, id: string): Promise<SourceCheckView>;
  vocabulary(caseId: string): Promise<VocabularyView>;
  subjects(caseId: string, query: SubjectsAsked): Promise<SubjectsView>;
  /** @param file - a statement file and a list of subjects, as docs/formats/case-folder.md has them. */
  recordStatements(caseId: string, file: object): Promise<StatementsRecorded>;
  nameSubjects(caseId: string, subjects: readonly object[]): Promise<SubjectsNamed>;
  /** A statement that is withdrawn stays in the log and counts for nothing, until it is a draft again. */
  setStatus(
    caseId: string,
    statement: string,
    given: { readonly status: "withdrawn"; readonly reason: string } | { readonly status: "draft" },
  ): Promise<StatusRecorded>;
  people(
    caseId: string,
    query: Chosen<PeopleFacet> & { readonly q: string; readonly offset: number; readonly limit: number },
  ): Promise<PeopleView>;
  search(
    caseId: string,
    query: Chosen<SearchFacet> & {
      readonly q: string;
      readonly isNear: boolean;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<SearchView>;
  person(caseId: string, id: string): Promise<PersonView>;
  /** @param on - ISO day, or null for whatever is known. */
  places(caseId: string, on: string | null, audience: Audience): Promise<PlacesView>;
  site(caseId: string, id: string, on: string | null, audience: Audience): Promise<SitePageView>;
  offices(caseId: string): Promise<OfficesView>;
  /** @param on - ISO day. */
  chainOfCommand(caseId: string, unit: string, on: string): Promise<ChainView>;
  /** @param on - ISO day. */
  appeals(caseId: string, on: string): Promise<AppealRollView>;
  /** Empty words ask for all. */
  recommendations(
    caseId: string,
    query: {
      readonly from: string;
      readonly answer: string;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<RecommendationsView>;
  rollCalls(caseId: string): Promise<RollCallsView>;
  estimate(caseId: string): Promise<EstimateView>;
  reproduction(caseId: string, estimate: string): Promise<ReproductionView>;
  review(caseId: string, query: ReviewAsked): Promise<ReviewView>;
  linkCuts(caseId: string): Promise<LinkCutsView>;
  /** @param by - the id of a way; the first one when left out. */
  strata(caseId: string, by?: string): Promise<StrataView>;
  reviewOutlook(caseId: string): Promise<ReviewOutlookView>;
  judgements(caseId: string): Promise<JudgementsView>;
  reviewPair(caseId: string, left: string, right: string): Promise<ReviewPairView>;
  personChecks(caseId: string, query: PersonChecksAsked): Promise<PersonChecksView>;
  splitPreview(caseId: string, rows: readonly string[]): Promise<PersonPreviewView>;
  joinPreview(caseId: string, one: string, other: string): Promise<PersonPreviewView>;
  splitPerson(
    caseId: string,
    given: { readonly rows: readonly string[]; readonly reason?: string },
  ): Promise<PersonDecisionRecorded>;
  joinPersons(
    caseId: string,
    given: { readonly one: string; readonly other: string; readonly reason?: string },
  ): Promise<PersonDecisionRecorded>;
  keepPerson(
    caseId: string,
    given: { readonly person: string; readonly reason?: string },
  ): Promise<PersonDecisionRecorded>;
  personVisibility(caseId: string, id: string): Promise<PersonVisibilityView>;
  setVisibility(caseId: string, given: VisibilityAsked): Promise<VisibilityRecorded>;
  decidePublication(caseId: string, site: string, given: PublicationAsked): Promise<PublicationRecorded>;
  /** @param without - ids of figures and estimates that are left out. */
  releasePlan(caseId: string, profile: ProfileId, without: readonly string[]): Promise<ReleasePlanView>;
  published(caseId: string): Promise<PublishedAnswer>;
  publishedRelease(caseId: string, number: number): Promise<PublishedReleaseView>;
  citedFigure(caseId: string, number: number, figure: string): Promise<CitedFigureView>;
  publishRelease(caseId: string, given: ReleaseAsked): Promise<ReleaseBegun>;
  jobs(caseId: string): Promise<JobsView>;
  startJob(caseId: string, kind: Exclude<JobKind, "publish">): Promise<JobView>;
  cancelJob(caseId: string, job: string): Promise<JobView>;
  /** @param plan.assumption - by language. */
  planEstimate(
    caseId: string,
    plan: Partial<EstimatePlanBefore> & { readonly assumption: EstimatePlanBefore["assumption"] },
  ): Promise<PlanRecorded>;
  judge(caseId: string, given: JudgementAsked): Promise<JudgementRecorded>;
  undoJudgement(caseId: string, judgement: string): Promise<JudgementTakenBack>;
  unlock(caseId: string, passphrase: string): Promise<void>;
  lock(caseId: string): Promise<void>;
  /** Also while the page goes away. */
  lockAll(): Promise<void>;
  /** @param given.title - by language. */
  createCase(given: {
    readonly title: Readonly<Record<string, string>>;
    readonly isFictional: boolean;
  }): Promise<CaseMade>;
}
