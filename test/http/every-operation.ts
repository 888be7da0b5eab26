/** For each operation that reads, addresses under which something of a case can be asked: found by what the case itself says. */
import type {
  ApiAnswers,
  EstimateView,
  OfficesView,
  PeopleView,
  PlacesView,
  RollCallsView,
  ScreenAnswers,
  SourcesAnswer,
} from "../../src/server/contract.ts";
import type { READING } from "../../src/server/reading-operations.ts";

export type ReadingId = keyof typeof READING;

/** What there is to ask about in one case. */
export interface Known {
  readonly answers: ScreenAnswers;
  readonly sources: SourcesAnswer;
  readonly people: PeopleView;
  readonly offices: OfficesView;
  readonly places: PlacesView;
  readonly rollCalls: RollCallsView;
  readonly estimate: EstimateView;
}

const PEOPLE_ASKED = 20;

/** Addresses below `/api/cases/:case`, by operation. An operation without an entry does not compile. */
export function addressesOf(
  known: Known,
): Readonly<Record<Exclude<ReadingId, "openApi" | "cases">, readonly string[]>> {
  const { howMany, who, where, offices } = known.answers.answers;
  const figures = [...howMany, ...who, ...where, ...offices].map(({ id }) => id);
  const sources = known.sources.sources.map(({ id }) => id);
  const lanes = known.offices.lanes;
  const persons = [...new Set(lanes.flatMap(({ postings }) => postings.map(({ person }) => person.id)))];
  const part = encodeURIComponent;
  const isLinked = known.answers.case.counts.persons > 0;
  return {
    answers: ["/answers"],
    trace: figures.map((id) => `/trace/${part(id)}`),
    jobs: ["/jobs"],
    work: ["/work?since=1988-07-28T00:00:00Z", "/work?since=2999-01-01T00:00:00%2B03:30"],
    origin: figures.map((id) => `/origins/${part(id)}`),
    findings: ["/findings"],
    whatWouldChange: figures.map((id) => `/figures/${part(id)}/what-would-change`),
    estimate: ["/estimate"],
    reproduction: known.estimate.tables.map(({ id }) => `/estimate/${part(id)}/reproduction`),
    sources: ["/sources"],
    source: sources.map((id) => `/sources/${part(id)}`),
    // Only whoever may write asks this, of a file of their own.
    table: [],
    passages: sources.map((id) => `/sources/${part(id)}/passages`),
    rows: known.sources.sources
      .filter(({ records }) => records > 0)
      .map(({ id }) => `/sources/${part(id)}/rows?offset=1&limit=2`),
    page: sources.map((id) => `/sources/${part(id)}/pages/1`),
    checkSource: sources.map((id) => `/sources/${part(id)}/verification`),
    vocabulary: ["/vocabulary", "/vocabulary?lang=fa"],
    subjects: [
      "/subjects",
      "/subjects?q=khavaran&kind=site&kind=place&limit=5",
      "/subjects?limit=0&id=site%3Ano",
    ],
    consents: ["/consents"],
    twoPersons: ["/proposals"],
    review: ["/review", "/review?queue=audit&seed=3&size=20&limit=20", "/review?queue=second&offset=1"],
    linkCuts: ["/link/cuts"],
    strata: ["/estimate/strata"],
    reviewOutlook: ["/review/outlook"],
    reviewPair:
      known.answers.case.id === "first-hour"
        ? ["", "&blind=1"].map((more) => `/review/pair?left=families%3AF001&right=exiles%3AE001${more}`)
        : [],
    judgements: isLinked ? ["/review/judgements"] : [],
    personChecks: ["/review/persons", "/review/persons?shown=decided&limit=3"],
    splitPreview: known.answers.case.id === "first-hour" ? ["/review/persons/split?row=exiles%3AE153"] : [],
    joinPreview:
      known.answers.case.id === "first-hour"
        ? ["/review/persons/join?one=families%3AF001&other=families%3AF002"]
        : [],
    people: ["/people", "/people?q=a&limit=7", "/people?q=%D8%B1&offset=3"],
    person: known.people.people.slice(0, PEOPLE_ASKED).map(({ id }) => `/people/${part(id)}`),
    statedPerson: persons.map((id) => `/stated-persons/${part(id)}`),
    confirmation: ["/confirmation"],
    mentions: ["/mentions"],
    provenance: ["/provenance"],
    releases: ["/releases"],
    releaseChanges:
      known.answers.case.id === "first-hour"
        ? ["/lists/exiles/changes", "/lists/families/changes?release=1"]
        : [],
    personVisibility: known.people.people
      .slice(0, PEOPLE_ASKED)
      .map(({ id }) => `/people/${part(id)}/visibility`),
    releasePlan: [
      "/release-plan?profile=public",
      "/release-plan?profile=commission",
      ...figures.slice(0, 1).map((id) => `/release-plan?profile=partners&without=${part(id)}`),
    ],
    published: ["/published"],
    // The shipped cases made none; those that were made are asked for where they are made.
    publishedRelease: [],
    citedFigure: [],
    grades: sources.map((id) => `/grades?of=${part(id)}`),
    allegations: ["/allegations"],
    site: known.places.sites.flatMap(({ id }) => [
      `/places/sites/${part(id)}`,
      `/places/sites/${part(id)}?on=2018-07-31`,
    ]),
    places: ["/places", "/places?on=2018-07-31", "/places?audience=public"],
    watchList: ["/places/watch?on=2026-01-01", "/places/watch?on=2018-07-31&within=400"],
    offices: ["/offices"],
    whoHeld: lanes.flatMap(({ office: { id } }) =>
      ["1988", "2016", "1367"].map((on) => `/offices/held?office=${part(id)}&on=${on}`),
    ),
    postings: persons.map((id) => `/offices/postings?person=${part(id)}`),
    chainOfCommand: lanes.map(({ office: { id } }) => `/offices/chain?unit=${part(id)}&on=1988`),
    appealRoll: ["/appeals?on=2026-01-01"],
    recommendations: ["/recommendations", "/recommendations?answer=missing&limit=3"],
    rollCalls: ["/roll-calls"],
    rollCall: known.rollCalls.rollCalls.map(({ id }) => `/roll-calls/${part(id)}`),
    search: [
      "/search?q=prison",
      "/search?q=%D8%B2%D9%86%D8%AF%D8%A7%D9%86&kind=statement",
      "/search?q=1367&limit=5",
    ],
  };
}

/** The answers that tell what there is. */
export const KNOWN_FROM = {
  answers: "/answers",
  sources: "/sources",
  people: "/people?limit=200",
  offices: "/offices",
  places: "/places",
  rollCalls: "/roll-calls",
  estimate: "/estimate",
} as const satisfies { readonly [Id in keyof Known]: string } & Partial<Record<keyof ApiAnswers, string>>;
