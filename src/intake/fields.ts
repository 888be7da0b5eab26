/** The fields that a list's columns can be mapped to, and how the values of each are read and compared. */

/**
 * - name: a personal name in any script.
 * - date: a span of days.
 * - number: a number with a range.
 * - code: one of a closed set, such as male and female.
 * - place, text: words.
 */
export type FieldKind = "name" | "date" | "number" | "code" | "place" | "text";

export const FIELD_KINDS = ["name", "date", "number", "code", "place", "text"] as const;

/** Every field that Inquest knows by name. */
export const FIELDS = {
  name: "name",
  nameLatin: "name",
  given: "name",
  father: "name",
  grandfather: "name",
  family: "name",
  mother: "name",
  spouse: "name",
  alias: "name",
  nickname: "name",
  birth: "date",
  death: "date",
  arrest: "date",
  abduction: "date",
  lastSeen: "date",
  age: "number",
  birthYear: "number",
  latitude: "number",
  longitude: "number",
  sex: "code",
  place: "place",
  province: "place",
  birthPlace: "place",
  deathPlace: "place",
  arrestPlace: "place",
  residence: "place",
  detention: "place",
  burial: "place",
  commemoration: "place",
  occupation: "text",
  organisation: "text",
  ethnicity: "text",
  religion: "text",
  nationality: "text",
  status: "text",
  cause: "text",
  source: "text",
  owner: "text",
  address: "text",
  note: "text",
  // Of appeals and votes.
  sender: "text",
  addressee: "text",
  asks: "text",
  answer: "code",
  session: "text",
  date: "date",
  body: "text",
  resolution: "text",
  title: "text",
  rollCall: "text",
  state: "text",
  vote: "code",
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldName = keyof typeof FIELDS;

/** Other spellings, without case and punctuation, that are read like a known field but keep their own name. */
const SPELLINGS: Readonly<Record<string, FieldName>> = {
  fullname: "name",
  namelocal: "name",
  namefarsi: "name",
  namepersian: "name",
  namearabic: "name",
  namear: "name",
  namefa: "name",
  nameen: "nameLatin",
  givenname: "given",
  firstname: "given",
  forename: "given",
  surname: "family",
  lastname: "family",
  familyname: "family",
  fathername: "father",
  fathersname: "father",
  mothername: "mother",
  mothersname: "mother",
  grandfathername: "grandfather",
  aliases: "alias",
  dob: "birth",
  birthdate: "birth",
  dateofbirth: "birth",
  dod: "death",
  deathdate: "death",
  dateofdeath: "death",
  arrestdate: "arrest",
  dateofarrest: "arrest",
  abductiondate: "abduction",
  dateofabduction: "abduction",
  ageatdeath: "age",
  yearofbirth: "birthYear",
  gender: "sex",
  city: "place",
  placeofbirth: "birthPlace",
  placeofdeath: "deathPlace",
  lat: "latitude",
  lon: "longitude",
  lng: "longitude",
  organization: "organisation",
};

/** The kind of a field by its name; null for a name that Inquest does not know. */
export function knownFieldKind(name: string): FieldKind | null {
  const known = fieldOfSpelling(name);
  return known === null ? null : FIELDS[known];
}

/** The field that a name stands for, in one of the spellings that are known; null for any other. */
export function fieldOfSpelling(name: string): FieldName | null {
  if (isFieldName(name)) return name;
  const plain = name.toLowerCase().replace(/[^a-z]/gu, "");
  const spelling = SPELLINGS[plain] ?? Object.keys(FIELDS).find((known) => known.toLowerCase() === plain);
  return spelling !== undefined && isFieldName(spelling) ? spelling : null;
}

/** Smallest and largest number that makes sense; outside it a value is listed as a problem and not used. */
export const NUMBER_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  // "Ages" such as 1994 are birth years in the wrong column.
  age: [0, 130],
  birthYear: [1000, 2200],
  latitude: [-90, 90],
  longitude: [-180, 180],
};

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}
