/** Operations that change nothing: a GET answers JSON and takes `lang=en|fa`. */
import { z } from "zod";
import {
  AUDIENCES,
  PEOPLE_FACETS,
  type PeopleFacet,
  SEARCH_FACETS,
  type SearchFacet,
} from "../case/index.ts";
import { ENTRY } from "./entry-operations.ts";
import { Count, Nothing, named, OfCase, OfSource, Query, read, readToWrite, severalOf } from "./operation.ts";
import { RELEASES } from "./release-operations.ts";
import { REVIEW } from "./review-operations.ts";

const OfFigure = OfCase.extend({ figure: named("The id of a figure.") });

const Words = z.string().trim().min(1);
const Day = z.iso.date();
const Page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** internal, which is the default: all that the case holds; public: what strangers may be told. */
const Audience = z.enum(AUDIENCES).optional();

const Several = severalOf(z.string().min(1).max(200));

/** Of each facet of the search the values that are chosen. */
const FACETS = {
  kind: Several,
  source: Several,
  list: Several,
  place: Several,
  speaker: Several,
  property: Several,
  status: Several,
  year: Several,
  "solar-year": Several,
  script: Several,
  access: Several,
} satisfies Readonly<Record<SearchFacet, typeof Several>>;

const FACETS_OF_PEOPLE = {
  list: Several,
  lists: Several,
  place: Several,
  year: Several,
  "solar-year": Several,
  contradiction: Several,
  unsaid: Several,
} satisfies Readonly<Record<PeopleFacet, typeof Several>>;

export const READING = {
  ...ENTRY,
  ...REVIEW,
  ...RELEASES,
  openApi: read({
    id: "openApi",
    path: "/api/openapi.json",
    summary: "This document",
    tag: "cases",
    params: Nothing,
    query: Nothing,
  }),
  cases: read({
    id: "cases",
    path: "/api/cases",
    summary: "The cases that are served, and those that must be unlocked first",
    tag: "cases",
    params: Nothing,
    query: Nothing,
  }),
  answers: read({
    id: "answers",
    path: "/api/cases/{case}/answers",
    summary: "The four answers: how many, who, where, and who held which office",
    tag: "answers",
    params: OfCase,
    query: Nothing,
  }),
  jobs: read({
    id: "jobs",
    path: "/api/cases/{case}/jobs",
    summary: "Long work that runs or ran since the program was started, told to whoever may start it",
    tag: "cases",
    params: OfCase,
    query: Nothing,
  }),
  work: read({
    id: "work",
    path: "/api/cases/{case}/work",
    summary: "What waits for people, and what was recorded since a time",
    tag: "answers",
    params: OfCase,
    query: z.object({ since: z.iso.datetime({ offset: true }) }),
  }),
  trace: read({
    id: "trace",
    path: "/api/cases/{case}/trace/{id}",
    summary: "From a figure to its proof, each link checked now",
    tag: "answers",
    params: OfCase.extend({
      id: named("Of a figure, person, site, posting or statement, or a statement's key."),
    }),
    query: Nothing,
  }),
  findings: read({
    id: "findings",
    path: "/api/cases/{case}/findings",
    summary: "What the keepers hold to be established, beside what supports it",
    tag: "answers",
    params: OfCase,
    query: Nothing,
  }),
  whatWouldChange: read({
    id: "whatWouldChange",
    path: "/api/cases/{case}/figures/{figure}/what-would-change",
    summary: "The statements without which a figure would be another",
    tag: "answers",
    params: OfFigure,
    query: Nothing,
  }),
  estimate: read({
    id: "estimate",
    path: "/api/cases/{case}/estimate",
    summary: "Estimates with their tables, models, warnings and refusals",
    tag: "answers",
    params: OfCase,
    query: Nothing,
  }),
  reproduction: read({
    id: "reproduction",
    path: "/api/cases/{case}/estimate/{estimate}/reproduction",
    summary:
      "The files that make the numbers of one estimate again outside of Inquest, as inquest estimate --reproduce writes them",
    tag: "answers",
    params: OfCase.extend({ estimate: named("The id of the estimate.") }),
    query: Nothing,
  }),
  sources: read({
    id: "sources",
    path: "/api/cases/{case}/sources",
    summary: "Every sealed source",
    tag: "evidence",
    params: OfCase,
    query: Nothing,
  }),
  source: read({
    id: "source",
    path: "/api/cases/{case}/sources/{source}",
    summary: "A source with its text or rows, its custody, and every statement at its passage",
    tag: "evidence",
    params: OfSource,
    query: Nothing,
  }),
  table: readToWrite({
    id: "table",
    path: "/api/cases/{case}/sources/{source}/table",
    summary:
      "A sealed file as a table, with a recipe proposed by its headings and values; the query says how it is read",
    tag: "evidence",
    params: OfSource,
    query: z.object({
      sheet: Words.max(200).optional(),
      encoding: Words.max(40).optional(),
      delimiter: z
        .string()
        .refine((text) => text === "tab" || [...text].length === 1, "must be one character, or the word tab")
        .transform((text) => (text === "tab" ? "\t" : text))
        .optional(),
      headingRow: Count(1, 1_048_576).optional(),
      rows: Count(0, 200).optional(),
    }),
  }),
  passages: read({
    id: "passages",
    path: "/api/cases/{case}/sources/{source}/passages",
    summary: "The passages of a source as W3C Web Annotation selectors",
    tag: "evidence",
    params: OfSource,
    query: Nothing,
  }),
  grades: read({
    id: "grades",
    path: "/api/cases/{case}/grades",
    summary: "What people think of a source, a speaker or a statement. Nothing is computed from it",
    tag: "evidence",
    params: OfCase,
    query: z.object({ of: Words }),
  }),
  provenance: read({
    id: "provenance",
    path: "/api/cases/{case}/provenance",
    summary: "Where lists come from: who copied whom, whom they cover, whom they could not record",
    tag: "evidence",
    params: OfCase,
    query: Nothing,
  }),
  releases: read({
    id: "releases",
    path: "/api/cases/{case}/releases",
    summary: "The releases of each list, and how many rows were added, changed and gone in each",
    tag: "evidence",
    params: OfCase,
    query: Nothing,
  }),
  releaseChanges: read({
    id: "releaseChanges",
    path: "/api/cases/{case}/lists/{list}/changes",
    summary: "What became of each row of a list in one release, the latest when no number is given",
    tag: "evidence",
    params: OfCase.extend({ list: named("The name of a list.") }),
    query: z.object({ release: Count(1, 999_999).optional() }),
  }),
  consents: read({
    id: "consents",
    path: "/api/cases/{case}/consents",
    summary: "Who agreed to what, and who took it back",
    tag: "evidence",
    params: OfCase,
    query: Nothing,
  }),
  twoPersons: read({
    id: "twoPersons",
    path: "/api/cases/{case}/proposals",
    summary: "Acts that need two people: proposals, and the keys that may agree",
    tag: "cases",
    params: OfCase,
    query: Nothing,
  }),
  people: read({
    id: "people",
    path: "/api/cases/{case}/people",
    summary:
      "Persons of the lists, by part of a name in any script, counted by facets; a facet's name takes a value chosen of it, several times",
    tag: "records",
    params: OfCase,
    query: Page.extend({
      q: Query.default(""),
      missing: severalOf(z.enum(PEOPLE_FACETS)),
      ...FACETS_OF_PEOPLE,
    }),
  }),
  person: read({
    id: "person",
    path: "/api/cases/{case}/people/{person}",
    summary: "A person of the lists: every row, and every value with how many give it",
    tag: "records",
    params: OfCase.extend({ person: named("The id of the person.") }),
    query: Nothing,
  }),
  statedPerson: read({
    id: "statedPerson",
    path: "/api/cases/{case}/stated-persons/{person}",
    summary: "A person of whom statements speak: every field with what is said for it and against it",
    tag: "records",
    params: OfCase.extend({ person: named("The id or a name of the person.") }),
    query: Nothing,
  }),
  confirmation: read({
    id: "confirmation",
    path: "/api/cases/{case}/confirmation",
    summary: "By which rule the fate of persons is confirmed, and how many have each level",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  mentions: read({
    id: "mentions",
    path: "/api/cases/{case}/mentions",
    summary: "People of whom sources speak without saying who they are, and who they are held to be",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  places: read({
    id: "places",
    path: "/api/cases/{case}/places",
    summary: "Sites with their life, as of a day or by whatever is known",
    tag: "records",
    params: OfCase,
    query: z.object({ on: Day.optional(), audience: Audience }),
  }),
  watchList: read({
    id: "watchList",
    path: "/api/cases/{case}/places/watch",
    summary: "Sites at risk, announced works first",
    tag: "records",
    params: OfCase,
    query: z.object({
      on: Day,
      within: z.coerce.number().int().min(0).max(36_525).default(30),
      audience: Audience,
    }),
  }),
  site: read({
    id: "site",
    path: "/api/cases/{case}/places/sites/{site}",
    summary: "All that is said of one site, as of a day or by whatever is known",
    tag: "records",
    params: OfCase.extend({ site: named("The id or a name of the site.") }),
    query: z.object({ on: Day.optional(), audience: Audience }),
  }),
  allegations: read({
    id: "allegations",
    path: "/api/cases/{case}/allegations",
    summary: "Allegations that two people released, under their label: none of them is established",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  offices: read({
    id: "offices",
    path: "/api/cases/{case}/offices",
    summary: "Offices and who held them over time. Holding an office is no part taken",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  whoHeld: read({
    id: "whoHeld",
    path: "/api/cases/{case}/offices/held",
    summary: "Who held an office at a time, with the gaps",
    tag: "records",
    params: OfCase,
    query: z.object({ office: Words, on: Words, place: Words.optional() }),
  }),
  postings: read({
    id: "postings",
    path: "/api/cases/{case}/offices/postings",
    summary: "What one person held",
    tag: "records",
    params: OfCase,
    query: z.object({ person: Words }),
  }),
  chainOfCommand: read({
    id: "chainOfCommand",
    path: "/api/cases/{case}/offices/chain",
    summary: "What stood above a unit at a time",
    tag: "records",
    params: OfCase,
    query: z.object({ unit: Words, on: Words }),
  }),
  appealRoll: read({
    id: "appealRoll",
    path: "/api/cases/{case}/appeals",
    summary: "Appeals with the days that each has waited for an answer",
    tag: "records",
    params: OfCase,
    query: z.object({ on: Day }),
  }),
  recommendations: read({
    id: "recommendations",
    path: "/api/cases/{case}/recommendations",
    summary: "Recommendations of States, with the answer to each",
    tag: "records",
    params: OfCase,
    query: Page.extend({ from: Words.optional(), answer: Words.optional() }),
  }),
  rollCalls: read({
    id: "rollCalls",
    path: "/api/cases/{case}/roll-calls",
    summary: "Votes of bodies, counted",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  rollCall: read({
    id: "rollCall",
    path: "/api/cases/{case}/roll-calls/{id}",
    summary: "One vote, with that of each State",
    tag: "records",
    params: OfCase.extend({ id: named("Of the roll call, its record, or its resolution.") }),
    query: Nothing,
  }),
  search: read({
    id: "search",
    path: "/api/cases/{case}/search",
    summary:
      "Everything in the case, blind to script and spelling, counted by facets; a facet's name takes a value chosen of it, several times",
    tag: "records",
    params: OfCase,
    query: Page.extend({
      q: Query.default(""),
      near: z.literal("1").optional(),
      missing: severalOf(z.enum(SEARCH_FACETS)),
      ...FACETS,
    }),
  }),
};
