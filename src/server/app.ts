/** The HTTP application: the routes of contract.ts over open cases, and the files of the workbench. */
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { z } from "zod";
import { type CaseReader, type CaseSource, SEARCH_FACETS, toDay } from "../case/index.ts";
import { InquestError, LANGUAGES, type Language, toHttpStatus } from "../core/index.ts";
import type { CasesAnswer, ErrorView, ScreenAnswers, SourcesAnswer } from "./contract.ts";
import { requireLocalHost } from "./local-host.ts";
import type { LockGuard } from "./lock-routes.ts";
import { requireOwnRequest } from "./own-request.ts";
import { serveWorkbench } from "./static-files.ts";

export interface AppOptions {
  readonly cases: readonly CaseSource[];
  /** The built workbench. */
  readonly webFolder: string;
  /** Host names under which this server may be addressed; anything else is refused (DNS rebinding). */
  readonly hosts: readonly string[];
  /** Who may read closed cases. */
  readonly guard: LockGuard;
}

const PeopleQuery = z.object({
  q: z.string().max(200).default(""),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const Facet = z.enum(SEARCH_FACETS);
const SearchQuery = PeopleQuery.extend({ near: z.literal("1").optional() });
/** Parameters that may stand several times. */
const SearchChoices = z.object({
  chosen: z.partialRecord(Facet, z.array(z.string().min(1).max(200))),
  missing: z.array(Facet),
});
const PlacesQuery = z.object({ on: z.iso.date().optional() });
const DayQuery = z.object({ on: z.coerce.date() });
const WatchQuery = z.object({
  on: z.coerce.date(),
  within: z.coerce.number().int().min(0).max(36_525).default(30),
});
const Words = z.string().trim().min(1);
const HeldQuery = z.object({ office: Words, on: Words, place: Words.optional() });
const RecommendationsQuery = PeopleQuery.omit({ q: true }).extend({
  from: Words.optional(),
  answer: Words.optional(),
});
const PostingsQuery = z.object({ person: Words });
const ChainQuery = z.object({ unit: Words, on: Words });

/** The application over these cases; it keeps no state of its own. */
export function createApp({ cases, webFolder, hosts, guard }: AppOptions): Hono {
  const app = new Hono();
  app.use(requireLocalHost(hosts));
  app.use(requireOwnRequest);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // MapLibre and React set styles on elements; no script is ever inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        workerSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: "no-referrer",
      crossOriginResourcePolicy: "same-origin",
    }),
  );
  app.use("/api/*", async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
  });

  app.get("/api/cases", async (context) => {
    const language = languageOf(context.req.query("lang"));
    const readable = cases.filter((source) => guard.mayRead(context, source));
    const readers = await Promise.all(readable.map((source) => source.current()));
    const answer: CasesAnswer = {
      cases: readers.map((reader) => reader.summary(language)),
      locked: cases
        .filter((source) => !readable.includes(source))
        .map(({ id, locking }) => ({ id, isClosed: locking?.isClosed === true })),
      lockable: readable.filter(({ locking }) => locking !== undefined).map(({ id }) => id),
    };
    return context.json(answer);
  });
  guard.mount(app);
  app.use("/api/cases/:case/*", guard.requireSession);

  const readerOf = (id: string): Promise<CaseReader> => {
    const source = cases.find((candidate) => candidate.id === id);
    if (source === undefined)
      throw notFound(`No case "${id}" is open. Open are: ${cases.map((c) => c.id).join(", ")}.`);
    return source.current();
  };
  type Answerer = (
    reader: CaseReader,
    language: Language,
    query: Record<string, string>,
    id: string,
    /** Every value of each parameter. */
    all: Record<string, string[]>,
  ) => object | Promise<object>;
  const route = (path: string, answer: Answerer) =>
    app.get(`/api/cases/:case${path}`, async (context) => {
      const query = context.req.query();
      const reader = await readerOf(context.req.param("case") ?? "");
      const [id, all] = [context.req.param("id") ?? "", context.req.queries()];
      return context.json(await answer(reader, languageOf(query.lang), query, id, all));
    });

  route(
    "/answers",
    (reader, language): ScreenAnswers => ({
      case: reader.summary(language),
      answers: reader.answers(language),
    }),
  );
  route("/trace/:id", (reader, language, _query, id) => reader.trace(id, language));
  route("/sources", (reader, language): SourcesAnswer => ({ sources: reader.sources(language) }));
  route("/sources/:id", (reader, language, _query, id) => reader.source(id, language));
  route("/sources/:id/passages", (reader, language, _query, id) => reader.passages(id, null, language));
  route("/people", (reader, language, query) => reader.people(parseQuery(PeopleQuery, query), language));
  route("/people/:id", (reader, language, _query, id) => reader.person(id, language));
  route("/places", (reader, language, query) =>
    reader.places(parseQuery(PlacesQuery, query).on ?? null, language),
  );
  route("/places/watch", (reader, language, query) => {
    const { on, within } = parseQuery(WatchQuery, query);
    return reader.watchList({ on: toDay(on.getTime()), withinDays: within }, language);
  });
  route("/offices", (reader, language) => reader.offices(language));
  route("/stated-persons/:id", (reader, language, _query, id) => reader.statedPerson(id, language));
  route("/search", (reader, language, query, _id, all) => {
    const { q, near, offset, limit } = parseQuery(SearchQuery, query);
    const { chosen, missing } = parseQuery(SearchChoices, {
      chosen: Object.fromEntries(SEARCH_FACETS.flatMap((facet) => (all[facet] ? [[facet, all[facet]]] : []))),
      missing: all.missing ?? [],
    });
    return reader.search({ q, chosen, missing, isNear: near === "1", offset, limit }, language);
  });
  route("/findings", (reader, language) => reader.findings(language));
  route("/figures/:id/what-would-change", (reader, language, _query, id) =>
    reader.whatWouldChange(id, language),
  );
  route("/appeals", (reader, language, query) =>
    reader.appealRoll(toDay(parseQuery(DayQuery, query).on.getTime()), language),
  );
  route("/recommendations", (reader, language, query) =>
    reader.recommendations(parseQuery(RecommendationsQuery, query), language),
  );
  route("/roll-calls", (reader, language) => reader.rollCalls(language));
  route("/roll-calls/:id", (reader, language, _query, id) => reader.rollCall(id, language));
  route("/offices/held", (reader, language, query) => reader.whoHeld(parseQuery(HeldQuery, query), language));
  route("/offices/postings", (reader, language, query) =>
    reader.postings(parseQuery(PostingsQuery, query).person, language),
  );
  route("/offices/chain", (reader, language, query) =>
    reader.chainOfCommand(parseQuery(ChainQuery, query), language),
  );
  route("/estimate", (reader, language) => reader.estimate(language));
  app.all("/api/*", () => {
    throw notFound("There is no such route; docs/architecture.md lists them.");
  });

  app.get("*", serveWorkbench(webFolder));
  app.onError((error, context) => {
    const isKnown = error instanceof InquestError;
    const body: ErrorView = {
      error: isKnown
        ? { code: error.code, message: error.message }
        : {
            code: "server/unexpected",
            message: "Inquest met an error it did not expect; the terminal shows it.",
          },
    };
    if (!isKnown) console.error(error);
    return context.json(body, toHttpStatus(error));
  });
  return app;
}

function languageOf(text: string | undefined): Language {
  return LANGUAGES.find((language) => language === text) ?? "en";
}

function parseQuery<S extends z.ZodType>(schema: S, query: Record<string, unknown>): z.infer<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InquestError({
    code: "server/query",
    reaction: "usage",
    message: `The parameter ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not valid"}.`,
    cause: parsed.error,
  });
}

function notFound(message: string): InquestError {
  return new InquestError({ code: "server/not-found", reaction: "not-found", message });
}
