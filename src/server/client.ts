/** The HTTP client of the workbench: the one file of this room that a browser may import. */

import type {
  JudgementAsked,
  PersonChecksAsked,
  RecipeAsked,
  ReviewAsked,
  TableAsked,
} from "./client-asked.ts";
import { answerOf, get, OWN, post, reach } from "./client-transport.ts";
import type {
  AppealRollView,
  Audience,
  CaseMade,
  CasesAnswer,
  ChainView,
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
  PlacesView,
  PlanRecorded,
  RecommendationsView,
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
  SourceImported,
  SourcesAnswer,
  SourceView,
  StatementsRecorded,
  StatusRecorded,
  SubjectsNamed,
  SubjectsView,
  SubjectView,
  TableView,
  TraceView,
  VocabularyView,
  WorkView,
} from "./contract.ts";

export type * from "./client-asked.ts";
export { ApiFailure } from "./client-transport.ts";
export type * from "./contract.ts";
export { MAX_FILE_BYTES } from "./upload-limit.ts";

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

/** The views of the contract by their path below a case. */
/** What is chosen of facets; nothing where it is left out. */
interface Chosen<Facet extends string> {
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
  jobs(caseId: string): Promise<JobsView>;
  startJob(caseId: string, kind: JobKind): Promise<JobView>;
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

/** A client that asks in one language. */
export function createClient(language: string): Client {
  const below = <T>(
    caseId: string,
    path: string,
    params: Readonly<Record<string, string>> | [string, string][] = {},
  ): Promise<T> => {
    const asked = new URLSearchParams(params);
    asked.set("lang", language);
    return get<T>(`/api/cases/${encodeURIComponent(caseId)}${path}`, asked);
  };
  const part = encodeURIComponent;
  return {
    cases: () => get("/api/cases", new URLSearchParams({ lang: language })),
    answers: (caseId) => below(caseId, "/answers"),
    work: (caseId, since) => below(caseId, "/work", { since }),
    trace: (caseId, id) => below(caseId, `/trace/${part(id)}`),
    origin: (caseId, id) => below(caseId, `/origins/${part(id)}`),
    sources: (caseId) => below(caseId, "/sources"),
    source: (caseId, id) => below(caseId, `/sources/${part(id)}`),
    sealFile: async (caseId, file, name, isSecret) => {
      const asked = new URLSearchParams({ name, ...(isSecret ? { encrypt: "1" } : {}) });
      const sealed = await answerOf<{ file: FileSealedView }>(
        await reach(`/api/cases/${part(caseId)}/sources?${asked}`, {
          method: "POST",
          headers: { "content-type": "application/octet-stream", [OWN]: "1" },
          body: file,
        }),
      );
      return sealed.file;
    },
    table: (caseId, source, asked) => below(caseId, `/sources/${part(source)}/table`, { ...asked }),
    tryImport: async (caseId, source, asked) => {
      const path = `/api/cases/${part(caseId)}/sources/${part(source)}/import/try`;
      return (await post<{ trial: ImportTrialView }>(path, { ...asked, language })).trial;
    },
    importSource: async (caseId, source, asked) => {
      const path = `/api/cases/${part(caseId)}/sources/${part(source)}/import`;
      const { imported, acts } = await post<SourceImported>(path, asked);
      return { ...imported, act: acts.find(({ kind }) => kind === "list.imported")?.id ?? null };
    },
    withdrawList: (caseId, list, given) =>
      post(`/api/cases/${part(caseId)}/lists/${part(list)}/withdraw`, given),
    rows: (caseId, id, asked) =>
      below(
        caseId,
        `/sources/${part(id)}/rows`,
        "row" in asked ? { row: asked.row } : { offset: String(asked.offset) },
      ),
    page: (caseId, id, number) => below(caseId, `/sources/${part(id)}/pages/${number}`),
    media: async (caseId, id) => {
      const response = await reach(`/api/cases/${part(caseId)}/sources/${part(id)}/media?lang=${language}`);
      return response.ok ? response.blob() : answerOf<Blob>(response);
    },
    describeSource: (caseId, id, shows) =>
      post(`/api/cases/${part(caseId)}/sources/${part(id)}/description`, { shows }),
    checkSource: (caseId, id) => below(caseId, `/sources/${part(id)}/verification`),
    vocabulary: (caseId) => below(caseId, "/vocabulary"),
    subjects: (caseId, { q, kinds, limit, id }) =>
      below(caseId, "/subjects", [
        ["q", q],
        ["limit", String(limit)],
        ...(id === undefined ? [] : [["id", id] satisfies [string, string]]),
        ...kinds.map((kind): [string, string] => ["kind", kind]),
      ]),
    recordStatements: (caseId, file) => post(`/api/cases/${part(caseId)}/statements`, file),
    nameSubjects: (caseId, subjects) => post(`/api/cases/${part(caseId)}/subjects`, subjects),
    setStatus: (caseId, statement, given) =>
      post(`/api/cases/${part(caseId)}/statements/${part(statement)}/status`, given),
    people: (caseId, { q, offset, limit, ...choices }) =>
      below(caseId, "/people", [
        ["q", q],
        ["offset", String(offset)],
        ["limit", String(limit)],
        ...paramsOf(choices),
      ]),
    search: (caseId, { q, chosen, missing, isNear, offset, limit }) => {
      const params: [name: string, value: string][] = [
        ["q", q],
        ["offset", String(offset)],
        ["limit", String(limit)],
      ];
      if (isNear) params.push(["near", "1"]);
      return below(caseId, "/search", [...params, ...paramsOf({ chosen, missing })]);
    },
    person: (caseId, id) => below(caseId, `/people/${part(id)}`),
    places: (caseId, on, audience) => below(caseId, "/places", { audience, ...(on === null ? {} : { on }) }),
    site: (caseId, id, on, audience) =>
      below(caseId, `/places/sites/${part(id)}`, { audience, ...(on === null ? {} : { on }) }),
    offices: (caseId) => below(caseId, "/offices"),
    chainOfCommand: (caseId, unit, on) => below(caseId, "/offices/chain", { unit, on }),
    appeals: (caseId, on) => below(caseId, "/appeals", { on }),
    recommendations: (caseId, { from, answer, offset, limit }) =>
      below(caseId, "/recommendations", {
        offset: String(offset),
        limit: String(limit),
        ...(from === "" ? {} : { from }),
        ...(answer === "" ? {} : { answer }),
      }),
    rollCalls: (caseId) => below(caseId, "/roll-calls"),
    estimate: (caseId) => below(caseId, "/estimate"),
    reproduction: (caseId, estimate) => below(caseId, `/estimate/${part(estimate)}/reproduction`),
    review: (caseId, { queue, seed, size, limit }) =>
      below(caseId, "/review", { queue, seed: String(seed), size: String(size), limit: String(limit) }),
    linkCuts: (caseId) => below(caseId, "/link/cuts"),
    reviewOutlook: (caseId) => below(caseId, "/review/outlook"),
    judgements: (caseId) => below(caseId, "/review/judgements"),
    reviewPair: (caseId, left, right) => below(caseId, "/review/pair", { left, right }),
    personChecks: (caseId, { shown, offset, limit, person }) =>
      below(caseId, "/review/persons", {
        shown,
        offset: String(offset),
        limit: String(limit),
        ...(person === "" ? {} : { person }),
      }),
    splitPreview: (caseId, rows) =>
      below(
        caseId,
        "/review/persons/split",
        rows.map((row): [string, string] => ["row", row]),
      ),
    joinPreview: (caseId, one, other) => below(caseId, "/review/persons/join", { one, other }),
    splitPerson: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/split`, given),
    joinPersons: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/join`, given),
    keepPerson: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/keep`, given),
    jobs: (caseId) => below(caseId, "/jobs"),
    startJob: (caseId, kind) => post(`/api/cases/${part(caseId)}/jobs`, { kind }),
    cancelJob: (caseId, job) => post(`/api/cases/${part(caseId)}/jobs/${part(job)}/cancel`, {}),
    planEstimate: (caseId, plan) => post(`/api/cases/${part(caseId)}/estimate/plan`, plan),
    judge: (caseId, given) => post(`/api/cases/${part(caseId)}/review/judgements`, { ...given }),
    undoJudgement: (caseId, judgement) =>
      post(`/api/cases/${part(caseId)}/review/judgements/${part(judgement)}/undo`, {}),
    unlock: (caseId, passphrase) => post(`/api/cases/${part(caseId)}/unlock`, { passphrase }),
    lock: (caseId) => post(`/api/cases/${part(caseId)}/lock`, {}),
    lockAll: () => post("/api/lock-all", {}),
    createCase: (given) => post("/api/cases", given),
  };
}

/** As parameters of an address. */
function paramsOf({
  chosen = {},
  missing = [],
}: {
  readonly chosen?: Readonly<Partial<Record<string, readonly string[]>>> | undefined;
  readonly missing?: readonly string[] | undefined;
}): [name: string, value: string][] {
  return [
    ...Object.entries(chosen).flatMap(([facet, values]) =>
      (values ?? []).map((value): [string, string] => [facet, value]),
    ),
    ...missing.map((facet): [string, string] => ["missing", facet]),
  ];
}
