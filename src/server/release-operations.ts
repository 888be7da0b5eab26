/** Operations that tell what would leave the case, and what left it. */
import { z } from "zod";
import { PROFILES } from "../case/index.ts";
import { Nothing, named, OfCase, read, severalOf } from "./operation.ts";

const OfRelease = OfCase.extend({
  release: z.coerce.number().int().min(1).max(999_999).describe("The number of the release."),
});

export const RELEASES = {
  personVisibility: read({
    id: "personVisibility",
    path: "/api/cases/{case}/people/{person}/visibility",
    summary: "How one person may be shown outside, with who decided it of each row and why",
    tag: "records",
    params: OfCase.extend({ person: named("The id of the person, or of one of its rows.") }),
    query: Nothing,
  }),
  releasePlan: read({
    id: "releasePlan",
    path: "/api/cases/{case}/release-plan",
    summary: "What a release by a profile would hold, what not and why, and which decisions are missing",
    tag: "releases",
    params: OfCase,
    query: z.object({ profile: z.enum(PROFILES), without: severalOf(z.string().min(1)) }),
  }),
  published: read({
    id: "published",
    path: "/api/cases/{case}/published",
    summary: "Releases that left the case",
    tag: "releases",
    params: OfCase,
    query: Nothing,
  }),
  publishedRelease: read({
    id: "publishedRelease",
    path: "/api/cases/{case}/published/{release}",
    summary: "What a release held, and what was another than in the one before by the same profile",
    tag: "releases",
    params: OfRelease,
    query: Nothing,
  }),
  citedFigure: read({
    id: "citedFigure",
    path: "/api/cases/{case}/published/{release}/figures/{figure}",
    summary: "A figure as a release held it, beside the same figure today, and why it is another",
    tag: "releases",
    params: OfRelease.extend({ figure: named("The id of the figure.") }),
    query: Nothing,
  }),
};
