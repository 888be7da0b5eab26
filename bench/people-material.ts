/** Fictional persons and what is said of them, as many as are wanted: subjects, one source, statement files. */
import type { ActDraft } from "../src/ledger/index.ts";

const GIVEN = ["Mina", "Reza", "Kaveh", "Sara", "Hassan", "Maryam", "Golnar", "Davoud", "Parvin", "Siamak"];
const FAMILY = [
  "Rahimi",
  "Karimi",
  "Nouri",
  "Omidi",
  "Ghorbani",
  "Tehrani",
  "Kazemi",
  "Sohrabi",
  "Jafari",
  "Zamani",
];
const PLACES = ["Evin", "Gohardasht", "Ahvaz", "Tabriz", "Mashhad", "Shiraz", "Rasht", "Isfahan"];
const PROPERTIES = ["person-name", "occupation", "charge", "manner-of-death", "remains-state"] as const;
const SPEAKERS = 40;

const givenName = (n: number) => GIVEN[n % GIVEN.length] ?? "";
const familyName = (n: number) => FAMILY[Math.floor(n / GIVEN.length) % FAMILY.length] ?? "";

/** The acts that name persons, and those who speak of them. */
export function toSubjects(persons: number): ActDraft[] {
  const named = (id: string, en: string) => ({
    kind: "subject.named",
    body: { subject: { id, names: { en } } },
  });
  return [
    ...Array.from({ length: SPEAKERS }, (_, n) => named(`speaker:s${n}`, `Witness ${n}`)),
    ...Array.from({ length: persons }, (_, n) =>
      named(`person:p${n}`, `${givenName(n)} ${familyName(n)} ${n}`),
    ),
  ];
}

/** One line of the source: a statement quotes it whole. */
function toLine(n: number, persons: number): string {
  return `Line ${n}: ${givenName(n % persons)} was in the hall of the prison, room ${n % 97}, that summer.`;
}

/** A source with a line for each statement from one number to another. */
export function toSourceText(from: number, to: number, persons: number): string {
  return Array.from({ length: to - from }, (_, index) => toLine(from + index, persons)).join("\n");
}

/** The text of a statement file about statements from one number to another, as a program would write it. */
export function toStatementFile(source: string, from: number, to: number, persons: number): string {
  const statements = Array.from({ length: to - from }, (_, index) => toStatement(from + index, persons));
  return JSON.stringify({ source, statements });
}

/** The same in YAML, as a person would. */
export function toYamlFile(source: string, from: number, to: number, persons: number): string {
  const statements = Array.from({ length: to - from }, (_, index) => {
    const members = Object.entries(toStatement(from + index, persons));
    return `  - ${members.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("\n    ")}`;
  });
  return `source: ${source}\nstatements:\n${statements.join("\n")}\n`;
}

function toStatement(n: number, persons: number) {
  return {
    subject: `person:p${n % persons}`,
    property: PROPERTIES[Math.floor(n / persons) % PROPERTIES.length] ?? "charge",
    value: `${PLACES[n % PLACES.length]}, room ${n % 97}`,
    time: `198${n % 10}-0${(n % 9) + 1}`,
    speaker: `speaker:s${n % SPEAKERS}`,
    chain: n % 3 === 0 ? "second-hand" : "first-hand",
    quote: toLine(n, persons),
  };
}

/** Three words that name a person: given name, family name and number. */
export function toThreeWords(n: number, persons: number): string {
  const person = (n * 7919) % persons;
  return `${givenName(person)} ${familyName(person)} ${person}`;
}

/** A given name and two words that stand in every line. */
export function toCommonWords(n: number): string {
  return `${givenName(n)} hall prison`;
}
