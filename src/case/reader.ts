/** What a face may ask of an open case: every view of views.ts, in the language asked for. */
import type { Language } from "../core/index.ts";
import type { AllegationsView } from "./allegation-views.ts";
import type { AppealRollView, RecommendationsView, RollCallsView, RollCallView } from "./appeal-views.ts";
import type { WhoHeldQuestion } from "./ask-offices.ts";
import type { ConsentsView, TwoPersonsView } from "./decision-views.ts";
import type { PageView, SourceCheckView, SubjectsView, VocabularyView } from "./entry-views.ts";
import type { FindingsView, WhatWouldChangeView } from "./finding-views.ts";
import type { ImportTried } from "./import-source.ts";
import type { LinkCutsView } from "./link-views.ts";
import type { RecommendationsQuery } from "./listed-appeals.ts";
import type { MentionView } from "./mentions.ts";
import type { ChainView, OfficesView, PostingsView, WhoHeldView } from "./office-views.ts";
import type { OriginView } from "./origin-views.ts";
import type { PassagesView } from "./passage-views.ts";
import type { PeopleChoices } from "./people-facets.ts";
import type { PersonChecksView, PersonPreviewView } from "./person-check-views.ts";
import type { ConfirmationCountsView, StatedPersonView } from "./person-views.ts";
import type { PersonChecksQuery } from "./present-person-checks.ts";
import type { ProvenanceView } from "./present-provenance.ts";
import type { ReleasePlanAsked } from "./present-release.ts";
import type { PairQuestion, ReviewQuery } from "./present-review.ts";
import type { RowsAsked } from "./present-rows.ts";
import type { SiteQuestion, WatchQuestion } from "./present-site.ts";
import type { TableAskedFor } from "./present-table.ts";
import type { Audience } from "./publication.ts";
import type {
  CitedFigureView,
  PersonVisibilityView,
  PublishedReleaseView,
  ReleasePlanView,
} from "./publish-views.ts";
import type { ReproductionView } from "./reproduction-view.ts";
import type { JudgementsView, ReviewOutlookView, ReviewPairView, ReviewView } from "./review-views.ts";
import type { RowsView } from "./row-views.ts";
import type { SearchQuery } from "./search-case.ts";
import type { SubjectsQuery } from "./search-subjects.ts";
import type { SearchView } from "./search-views.ts";
import type { PublishedView } from "./show-published.ts";
import type { ListReleasesView, ReleaseChangesView } from "./show-releases.ts";
import type { SitePageView, WatchListView } from "./site-views.ts";
import type { CopyOfSource } from "./source-content.ts";
import type { SourceMedia } from "./source-media.ts";
import type { StrataView } from "./strata-views.ts";
import type { ImportTrialView, TableView } from "./table-views.ts";
import type {
  AnswersView,
  CaseAnswersView,
  CaseSummaryView,
  EstimateView,
  FigureOnScreen,
  GradeView,
  PeopleView,
  PersonView,
  PlacesView,
  SourceSummaryView,
  SourceView,
  TraceView,
} from "./views.ts";
import type { WorkView } from "./work-views.ts";

export interface PeopleQuery extends PeopleChoices {
  /** Part of a name in any script, a record id, or nothing for everyone. */
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
}

/** Reads an open case. Views come from memory, sources and traces from the sealed files; unknown ids throw InquestError "case/not-found". */
export interface CaseReader {
  readonly id: string;
  summary(language: Language): CaseSummaryView;
  /** The four answers as `inquest answer --json` prints them. */
  plainAnswers(language: Language): CaseAnswersView;
  answers(language: Language): AnswersView<FigureOnScreen>;
  /** @param id - of a figure, person, site, posting or statement, or a statement's key. */
  trace(id: string, language: Language): Promise<TraceView>;
  /** The same at a glance, with footnotes. @param id - as for `trace`. */
  origin(id: string, language: Language): Promise<OriginView>;
  sources(language: Language): readonly SourceSummaryView[];
  source(id: string, language: Language): Promise<SourceView>;
  /** A sealed file as a table that may become a list. @param settings - what a person says of it; the rest is found. */
  table(id: string, settings: TableAskedFor, language: Language): Promise<TableView>;
  /** Rows of the list that a source became. @throws InquestError "case/not-found". */
  rows(id: string, asked: RowsAsked, language: Language): Promise<RowsView>;
  /** What a recipe would make of a sealed file; its words are in the language that is asked for. */
  tryImport(id: string, asked: ImportTried): Promise<ImportTrialView>;
  /** A picture or a recording as it was sealed. @throws InquestError "case/not-found", "case/not-shown". */
  media(id: string): Promise<SourceMedia>;
  /** One page of a source that has pages. @throws InquestError "case/not-found". */
  page(id: string, number: number, language: Language): Promise<PageView>;
  /** Its bytes hashed again and the act that sealed it checked, now. @throws InquestError "case/not-found". */
  checkSource(id: string, language: Language): Promise<SourceCheckView>;
  /** What may be stated, of what, and with which values. */
  vocabulary(language: Language): VocabularyView;
  /** The things that statements speak of, by part of a name in any script. */
  subjects(query: SubjectsQuery, language: Language): SubjectsView;
  /** The rule by which persons are confirmed, and how many have each level. */
  confirmation(language: Language): ConfirmationCountsView;
  /** People of whom sources speak without saying who they are. */
  mentions(language: Language): readonly MentionView[];
  /** Where lists come from, and the lists of which nothing is said. */
  provenance(language: Language): ProvenanceView;
  /** Every list with its releases, in the order in which they came. */
  releases(): readonly ListReleasesView[];
  /** What became of the rows of one release, the latest when no number is given. @throws InquestError "case/not-found". */
  releaseChanges(list: string, number?: number): Promise<ReleaseChangesView>;
  /** Of a source, speaker or statement, by id, key or name. */
  grades(word: string, language: Language): readonly GradeView[];
  /** @param copy - the bytes of another copy of the source, and its name. */
  passages(source: string, copy: CopyOfSource | null, language: Language): Promise<PassagesView>;
  people(query: PeopleQuery, language: Language): PeopleView;
  person(id: string, language: Language): PersonView;
  /** How a person may be shown outside. @throws InquestError "case/not-found". */
  personVisibility(id: string, language: Language): Promise<PersonVisibilityView>;
  /** What a release by a profile would hold, what not and why, and which decisions are missing. */
  releasePlan(asked: ReleasePlanAsked, language: Language): Promise<ReleasePlanView>;
  /** Releases that left the case, in their order. */
  published(): readonly PublishedView[];
  /** What a release held, and what was another than in the one before. @throws InquestError "case/not-found". */
  publishedRelease(number: number, language: Language): Promise<PublishedReleaseView>;
  /** A figure as a release held it, beside the same today. @throws InquestError "case/not-found". */
  citedFigure(
    cited: { readonly number: number; readonly figure: string },
    language: Language,
  ): Promise<CitedFigureView>;
  /** @param word - the name or id of a person or group that statements speak of. */
  statedPerson(word: string, language: Language): StatedPersonView;
  /**
   * @param on - ISO day for the sites; null for whatever is known.
   * @param audience - those who work in the case, when left out.
   */
  places(on: string | null, language: Language, audience?: Audience): PlacesView;
  offices(language: Language): OfficesView;
  /** Those that two people released, each with its label, and the number of those that are kept back. */
  allegations(language: Language): AllegationsView;
  /** @throws InquestError "case/not-found", "case/ambiguous-name", "case/time"; as do the next two. */
  whoHeld(question: WhoHeldQuestion, language: Language): WhoHeldView;
  postings(person: string, language: Language): PostingsView;
  chainOfCommand(question: { readonly unit: string; readonly on: string }, language: Language): ChainView;
  /** @param on - days since 1970-01-01. */
  appealRoll(on: number, language: Language): AppealRollView;
  recommendations(query: RecommendationsQuery, language: Language): RecommendationsView;
  rollCalls(language: Language): RollCallsView;
  /** @param id - of the roll call, its record, or its resolution. */
  rollCall(id: string, language: Language): RollCallView;
  watchList(question: WatchQuestion, language: Language): WatchListView;
  /** @throws InquestError "case/not-found", "case/ambiguous-name", "case/site-withheld". */
  site(question: SiteQuestion, language: Language): SitePageView;
  search(query: SearchQuery, language: Language): SearchView;
  findings(language: Language): FindingsView;
  /** @param id - of a figure. @throws InquestError "case/not-found". */
  whatWouldChange(id: string, language: Language): WhatWouldChangeView;
  estimate(language: Language): EstimateView;
  /** The files that make the numbers of one estimate again, without Inquest. @throws InquestError "case/not-found". */
  reproduction(id: string, language: Language): Promise<ReproductionView>;
  consents(): ConsentsView;
  /** Pairs that wait for people. */
  review(query: ReviewQuery, language: Language): Promise<ReviewView>;
  /** How many persons there would be if the machine linked from another match probability on. */
  linkCuts(language: Language): Promise<LinkCutsView>;
  /** Persons of the linked lists by groups. @param by - the id of a way. @throws InquestError "case/not-found". */
  strata(by: string | undefined, language: Language): StrataView;
  /** What the pairs that wait may still change, all together. */
  reviewOutlook(language: Language): Promise<ReviewOutlookView>;
  /** One pair by name. @throws InquestError "case/not-linked", "case/record-unknown". */
  reviewPair(question: PairQuestion, language: Language): Promise<ReviewPairView>;
  /** Persons of several rows, those that contradict themselves first. */
  personChecks(query: PersonChecksQuery, language: Language): Promise<PersonChecksView>;
  /** What would change if rows of a person were somebody else. @throws InquestError as `splitPerson`. */
  splitPreview(rows: readonly string[], language: Language): Promise<PersonPreviewView>;
  /** What would change if two persons were one. @throws InquestError as `joinPersons`. */
  joinPreview(
    question: { readonly one: string; readonly other: string },
    language: Language,
  ): Promise<PersonPreviewView>;
  /** All pairs that were judged. @throws InquestError "case/not-linked". */
  judgements(language: Language): Promise<JudgementsView>;
  twoPersons(): TwoPersonsView;
  /** What waits for people, and what was recorded since an ISO time. */
  work(since: string, language: Language): Promise<WorkView>;
}
