/** What a case is: its name, its languages, its standard of proof, and the questions put to it. */
import { z } from "zod";
import { CALENDARS } from "../core/index.ts";
import { ALL_METHODS, CLASSES, ROUNDS } from "../estimate/index.ts";
import { ConfirmationRule } from "../registry/index.ts";
import { LocalTextSchema, STANDARDS_OF_PROOF, SubjectId } from "../statements/index.ts";
import { TWO_PERSON_KINDS } from "./two-persons.ts";

/** A list of a plan by its name, which is any words: `list:prison-register`, `list:فهرست شهر`. */
const PlannedList = z
  .string()
  .regex(/^list:\S/u, "must be list: and the name of a list, such as list:prison-register")
  .refine((text) => text.isWellFormed(), "holds half a character");

/** Lower-case ASCII words joined by hyphens, as in a subject's id. */
export const PlanId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be lower-case ASCII words joined by hyphens");

export const PlanMethods = z.union([z.literal("all"), z.array(z.enum(ALL_METHODS)).min(1)]);

export const EstimatePlan = z.strictObject({
  id: PlanId,
  /** capture-counts: the table is made of statements; clusters: of the linked records of the lists. */
  from: z.enum(["capture-counts", "clusters"]),
  event: SubjectId.optional(),
  lists: z.array(PlannedList).min(2).optional(),
  /** Lists that draw on each other, to count as one; `why` may be left out where their provenance says it. */
  merge: z
    .array(z.strictObject({ lists: z.array(PlannedList).min(2), why: LocalTextSchema.optional() }))
    .min(1)
    .optional(),
  /** Those without chance when left out, done in milliseconds; the others take seconds. */
  methods: PlanMethods.optional(),
  /** Rounds of each chain at most, while chains disagree. */
  rounds: z.number().int().min(ROUNDS.least).max(ROUNDS.most).optional(),
  /** Latent classes at most; 10 when left out. */
  classes: z.number().int().min(CLASSES.least).max(CLASSES.most).optional(),
});
export type EstimatePlan = z.infer<typeof EstimatePlan>;

export const CaseConfig = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be lower-case ASCII words joined by hyphens"),
    title: LocalTextSchema,
    summary: LocalTextSchema.optional(),
    /** True for an invented case: every page says so, and only then may the truth be given. */
    fictional: z.boolean(),
    languages: z.array(z.enum(["en", "fa"])).min(1),
    calendars: z.array(z.enum(CALENDARS)).min(1),
    standardOfProof: z.enum(STANDARDS_OF_PROOF),
    /** `s3://…` where blobs and segments lie, for a case that several people write to; this folder when left out. */
    store: z.string().startsWith("s3://").optional(),
    /** Acts that count only after a second person, with a key of their own, agreed. */
    twoPersons: z.array(z.enum(TWO_PERSON_KINDS)).optional(),
    /** What is asked of the evidence for each level of confirmation; docs/formats/case-folder.md when left out. */
    confirmation: ConfirmationRule.optional(),
    /** The event whose dead are counted. */
    event: SubjectId,
    questions: z
      .strictObject({
        sitesOn: z.array(z.iso.date()).default([]),
        holders: z.array(z.strictObject({ office: SubjectId, on: z.string().optional() })).default([]),
      })
      .prefault({}),
    estimates: z.array(EstimatePlan).default([]),
    /** What must hold for the estimates to mean anything, in the keepers' own words. */
    identifyingAssumption: LocalTextSchema.optional(),
    truth: z
      .strictObject({
        personsKilled: z.number().int().positive(),
        /** On at least one list, by name or without one. */
        personsListed: z.number().int().positive(),
        /** On at least one list by name: what the documented count should come to. */
        personsNamed: z.number().int().positive().optional(),
      })
      .optional(),
  })
  .refine((config) => config.truth === undefined || config.fictional, {
    path: ["truth"],
    message: "may be given only for a fictional case",
  })
  .refine((config) => config.estimates.length === 0 || config.identifyingAssumption !== undefined, {
    path: ["identifyingAssumption"],
    message: "is required where an estimate is asked for: write in plain words what must hold for it",
  });
export type CaseConfig = z.infer<typeof CaseConfig>;
