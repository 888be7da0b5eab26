/**
 * The HTTP interface of the workbench, as types. Routes are GET unless it says POST, answer JSON, and take
 * `lang=en|fa`. A POST carries the header `x-inquest` and a JSON body. Closed cases, and those that hold something
 * encrypted, answer only with the session that unlocking sets.
 *
 * | route | gives |
 * |---|---|
 * | /api/cases | CasesAnswer |
 * | POST /api/cases/:case/unlock | takes { passphrase } |
 * | POST /api/cases/:case/lock, POST /api/lock-all | keys and everything read are forgotten |
 * | /api/cases/:case/answers | ScreenAnswers |
 * | /api/cases/:case/trace/:figure | TraceView (the id of a figure, person, site, posting or statement) |
 * | /api/cases/:case/sources | { sources: SourceSummaryView[] } |
 * | /api/cases/:case/sources/:source | SourceView |
 * | /api/cases/:case/sources/:source/passages | PassagesView |
 * | /api/cases/:case/people?q=&offset=&limit= | PeopleView |
 * | /api/cases/:case/people/:person | PersonView |
 * | /api/cases/:case/places?on=YYYY-MM-DD | PlacesView |
 * | /api/cases/:case/places/watch?on=YYYY-MM-DD&within= | WatchListView |
 * | /api/cases/:case/offices | OfficesView |
 * | /api/cases/:case/stated-persons/:person | StatedPersonView |
 * | /api/cases/:case/search?q=&near=1&offset=&limit=, a facet's name for each value chosen of it (&kind=site&year=1988), &missing= for each facet of which it is missing | SearchView |
 * | /api/cases/:case/findings | FindingsView |
 * | /api/cases/:case/figures/:figure/what-would-change | WhatWouldChangeView |
 * | /api/cases/:case/appeals?on=YYYY-MM-DD | AppealRollView |
 * | /api/cases/:case/recommendations?from=&answer=&offset=&limit= | RecommendationsView |
 * | /api/cases/:case/roll-calls | RollCallsView |
 * | /api/cases/:case/roll-calls/:id | RollCallView |
 * | /api/cases/:case/offices/held?office=&on=&place= | WhoHeldView |
 * | /api/cases/:case/offices/postings?person= | PostingsView |
 * | /api/cases/:case/offices/chain?unit=&on= | ChainView |
 * | /api/cases/:case/estimate | EstimateView |
 *
 * Errors answer with the status of their reaction and an ErrorView.
 */
import type { AnswersView, CaseSummaryView, FigureOnScreen, SourceSummaryView } from "../case/index.ts";

export type * from "../case/index.ts";

export interface CasesAnswer {
  readonly cases: readonly CaseSummaryView[];
  /** Cases that this browser has not unlocked. */
  readonly locked: readonly LockedCase[];
  /** Ids among `cases` of those that can be locked again. */
  readonly lockable: readonly string[];
}

export interface LockedCase {
  readonly id: string;
  /** Whether everything in it is encrypted, its name included; else it holds something that is. */
  readonly isClosed: boolean;
}

export interface SourcesAnswer {
  readonly sources: readonly SourceSummaryView[];
}

export interface ScreenAnswers {
  readonly case: CaseSummaryView;
  readonly answers: AnswersView<FigureOnScreen>;
}

export interface ErrorView {
  readonly error: { readonly code: string; readonly message: string };
}
