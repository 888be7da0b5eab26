/** Whom a memorial gives a page: the persons of lists who are shown, and those of whose end statements speak. */
import { compareText, foldText, parseEdtf, toIsoDay } from "../../core/index.ts";
import type { ReleaseContent, ReleasedStatement } from "../content.ts";
import type { ReleasedFact } from "../redaction/redact-person.ts";
import type { ContentByLanguage } from "../release-parts.ts";

export interface MemorialPerson {
  /** Below the folder of persons: `k3/9f….html`. */
  readonly address: string;
  /** Every spelling, in the person's own script first; none where no name is known. */
  readonly names: readonly string[];
  readonly facts: readonly ReleasedFact[];
  /** Ids of statements about the person. */
  readonly statements: readonly string[];
  /** The first letter of the first name, "" where there is none and "#" for another sign. */
  readonly letter: string;
  /** Gregorian years in which the person may have died by what the sources say, where they know the year. */
  readonly years: readonly string[];
  /** The first day of the death, for the order in time. */
  readonly day: number | null;
  readonly place: string | null;
}

/** Statements that tell of somebody's end: whoever they are about is remembered, unless they are shown as holding an office. */
const OF_AN_END = new Set([
  ...["victim", "died", "manner-of-death", "death-certificate", "identified-by"],
  ...["buried-at", "commemorated-at", "remains-state"],
]);

/** In the order of the alphabet, of every script. */
export function memorialPersons(
  contents: ContentByLanguage,
  addressOf: (id: string) => string,
): MemorialPerson[] {
  const listed = contents.fa.people.flatMap(({ id, names, facts }) =>
    id === null ? [] : [toPerson({ address: addressOf(id), names, facts, statements: [] })],
  );
  const order = new Intl.Collator("fa");
  return [...listed, ...personsOfStatements(contents, addressOf)].sort(
    (a, b) =>
      order.compare(a.names[0] ?? "\uffff", b.names[0] ?? "\uffff") || compareText(a.address, b.address),
  );
}

function personsOfStatements(
  contents: ContentByLanguage,
  addressOf: (id: string) => string,
): MemorialPerson[] {
  const holders = new Set(
    contents.en.offices.flatMap(({ postings }) => postings.map(({ person }) => person.id)),
  );
  const about = new Map<string, ReleasedStatement[]>();
  for (const statement of contents.en.statements) {
    const { id } = statement.subject;
    if (id.startsWith("person:")) about.set(id, [...(about.get(id) ?? []), statement]);
  }
  const persian = new Map(contents.fa.statements.map(({ subject }) => [subject.id, subject.name]));
  return [...about].flatMap(([id, statements]) => {
    if (holders.has(id) || !statements.some(tellsOfAnEnd)) return [];
    const names = [...new Set([persian.get(id) ?? "", statements[0]?.subject.name ?? ""])];
    const died = statements.filter(({ property }) => property === "died");
    const values = died.flatMap(({ time }) => (time === null ? [] : [{ text: time.edtf, lists: [] }]));
    const person = toPerson({
      ...{
        address: addressOf(id),
        names: names.filter((name) => name !== ""),
        statements: statements.map((each) => each.id),
      },
      facts: values.length === 0 ? [] : [{ field: "death", values }],
    });
    return [{ ...person, facts: [] }];
  });
}

function tellsOfAnEnd({ property, polarity, standing }: ReleasedStatement): boolean {
  return OF_AN_END.has(property) && polarity === "asserts" && standing !== "alleged";
}

function toPerson(known: Pick<MemorialPerson, "address" | "names" | "facts" | "statements">): MemorialPerson {
  const valuesOf = (field: string) =>
    known.facts.find((fact) => fact.field === field)?.values.map(({ text }) => text) ?? [];
  const spans = valuesOf("death").map((text) => parseEdtf(text));
  const days = spans.flatMap(({ earliest }) => (earliest === null ? [] : [earliest]));
  const years = spans.flatMap(({ earliest, latest }) => {
    if (earliest === null || latest === null) return [];
    const [first, last] = [earliest, latest].map((day) => toIsoDay(day).slice(0, -"-mm-dd".length));
    return first === last && first !== undefined ? [first] : [];
  });
  return {
    ...known,
    letter: letterOf(known.names[0] ?? ""),
    years: [...new Set(years)],
    day: days.length === 0 ? null : Math.min(...days),
    place: valuesOf("deathPlace")[0] ?? valuesOf("province")[0] ?? null,
  };
}

function letterOf(name: string): string {
  if (name === "") return "";
  const [first = ""] = foldText(name);
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}

/** How many persons are shown by what, with and without an address. */
export function initialsOf({ people }: ReleaseContent): string[] {
  return people.flatMap(({ id, names }) => (id === null ? [names.join(" / ")] : [])).sort(compareText);
}
