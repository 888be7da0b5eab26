/** The HTTP client of the workbench: the one file of this room that a browser may import. */
import type {
  AppealRollView,
  Audience,
  CasesAnswer,
  ErrorPlace,
  ErrorView,
  EstimateView,
  JudgementRecorded,
  JudgementTakenBack,
  OfficesView,
  OriginView,
  PageView,
  PeopleView,
  PersonView,
  PlacesView,
  ReviewPairView,
  ReviewQueueName,
  ReviewView,
  ScreenAnswers,
  SearchFacet,
  SearchView,
  SitePageView,
  SourceCheckView,
  SourcesAnswer,
  SourceView,
  StatementsRecorded,
  StatusRecorded,
  SubjectsNamed,
  SubjectsView,
  SubjectView,
  TraceView,
  VocabularyView,
} from "./contract.ts";

export type * from "./contract.ts";

/** What the server answered instead of a view: its code and its sentence with the remedy. */
export class ApiFailure extends Error {
  readonly code: string;
  /** Where in the body that was sent; null when it is not in the body. */
  readonly at: ErrorPlace | null;

  constructor(code: string, message: string, at: ErrorPlace | null = null) {
    super(message);
    this.name = "ApiFailure";
    this.code = code;
    this.at = at;
  }
}

export interface ReviewAsked {
  readonly queue: ReviewQueueName;
  readonly seed: number;
  /** Of the audit sample. */
  readonly size: number;
  readonly limit: number;
}

/** A judgement as the page gives it. */
export interface JudgementAsked {
  readonly left: string;
  readonly right: string;
  readonly answer: "same" | "different" | "unsure";
  readonly reason?: string;
  readonly asked: ReviewPairView["asked"];
  readonly isBlind: boolean;
  readonly rank?: number;
  readonly sample?: { readonly seed: number; readonly size: number };
}

export interface SubjectsAsked {
  readonly q: string;
  readonly kinds: readonly SubjectView["kind"][];
  readonly limit: number;
  /** Asks whether it is taken. */
  readonly id?: string;
}

/** The views of the contract by their path below a case. */
export interface Client {
  cases(): Promise<CasesAnswer>;
  answers(caseId: string): Promise<ScreenAnswers>;
  trace(caseId: string, id: string): Promise<TraceView>;
  /** Where a value comes from, at a glance. */
  origin(caseId: string, id: string): Promise<OriginView>;
  sources(caseId: string): Promise<SourcesAnswer>;
  source(caseId: string, id: string): Promise<SourceView>;
  /** @param number - from 1. */
  page(caseId: string, id: string, number: number): Promise<PageView>;
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
    query: { readonly q: string; readonly offset: number; readonly limit: number },
  ): Promise<PeopleView>;
  search(
    caseId: string,
    query: {
      readonly q: string;
      readonly chosen: Readonly<Partial<Record<SearchFacet, readonly string[]>>>;
      readonly missing: readonly SearchFacet[];
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
  appeals(caseId: string, on: string): Promise<AppealRollView>;
  estimate(caseId: string): Promise<EstimateView>;
  review(caseId: string, query: ReviewAsked): Promise<ReviewView>;
  reviewPair(caseId: string, left: string, right: string): Promise<ReviewPairView>;
  judge(caseId: string, given: JudgementAsked): Promise<JudgementRecorded>;
  undoJudgement(caseId: string, judgement: string): Promise<JudgementTakenBack>;
  unlock(caseId: string, passphrase: string): Promise<void>;
  lock(caseId: string): Promise<void>;
  /** Also while the page goes away. */
  lockAll(): Promise<void>;
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
    trace: (caseId, id) => below(caseId, `/trace/${part(id)}`),
    origin: (caseId, id) => below(caseId, `/origins/${part(id)}`),
    sources: (caseId) => below(caseId, "/sources"),
    source: (caseId, id) => below(caseId, `/sources/${part(id)}`),
    page: (caseId, id, number) => below(caseId, `/sources/${part(id)}/pages/${number}`),
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
    people: (caseId, { q, offset, limit }) =>
      below(caseId, "/people", { q, offset: String(offset), limit: String(limit) }),
    search: (caseId, { q, chosen, missing, isNear, offset, limit }) => {
      const params: [name: string, value: string][] = [
        ["q", q],
        ["offset", String(offset)],
        ["limit", String(limit)],
      ];
      if (isNear) params.push(["near", "1"]);
      for (const [facet, values] of Object.entries(chosen))
        for (const value of values) params.push([facet, value]);
      for (const facet of missing) params.push(["missing", facet]);
      return below(caseId, "/search", params);
    },
    person: (caseId, id) => below(caseId, `/people/${part(id)}`),
    places: (caseId, on, audience) => below(caseId, "/places", { audience, ...(on === null ? {} : { on }) }),
    site: (caseId, id, on, audience) =>
      below(caseId, `/places/sites/${part(id)}`, { audience, ...(on === null ? {} : { on }) }),
    offices: (caseId) => below(caseId, "/offices"),
    appeals: (caseId, on) => below(caseId, "/appeals", { on }),
    estimate: (caseId) => below(caseId, "/estimate"),
    review: (caseId, { queue, seed, size, limit }) =>
      below(caseId, "/review", { queue, seed: String(seed), size: String(size), limit: String(limit) }),
    reviewPair: (caseId, left, right) => below(caseId, "/review/pair", { left, right }),
    judge: (caseId, given) => post(`/api/cases/${part(caseId)}/review/judgements`, { ...given }),
    undoJudgement: (caseId, judgement) =>
      post(`/api/cases/${part(caseId)}/review/judgements/${part(judgement)}/undo`, {}),
    unlock: (caseId, passphrase) => post(`/api/cases/${part(caseId)}/unlock`, { passphrase }),
    lock: (caseId) => post(`/api/cases/${part(caseId)}/lock`, {}),
    lockAll: () => post("/api/lock-all", {}),
  };
}

async function get<T>(path: string, params: URLSearchParams): Promise<T> {
  return answerOf(await reach(`${path}?${params}`));
}

/** Of a request that outlives its page a browser takes no longer body than this (Fetch, 4.6: 64 KiB in all). */
const MOST_KEPT_ALIVE = 16_000;

async function post<T>(path: string, given: object): Promise<T> {
  const headers = { "content-type": "application/json", "x-inquest": "1" };
  const body = JSON.stringify(given);
  const keepalive = body.length <= MOST_KEPT_ALIVE;
  return answerOf(await reach(path, { method: "POST", headers, body, keepalive }));
}

async function answerOf<T>(response: Response): Promise<T> {
  // Our own server of the same build: its answers are the types of the contract.
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const body: ErrorView = JSON.parse(text);
  throw new ApiFailure(body.error.code, body.error.message, body.error.at ?? null);
}

/** @throws ApiFailure "client/unreachable" when no server answers, such as after Ctrl-C in its terminal. */
async function reach(address: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new ApiFailure("client/unreachable", cause instanceof Error ? cause.message : String(cause));
  }
}
