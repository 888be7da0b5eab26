/** The vocabulary: which properties a statement may state, of what, and what kind of value each takes. */
import type { SubjectKind } from "./subject.ts";

/**
 * - quantity: a count with an exact value, a bound or a range, or only words ("thousands").
 * - text: words, in one or more languages.
 * - name: a personal name as words, or with what kind of name it is, its language and title.
 * - ref: another subject.
 * - point: a coordinate with its accuracy.
 * - outline: a closed ring of coordinates with its accuracy.
 * - involvement: an alleged part in an act, with what it is said on.
 * - code: one of the words that the property lists.
 * - none: the property says it all; the time and the place of the statement carry the rest.
 */
export type ValueKind =
  | "quantity"
  | "text"
  | "name"
  | "ref"
  | "point"
  | "outline"
  | "involvement"
  | "code"
  | "none";

/** Which of the four questions a property helps to answer; null when it only stands at its source. */
export type Question = "howMany" | "who" | "where" | "offices";

export interface PropertyRule {
  readonly of: readonly SubjectKind[];
  readonly value: ValueKind;
  /** For `ref`: the kinds of subject it may point at. */
  readonly refersTo?: readonly SubjectKind[];
  /** For `code`: the words it may be. */
  readonly codes?: readonly string[];
  readonly question: Question | null;
  /** The kinds that `of` may be, and whether it must be given; a property without it takes no `of`. */
  readonly whose?: { readonly kinds: readonly SubjectKind[]; readonly isNeeded: boolean };
  /** Whether a category of those who signed may be given. */
  readonly hasCategory?: true;
  /** Statements of this property are always restricted, whatever the recorder wrote. */
  readonly restricted?: true;
  /** Besides, they are encrypted unless the recorder writes `access: restricted`. */
  readonly sealedByDefault?: true;
  /** Says of a person what can endanger them or their kin: encrypted unless its recorder chose another access. */
  readonly isSensitive?: true;
}

/** Who held the office that the statement is about. */
const HOLDER = { kinds: ["person"], isNeeded: true } as const;
/** Who answered, or did not: one of those who were asked. Left out where the source does not say. */
const ANSWERER = { kinds: ["body", "office", "group", "person"], isNeeded: false } as const;

/** Every property, in the order of the questions it helps to answer. */
export const VOCABULARY = {
  // How many.
  "persons-killed": { of: ["event"], value: "quantity", question: "howMany" },
  "persons-executed-in-period": { of: ["event"], value: "quantity", question: "howMany" },
  "names-on-list": { of: ["event", "list"], value: "quantity", question: "howMany" },
  "cities-with-executions": { of: ["event"], value: "quantity", question: "howMany" },
  "cities-with-graves": { of: ["event"], value: "quantity", question: "howMany" },
  /** The people of a group or event whom this speaker counts or estimates, named or not; see `basis`. */
  casualties: { of: ["group", "event"], value: "quantity", question: "howMany" },
  /** Those of them whom nobody names. Two unnamed victims are never taken for one because their days agree. */
  "unnamed-casualties": { of: ["group", "event"], value: "quantity", question: "howMany" },
  /** People seen on exactly the lists named by `lists`: one cell of a capture table. */
  "capture-count": { of: ["event"], value: "quantity", question: null },

  // Who.
  affiliation: { of: ["group", "person"], value: "text", question: "who" },
  included: { of: ["group"], value: "text", question: "who" },
  victim: { of: ["person"], value: "text", question: "who" },

  // Of the dead and the missing, one by one. Times and places are those of the statement.
  "person-name": { of: ["person", "group"], value: "name", question: "who" },
  "father-name": { of: ["person", "group"], value: "name", question: "who" },
  sex: { of: ["person"], value: "code", codes: ["female", "male", "other", "unknown"], question: "who" },
  born: { of: ["person", "group"], value: "none", question: "who" },
  "age-at-death": { of: ["person", "group"], value: "quantity", question: "who" },
  "age-class": {
    of: ["person", "group"],
    value: "code",
    codes: ["infant", "child", "adolescent", "adult", "elderly", "unknown"],
    question: "who",
  },
  occupation: { of: ["person", "group"], value: "text", question: "who" },
  "last-seen": { of: ["person", "group"], value: "none", question: "who" },
  arrested: { of: ["person", "group"], value: "none", question: "who" },
  "detained-at": {
    of: ["person", "group"],
    value: "ref",
    refersTo: ["place", "site", "body"],
    question: "who",
  },
  ethnicity: { of: ["person"], value: "text", question: "who", isSensitive: true },
  religion: { of: ["person"], value: "text", question: "who", isSensitive: true },
  charge: { of: ["person", "group"], value: "text", question: "who" },
  "tried-by": { of: ["person", "group"], value: "ref", refersTo: ["body", "office"], question: "who" },
  died: { of: ["person", "group"], value: "none", question: "who" },
  "manner-of-death": { of: ["person", "group"], value: "text", question: "who" },
  /** What became of the person, in this speaker's words for it. */
  "victim-status": {
    of: ["person", "group"],
    value: "code",
    codes: [
      "executed",
      "killed",
      "died-in-detention",
      "disappeared",
      "missing",
      "found-alive",
      "not-a-victim",
      "unknown",
    ],
    question: "who",
  },
  "death-certificate": {
    of: ["person", "group"],
    value: "code",
    codes: ["issued", "issued-with-another-cause", "refused", "none"],
    question: "who",
  },
  /** How remains were found to be this person's. */
  "identified-by": {
    of: ["person"],
    value: "code",
    codes: ["dna", "dental", "fingerprints", "anthropology", "belongings", "recognition", "unknown"],
    question: "who",
  },
  "family-notified": { of: ["person", "group"], value: "text", question: "who" },
  "buried-at": { of: ["person", "group"], value: "ref", refersTo: ["site", "place"], question: "who" },
  "commemorated-at": { of: ["person", "group"], value: "ref", refersTo: ["site", "place"], question: "who" },
  "remains-state": { of: ["person", "group"], value: "text", question: "who" },

  // Where.
  "site-reported": { of: ["site"], value: "text", question: "where" },
  "site-located": { of: ["site"], value: "text", question: "where" },
  "site-protected": { of: ["site"], value: "text", question: "where" },
  "site-threatened": { of: ["site"], value: "text", question: "where" },
  "site-disturbed": { of: ["site"], value: "text", question: "where" },
  /** Where the source does not say how far. */
  "site-exhumed": { of: ["site"], value: "text", question: "where" },
  "site-partly-exhumed": { of: ["site"], value: "text", question: "where" },
  "site-fully-exhumed": { of: ["site"], value: "text", question: "where" },
  "site-memorialised": { of: ["site"], value: "text", question: "where" },
  "site-destroyed": { of: ["site"], value: "text", question: "where" },
  "site-investigated": { of: ["site"], value: "text", question: "where" },
  "remains-identified": { of: ["site"], value: "text", question: "where" },
  "remains-returned": { of: ["site"], value: "text", question: "where" },
  "site-kind": {
    of: ["site"],
    value: "code",
    codes: ["individual", "cluster", "trench", "multiple", "cemetery-section", "unknown"],
    question: "where",
  },
  "site-existence": {
    of: ["site"],
    value: "code",
    codes: ["alleged", "credibly-suspected", "confirmed", "refuted"],
    question: "where",
  },
  /** For works that were announced, the time is that of the works. */
  "site-threat": {
    of: ["site"],
    value: "code",
    codes: [
      "bulldozing",
      "new-plots",
      "concrete",
      "rubbish",
      "gravestones-removed",
      "surveillance",
      "works-announced",
    ],
    question: "where",
  },
  "site-persons": { of: ["site"], value: "quantity", question: "where" },
  "site-land-controlled-by": {
    of: ["site"],
    value: "ref",
    refersTo: ["body", "office"],
    question: "where",
  },
  /** What is seen on an image of the site; the time is that of the image. */
  "site-imaged": { of: ["site"], value: "text", question: "where" },
  "fate-of-remains": { of: ["group"], value: "text", question: "where" },
  coordinate: { of: ["place", "site"], value: "point", question: null },
  outline: { of: ["place", "site"], value: "outline", question: null },

  // Who held which office.
  /** In office on at least one day of the time. */
  "held-by": { of: ["office"], value: "ref", refersTo: ["person"], question: "offices" },
  "taken-up-by": { of: ["office"], value: "ref", refersTo: ["person"], question: "offices" },
  "left-by": { of: ["office"], value: "ref", refersTo: ["person"], question: "offices" },
  /** The holder (`of`) was appointed to the office by the person in the value. */
  "appointed-by": {
    of: ["office"],
    value: "ref",
    refersTo: ["person"],
    question: "offices",
    whose: HOLDER,
  },
  /** The holder (`of`) was in the office with this rank, on at least one day of the time. */
  "held-with-rank": { of: ["office"], value: "text", question: "offices", whose: HOLDER },
  /** The office or body existed on at least one day of the time. */
  existed: { of: ["office", "body"], value: "none", question: "offices" },
  /** What it was responsible for, at the time of the statement. */
  jurisdiction: {
    of: ["office", "body"],
    value: "ref",
    refersTo: ["place", "site", "body"],
    question: "offices",
  },

  /** A body, unit or office stood under another at the time of the statement. */
  "subordinate-to": {
    of: ["body", "office"],
    value: "ref",
    refersTo: ["body", "office"],
    question: "offices",
  },

  // Appeals: shown beside the offices they were addressed to.
  "addressed-to": {
    of: ["appeal"],
    value: "ref",
    refersTo: ["body", "office", "group"],
    question: "offices",
  },
  "sent-by": {
    of: ["appeal"],
    value: "ref",
    refersTo: ["body", "person", "group", "speaker"],
    question: "offices",
  },
  sent: { of: ["appeal"], value: "none", question: "offices" },
  received: { of: ["appeal"], value: "none", question: "offices" },
  "asks-for": { of: ["appeal"], value: "text", question: "offices" },
  "legal-basis": { of: ["appeal"], value: "text", question: "offices" },
  /** The words of the appeal itself stand in the source of this statement. */
  "appeal-text": { of: ["appeal"], value: "none", question: "offices" },
  /** How many signed, in all or of one category. */
  "signed-by": { of: ["appeal"], value: "quantity", question: "offices", hasCategory: true },
  /** As cases wrote it before a category could be given. */
  "signed-by-former-un-officials": { of: ["appeal"], value: "quantity", question: "offices" },
  answered: { of: ["appeal"], value: "text", question: "offices", whose: ANSWERER },
  "not-answered": { of: ["appeal"], value: "text", question: "offices", whose: ANSWERER },
  /** Someone whom the source names among those who signed. */
  signatory: {
    of: ["appeal"],
    value: "ref",
    refersTo: ["person", "body", "group", "speaker"],
    question: "offices",
    hasCategory: true,
  },
  /** The day by which an answer was asked for. */
  "answer-due": { of: ["appeal"], value: "none", question: "offices" },
  "answer-attribution": {
    of: ["appeal"],
    value: "code",
    codes: [
      "acknowledges",
      "denies",
      "acknowledges-act-denies-responsibility",
      "another-explanation",
      "acknowledges-and-accepts",
      "no-answer",
    ],
    question: "offices",
    whose: ANSWERER,
  },
  /** In which form an answer came. */
  "answer-kind": {
    of: ["appeal"],
    value: "code",
    codes: ["letter", "note-verbale", "report", "public-statement", "spoken", "action"],
    question: "offices",
    whose: ANSWERER,
  },
  "duty-passes-to": { of: ["appeal"], value: "text", question: "offices" },
  assessment: { of: ["appeal", "document"], value: "text", question: null },

  // What stands at its source and in no answer.
  omission: { of: ["body"], value: "text", question: null },
  concealment: { of: ["event", "group"], value: "text", question: null },
  order: { of: ["person", "office"], value: "text", question: null },
  "established-in": { of: ["body"], value: "text", question: null },
  published: { of: ["document"], value: "text", question: null },
  mentions: { of: ["document"], value: "text", question: null },
  "refers-to": { of: ["document"], value: "ref", refersTo: ["document", "appeal"], question: null },
  asks: { of: ["question"], value: "text", question: null },

  // Allegations: readable only at their source, never part of an answer.
  "alleged-part": { of: ["person", "office"], value: "text", question: null, restricted: true },
  "reported-admission": { of: ["person"], value: "text", question: null, restricted: true },
  involvement: {
    of: ["person", "office", "body"],
    value: "involvement",
    question: null,
    restricted: true,
    sealedByDefault: true,
  },
} as const satisfies Readonly<Record<string, PropertyRule>>;

export type PropertyName = keyof typeof VOCABULARY;

/** The names of every property, for schemas and messages. */
export const PROPERTY_NAMES: readonly PropertyName[] = Object.keys(VOCABULARY).filter(isPropertyName);

export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(VOCABULARY, name);
}

/** Whether a property may be stated of such a subject. A mention may turn out to be a person, so what is said of one is. */
export function isStatedOf({ of }: PropertyRule, kind: SubjectKind): boolean {
  return of.includes(kind) || (kind === "mention" && of.includes("person"));
}

/** The rule of a property. */
export function propertyRule(name: PropertyName): PropertyRule {
  return VOCABULARY[name];
}
