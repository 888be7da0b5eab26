/** A statement of a person tells a field as a row does: what the profile keeps of rows goes out in no statement either. */
import { parseEdtf } from "../../core/index.ts";
import type { FieldName } from "../../intake/index.ts";
import type { PropertyName, Statement } from "../../statements/index.ts";
import type { DateFineness, RedactionProfile } from "./profile.ts";

/** Of every property that says what a field of a row says. Of others nothing is here: they go out as far as the person does. */
const FIELDS: Readonly<Partial<Record<PropertyName, FieldName>>> = {
  "father-name": "father",
  sex: "sex",
  born: "birth",
  "age-at-death": "age",
  "age-class": "age",
  occupation: "occupation",
  affiliation: "organisation",
  "last-seen": "lastSeen",
  arrested: "arrest",
  "detained-at": "detention",
  ethnicity: "ethnicity",
  religion: "religion",
  died: "death",
  "manner-of-death": "cause",
  "victim-status": "status",
  "buried-at": "burial",
  "commemorated-at": "commemoration",
};
/** What the place of such a statement tells. */
const PLACES: Readonly<Partial<Record<PropertyName, FieldName>>> = {
  born: "birthPlace",
  arrested: "arrestPlace",
  died: "deathPlace",
};
/** A span of so many days is a month or a year, whatever the calendar. */
const FEWEST_DAYS: Readonly<Record<DateFineness, number>> = { day: 1, month: 29, year: 354 };

/** Whether a profile lets out the fields that a statement of a person tells. */
export function mayTellFields(
  { subject, property, value, time, place }: Statement,
  { fields, dates }: RedactionProfile,
): boolean {
  const field = FIELDS[property];
  // A group is nobody's data but for the names of their kin.
  if (field === undefined || (!/^(?:person|mention):/u.test(subject) && field !== "father")) return true;
  // How finely a site is told was decided of the site, for everybody.
  if (value.kind === "ref" && value.ref.startsWith("site:")) return true;
  const ofPlace = PLACES[property];
  if (place !== undefined && ofPlace !== undefined && !fields.includes(ofPlace)) return false;
  const fineness = dates[field];
  if (fineness === undefined) return fields.includes(field);
  return time === undefined || daysOf(time) >= FEWEST_DAYS[fineness];
}

function daysOf(edtf: string): number {
  const { earliest, latest } = parseEdtf(edtf);
  return earliest === null || latest === null ? Number.POSITIVE_INFINITY : latest - earliest + 1;
}
