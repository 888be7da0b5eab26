/** The routes that answer what a case says. */
import type { z } from "zod";
import { type CaseReader, type Jobs, toDay } from "../case/index.ts";
import type { Language } from "../core/index.ts";
import type { AnswerId, ApiAnswers } from "./contract.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";

/** What a route about a case is given. */
export interface Asked<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly reader: CaseReader;
  readonly language: Language;
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  /** Null where no long work is done, and for whoever may not write. */
  readonly jobs: Jobs | null;
}

export interface CaseRoutes {
  /** Sets the route of an operation about one case. */
  on<Id extends AnswerId, P extends z.ZodObject, Q extends z.ZodObject>(
    operation: Operation<Id, P, Q, z.ZodUndefined>,
    answer: (asked: Asked<P, Q>) => ApiAnswers[Id] | Promise<ApiAnswers[Id]>,
  ): void;
}

export function mountReading({ on }: CaseRoutes): void {
  const o = OPERATIONS;
  on(o.answers, ({ reader, language }) => ({
    case: reader.summary(language),
    answers: reader.answers(language),
  }));
  on(o.jobs, ({ jobs }) => ({ canStart: jobs !== null, jobs: jobs?.list() ?? [] }));
  on(o.work, ({ reader, language, query }) => reader.work(query.since, language));
  on(o.trace, ({ reader, language, params }) => reader.trace(params.id, language));
  on(o.origin, ({ reader, language, params }) => reader.origin(params.id, language));
  on(o.sources, ({ reader, language }) => ({ sources: reader.sources(language) }));
  on(o.source, ({ reader, language, params }) => reader.source(params.source, language));
  on(o.table, ({ reader, language, params, query }) =>
    reader.table(params.source, withoutGaps(query), language),
  );
  on(o.rows, ({ reader, language, params, query }) => reader.rows(params.source, query, language));
  on(o.page, ({ reader, language, params }) => reader.page(params.source, params.page, language));
  on(o.checkSource, ({ reader, language, params }) => reader.checkSource(params.source, language));
  on(o.vocabulary, ({ reader, language }) => reader.vocabulary(language));
  on(o.subjects, ({ reader, language, query: { kind = [], ...query } }) =>
    reader.subjects({ ...query, kinds: kind }, language),
  );
  on(o.passages, ({ reader, language, params }) => reader.passages(params.source, null, language));
  on(o.people, ({ reader, language, query: { q, missing = [], offset, limit, ...chosen } }) =>
    reader.people({ q, chosen, missing, offset, limit }, language),
  );
  on(o.person, ({ reader, language, params }) => reader.person(params.person, language));
  on(o.places, ({ reader, language, query }) => reader.places(query.on ?? null, language, query.audience));
  on(o.site, ({ reader, language, params, query: { on: day, audience } }) =>
    reader.site({ site: params.site, on: day === undefined ? null : dayOf(day), audience }, language),
  );
  on(o.allegations, ({ reader, language }) => reader.allegations(language));
  on(o.confirmation, ({ reader, language }) => reader.confirmation(language));
  on(o.mentions, ({ reader, language }) => ({ mentions: reader.mentions(language) }));
  on(o.releases, ({ reader }) => ({ lists: reader.releases() }));
  on(o.releaseChanges, ({ reader, params, query }) => reader.releaseChanges(params.list, query.release));
  on(o.provenance, ({ reader, language }) => reader.provenance(language));
  on(o.grades, ({ reader, language, query }) => ({ grades: reader.grades(query.of, language) }));
  on(o.watchList, ({ reader, language, query }) =>
    reader.watchList({ on: dayOf(query.on), withinDays: query.within, audience: query.audience }, language),
  );
  on(o.offices, ({ reader, language }) => reader.offices(language));
  on(o.personVisibility, ({ reader, language, params }) => reader.personVisibility(params.person, language));
  on(o.releasePlan, ({ reader, language, query: { profile, without = [] } }) =>
    reader.releasePlan({ profile, without }, language),
  );
  on(o.published, ({ reader }) => ({ releases: reader.published() }));
  on(o.publishedRelease, ({ reader, language, params }) => reader.publishedRelease(params.release, language));
  on(o.citedFigure, ({ reader, language, params: { release: number, figure } }) =>
    reader.citedFigure({ number, figure }, language),
  );
  on(o.statedPerson, ({ reader, language, params }) => reader.statedPerson(params.person, language));
  on(o.search, ({ reader, language, query: { q, near, missing = [], offset, limit, ...chosen } }) =>
    reader.search({ q, chosen, missing, isNear: near === "1", offset, limit }, language),
  );
  on(o.findings, ({ reader, language }) => reader.findings(language));
  on(o.whatWouldChange, ({ reader, language, params }) => reader.whatWouldChange(params.figure, language));
  on(o.appealRoll, ({ reader, language, query }) => reader.appealRoll(dayOf(query.on), language));
  on(o.recommendations, ({ reader, language, query }) => reader.recommendations(query, language));
  on(o.rollCalls, ({ reader, language }) => reader.rollCalls(language));
  on(o.rollCall, ({ reader, language, params }) => reader.rollCall(params.id, language));
  on(o.whoHeld, ({ reader, language, query }) => reader.whoHeld(query, language));
  on(o.postings, ({ reader, language, query }) => reader.postings(query.person, language));
  on(o.chainOfCommand, ({ reader, language, query }) => reader.chainOfCommand(query, language));
  on(o.estimate, ({ reader, language }) => reader.estimate(language));
  on(o.reproduction, ({ reader, language, params }) => reader.reproduction(params.estimate, language));
  on(o.consents, ({ reader }) => reader.consents());
  on(o.review, ({ reader, language, query: { queue, seed, size, offset, limit } }) =>
    reader.review({ queue, sample: { seed, size }, offset, limit }, language),
  );
  on(o.strata, ({ reader, language, query }) => reader.strata(query.by, language));
  on(o.linkCuts, ({ reader, language }) => reader.linkCuts(language));
  on(o.reviewOutlook, ({ reader, language }) => reader.reviewOutlook(language));
  on(o.reviewPair, ({ reader, language, query: { left, right, blind } }) =>
    reader.reviewPair({ left, right, isBlind: blind === "1" }, language),
  );
  on(o.personChecks, ({ reader, language, query }) => reader.personChecks(query, language));
  on(o.splitPreview, ({ reader, language, query: { row = [] } }) => reader.splitPreview(row, language));
  on(o.joinPreview, ({ reader, language, query }) => reader.joinPreview(query, language));
  on(o.judgements, ({ reader, language }) => reader.judgements(language));
  on(o.twoPersons, ({ reader }) => reader.twoPersons());
}

/** What is not asked for is absent, not undefined. */
function withoutGaps({
  sheet,
  encoding,
  delimiter,
  headingRow,
  rows,
}: {
  readonly [Name in "sheet" | "encoding" | "delimiter"]?: string | undefined;
} & { readonly [Name in "headingRow" | "rows"]?: number | undefined }) {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(headingRow === undefined ? {} : { headingRow }),
    ...(rows === undefined ? {} : { rows }),
  };
}

/** Days since 1970-01-01 of an ISO day. */
function dayOf(iso: string): number {
  return toDay(Date.parse(iso));
}
