/** Requests that change something must come from our own page: the defence against cross-site forgery. */
import type { Context, MiddlewareHandler } from "hono";
import type { ErrorView } from "./contract.ts";
import type { Operation } from "./operation.ts";

/** The header that every change carries; a form or an image of another site cannot set it. */
export const OWN_HEADER = "x-inquest";

/**
 * Refuses a change without our header, from another origin, or with a body that is neither JSON nor the bytes of a file.
 * Hono's own check covers only the content types of forms, so all changes are checked here; no form can send either.
 */
export const requireOwnRequest: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  if (req.method === "GET" || req.method === "HEAD") return next();
  const origin = req.header("origin");
  const site = req.header("sec-fetch-site");
  const isOwn =
    req.header(OWN_HEADER) !== undefined &&
    (origin === undefined || hostOf(origin) === req.header("host")) &&
    (site === undefined || site === "same-origin" || site === "none") &&
    Object.values(MEDIA).some((media) => media === mediaOf(context));
  return isOwn ? next() : refuseForeign(context);
};

/** What a body calls itself. */
const MEDIA = { json: "application/json", bytes: "application/octet-stream" } as const;

/** Refuses a body of the kind that another operation takes. */
export function requireMedia({ media }: Pick<Operation, "media">): MiddlewareHandler {
  return async (context, next) => (mediaOf(context) === MEDIA[media] ? next() : refuseForeign(context));
}

function mediaOf({ req }: Context): string | undefined {
  return (req.header("content-type") ?? "").split(";")[0]?.trim();
}

function refuseForeign(context: Context): Response {
  return refuseRequest(context, {
    code: "server/foreign-request",
    message: "This request does not come from the workbench itself and was refused.",
  });
}

/** The answer to whoever may not ask this. */
export function refuseRequest(context: Context, error: ErrorView["error"]): Response {
  const body: ErrorView = { error };
  return context.json(body, 403);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
