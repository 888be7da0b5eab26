/**
 * What goes out as FollowTheMoney 4 entities, and as the statements that these are made of: for Aleph, OpenSanctions and the
 * tools around them. Schemata and property types as in the model of followthemoney 4.
 */
import { createHash } from "node:crypto";
import { toIsoDay } from "../../core/index.ts";
import type { FieldName } from "../../intake/index.ts";
import type { ReleaseContent, ReleasedStatement, ReleasedTime } from "../content.ts";
import type { ReleasedPerson } from "../redaction/redact-person.ts";

/** One value of one property, and where it comes from. */
export interface FtmStatement {
  readonly entityId: string;
  readonly schema: string;
  readonly prop: string;
  readonly type: string;
  readonly value: string;
  /** As the release has it, where the model holds it otherwise. */
  readonly original: string | null;
  /** Lists, or the source, that it comes from. */
  readonly origin: string;
}

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Types of the properties that are used here. */
const TYPES = {
  name: "name",
  alias: "name",
  weakAlias: "name",
  fatherName: "string",
  motherName: "string",
  gender: "gender",
  birthDate: "date",
  deathDate: "date",
  birthPlace: "string",
  ethnicity: "string",
  religion: "string",
  profession: "string",
  status: "string",
  notes: "text",
  summary: "text",
  description: "text",
  title: "string",
  fileName: "string",
  contentHash: "checksum",
  mimeType: "mimetype",
  fileSize: "number",
  latitude: "number",
  longitude: "number",
  holder: "entity",
  post: "entity",
  entity: "entity",
  proof: "entity",
  date: "date",
  recordId: "string",
} as const;
type Prop = keyof typeof TYPES;

/** Fields of list records that the model has a property for; what it has none for is told in notes, with its name. */
const PROP_OF: Readonly<Partial<Record<FieldName, Prop>>> = {
  alias: "alias",
  nickname: "weakAlias",
  father: "fatherName",
  mother: "motherName",
  sex: "gender",
  birth: "birthDate",
  birthYear: "birthDate",
  death: "deathDate",
  birthPlace: "birthPlace",
  ethnicity: "ethnicity",
  religion: "religion",
  occupation: "profession",
  status: "status",
};
const GENDERS = ["male", "female"];

interface Writer {
  add(schema: string, id: string, prop: Prop, value: string | null, more?: Partial<FtmStatement>): void;
  readonly all: FtmStatement[];
}

/** Each value once; who is shown by initials has no id to be told apart by, and is left out. */
export function toFtmStatements(content: ReleaseContent): readonly FtmStatement[] {
  const writer = createWriter();
  const { caseId } = content.head;
  const idOf = (id: string) => `${caseId}.${id.replace(/[^0-9a-zA-Z.-]+/gu, ".")}`;
  for (const person of content.people)
    if (person.id !== null) addPerson(writer, idOf(person.id), person, content);
  addSources(writer, content, idOf);
  addStatedPersons(writer, content, idOf);
  addOffices(writer, content, idOf);
  addSites(writer, content, idOf);
  addNotes(writer, content, idOf);
  return writer.all;
}

/** Statements put together again, in the order of their first statement. */
export function toFtmEntities(statements: readonly FtmStatement[]): readonly FtmEntity[] {
  const entities = new Map<string, { schema: string; properties: Record<string, string[]> }>();
  for (const { entityId, schema, prop, value } of statements) {
    const entity = entities.get(entityId) ?? { schema, properties: {} };
    entities.set(entityId, entity);
    const values = entity.properties[prop] ?? [];
    entity.properties[prop] = values;
    if (!values.includes(value)) values.push(value);
  }
  return [...entities].map(([id, entity]) => ({ id, ...entity }));
}

/** As `followthemoney.statement.Statement.make_key` makes it, so that a statement is known again. */
export function ftmKey(dataset: string, { entityId, prop, value }: FtmStatement): string {
  return createHash("sha1").update(`${dataset}.${entityId}.${prop}.${value}`).digest("hex");
}

function createWriter(): Writer {
  const all: FtmStatement[] = [];
  const seen = new Set<string>();
  return {
    all,
    add(schema, entityId, prop, value, more = {}) {
      if (value === null || value.trim() === "") return;
      const key = JSON.stringify([entityId, prop, value]);
      if (seen.has(key)) return;
      seen.add(key);
      all.push({ entityId, schema, prop, type: TYPES[prop], value, original: null, origin: "", ...more });
    },
  };
}

function addPerson(
  { add }: Writer,
  id: string,
  { names, facts }: ReleasedPerson,
  { fieldLabels }: Pick<ReleaseContent, "fieldLabels">,
): void {
  for (const name of names) add("Person", id, "name", name);
  for (const { field, values } of facts) {
    for (const { text, lists } of values) {
      const origin = lists.join("; ");
      const prop = PROP_OF[field];
      const isKnown = prop !== undefined && (prop !== "gender" || GENDERS.includes(text));
      if (!isKnown) add("Person", id, "notes", `${fieldLabels[field] ?? field}: ${text}`, { origin });
      else if (TYPES[prop] === "date")
        for (const date of prefixesOf(text)) add("Person", id, prop, date, { origin, original: text });
      else add("Person", id, prop, text, { origin });
    }
  }
}

/** Persons of whom statements speak, or who are named as holders of offices. */
function addStatedPersons({ add }: Writer, content: ReleaseContent, idOf: (id: string) => string): void {
  const named = [
    ...content.statements.flatMap(({ subject, of }) => (of === null ? [subject] : [subject, of])),
    ...content.offices.flatMap(({ postings }) => postings.map(({ person }) => person)),
  ];
  for (const { id, name } of named) if (id.startsWith("person:")) add("Person", idOf(id), "name", name);
  for (const { subject, property, time, polarity, source } of content.statements) {
    const isDeath = property === "died" && polarity === "asserts" && subject.id.startsWith("person:");
    if (isDeath && time !== null)
      for (const date of prefixesOf(time.edtf))
        add("Person", idOf(subject.id), "deathDate", date, { origin: source.id, original: time.edtf });
  }
}

function addSources({ add }: Writer, { sources }: ReleaseContent, idOf: (id: string) => string): void {
  for (const { id, title, roleText, mediaType, sha256, sizeBytes } of sources) {
    const of = { origin: id };
    add("Document", idOf(id), "title", title, of);
    add("Document", idOf(id), "contentHash", sha256, of);
    add("Document", idOf(id), "mimeType", mediaType, of);
    add("Document", idOf(id), "fileSize", String(sizeBytes), of);
    add("Document", idOf(id), "summary", roleText, of);
  }
}

/** A posting says who held an office, and nothing of what was done in it. */
function addOffices({ add }: Writer, content: ReleaseContent, idOf: (id: string) => string): void {
  const sourceOf = new Map(content.statements.map(({ id, source }) => [id, source.id]));
  for (const { office, postings } of content.offices) {
    add("Position", idOf(office.id), "name", office.name);
    for (const posting of postings) {
      const id = idOf(`posting.${posting.id}`);
      add("Occupancy", id, "holder", idOf(posting.person.id));
      add("Occupancy", id, "post", idOf(office.id));
      add("Occupancy", id, "recordId", posting.id);
      for (const { from, to } of posting.certain)
        for (const day of [from, to]) add("Occupancy", id, "date", toIsoDay(day));
      add("Occupancy", id, "summary", posting.continuityText);
      add("Occupancy", id, "description", posting.sequenceText);
      for (const statement of posting.statements) {
        const source = sourceOf.get(statement);
        if (source !== undefined) add("Occupancy", id, "proof", idOf(source), { origin: source });
      }
    }
  }
}

function addSites({ add }: Writer, { sites }: ReleaseContent, idOf: (id: string) => string): void {
  for (const { id, name, statusText, point, life } of sites) {
    add("Address", idOf(id), "name", name);
    add("Address", idOf(id), "summary", statusText);
    if (point !== null) {
      add("Address", idOf(id), "latitude", String(point.latitude));
      add("Address", idOf(id), "longitude", String(point.longitude));
      add("Address", idOf(id), "description", `± ${point.accuracyM} m`);
    }
    for (const { text, detail, time, speaker } of life)
      add(
        "Address",
        idOf(id),
        "notes",
        [speaker, text, detail, time?.edtf ?? ""].filter((part) => part !== "").join(": "),
      );
  }
}

/** Every statement as a note on what it speaks of, with its words and its source: none is turned into a fact. */
function addNotes({ add }: Writer, { statements }: ReleaseContent, idOf: (id: string) => string): void {
  for (const statement of statements) {
    const id = idOf(statement.id);
    const of = { origin: statement.source.id };
    add("Note", id, "name", `${statement.subject.name}: ${statement.propertyText}`, of);
    add("Note", id, "summary", saidBy(statement), of);
    add("Note", id, "description", statement.quote === "" ? statement.seen : statement.quote, of);
    if (/^(?:person|office|site):/u.test(statement.subject.id))
      add("Note", id, "entity", idOf(statement.subject.id), of);
    add("Note", id, "proof", idOf(statement.source.id), of);
  }
}

/** An allegation goes nowhere without its label. */
function saidBy({ speaker, standing, standingText, valueText, time, polarity }: ReleasedStatement): string {
  const who = standing === "alleged" ? standingText : speaker.name;
  const value = polarity === "denies" ? `✗ ${valueText}` : valueText;
  return [who, value, whenOf(time)].filter((part) => part !== "").join(" · ");
}

function whenOf(time: ReleasedTime | null): string {
  return time?.edtf ?? "";
}

/**
 * The model holds a date as a prefix of an ISO day. Of a span the longest prefix that both ends share, or where they share
 * none the year of each: never a day that no source gives.
 */
export function prefixesOf(edtf: string): readonly string[] {
  const ends = edtf.replace(/[?~%]/gu, "").split("/");
  const dates = ends.flatMap((end) => /^\d{4}(?:-\d{2}){0,2}$/u.exec(end)?.[0] ?? []);
  const [first, last] = dates;
  if (first === undefined || ends.length === 1 || last === undefined) return dates;
  if (first === last) return [first];
  for (const length of ["1988-07".length, "1988".length])
    if (first.length >= length && first.slice(0, length) === last.slice(0, length))
      return [first.slice(0, length)];
  return [first.slice(0, "1988".length), last.slice(0, "1988".length)];
}
