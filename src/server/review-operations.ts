/** Operations of review that change nothing: pairs and persons that wait for people, and what was said of them. */
import { z } from "zod";
import { Count, Nothing, OfCase, read, severalOf } from "./operation.ts";

const RecordWord = z.string().trim().min(1).max(500);

export const REVIEW = {
  review: read({
    id: "review",
    path: "/api/cases/{case}/review",
    summary:
      "Pairs that wait for people: contradictions, weak bridges, the middle band; or a blind audit sample, or second opinions",
    tag: "records",
    params: OfCase,
    query: z.object({
      queue: z.enum(["open", "audit", "second"]).default("open"),
      /** Of the audit sample, and of the order of second opinions. */
      seed: Count(0, 4_294_967_295).default(1988),
      size: Count(1, 100_000).default(100),
      offset: Count(0, 100_000_000).default(0),
      limit: Count(0, 50).default(5),
    }),
  }),
  linkCuts: read({
    id: "linkCuts",
    path: "/api/cases/{case}/link/cuts",
    summary:
      "How many persons the lists document if the machine linked from other match probabilities on, by the recorded scores",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  strata: read({
    id: "strata",
    path: "/api/cases/{case}/estimate/strata",
    summary:
      "Persons of the linked lists by groups, such as by place or year, with how many are on how many lists and the lower bound of each group",
    tag: "answers",
    params: OfCase,
    query: z.object({
      /** By what: one of the ways that the answer offers; the first one when left out. */
      by: z.string().trim().min(1).max(100).optional(),
    }),
  }),
  reviewOutlook: read({
    id: "reviewOutlook",
    path: "/api/cases/{case}/review/outlook",
    summary:
      "Documented counts that may still change: with every pair that waits decided one way, and the other way",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  reviewPair: read({
    id: "reviewPair",
    path: "/api/cases/{case}/review/pair",
    summary: "Two rows beside each other, with their differences, their waterfall and what was said of them",
    tag: "records",
    params: OfCase,
    query: z.object({ left: RecordWord, right: RecordWord, blind: z.enum(["0", "1"]).default("0") }),
  }),
  judgements: read({
    id: "judgements",
    path: "/api/cases/{case}/review/judgements",
    summary: "Every pair that was judged, the last one first, with who said what, and what was taken back",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  personChecks: read({
    id: "personChecks",
    path: "/api/cases/{case}/review/persons",
    summary:
      "Persons of several rows to be looked at as a whole: those that contradict themselves first, then by their weakest link; or those that somebody decided",
    tag: "records",
    params: OfCase,
    query: z.object({
      shown: z.enum(["open", "decided"]).default("open"),
      /** A person, or one of its rows, that is shown besides. */
      person: RecordWord.optional(),
      offset: Count(0, 100_000_000).default(0),
      limit: Count(0, 100).default(20),
    }),
  }),
  splitPreview: read({
    id: "splitPreview",
    path: "/api/cases/{case}/review/persons/split",
    summary: "What would change if rows of a person were somebody else. Records nothing",
    tag: "records",
    params: OfCase,
    query: z.object({ row: severalOf(RecordWord) }),
  }),
  joinPreview: read({
    id: "joinPreview",
    path: "/api/cases/{case}/review/persons/join",
    summary: "What would change if two persons were one, and which judgement forbids it. Records nothing",
    tag: "records",
    params: OfCase,
    query: z.object({ one: RecordWord, other: RecordWord }),
  }),
};
