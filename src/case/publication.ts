/** What may be told of where a site lies, and to whom. */
import { z } from "zod";
import { coarsenPoint, type OpenStatements, type PlacePoint } from "../registry/index.ts";
import { type Consents, type Statement, SubjectId } from "../statements/index.ts";
import { isForTeam } from "./source-access.ts";
import type { CaseState } from "./state.ts";
import type { StatementView } from "./views.ts";

const PUBLICATIONS = ["exact", "coarsened", "withheld"] as const;

/** How exactly the place of a site may be told to strangers: a decision with its risk and its reason. */
export const PublicationDecided = z
  .strictObject({
    site: SubjectId.refine((id) => id.startsWith("site:"), "is no site"),
    decision: z.enum(PUBLICATIONS),
    /** Kilometres to which a coarsened place is rounded. */
    km: z.number().positive().optional(),
    risk: z.string().trim().min(1),
    reason: z.string().trim().min(1),
    reviewer: z.string().trim().min(1),
  })
  .refine(({ decision, km }) => (decision === "coarsened") === (km !== undefined), {
    path: ["km"],
    error: "is given for a coarsened place, and only for one",
  });
export type PublicationDecided = z.infer<typeof PublicationDecided>;

/** internal: those who work in the case, who see everything; public: what strangers may be told. */
export const AUDIENCES = ["internal", "public"] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * How much of a site an audience is told. exact: all of it. coarsened: where it lies to so many kilometres, and no free
 * words, since they may say where. withheld: nothing, not even its name.
 */
export type Telling =
  | { readonly kind: "exact" }
  | { readonly kind: "coarsened"; readonly km: number }
  | { readonly kind: "withheld" };

/** A site of which nobody decided is withheld: closed by default. */
export function tellingOf(
  { publicationOf }: Pick<CaseState, "publicationOf">,
  site: SubjectId,
  audience: Audience,
): Telling {
  if (audience === "internal") return { kind: "exact" };
  const decided = publicationOf(site);
  if (decided?.decision === "exact") return { kind: "exact" };
  if (decided?.decision === "coarsened" && decided.km !== undefined)
    return { kind: "coarsened", km: decided.km };
  return { kind: "withheld" };
}

/** A point as it is told; null where nothing is. */
export function tellPoint<P extends PlacePoint>(point: P, telling: Telling): P | null {
  if (telling.kind === "withheld") return null;
  return telling.kind === "exact" ? point : { ...point, ...coarsenPoint(point, telling.km) };
}

/**
 * Statements for an audience: strangers get those that are open to all, and whose speakers, where they were asked, agreed to
 * the public.
 */
export function statementsFor(state: CaseState, audience: Audience): OpenStatements {
  const { statements, consents } = state;
  if (audience === "internal") return statements;
  return {
    openWith: (properties) =>
      statements
        .openWith(properties)
        .filter(
          ({ statement }) =>
            statement.access !== "team" &&
            !isForTeam(state, statement.source) &&
            mayLeave(consents, statement),
        ),
  };
}

/** Whether the speakers agreed to the public, where they were asked. */
export function mayLeave(consents: Pick<Consents, "scopeOf">, statement: Statement): boolean {
  const scope = consents.scopeOf(statement);
  return scope === null || scope === "public";
}
/** A statement without what its keepers wrote of it among themselves. */
export function viewFor(view: StatementView, audience: Audience): StatementView {
  if (audience === "internal") return view;
  const unsaid = { note: null, extractedBy: null, reviewedBy: null, credibility: null } as const;
  return { ...view, ...unsaid, status: "draft", statusText: "" };
}

/** The decision as somebody gives it, before it is known whether it holds together. */
export const PublicationGiven = z.strictObject({
  decision: z.enum(PUBLICATIONS),
  km: z.number().optional(),
  risk: z.string(),
  reason: z.string(),
  reviewer: z.string(),
});
export type PublicationGiven = z.infer<typeof PublicationGiven>;
