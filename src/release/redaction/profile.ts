/**
 * The redaction profile: one object that says field by field what a release may hold. What it does not name stays in
 * the case, so that a field of a later version is never let out by an older profile.
 */
import type { FieldName } from "../../intake/index.ts";
import type { ACCESS_CLASSES, ConsentScope } from "../../statements/index.ts";

export const PROFILES = ["public", "partners", "commission"] as const;
export type ProfileId = (typeof PROFILES)[number];

/** day: as known; month, year: never finer. */
export type DateFineness = "day" | "month" | "year";

export interface RedactionProfile {
  readonly id: ProfileId;
  /** Words go out only where their speakers, if they were asked, agreed to at least these. */
  readonly scope: ConsentScope;
  /** Of statements. What is restricted or sealed is let out by no profile; an allegation, once two people released it. */
  readonly access: readonly (typeof ACCESS_CLASSES)[number][];
  /** Of list records, those that go out as they are. The person's own names go out by the person's visibility. */
  readonly fields: readonly FieldName[];
  /** Those that go out as dates, never finer than said. */
  readonly dates: Readonly<Partial<Record<FieldName, DateFineness>>>;
  /** A cell of a table that tells of fewer persons than this, but of some, who are not shown in full is warned of. */
  readonly k: number;
  /**
   * Whether acts of the log and sealed files may go along as they are, with who recorded them and when, where nothing
   * in them stays.
   */
  readonly hasOriginals: boolean;
  /** Whether what reviewers and recorders wrote among themselves goes along. */
  readonly hasNotes: boolean;
}

/** Names of relatives, who may be alive, and names under which somebody was hidden. */
const RELATIVES = [
  "father",
  "grandfather",
  "mother",
  "spouse",
  "alias",
  "nickname",
] as const satisfies readonly FieldName[];
const PUBLIC_FACTS = [
  "sex",
  "age",
  "birthYear",
  "province",
  "deathPlace",
  "cause",
  "status",
] as const satisfies readonly FieldName[];
/** What leads to families and graves, or tells of a person's belief and company. */
const CLOSE_FACTS = [
  "place",
  "birthPlace",
  "arrestPlace",
  "detention",
  "burial",
  "commemoration",
  "occupation",
  "organisation",
  "nationality",
] as const satisfies readonly FieldName[];
const FOR_COMMISSIONS = [
  "residence",
  "ethnicity",
  "religion",
  "source",
  "note",
  "latitude",
  "longitude",
] as const satisfies readonly FieldName[];

/** Of every profile: telephone numbers, identity numbers and the like have no field, and cells of the file never go out. */
export const REDACTION_PROFILES: Readonly<Record<ProfileId, RedactionProfile>> = {
  public: {
    id: "public",
    scope: "public",
    access: ["open"],
    fields: PUBLIC_FACTS,
    dates: { death: "day", birth: "year", arrest: "year" },
    k: 5,
    hasOriginals: false,
    hasNotes: false,
  },
  partners: {
    id: "partners",
    scope: "partners",
    access: ["open"],
    fields: [...RELATIVES, ...PUBLIC_FACTS, ...CLOSE_FACTS],
    dates: { death: "day", birth: "day", arrest: "day", abduction: "day", lastSeen: "day" },
    k: 5,
    hasOriginals: false,
    hasNotes: false,
  },
  commission: {
    id: "commission",
    scope: "un",
    access: ["open"],
    fields: [...RELATIVES, ...PUBLIC_FACTS, ...CLOSE_FACTS, ...FOR_COMMISSIONS],
    dates: { death: "day", birth: "day", arrest: "day", abduction: "day", lastSeen: "day" },
    k: 5,
    hasOriginals: true,
    hasNotes: true,
  },
};
