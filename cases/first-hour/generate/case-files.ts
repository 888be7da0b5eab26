/** Every generated file of the case, by its path in the case folder: the same bytes at every run. */
import { fromDayNumber } from "../../../src/core/index.ts";
import { catchPersons, type Draft, LIST_NAMES, type ListName } from "./drafts.ts";
import { withFaults } from "./noise.ts";
import { drawPopulation, type Person } from "./population.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { LIST_STYLES } from "./write-cells.ts";

/** Changing it changes every list and the truth. */
export const SEED = 1_364_0514;

interface NumberedDraft {
  readonly recordId: string;
  readonly draft: Draft;
}

export function generateCaseFiles(): ReadonlyMap<string, string> {
  const chance = chanceFrom(SEED);
  const persons = drawPopulation(chance);
  const drafts = withFaults(chance, catchPersons(chance, persons));
  const files = new Map<string, string>();
  const numbered = new Map<ListName, NumberedDraft[]>();
  for (const list of LIST_NAMES) {
    const { prefix, file } = LIST_STYLES[list];
    const rows = chance
      .shuffle(drafts.filter((draft) => draft.list === list))
      .map((draft, index) => ({ recordId: `${prefix}${String(index + 1).padStart(3, "0")}`, draft }));
    numbered.set(list, rows);
    files.set(`lists/${file}`, listFile(chance, list, rows));
  }
  files.set("truth/truth.csv", truthFile(numbered));
  files.set("truth/persons.csv", personsFile(persons, drafts));
  return files;
}

function listFile(chance: Chance, list: ListName, rows: readonly NumberedDraft[]): string {
  const { headings, delimiter, hasByteOrderMark, cells } = LIST_STYLES[list];
  const lines = rows.map(({ recordId, draft }) => [recordId, ...cells(chance, draft)]);
  return `${hasByteOrderMark ? "\ufeff" : ""}${toCsv([headings, ...lines], delimiter)}`;
}

/** Which person each record speaks of: for measuring, never read by the linkage. */
function truthFile(numbered: ReadonlyMap<ListName, readonly NumberedDraft[]>): string {
  const rows = [...numbered].flatMap(([list, drafts]) =>
    drafts.map(({ recordId, draft }) => [list, recordId, draft.person.id]),
  );
  return toCsv([["list", "record_id", "person_id"], ...rows], ",");
}

function personsFile(persons: readonly Person[], drafts: readonly Draft[]): string {
  const heading = [
    "person_id",
    "given",
    "family",
    "father",
    "sex",
    "age",
    "death",
    "city",
    "prison",
    "lists",
  ];
  const listsOf = (person: Person) =>
    LIST_NAMES.filter((list) => drafts.some((draft) => draft.list === list && draft.person === person));
  const rows = persons.map((person) => [
    person.id,
    person.given.fa,
    person.family.fa,
    person.father.fa,
    person.sex,
    String(person.age),
    isoDate(person.death),
    person.city.id,
    person.prison.id,
    listsOf(person).join(" "),
  ]);
  return toCsv([heading, ...rows], ",");
}

function isoDate(days: number): string {
  const { year, month, day } = fromDayNumber(days);
  return [String(year), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}

function toCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${rows.map((row) => row.map(quoted).join(delimiter)).join("\n")}\n`;
}
