/** The HTTP application: the operations of `operations.ts` over open cases, and the files of the workbench. */
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { z } from "zod";
import type { CaseSource, Jobs, NewCaseGiven } from "../case/index.ts";
import { InquestError, toHttpStatus } from "../core/index.ts";
import type { CaseMade, CasesAnswer, ErrorView } from "./contract.ts";
import { requireLocalHost } from "./local-host.ts";
import type { LockGuard } from "./lock-routes.ts";
import { headersOfMedia, keepFilesHarmless } from "./media-headers.ts";
import { openApiDocument } from "./openapi.ts";
import { type Operation, toRoute } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { refuseRequest, requireMedia, requireOwnRequest } from "./own-request.ts";
import { mountReading } from "./read-routes.ts";
import { limitBody, readBody, readLanguage, readParameters } from "./request.ts";
import { serveWorkbench } from "./static-files.ts";
import type { WriteKey } from "./write-key.ts";
import { mountWriting } from "./write-routes.ts";

export interface AppOptions {
  /** Those that are served; one that is made joins them. */
  readonly cases: CaseSource[];
  /** Makes a case, and opens it; left out where none can be made. */
  readonly createCase?: ((given: NewCaseGiven) => Promise<CaseSource>) | undefined;
  /** The built workbench. */
  readonly webFolder: string;
  /** Host names under which this server may be addressed; anything else is refused (DNS rebinding). */
  readonly hosts: readonly string[];
  /** Who may read closed cases. */
  readonly guard: LockGuard;
  /** Who may write to the others. */
  readonly writeKey: WriteKey;
}

/** The application over these cases. Cases that are made through it join them; it keeps no other state. */
export function createApp({ cases, createCase, webFolder, hosts, guard, writeKey }: AppOptions): Hono {
  const app = new Hono();
  app.use(requireLocalHost(hosts));
  app.use(requireOwnRequest);
  // Outside of the headers of pages, so that its own policy stands.
  app.use(toRoute(OPERATIONS.media), keepFilesHarmless);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // MapLibre and React set styles on elements; no script is ever inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        // A recording that was asked for and is played from memory.
        mediaSrc: ["'self'", "blob:"],
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

  /** A case that needs unlocking is written to by whoever unlocked it. */
  const mayWrite = (context: Context, source: CaseSource): boolean =>
    source.locking !== undefined || writeKey.isShown(context);

  app.get(toRoute(OPERATIONS.openApi), (context) => context.json(openApiDocument()));
  app.get(toRoute(OPERATIONS.cases), async (context) => {
    const language = readLanguage(context);
    const readable = cases.filter((source) => guard.mayRead(context, source));
    // A case that cannot be read, because its disk is gone, keeps nobody from the others.
    const read = await Promise.allSettled(readable.map((source) => source.current()));
    const answer: CasesAnswer = {
      cases: read.flatMap((each) => (each.status === "fulfilled" ? [each.value.summary(language)] : [])),
      unreadable: read.flatMap((each, index) =>
        each.status === "fulfilled"
          ? []
          : [{ id: readable[index]?.id ?? "", ...tellError(each.reason).error }],
      ),
      locked: cases
        .filter((source) => !readable.includes(source))
        .map(({ id, locking }) => ({ id, isClosed: locking?.isClosed === true })),
      lockable: readable.filter(({ locking }) => locking !== undefined).map(({ id }) => id),
      writable: readable
        .filter((source) => source.write !== undefined && mayWrite(context, source))
        .map(({ id }) => id),
      canCreate: createCase !== undefined && writeKey.isShown(context),
    };
    return context.json(answer);
  });
  guard.mount(app);
  app.use("/api/cases/:case/*", guard.requireSession);

  const sourceOf = (context: Context): CaseSource => {
    const id = context.req.param("case") ?? "";
    const source = cases.find((candidate) => candidate.id === id);
    if (source !== undefined) return source;
    throw notFound(`No case "${id}" is open. Open are: ${cases.map((each) => each.id).join(", ")}.`);
  };
  const asked = <P extends z.ZodObject, Q extends z.ZodObject>(
    context: Context,
    { params, query }: Pick<Operation<never, P, Q>, "params" | "query">,
  ) => ({
    params: readParameters(params, context.req.param()),
    query: readParameters(query, queryOf(context)),
  });
  app.post(toRoute(OPERATIONS.createCase), limitBody(OPERATIONS.createCase), async (context) => {
    if (createCase === undefined) throw notCreating();
    if (!writeKey.isShown(context)) return refuseWithoutKey(context);
    const { value } = await readBody(context, OPERATIONS.createCase);
    const made = await createCase(value);
    cases.push(made);
    return context.json({ case: made.id } satisfies CaseMade);
  });
  mountReading({
    on: (operation, answer) =>
      app.get(toRoute(operation), async (context) => {
        const source = sourceOf(context);
        if (operation.isForWriters) {
          if (source.write === undefined) throw readOnly(source.id);
          if (!mayWrite(context, source)) return refuseWithoutKey(context);
        }
        const reader = await source.current();
        const language = readLanguage(context);
        const jobs = mayWrite(context, source) ? (source.jobs ?? null) : null;
        return context.json<object>(await answer({ reader, language, jobs, ...asked(context, operation) }));
      }),
  });
  app.get(toRoute(OPERATIONS.media), async (context) => {
    const reader = await sourceOf(context).current();
    const { bytes, mediaType, fileName } = await reader.media(asked(context, OPERATIONS.media).params.source);
    return context.body(new Uint8Array(bytes), 200, headersOfMedia(mediaType, fileName));
  });
  mountWriting({
    on: (operation, answer) =>
      app.post(toRoute(operation), requireMedia(operation), limitBody(operation), async (context) => {
        const source = sourceOf(context);
        const { write } = source;
        if (write === undefined) throw readOnly(source.id);
        if (!mayWrite(context, source)) return refuseWithoutKey(context);
        const { value: body, text } = await readBody(context, operation);
        const jobs = () => jobsOf(source);
        const hasJobs = source.jobs !== undefined;
        const current = () => source.current();
        return context.json<object>(
          await answer({ write, current, body, text, jobs, hasJobs, ...asked(context, operation) }),
        );
      }),
  });
  app.all("/api/*", () => {
    throw notFound("There is no such route; GET /api/openapi.json lists them.");
  });

  const workbench = serveWorkbench(webFolder);
  app.get("*", (context, next) =>
    // The address with the key is left at once, so that nobody reads it off the screen.
    writeKey.admit(context)
      ? context.redirect(context.req.path.replace(/^\/+/u, "/"))
      : workbench(context, next),
  );
  app.onError((error, context) => {
    return context.json(tellError(error), toHttpStatus(error));
  });
  return app;
}

const Place = z.object({ entry: z.string(), line: z.number().nullable(), pointer: z.string() });

/** What nobody expected stands in the terminal, too. */
function tellError(error: unknown): ErrorView {
  if (!(error instanceof InquestError)) console.error(error);
  return toErrorView(error);
}

function toErrorView(error: unknown): ErrorView {
  if (!(error instanceof InquestError)) {
    const message = "Inquest met an error it did not expect; the terminal shows it.";
    return { error: { code: "server/unexpected", message } };
  }
  const { code, message, evidence } = error;
  const at = Place.safeParse(evidence);
  return { error: { code, message, ...(at.success ? { at: at.data } : {}) } };
}

function refuseWithoutKey(context: Context): Response {
  return refuseRequest(context, {
    code: "server/write-key",
    message:
      "This request does not show the key of this server, so it may not write. Open the workbench by the link that the terminal prints; docs/formats/http.md says how a program gets the key.",
  });
}

function notCreating(): InquestError {
  return new InquestError({
    code: "server/read-only",
    reaction: "locked",
    message: "No case can be made here. Make one with inquest init, and serve it with inquest serve.",
  });
}

function jobsOf({ id, jobs }: CaseSource): Jobs {
  if (jobs !== undefined) return jobs;
  throw new InquestError({
    code: "server/no-jobs",
    reaction: "locked",
    message: `Long work on ${id} is done on the command line: it is only shown here, or its keys are in this process alone. Use inquest link or inquest estimate.`,
    evidence: { case: id },
  });
}

function readOnly(id: string): InquestError {
  return new InquestError({
    code: "server/read-only",
    reaction: "locked",
    message: `${id} is only shown here, and nothing can be written to it. Serve it with inquest serve, without --read-only.`,
    evidence: { case: id },
  });
}

function notFound(message: string): InquestError {
  return new InquestError({ code: "server/not-found", reaction: "not-found", message });
}

/** A parameter that stands once as its text, one that stands several times as all of them. */
function queryOf(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => {
      const [first = ""] = values;
      return [name, values.length > 1 ? values : first];
    }),
  );
}
