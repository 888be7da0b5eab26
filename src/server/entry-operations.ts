/** What is asked before somebody states something, and of where a value comes from: operations that change nothing. */
import { z } from "zod";
import { SUBJECT_KINDS } from "../case/index.ts";
import { Count, Nothing, named, OfCase, OfSource, Query, read, severalOf } from "./operation.ts";

export const ENTRY = {
  vocabulary: read({
    id: "vocabulary",
    path: "/api/cases/{case}/vocabulary",
    summary: "What may be stated, of what, and with which values",
    tag: "records",
    params: OfCase,
    query: Nothing,
  }),
  subjects: read({
    id: "subjects",
    path: "/api/cases/{case}/subjects",
    summary: "The things that statements speak of, by part of a name in any script",
    tag: "records",
    params: OfCase,
    query: z.object({
      q: Query.default(""),
      kind: severalOf(z.enum(SUBJECT_KINDS)),
      /** An id of which it is asked whether a subject has it. */
      id: z.string().max(200).optional(),
      limit: Count(0, 200).default(20),
    }),
  }),
  page: read({
    id: "page",
    path: "/api/cases/{case}/sources/{source}/pages/{page}",
    summary: "The words of one page of a source that has pages, and where statements stand among them",
    tag: "evidence",
    params: OfSource.extend({
      page: z.coerce.number().int().min(1).describe("Counted from 1 in the order of the file."),
    }),
    query: Nothing,
  }),
  rows: read({
    id: "rows",
    path: "/api/cases/{case}/sources/{source}/rows",
    summary: "Rows of the list that a source became, as they stand in its file",
    tag: "evidence",
    params: OfSource,
    query: z.object({
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      row: z
        .string()
        .regex(/^rec-[0-9a-f]{32}$/u)
        .optional()
        .describe("The id of a row: the page that holds it is given."),
    }),
  }),
  checkSource: read({
    id: "checkSource",
    path: "/api/cases/{case}/sources/{source}/verification",
    summary: "The sealed bytes of a source hashed again and the act that sealed it checked, now",
    tag: "evidence",
    params: OfSource,
    query: Nothing,
  }),
  origin: read({
    id: "origin",
    path: "/api/cases/{case}/origins/{id}",
    summary: "Where a value comes from, at a glance: statements, sources, acts and footnotes, checked now",
    tag: "answers",
    params: OfCase.extend({ id: named("As for a trace.") }),
    query: Nothing,
  }),
};
